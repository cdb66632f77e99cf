/*
table: vote_results
field: sub_units_reported
tables:
  vote_results: [sub_units_reported, total_sub_units]
message: "{value} stations have reported of {total} in all"
remedy: check both figures
*/
SELECT _row AS row, sub_units_reported AS value, total_sub_units AS total
FROM vote_results
WHERE sub_units_reported > total_sub_units
