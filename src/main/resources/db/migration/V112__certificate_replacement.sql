create table certificate_replacement (
    application_number   text     not null,
    line                 smallint not null,
    replaced_application text     not null,
    replaced_line        smallint not null,
    primary key (application_number, line),
    foreign key (application_number) references certificate_application (application_number),
    foreign key (replaced_application, replaced_line) references certificate (application_number, line),
    check ((application_number, line) <> (replaced_application, replaced_line))
);
comment on table certificate_replacement is '電子証明書の置換え（再発行、更新、承継）';
-- whether a line still asks for its place follows from the state of its application; who adds one locks the old one
create index certificate_replacement_replaced on certificate_replacement (replaced_application, replaced_line);

alter table certificate
    add column revoked_at        timestamptz,
    add column revocation_reason smallint check (revocation_reason in (1, 2, 3, 4, 5, 9)), -- RFC 5280, 5.3.1
    add column revoked_by        text,
    add column revocation_note   text check (char_length(revocation_note) <= 400),
    add check (num_nulls(revoked_at, revocation_reason, revoked_by, revocation_note) in (0, 4)),
    add check (revoked_at is null or private_key is null);
comment on column certificate.revoked_at is '失効日時。失効リストに載る記録は ca_revocation';
