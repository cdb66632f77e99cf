/*
table: entries
field: char_start
tables:
  entries: [liveblog_id, position, section, char_start, is_pinned]
  liveblogs: [liveblog_id, entry_order]
message: entry {position} begins at character {value}, the entry before it in time at {previous}, and the live blog prints {printed}
remedy: mend the offsets, the positions or entry_order
*/
WITH neighbours AS (
    SELECT
        entries._row, entries.position, entries.char_start, liveblogs.entry_order,
        lag(entries.char_start) OVER (PARTITION BY liveblog_id ORDER BY entries.position, entries._row) AS previous
    FROM entries
    JOIN liveblogs USING (liveblog_id)
    WHERE entries.section = 'update' AND NOT entries.is_pinned AND liveblogs.entry_order IN ('newest_first', 'oldest_first')
)
SELECT _row AS row, char_start AS value, position, previous, replace(entry_order, '_', ' ') AS printed
FROM neighbours
WHERE (entry_order = 'oldest_first' AND char_start < previous)
   OR (entry_order = 'newest_first' AND char_start > previous)
