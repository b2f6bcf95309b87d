create table application_code (
    application_number text  primary key references certificate_application (application_number),
    salt               bytea not null check (octet_length(salt) = 16),
    hash               bytea not null check (octet_length(hash) = 32)
);
comment on table application_code is '照会コード（受付のメールに記載。ここには照合用の値だけ）';

create table lookup_try (
    source text        not null, -- 'address:...' or 'application:...'
    hour   timestamptz not null,
    tries  integer     not null check (tries > 0),
    primary key (source, hour)
);
comment on table lookup_try is 'ログインなしの照会を試した回数（1時間ごと、1日だけ保持）';
create index lookup_try_hour on lookup_try (hour);
