// Các văn bản này dựa trên những văn bản nào? / Which documents do these rest on, one generation up?
UNWIND $frontier AS key
MATCH (lower:Document {key: key})-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE $hypotheses OR r.certainty <> 'hypothesis'
RETURN lower.key AS near, lower.name AS name, lower.date AS date, coalesce(lower.held, false) AS held,
       collect([upper.key, type(r), r.certainty, r.key, upper.name, upper.date, coalesce(upper.held, false)]) AS hops
