/*
table: quotes
tables:
  quotes: [entry_id, speaker_label, speaker_char_start, speaker_char_end, cue, cue_char_start, cue_char_end]
  entries: [entry_id, text, char_start]
message: the offsets of {what} give back {found!r}, not {value!r}
remedy: mend the words or their offsets
*/
WITH words AS (
    SELECT _row, entry_id, 'speaker_label' AS what, speaker_label AS value, speaker_char_start AS first, speaker_char_end AS last FROM quotes
    UNION ALL
    SELECT _row, entry_id, 'cue', cue, cue_char_start, cue_char_end FROM quotes
),
slices AS (
    SELECT words.*, substring(entries.text, first - entries.char_start + 1, last - first) AS found
    FROM words JOIN entries USING (entry_id)
    WHERE entries.text IS NOT NULL AND first >= entries.char_start AND last <= entries.char_start + length(entries.text)
)
SELECT _row AS row, value, what, found
FROM slices
WHERE value IS NOT NULL
  AND regexp_replace(found, '[\s\x{A0}\x{2009}\x{202F}]+', ' ', 'g') <> regexp_replace(value, '[\s\x{A0}\x{2009}\x{202F}]+', ' ', 'g')
