create table audit_entry (
    entry_id bigint generated always as identity primary key,
    at       timestamptz not null,
    actor    text        not null,
    action   text        not null check (action ~ '^[a-z]+(-[a-z]+)*$'),
    subject  text        not null,
    detail   text        not null
);
comment on table audit_entry is '監査証跡';

create index audit_entry_subject on audit_entry (subject, entry_id);

-- entries that the chain does not hold yet: written with the entry, so that writers never wait for one another
create table audit_unsealed (
    entry_id bigint primary key references audit_entry (entry_id)
);
comment on table audit_unsealed is '封印待ちの監査証跡';

create table audit_seal (
    seal_number bigint primary key,
    entry_id    bigint not null unique references audit_entry (entry_id),
    hash        bytea  not null check (octet_length(hash) = 32) -- SHA-256 over the previous hash and the entry
);
comment on table audit_seal is '監査証跡の封印（ハッシュ連鎖）';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();
