-- a successor is that of one ending that counts; one that was found wrong leaves it to another
alter table institution_ending drop constraint institution_ending_successor_key;
create unique index institution_ending_successor on institution_ending (successor) where withdrawn_at is null;

create table institution_ending_withdrawn (
    entry_id     bigint      generated always as identity primary key,
    code         text        not null references institution (code),
    closed_on    date        not null,
    successor    text        references institution (code),
    recorded_at  timestamptz not null,
    withdrawn_at timestamptz not null
);
comment on table institution_ending_withdrawn is '誤りと分かったあと、別の内容で取り込み直された廃止の、もとの記録';

create table succession_rejected (
    entry_id   bigint      generated always as identity primary key,
    code       text        not null references institution (code),
    doubts     text[]      not null,
    decided_by text        not null,
    decided_at timestamptz not null,
    note       text        not null
);
comment on table succession_rejected is '誤りと分かったあと、別の内容で取り込み直された廃止についての判断';
