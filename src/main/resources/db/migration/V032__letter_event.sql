create table letter_event (
    event_id      bigint      generated always as identity primary key,
    letter_number text        not null,
    attempt       smallint    not null,
    kind          text        not null
                              check (kind in ('handed-over', 'at-office', 'out', 'absent', 'delivered', 'returned', 'lost')),
    happened_on   date        not null,
    happened_at   time,
    reason        text        check (reason ~ '^[a-z]+(-[a-z]+)*$'),
    source        text        not null check (source in ('form', 'csv', 'download')),
    reported_by   text        not null,
    reported_at   timestamptz not null,
    foreign key (letter_number, attempt) references letter_posting (letter_number, attempt),
    unique (letter_number, attempt, kind, happened_on),
    check ((kind = 'returned') = (reason is not null))
);
comment on table letter_event is '通知書の追跡記録';
comment on column letter_event.reason is '返送の理由';

insert into letter_event (letter_number, attempt, kind, happened_on, source, reported_by, reported_at)
select letter_number, 1, 'delivered', delivered_on,
       case when delivery_reporter = 'download' then 'download' else 'form' end,
       delivery_reporter, delivered_on
  from letter
 where delivered_on is not null;

-- kept as postings and events from now on; no server older than this one was ever in use
alter table letter drop column delivered_on;
alter table letter drop column delivery_reporter;
alter table letter drop column posted_by;
alter table letter drop column posted_on;
alter table letter drop column tracking_number;
alter table letter add check (sealed_pages is null or printed_at is not null);
