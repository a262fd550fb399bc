//+ title: {zh: "一条边的原文", en: "The words behind an edge"}
//+ question:
//+   zh: "哪些话支持这条边，出自哪份文献的哪一页，由哪条规则读出？"
//+   en: "Which words support an edge, on which page of which document, read by which rule?"
//+ parameters:
//+   - {name: edge, type: string, required: true, example: EDGE, zh: 边的标识或其开头, en: id of the edge or its beginning}
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
MATCH (s)-[r]->(o)
WHERE r.id STARTS WITH $edge
UNWIND range(0, size(r.evidence) - 1) AS i
OPTIONAL MATCH (p:Passage {id: split(r.evidence[i], '@')[0]})-[:IN_DOCUMENT]->(d:Document)
RETURN s.name AS subject, type(r) AS relation, o.name AS object, r.quotes[i] AS quote, d.title AS document, p.page AS page,
  r.confidence AS confidence, r.rules[i] AS rule, [r.id] AS edges
ORDER BY r.id, document, r.evidence[i]
