// Mọi bước triển khai, để tìm chuỗi dài nhất? / Every step, to find the longest chain
// Danh sách song song, mỗi phần tử một bước / parallel lists, one item for each step: near rests on far
MATCH (lower:Document)-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE $hypotheses OR r.certainty <> 'hypothesis'
RETURN collect(lower.key) AS near, collect(upper.key) AS far,
       collect(type(r)) AS relation, collect(r.certainty) AS certainty, collect(r.key) AS edge,
       collect(upper.name) AS name, collect(coalesce(upper.date, '')) AS date,
       collect(coalesce(upper.held, false)) AS held
