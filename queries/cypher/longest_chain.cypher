// Mọi bước triển khai, để tìm chuỗi dài nhất? / Every step, to find the longest chain
MATCH (lower:Document)-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE $hypotheses OR r.certainty <> 'hypothesis'
RETURN lower.key AS near, lower.name AS name, lower.date AS date, coalesce(lower.held, false) AS held,
       collect([upper.key, type(r), r.certainty, r.key, upper.name, upper.date, coalesce(upper.held, false)]) AS hops
