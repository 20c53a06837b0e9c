-- What a ledger comes to, from the rows of the long table. `records` holds these rows: a view over the files, or a table.
-- Plain SQL. The one thing that engines write differently is a day some days later, here `day + days`. What is worked out on the way is kept
-- in tables: each is asked for several times.

-- What figures are made of, without the texts.
CREATE TABLE facts AS
SELECT
  ledger,
  kind,
  id,
  is_undone,
  measure,
  section,
  unit,
  office,
  period,
  period_rank,
  on_date,
  deadline,
  status,
  completed_on,
  verification,
  decision,
  sha256,
  verdict,
  is_ranked,
  item,
  CASE WHEN kind IN ('setting', 'section') THEN text END AS text
FROM records
WHERE kind IN (
  'setting', 'section', 'unit', 'measure', 'assignment', 'period', 'charge', 'report', 'extension', 'verification', 'submission'
);

-- One row a ledger: its settings.
CREATE TABLE ledgers AS
SELECT
  ledger,
  MAX(workbook) AS workbook,
  COALESCE(MAX(place), '') AS place,
  MAX(CASE WHEN item = 'as_of' THEN CAST(text AS DATE) END) AS as_of,
  MAX(CASE WHEN item = 'period' THEN text END) AS period,
  MAX(CASE WHEN item = 'due_soon_days' THEN CAST(text AS INTEGER) END) AS due_soon_days,
  MAX(CASE WHEN item = 'on_time_points' THEN CAST(text AS DOUBLE PRECISION) END) AS on_time_points,
  MAX(CASE WHEN item = 'late_points' THEN CAST(text AS DOUBLE PRECISION) END) AS late_points,
  MAX(CASE WHEN item = 'overdue_points' THEN CAST(text AS DOUBLE PRECISION) END) AS overdue_points,
  MAX(CASE WHEN item = 'late_return_points' THEN CAST(text AS DOUBLE PRECISION) END) AS late_return_points,
  MAX(CASE WHEN item = 'sent_back_points' THEN CAST(text AS DOUBLE PRECISION) END) AS sent_back_points
FROM records
WHERE kind = 'setting'
GROUP BY ledger;

-- The days a ledger is looked at: its own (`now`), by all that is known, and each period's, by what was known in it. A period
-- that is over is judged on the day after its last one.
CREATE TABLE looks AS
SELECT ledger, 'now' AS look, period, 0 AS ordinal, as_of AS day, as_of AS judged_on, 2147483646 AS known_to, due_soon_days
FROM ledgers
UNION ALL
SELECT
  ledger,
  period AS look,
  period,
  ordinal,
  day,
  day + CASE WHEN day = on_date AND as_of > day THEN 1 ELSE 0 END AS judged_on,
  period_rank AS known_to,
  due_soon_days
FROM (
  SELECT
    l.ledger,
    p.period,
    p.id AS ordinal,
    p.on_date,
    p.period_rank,
    l.as_of,
    l.due_soon_days,
    CASE WHEN p.period = l.period OR p.on_date > l.as_of THEN l.as_of ELSE p.on_date END AS day
  FROM ledgers l
  JOIN facts p ON p.ledger = l.ledger AND p.kind = 'period'
) periods;

-- Of each assignment and period the last report that was taken in, and from which period on a later one holds: so that each look
-- finds its report by a range, and not by all that went before. No period ranks as high as the last two numbers there are: one stands for what
-- is known now, the other for never.
CREATE TABLE reports_by_period AS
SELECT
  ledger,
  measure,
  unit,
  period_rank,
  COALESCE(LEAD(period_rank) OVER (PARTITION BY ledger, measure, unit ORDER BY period_rank), 2147483647) AS superseded_at,
  status,
  completed_on
FROM (
  SELECT
    ledger,
    measure,
    unit,
    period_rank,
    status,
    completed_on,
    ROW_NUMBER() OVER (PARTITION BY ledger, measure, unit, period_rank ORDER BY id DESC) AS place
  FROM facts
  WHERE kind = 'report' AND is_undone = FALSE
) reports
WHERE place = 1;

-- Of each assignment the report in force: of the latest period that was known.
CREATE TABLE reports_in_force AS
SELECT k.ledger, k.look, r.measure, r.unit, r.status, r.completed_on
FROM looks k
JOIN reports_by_period r ON r.ledger = k.ledger AND r.period_rank <= k.known_to AND k.known_to < r.superseded_at;

