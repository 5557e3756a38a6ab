// Các cơ quan này báo cáo ai? / Whom do these bodies report to, one step up?
UNWIND $frontier AS key
MATCH (a:Organization {key: key})-[r:REPORTS_TO]->(b:Organization)
WHERE r.certainty <> 'hypothesis'
OPTIONAL MATCH (v:Organization) WHERE v.key = r.via
RETURN r.key AS edge, a.name AS reporter, b.key AS receiver_key, b.name AS receiver,
       coalesce(v.name, r.via) AS via, coalesce([] + r.due, []) AS due
