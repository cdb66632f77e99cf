/*
table: vote_results
field: vote_pct
tables:
  vote_results: [entry_id, contest_id, round, gp_unit, result_stage, pollster, option, option_id, vote_pct, counted_pct]
message: the shares of this announcement sum to {value} %
remedy: "check the figures, and whether they are of one announcement: round, area, stage, pollster"
*/
-- A figure may be off by half of its last digit.
WITH shares AS (
    SELECT
        min(_row) AS _row, entry_id, contest_id, round, gp_unit, result_stage, pollster, counted_pct,
        max(vote_pct) AS vote_pct
    FROM vote_results
    WHERE vote_pct IS NOT NULL
    GROUP BY entry_id, contest_id, round, gp_unit, result_stage, pollster, counted_pct, coalesce(option_id, option)
)
SELECT min(_row) AS row, sum(vote_pct) AS value
FROM shares
GROUP BY entry_id, contest_id, round, gp_unit, result_stage, pollster, counted_pct
HAVING sum(vote_pct) > 100.0001 + sum(
    CASE
        WHEN vote_pct = round(vote_pct) THEN 0.5
        WHEN vote_pct = round(vote_pct, 1) THEN 0.05
        ELSE 0.005
    END
)
