// Những văn bản nào triển khai các văn bản này? / Which documents carry these out, one generation down?
// Danh sách song song, mỗi phần tử một bước / parallel lists, one item for each step: far carries out near
UNWIND $frontier AS key
MATCH (upper:Document {key: key})<-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]-(lower:Document)
WHERE $hypotheses OR r.certainty <> 'hypothesis'
RETURN collect(key) AS near, collect(lower.key) AS far,
       collect(type(r)) AS relation, collect(r.certainty) AS certainty, collect(r.key) AS edge,
       collect(lower.name) AS name, collect(coalesce(lower.date, '')) AS date,
       collect(coalesce(lower.held, false)) AS held
