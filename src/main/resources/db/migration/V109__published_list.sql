-- what lists say, apart from the rest: the list of a shard holds one of these, the list of all holds 64
create table ca_list_part (
    part_id bigint   generated always as identity primary key,
    issuer  text     not null,
    shard   smallint not null check (shard between 0 and 63),
    entries bytea    not null                           -- the content of revokedCertificates, DER (RFC 5280, 5.1.2.6)
);
comment on table ca_list_part is '失効リストの中身';

alter table ca_list_part alter column entries set storage external; -- random serials do not get smaller

create index ca_list_part_of_issuer on ca_list_part (issuer);

-- instead of ca_revocation_list, which servers of before still write
create table ca_published_list (
    issuer      text        not null,
    shard       smallint    not null check (shard between -1 and 63), -- -1: the list of all
    number      bigint      not null check (number > 0), -- CRLNumber (RFC 5280, 5.2.3)
    this_update timestamptz not null,
    next_update timestamptz not null check (next_update > this_update),
    head        bytea       not null,                   -- CertificateList, DER, up to the first entry
    parts       bigint[]    not null,                   -- ca_list_part; those of the list before may go with it
    tail        bytea       not null,                   -- CertificateList, DER, after the last entry
    length      bigint      not null check (length > 0), -- of all together, bytes
    primary key (issuer, shard, number)
);
comment on table ca_published_list is '公開中の失効リスト';

create function refuse_lower_list() returns trigger language plpgsql as $$
begin
    if exists (select 1 from fudamori.ca_published_list
                where issuer = new.issuer and shard = new.shard and number >= new.number) then
        raise exception 'list % of % has number % or a higher one already', new.shard, new.issuer, new.number;
    end if;
    return new;
end
$$;

create trigger ca_published_list_number_grows before insert on ca_published_list
    for each row execute function refuse_lower_list();
create trigger ca_published_list_fixed before update or truncate on ca_published_list
    for each statement execute function refuse_change();