-- Of each assignment the deadline of the last extension that was approved.
CREATE TABLE extensions_in_force AS
SELECT ledger, look, measure, unit, deadline
FROM (
  SELECT
    k.ledger,
    k.look,
    e.measure,
    e.unit,
    e.deadline,
    ROW_NUMBER() OVER (PARTITION BY k.ledger, k.look, e.measure, e.unit ORDER BY e.id DESC) AS place
  FROM looks k
  JOIN facts e
    ON e.ledger = k.ledger
    AND e.kind = 'extension'
    AND e.is_undone = FALSE
    AND e.decision = 'approved'
    AND e.period_rank <= k.known_to
) extensions
WHERE place = 1;

-- Where each assignment stands. A claim of completion counts only with its date.
CREATE TABLE assignment_standings AS
SELECT
  k.ledger,
  k.look,
  k.judged_on,
  k.due_soon_days,
  a.measure,
  a.unit,
  COALESCE(e.deadline, a.deadline) AS deadline,
  r.completed_on,
  CASE
    WHEN r.status IS NULL THEN 'notReported'
    WHEN r.status = 'done' AND r.completed_on IS NULL THEN 'inProgress'
    ELSE r.status
  END AS standing
FROM looks k
JOIN facts a ON a.ledger = k.ledger AND a.kind = 'assignment'
LEFT JOIN reports_in_force r
  ON r.ledger = k.ledger AND r.look = k.look AND r.measure = a.measure AND r.unit = a.unit
LEFT JOIN extensions_in_force e
  ON e.ledger = k.ledger AND e.look = k.look AND e.measure = a.measure AND e.unit = a.unit;

-- The same with where it stands in time: the day of the deadline itself is not overdue.
CREATE TABLE assignment_states AS
SELECT
  ledger,
  look,
  judged_on,
  due_soon_days,
  measure,
  unit,
  deadline,
  completed_on,
  standing,
  CASE
    WHEN standing = 'done' AND deadline IS NOT NULL AND completed_on > deadline THEN 'doneLate'
    WHEN standing = 'done' THEN 'done'
    WHEN deadline IS NULL THEN 'openEnded'
    WHEN judged_on > deadline THEN 'overdue'
    WHEN deadline <= judged_on + due_soon_days THEN 'dueSoon'
    ELSE 'onTrack'
  END AS timeliness
FROM assignment_standings;

-- Where each measure stands over all its units: what all say, and anything mixed is in progress. Of several deadlines the one that decides:
-- the earliest of those not done, once all are done the earliest of those done late, else the latest.
CREATE TABLE measure_standings AS
SELECT
  k.ledger,
  k.look,
  k.judged_on,
  k.due_soon_days,
  m.measure,
  m.section,
  CASE
    WHEN COUNT(s.unit) = 0 THEN 'notReported'
    WHEN MIN(s.standing) = MAX(s.standing) THEN MIN(s.standing)
    ELSE 'inProgress'
  END AS standing,
  CASE WHEN COUNT(s.completed_on) = COUNT(s.unit) THEN MAX(s.completed_on) END AS completed_on,
  COALESCE(
    MIN(CASE WHEN s.standing <> 'done' THEN s.deadline END),
    MIN(CASE WHEN s.timeliness = 'doneLate' THEN s.deadline END),
    MAX(s.deadline),
    MAX(m.deadline)
  ) AS deadline
FROM looks k
JOIN facts m ON m.ledger = k.ledger AND m.kind = 'measure'
LEFT JOIN assignment_states s ON s.ledger = k.ledger AND s.look = k.look AND s.measure = m.measure
GROUP BY k.ledger, k.look, k.judged_on, k.due_soon_days, m.measure, m.section;

CREATE TABLE measure_states AS
SELECT
  ledger,
  look,
  measure,
  section,
  deadline,
  standing,
  CASE
    WHEN standing = 'done' AND deadline IS NOT NULL AND completed_on > deadline THEN 'doneLate'
    WHEN standing = 'done' THEN 'done'
    WHEN deadline IS NULL THEN 'openEnded'
    WHEN judged_on > deadline THEN 'overdue'
    WHEN deadline <= judged_on + due_soon_days THEN 'dueSoon'
    ELSE 'onTrack'
  END AS timeliness
FROM measure_standings;

