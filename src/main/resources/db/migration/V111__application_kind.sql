alter table certificate_application
    add column kind text not null default 'new' check (kind in ('new', 'reissue', 'renewal', 'succession'));
comment on column certificate_application.kind is '申請の種類（新規発行、再発行、更新、承継）';

alter table application_draft
    add column kind     text not null default 'new' check (kind in ('new', 'reissue', 'renewal', 'succession')),
    add column replaces text[],
    add check ((kind = 'new') = (replaces is null)),
    add check (replaces is null or cardinality(replaces) = cardinality(terminal_names));
comment on column application_draft.replaces is '置き換える電子証明書（受付番号と枚番）。端末名称と同じ順';
