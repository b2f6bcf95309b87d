-- @ one-process-an-application
select a.application_number, format('%s has %s processes', a.application_number, count(p.id_)) as violation
  from fudamori.certificate_application a
  left join public.act_hi_procinst p
    on p.business_key_ = a.application_number and p.proc_def_key_ = 'certificate-application'
 group by a.application_number, a.kind
having count(p.id_) <> case a.kind when 'renewal' then 0 else 1 end;

-- @ one-process-a-renewal
select r.application_number, format('%s-%s has %s renewals', r.application_number, to_char(r.line, 'FM00'),
                                    count(p.id_)) as violation
  from fudamori.renewal r
  left join public.act_hi_procinst p
    on p.business_key_ = r.application_number || '-' || to_char(r.line, 'FM00')
   and p.proc_def_key_ = 'certificate-renewal'
 group by r.application_number, r.line
having count(p.id_) <> 1;

-- @ one-process-an-ending
select null as application_number, format('%s ends and has %s processes', s.code, count(p.id_)) as violation
  from fudamori.succession s
  left join public.act_hi_procinst p on p.business_key_ = s.code and p.proc_def_key_ = 'institution-succession'
 group by s.code
having count(p.id_) <> 1 + (select count(*) from fudamori.succession_rejected r where r.code = s.code);

-- @ undecided-has-its-task
select a.application_number, format('%s is %s and has the tasks %s', a.application_number, a.state,
                                    array_agg(t.task_def_key_)) as violation
  from fudamori.certificate_application a
  left join public.act_ru_execution x on x.business_key_ = a.application_number and x.super_exec_ is null
  left join public.act_ru_task t
    on t.proc_inst_id_ = x.proc_inst_id_
   and t.task_def_key_ in ('reviewApplication', 'correctApplication', 'approveSecond')
 group by a.application_number, a.state
having coalesce(string_agg(t.task_def_key_, ' '), '')
       <> case a.state when 'submitted' then 'reviewApplication'
                       when 'returned' then 'correctApplication'
                       when 'second-approval' then 'approveSecond'
                       else '' end;

-- @ ended-as-decided
select a.application_number, format('%s is %s, and its process ended %s at %s', a.application_number, a.state, p.state_,
                                    p.end_act_id_) as violation
  from fudamori.certificate_application a
  join public.act_hi_procinst p
    on p.business_key_ = a.application_number and p.proc_def_key_ = 'certificate-application'
 where p.end_time_ is not null
   and (p.state_ <> 'COMPLETED'
        or a.state in ('submitted', 'returned', 'second-approval')
        -- a reminder on its way when the decision comes may end last
        or p.end_act_id_ not in ('reviewersReminded', 'reviewEscalated')
           and p.end_act_id_ <> all (case a.state when 'rejected' then array['applicationRejected']
                                                  when 'cancelled' then array['applicationCancelled']
                                                  when 'abandoned' then array['correctionAbandoned']
                                                  else array['noticeDelivered', 'nothingToDeliver'] end));

-- @ history-as-runtime
select p.business_key_ as application_number, format('process %s (%s %s) is %s in the history and %s at run time',
                                    p.id_, p.proc_def_key_, p.business_key_, p.state_,
                                    case when x.id_ is null then 'gone' else 'there' end) as violation
  from public.act_hi_procinst p
  left join public.act_ru_execution x on x.id_ = p.id_
 where (p.end_time_ is null) <> (x.id_ is not null);

-- @ live-process-goes-on
select x.business_key_ as application_number, format('process %s (%s %s) waits for nothing', x.id_, d.key_,
                                                     x.business_key_) as violation
  from public.act_ru_execution x
  join public.act_re_procdef d on d.id_ = x.proc_def_id_
 where x.id_ = x.proc_inst_id_
   and not exists (select from public.act_ru_task t where t.proc_inst_id_ = x.id_)
   and not exists (select from public.act_ru_job j where j.process_instance_id_ = x.id_)
   and not exists (select from public.act_ru_event_subscr s where s.proc_inst_id_ = x.id_)
   and not exists (select from public.act_ru_execution called
                     join public.act_ru_execution caller on caller.id_ = called.super_exec_
                    where caller.proc_inst_id_ = x.id_);

-- @ draft-has-process
select null as application_number, format('draft %s has %s live processes', r.draft_id, count(x.id_)) as violation
  from fudamori.application_draft r
  left join (public.act_ru_execution x
             join public.act_re_procdef d on d.id_ = x.proc_def_id_ and d.key_ = 'certificate-application')
    on x.business_key_ = r.draft_id::text and x.id_ = x.proc_inst_id_
 group by r.draft_id
having count(x.id_) <> 1;

