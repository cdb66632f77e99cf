/*
table: quotes
field: speaker_id
tables:
  quotes: [speaker, speaker_id, speaker_type]
message: the speaker {value!r} is named and has no speaker_id
remedy: add the speaker to people and name the identifier
*/
SELECT _row AS row, speaker AS value
FROM quotes
WHERE speaker IS NOT NULL AND speaker_id IS NULL AND speaker_type IS DISTINCT FROM 'anonymous'
