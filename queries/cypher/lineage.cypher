// Các văn bản này dựa trên những văn bản nào? / Which documents do these rest on, one generation up?
// Danh sách song song, mỗi phần tử một bước / parallel lists, one item for each step: near rests on far
UNWIND $frontier AS key
MATCH (lower:Document {key: key})-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE $hypotheses OR r.certainty <> 'hypothesis'
RETURN collect(key) AS near, collect(upper.key) AS far,
       collect(type(r)) AS relation, collect(r.certainty) AS certainty, collect(r.key) AS edge,
       collect(upper.name) AS name, collect(coalesce(upper.date, '')) AS date,
       collect(coalesce(upper.held, false)) AS held
