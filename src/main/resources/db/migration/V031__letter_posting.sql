create table letter_posting (
    letter_number   text     not null references letter (letter_number),
    attempt         smallint not null check (attempt between 1 and 9),
    tracking_number text     not null check (tracking_number ~ '^\d{3}-\d{2}-\d{5}-[0-6]$'),
    posted_on       date     not null,
    posted_by       text     not null,
    postal_code     text     not null check (postal_code ~ '^\d{3}-\d{4}$'),
    address         text     not null,
    addressee       text     not null,
    person          text     not null,
    again_by        text, -- who decided, after it came back, to post it again
    primary key (letter_number, attempt),
    unique (tracking_number, posted_on)
);
comment on table letter_posting is '通知書の差出し（書留）';
comment on column letter_posting.attempt is '何回目の差出しか';
comment on column letter_posting.again_by is '返送のあと、再差出しを決めた者';

insert into letter_posting
       (letter_number, attempt, tracking_number, posted_on, posted_by, postal_code, address, addressee, person)
select letter_number, 1, tracking_number, posted_on, posted_by, postal_code, address, addressee, person
  from letter
 where posted_on is not null;
