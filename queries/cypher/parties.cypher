// Những cơ quan nào ký thỏa thuận? / Who is party to an agreement?
MATCH (o:Organization)-[p:PARTY_TO]->(a:Agreement)
WHERE p.certainty <> 'hypothesis' AND ($agreement IS NULL OR a.key = $agreement)
WITH a, o, collect(DISTINCT p.key) AS edges
OPTIONAL MATCH (o)-[l:LOCATED_IN]->(place:Place) WHERE l.certainty <> 'hypothesis'
WITH a, o, edges, collect(DISTINCT place.name) AS places
RETURN a.name AS agreement, o.name AS body, coalesce(o.level, '') = 'foreign' AS foreign, places, edges
ORDER BY agreement, foreign, body
