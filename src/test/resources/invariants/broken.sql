-- How to break each rule, once each; done in a transaction that is rolled back, with triggers and foreign keys off.

-- @ lines-without-gap
update fudamori.application_line set line = 3 where application_number = '${submitted}';

-- @ refusals-only-when-approved
update fudamori.application_line set refusal = '対象外' where application_number = '${submitted}';

-- @ withheld-only-for-an-ending
update fudamori.application_line set refusal = '廃止', withheld_on = '2026-11-20'
 where application_number = '${printed}';

-- @ returned-has-open-correction
update fudamori.application_correction set corrected_at = now() where application_number = '${returned}';

-- @ corrections-without-gap
update fudamori.application_correction set round = 2 where application_number = '${returned}';

-- @ second-approval-by-another
update fudamori.certificate_application set review_route = 'second-approval', route_reason = ''
 where application_number = '${printed}';

-- @ decided-once
insert into fudamori.audit_entry (at, actor, action, subject, detail)
values (now(), 'somebody', 'application-approved', '${printed}', '');

-- @ submitted-once
delete from fudamori.audit_entry where subject = '${submitted}' and action = 'application-submitted';

-- @ certificate-of-approved-line
select pg_temp.unguard('certificate_application');
update fudamori.certificate_application set state = 'rejected' where application_number = '${printed}';

-- @ one-certificate-a-line
select pg_temp.unguard('certificate');
insert into fudamori.certificate select * from fudamori.certificate where application_number = '${printed}';

-- @ certificate-of-its-institution
update fudamori.certificate set institution_code = '2700000000' where application_number = '${printed}';

-- @ signed-with-download-and-without-key
update fudamori.certificate set private_key = '\x00' where application_number = '${printed}';

-- @ issuance-has-its-certificate
delete from fudamori.certificate where application_number = '${printed}';

-- @ certificate-bears-its-serial
update fudamori.ca_issuance set certificate = '\x3000'
 where serial = (select serial from fudamori.certificate where application_number = '${printed}');

-- @ issued-once
insert into fudamori.audit_entry (at, actor, action, subject, detail)
values (now(), 'certificate', 'certificate-issued', '${printed}-01', '');

-- @ revoked-on-both-sides
update fudamori.certificate
   set revoked_at = now(), revocation_reason = 5, revoked_by = 'somebody', revocation_note = ''
 where application_number = '${posted}';

-- @ revoked-without-download
update fudamori.certificate
   set revoked_at = now(), revocation_reason = 5, revoked_by = 'somebody', revocation_note = ''
 where application_number = '${posted}';

-- @ revoked-as-in-the-trail
insert into fudamori.audit_entry (at, actor, action, subject, detail)
values (now(), 'somebody', 'certificate-revoked', '${posted}-01', '');

-- @ replaced-by-one
insert into fudamori.certificate_replacement (application_number, line, replaced_application, replaced_line)
values ('${printed}', 1, '${posted}', 1), ('${issued}', 1, '${posted}', 1);

-- @ reissued-not-beside-the-old-one
update fudamori.certificate_application set kind = 'reissue' where application_number = '${printed}';
insert into fudamori.certificate_replacement (application_number, line, replaced_application, replaced_line)
values ('${printed}', 1, '${posted}', 1);

-- @ one-valid-certificate-a-terminal
-- a renewal of a renewal, and the first one still valid
update fudamori.certificate_application set kind = 'renewal'
 where application_number in ('${printed}', '${posted}');
insert into fudamori.certificate_replacement (application_number, line, replaced_application, replaced_line)
values ('${printed}', 1, '${posted}', 1), ('${posted}', 1, '${issued}', 1);
update fudamori.certificate
   set revoked_at = now(), revocation_reason = 4, revoked_by = 'renewal', revocation_note = ''
 where application_number = '${posted}';

