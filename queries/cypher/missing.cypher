// Văn bản nào được viện dẫn mà kho không giữ? / Which documents are cited but not held?
MATCH (d:Document) WHERE NOT coalesce(d.held, false)
OPTIONAL MATCH (d)<-[r]-(citing:Document) WHERE r.certainty <> 'hypothesis'
WITH d, collect(DISTINCT citing.name) AS cited_by, collect(DISTINCT type(r)) AS relations,
     collect(DISTINCT r.key) AS edges
RETURN d.name AS document, d.doc_type AS type, d.date AS date, cited_by, relations, edges
ORDER BY date, document
