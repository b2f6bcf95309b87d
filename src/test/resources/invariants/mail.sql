-- @ mail-has-its-process
with deliveries as (
    select v.long_ as mail_id, count(*) as all_of_them, count(x.id_) as live,
           count(x.id_) filter (where exists (select from public.act_ru_job j where j.process_instance_id_ = x.id_)
                                   or exists (select from public.act_ru_task t where t.proc_inst_id_ = x.id_)) as going
      from public.act_hi_varinst v
      left join public.act_ru_execution x on x.id_ = v.proc_inst_id_
     where v.name_ = 'mailId' and v.proc_def_key_ = 'mail-delivery'
     group by v.long_)
select a.application_number, format('mail %s (%s, %s) is %s and has %s processes, %s live, %s of them at work',
                                    m.mail_id, m.kind, m.reference,
                                    case when m.sent_at is not null then 'sent'
                                         when m.given_up_at is not null then 'given up' else 'unsent' end,
                                    coalesce(d.all_of_them, 0), coalesce(d.live, 0),
                                    coalesce(d.going, 0)) as violation
  from fudamori.mail m
  left join fudamori.certificate_application a on a.application_number = m.reference
  left join deliveries d using (mail_id)
 where coalesce(d.all_of_them, 0) <> 1
    or d.going <> case when m.sent_at is null and m.given_up_at is null then 1 else 0 end
    or d.live <> d.going;

-- @ turn-was-told
with owed as (
    select application_number, 'acceptance' as kind, null as occasion
      from fudamori.certificate_application where kind <> 'renewal'
    union all
    select application_number, 'renewed', null
      from fudamori.certificate_application join fudamori.certificate_download using (application_number)
     where kind = 'renewal'
    union all
    select application_number, case state when 'abandoned' then 'correction-abandoned' else state end, null
      from fudamori.certificate_application where state in ('rejected', 'cancelled', 'abandoned')
    union all
    select application_number, 'approved-in-part', null
      from fudamori.application_line join fudamori.certificate_application using (application_number)
     where refusal is not null and withheld_on is null and state = 'approved'
     group by application_number
    union all
    select application_number, 'certificate-withheld', application_number || '-' || to_char(line, 'FM00')
      from fudamori.application_line
     where withheld_on is not null
    union all
    select consent_reference, 'renewal-withdrawn', null
      from fudamori.fee where kind = 'REVERSED' and recorded_by = 'process'
    union all
    select application_number, 'overdue', extended_due::text
      from fudamori.certificate_application where extended_due is not null
    union all
    select l.application_number, 'issued-and-posted', p.letter_number
      from fudamori.letter_posting p join fudamori.letter l using (letter_number) where p.attempt = 1
    union all
    select l.application_number, 'letter-reposted', p.tracking_number || ' ' || p.posted_on
      from fudamori.letter_posting p join fudamori.letter l using (letter_number) where p.attempt > 1
    union all
    -- a letter that was withdrawn goes with the mail about what it opened
    select application_number, 'letter-voided', letter_number
      from fudamori.letter where voided_on is not null and void_reason <> 'withdrawn')
select application_number, format('the clinic of %s was not told %s %s', application_number, kind,
                                  occasion) as violation
  from owed
 where not exists (select from fudamori.mail m
                    where m.reference = owed.application_number
                      and (m.kind = owed.kind and m.occasion = coalesce(owed.occasion, '')
                           -- an extended deadline that was counted again was told by another mail
                           or owed.kind = 'overdue' and m.kind = 'deadline-moved'
                              and m.occasion like owed.occasion || '/%'));

-- @ corrections-were-told
select c.application_number, format('%s: %s rounds of correction, %s mails that ask, %s answered, %s mails that confirm',
                                    c.application_number, c.asked, m.asking, c.answered, m.confirming) as violation
  from (select application_number, count(*) as asked, count(corrected_at) as answered
          from fudamori.application_correction group by application_number) c
 cross join lateral (
       select count(distinct occasion) filter (where kind = 'correction-requested') as asking,
              count(distinct occasion) filter (where kind = 'resubmitted') as confirming
         from fudamori.mail where reference = c.application_number) m
 where (c.asked, c.answered) <> (m.asking, m.confirming);

-- @ told-only-what-is-so
select a.application_number, format('%s is %s, and its clinic was told %s', a.application_number, a.state,
                                    m.kind) as violation
  from fudamori.mail m
  join fudamori.certificate_application a on a.application_number = m.reference
 where m.kind in ('rejected', 'cancelled') and m.kind <> a.state
    or m.kind = 'correction-abandoned' and a.state <> 'abandoned'
    or m.kind in ('approved-in-part', 'issued-and-posted') and a.state <> 'approved';