-- @ replaced-once-for-all
insert into fudamori.certificate_replacement (application_number, line, replaced_application, replaced_line)
values ('${printed}', 1, '${posted}', 1), ('${issued}', 1, '${posted}', 1);

-- @ replacement-of-its-institution
update fudamori.certificate_application set kind = 'succession' where application_number = '${printed}';
insert into fudamori.certificate_replacement (application_number, line, replaced_application, replaced_line)
values ('${printed}', 1, '${posted}', 1);

-- @ renewal-replaces-one-of-its-institution
update fudamori.certificate_application set kind = 'renewal' where application_number = '${printed}';

-- @ renewal-in-its-window
insert into fudamori.renewal (application_number, line, opened_at, requested_at, channel)
values ('${printed}', 1, '2026-11-20 10:00+09', '2026-11-20 10:00+09', 'portal');

-- @ renewed-key-sealed-or-packed
insert into fudamori.renewal_file (application_number, line, sealed_key) values ('${printed}', 1, '\x00');

-- @ signed-before-its-code-ended
insert into fudamori.institution_ending (code, closed_on, recorded_at)
select institution_code, '2026-11-19', '2026-11-18 10:00+09' from fudamori.certificate_application
 where application_number = '${printed}';

-- @ ended-code-without-valid-certificates
insert into fudamori.succession (code, state, doubts)
select institution_code, 'ended', '{}' from fudamori.certificate_application where application_number = '${printed}';
update fudamori.certificate
   set revoked_at = timestamptz '2026-12-01 00:00+09', revocation_reason = 5, revoked_by = 'succession',
       revocation_note = ''
 where application_number = '${posted}';
update fudamori.certificate
   set sequence = sequence + 1000,
       institution_code = (select institution_code from fudamori.certificate_application
                            where application_number = '${printed}')
 where application_number = '${posted}';

-- @ replacement-of-its-kind
update fudamori.certificate_application set kind = 'reissue' where application_number = '${submitted}';

-- @ consent-exists
delete from fudamori.fee_consent where reference = '${submitted}';

-- @ consent-of-an-application
insert into fudamori.fee_consent (reference, text_version, text_hash, amount_yen, consented_by, consented_at, channel)
select '20990101-00000', text_version, text_hash, amount_yen, consented_by, consented_at, channel
  from fudamori.fee_consent where reference = '${submitted}';

-- @ fee-of-issued-line
insert into fudamori.fee (reference, consent_reference, institution_code, amount_yen, payment_method, posted_on, kind,
                          recorded_by, statement_month)
select '${submitted}-01', '${submitted}', institution_code, amount_yen, payment_method, posted_on, kind, recorded_by,
       statement_month
  from fudamori.fee where reference = '${printed}-01';

-- @ issued-line-has-fee
select pg_temp.unguard('fee');
insert into fudamori.fee overriding system value select * from fudamori.fee where reference = '${printed}-01';

-- @ fee-as-agreed
update fudamori.fee set amount_yen = 1 where reference = '${printed}-01';

-- @ reversed-once-and-wholly
select pg_temp.unguard('fee');
insert into fudamori.fee (reference, consent_reference, institution_code, amount_yen, payment_method, posted_on, kind,
                          reverses, reason, recorded_by, statement_month)
select reference, consent_reference, institution_code, -amount_yen, payment_method, posted_on, 'REVERSED', entry_id,
       '重複', 'somebody', statement_month
  from fudamori.fee cross join generate_series(1, 2) where reference = '${printed}-01';

-- @ letter-has-lines
delete from fudamori.letter_line where application_number = '${printed}';

-- @ letter-line-issued
delete from fudamori.certificate_download where application_number = '${printed}';

-- @ line-in-one-letter
select pg_temp.unguard('letter_line');
insert into fudamori.letter_line select * from fudamori.letter_line where application_number = '${printed}';

-- @ pages-until-posted
update fudamori.letter set sealed_pages = '\x00' where application_number = '${posted}';

