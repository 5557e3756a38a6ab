// Văn bản đến ngày nào, bao lâu sau thì có văn bản triển khai tiếp? / When did a document arrive, and how long until the receiver followed it?
MATCH (d:Document)-[r:RECEIVED_BY]->(o:Organization)
WHERE r.certainty <> 'hypothesis' AND ($document IS NULL OR d.key = $document)
OPTIONAL MATCH (d)-[u:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
WHERE u.certainty <> 'hypothesis'
WITH d, r, o, coalesce(d.date, d.date_not_before, '') AS start, [d.key] + collect(DISTINCT upper.key) AS works
UNWIND works AS key
OPTIONAL MATCH (work:Document {key: key})<-[w:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]-(i:Document)-[issued:ISSUED_BY]->(:Organization)-[part:PART_OF*0..4]->(o)
WHERE i.key <> d.key AND w.certainty <> 'hypothesis' AND issued.certainty <> 'hypothesis'
  AND all(step IN part WHERE step.certainty <> 'hypothesis')
  AND i.date >= start AND i.date >= coalesce(r.arrival_date, '')
WITH d, r, o, min(i.date) AS first, collect(DISTINCT i) AS following
RETURN d.name AS document, o.name AS receiver, r.arrival_date AS received,
       [i IN following WHERE i.date = first | i.name] AS followed_by, first AS followed_on,
       CASE WHEN size(r.arrival_date) = 10 AND size(first) = 10
            THEN duration.inDays(date(r.arrival_date), date(first)).days END AS days,
       [r.key] AS edges
ORDER BY document, receiver
