-- an approved line gets no certificate after all; the reason stands in refusal
alter table application_line add column withheld_on date check (withheld_on is null or refusal is not null);
comment on column application_line.withheld_on is '承認のあとに発行を取りやめた日（医療機関コードの廃止）';
