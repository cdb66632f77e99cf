/*
table: entries
field: date_published
tables:
  entries: [liveblog_id, position, date_published]
message: entry {position} is of {value}, an entry before it of {earlier}
remedy: number the entries in the order of time
*/
WITH dated AS (
    SELECT _row, liveblog_id, position, date_published
    FROM entries
    WHERE date_published IS NOT NULL
),
neighbours AS (
    SELECT
        liveblog_id,
        date_published < lag(date_published) OVER (PARTITION BY liveblog_id ORDER BY position, _row) AS falls
    FROM dated
),
-- Where no date is before its neighbour's, none is before any: the rest is worked out for the other live blogs.
latest AS (
    SELECT
        _row, position, date_published,
        max(date_published) OVER (
            PARTITION BY liveblog_id ORDER BY position, _row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS earlier
    FROM dated
    WHERE liveblog_id IN (SELECT liveblog_id FROM neighbours WHERE falls)
)
SELECT _row AS row, date_published AS value, position, earlier
FROM latest
WHERE date_published < earlier
