// Văn bản giao việc gì, ai chủ trì, ai phối hợp, khi nào? / Who is assigned what in a document, and by when?
MATCH (d:Document {key: $document})-[s:SETS]->(t:Task)
WHERE s.certainty <> 'hypothesis'
  AND ($section IS NULL OR t.section = $section OR t.section STARTS WITH $section + '.')
WITH t, collect(DISTINCT s.key) AS sets
OPTIONAL MATCH (t)-[l:LED_BY]->(leader:Organization) WHERE l.certainty <> 'hypothesis'
WITH t, sets, collect(DISTINCT leader.name) AS lead, collect(DISTINCT l.key) AS led
OPTIONAL MATCH (t)-[h:SUPPORTED_BY]->(helper:Organization) WHERE h.certainty <> 'hypothesis'
WITH t, sets, lead, led, collect(DISTINCT helper.name) AS support, collect(DISTINCT h.key) AS helped
RETURN t.section AS section, t.text AS task, lead, support, t.time AS time,
       coalesce(t.due, []) AS due, sets + led + helped AS edges
ORDER BY section
