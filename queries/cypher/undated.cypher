// Thỏa thuận nào không có ngày ký? / Which agreements have no date?
MATCH (a:Agreement) WHERE a.date IS NULL
OPTIONAL MATCH (a)<-[h:PARTY_TO]-(home:Organization)
WHERE h.certainty <> 'hypothesis' AND coalesce(home.level, '') <> 'foreign'
WITH a, collect(DISTINCT home.name) AS bodies, collect(DISTINCT h.key) AS signed
OPTIONAL MATCH (a)<-[c:CITES]-(d:Document) WHERE c.certainty <> 'hypothesis'
WITH a, bodies, signed, collect(DISTINCT c.key) AS cites
RETURN a.name AS agreement, a.agreement_kind AS kind, bodies, a.period AS period, signed + cites AS edges
ORDER BY agreement
