-- Where every ledger stood at the close of each period, by what was known in it: in all, by the plan's units, by section.
SELECT
  l.ledger,
  l.workbook,
  l.place,
  k.period,
  k.day AS as_of,
  t.heading,
  t.name,
  t.title,
  t.measures,
  t.done,
  t.done_late,
  t.in_progress,
  t.not_started,
  t.ongoing,
  t.not_reported,
  t.overdue,
  t.due_soon,
  t.completion_rate
FROM ledgers l
JOIN looks k ON k.ledger = l.ledger AND k.look <> 'now'
JOIN tallies t ON t.ledger = k.ledger AND t.look = k.look AND t.heading <> 'year'
ORDER BY
  l.place,
  l.workbook,
  l.ledger,
  k.ordinal,
  CASE t.heading WHEN 'total' THEN 0 WHEN 'unit' THEN 1 ELSE 2 END,
  t.ordinal;
