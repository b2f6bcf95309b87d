-- what must hold when no job is left to run

-- @ no-job-waits
select x.business_key_ as application_number, format('job %s (%s) is still to run', j.id_, j.handler_cfg_) as violation
  from public.act_ru_job j
  left join public.act_ru_execution x on x.id_ = j.process_instance_id_
 where j.type_ = 'message' and j.retries_ > 0;

-- @ no-incident
select x.business_key_ as application_number, format('%s stands still at %s', coalesce(x.business_key_, i.id_),
                                                     i.activity_id_) as violation
  from public.act_ru_incident i
  left join public.act_ru_execution x on x.id_ = i.proc_inst_id_
 where i.id_ = i.cause_incident_id_;

-- @ approved-line-complete
select l.application_number, format('%s-%s is approved: issued %s, fee %s, letter %s', l.application_number,
                                    to_char(l.line, 'FM00'), d.line is not null, f.entry_id is not null,
                                    n.letter_number is not null) as violation
  from fudamori.application_line l
  join fudamori.certificate_application a using (application_number)
  left join fudamori.certificate_download d using (application_number, line)
  left join fudamori.letter_line n using (application_number, line)
  left join fudamori.fee f on f.reference = l.application_number || '-' || to_char(l.line, 'FM00') and f.kind = 'POSTED'
 where a.state = 'approved' and l.refusal is null
   and not (a.kind = 'renewal' and d.line is null and exists ( -- given up
            select from fudamori.certificate_replacement r
              join fudamori.certificate o on o.application_number = r.replaced_application and o.line = r.replaced_line
             where r.application_number = l.application_number and r.line = l.line and o.revoked_at is not null))
   and (d.line is null or f.entry_id is null or a.kind = 'renewal' and n.letter_number is not null
        or a.kind <> 'renewal' and n.letter_number is null and d.closed_on is null);

-- @ withdrawn-renewal-costs-nothing
select r.application_number, format('%s-%s was withdrawn before anybody fetched it, and its fee stands',
                                    r.application_number, to_char(r.line, 'FM00')) as violation
  from fudamori.certificate_replacement r
  join fudamori.certificate_application a on a.application_number = r.application_number and a.kind = 'renewal'
  join fudamori.certificate o on o.application_number = r.replaced_application and o.line = r.replaced_line
  join fudamori.certificate_download d on d.application_number = r.application_number and d.line = r.line
  join fudamori.fee f on f.consent_reference = r.application_number
 where o.revoked_at is not null and d.downloads = 0
 group by r.application_number, r.line
having sum(f.amount_yen) <> 0;

-- @ letter-printed
select application_number, format('letter %s is not printed', letter_number) as violation
  from fudamori.letter
 where printed_at is null and voided_on is null;

-- @ nothing-after-the-end
select a.application_number, format('%s is %s, and its process still lives', a.application_number, a.state) as violation
  from fudamori.certificate_application a
  join public.act_ru_execution x on x.business_key_ = a.application_number and x.id_ = x.proc_inst_id_
  join public.act_re_procdef d on d.id_ = x.proc_def_id_ and d.key_ = 'certificate-application'
 where a.state in ('rejected', 'cancelled', 'abandoned')
    or a.state = 'approved'
       and not exists (select from public.act_ru_execution called
                         join public.act_ru_execution caller on caller.id_ = called.super_exec_
                        where caller.proc_inst_id_ = x.id_);

-- @ delivery-over-with-the-letter
select l.application_number, format('letter %s is at its end, and its delivery still lives', l.letter_number) as violation
  from fudamori.letter l
  join public.act_ru_variable v on v.name_ = 'letterNumber' and v.text_ = l.letter_number
   and v.execution_id_ = v.proc_inst_id_
  join public.act_ru_execution x on x.id_ = v.proc_inst_id_
  join public.act_re_procdef d on d.id_ = x.proc_def_id_ and d.key_ = 'notice-delivery'
 where l.voided_on is not null
       and not exists (select from public.act_ru_task t
                        where t.proc_inst_id_ = x.id_ and t.task_def_key_ = 'stopLetter')
    or exists (select from fudamori.letter_event e
                where e.letter_number = l.letter_number and e.kind = 'delivered'
                  and e.attempt = (select max(p.attempt) from fudamori.letter_posting p
                                    where p.letter_number = l.letter_number)
                  and not exists (select from fudamori.letter_event b
                                   where b.letter_number = e.letter_number and b.attempt = e.attempt
                                     and b.reason = 'sent-back'));

-- @ mail-sent-or-with-a-person
select a.application_number, format('mail %s (%s, %s) was not sent, and nobody is asked about it', m.mail_id, m.kind,
                                    m.reference) as violation
  from fudamori.mail m
  left join fudamori.certificate_application a on a.application_number = m.reference
 where m.sent_at is null and m.given_up_at is null
   and not exists (select from public.act_ru_variable v
                     join public.act_ru_task t on t.proc_inst_id_ = v.proc_inst_id_
                    where v.name_ = 'mailId' and v.long_ = m.mail_id and t.task_def_key_ = 'correctAddress');
