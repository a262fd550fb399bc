//+ title: {zh: "谁采用了这项技术", en: "Who adopted a technology"}
//+ question:
//+   zh: "一项技术、它的下位技术或有关成果应用到了哪里？"
//+   en: "Where were a technology, its narrower ones and the achievements on it put to use?"
//+ parameters:
//+   - {name: technology, type: string, required: true, names: Technology, example: ECMO, zh: 技术, en: technology}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: technology, zh: 技术, en: technology}
//+   - {name: thing, zh: 对象, en: thing}
//+   - {name: adopter, zh: 应用方, en: adopted by}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: hospitals, zh: 医院数, en: hospitals}
//+   - {name: patients, zh: 患者数, en: patients}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (top:Technology)
WHERE toLower(top.name) = toLower($technology) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($technology))
MATCH path = (t:Technology)-[:BROADER*0..8]->(top)
MATCH way = (x)-[:CONCERNS*0..1]->(t)
MATCH (x)-[a:ADOPTED_BY]->(o)
WHERE coalesce(a.from_year, 0) <= coalesce($as_of, 9999) AND all(r IN relationships(way) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999))
WITH t, x, a, o, [r IN relationships(path) | r.id] + [r IN relationships(way) | r.id] + [a.id] AS step
UNWIND step AS id
WITH t, x, a, o, collect(id) AS ids
RETURN t.name AS technology, x.name AS thing, o.name AS adopter, labels(o)[0] AS kind, a.year AS year,
  a.hospitals AS hospitals, a.patients AS patients,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY technology, t.id, year, thing, adopter, o.id, a.id
