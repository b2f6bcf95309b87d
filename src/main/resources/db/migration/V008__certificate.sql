create table certificate (
    application_number text        primary key check (application_number ~ '^\d{8}-\d{5}$'),
    serial             text        not null unique references ca_issuance (serial),
    institution_code   text        not null check (institution_code ~ '^\d{10}$'),
    sequence           integer     not null check (sequence > 0), -- running number within the institution
    not_before         timestamptz not null,
    not_after          timestamptz not null check (not_after > not_before),
    private_key        bytea,                                     -- PKCS#8, sealed; from vetting to signing only
    unique (institution_code, sequence)
);
comment on table certificate is '電子証明書';

create table certificate_download (
    application_number text        primary key references certificate (application_number),
    reference_id       text        not null unique check (reference_id ~ '^[A-Z2-9-]{12,16}$'),
    code_salt          bytea       not null check (octet_length(code_salt) = 16),
    code_hash          bytea       not null check (octet_length(code_hash) = 32),
    pkcs12             bytea,                                     -- until the period is over
    download_until     date        not null,                      -- inclusive, Asia/Tokyo
    wrong_codes        smallint    not null default 0 check (wrong_codes between 0 and 5),
    downloads          integer     not null default 0 check (downloads >= 0)
);
comment on table certificate_download is '電子証明書のダウンロード';

create index certificate_download_until on certificate_download (download_until) where pkcs12 is not null;

create table certificate_secret (
    application_number text        primary key references certificate (application_number),
    sealed             bytea       not null
);
comment on table certificate_secret is '発行通知書に印字する秘密情報（発送まで）';
