//+ title: {zh: "成果的论文", en: "The papers of an achievement"}
//+ question:
//+   zh: "一项成果产出了哪些论文、指南、共识，作者是谁？"
//+   en: "Which papers and guidelines came out of an achievement, by whom?"
//+ parameters:
//+   - {name: achievement, type: string, required: true, names: Achievement, example: 体外膜氧合生命支持技术体系创新及临床推广应用, zh: 成果, en: achievement}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: number, zh: 序号, en: number}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: paper, zh: 论文, en: paper}
//+   - {name: authors, zh: 作者, en: authors}
//+   - {name: journal, zh: 期刊, en: journal}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: impact_factor, zh: 影响因子, en: impact factor}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH (w:Achievement)
WHERE toLower(w.name) = toLower($achievement) OR any(alias IN w.aliases WHERE toLower(alias) = toLower($achievement))
MATCH (x)-[r:OUTPUT_OF]->(w)
WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
OPTIONAL MATCH (x)-[b:PUBLISHED_IN]->(j:Journal)
WHERE coalesce(b.from_year, 0) <= coalesce($as_of, 9999)
WITH x, r, b, j,
  COLLECT { MATCH (p:Person)-[a:AUTHORED]->(x) WITH p, min(a.order) AS place RETURN p.name AS name
    ORDER BY place, name, p.id } AS authors
RETURN r.number AS number, labels(x)[0] AS kind, x.name AS paper, authors,
  j.name AS journal, coalesce(b.year, x.year) AS year, x.impact_factor AS impact_factor,
  COLLECT {
    CALL (x, r, b) { UNWIND [r.id, b.id] AS id RETURN id UNION MATCH (:Person)-[a:AUTHORED]->(x) RETURN a.id AS id }
    WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id
  } AS edges
ORDER BY kind, number, year, paper, x.id, journal, b.id, r.id
