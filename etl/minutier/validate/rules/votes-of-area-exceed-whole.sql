/*
table: vote_results
field: votes
tables:
  vote_results: [contest_id, round, gp_unit, option, option_id, votes, result_stage, is_approximate]
message: "{option} has {value} votes in {gp_unit} and {whole} in all"
remedy: check both figures and their areas
*/
-- A final count of the whole bounds every count of a part.
WITH wholes AS (
    SELECT contest_id, round, coalesce(option_id, option) AS option_key, max(votes) AS whole
    FROM vote_results
    WHERE gp_unit IS NULL AND result_stage = 'final' AND votes IS NOT NULL AND NOT is_approximate
    GROUP BY ALL
)
SELECT parts._row AS row, parts.votes AS value, parts.option, parts.gp_unit, wholes.whole
FROM vote_results AS parts
JOIN wholes
  ON parts.contest_id = wholes.contest_id
 AND parts.round = wholes.round
 AND coalesce(parts.option_id, parts.option) = wholes.option_key
WHERE parts.gp_unit IS NOT NULL AND parts.votes > wholes.whole AND NOT parts.is_approximate
