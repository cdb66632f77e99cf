/*
table: endorsements
tables:
  endorsements: [endorser, endorser_id, endorsee, endorsee_id]
message: the {side} {value!r} has no identifier
remedy: add the name to people and give its identifier
*/
SELECT _row AS row, 'endorser' AS side, endorser AS value FROM endorsements WHERE endorser IS NOT NULL AND endorser_id IS NULL
UNION ALL
SELECT _row, 'endorsee', endorsee FROM endorsements WHERE endorsee IS NOT NULL AND endorsee_id IS NULL
