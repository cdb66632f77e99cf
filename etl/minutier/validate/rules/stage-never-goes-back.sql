/*
table: vote_results
field: result_stage
tables:
  vote_results: [entry_id, contest_id, round, gp_unit, option, option_id, result_stage, announced_by, pollster]
  entries: [entry_id, liveblog_id, position, section, is_correction]
optional:
  issues: [entry_id, code]
message: "{option} is back at {value} after {earlier}, and no issue says so"
remedy: check the stage, or add an issue with the code stage-goes-back for the entry
*/
WITH ranked AS (
    SELECT
        results._row, entry_id, entries.liveblog_id AS blog, entries.position, entries.is_correction,
        results.contest_id, results.round, results.gp_unit, results.option, results.announced_by, results.pollster,
        coalesce(results.option_id, results.option) AS option_key, results.result_stage,
        CASE results.result_stage WHEN 'partial' THEN 2 WHEN 'final' THEN 3 ELSE 1 END AS rank
    FROM vote_results AS results
    JOIN entries USING (entry_id)
    WHERE results.result_stage <> 'opinion_poll'
      AND entries.section <> 'lead' -- the introduction is written when the night is over
      AND results.contest_id IS NOT NULL AND results.round IS NOT NULL
),
highest AS (
    SELECT
        *,
        max(rank) OVER (
            PARTITION BY blog, contest_id, round, gp_unit, option_key, announced_by, pollster
            ORDER BY position RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS earlier
    FROM ranked
)
SELECT
    _row AS row, result_stage AS value, option,
    ['an estimate', 'partial', 'final'][earlier] AS earlier
FROM highest
WHERE rank < earlier
  AND NOT coalesce(is_correction, false)
  AND NOT EXISTS (
      FROM issues WHERE issues.entry_id = highest.entry_id AND issues.code = 'stage-goes-back'
  )
