//+ title: {zh: "什么涉及这项技术", en: "What concerns a technology"}
//+ question:
//+   zh: "哪些成果、项目、会议、论文、设施涉及一项技术或它的下位技术？"
//+   en: "Which achievements, grants, sessions, papers and facilities concern a technology or a narrower one?"
//+ parameters:
//+   - {name: technology, type: string, required: true, names: Technology, example: CMR, zh: 技术, en: technology}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: name, zh: 名称, en: name}
//+   - {name: technology, zh: 技术, en: technology}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (top:Technology)
WHERE toLower(top.name) = toLower($technology) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($technology))
MATCH path = (t:Technology)-[:BROADER*0..8]->(top)
MATCH (x)-[c:CONCERNS]->(t)
WHERE coalesce(c.from_year, 0) <= coalesce($as_of, 9999)
WITH t, x, [r IN relationships(path) | r.id] + [c.id] AS step
UNWIND step AS id
WITH t, x, collect(id) AS ids
RETURN labels(x)[0] AS kind, x.name AS name, t.name AS technology,
  coalesce(x.year, toInteger(substring(x.start, 0, 4))) AS year,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY kind, year, name, x.id, technology, t.id
