// Thỏa thuận nào đã hết thời hạn khi văn bản còn viện dẫn? / Which agreements were past their term when a document still relied on them?
MATCH (d:Document)-[c:CITES]->(a:Agreement)
WHERE c.certainty <> 'hypothesis' AND ($document IS NULL OR d.key = $document)
  AND a.period =~ '.*[0-9]{4}'
  AND substring(a.period, size(a.period) - 4) < substring(coalesce(d.date, d.date_not_before), 0, 4)
WITH d, a, collect(DISTINCT c.key) AS cites
OPTIONAL MATCH (a)<-[h:PARTY_TO]-(home:Organization)
WHERE h.certainty <> 'hypothesis' AND coalesce(home.level, '') <> 'foreign'
WITH d, a, cites, collect(DISTINCT home.name) AS bodies, collect(DISTINCT h.key) AS signed
RETURN a.name AS agreement, bodies, a.period AS period, d.name AS document,
       coalesce(d.date, d.date_not_before) AS date, cites + signed AS edges
ORDER BY agreement, document
