/*
table: vote_results
field: vote_pct
tables:
  vote_results: [entry_id, contest_id, round, gp_unit, option, option_id, vote_pct, votes, seats, result_stage, is_approximate]
  entries: [entry_id, is_correction]
message: "the final {what} of {option} is {value} here and {other} elsewhere"
remedy: check both figures, their areas and rounds; only one of them can be final
*/
-- Figures that are one figure rounded differently agree.
WITH finals AS (
    SELECT
        results.*,
        coalesce(option_id, option) AS option_key
    FROM vote_results AS results
    JOIN entries USING (entry_id)
    WHERE results.result_stage = 'final' AND NOT results.is_approximate AND NOT entries.is_correction
      AND results.contest_id IS NOT NULL AND results.round IS NOT NULL
),
figures AS (
    SELECT
        _row, contest_id, round, gp_unit, option, option_key, 'share' AS what, vote_pct AS figure,
        CASE WHEN vote_pct = round(vote_pct) THEN 0.5 WHEN vote_pct = round(vote_pct, 1) THEN 0.05 ELSE 0.005 END AS half
    FROM finals
    UNION ALL
    SELECT _row, contest_id, round, gp_unit, option, option_key, 'number of votes', votes, 0 FROM finals
    UNION ALL
    SELECT _row, contest_id, round, gp_unit, option, option_key, 'number of seats', seats, 0 FROM finals
),
known AS (SELECT * FROM figures WHERE figure IS NOT NULL),
first_ones AS (
    SELECT contest_id, round, gp_unit, option_key, what, arg_min(figure, _row) AS other, arg_min(half, _row) AS other_half
    FROM known
    GROUP BY contest_id, round, gp_unit, option_key, what
)
SELECT known._row AS row, known.figure AS value, known.option, known.what, first_ones.other
FROM known
JOIN first_ones
  ON known.contest_id = first_ones.contest_id AND known.round = first_ones.round
 AND known.gp_unit IS NOT DISTINCT FROM first_ones.gp_unit
 AND known.option_key = first_ones.option_key AND known.what = first_ones.what
WHERE abs(known.figure - first_ones.other) > known.half + first_ones.other_half + 0.0001
