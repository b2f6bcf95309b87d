alter table certificate_application
    add column extended_from  date,
    add column extension_days smallint check (extension_days > 0),
    add check (num_nulls(extended_from, extension_days) in (0, 2)),
    add check (extended_from is null or extended_due is not null);
comment on column certificate_application.extended_from is '延長した審査期限の起算日（これより前に延長した申請は空）';
comment on column certificate_application.extension_days is '延長した営業日数';
