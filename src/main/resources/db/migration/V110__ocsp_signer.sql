create table ca_ocsp_signer (
    serial      text        primary key check (serial ~ '^[0-9a-f]{32}$'),
    issuer      text        not null,
    tbs         bytea       not null,                    -- TBSCertificate, DER; on record before the issuer signs it
    private_key bytea       not null,                    -- PKCS#8, sealed
    not_before  timestamptz not null,
    not_after   timestamptz not null check (not_after > not_before),
    certificate bytea                                    -- Certificate, DER
);
comment on table ca_ocsp_signer is 'OCSP署名者';

create index ca_ocsp_signer_of_issuer on ca_ocsp_signer (issuer, not_after);