-- What is counted, under each heading it is counted under; a heading without anything has one row that counts nothing.
CREATE VIEW counted AS
SELECT k.ledger, k.look, 'total' AS heading, '' AS name, '' AS title, 0 AS ordinal, s.standing, s.timeliness
FROM looks k
LEFT JOIN measure_states s ON s.ledger = k.ledger AND s.look = k.look
UNION ALL
SELECT k.ledger, k.look, 'unit', u.unit, '', u.id, s.standing, s.timeliness
FROM looks k
JOIN facts u ON u.ledger = k.ledger AND u.kind = 'unit'
LEFT JOIN assignment_states s ON s.ledger = k.ledger AND s.look = k.look AND s.unit = u.unit
UNION ALL
SELECT k.ledger, k.look, 'section', c.section, c.text, c.id, s.standing, s.timeliness
FROM looks k
JOIN facts c ON c.ledger = k.ledger AND c.kind = 'section'
LEFT JOIN measure_states s ON s.ledger = k.ledger AND s.look = k.look AND s.section = c.section
UNION ALL
SELECT
  ledger,
  look,
  'year',
  COALESCE(CAST(EXTRACT(YEAR FROM deadline) AS VARCHAR), ''),
  '',
  COALESCE(EXTRACT(YEAR FROM deadline), 9999),
  standing,
  timeliness
FROM measure_states;

-- The figures of every heading.
CREATE TABLE tallies AS
SELECT
  ledger,
  look,
  heading,
  name,
  title,
  ordinal,
  COUNT(standing) AS measures,
  SUM(CASE WHEN standing = 'done' THEN 1 ELSE 0 END) AS done,
  SUM(CASE WHEN timeliness = 'doneLate' THEN 1 ELSE 0 END) AS done_late,
  SUM(CASE WHEN standing = 'inProgress' THEN 1 ELSE 0 END) AS in_progress,
  SUM(CASE WHEN standing = 'notStarted' THEN 1 ELSE 0 END) AS not_started,
  SUM(CASE WHEN standing = 'ongoing' THEN 1 ELSE 0 END) AS ongoing,
  SUM(CASE WHEN standing = 'notReported' THEN 1 ELSE 0 END) AS not_reported,
  SUM(CASE WHEN timeliness = 'overdue' THEN 1 ELSE 0 END) AS overdue,
  SUM(CASE WHEN timeliness = 'dueSoon' THEN 1 ELSE 0 END) AS due_soon,
  CASE
    WHEN COUNT(standing) > SUM(CASE WHEN standing = 'ongoing' THEN 1 ELSE 0 END)
    THEN CAST(SUM(CASE WHEN standing = 'done' THEN 1 ELSE 0 END) AS DOUBLE PRECISION)
      / (COUNT(standing) - SUM(CASE WHEN standing = 'ongoing' THEN 1 ELSE 0 END))
  END AS completion_rate
FROM counted
GROUP BY ledger, look, heading, name, title, ordinal;

-- The first that each office handed in for a period: a later correction makes no return late.
CREATE TABLE first_hand_ins AS
SELECT ledger, period, office, on_date
FROM (
  SELECT ledger, period, office, on_date, ROW_NUMBER() OVER (PARTITION BY ledger, period, office ORDER BY id) AS place
  FROM facts
  WHERE kind = 'submission' AND is_undone = FALSE
) hand_ins
WHERE place = 1;

-- Whether a unit's return for a period is in: those of all offices in charge of its measures.
CREATE TABLE unit_returns AS
SELECT
  u.ledger,
  u.unit,
  p.period,
  p.deadline AS due,
  COUNT(c.office) AS offices,
  CASE
    WHEN SUM(CASE WHEN h.office IS NULL THEN 1 ELSE 0 END) > 0 THEN 'missing'
    WHEN SUM(CASE WHEN h.on_date > p.deadline THEN 1 ELSE 0 END) > 0 THEN 'late'
    ELSE 'submitted'
  END AS submission
FROM facts u
JOIN facts p ON p.ledger = u.ledger AND p.kind = 'period'
LEFT JOIN facts c ON c.ledger = u.ledger AND c.kind = 'charge' AND c.period = p.period AND c.unit = u.unit
LEFT JOIN first_hand_ins h ON h.ledger = u.ledger AND h.period = p.period AND h.office = COALESCE(c.office, u.unit)
WHERE u.kind = 'unit'
GROUP BY u.ledger, u.unit, p.period, p.deadline;

-- What was sent back of a unit: claims, and returns that had to be corrected, each once however often it was taken in.
CREATE TABLE sent_back AS
SELECT ledger, unit, COUNT(*) AS times
FROM (
  SELECT ledger, unit
  FROM facts
  WHERE kind = 'verification' AND is_undone = FALSE AND verification = 'sentBack'
  UNION ALL
  SELECT c.ledger, c.unit
  FROM facts c
  JOIN (
    SELECT DISTINCT ledger, period, office, COALESCE(sha256, '') AS sha256
    FROM facts
    WHERE kind = 'submission' AND is_undone = FALSE AND verdict = 'needs-correction'
  ) s ON s.ledger = c.ledger AND s.period = c.period AND s.office = c.office
  WHERE c.kind = 'charge'
) faults
GROUP BY ledger, unit;
