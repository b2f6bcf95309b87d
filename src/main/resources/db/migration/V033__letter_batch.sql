create table letter_batch (
    batch_number bigint      generated always as identity primary key,
    closed_at    timestamptz not null,
    closed_by    text        not null
);
comment on table letter_batch is '差出し束（まとめて印刷し、まとめて差し出す通知書）';

create table letter_batch_item (
    batch_number  bigint   not null references letter_batch (batch_number),
    position      smallint not null check (position between 1 and 100),
    letter_number text     not null unique references letter (letter_number),
    primary key (batch_number, position)
);
comment on table letter_batch_item is '差出し束の中の通知書';
comment on column letter_batch_item.position is '封入と差出票の順番';

create index letter_to_be_posted on letter (letter_number) where sealed_pages is not null;
