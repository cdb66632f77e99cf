/*
table: participation_snapshots
field: liveblog_id
tables:
  participation_snapshots: [entry_id, liveblog_id]
  entries: [entry_id, liveblog_id]
message: "the row is of {value!r}, its entry of {of_entry!r}"
remedy: mend liveblog_id or entry_id
*/
SELECT facts._row AS row, facts.liveblog_id AS value, entries.liveblog_id AS of_entry
FROM participation_snapshots AS facts
JOIN entries USING (entry_id)
WHERE facts.liveblog_id <> entries.liveblog_id
