// Một tên gọi tắt chỉ những cơ quan nào? / Which bodies go by the same short name?
MATCH (o:Organization)
WHERE any(called IN [o.name] + coalesce(o.aliases, []) WHERE toLower(called) STARTS WITH toLower($name))
OPTIONAL MATCH (o)-[l:LOCATED_IN]->(place:Place) WHERE l.certainty <> 'hypothesis'
WITH o, collect(DISTINCT place.name) AS places
OPTIONAL MATCH (d:Document)-[r]->(o) WHERE r.certainty <> 'hypothesis'
WITH o, places, collect(DISTINCT d.name) AS direct, collect(DISTINCT r.key) AS said
OPTIONAL MATCH (t:Task)-[r:LED_BY|SUPPORTED_BY]->(o) WHERE r.certainty <> 'hypothesis'
WITH o, places, direct, said + collect(DISTINCT r.key) AS edges, collect(DISTINCT t) AS tasks
OPTIONAL MATCH (d:Document)-[s:SETS]->(t:Task) WHERE t IN tasks AND s.certainty <> 'hypothesis'
WITH o, places, edges, direct + collect(DISTINCT d.name) AS documents
RETURN o.name AS body, o.level AS level, places, documents, edges
ORDER BY body
