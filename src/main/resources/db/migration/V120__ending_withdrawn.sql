alter table institution_ending add column withdrawn_at timestamptz;
comment on column institution_ending.withdrawn_at is '誤った取込みと分かった日時（この廃止はなかったものとする）';
update institution_ending e
   set withdrawn_at = s.decided_at
  from succession s
 where s.code = e.code and s.state = 'rejected';
