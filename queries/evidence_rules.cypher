//+ title: {zh: "各规则读出的事实", en: "Facts by rule"}
//+ question:
//+   zh: "每条读取规则读出了多少事实，出自几份文献？"
//+   en: "How many facts did each rule of reading yield, from how many documents?"
//+ parameters:
//+   - {name: rule, type: string, required: false, default: null, example: null, zh: 规则, en: rule}
//+ returns:
//+   - {name: rule, zh: 规则, en: rule}
//+   - {name: relation, zh: 关系, en: relation}
//+   - {name: facts, zh: 事实数, en: facts}
//+   - {name: documents, zh: 文献数, en: documents}
//+   - {name: confidence, zh: 置信度, en: confidence}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH ()-[r]->()
WHERE r.rules IS NOT NULL
UNWIND r.rules AS rule
WITH DISTINCT rule, r
WHERE $rule IS NULL OR rule = $rule
UNWIND r.documents AS document
WITH rule, type(r) AS relation, count(DISTINCT r.id) AS facts, count(DISTINCT document) AS documents,
  min(r.confidence) AS confidence,
  collect(r.id) AS ids
RETURN rule, relation, facts, documents, confidence,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY rule, relation
