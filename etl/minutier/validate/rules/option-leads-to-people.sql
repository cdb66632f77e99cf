/*
table: vote_results
field: option_id
tables:
  vote_results: [option, option_id, option_type]
message: the option {value!r} has no option_id
remedy: add it to people and name the identifier, or mend option_type
*/
SELECT _row AS row, option AS value
FROM vote_results
WHERE option_id IS NULL AND option_type NOT IN ('answer', 'other')
