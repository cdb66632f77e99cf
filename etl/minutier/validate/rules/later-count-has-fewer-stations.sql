/*
table: vote_results
field: counted_pct
tables:
  vote_results: [entry_id, contest_id, round, gp_unit, result_stage, announced_by, counted_pct, sub_units_reported]
  entries: [entry_id, liveblog_id, position, is_correction]
message: "{what} falls to {value}; an earlier entry has {earlier}"
remedy: check both figures and their areas, or mark the entry as a correction
*/
WITH counts AS (
    SELECT results.*, entries.liveblog_id AS blog, entries.position, entries.is_correction
    FROM vote_results AS results
    JOIN entries USING (entry_id)
    WHERE results.result_stage IN ('partial', 'final')
),
figures AS (
    SELECT _row, blog, position, is_correction, contest_id, round, gp_unit, announced_by, 'the share counted' AS what, counted_pct AS figure FROM counts
    UNION ALL
    SELECT _row, blog, position, is_correction, contest_id, round, gp_unit, announced_by, 'the number of stations', sub_units_reported FROM counts
),
highest AS (
    SELECT
        *,
        max(figure) OVER (
            PARTITION BY blog, contest_id, round, gp_unit, announced_by, what
            ORDER BY position RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS earlier
    FROM figures
    WHERE figure IS NOT NULL
)
SELECT _row AS row, figure AS value, what, earlier
FROM highest
WHERE figure < earlier AND NOT coalesce(is_correction, false)
