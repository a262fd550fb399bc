//+ title: {zh: "说法不一的属性", en: "Properties stated differently"}
//+ question:
//+   zh: "哪些对象的同一属性，文献给出了不同的值？"
//+   en: "For which things do the documents give different values of one property?"
//+ returns:
//+   - {name: thing, zh: 对象, en: thing}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: property, zh: 属性, en: property}
//+   - {name: values, zh: 各种说法, en: values}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH (n)
UNWIND [key IN keys(n) WHERE key ENDS WITH '_stated'] AS key
RETURN n.name AS thing, labels(n)[0] AS kind, replace(key, '_stated', '') AS property, n[key] AS values,
  COLLECT { MATCH (n)-[r]-() RETURN r.id AS id ORDER BY id } AS edges
ORDER BY kind, thing, n.id, property