-- @ process-has-application
select a.application_number, format('process %s is about %s: draft %s, application %s, ended %s', p.id_,
                                    coalesce(p.business_key_, 'nothing'), r.draft_id is not null,
                                    a.application_number is not null, coalesce(p.end_act_id_, 'not yet')) as violation
  from public.act_hi_procinst p
  left join fudamori.application_draft r on r.draft_id::text = p.business_key_
  left join fudamori.certificate_application a on a.application_number = p.business_key_
 where p.proc_def_key_ = 'certificate-application' and a.application_number is null
   and (r.draft_id is null) <> (coalesce(p.end_act_id_, '') in
       ('qualificationMissing', 'draftAbandoned', 'applicationDropped'));

-- @ one-delivery-a-letter
with letters as (
    select l.letter_number, l.application_number, l.voided_on is null and not exists (
               select from fudamori.letter_event e
                where e.letter_number = l.letter_number and e.kind = 'delivered'
                  and e.attempt = (select max(p.attempt) from fudamori.letter_posting p
                                    where p.letter_number = l.letter_number)
                  and not exists (select from fudamori.letter_event b
                                   where b.letter_number = e.letter_number and b.attempt = e.attempt
                                     and b.reason = 'sent-back')) as open
      from fudamori.letter l),
deliveries as (
    select v.text_ as letter_number, count(*) as live
      from public.act_ru_variable v
      join public.act_ru_execution x on x.id_ = v.proc_inst_id_
      join public.act_re_procdef d on d.id_ = x.proc_def_id_ and d.key_ = 'notice-delivery'
     where v.name_ = 'letterNumber' and v.execution_id_ = v.proc_inst_id_
     group by v.text_)
select l.application_number, format('letter %s is %s and has %s deliveries under way', l.letter_number,
                                    case when l.open then 'on its way' else 'at its end' end,
                                    coalesce(d.live, 0)) as violation
  from letters l
  left join deliveries d using (letter_number)
 where l.open and coalesce(d.live, 0) <> 1 or d.live > 1;

-- @ delivery-of-a-letter
select p.business_key_ as application_number, format('delivery %s is about no letter', p.id_) as violation
  from public.act_hi_procinst p
 where p.proc_def_key_ = 'notice-delivery'
   and not exists (select from public.act_hi_varinst v join fudamori.letter l on l.letter_number = v.text_
                    where v.proc_inst_id_ = p.id_ and v.name_ = 'letterNumber'
                      and l.application_number = p.business_key_);

-- @ failed-job-has-incident
select x.business_key_ as application_number, format('job %s (%s) has given up, and nobody is told', j.id_,
                                                     j.handler_cfg_) as violation
  from public.act_ru_job j
  left join public.act_ru_execution x on x.id_ = j.process_instance_id_
 where j.retries_ = 0
   and not exists (select from public.act_ru_incident i where i.configuration_ = j.id_);

-- @ qualification-has-process
select null as application_number, format('利用申請 %s is %s and has %s live processes', q.application_id, q.state,
                                          count(x.id_)) as violation
  from fudamori.qualification_application q
  left join (public.act_ru_execution x
             join public.act_re_procdef d on d.id_ = x.proc_def_id_ and d.key_ = 'qualification-application')
    on x.business_key_ = coalesce(q.application_number, q.application_id::text) and x.id_ = x.proc_inst_id_
 group by q.application_id, q.state, q.closed_at
having count(x.id_) <> case when q.closed_at is null then 1 else 0 end;

-- @ call-has-process
select null as application_number, format('call %s ended at %s and has %s live processes', c.call_id, c.ended_at,
                                          count(x.id_)) as violation
  from fudamori.phone_call c
  left join public.act_ru_execution x on x.business_key_ = c.call_id::text and x.id_ = x.proc_inst_id_
 group by c.call_id, c.ended_at
having count(x.id_) <> case when c.ended_at is null then 1 else 0 end;

-- @ request-has-process
select null as application_number, format('request %s is %s and has %s live processes', q.request_id, q.state,
                                          count(x.id_)) as violation
  from fudamori.revocation_request q
  left join public.act_ru_execution x on x.business_key_ = q.request_id::text and x.id_ = x.proc_inst_id_
 group by q.request_id, q.state
having count(x.id_) <> case when q.state in ('opened', 'stated') then 1 else 0 end;

-- @ report-has-process
select null as application_number, format('report %s is %s and has %s live processes', q.report_id, q.state,
                                          count(x.id_)) as violation
  from fudamori.loss_report q
  left join public.act_ru_execution x on x.business_key_ = q.report_id::text and x.id_ = x.proc_inst_id_
 group by q.report_id, q.state
having count(x.id_) <> case when q.state in ('opened', 'described') then 1 else 0 end;
