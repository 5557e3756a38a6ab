// Các văn bản này tên gì, ban hành ngày nào? / What are these documents called, and when were they issued?
UNWIND $frontier AS key
MATCH (d:Document {key: key})
RETURN key, d.name AS name, d.date AS date, coalesce(d.held, false) AS held
