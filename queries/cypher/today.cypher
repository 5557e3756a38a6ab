// Ngày nay cơ quan nào đảm nhận việc đã giao? / Who holds today what a document assigned?
MATCH (d:Document)-[a:ASSIGNS]->(b:Organization)
WHERE a.certainty <> 'hypothesis' AND ($document IS NULL OR d.key = $document)
WITH d, b, collect(DISTINCT a.role) AS roles, collect(DISTINCT a.key) AS given
OPTIONAL MATCH (b)-[r1:SUCCEEDED_BY]->(s1:Organization) WHERE r1.certainty <> 'hypothesis'
OPTIONAL MATCH (s1)-[r2:SUCCEEDED_BY]->(s2:Organization) WHERE r2.certainty <> 'hypothesis'
OPTIONAL MATCH (s2)-[r3:SUCCEEDED_BY]->(s3:Organization) WHERE r3.certainty <> 'hypothesis'
WITH d, b, roles, given,
     collect(DISTINCT s1.name) AS first, collect(DISTINCT s2.name) AS second, collect(DISTINCT s3.name) AS third,
     collect(DISTINCT r1.date) AS day1, collect(DISTINCT r2.date) AS day2, collect(DISTINCT r3.date) AS day3,
     collect(DISTINCT r1.source) + collect(DISTINCT r2.source) + collect(DISTINCT r3.source) AS sources,
     collect(DISTINCT r1.key) + collect(DISTINCT r2.key) + collect(DISTINCT r3.key) AS mergers
RETURN d.name AS document, b.name AS body, roles,
       CASE WHEN size(third) > 0 THEN third WHEN size(second) > 0 THEN second
            WHEN size(first) > 0 THEN first ELSE [b.name] END AS today,
       CASE WHEN size(third) > 0 THEN day3 WHEN size(second) > 0 THEN day2 ELSE day1 END AS since,
       sources, given + mergers AS edges
ORDER BY document, body
