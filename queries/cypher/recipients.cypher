// Văn bản gửi cho ai, để làm gì? / Who was a document sent to, and what for?
MATCH (d:Document {key: $document})-[r:ADDRESSED_TO|COPIED_TO]->(o:Organization)
WHERE r.certainty <> 'hypothesis'
WITH o, collect(DISTINCT CASE type(r) WHEN 'ADDRESSED_TO' THEN 'addressed' ELSE coalesce(r.purpose, 'copied') END) AS purposes,
     collect(DISTINCT r.key) AS edges
RETURN o.name AS body, purposes, edges
ORDER BY body
