-- rows written before this column have none: nothing is in use yet
alter table ca_issuance add column key_hash bytea check (octet_length(key_hash) = 32); -- SHA-256 of SubjectPublicKeyInfo
create unique index ca_issuance_key on ca_issuance (key_hash);

create or replace function refuse_second_signature() returns trigger language plpgsql as $$
begin
    if old.certificate is not null
        or (old.serial, old.issuer, old.profile, old.tbs, old.tbs_seal, old.vetted_at, old.key_hash)
        is distinct from (new.serial, new.issuer, new.profile, new.tbs, new.tbs_seal, new.vetted_at, new.key_hash) then
        raise exception 'issuance % is fixed', old.serial;
    end if;
    return new;
end
$$;
