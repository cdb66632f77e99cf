/*
table: vote_results
field: votes
tables:
  vote_results: [contest_id, round, gp_unit, option, votes, is_approximate]
  participation_snapshots: [contest_id, round, gp_unit, voters, stage, is_approximate, is_baseline]
message: "{option} has {value} votes, {voters} people voted"
remedy: check both figures and their areas
*/
SELECT results._row AS row, results.votes AS value, results.option, max(voters) AS voters
FROM vote_results AS results
JOIN participation_snapshots AS turnout
  ON results.contest_id = turnout.contest_id
 AND results.round = turnout.round
 AND results.gp_unit IS NOT DISTINCT FROM turnout.gp_unit
WHERE turnout.stage = 'final' AND NOT turnout.is_baseline AND NOT turnout.is_approximate AND NOT results.is_approximate
GROUP BY ALL
HAVING results.votes > max(voters)
