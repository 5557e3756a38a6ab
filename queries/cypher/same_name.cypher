// Một tên gọi tắt chỉ những cơ quan nào? / Which bodies go by the same short name?
MATCH (o:Organization)
WHERE any(called IN [o.name] + coalesce(o.aliases, []) WHERE toLower(called) STARTS WITH toLower($name))
OPTIONAL MATCH (o)-[l:LOCATED_IN]->(place:Place) WHERE l.certainty <> 'hypothesis'
WITH o, collect(DISTINCT place.name) AS places
OPTIONAL MATCH (o)<-[r]-(d:Document) WHERE r.certainty <> 'hypothesis'
WITH o, places, collect(DISTINCT d.name) AS direct, collect(DISTINCT r.key) AS said
OPTIONAL MATCH (o)<-[r:LED_BY|SUPPORTED_BY]-(:Task)<-[s:SETS]-(d:Document)
WHERE r.certainty <> 'hypothesis' AND s.certainty <> 'hypothesis'
WITH o, places, said, direct, collect(DISTINCT r.key) AS given, collect(DISTINCT d.name) AS setting
WITH o, places, said + given AS edges, direct + setting AS documents
OPTIONAL MATCH (o)<-[f:SUCCEEDED_BY]-(:Organization) WHERE f.certainty <> 'hypothesis'
WITH o, places, edges, documents, count(f) AS follows
WHERE size(documents) > 0 OR follows = 0
RETURN o.name AS body, o.level AS level, places, documents, edges
ORDER BY body
