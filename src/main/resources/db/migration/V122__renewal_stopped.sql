alter table renewal add column stopped_at timestamptz check (stopped_at is null or requested_at is null);
comment on column renewal.stopped_at is '医療機関コードの廃止により更新の案内を終えた日時';
