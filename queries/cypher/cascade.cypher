// Những văn bản nào triển khai các văn bản này? / Which documents carry these out, one generation down?
UNWIND $frontier AS key
MATCH (upper:Document {key: key})<-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]-(lower:Document)
WHERE $hypotheses OR r.certainty <> 'hypothesis'
RETURN upper.key AS near, upper.name AS name, upper.date AS date, coalesce(upper.held, false) AS held,
       collect([lower.key, type(r), r.certainty, r.key, lower.name, lower.date, coalesce(lower.held, false)]) AS hops
