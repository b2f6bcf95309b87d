create table revocation_request (
    request_id       uuid        primary key,
    institution_code text        not null,
    lines            text[]      not null check (cardinality(lines) between 1 and 500),
    by_office        boolean     not null,
    requested_by     text        not null,
    requested_at     timestamptz not null,
    state            text        not null check (state in ('opened', 'stated', 'carried-out', 'dropped', 'refused')),
    reason           smallint    check (reason in (1, 2, 3, 4, 5, 9)), -- RFC 5280, 5.3.1
    note             text        check (char_length(note) <= 400),
    decided_by       text,
    decided_at       timestamptz,
    revoked          text[],
    check ((reason is null) = (note is null)),
    check (state not in ('stated', 'carried-out', 'refused') or reason is not null),
    check ((state in ('opened', 'stated')) = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null)),
    check ((state = 'carried-out') = (revoked is not null))
);
comment on table revocation_request is '失効の依頼（受付番号と枚番ごと）';
comment on column revocation_request.by_office is '発行センターからの依頼（ほかの人の承認が要る）';
comment on column revocation_request.revoked is 'この依頼で失効した枚。ほかで先に失効していたものは含まない';
