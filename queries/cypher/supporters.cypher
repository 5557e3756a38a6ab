// Cơ quan nào phối hợp nhiều nhiệm vụ nhất? / Which body supports the most tasks?
MATCH (d:Document)-[s:SETS]->(t:Task)-[h:SUPPORTED_BY]->(o:Organization)
WHERE s.certainty <> 'hypothesis' AND h.certainty <> 'hypothesis' AND ($document IS NULL OR d.key = $document)
WITH o, count(DISTINCT t) AS tasks, collect(DISTINCT h.key) AS edges
RETURN o.name AS body, tasks, edges
ORDER BY tasks DESC, body
