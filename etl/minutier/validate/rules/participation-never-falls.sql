/*
table: participation_snapshots
field: turnout_pct
tables:
  participation_snapshots: [entry_id, contest_id, round, gp_unit, as_of, turnout_pct, voters, stage, is_baseline, is_approximate, reporting_pct]
  entries: [entry_id, is_correction]
message: "{what} falls to {value} at {as_of}; it was {earlier} at {earlier_as_of}"
remedy: check both figures, their times and areas, or mark the entry as a correction
*/
WITH measures AS (
    SELECT snapshots.*, entries.is_correction
    FROM participation_snapshots AS snapshots
    JOIN entries USING (entry_id)
    WHERE NOT snapshots.is_baseline AND NOT snapshots.is_approximate
      AND snapshots.stage IS DISTINCT FROM 'projection' AND snapshots.as_of IS NOT NULL AND contest_id IS NOT NULL
),
figures AS (
    SELECT _row, contest_id, round, gp_unit, as_of, is_correction, 'turnout' AS what, turnout_pct AS figure, 100.0 AS basis FROM measures
    UNION ALL
    SELECT _row, contest_id, round, gp_unit, as_of, is_correction, 'the number of voters', voters, coalesce(reporting_pct, 100) FROM measures
),
highest AS (
    SELECT
        *,
        max(figure) OVER earlier_ones AS earlier,
        arg_max(as_of, figure) OVER earlier_ones AS earlier_as_of,
        max(basis) OVER earlier_ones AS earlier_basis
    FROM figures
    WHERE figure IS NOT NULL
    WINDOW earlier_ones AS (
        PARTITION BY contest_id, round, gp_unit, what
        ORDER BY as_of RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 SECOND PRECEDING
    )
)
SELECT _row AS row, figure AS value, what, as_of, earlier, earlier_as_of
FROM highest
WHERE figure < earlier AND basis >= earlier_basis AND NOT coalesce(is_correction, false)
