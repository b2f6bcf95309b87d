create table succession (
    code             text        primary key references institution_ending (code),
    state            text        not null check (state in ('assessed', 'rejected', 'closing', 'succeeding', 'ended')),
    doubts           text[]      not null,
    decided_by       text,
    decided_at       timestamptz,
    note             text        check (char_length(note) between 1 and 200),
    transition_until date, -- inclusive, Asia/Tokyo
    check (num_nulls(decided_by, decided_at, note) in (0, 3)),
    check ((state = 'succeeding') <= (transition_until is not null))
);
comment on table succession is '廃止と承継の手続き';
comment on column succession.transition_until is '承継のあと、古い電子証明書を使える最後の日';
