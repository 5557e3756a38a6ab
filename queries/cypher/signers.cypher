// Ai ký từng văn bản đang giữ, văn bản nào không có người ký? / Who signed each document held, and which has no signer?
MATCH (d:Document) WHERE d.held AND ($document IS NULL OR d.key = $document)
OPTIONAL MATCH (d)-[r:SIGNED_BY]->(p:Person) WHERE r.certainty <> 'hypothesis'
RETURN d.name AS document, p.name AS signer, r.position AS position, r.authority AS authority,
       CASE WHEN r IS NULL THEN [] ELSE [r.key] END AS edges
ORDER BY document, signer
