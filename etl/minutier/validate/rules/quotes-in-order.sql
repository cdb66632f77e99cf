/*
table: quotes
field: position
tables:
  quotes: [entry_id, position, char_start]
message: quote {value} begins before the quote that has the position before it
remedy: number the quotes of an entry in the order in which they stand
*/
SELECT _row AS row, position AS value
FROM (SELECT *, lag(char_start) OVER (PARTITION BY entry_id ORDER BY position, char_start) AS previous FROM quotes)
WHERE char_start < previous
