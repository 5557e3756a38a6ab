// Mỗi bước triển khai mất bao nhiêu ngày? / How many days did each step take?
MATCH (lower:Document)-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE r.certainty <> 'hypothesis' AND ($document IS NULL OR lower.key = $document OR upper.key = $document)
WITH lower, upper, collect(DISTINCT type(r)) AS relations, collect(DISTINCT r.key) AS edges
RETURN lower.name AS document, lower.date AS date, upper.name AS rests_on, upper.date AS rests_on_date,
       CASE WHEN size(lower.date) = 10 AND size(upper.date) = 10
            THEN duration.inDays(date(upper.date), date(lower.date)).days END AS days,
       relations, edges
ORDER BY date, document, rests_on
