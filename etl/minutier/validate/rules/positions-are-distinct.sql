/*
table: entries
field: position
tables:
  entries: [liveblog_id, position]
message: "{count} entries of the live blog have the position {value}"
remedy: number the entries 1, 2, 3 …
*/
SELECT * FROM (
    SELECT _row AS row, position AS value, count(*) OVER (PARTITION BY liveblog_id, position) AS count FROM entries
)
WHERE count > 1
