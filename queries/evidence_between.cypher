//+ title: {zh: "两者之间的原文", en: "The words between two things"}
//+ question:
//+   zh: "文献用哪些话说了一个对象（与另一个对象之间）的关系？"
//+   en: "With which words do the documents relate a thing (to another)?"
//+ parameters:
//+   - {name: name, type: string, required: true, example: CMR, zh: 名称或别名, en: name or alias}
//+   - {name: other, type: string, required: false, default: null, example: null, zh: 另一个名称, en: the other name}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: subject, zh: 主语, en: subject}
//+   - {name: relation, zh: 关系, en: relation}
//+   - {name: object, zh: 宾语, en: object}
//+   - {name: quote, zh: 原文, en: the words}
//+   - {name: document, zh: 文献, en: document}
//+   - {name: page, zh: 页, en: page}
//+   - {name: confidence, zh: 置信度, en: confidence}
//+   - {name: rule, zh: 规则, en: rule}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH (n)
WHERE NOT n:Passage AND NOT n:Document
  AND (toLower(n.name) = toLower($name) OR any(alias IN n.aliases WHERE toLower(alias) = toLower($name)))
MATCH (n)-[r]-(m)
WHERE ($other IS NULL OR toLower(m.name) = toLower($other) OR any(alias IN m.aliases WHERE toLower(alias) = toLower($other)))
  AND coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
WITH DISTINCT r
UNWIND range(0, size(r.evidence) - 1) AS i
OPTIONAL MATCH (p:Passage {id: split(r.evidence[i], '@')[0]})-[:IN_DOCUMENT]->(d:Document)
RETURN startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object, r.quotes[i] AS quote, d.title AS document,
  p.page AS page,
  r.confidence AS confidence, r.rules[i] AS rule, [r.id] AS edges
ORDER BY subject, relation, object, r.id, r.evidence[i]
