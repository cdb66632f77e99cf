/*
table: endorsements
field: cue
tables:
  endorsements: [entry_id, cue, char_start, char_end]
  entries: [entry_id, text, char_start]
message: the offsets give back {found!r}, not the cue {value!r}
remedy: mend the cue or its offsets
*/
WITH slices AS (
    SELECT
        endorsements._row,
        endorsements.cue,
        substring(entries.text, endorsements.char_start - entries.char_start + 1, endorsements.char_end - endorsements.char_start) AS found
    FROM endorsements JOIN entries USING (entry_id)
    WHERE entries.text IS NOT NULL AND endorsements.char_start >= entries.char_start
)
SELECT _row AS row, cue AS value, found
FROM slices
WHERE regexp_replace(found, '[\s\x{A0}\x{2009}\x{202F}]+', ' ', 'g') <> regexp_replace(cue, '[\s\x{A0}\x{2009}\x{202F}]+', ' ', 'g')
