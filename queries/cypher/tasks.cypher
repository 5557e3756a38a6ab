// Một cơ quan được giao những việc gì? / Which tasks does one body lead or support?
MATCH (o:Organization {key: $body})<-[r:LED_BY|SUPPORTED_BY]-(t:Task)<-[s:SETS]-(d:Document)
WHERE r.certainty <> 'hypothesis' AND s.certainty <> 'hypothesis'
  AND ($document IS NULL OR d.key = $document)
WITH d, t, CASE type(r) WHEN 'LED_BY' THEN 'lead' ELSE 'support' END AS role,
     collect(DISTINCT r.key) AS given, collect(DISTINCT s.key) AS sets
RETURN d.name AS document, t.section AS section, t.text AS task, role, t.time AS time,
       coalesce(t.due, []) AS due, given + sets AS edges
ORDER BY document, role, section
