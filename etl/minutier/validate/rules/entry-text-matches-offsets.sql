/*
table: entries
field: text
tables:
  entries: [text, char_start, char_end, text_sha256]
message: the text of the entry does not go with its {problem}
remedy: publish the text as it stands between char_start and char_end, with its SHA-256
*/
SELECT
    _row AS row,
    left(text, 60) AS value,
    CASE WHEN length(text) <> char_end - char_start THEN 'offsets' ELSE 'SHA-256' END AS problem
FROM entries
WHERE text IS NOT NULL
  AND (length(text) <> char_end - char_start OR sha256(text) <> text_sha256)
