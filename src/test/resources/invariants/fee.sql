-- @ consent-exists
select a.application_number, format('%s was submitted without consent', a.application_number) as violation
  from fudamori.certificate_application a
  left join fudamori.fee_consent c on c.reference = a.application_number
 where c.reference is null;

-- @ consent-of-an-application
select null as application_number, format('the consent %s is of no application', c.reference) as violation
  from fudamori.fee_consent c
  left join fudamori.certificate_application a on a.application_number = c.reference
 where a.application_number is null;

-- @ fee-of-issued-line
select left(f.reference, 14) as application_number, format('%s has a fee and no certificate', f.reference) as violation
  from fudamori.fee f
  left join fudamori.certificate_download d on f.reference = d.application_number || '-' || to_char(d.line, 'FM00')
 where d.line is null and f.kind = 'POSTED';

-- @ issued-line-has-fee
select d.application_number, format('%s-%s was issued and has %s fees', d.application_number,
                                    to_char(d.line, 'FM00'), count(f.entry_id)) as violation
  from fudamori.certificate_download d
  left join fudamori.fee f on f.reference = d.application_number || '-' || to_char(d.line, 'FM00') and f.kind = 'POSTED'
 group by d.application_number, d.line
having count(f.entry_id) <> 1;

-- @ fee-as-agreed
select left(f.reference, 14) as application_number,
       format('the fee of %s is %s JPY of %s, agreed to were %s JPY by %s under %s', f.reference, f.amount_yen,
              f.institution_code, c.amount_yen, a.institution_code, f.consent_reference) as violation
  from fudamori.fee f
  left join fudamori.fee_consent c on c.reference = f.consent_reference
  left join fudamori.certificate_application a on a.application_number = f.consent_reference
 where f.kind = 'POSTED'
   and (f.consent_reference <> left(f.reference, 14) or f.amount_yen is distinct from c.amount_yen
        or f.institution_code is distinct from a.institution_code);

-- @ reversed-once-and-wholly
select left(r.reference, 14) as application_number, format('the fee of %s was taken back %s times, %s JPY of %s JPY',
                                    r.reference, count(*), sum(-r.amount_yen), max(f.amount_yen)) as violation
  from fudamori.fee r
  left join fudamori.fee f on f.entry_id = r.reverses and f.reference = r.reference and f.kind = 'POSTED'
 where r.kind = 'REVERSED'
 group by r.reference
having count(*) <> 1 or sum(-r.amount_yen) is distinct from max(f.amount_yen);
