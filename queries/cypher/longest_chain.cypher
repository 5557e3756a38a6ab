// Mọi bước triển khai, để tìm chuỗi dài nhất? / Every step, to find the longest chain
MATCH (lower:Document)-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE r.certainty <> 'hypothesis'
RETURN lower.key AS near, upper.key AS far, type(r) AS relation, r.certainty AS certainty,
       r.key AS edge, lower.name AS near_name, lower.date AS near_date,
       upper.name AS far_name, upper.date AS far_date, coalesce(upper.held, false) AS held
