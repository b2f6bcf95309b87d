-- Each statement returns what is wrong: the application concerned (null where there is none) and a sentence.

-- @ lines-without-gap
select application_number, format('%s has the lines %s', application_number, array_agg(line order by line)) as violation
  from fudamori.certificate_application a
  left join fudamori.application_line l using (application_number)
 group by application_number
having count(l.line) not between 1 and 50 or max(l.line) <> count(l.line);

-- @ refusals-only-when-approved
select application_number, format('%s is %s and has %s lines of %s turned down', application_number, a.state,
                                  count(l.refusal), count(*)) as violation
  from fudamori.certificate_application a
  join fudamori.application_line l using (application_number)
 group by application_number, a.state
having count(l.refusal) > 0
   and (a.state not in ('approved', 'second-approval')
        or count(l.refusal) filter (where l.withheld_on is null) = count(*));

-- @ withheld-only-for-an-ending
select a.application_number, format('%s-%s of %s is withheld since %s, and %s', a.application_number,
                                    to_char(l.line, 'FM00'), a.institution_code, l.withheld_on,
                                    coalesce('its code ended ' || e.closed_on, 'its code goes on')) as violation
  from fudamori.application_line l
  join fudamori.certificate_application a using (application_number)
  left join fudamori.institution_ending e on e.code = a.institution_code
 where l.withheld_on is not null and (a.state <> 'approved' or e.code is null or e.closed_on >= l.withheld_on)
   -- a record that was found wrong and told otherwise later, counted until then
   and not exists (select from fudamori.institution_ending_withdrawn w
                    where w.code = a.institution_code and w.closed_on < l.withheld_on
                      and a.state = 'approved');

-- @ returned-has-open-correction
select a.application_number, format('%s is %s and has %s open corrections', a.application_number, a.state,
                                  count(c.round)) as violation
  from fudamori.certificate_application a
  left join fudamori.application_correction c on c.application_number = a.application_number and c.corrected_at is null
 group by a.application_number, a.state
having case when a.state in ('returned', 'abandoned') then count(c.round) <> 1
            when a.state = 'cancelled' then count(c.round) > 1
            else count(c.round) > 0 end;

-- @ corrections-without-gap
select application_number, format('%s has the corrections %s', application_number,
                                  array_agg(round order by round)) as violation
  from fudamori.application_correction
 group by application_number
having max(round) <> count(*);

-- @ second-approval-by-another
select application_number, format('%s is %s by %s on the route %s, first approved by %s', application_number, state,
                                  decided_by, review_route, first_approver) as violation
  from fudamori.certificate_application
 where state = 'approved' and first_approver = decided_by
    or state = 'approved' and review_route = 'second-approval' and first_approver is null
    or state in ('submitted', 'returned', 'rejected', 'abandoned') and first_approver is not null
    or state = 'second-approval' and review_route is distinct from 'second-approval';

-- @ decided-once
select a.application_number, format('%s is %s and its trail says %s', a.application_number, a.state,
                                  coalesce(string_agg(e.action, ', ' order by e.entry_id), 'nothing')) as violation
  from fudamori.certificate_application a
  left join fudamori.audit_entry e
    on e.subject = a.application_number
   and e.action in ('application-approved', 'application-rejected', 'application-cancelled', 'application-abandoned')
 group by a.application_number, a.state
having coalesce(string_agg(e.action, ', ' order by e.entry_id), '')
       <> case when a.state in ('submitted', 'returned', 'second-approval') then '' else 'application-' || a.state end;

-- @ submitted-once
select a.application_number, format('the trail of %s holds %s submissions', a.application_number,
                                    count(e.entry_id)) as violation
  from fudamori.certificate_application a
  left join fudamori.audit_entry e on e.subject = a.application_number and e.action = 'application-submitted'
 group by a.application_number
having count(e.entry_id) <> 1;
