//+ title: {zh: "谁在做这项技术", en: "Who works on a technology"}
//+ question:
//+   zh: "哪些人从事一项技术或它的下位技术，经由什么？"
//+   en: "Who works on a technology or a narrower one, and through what?"
//+ parameters:
//+   - {name: technology, type: string, required: true, names: Technology, example: CMR, zh: 技术, en: technology}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: institutions, zh: 机构, en: institutions}
//+   - {name: technologies, zh: 技术, en: technologies}
//+   - {name: ways, zh: 途径, en: through}
//+   - {name: facts, zh: 事实数, en: facts}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (top:Technology)
WHERE toLower(top.name) = toLower($technology) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($technology))
MATCH path = (t:Technology)-[:BROADER*0..8]->(top)
MATCH way = (p:Person)-[:WORKS_ON|LEADS|PARTICIPATED_IN|CONTRIBUTED_TO|AUTHORED|CHAIRED|BUILT]->(x)-[:CONCERNS*0..1]->(t)
WHERE all(s IN relationships(way) WHERE coalesce(s.from_year, 0) <= coalesce($as_of, 9999))
WITH p, t, x, [r IN relationships(way) | r.id] AS steps, type(relationships(way)[0]) AS relation,
  [r IN relationships(path) | r.id] AS broader
WITH p,
  collect({technology: t.name, way: relation + CASE WHEN x.id = t.id
    THEN '' ELSE ' ' + x.name END, first: steps[0], ids: steps + broader}) AS ways
RETURN p.name AS person,
  COLLECT { MATCH (p)-[i:AFFILIATED_WITH]->(o:Organization) WHERE coalesce(i.from_year, 0) <= coalesce($as_of, 9999)
    RETURN DISTINCT o.name AS name ORDER BY name } AS institutions,
  COLLECT { UNWIND ways AS w WITH DISTINCT w.technology AS technology RETURN technology ORDER BY technology } AS technologies,
  COLLECT { UNWIND ways AS w WITH DISTINCT w.way AS way RETURN way ORDER BY way } AS ways,
  COUNT { UNWIND ways AS w WITH DISTINCT w.first AS first RETURN first } AS facts,
  COLLECT {
    CALL (p, ways) {
      UNWIND ways AS w UNWIND w.ids AS id RETURN id
      UNION
      MATCH (p)-[a:AFFILIATED_WITH]->(:Organization) WHERE coalesce(a.from_year, 0) <= coalesce($as_of, 9999)
      RETURN a.id AS id
    }
    WITH DISTINCT id RETURN id ORDER BY id
  } AS edges
ORDER BY facts DESC, person, p.id
