//+ title: {zh: "一个人主持的会议与此后的项目", en: "Sessions that a person chaired, and what followed"}
//+ question:
//+   zh: "这个人主持过哪些会议，此后负责了什么项目？"
//+   en: "Which sessions did a person chair, and which grants did he or she lead afterwards?"
//+ parameters:
//+   - {name: person, type: string, required: true, names: Person, example: 骆清铭, zh: 人物, en: person}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: session, zh: 会议, en: session}
//+   - {name: date, zh: 日期, en: date}
//+   - {name: theme, zh: 主题, en: theme}
//+   - {name: place, zh: 地点, en: place}
//+   - {name: order, zh: 顺序, en: order}
//+   - {name: grants_after, zh: 之后负责的项目, en: grants led afterwards}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: timeline
MATCH (p:Person)
WHERE toLower(p.name) = toLower($person) OR any(alias IN p.aliases WHERE toLower(alias) = toLower($person))
MATCH (p)-[h:CHAIRED]->(c:Conference)
WHERE coalesce(h.from_year, 0) <= coalesce($as_of, 9999)
OPTIONAL MATCH (p)-[l:LEADS]->(g:Grant)
WHERE coalesce(l.from_year, 0) <= coalesce($as_of, 9999)
OPTIONAL MATCH (g)-[f:FUNDED_BY]->()
WHERE coalesce(f.from_year, 0) <= coalesce($as_of, 9999)
WITH p, h, c, l, g, f,
  CASE WHEN f.year IS NOT NULL THEN [f.year] WHEN f.years IS NOT NULL THEN f.years ELSE [g.year] END AS years
UNWIND years AS year
WITH p, h, c,
  collect(CASE WHEN year >= toInteger(substring(c.start, 0, 4)) AND year <= coalesce($as_of, 9999)
    THEN {name: toString(year) + ' ' + g.name, ids: [l.id, f.id]} END) AS later
RETURN p.name AS person, c.name AS session, c.start AS date, c.theme AS theme,
  COLLECT { MATCH (c)-[:HELD_IN]->(w:Place) RETURN DISTINCT w.name AS name ORDER BY name } AS place, h.order AS order,
  COLLECT { UNWIND later AS one WITH DISTINCT one.name AS name RETURN name ORDER BY name } AS grants_after,
  COLLECT {
    CALL (h, c, later) {
      RETURN h.id AS id
      UNION
      MATCH (c)-[w:HELD_IN]->(:Place) RETURN w.id AS id
      UNION
      UNWIND later AS one UNWIND one.ids AS id RETURN id
    }
    WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id
  } AS edges
ORDER BY date, session, c.id, p.id, h.id
