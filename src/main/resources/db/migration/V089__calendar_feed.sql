create table calendar_feed (
    institution_code text        primary key check (institution_code ~ '^[0-9]{10}$'),
    token_hash       text        not null unique check (token_hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of 256 random bits
    opened_by        text        not null,
    opened_at        timestamptz not null
);
comment on table calendar_feed is '予定表の配信（秘密のURL。ここには照合用の値だけ）';
