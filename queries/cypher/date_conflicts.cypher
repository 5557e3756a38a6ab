// Văn bản nào có ngày ban hành mâu thuẫn? / For which documents do the dates disagree?
MATCH (d:Document)
WHERE ($document IS NULL OR d.key = $document)
  AND (coalesce(d.date_conflict, false) OR size(coalesce(d.dates, [])) > 1)
RETURN d.name AS document, d.date AS preferred, coalesce(d.dates, []) AS dates,
       d.date_reason AS reason, d.date_not_before AS not_before, d.date_not_after AS not_after,
       [d.key + '#date'] AS edges
ORDER BY document
