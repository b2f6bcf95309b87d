-- no server older than this one was ever in use
alter table letter drop constraint letter_application_number_key;
create index letter_application on letter (application_number, letter_number);

-- a letter is assembled first and printed later
alter table letter alter column issued_on drop not null;
alter table letter alter column unprintable drop not null;
alter table letter alter column printed_at drop not null;
alter table letter add column postal_code text check (postal_code ~ '^\d{3}-\d{4}$');
alter table letter add column address text;
alter table letter add column addressee text;
alter table letter add column person text;
update letter
   set postal_code = i.postal_code, address = i.address, addressee = i.name, person = a.contact_name || ' 様'
  from certificate_application a
  join institution i on i.code = a.institution_code
 where a.application_number = letter.application_number;
alter table letter add check (
    num_nulls(issued_on, unprintable, printed_at, postal_code, address, addressee, person) in (0, 7));
comment on column letter.addressee is '宛先の名称。所在地とともに、印字したときのもの';
comment on column letter.person is '宛名（様まで）';

alter table letter add column voided_on date;
alter table letter add column void_reason text;
alter table letter add check ((voided_on is null) = (void_reason is null));
comment on column letter.voided_on is '通知書を無効にした日';

create table letter_line (
    application_number text     not null,
    line               smallint not null check (line between 1 and 50),
    letter_number      text     not null references letter (letter_number),
    primary key (application_number, line),
    foreign key (application_number, line) references certificate (application_number, line)
);
comment on table letter_line is '通知書に記載した枚（電子証明書）';
create index letter_line_letter on letter_line (letter_number);

insert into letter_line (application_number, line, letter_number)
select application_number, 1, letter_number
  from letter;
