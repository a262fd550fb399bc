//+ title: {zh: "各年的会议", en: "Sessions by year"}
//+ question:
//+   zh: "会议系列（如香山科学会议）每年办了几次，主题是什么？"
//+   en: "How many sessions did a series (such as the Xiangshan conferences) hold each year, and on what?"
//+ parameters:
//+   - {name: series, type: string, required: false, default: null, names: ConferenceSeries, example: 香山科学会议, zh: 会议系列, en: conference series}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: year, zh: 年份, en: year}
//+   - {name: sessions, zh: 会议数, en: sessions}
//+   - {name: themes, zh: 主题, en: themes}
//+   - {name: chairs, zh: 执行主席人次, en: chairs}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: timeline
MATCH (c:Conference)-[i:IN_SERIES]->(s:ConferenceSeries)
WHERE ($series IS NULL OR toLower(s.name) = toLower($series) OR any(alias IN s.aliases WHERE toLower(alias) = toLower($series)))
  AND coalesce(i.from_year, 0) <= coalesce($as_of, 9999)
WITH toInteger(substring(c.start, 0, 4)) AS year, c, collect(i.id) AS ids
WITH year, count(c) AS sessions, collect(c.id) AS sessionIds, collect(ids) AS steps
RETURN year, sessions,
  COLLECT { MATCH (c:Conference) WHERE c.id IN sessionIds WITH coalesce(c.theme, c.name) AS theme, c
    ORDER BY c.start, c.name, c.id RETURN theme } AS themes,
  COUNT { MATCH (:Person)-[h:CHAIRED]->(c:Conference) WHERE c.id IN sessionIds RETURN h.id AS id } AS chairs,
  COLLECT {
    CALL (steps, sessionIds) {
      UNWIND steps AS step UNWIND step AS id RETURN id
      UNION
      MATCH (:Person)-[h:CHAIRED]->(c:Conference) WHERE c.id IN sessionIds RETURN h.id AS id
    }
    WITH DISTINCT id RETURN id ORDER BY id
  } AS edges
ORDER BY year
