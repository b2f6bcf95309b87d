create table institution_ending (
    code        text        primary key references institution (code),
    closed_on   date        not null,
    successor   text        unique references institution (code) check (successor <> code),
    recorded_at timestamptz not null
);
comment on table institution_ending is '医療機関の廃止と承継';
comment on column institution_ending.closed_on is '廃止日';
comment on column institution_ending.successor is '承継先の医療機関コード（承継のない廃止では空）';
