-- Where every ledger stands on its own day: in all, by the plan's units, by section, by year of the deadline in force.
SELECT
  l.ledger,
  l.workbook,
  l.place,
  l.as_of,
  l.period,
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
  t.completion_rate,
  r.submission
FROM ledgers l
JOIN tallies t ON t.ledger = l.ledger AND t.look = 'now'
LEFT JOIN unit_returns r
  ON r.ledger = t.ledger AND r.unit = CASE WHEN t.heading = 'unit' THEN t.name END AND r.period = l.period
ORDER BY
  l.place,
  l.workbook,
  l.ledger,
  CASE t.heading WHEN 'total' THEN 0 WHEN 'unit' THEN 1 WHEN 'section' THEN 2 ELSE 3 END,
  t.ordinal;
