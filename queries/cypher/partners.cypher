// Tỉnh nước ngoài nào hợp tác với cơ quan nào, theo thỏa thuận nào? / Which body works with which province abroad, under which agreement?
MATCH (place:Place)
WHERE place.place_kind = 'province' AND place.country <> 'VN' AND ($province IS NULL OR place.key = $province)
MATCH (a:Agreement)
OPTIONAL MATCH (place)<-[l:LOCATED_IN]-(o:Organization)-[p:PARTY_TO]->(a)
WHERE l.certainty <> 'hypothesis' AND p.certainty <> 'hypothesis'
WITH place, a, collect(DISTINCT o.name) AS partners, collect(DISTINCT l.key) + collect(DISTINCT p.key) AS party
OPTIONAL MATCH (place)<-[c:COOPERATES_WITH]-() WHERE c.agreement = a.key AND c.certainty <> 'hypothesis'
WITH place, a, partners, party, collect(DISTINCT c.key) AS named
WITH place, a, partners, party + named AS present
WHERE size(present) > 0
OPTIONAL MATCH (a)<-[h:PARTY_TO]-(home:Organization)
WHERE h.certainty <> 'hypothesis' AND coalesce(home.level, '') <> 'foreign'
WITH place, a, partners, present, collect(DISTINCT home.name) AS bodies, collect(DISTINCT h.key) AS signed
RETURN place.name AS province, bodies, partners, a.name AS agreement, a.agreement_kind AS kind,
       a.date AS date, a.period AS period, present + signed AS edges
ORDER BY province, agreement
