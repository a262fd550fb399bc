//+ title: {zh: "一个人的项目", en: "The grants of a person"}
//+ question:
//+   zh: "这个人负责哪些项目，谁资助，多少，依托哪里？"
//+   en: "Which grants does a person lead, who funds them, how much, and where?"
//+ parameters:
//+   - {name: person, type: string, required: true, names: Person, example: 骆清铭, zh: 人物, en: person}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: grant, zh: 项目, en: grant}
//+   - {name: programme, zh: 资助计划, en: programme}
//+   - {name: amount_wan, zh: 金额（万元）, en: sum in 10k yuan}
//+   - {name: joint, zh: 共同出资项, en: joint sums (left out)}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: institutions, zh: 机构, en: institutions}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (p:Person)
WHERE toLower(p.name) = toLower($person) OR any(alias IN p.aliases WHERE toLower(alias) = toLower($person))
MATCH (p)-[l:LEADS]->(g:Grant)
WHERE coalesce(l.from_year, 0) <= coalesce($as_of, 9999)
OPTIONAL MATCH (g)-[f:FUNDED_BY]->(s)
WHERE coalesce(f.from_year, 0) <= coalesce($as_of, 9999)
WITH p, l, g, f, s, coalesce(f.year, head(f.years), g.year) AS year
RETURN p.name AS person, g.name AS grant, s.name AS programme, f.amount_wan AS amount_wan, coalesce(f.joint, false) AS joint,
  year,
  COLLECT { MATCH (g)-[h:HOSTED_BY]->(o:Organization) WHERE coalesce(h.from_year, 0) <= coalesce($as_of, 9999)
    RETURN DISTINCT o.name AS name ORDER BY name } AS institutions,
  COLLECT {
    CALL (g, l, f) { UNWIND [l.id, f.id] AS id RETURN id UNION MATCH (g)-[h:HOSTED_BY]->(:Organization)
      WHERE coalesce(h.from_year, 0) <= coalesce($as_of, 9999) RETURN h.id AS id }
    WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id
  } AS edges
ORDER BY year, grant, g.id, programme, s.id, f.id, l.id
