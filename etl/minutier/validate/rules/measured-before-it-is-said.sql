/*
severity: warning
table: participation_snapshots
field: as_of
tables:
  participation_snapshots: [entry_id, contest_id, as_of, stage]
  entries: [entry_id, date_published]
message: the figure is for {value}, the entry was published at {published}
remedy: check as_of and its day
*/
SELECT snapshots._row AS row, snapshots.as_of AS value, entries.date_published AS published
FROM participation_snapshots AS snapshots
JOIN entries USING (entry_id)
WHERE snapshots.as_of > entries.date_published
  AND snapshots.stage IS DISTINCT FROM 'projection'
  AND snapshots.contest_id IS NOT NULL -- a reminder of another contest has its own day
