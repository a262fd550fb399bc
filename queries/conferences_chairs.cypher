//+ title: {zh: "谁主持的会议最多", en: "Who chaired most"}
//+ question:
//+   zh: "谁担任执行主席的次数最多？"
//+   en: "Who chaired most sessions?"
//+ parameters:
//+   - {name: series, type: string, required: false, default: null, names: ConferenceSeries, example: 香山科学会议, zh: 会议系列, en: conference series}
//+   - {name: limit, type: integer, required: false, default: 20, example: 10, zh: 最多几行, en: at most this many rows}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: sessions, zh: 会议数, en: sessions}
//+   - {name: first_year, zh: 最早, en: first year}
//+   - {name: last_year, zh: 最晚, en: last year}
//+   - {name: themes, zh: 主题, en: themes}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH (c:Conference)-[i:IN_SERIES]->(s:ConferenceSeries)
WHERE $series IS NULL OR toLower(s.name) = toLower($series) OR any(alias IN s.aliases WHERE toLower(alias) = toLower($series))
MATCH (p:Person)-[h:CHAIRED]->(c)
WHERE coalesce(h.from_year, 0) <= coalesce($as_of, 9999)
WITH DISTINCT p, h, c
WITH p, count(DISTINCT c.id) AS sessions, min(toInteger(substring(c.start, 0, 4))) AS first_year,
  max(toInteger(substring(c.start, 0, 4))) AS last_year,
  collect(h.id) AS ids, collect(c.id) AS chaired
RETURN p.name AS person, sessions, first_year, last_year,
  COLLECT { MATCH (c:Conference) WHERE c.id IN chaired WITH coalesce(c.theme, c.name) AS theme, c
    ORDER BY c.start, c.name, c.id RETURN theme } AS themes,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY sessions DESC, first_year, person, p.id
LIMIT $limit
