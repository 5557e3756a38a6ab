// Hạn nào được giữ, bỏ hay thêm khi triển khai xuống cấp dưới? / Which deadlines are kept, dropped or added on the way down?
MATCH (lower:Document)-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE r.certainty <> 'hypothesis' AND ($document IS NULL OR lower.key = $document OR upper.key = $document)
WITH lower, upper, collect(DISTINCT r.key) AS edges
MATCH (lower)-[s:SETS]->(t:Task) WHERE s.certainty <> 'hypothesis' AND t.due IS NOT NULL
UNWIND t.due AS due
WITH lower, upper, edges, collect(DISTINCT due) AS here
MATCH (upper)-[s:SETS]->(t:Task) WHERE s.certainty <> 'hypothesis' AND t.due IS NOT NULL
UNWIND t.due AS due
WITH lower, upper, edges, here, collect(DISTINCT due) AS there
RETURN lower.name AS document, upper.name AS rests_on, [x IN here WHERE x IN there] AS kept,
       [x IN there WHERE NOT x IN here] AS dropped, [x IN here WHERE NOT x IN there] AS added, edges
ORDER BY document, rests_on
