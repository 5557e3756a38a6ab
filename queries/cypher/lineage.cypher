// Các văn bản này dựa trên những văn bản nào? / Which documents do these rest on, one generation up?
UNWIND $frontier AS key
MATCH (lower:Document {key: key})-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE $hypotheses OR r.certainty <> 'hypothesis'
RETURN lower.key AS near, upper.key AS far, type(r) AS relation, r.certainty AS certainty,
       r.key AS edge, lower.name AS near_name, lower.date AS near_date,
       upper.name AS far_name, upper.date AS far_date, coalesce(upper.held, false) AS held
