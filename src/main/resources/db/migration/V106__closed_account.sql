alter table account add column closed_at timestamptz;
comment on column account.closed_at is '利用停止の日時（ログインできない。再び登録・再開すると消える）';

-- 停止したアカウントのメールアドレスは、別の医療機関コードでも使える
create unique index account_mail_of_open_clinic on account (lower(mail))
    where institution_code is not null and closed_at is null;
drop index account_mail_of_clinic;
