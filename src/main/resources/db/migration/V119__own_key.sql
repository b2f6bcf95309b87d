create table own_key (
    key_hash           bytea       primary key check (octet_length(key_hash) = 32), -- SHA-256 of SubjectPublicKeyInfo
    institution_code   text        not null check (institution_code ~ '^\d{10}$'),
    terminal_name      text        not null check (char_length(terminal_name) between 1 and 40),
    request            bytea       not null,    -- CertificationRequest, DER (RFC 2986)
    public_key         bytea       not null,    -- SubjectPublicKeyInfo, DER (RFC 5280, 4.1)
    algorithm          text        not null,
    subject            text        not null,    -- what the request says of its sender; shown, never used
    offered_by         text        not null,
    offered_at         timestamptz not null,
    application_number text,                    -- once an application takes it
    line               smallint,
    check ((application_number is null) = (line is null))
);
comment on table own_key is '持込鍵（医療機関が自ら作成した鍵）';

create unique index own_key_waiting on own_key (institution_code, terminal_name) where application_number is null;
create unique index own_key_line on own_key (application_number, line);

-- no private key and no file with one: the clinic has it
alter table certificate add column own_key boolean not null default false;
alter table certificate add check (not own_key or private_key is null);
comment on column certificate.own_key is '持込鍵の証明書';
comment on column certificate_download.pkcs12 is 'PKCS#12、持込鍵のときは証明書チェーン（PEM）';
