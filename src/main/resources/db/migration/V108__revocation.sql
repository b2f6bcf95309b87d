create table ca_revocation (
    serial     text        primary key references ca_issuance (serial),
    issuer     text        not null,
    shard      smallint    not null check (shard between 0 and 63), -- which of the issuer's lists names it
    reason     smallint    not null check (reason in (1, 2, 3, 4, 5, 9)), -- CRLReason (RFC 5280, 5.3.1)
    revoked_at timestamptz not null,
    not_after  timestamptz not null                     -- of the certificate; how long lists must name it
);
comment on table ca_revocation is '失効記録';

create index ca_revocation_of_shard on ca_revocation (issuer, shard);

create trigger ca_revocation_append_only before update or delete or truncate on ca_revocation
    for each statement execute function refuse_change();

-- written with the revocation, taken out by the transaction that publishes it: nobody asks each time what is new
create table ca_unpublished_revocation (
    serial text primary key references ca_revocation (serial)
);
comment on table ca_unpublished_revocation is '失効リスト掲載待ち';
