//+ title: {zh: "与谁共事", en: "Who worked with whom"}
//+ question:
//+   zh: "这个人与哪些人同在一项成果、项目、会议、论文或设施里？"
//+   en: "With whom did a person share achievements, grants, sessions, papers or facilities?"
//+ parameters:
//+   - {name: person, type: string, required: true, names: Person, example: 陆敏杰, zh: 人物, en: person}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: coworker, zh: 共事者, en: co-worker}
//+   - {name: thing, zh: 对象, en: thing}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: institutions, zh: 机构, en: institutions}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (p:Person)
WHERE toLower(p.name) = toLower($person) OR any(alias IN p.aliases WHERE toLower(alias) = toLower($person))
MATCH (p)-[a:PARTICIPATED_IN|CONTRIBUTED_TO|LEADS|CHAIRED|AUTHORED|BUILT]->(x)<-[b:PARTICIPATED_IN|CONTRIBUTED_TO|LEADS|CHAIRED|AUTHORED|BUILT]-(c:Person)
WHERE c.id <> p.id AND coalesce(a.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(b.from_year, 0) <= coalesce($as_of, 9999)
WITH p, c, x, collect(a.id) + collect(b.id) AS ids
RETURN p.name AS person, c.name AS coworker, x.name AS thing, labels(x)[0] AS kind,
  COLLECT { MATCH (c)-[i:AFFILIATED_WITH]->(o:Organization) WHERE coalesce(i.from_year, 0) <= coalesce($as_of, 9999)
    RETURN DISTINCT o.name AS name ORDER BY name } AS institutions,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY coworker, c.id, kind, thing, x.id, p.id
