/*
table: vote_results
tables:
  vote_results: [vote_pct_min, vote_pct_max, seats_min, seats_max]
message: the range of {what} goes from {value} down to {last}
remedy: exchange the ends, or mend them
*/
SELECT _row AS row, 'shares' AS what, vote_pct_min AS value, vote_pct_max AS last FROM vote_results WHERE vote_pct_min > vote_pct_max
UNION ALL
SELECT _row, 'seats', seats_min, seats_max FROM vote_results WHERE seats_min > seats_max
