alter table qualification_application
    add column review_days    integer check (review_days > 0), -- business days promised, counted from the day of submitted_at
    add column overdue_at     timestamptz,
    add column extended_due   date,
    add column extended_from  date, -- business days count from here, itself not counted
    add column extension_days integer check (extension_days > 0),
    add check (num_nulls(overdue_at, extended_due, extended_from, extension_days) in (0, 4));

-- the model has never promised anything else
update qualification_application set review_days = 5 where submitted_at is not null;
