alter table certificate_application
    drop constraint certificate_application_state_check,
    drop constraint certificate_application_check1, -- each of them knew only three states
    drop constraint certificate_application_check2,
    drop constraint certificate_application_check3,
    add column promised_from   date,
    add column review_days     smallint,
    add column arrival_days    smallint,
    add column review_route    text check (review_route in ('normal', 'second-approval', 'front')),
    add column route_reason    text,
    add column first_approver  text,
    add column first_approved_at timestamptz,
    add column approved_hash   text check (approved_hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of what the first approver saw
    add check (state in ('submitted', 'returned', 'second-approval', 'approved', 'rejected', 'cancelled', 'abandoned')),
    add check ((state in ('submitted', 'returned', 'second-approval')) = (decided_at is null)),
    add check ((state in ('submitted', 'returned', 'second-approval')) = (decided_by is null)),
    add check ((state = 'rejected') = (rejection_reason is not null)),
    add check (state <> 'second-approval' or first_approver is not null),
    add check (num_nulls(first_approver, first_approved_at, approved_hash) in (0, 3)),
    add check (num_nulls(review_route, route_reason) in (0, 2));

update certificate_application
   set promised_from = (submitted_at at time zone 'Asia/Tokyo')::date, review_days = 5, arrival_days = 5;

alter table certificate_application
    alter column promised_from set not null,
    alter column review_days set not null,
    alter column arrival_days set not null,
    add check (review_days > 0 and arrival_days > 0);
comment on column certificate_application.promised_from is '審査期限と到着予定日の起算日';
comment on column certificate_application.route_reason is '審査の振分けの理由';

create index certificate_application_open on certificate_application (promised_from)
 where state in ('submitted', 'returned', 'second-approval');

create table application_correction (
    application_number text        not null references certificate_application (application_number),
    round              smallint    not null check (round > 0),
    returned_by        text        not null,
    returned_at        timestamptz not null,
    correct_until      date        not null, -- inclusive, Asia/Tokyo
    review_days_left   smallint    not null check (review_days_left > 0),
    arrival_days_left  smallint    not null check (arrival_days_left > 0),
    corrected_at       timestamptz,
    primary key (application_number, round)
);
comment on table application_correction is '申請の差戻しと補正';
comment on column application_correction.review_days_left is '差戻しのときに残っていた審査の営業日数';

create table application_remark (
    application_number text     not null,
    round              smallint not null,
    field              text     not null check (field in ('contact-name', 'terminal-names', 'other')),
    remark             text     not null check (char_length(remark) between 1 and 400),
    primary key (application_number, round, field),
    foreign key (application_number, round) references application_correction (application_number, round)
);
comment on table application_remark is '差戻しの理由（項目ごと）';

alter table application_draft
    drop constraint application_draft_check,
    add column draft_until date,
    add check (terminal_names is null or contact_name is not null);
update application_draft set draft_until = (opened_at at time zone 'Asia/Tokyo')::date + 30;
alter table application_draft alter column draft_until set not null;
