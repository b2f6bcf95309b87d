-- 電話による同意: somebody of the office wrote down what somebody at the clinic said
alter table fee_consent
    add column channel     text not null default 'PORTAL' check (channel in ('PORTAL', 'PHONE')),
    add column caller_name text check (char_length(caller_name) between 1 and 40),
    add check ((channel = 'PHONE') = (caller_name is not null));
alter table fee_consent alter column channel drop default;
comment on column fee_consent.caller_name is '電話で同意した人の氏名（受けたのは consented_by）';

alter table application_draft
    add column consent_caller text check (char_length(consent_caller) between 1 and 40),
    add check (consent_caller is null or consent_version is not null);
