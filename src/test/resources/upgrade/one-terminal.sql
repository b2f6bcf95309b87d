-- what a server wrote before applications had lines: everything about one application, from draft to delivery
insert into institution (code, name, classification, postal_code, address, phone, registered_on)
values ('2730100019', 'さくら歯科', '2', '530-0001', '大阪府大阪市北区梅田一丁目1番1号', '06-1234-5678', '2020-04-01');

insert into application_draft (draft_id, institution_code, applicant, opened_at, contact_name, terminal_name)
values ('00000000-0000-0000-0000-000000000001', '2730100019', 'clinic1', '2026-11-20 10:00+09', '事務部 鈴木', '受付PC'),
       ('00000000-0000-0000-0000-000000000002', '2730100019', 'clinic1', '2026-11-20 10:00+09', null, null);

insert into certificate_application (application_number, institution_code, applicant, contact_name, terminal_name,
       submitted_at, review_due, expected_arrival, state, decided_by, decided_at, rejection_reason)
values ('20261120-00001', '2730100019', 'clinic1', '事務部 鈴木', '受付PC', '2026-11-20 08:00+09', '2026-11-30',
        '2026-11-30', 'approved', 'reviewer1', '2026-11-20 11:00+09', null),
       ('20261120-00002', '2730100019', 'clinic1', '事務部 鈴木', '会計PC', '2026-11-20 08:00+09', '2026-11-30',
        '2026-11-30', 'rejected', 'reviewer1', '2026-11-20 11:00+09', '重複'),
       ('20261120-00003', '2730100019', 'clinic1', '事務部 鈴木', '診察PC', '2026-11-20 08:00+09', '2026-11-30',
        '2026-11-30', 'submitted', null, null, null);

insert into fee_consent (reference, text_version, text_hash, amount_yen, consented_by, consented_at)
values ('20261120-00001', '2026-11-01', repeat('a', 64), 1500, 'clinic1', '2026-11-20 08:00+09');
insert into fee (reference, institution_code, amount_yen, payment_method, posted_on)
values ('20261120-00001', '2730100019', 1500, 'DEDUCTION', '2026-11-20');

insert into ca_issuance (serial, issuer, profile, tbs, tbs_seal, vetted_at, certificate, signed_at)
values (repeat('1', 32), 'issuing-1', 'client', '\x00', '\x00', '2026-11-20 11:00+09', '\x00', '2026-11-20 11:00+09');
insert into certificate (application_number, serial, institution_code, sequence, not_before, not_after)
values ('20261120-00001', repeat('1', 32), '2730100019', 1, '2026-11-20 00:00+09', '2030-02-20 23:59:59+09');
insert into certificate_download (application_number, reference_id, code_salt, code_hash, pkcs12, download_until)
values ('20261120-00001', 'ABCD-EFGH-JKLM', decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'), '\x00',
        '2027-05-19');

insert into letter (letter_number, application_number, issued_on, unprintable, printed_at, tracking_number, posted_on,
       posted_by, delivered_on, delivery_reporter)
values ('2026-000001', '20261120-00001', '2026-11-20', '{}', '2026-11-20 12:00+09', '310-00-00001-0', '2026-11-20',
        'dispatch1', '2026-11-22', 'download');
insert into mail (kind, reference, recipient, subject, body, message_id, queued_at)
values ('acceptance', '20261120-00001', 'clinic1@example.jp', '受付', '本文', '<1@example.jp>', '2026-11-20 08:00+09');
