-- @ certificate-of-approved-line
select c.application_number, format('%s-%s has a certificate and is %s', c.application_number, to_char(c.line, 'FM00'),
                                    coalesce(case when l.refusal is not null then 'turned down' else a.state end,
                                             'unknown')) as violation
  from fudamori.certificate c
  left join fudamori.certificate_application a using (application_number)
  left join fudamori.application_line l using (application_number, line)
  left join fudamori.ca_issuance i using (serial)
 where a.state is distinct from 'approved' or l.line is null
    -- what was vetted and then withheld, will never be signed
    or l.refusal is not null and (l.withheld_on is null or i.certificate is not null);

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
  left join fudamori.application_line l using (application_number, line)
 where (i.certificate is not null) <> (d.line is not null)
    or (i.certificate is not null or l.withheld_on is not null) = (c.private_key is not null)
       and (i.certificate is not null or not c.own_key and not exists ( -- a renewal that was given up has neither
            select from fudamori.certificate_replacement r
              join fudamori.certificate_application a using (application_number)
              join fudamori.certificate o on o.application_number = r.replaced_application and o.line = r.replaced_line
             where r.application_number = c.application_number and r.line = c.line
               and a.kind = 'renewal' and o.revoked_at is not null))
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

-- @ revoked-on-both-sides
select c.application_number, format('%s-%s: revoked for %s here, for %s on the list', c.application_number,
                                    to_char(c.line, 'FM00'), coalesce(c.revocation_reason::text, 'nothing'),
                                    coalesce(r.reason::text, 'nothing')) as violation
  from fudamori.certificate c
  left join fudamori.ca_revocation r using (serial)
 where c.revocation_reason is distinct from r.reason;

-- @ revoked-without-download
select c.application_number, format('%s-%s is revoked, and can be downloaded', c.application_number,
                                    to_char(c.line, 'FM00')) as violation
  from fudamori.certificate c
  left join fudamori.certificate_download d using (application_number, line)
 where c.revoked_at is not null and (d.closed_on is null or d.pkcs12 is not null);

-- @ revoked-as-in-the-trail
select c.application_number, format('%s-%s: revoked %s, in its trail %s times', c.application_number,
                                    to_char(c.line, 'FM00'), c.revoked_at is not null, count(e.entry_id)) as violation
  from fudamori.certificate c
  left join fudamori.audit_entry e
    on e.subject = c.application_number || '-' || to_char(c.line, 'FM00') and e.action = 'certificate-revoked'
 group by c.application_number, c.line, c.revoked_at
having count(e.entry_id) <> case when c.revoked_at is null then 0 else 1 end;

-- @ replaced-by-one
select r.replaced_application as application_number,
       format('%s-%s is replaced by %s lines', r.replaced_application, to_char(r.replaced_line, 'FM00'),
              count(*)) as violation
  from fudamori.certificate_replacement r
  join fudamori.certificate_application a using (application_number)
  join fudamori.application_line l using (application_number, line)
  join fudamori.certificate old on old.application_number = r.replaced_application and old.line = r.replaced_line
 where a.state in ('submitted', 'returned', 'second-approval', 'approved') and l.refusal is null
   -- a renewal that nobody had fetched when the old certificate was revoked does not count
   and not (a.kind = 'renewal' and old.revoked_at is not null and not exists (
            select from fudamori.certificate_download d
             where d.application_number = r.application_number and d.line = r.line and d.downloads > 0))
 group by r.replaced_application, r.replaced_line
having count(*) > 1;

-- @ reissued-not-beside-the-old-one
select r.application_number, format('%s-%s was issued anew, and %s-%s is still valid', r.application_number,
                                    to_char(r.line, 'FM00'), r.replaced_application,
                                    to_char(r.replaced_line, 'FM00')) as violation
  from fudamori.certificate_replacement r
  join fudamori.certificate_application a on a.application_number = r.application_number and a.kind = 'reissue'
  join fudamori.certificate_download d on d.application_number = r.application_number and d.line = r.line
  join fudamori.certificate old on old.application_number = r.replaced_application and old.line = r.replaced_line
 where old.revoked_at is null
   and old.not_after >= (select i.signed_at
                           from fudamori.certificate c
                           join fudamori.ca_issuance i using (serial)
                          where c.application_number = r.application_number and c.line = r.line);

-- @ one-valid-certificate-a-terminal
-- a terminal's certificates are those that replace one another; while two live, the newer one renews or succeeds the
-- other one directly
select c.application_number, format('%s-%s and %s-%s of one terminal are both valid', c.application_number,
                                    to_char(c.line, 'FM00'), older.number, to_char(older.place, 'FM00')) as violation
  from fudamori.certificate c
  join fudamori.ca_issuance i using (serial)
  join fudamori.certificate_download d using (application_number, line)
  join fudamori.certificate_application a using (application_number)
 cross join lateral (
       with recursive chain(number, place, steps) as (
           select r.replaced_application, r.replaced_line, 1
             from fudamori.certificate_replacement r
            where r.application_number = c.application_number and r.line = c.line
           union all
           select r.replaced_application, r.replaced_line, chain.steps + 1
             from chain
             join fudamori.certificate_replacement r on r.application_number = chain.number and r.line = chain.place
            where chain.steps < 100)
       select chain.number, chain.place, chain.steps from chain) older
  join fudamori.certificate o on o.application_number = older.number and o.line = older.place
  join fudamori.certificate_download od on od.application_number = older.number and od.line = older.place
 where c.revoked_at is null and o.revoked_at is null and o.not_after >= i.signed_at
   and (older.steps > 1 or a.kind not in ('renewal', 'succession'));

