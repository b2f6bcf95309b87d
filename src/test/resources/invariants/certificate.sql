-- @ certificate-of-approved-line
select c.application_number, format('%s-%s has a certificate and is %s', c.application_number, to_char(c.line, 'FM00'),
                                    coalesce(case when l.refusal is not null then 'turned down' else a.state end,
                                             'unknown')) as violation
  from fudamori.certificate c
  left join fudamori.certificate_application a using (application_number)
  left join fudamori.application_line l using (application_number, line)
 where a.state is distinct from 'approved' or l.line is null or l.refusal is not null;

-- @ one-certificate-a-line
select application_number, format('%s-%s has %s certificates', application_number, to_char(line, 'FM00'),
                                  count(*)) as violation
  from fudamori.certificate
 group by application_number, line
having count(*) > 1;

-- @ certificate-of-its-institution
select application_number, format('%s-%s is of %s, its certificate of %s', application_number, to_char(c.line, 'FM00'),
                                  a.institution_code, c.institution_code) as violation
  from fudamori.certificate c
  join fudamori.certificate_application a using (application_number)
 where a.institution_code <> c.institution_code;

-- @ signed-with-download-and-without-key
select c.application_number, format('%s-%s: signed %s, download %s, private key kept %s', c.application_number,
                                    to_char(c.line, 'FM00'), i.certificate is not null, d.line is not null,
                                    c.private_key is not null) as violation
  from fudamori.certificate c
  left join fudamori.ca_issuance i using (serial)
  left join fudamori.certificate_download d using (application_number, line)
 where (i.certificate is not null) <> (d.line is not null)
    or (i.certificate is not null) = (c.private_key is not null)
    or i.serial is null;

-- @ issuance-has-its-certificate
select null as application_number, format('serial %s was vetted for no line', i.serial) as violation
  from fudamori.ca_issuance i
  left join fudamori.certificate c using (serial)
 where c.serial is null;

-- @ certificate-bears-its-serial
-- DER writes no leading zeros
select c.application_number, format('%s-%s: the signed certificate has another serial than %s', c.application_number,
                                    to_char(c.line, 'FM00'), c.serial) as violation
  from fudamori.certificate c
  join fudamori.ca_issuance i using (serial)
 where i.certificate is not null and position(decode(regexp_replace(c.serial, '^(00)+', ''), 'hex') in i.certificate) = 0;

-- @ issued-once
select d.application_number, format('the trail of %s-%s holds %s issues', d.application_number,
                                    to_char(d.line, 'FM00'), count(e.entry_id)) as violation
  from fudamori.certificate_download d
  left join fudamori.audit_entry e
    on e.subject = d.application_number || '-' || to_char(d.line, 'FM00') and e.action = 'certificate-issued'
 group by d.application_number, d.line
having count(e.entry_id) <> 1;
