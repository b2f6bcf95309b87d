alter table mail add column institution_code text check (institution_code ~ '^\d{10}$');
comment on column mail.institution_code is '宛先の医療機関（職員あてのメールにはない）';

alter table mail add column refused_at timestamptz;
alter table mail add column refusal text check (refusal !~ '[[:cntrl:]]');
comment on column mail.refusal is '宛先を受け付けなかったサーバーの応答';

alter table mail add column corrected_recipient text check (corrected_recipient !~ '[[:cntrl:]]');
comment on column mail.corrected_recipient is '訂正後の宛先';

alter table mail add column given_up_at timestamptz;
alter table mail add column give_up_reason text;
comment on column mail.given_up_at is '送信を取りやめた日時';

alter table mail add check (num_nulls(refused_at, refusal) in (0, 2));
alter table mail add check (num_nulls(given_up_at, give_up_reason) in (0, 2));
alter table mail add check (given_up_at is null or refused_at is not null);
alter table mail add check (sent_at is null or given_up_at is null);
