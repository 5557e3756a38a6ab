// Mỗi tỉnh mất bao lâu để triển khai? / How long does each province take to carry out what it rests on?
MATCH (province:Place {place_kind: 'province'})<-[up:LOCATED_IN|PART_OF*0..3]-(place:Place)
WHERE all(step IN up WHERE step.certainty <> 'hypothesis')
WITH DISTINCT province, place
MATCH (place)<-[l:LOCATED_IN]-(:Organization)<-[b:ISSUED_BY]-(lower:Document)
WHERE l.certainty <> 'hypothesis' AND b.certainty <> 'hypothesis' AND size(lower.date) = 10
WITH DISTINCT province, lower
MATCH (lower)-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE r.certainty <> 'hypothesis' AND size(upper.date) = 10
WITH province, lower, upper, collect(DISTINCT r.key) AS said
WITH province, duration.inDays(date(upper.date), date(lower.date)).days AS days, said
WITH province, count(*) AS steps, sum(days) AS total, min(days) AS least, max(days) AS most, collect(said) AS why
RETURN province.name AS province, steps, toInteger(toFloat(total) / steps) AS mean_days, least, most,
       reduce(flat = [], some IN why | flat + some) AS edges
ORDER BY province
