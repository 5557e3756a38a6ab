// Cơ quan nào nhận hoặc được giao việc mà kho không có văn bản triển khai tiếp? / Which bodies were addressed or assigned, and issued nothing that carries it out?
MATCH (d:Document {key: $document})
OPTIONAL MATCH (d)-[u:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE u.certainty <> 'hypothesis'
WITH d, coalesce(d.date, d.date_not_before, '') AS start, [d.key] + collect(DISTINCT upper.key) AS works
UNWIND works AS key
OPTIONAL MATCH (work:Document {key: key})<-[w:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]-(i:Document)-[issued:ISSUED_BY]->(:Organization)-[part:PART_OF*0..4]->(whole:Organization)
WHERE i.key <> d.key AND w.certainty <> 'hypothesis' AND issued.certainty <> 'hypothesis'
  AND all(step IN part WHERE step.certainty <> 'hypothesis')
  AND coalesce(i.date, i.date_not_after, '9999') >= start
WITH d, collect(DISTINCT whole.key) AS answered
MATCH (d)-[s:ADDRESSED_TO|ASSIGNS|SETS]->()-[given:LED_BY|SUPPORTED_BY*0..1]->(o:Organization)
WHERE s.certainty <> 'hypothesis' AND all(g IN given WHERE g.certainty <> 'hypothesis')
  AND NOT o.key IN answered
  AND NOT EXISTS { MATCH (d)-[b:ISSUED_BY]->(o) WHERE b.certainty <> 'hypothesis' }
WITH o, head(given) AS task, s
WITH o, coalesce(task.key, s.key) AS edge,
     CASE type(coalesce(task, s)) WHEN 'ADDRESSED_TO' THEN 'addressed' WHEN 'LED_BY' THEN 'lead'
          WHEN 'SUPPORTED_BY' THEN 'support' ELSE coalesce(s.role, 'assigned') END AS role
RETURN o.name AS body, collect(DISTINCT role) AS asked, collect(DISTINCT edge) AS edges
ORDER BY body
