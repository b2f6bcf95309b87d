create sequence letter_running_number;

create table letter (
    letter_number      text        primary key check (letter_number ~ '^\d{4}-\d{6,12}$'),
    application_number text        not null unique check (application_number ~ '^\d{8}-\d{5}$'),
    issued_on          date        not null,
    unprintable        text[]      not null,
    sealed_pages       bytea, -- gone once the letter is in the post
    printed_at         timestamptz not null,
    tracking_number    text        check (tracking_number ~ '^\d{3}-\d{2}-\d{5}-[0-6]$'),
    posted_on          date        check (posted_on >= issued_on),
    posted_by          text,
    delivered_on       date        check (delivered_on >= posted_on),
    delivery_reporter  text,
    unique (tracking_number, posted_on),
    check ((tracking_number is null) = (posted_on is null)),
    check ((tracking_number is null) = (posted_by is null)),
    check ((sealed_pages is null) = (posted_on is not null)),
    check ((delivered_on is null) = (delivery_reporter is null)),
    check (delivered_on is null or posted_on is not null)
);
comment on table letter is '電子証明書発行通知書';
comment on column letter.unprintable is '書体にない文字（〓で印字）';

create table mail (
    mail_id    bigint      generated always as identity primary key,
    kind       text        not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    reference  text        not null check (reference !~ '[[:cntrl:]]'),
    recipient  text        not null check (recipient !~ '[[:cntrl:]]'),
    subject    text        not null check (subject !~ '[[:cntrl:]]'),
    body       text        not null,
    message_id text        not null unique,
    queued_at  timestamptz not null,
    sent_at    timestamptz,
    unique (kind, reference, recipient)
);
comment on table mail is '電子メール（送信待ち・送信済み）';
comment on column mail.reference is '受付番号、または下書きの番号';
