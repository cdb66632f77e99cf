/*
table: participation_snapshots
tables:
  participation_snapshots: [turnout_pct_min, turnout_pct_max, voters_min, voters_max]
message: the range of {what} goes from {value} down to {last}
remedy: exchange the ends, or mend them
*/
SELECT _row AS row, 'turnout' AS what, turnout_pct_min AS value, turnout_pct_max AS last FROM participation_snapshots WHERE turnout_pct_min > turnout_pct_max
UNION ALL
SELECT _row, 'voters', voters_min, voters_max FROM participation_snapshots WHERE voters_min > voters_max
