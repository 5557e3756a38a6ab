// Cơ quan nào được nêu là hợp tác với nước ngoài mà không có thỏa thuận nào? / Which bodies are said to work with partners abroad, under no agreement?
MATCH (o:Organization)-[c:COOPERATES_WITH]-(partner)
WHERE c.certainty <> 'hypothesis' AND coalesce(o.level, '') <> 'foreign'
  AND (partner.level = 'foreign' OR partner.country <> 'VN')
  AND NOT EXISTS { MATCH (o)-[p:PARTY_TO]->(:Agreement) WHERE p.certainty <> 'hypothesis' }
WITH o, collect(DISTINCT partner.name) AS partners, collect(DISTINCT c.key) AS edges
RETURN o.name AS body, coalesce(o.collective, false) AS collective, partners, edges
ORDER BY body
