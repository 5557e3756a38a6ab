// Mỗi năm ký bao nhiêu thỏa thuận? / How many agreements were made in each year?
MATCH (a:Agreement)
OPTIONAL MATCH (a)<-[h:PARTY_TO]-(home:Organization)
WHERE h.certainty <> 'hypothesis' AND coalesce(home.level, '') <> 'foreign'
WITH a, coalesce(a.date, a.period, '') AS began, collect(DISTINCT home.name) AS bodies, collect(DISTINCT h.key) AS signed
OPTIONAL MATCH (a)<-[c:CITES]-(d:Document) WHERE c.certainty <> 'hypothesis'
WITH a, began, bodies, signed, collect(DISTINCT c.key) AS cited
WITH a, began, bodies, signed + cited AS said
WITH CASE WHEN began =~ '[0-9]{4}.*' THEN substring(began, 0, 4) END AS year, count(a) AS count,
     collect(a.name) AS agreements, collect(bodies) AS parties, collect(said) AS why
RETURN year, count, agreements, reduce(flat = [], some IN parties | flat + some) AS bodies,
       reduce(flat = [], some IN why | flat + some) AS edges
ORDER BY year
