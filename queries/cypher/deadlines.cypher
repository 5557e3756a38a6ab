// Việc gì phải xong khi nào? / What is due when?
MATCH (d:Document)-[s:SETS]->(t:Task)
WHERE s.certainty <> 'hypothesis' AND t.due IS NOT NULL AND ($document IS NULL OR d.key = $document)
WITH d, t, collect(DISTINCT s.key) AS sets
OPTIONAL MATCH (t)-[l:LED_BY]->(leader:Organization) WHERE l.certainty <> 'hypothesis'
WITH d, t, sets, collect(DISTINCT leader.name) AS lead, collect(DISTINCT leader.key) AS leaders,
     collect(DISTINCT l.key) AS led
OPTIONAL MATCH (t)-[h:SUPPORTED_BY]->(helper:Organization) WHERE h.certainty <> 'hypothesis'
WITH d, t, sets, lead, led, leaders, collect(DISTINCT helper.key) AS helpers
WITH d, t, sets, lead, led, leaders + helpers AS bodies
WHERE $body IS NULL OR $body IN bodies
UNWIND t.due AS due
WITH DISTINCT d, t, sets, lead, led, due
WHERE $due IS NULL OR due = $due
RETURN due, d.name AS document, t.section AS section, t.text AS task, t.task_kind AS kind,
       t.time AS time, lead, sets + led AS edges
ORDER BY due, document, section
