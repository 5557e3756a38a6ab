// Mỗi tỉnh nước ngoài có mặt trong mấy thỏa thuận, tỉnh nào có mặt trong tất cả? / In how many agreements is each province abroad present, and which in all?
MATCH (each:Agreement)
WITH count(each) AS total
MATCH (place:Place) WHERE place.place_kind = 'province' AND place.country <> 'VN'
MATCH (a:Agreement)
OPTIONAL MATCH (place)<-[l:LOCATED_IN]-(:Organization)-[p:PARTY_TO]->(a)
WHERE l.certainty <> 'hypothesis' AND p.certainty <> 'hypothesis'
WITH total, place, a, collect(DISTINCT l.key) + collect(DISTINCT p.key) AS party
OPTIONAL MATCH (place)<-[c:COOPERATES_WITH]-() WHERE c.agreement = a.key AND c.certainty <> 'hypothesis'
WITH total, place, a, party, collect(DISTINCT c.key) AS named
WITH total, place, a, party + named AS present
WHERE size(present) > 0
UNWIND present AS edge
WITH total, place, count(DISTINCT a) AS agreements, collect(DISTINCT edge) AS edges
RETURN place.name AS province, agreements, total, agreements = total AS in_all, edges
ORDER BY agreements DESC, province
