create table announcement (
    announcement_number integer     generated always as identity primary key,
    title               text        not null check (char_length(title) between 1 and 100),
    body                text        not null check (char_length(body) between 1 and 10000), -- markup, docs/adr/0023
    importance          smallint    not null check (importance between 1 and 5),
    urgent              boolean     not null,
    published_from      date        not null, -- both days inclusive, Asia/Tokyo
    published_until     date        check (published_until >= published_from),
    revision            integer     not null default 1 check (revision > 0),
    published_by        text        not null,
    revised_at          timestamptz not null,
    withdrawn_at        timestamptz
);
comment on table announcement is 'お知らせ';
comment on column announcement.announcement_number is '管理番号';
comment on column announcement.importance is '重要度（★の数）';
comment on column announcement.urgent is '【重要】の見出しが付くもの';

create index announcement_current on announcement (published_from) where withdrawn_at is null;

create table page_view (
    page  text   primary key check (page ~ '^(announcement|article):[A-Z0-9]+$'),
    views bigint not null check (views >= 0)
);
comment on table page_view is '表示回数（数秒ごとにまとめて加える）';