-- @ attempts-without-gap
update fudamori.letter_posting set attempt = 2
 where letter_number = (select letter_number from fudamori.letter where application_number = '${posted}');

-- @ posted-again-after-return
update fudamori.letter_posting set again_by = 'somebody'
 where letter_number = (select letter_number from fudamori.letter where application_number = '${posted}');

-- @ event-within-the-trip
insert into fudamori.letter_event (letter_number, attempt, kind, happened_on, source, reported_by, reported_at)
select letter_number, attempt, 'out', posted_on - 1, 'form', 'somebody', now()
  from fudamori.letter_posting
 where letter_number = (select letter_number from fudamori.letter where application_number = '${posted}');

-- @ void-after-failure
update fudamori.letter set voided_on = current_date, void_reason = 'lost' where application_number = '${posted}';

-- @ closed-with-the-letter
update fudamori.certificate_download set closed_on = current_date, closing_reason = 'letter-void', pkcs12 = null
 where application_number = '${posted}';

-- @ withdrawn-when-nothing-is-left
update fudamori.certificate_download set closed_on = current_date, closing_reason = 'lost', pkcs12 = null
 where application_number = '${posted}';

-- @ no-secret-after-posting
insert into fudamori.certificate_secret (application_number, line, sealed) values ('${posted}', 1, '\x00');

-- @ no-secret-before-signing
delete from fudamori.certificate_download where application_number = '${printed}';

-- @ no-secret-without-file
update fudamori.certificate_download set pkcs12 = null where application_number = '${printed}';

-- @ secret-until-printed
delete from fudamori.certificate_secret where application_number = '${issued}';

-- @ file-until-closed-or-over
update fudamori.certificate_download set pkcs12 = null where application_number = '${posted}';

-- @ downloads-as-in-the-trail
update fudamori.certificate_download set downloads = 1 where application_number = '${posted}';

-- @ sealed-or-waiting
insert into fudamori.audit_entry (at, actor, action, subject, detail)
values (now(), 'somebody', 'application-opened', 'nothing', '');

-- @ chain-unbroken
update fudamori.audit_entry set detail = detail || '.' where entry_id = (select min(entry_id) from fudamori.audit_seal);

-- @ one-process-an-application
insert into public.act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_)
select 'second', 'second', business_key_, proc_def_key_, proc_def_id_, start_time_
  from public.act_hi_procinst
 where business_key_ = '${submitted}' and proc_def_key_ = 'certificate-application';

-- @ undecided-has-its-task
update public.act_ru_task set task_def_key_ = 'approveSecond'
 where task_def_key_ = 'reviewApplication'
   and proc_inst_id_ = pg_temp.process('${submitted}');

-- @ ended-as-decided
update public.act_hi_procinst set end_act_id_ = 'noticeDelivered' where business_key_ = '${rejected}';

-- @ history-as-runtime
delete from public.act_ru_execution
 where proc_inst_id_ = pg_temp.process('${submitted}');

-- @ live-process-goes-on
delete from public.act_ru_event_subscr
 where proc_inst_id_ = pg_temp.process('${submitted}');
delete from public.act_ru_job
 where process_instance_id_ = pg_temp.process('${submitted}');
delete from public.act_ru_task
 where proc_inst_id_ = pg_temp.process('${submitted}');

-- @ draft-has-process
insert into fudamori.application_draft (draft_id, institution_code, applicant, opened_at, draft_until)
values ('00000000-0000-0000-0000-000000000001', '2700000000', 'somebody', now(), current_date);

-- @ process-has-application
delete from fudamori.certificate_application where application_number = '${submitted}';

-- @ one-delivery-a-letter
delete from public.act_ru_variable
 where name_ = 'letterNumber'
   and text_ = (select letter_number from fudamori.letter where application_number = '${printed}');

