-- written and committed before the key is used: whatever happens afterwards, it is on record what was to be signed
create table ca_issuance (
    serial      text        primary key check (serial ~ '^[0-9a-f]{32}$'),
    issuer      text        not null check (issuer ~ '^[a-z0-9-]{1,40}$'),
    profile     text        not null,
    tbs         bytea       not null,                    -- TBSCertificate, DER (RFC 5280, 4.1)
    tbs_seal    bytea       not null,                    -- proof that vetting wrote these bytes
    vetted_at   timestamptz not null,
    certificate bytea,                                   -- Certificate, DER
    signed_at   timestamptz,
    check ((certificate is null) = (signed_at is null))
);
comment on table ca_issuance is '証明書発行記録';

create function refuse_second_signature() returns trigger language plpgsql as $$
begin
    if old.certificate is not null or (old.serial, old.issuer, old.profile, old.tbs, old.tbs_seal, old.vetted_at)
        is distinct from (new.serial, new.issuer, new.profile, new.tbs, new.tbs_seal, new.vetted_at) then
        raise exception 'issuance % is fixed', old.serial;
    end if;
    return new;
end
$$;

create trigger ca_issuance_signed_once before update on ca_issuance
    for each row execute function refuse_second_signature();

create table ca_prepared_key (
    key_id      uuid        primary key,
    algorithm   text        not null,
    public_key  bytea       not null,                    -- SubjectPublicKeyInfo, DER
    private_key bytea       not null,                    -- PKCS#8, sealed
    made_at     timestamptz not null
);
comment on table ca_prepared_key is '事前生成鍵';

create index ca_prepared_key_oldest on ca_prepared_key (algorithm, made_at);

create table ca_revocation_list (
    issuer      text        primary key check (issuer ~ '^[a-z0-9-]{1,40}$'),
    number      bigint      not null check (number > 0), -- CRLNumber (RFC 5280, 5.2.3)
    this_update timestamptz not null,
    next_update timestamptz not null check (next_update > this_update),
    der         bytea       not null                     -- CertificateList, DER (RFC 5280, 5.1)
);
comment on table ca_revocation_list is '失効リスト';

create function refuse_lower_number() returns trigger language plpgsql as $$
begin
    if new.number <= old.number then
        raise exception 'revocation list of % has number % already', old.issuer, old.number;
    end if;
    return new;
end
$$;

create trigger ca_revocation_list_number_grows before update on ca_revocation_list
    for each row execute function refuse_lower_number();
