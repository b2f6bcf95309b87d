create table article_edition (
    article_number text        not null check (article_number ~ '^KB\d{7}$'),
    edition        integer     not null check (edition > 0), -- 0 is the one that the server ships
    title          text        not null check (char_length(title) between 1 and 100),
    updated_by     text        not null check (char_length(updated_by) between 1 and 100), -- shown
    body           text        not null check (char_length(body) between 1 and 10000), -- markup, docs/adr/0023
    written_by     text        not null,
    written_at     timestamptz not null,
    primary key (article_number, edition)
);
comment on table article_edition is '解説ページの版（最新の版を掲載。以前の版は残す）';
