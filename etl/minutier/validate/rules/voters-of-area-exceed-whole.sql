/*
table: participation_snapshots
field: voters
tables:
  participation_snapshots: [contest_id, round, gp_unit, as_of, voters, stage, is_baseline, is_approximate]
message: "{value} people voted in {gp_unit} and {whole} in all"
remedy: check both figures, their times and their areas
*/
WITH wholes AS (
    SELECT contest_id, round, as_of, stage, max(voters) AS whole
    FROM participation_snapshots
    WHERE gp_unit IS NULL AND voters IS NOT NULL AND NOT is_baseline AND NOT is_approximate
    GROUP BY ALL
)
SELECT parts._row AS row, parts.voters AS value, parts.gp_unit, wholes.whole
FROM participation_snapshots AS parts
JOIN wholes
  ON parts.contest_id = wholes.contest_id
 AND parts.round = wholes.round
 AND (parts.as_of = wholes.as_of OR wholes.stage = 'final')
WHERE parts.gp_unit IS NOT NULL AND parts.voters > wholes.whole AND NOT parts.is_baseline AND NOT parts.is_approximate
