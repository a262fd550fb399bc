//+ title: {zh: "一份文献说了什么", en: "What a document says"}
//+ question:
//+   zh: "从一份文献读出了哪些事实，原文是什么？"
//+   en: "Which facts were read from a document, from which words?"
//+ parameters:
//+   - {name: document, type: string, required: true, names: Document, example: 我国生物医学影像的格局与走向, zh: 文献标题或文件名, en: title or file name of the document}
//+ returns:
//+   - {name: subject, zh: 主语, en: subject}
//+   - {name: relation, zh: 关系, en: relation}
//+   - {name: object, zh: 宾语, en: object}
//+   - {name: quote, zh: 原文, en: the words}
//+   - {name: rule, zh: 规则, en: rule}
//+   - {name: confidence, zh: 置信度, en: confidence}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (d:Document)
WHERE toLower(d.name) = toLower($document) OR toLower(d.source) = toLower($document) OR d.id = $document
MATCH (s)-[r]->(o)
WHERE d.id IN r.documents
UNWIND range(0, size(r.evidence) - 1) AS i
WITH d, s, r, o, i, split(r.evidence[i], '@')[0] AS passage
WHERE passage = d.id OR EXISTS { MATCH (p:Passage {id: passage}) WHERE p.document = d.id }
RETURN s.name AS subject, type(r) AS relation, o.name AS object, r.quotes[i] AS quote, r.rules[i] AS rule,
  r.confidence AS confidence, [r.id] AS edges
ORDER BY relation, subject, object, r.id, r.evidence[i]
