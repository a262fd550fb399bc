//+ title: {zh: "通讯作者", en: "Corresponding authors"}
//+ question:
//+   zh: "谁是哪些论文的通讯作者，在哪里任职？"
//+   en: "Who is the corresponding author of which papers, and where?"
//+ parameters:
//+   - {name: person, type: string, required: false, default: null, names: Person, example: 陆敏杰, zh: 人物, en: person}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: institutions, zh: 机构, en: institutions}
//+   - {name: paper, zh: 论文, en: paper}
//+   - {name: order, zh: 顺序, en: order}
//+   - {name: journal, zh: 期刊, en: journal}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (p:Person)
WHERE $person IS NULL OR toLower(p.name) = toLower($person) OR any(alias IN p.aliases WHERE toLower(alias) = toLower($person))
MATCH (p)-[a:AUTHORED]->(x:Publication)
WHERE a.corresponding = true AND coalesce(a.from_year, 0) <= coalesce($as_of, 9999)
OPTIONAL MATCH (x)-[b:PUBLISHED_IN]->(j:Journal)
WHERE coalesce(b.from_year, 0) <= coalesce($as_of, 9999)
RETURN p.name AS person,
  COLLECT { MATCH (p)-[i:AFFILIATED_WITH]->(o:Organization) WHERE coalesce(i.from_year, 0) <= coalesce($as_of, 9999)
    RETURN DISTINCT o.name AS name ORDER BY name } AS institutions,
  x.name AS paper, a.order AS order, j.name AS journal, coalesce(b.year, x.year) AS year,
  COLLECT {
    CALL (p, a, b) { UNWIND [a.id, b.id] AS id RETURN id UNION MATCH (p)-[w:AFFILIATED_WITH]->(:Organization)
      WHERE coalesce(w.from_year, 0) <= coalesce($as_of, 9999) RETURN w.id AS id }
    WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id
  } AS edges
ORDER BY person, p.id, year, paper, x.id, journal, a.id, b.id
