-- @ no-secret-after-posting
select s.application_number, format('the secrets of %s-%s are kept although letter %s was posted',
                                    s.application_number, to_char(s.line, 'FM00'), n.letter_number) as violation
  from fudamori.certificate_secret s
  join fudamori.letter_line n using (application_number, line)
 where exists (select from fudamori.letter_posting p where p.letter_number = n.letter_number);

-- @ no-secret-before-signing
select s.application_number, format('%s-%s has secrets and is not signed', s.application_number,
                                    to_char(s.line, 'FM00')) as violation
  from fudamori.certificate_secret s
  left join fudamori.certificate_download d using (application_number, line)
 where d.line is null;

-- @ no-secret-without-file
select s.application_number, format('the secrets of %s-%s are kept although its file is destroyed',
                                    s.application_number, to_char(s.line, 'FM00')) as violation
  from fudamori.certificate_secret s
  join fudamori.certificate_download d using (application_number, line)
 where d.pkcs12 is null;

-- @ secret-until-printed
select d.application_number, format('%s-%s waits for its letter, and what it must say is gone', d.application_number,
                                    to_char(d.line, 'FM00')) as violation
  from fudamori.certificate_download d
  left join fudamori.certificate_secret s using (application_number, line)
  left join fudamori.letter_line n using (application_number, line)
  left join fudamori.letter l using (letter_number)
 where s.line is null and l.printed_at is null and d.pkcs12 is not null;

-- @ file-until-closed-or-over
select d.application_number, format('the file of %s-%s is gone, and nobody destroyed it', d.application_number,
                                    to_char(d.line, 'FM00')) as violation
  from fudamori.certificate_download d
  join fudamori.certificate_application a using (application_number)
 where d.pkcs12 is null and d.closed_on is null and a.kind <> 'renewal' -- a renewal's file: renewed-key-sealed-or-packed
   and not exists (select from fudamori.audit_entry e
                    where e.subject = d.application_number || '-' || to_char(d.line, 'FM00')
                      and e.action = 'file-destroyed');

-- @ downloads-as-in-the-trail
select d.application_number, format('%s-%s was fetched %s times, its trail says %s', d.application_number,
                                    to_char(d.line, 'FM00'), d.downloads, count(e.entry_id)) as violation
  from fudamori.certificate_download d
  left join fudamori.audit_entry e
    on e.subject = d.application_number || '-' || to_char(d.line, 'FM00') and e.action = 'certificate-downloaded'
 group by d.application_number, d.line, d.downloads
having count(e.entry_id) <> d.downloads;
