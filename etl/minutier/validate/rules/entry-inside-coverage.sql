/*
table: entries
field: date_published
tables:
  entries: [liveblog_id, date_published]
  liveblogs: [liveblog_id, coverage_start, coverage_end]
message: the entry is of {value}, the live blog covers {coverage_start} to {coverage_end}
remedy: mend the date of the entry or the coverage of the live blog
*/
SELECT entries._row AS row, entries.date_published AS value, liveblogs.coverage_start, liveblogs.coverage_end
FROM entries
JOIN liveblogs USING (liveblog_id)
WHERE entries.date_published < liveblogs.coverage_start OR entries.date_published > liveblogs.coverage_end
