// Cơ quan nào chưa từng được giao việc? / Which bodies are never given a task?
MATCH (o:Organization)
WHERE coalesce(o.level, '') <> 'foreign'
OPTIONAL MATCH (o)<-[a:LED_BY|SUPPORTED_BY|ASSIGNS]-() WHERE a.certainty <> 'hypothesis'
WITH o, count(a) AS given
WHERE given = 0
OPTIONAL MATCH (o)<-[r:ISSUED_BY|ADDRESSED_TO|COPIED_TO]-(d:Document) WHERE r.certainty <> 'hypothesis'
WITH o, count(DISTINCT CASE WHEN type(r) = 'ISSUED_BY' THEN d.key END) AS issued,
     count(DISTINCT CASE WHEN type(r) = 'ADDRESSED_TO' THEN d.key END) AS addressed,
     count(DISTINCT CASE WHEN type(r) = 'COPIED_TO' THEN d.key END) AS copied, collect(DISTINCT r.key) AS edges
RETURN o.name AS body, o.level AS level, issued, addressed, copied, edges
ORDER BY body
