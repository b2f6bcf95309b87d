-- @ sealed-or-waiting
select null as application_number, format('entry %s of the trail is sealed %s times and waits %s times', e.entry_id,
                                          count(s.entry_id), count(u.entry_id)) as violation
  from fudamori.audit_entry e
  left join fudamori.audit_seal s using (entry_id)
  left join fudamori.audit_unsealed u using (entry_id)
 group by e.entry_id
having count(s.entry_id) + count(u.entry_id) <> 1;

-- @ chain-unbroken
-- the same bytes as jp.fudamori.audit.AuditEntry: lengths before texts, so that no two entries hash alike
select null as application_number, format('seal %s does not fit its entry or the seal before', seal_number) as violation
  from (select s.seal_number, s.hash, row_number() over chain as expected_number,
               sha256(coalesce(lag(s.hash) over chain, decode(repeat('00', 32), 'hex'))
                      || int8send(e.entry_id)
                      || int8send(floor(extract(epoch from e.at))::bigint)
                      || int4send((mod(extract(microseconds from e.at), 1000000) * 1000)::int)
                      || int4send(octet_length(convert_to(e.actor, 'UTF8'))) || convert_to(e.actor, 'UTF8')
                      || int4send(octet_length(convert_to(e.action, 'UTF8'))) || convert_to(e.action, 'UTF8')
                      || int4send(octet_length(convert_to(e.subject, 'UTF8'))) || convert_to(e.subject, 'UTF8')
                      || int4send(octet_length(convert_to(e.detail, 'UTF8'))) || convert_to(e.detail, 'UTF8')
                     ) as expected
          from fudamori.audit_seal s
          join fudamori.audit_entry e using (entry_id)
        window chain as (order by s.seal_number)) sealed
 where hash <> expected or seal_number <> expected_number;
