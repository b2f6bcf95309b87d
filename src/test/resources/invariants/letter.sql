-- @ letter-has-lines
select l.application_number, format('letter %s is about no line', l.letter_number) as violation
  from fudamori.letter l
  left join fudamori.letter_line n using (letter_number)
 where n.line is null;

-- @ letter-line-issued
select n.application_number, format('letter %s of %s tells of %s-%s, which was not issued', n.letter_number,
                                    l.application_number, n.application_number, to_char(n.line, 'FM00')) as violation
  from fudamori.letter_line n
  join fudamori.letter l using (letter_number)
  left join fudamori.certificate_download d on d.application_number = n.application_number and d.line = n.line
 where d.line is null or l.application_number <> n.application_number;

-- @ line-in-one-letter
select application_number, format('%s-%s is in %s letters', application_number, to_char(line, 'FM00'),
                                  count(*)) as violation
  from fudamori.letter_line
 group by application_number, line
having count(*) > 1;

-- @ pages-until-posted
select l.application_number, format('letter %s: printed %s, posted %s, pages kept %s', l.letter_number,
                                    l.printed_at is not null, p.letter_number is not null,
                                    l.sealed_pages is not null) as violation
  from fudamori.letter l
  left join fudamori.letter_posting p on p.letter_number = l.letter_number and p.attempt = 1
 where (l.sealed_pages is not null) <> (l.printed_at is not null and p.letter_number is null and l.voided_on is null)
    or p.letter_number is not null and l.printed_at is null;

-- @ attempts-without-gap
select l.application_number, format('letter %s was posted in the attempts %s', letter_number,
                                    array_agg(p.attempt order by p.attempt)) as violation
  from fudamori.letter_posting p
  join fudamori.letter l using (letter_number)
 group by l.application_number, letter_number
having max(p.attempt) <> count(*);

-- @ posted-again-after-return
select l.application_number, format('attempt %s of letter %s: decided to post again by %s, came back %s, posted again %s',
                                    p.attempt, p.letter_number, coalesce(p.again_by, 'nobody'), e.back,
                                    p.attempt < e.latest) as violation
  from fudamori.letter_posting p
  join fudamori.letter l using (letter_number)
 cross join lateral (select exists (select from fudamori.letter_event e
                                     where e.letter_number = p.letter_number and e.attempt = p.attempt
                                       and e.kind = 'returned') as back,
                            (select max(m.attempt) from fudamori.letter_posting m
                              where m.letter_number = p.letter_number) as latest) e
 where p.again_by is not null and not e.back
    or p.attempt < e.latest and p.again_by is null;

-- @ event-within-the-trip
select l.application_number, format('letter %s was %s on %s, posted on %s, told on %s', e.letter_number, e.kind,
                                    e.happened_on, p.posted_on,
                                    (e.reported_at at time zone 'Asia/Tokyo')::date) as violation
  from fudamori.letter_event e
  join fudamori.letter_posting p using (letter_number, attempt)
  join fudamori.letter l using (letter_number)
 where e.happened_on < p.posted_on or e.happened_on > (e.reported_at at time zone 'Asia/Tokyo')::date;

-- @ void-after-failure
select l.application_number, format('letter %s is void (%s) and did not fail', l.letter_number,
                                    l.void_reason) as violation
  from fudamori.letter l
 where l.voided_on is not null and l.void_reason <> 'withdrawn'
   and not exists (select from fudamori.letter_event e
                    where e.letter_number = l.letter_number
                      and e.attempt = (select max(p.attempt) from fudamori.letter_posting p
                                        where p.letter_number = l.letter_number)
                      and e.kind = case l.void_reason when 'lost' then 'lost' else 'returned' end);

-- @ closed-with-the-letter
select d.application_number, format('%s-%s: letter void %s, download closed %s', d.application_number,
                                    to_char(d.line, 'FM00'), l.voided_on is not null,
                                    d.closed_on is not null) as violation
  from fudamori.certificate_download d
  left join fudamori.letter_line n using (application_number, line)
  left join fudamori.letter l using (letter_number)
 where l.voided_on is not null and d.closed_on is null
    or l.voided_on is null and d.closed_on is not null and d.closing_reason not in ('revoked', 'lost');

-- @ withdrawn-when-nothing-is-left
select l.application_number, format('letter %s opens nothing any more, and is not void', l.letter_number) as violation
  from fudamori.letter l
 where l.voided_on is null
   and not exists (select from fudamori.letter_line n
                     join fudamori.certificate_download d
                       on d.application_number = n.application_number and d.line = n.line
                    where n.letter_number = l.letter_number and d.closed_on is null);
