// Ai báo cáo ai, qua cơ quan nào, khi nào? / Who reports to whom, through whom and by when?
MATCH (a:Organization)-[r:REPORTS_TO]->(b:Organization)
WHERE r.certainty <> 'hypothesis' AND ($body IS NULL OR a.key = $body OR b.key = $body)
OPTIONAL MATCH (v:Organization) WHERE v.key = r.via
RETURN a.name AS reporter, b.name AS receiver, coalesce(v.name, r.via) AS via,
       coalesce([] + r.due, []) AS due, [r.key] AS edges
ORDER BY reporter, receiver
