/*
table: quotes
field: quote
tables:
  quotes: [entry_id, quote, char_start, char_end]
  entries: [entry_id, text, char_start]
message: the offsets give back {found!r}, not the quoted words
remedy: mend the quote or its offsets
*/
-- Marks that reopen a paragraph are left out of a quote, and paragraphs are joined by a blank line: words are
-- compared without quotation marks and spaces.
WITH slices AS (
    SELECT
        quotes._row,
        quotes.quote,
        substring(entries.text, quotes.char_start - entries.char_start + 1, quotes.char_end - quotes.char_start) AS words,
        quotes.char_start < entries.char_start AS before
    FROM quotes
    JOIN entries USING (entry_id)
    WHERE entries.text IS NOT NULL
)
SELECT _row AS row, left(quote, 60) AS value, left(words, 60) AS found
FROM slices
WHERE before
   OR (words <> quote
       AND regexp_replace(words, '[\s\x{85}\x{A0}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{3000}\x{FEFF}«»“”„‟"‹›]', '', 'g')
        <> regexp_replace(quote, '[\s\x{85}\x{A0}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{3000}\x{FEFF}«»“”„‟"‹›]', '', 'g'))