-- @ delivery-of-a-letter
update public.act_hi_procinst set business_key_ = '${submitted}'
 where business_key_ = '${printed}' and proc_def_key_ = 'notice-delivery';

-- @ failed-job-has-incident
update public.act_ru_job set retries_ = 0
 where process_instance_id_ = pg_temp.process('${submitted}');

-- @ qualification-has-process
insert into fudamori.qualification_application (application_id, institution_code, applicant, opened_at, answer_until,
                                                state)
values ('00000000-0000-0000-0000-000000000001', '2700000000', 'somebody', now(), current_date, 'draft');

-- @ call-has-process
insert into fudamori.phone_call (call_id, institution_code, clinic, caller, identity_check, taken_by, opened_at)
values ('00000000-0000-0000-0000-000000000001', '2700000000', 'somebody', '鈴木', 'CALLBACK', 'nobody', now());

-- @ request-has-process
insert into fudamori.revocation_request (request_id, institution_code, lines, by_office, requested_by, requested_at,
                                         state)
values ('00000000-0000-0000-0000-000000000001', '2700000000', array['20261120-00001-01'], false, 'somebody', now(),
        'opened');

-- @ report-has-process
insert into fudamori.loss_report (report_id, institution_code, applicant, application_number, line, opened_by,
                                  opened_at, state)
values ('00000000-0000-0000-0000-000000000001', '2700000000', 'somebody', '${posted}', 1, 'somebody', now(), 'opened');

-- @ mail-has-its-process
insert into fudamori.mail (kind, reference, recipient, subject, body, message_id, queued_at)
values ('acceptance', '${submitted}', 'other@example.jp', '-', '-', 'lost', now());

-- @ turn-was-told
delete from fudamori.mail where reference = '${rejected}' and kind = 'rejected';

-- @ corrections-were-told
delete from fudamori.mail where reference = '${returned}' and kind = 'correction-requested';

-- @ told-only-what-is-so
update fudamori.mail set kind = 'rejected' where reference = '${submitted}' and kind = 'acceptance';

-- @ no-job-waits
update public.act_ru_job set type_ = 'message'
 where process_instance_id_ = pg_temp.process('${submitted}');

-- @ no-incident
insert into public.act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, cause_incident_id_,
                                    root_cause_incident_id_, activity_id_, proc_inst_id_)
select 'incident', 1, now(), 'failedJob', 'incident', 'incident', 'reviewApplication',
       pg_temp.process('${submitted}');

-- @ approved-line-complete
delete from fudamori.fee where reference = '${printed}-01';

-- @ withdrawn-renewal-costs-nothing
select pg_temp.unguard('certificate');
update fudamori.certificate_application set kind = 'renewal' where application_number = '${printed}';
insert into fudamori.certificate_replacement (application_number, line, replaced_application, replaced_line)
values ('${printed}', 1, '${issued}', 1);
update fudamori.certificate set revoked_at = now() where application_number = '${issued}';

-- @ letter-printed
select pg_temp.unguard('letter');
update fudamori.letter set printed_at = null where application_number = '${printed}';

-- @ nothing-after-the-end
select pg_temp.unguard('certificate_application');
update fudamori.certificate_application set state = 'rejected' where application_number = '${submitted}';

-- @ delivery-over-with-the-letter
update fudamori.letter set voided_on = current_date, void_reason = 'lost' where application_number = '${posted}';

-- @ mail-sent-or-with-a-person
insert into fudamori.mail (kind, reference, recipient, subject, body, message_id, queued_at)
values ('acceptance', '${submitted}', 'other@example.jp', '-', '-', 'lost', now());

-- @ one-process-a-renewal
insert into fudamori.renewal (application_number, line, opened_at) values ('${printed}', 1, now());

-- @ one-process-an-ending
insert into fudamori.succession (code, state, doubts)
select institution_code, 'assessed', '{}' from fudamori.certificate_application where application_number = '${printed}';
