/*
table: quotes
field: char_start
tables:
  quotes: [entry_id, char_start, char_end]
  entries: [entry_id, char_start, char_end]
message: "the row was read from characters {value} to {last}, its entry goes from {first_of_entry} to {last_of_entry}"
remedy: mend the offsets or the entry
*/
SELECT
    facts._row AS row,
    facts.char_start AS value,
    facts.char_end AS last,
    entries.char_start AS first_of_entry,
    entries.char_end AS last_of_entry
FROM quotes AS facts
JOIN entries USING (entry_id)
WHERE facts.char_start < entries.char_start
   OR facts.char_end > entries.char_end
   OR facts.char_start >= facts.char_end
