//+ title: {zh: "机构里有谁", en: "Who belongs to an institution"}
//+ question:
//+   zh: "谁在这个机构（含下属机构）任职或任会员职务？"
//+   en: "Who is affiliated with an institution, or a part of it, or holds office in it?"
//+ parameters:
//+   - {name: institution, type: string, required: true, names: Organization, example: 首都医科大学附属北京安贞医院, zh: 机构, en: institution}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: relation, zh: 关系, en: relation}
//+   - {name: at, zh: 所在单位, en: at}
//+   - {name: title, zh: 职称, en: title}
//+   - {name: position, zh: 职务, en: position}
//+   - {name: role, zh: 角色, en: role}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (top:Organization)
WHERE toLower(top.name) = toLower($institution) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($institution))
MATCH path = (o:Organization)-[:PART_OF*0..6]->(top)
MATCH (p:Person)-[r:AFFILIATED_WITH|MEMBER_OF]->(o)
WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) AND all(b IN relationships(path) WHERE coalesce(b.from_year, 0) <= coalesce($as_of, 9999))
WITH p, r, o, [b IN relationships(path) | b.id] + [r.id] AS step
UNWIND step AS id
WITH p, r, o, collect(id) AS ids
RETURN p.name AS person, type(r) AS relation, o.name AS at, r.title AS title, r.position AS position, r.role AS role,
  r.year AS year,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY at, o.id, relation, person, p.id, r.id
