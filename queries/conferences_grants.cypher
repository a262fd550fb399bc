//+ title: {zh: "从会议到项目", en: "From session to grant"}
//+ question:
//+   zh: "执行主席在会后负责了哪些项目，隔了几年？"
//+   en: "Which grants did chairs lead after their session, and how many years later?"
//+ parameters:
//+   - {name: series, type: string, required: false, default: null, names: ConferenceSeries, example: 香山科学会议, zh: 会议系列, en: conference series}
//+   - {name: within, type: integer, required: false, default: 10, example: 5, zh: 最多相隔年数, en: at most this many years later}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: session, zh: 会议, en: session}
//+   - {name: session_year, zh: 会议年份, en: year of the session}
//+   - {name: grant, zh: 项目, en: grant}
//+   - {name: grant_year, zh: 立项年份, en: year of the grant}
//+   - {name: years_later, zh: 相隔年数, en: years later}
//+   - {name: same_topic, zh: 同一技术, en: same technology}
//+   - {name: programme, zh: 资助计划, en: programme}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: timeline
MATCH (c:Conference)-[i:IN_SERIES]->(s:ConferenceSeries)
WHERE $series IS NULL OR toLower(s.name) = toLower($series) OR any(alias IN s.aliases WHERE toLower(alias) = toLower($series))
MATCH (p:Person)-[h:CHAIRED]->(c)
MATCH (p)-[l:LEADS]->(g:Grant)
WHERE coalesce(h.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(l.from_year, 0) <= coalesce($as_of, 9999)
OPTIONAL MATCH (g)-[f:FUNDED_BY]->(m)
WHERE coalesce(f.from_year, 0) <= coalesce($as_of, 9999)
WITH DISTINCT p, h, c, l, g, f, m, toInteger(substring(c.start, 0, 4)) AS session_year,
  CASE WHEN f.year IS NOT NULL THEN [f.year] WHEN f.years IS NOT NULL THEN f.years ELSE [g.year] END AS years
UNWIND years AS grant_year
WITH p, h, c, l, g, f, m, session_year, grant_year
WHERE grant_year >= session_year AND grant_year - session_year <= $within
  AND grant_year <= coalesce($as_of, 9999)
WITH p, c, g, session_year, grant_year, collect({programme: m.name, ids: [h.id, l.id, f.id]}) AS ways
RETURN p.name AS person, c.name AS session, session_year, g.name AS grant, grant_year, grant_year - session_year AS years_later,
  EXISTS { MATCH (c)-[a:CONCERNS]->(:Technology)<-[b:CONCERNS]-(g)
    WHERE coalesce(a.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(b.from_year, 0) <= coalesce($as_of, 9999) } AS same_topic,
  COLLECT { UNWIND ways AS w WITH DISTINCT w.programme AS programme WHERE programme IS NOT NULL RETURN programme
    ORDER BY programme } AS programme,
  COLLECT {
    CALL (c, g, ways) {
      UNWIND ways AS w UNWIND w.ids AS id RETURN id
      UNION
      MATCH (c)-[a:CONCERNS]->(t:Technology)<-[b:CONCERNS]-(g)
      WHERE coalesce(a.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(b.from_year, 0) <= coalesce($as_of, 9999) UNWIND [a.id, b.id] AS id RETURN id
    }
    WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id
  } AS edges
ORDER BY years_later, session_year, person, p.id, session, c.id, grant_year, grant, g.id
