create table application_line (
    application_number text     not null references certificate_application (application_number),
    line               smallint not null check (line between 1 and 50),
    terminal_name      text     not null check (char_length(terminal_name) between 1 and 40),
    refusal            text, -- of a line that was turned down while others were approved
    primary key (application_number, line)
);
comment on table application_line is '申請の枚（端末1台につき1枚）';

insert into application_line (application_number, line, terminal_name)
select application_number, 1, terminal_name
  from certificate_application;

-- no server older than this one was ever in use
alter table certificate_application drop column terminal_name;

alter table application_draft add column terminal_names text[];
update application_draft set terminal_names = array[terminal_name] where terminal_name is not null;
alter table application_draft drop column terminal_name;
alter table application_draft add check (num_nulls(contact_name, terminal_names) in (0, 2));

alter table certificate add column line smallint not null default 1 check (line between 1 and 50);
alter table certificate_download add column line smallint not null default 1;
alter table certificate_secret add column line smallint not null default 1;
alter table certificate_download drop constraint certificate_download_application_number_fkey;
alter table certificate_secret drop constraint certificate_secret_application_number_fkey;
alter table certificate drop constraint certificate_pkey, add primary key (application_number, line);
alter table certificate_download drop constraint certificate_download_pkey, add primary key (application_number, line),
    add foreign key (application_number, line) references certificate (application_number, line);
alter table certificate_secret drop constraint certificate_secret_pkey, add primary key (application_number, line),
    add foreign key (application_number, line) references certificate (application_number, line);
alter table certificate alter column line drop default;
alter table certificate_download alter column line drop default;
alter table certificate_secret alter column line drop default;

-- one consent for an application, one fee for each of its certificates
alter table fee add column consent_reference text references fee_consent (reference);
alter table fee drop constraint fee_reference_fkey;
update fee set consent_reference = reference, reference = reference || '-01';
alter table fee alter column consent_reference set not null;
comment on column fee.reference is '受付番号と枚番';
