-- Where every place stands, of all its ledgers, and in the first row all of them together.
SELECT
  place,
  ledgers,
  measures,
  done,
  done_late,
  in_progress,
  not_started,
  ongoing,
  not_reported,
  overdue,
  due_soon,
  CASE WHEN measures > ongoing THEN CAST(done AS DOUBLE PRECISION) / (measures - ongoing) END AS completion_rate
FROM (
  SELECT
    o.ordinal,
    CASE WHEN o.ordinal = 1 THEN l.place ELSE '' END AS place,
    COUNT(*) AS ledgers,
    SUM(t.measures) AS measures,
    SUM(t.done) AS done,
    SUM(t.done_late) AS done_late,
    SUM(t.in_progress) AS in_progress,
    SUM(t.not_started) AS not_started,
    SUM(t.ongoing) AS ongoing,
    SUM(t.not_reported) AS not_reported,
    SUM(t.overdue) AS overdue,
    SUM(t.due_soon) AS due_soon
  FROM ledgers l
  JOIN tallies t ON t.ledger = l.ledger AND t.look = 'now' AND t.heading = 'total'
  CROSS JOIN (SELECT 0 AS ordinal UNION ALL SELECT 1) o
  GROUP BY o.ordinal, CASE WHEN o.ordinal = 1 THEN l.place ELSE '' END
) sums
ORDER BY ordinal, place;
