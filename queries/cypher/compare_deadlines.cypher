// Hai văn bản khác nhau ở hạn nào? / Which deadlines do two documents share, and which has only one?
MATCH (d:Document)-[s:SETS]->(t:Task)
WHERE d.key IN [$first, $second] AND s.certainty <> 'hypothesis' AND t.due IS NOT NULL
UNWIND t.due AS due
RETURN due, collect(DISTINCT CASE WHEN d.key = $first THEN t.text END) AS first,
       collect(DISTINCT CASE WHEN d.key = $second THEN t.text END) AS second,
       collect(DISTINCT s.key) AS edges
ORDER BY due
