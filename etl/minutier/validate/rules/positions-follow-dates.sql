/*
table: entries
field: date_published
tables:
  entries: [liveblog_id, position, date_published]
message: entry {position} is of {value}, an entry before it of {earlier}
remedy: number the entries in the order of time
*/
WITH latest AS (
    SELECT
        _row, position, date_published,
        max(date_published) OVER (
            PARTITION BY liveblog_id ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS earlier
    FROM entries
    WHERE date_published IS NOT NULL
)
SELECT _row AS row, date_published AS value, position, earlier
FROM latest
WHERE date_published < earlier
