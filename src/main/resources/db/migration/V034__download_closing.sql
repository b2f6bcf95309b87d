alter table certificate_download add column closed_on date;
alter table certificate_download add column closing_reason text;
alter table certificate_download add check ((closed_on is null) = (closing_reason is null));
alter table certificate_download add check (closed_on is null or pkcs12 is null);
comment on column certificate_download.closed_on is 'ダウンロードを止めた日（通知書の無効など）';
