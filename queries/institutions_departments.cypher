//+ title: {zh: "机构的下属", en: "The parts of an institution"}
//+ question:
//+   zh: "一个机构有哪些科室、实验室、附属单位？"
//+   en: "Which departments, laboratories and affiliated bodies does an institution have?"
//+ parameters:
//+   - {name: institution, type: string, required: true, names: Organization, example: 中国科学院, zh: 机构, en: institution}
//+ returns:
//+   - {name: department, zh: 下属机构, en: part}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: within, zh: 上级, en: within}
//+   - {name: level, zh: 层级, en: level}
//+   - {name: basis, zh: 依据, en: basis}
//+   - {name: people, zh: 人数, en: people}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (top:Organization)
WHERE toLower(top.name) = toLower($institution) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($institution))
MATCH path = (d:Organization)-[:PART_OF*1..6]->(top)
WITH d, relationships(path) AS steps
WITH d, size(steps) AS level, endNode(steps[0]).name AS within, steps[0].basis AS basis, [r IN steps | r.id] AS step
UNWIND step AS id
WITH d, within, level, basis, collect(id) AS ids
RETURN d.name AS department, d.kind AS kind, within, level, basis, COUNT { (:Person)-[:AFFILIATED_WITH]->(d) } AS people,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY level, within, department, d.id, basis
