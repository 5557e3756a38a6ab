// Mỗi tỉnh mất bao lâu để triển khai? / How long does each province take to carry out what it rests on?
MATCH (lower:Document)-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE r.certainty <> 'hypothesis' AND size(lower.date) = 10 AND size(upper.date) = 10
WITH lower, upper, collect(DISTINCT r.key) AS said
MATCH (lower)-[b:ISSUED_BY]->(:Organization)-[l:LOCATED_IN]->(:Place)-[up:LOCATED_IN|PART_OF*0..3]->(province:Place)
WHERE b.certainty <> 'hypothesis' AND l.certainty <> 'hypothesis' AND province.place_kind = 'province'
  AND all(step IN up WHERE step.certainty <> 'hypothesis')
WITH DISTINCT lower, upper, said, province
WITH province, duration.inDays(date(upper.date), date(lower.date)).days AS days, said
WITH province, count(*) AS steps, sum(days) AS total, min(days) AS least, max(days) AS most, collect(said) AS why
RETURN province.name AS province, steps, toInteger(toFloat(total) / steps) AS mean_days, least, most,
       reduce(flat = [], some IN why | flat + some) AS edges
ORDER BY province
