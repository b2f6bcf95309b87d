create table renewal (
    application_number text        not null,
    line               smallint    not null,
    opened_at          timestamptz not null,
    requested_at       timestamptz,
    channel            text        check (channel in ('portal', 'phone', 'terminal')),
    primary key (application_number, line),
    foreign key (application_number, line) references certificate (application_number, line),
    check (num_nulls(requested_at, channel) in (0, 2))
);
comment on table renewal is '電子証明書の更新（更新期間に入った電子証明書ごと）';
comment on column renewal.channel is '更新を申し込んだ方法（ポータル、電話、端末）';

create index certificate_not_after on certificate (not_after, application_number, line);

create table renewal_file (
    application_number text     not null,
    line               smallint not null,
    sealed_key         bytea, -- PKCS#8, sealed; until the clinic chooses the password of its file
    sealed_file        bytea, -- PKCS#12 under that password, sealed
    primary key (application_number, line),
    foreign key (application_number, line) references certificate (application_number, line),
    check (num_nulls(sealed_key, sealed_file) = 1)
);
comment on table renewal_file is '更新した電子証明書の鍵とファイル（受取りの期限まで）';

create table renewal_campaign (
    only_one           boolean     primary key default true check (only_one),
    stopped_by         text,
    stopped_at         timestamptz,
    day                date,        -- of the run that the rest is about
    after_not_after    timestamptz, -- last certificate that was looked at
    after_application  text,
    after_line         smallint,
    seen               integer     not null default 0 check (seen >= 0),
    opened             integer     not null default 0 check (opened between 0 and seen),
    finished           boolean     not null default false,
    check (num_nulls(stopped_by, stopped_at) in (0, 2)),
    check (num_nulls(after_not_after, after_application, after_line) in (0, 3))
);
comment on table renewal_campaign is '更新案内の一斉処理の進み具合';
insert into renewal_campaign default values;
