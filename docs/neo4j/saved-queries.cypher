// Saved queries for Neo4j Browser: paste one, or star it. Each first line is its name there.
// The questions of `phahe ask GRAPH --list` are in queries/cypher and run here unchanged with :param.

// Dòng triển khai phía dưới một văn bản / Everything that carries a document out, up to 15 steps
MATCH way = (:Document {code: '12-CT/TW'})<-[:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON*1..15]-(:Document)
WHERE all(step IN relationships(way) WHERE step.certainty <> 'hypothesis')
RETURN way;

// Một văn bản bắt nguồn từ đâu / What a document rests on
MATCH way = (:Document {code: '457/LĐLĐ'})-[:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON*1..15]->(:Document)
WHERE all(step IN relationships(way) WHERE step.certainty <> 'hypothesis')
RETURN way;

// Câu dẫn chứng / Each step with the sentence that says so
MATCH (lower:Document)-[r:IMPLEMENTS|CONTINUES|GUIDES|DETAILS|BASED_ON]->(upper:Document)
RETURN lower.name, type(r), upper.name, r.certainty, r.quote, r.file, r.line ORDER BY lower.date;

// Ai chủ trì, ai phối hợp / Who leads and who supports
MATCH duty = (:Document {code: '83-KH/TU'})-[:SETS]->(:Task)-[:LED_BY|SUPPORTED_BY]->(:Organization)
RETURN duty;

// Hợp tác với nước ngoài / Partners abroad and their agreements
MATCH bound = (:Organization)-[:PARTY_TO]->(:Agreement)<-[:PARTY_TO]-(:Organization {level: 'foreign'})
RETURN bound;

// Tìm theo từ / Find by words in names, numbers, titles, tasks
CALL db.index.fulltext.queryNodes('phahe_words', 'đối ngoại nhân dân') YIELD node, score
RETURN labels(node)[0] AS kind, node.name, score LIMIT 25;
