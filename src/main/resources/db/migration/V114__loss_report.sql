create table loss_report (
    report_id          uuid        primary key,
    institution_code   text        not null,
    applicant          text        not null,
    application_number text        not null,
    line               smallint    not null,
    opened_by          text        not null,
    opened_at          timestamptz not null,
    state              text        not null check (state in ('opened', 'described', 'reported', 'dropped')),
    kind               text        check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    lost_on            date,
    place              text        check (char_length(place) between 1 and 100),
    circumstances      text        check (char_length(circumstances) <= 400),
    closed_by          text,
    closed_at          timestamptz,
    affected           text[],
    foreign key (application_number, line) references certificate (application_number, line),
    check (num_nulls(kind, lost_on, place, circumstances) in (0, 4)),
    check (state in ('opened', 'dropped') or kind is not null),
    check ((state in ('opened', 'described')) = (closed_at is null)),
    check ((closed_at is null) = (closed_by is null)),
    check ((state = 'reported') = (affected is not null))
);
comment on table loss_report is '紛失などの届出（再発行の前提）';
comment on column loss_report.affected is '届出で使えなくなった枚。同じ通知書に載っていたものを含む';
-- a certificate has one open report at most
create unique index loss_report_open on loss_report (application_number, line) where closed_at is null;
