/*
table: entries
field: position
tables:
  entries: [liveblog_id, position]
message: "{count} entries of the live blog have the position {value}"
remedy: number the entries 1, 2, 3 …
*/
WITH twins AS (
    SELECT liveblog_id, position, count(*) AS count
    FROM entries
    GROUP BY liveblog_id, position
    HAVING count(*) > 1
)
SELECT entries._row AS row, entries.position AS value, twins.count
FROM entries
JOIN twins
  ON entries.liveblog_id IS NOT DISTINCT FROM twins.liveblog_id
 AND entries.position IS NOT DISTINCT FROM twins.position
