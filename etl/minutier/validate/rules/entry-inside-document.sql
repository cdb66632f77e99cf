/*
table: entries
field: char_end
tables:
  entries: [liveblog_id, char_start, char_end]
  liveblogs: [liveblog_id, char_count]
message: "the entry goes from character {first} to {value}, the document has {char_count}"
remedy: mend the offsets or char_count
*/
SELECT entries._row AS row, entries.char_end AS value, entries.char_start AS first, liveblogs.char_count
FROM entries
JOIN liveblogs USING (liveblog_id)
WHERE entries.char_end > liveblogs.char_count OR entries.char_start > entries.char_end
