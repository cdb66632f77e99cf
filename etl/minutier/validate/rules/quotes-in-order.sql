/*
table: quotes
field: position
tables:
  quotes: [entry_id, position, char_start]
message: quote {value} begins before the quote that has the position before it
remedy: number the quotes of an entry in the order in which they stand
*/
-- Entries with one quote, which are most, have no order to keep.
WITH neighbours AS (
    SELECT
        _row, position, char_start,
        lag(char_start) OVER (PARTITION BY entry_id ORDER BY position, char_start) AS previous
    FROM quotes
    WHERE entry_id IN (SELECT entry_id FROM quotes WHERE position <> 1)
)
SELECT _row AS row, position AS value
FROM neighbours
WHERE char_start < previous
