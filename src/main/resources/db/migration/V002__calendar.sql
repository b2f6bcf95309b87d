-- what the law makes of a day is calculated; here stands only what was decided otherwise, hence no row to begin with
create table calendar_override (
    day  date    primary key check (day between '1980-01-01' and '2099-12-31'),
    open boolean not null,
    name text    not null check (char_length(name) between 1 and 50)
);
comment on table calendar_override is '開庁日・閉庁日の例外';
comment on column calendar_override.open is '開庁日か';
comment on column calendar_override.name is '理由となる名称';
