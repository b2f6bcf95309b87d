-- A one-time link is sealed until its mail is sent, and then forgotten; the body keeps a note in its place.
alter table mail add column sealed_link bytea;
comment on column mail.sealed_link is '1回限りのリンク（送信後に消去）';
alter table mail add check (sealed_link is null or sent_at is null);