-- @ replaced-once-for-all
select r.replaced_application as application_number,
       format('%s-%s has %s certificates in its place', r.replaced_application, to_char(r.replaced_line, 'FM00'),
              count(*)) as violation
  from fudamori.certificate_replacement r
  join fudamori.certificate_download d using (application_number, line)
  join fudamori.certificate_application a using (application_number)
  join fudamori.certificate old on old.application_number = r.replaced_application and old.line = r.replaced_line
 where d.downloads > 0 or a.kind <> 'renewal' or old.revoked_at is null
 group by r.replaced_application, r.replaced_line
having count(*) > 1;

-- @ replacement-of-its-institution
select r.application_number, format('%s is of %s and replaces a certificate of %s', r.application_number,
                                    a.institution_code, o.institution_code) as violation
  from fudamori.certificate_replacement r
  join fudamori.certificate_application a using (application_number)
  join fudamori.certificate o on o.application_number = r.replaced_application and o.line = r.replaced_line
 where case when a.kind = 'succession'
            then not exists (select from fudamori.institution_ending e
                              where e.code = o.institution_code and e.successor = a.institution_code)
            else a.institution_code <> o.institution_code end;

-- @ replacement-of-its-kind
select a.application_number, format('%s is of the kind %s, and line %s replaces %s', a.application_number, a.kind,
                                    l.line, coalesce(r.replaced_application, 'nothing')) as violation
  from fudamori.certificate_application a
  join fudamori.application_line l using (application_number)
  left join fudamori.certificate_replacement r using (application_number, line)
 where (a.kind = 'new') <> (r.line is null);

-- @ renewal-replaces-one-of-its-institution
select a.application_number, format('renewal %s replaces %s certificates of %s', a.application_number, count(c.serial),
                                    a.institution_code) as violation
  from fudamori.certificate_application a
  left join fudamori.certificate_replacement r using (application_number)
  left join fudamori.certificate c
    on c.application_number = r.replaced_application and c.line = r.replaced_line
   and c.institution_code = a.institution_code
 where a.kind = 'renewal'
 group by a.application_number, a.institution_code
having count(c.serial) <> 1;

-- @ renewal-in-its-window
select r.application_number, format('%s-%s ends %s and was renewed %s', r.application_number,
                                    to_char(r.line, 'FM00'), c.not_after, r.requested_at) as violation
  from fudamori.renewal r
  join fudamori.certificate c using (application_number, line)
 where r.requested_at > c.not_after
    or (r.requested_at at time zone 'Asia/Tokyo')::date < (c.not_after at time zone 'Asia/Tokyo')::date - 90;

-- @ renewed-key-sealed-or-packed
select c.application_number, format('%s-%s: renewed, and its key is kept beside a closed or revoked download',
                                    c.application_number, to_char(c.line, 'FM00')) as violation
  from fudamori.renewal_file f
  join fudamori.certificate c using (application_number, line)
  join fudamori.certificate_application a using (application_number)
  join fudamori.certificate_download d using (application_number, line)
 where a.kind <> 'renewal' or c.revoked_at is not null or d.closed_on is not null
    or not c.own_key and (f.sealed_file is not null) <> (d.downloads > 0);

-- @ signed-before-its-code-ended
select c.application_number, format('%s-%s was signed %s, and %s ended %s, recorded %s', c.application_number,
                                    to_char(c.line, 'FM00'), signed.at, e.code, e.closed_on,
                                    e.recorded_at) as violation
  from fudamori.institution_ending e
  join fudamori.certificate c on c.institution_code = e.code
  join fudamori.audit_entry signed
    on signed.subject = c.application_number || '-' || to_char(c.line, 'FM00') and signed.action = 'certificate-issued'
 where e.withdrawn_at is null and signed.at > e.recorded_at
   and (signed.at at time zone 'Asia/Tokyo')::date > e.closed_on;

-- @ ended-code-without-valid-certificates
select c.application_number, format('%s has ended, and %s-%s is valid', s.code, c.application_number,
                                    to_char(c.line, 'FM00')) as violation
  from fudamori.succession s
  join fudamori.certificate c on c.institution_code = s.code
  join fudamori.certificate_download d using (application_number, line)
 where s.state = 'ended' and c.revoked_at is null
   and c.not_after >= (select max(revoked_at) from fudamori.certificate o
                        where o.institution_code = s.code and o.revoked_by = 'succession');
