//+ title: {zh: "不止一个单位的人", en: "People with several affiliations"}
//+ question:
//+   zh: "谁在两个或更多单位任职，或换过单位？"
//+   en: "Who has two or more affiliations, or moved?"
//+ parameters:
//+   - {name: institution, type: string, required: false, default: null, names: Organization, example: 四川大学, zh: 其中一个机构, en: one of the institutions}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: affiliations, zh: 任职数, en: affiliations}
//+   - {name: institution, zh: 机构, en: institution}
//+   - {name: title, zh: 职称, en: title}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: basis, zh: 依据, en: basis}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (p:Person)-[r:AFFILIATED_WITH]->(o:Organization)
WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
WITH p, count(DISTINCT o.id) AS affiliations
WHERE affiliations > 1
  AND ($institution IS NULL OR EXISTS {
    MATCH (p)-[w:AFFILIATED_WITH]->(i:Organization)
    WHERE (toLower(i.name) = toLower($institution) OR any(alias IN i.aliases WHERE toLower(alias) = toLower($institution)))
      AND coalesce(w.from_year, 0) <= coalesce($as_of, 9999)
  })
MATCH (p)-[a:AFFILIATED_WITH]->(o:Organization)
WHERE coalesce(a.from_year, 0) <= coalesce($as_of, 9999)
RETURN p.name AS person, affiliations, o.name AS institution, a.title AS title, a.year AS year, a.basis AS basis,
  [a.id] AS edges
ORDER BY affiliations DESC, person, p.id, year, institution, a.id
