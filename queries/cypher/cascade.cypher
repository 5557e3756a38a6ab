// Những văn bản nào triển khai các văn bản này? / Which documents carry these out, one generation down?
UNWIND $frontier AS key
MATCH (upper:Document {key: key})<-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]-(lower:Document)
WHERE $hypotheses OR r.certainty <> 'hypothesis'
RETURN upper.key AS near, lower.key AS far, type(r) AS relation, r.certainty AS certainty,
       r.key AS edge, upper.name AS near_name, upper.date AS near_date,
       lower.name AS far_name, lower.date AS far_date, coalesce(lower.held, false) AS held
