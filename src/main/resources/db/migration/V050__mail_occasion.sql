alter table mail add column occasion text not null default '' check (occasion !~ '[[:cntrl:]]');
comment on column mail.occasion is '同じ用件が繰り返されるときの区別（例：2回目の補正）';
comment on column mail.reference is '受付番号、利用申請の番号、または下書きの番号';

alter table mail drop constraint mail_kind_reference_recipient_key;
alter table mail add unique (kind, reference, occasion, recipient);
