// Có những văn bản nào, do ai ban hành? / Which documents are known, and who issued them?
MATCH (d:Document)
OPTIONAL MATCH (d)-[r:ISSUED_BY]->(o:Organization) WHERE r.certainty <> 'hypothesis'
WITH d, collect(DISTINCT o.name) AS issuers, collect(DISTINCT o.key) AS keys, collect(DISTINCT r.key) AS edges
WHERE $body IS NULL OR $body IN keys
RETURN d.name AS document, d.doc_type AS type, d.date AS date, issuers, coalesce(d.held, false) AS held,
       d.subject AS title, edges
ORDER BY date, document
