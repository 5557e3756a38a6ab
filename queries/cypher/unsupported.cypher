// Nhiệm vụ nào có cơ quan chủ trì mà không có cơ quan phối hợp? / Which tasks have a lead and no support?
MATCH (d:Document)-[s:SETS]->(t:Task)-[l:LED_BY]->(leader:Organization)
WHERE s.certainty <> 'hypothesis' AND l.certainty <> 'hypothesis' AND ($document IS NULL OR d.key = $document)
  AND ($section IS NULL OR t.section = $section OR t.section STARTS WITH $section + '.')
  AND NOT EXISTS { MATCH (t)-[h:SUPPORTED_BY]->(:Organization) WHERE h.certainty <> 'hypothesis' }
WITH d, t, collect(DISTINCT leader.name) AS lead, collect(DISTINCT s.key) AS sets, collect(DISTINCT l.key) AS led
RETURN d.name AS document, t.section AS section, t.text AS task, lead, sets + led AS edges
ORDER BY document, section
