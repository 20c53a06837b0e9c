-- The assessment of every unit, ranked within its ledger: those that may be ranked and of which anything was due. Scores have one decimal; what
-- is lost in binary does not decide on which side of the half a score lies, and ROUND is not the same in every engine.
SELECT
  ledger,
  workbook,
  place,
  unit,
  due,
  on_time,
  late,
  overdue,
  work_score,
  late_returns,
  sent_back,
  score,
  CASE
    WHEN is_ranked = TRUE AND due > 0
    THEN RANK() OVER (
      PARTITION BY ledger ORDER BY CASE WHEN is_ranked = TRUE AND due > 0 THEN 0 ELSE 1 END, score DESC
    )
  END AS rank,
  is_ranked
FROM (
  SELECT
    ledger,
    workbook,
    place,
    ordinal,
    unit,
    is_ranked,
    due,
    on_time,
    late,
    overdue,
    work_score,
    late_returns,
    sent_back,
    FLOOR(
      CASE
        WHEN work_score > late_returns * late_return_points + sent_back * sent_back_points
        THEN work_score - (late_returns * late_return_points + sent_back * sent_back_points)
        ELSE 0
      END * 10 + 0.500000001
    ) / 10 AS score
  FROM (
    SELECT
      f.*,
      CASE
        WHEN due = 0 THEN on_time_points
        ELSE (on_time * on_time_points + late * late_points + overdue * overdue_points) / due
      END AS work_score
    FROM (
      SELECT
        l.ledger,
        l.workbook,
        l.place,
        u.id AS ordinal,
        u.unit,
        u.is_ranked,
        l.on_time_points,
        l.late_points,
        l.overdue_points,
        l.late_return_points,
        l.sent_back_points,
        COALESCE(w.on_time, 0) + COALESCE(w.late, 0) + COALESCE(w.overdue, 0) AS due,
        COALESCE(w.on_time, 0) AS on_time,
        COALESCE(w.late, 0) AS late,
        COALESCE(w.overdue, 0) AS overdue,
        COALESCE(r.late_returns, 0) AS late_returns,
        COALESCE(b.times, 0) AS sent_back
      FROM ledgers l
      JOIN facts u ON u.ledger = l.ledger AND u.kind = 'unit'
      LEFT JOIN (
        SELECT
          ledger,
          unit,
          SUM(CASE WHEN timeliness = 'done' THEN 1 ELSE 0 END) AS on_time,
          SUM(CASE WHEN timeliness = 'doneLate' THEN 1 ELSE 0 END) AS late,
          SUM(CASE WHEN timeliness = 'overdue' THEN 1 ELSE 0 END) AS overdue
        FROM assignment_states
        WHERE look = 'now' AND deadline < judged_on
        GROUP BY ledger, unit
      ) w ON w.ledger = u.ledger AND w.unit = u.unit
      LEFT JOIN (
        SELECT
          x.ledger,
          x.unit,
          SUM(
            CASE
              WHEN x.submission = 'late' THEN 1
              WHEN x.submission = 'missing' AND x.offices > 0 AND l2.as_of > x.due THEN 1
              ELSE 0
            END
          ) AS late_returns
        FROM unit_returns x
        JOIN ledgers l2 ON l2.ledger = x.ledger
        GROUP BY x.ledger, x.unit
      ) r ON r.ledger = u.ledger AND r.unit = u.unit
      LEFT JOIN sent_back b ON b.ledger = u.ledger AND b.unit = u.unit
    ) f
  ) worked
) scored
ORDER BY place, workbook, ledger, ordinal;
