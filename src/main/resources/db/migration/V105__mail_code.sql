alter table mail add column sealed_code bytea;
comment on column mail.sealed_code is '照会コード（送信後に消去）';
alter table mail add check (sealed_code is null or sent_at is null);
