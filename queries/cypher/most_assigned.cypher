// Cơ quan nào được giao nhiều việc nhất? / Which bodies are given the most tasks?
MATCH (d:Document)-[s:SETS]->(t:Task)-[r:LED_BY|SUPPORTED_BY]->(o:Organization)
WHERE s.certainty <> 'hypothesis' AND r.certainty <> 'hypothesis' AND ($document IS NULL OR d.key = $document)
WITH o, count(DISTINCT CASE WHEN type(r) = 'LED_BY' THEN t.key END) AS lead,
       count(DISTINCT CASE WHEN type(r) = 'SUPPORTED_BY' THEN t.key END) AS support,
       count(DISTINCT t.key) AS total, collect(DISTINCT r.key) AS edges
RETURN o.name AS body, lead, support, total, edges
ORDER BY total DESC, body
