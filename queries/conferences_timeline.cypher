//+ title: {zh: "会议之后的计划、项目与奖项", en: "From sessions to programmes, grants and awards"}
//+ question:
//+   zh: "一次会议之后若干年里，同题（含下位技术）的计划立项与项目、执行主席的项目与奖项、同题成果的奖项，按年份排列是哪些？"
//+   en: "What followed a session, year by year: programmes and grants on its topic or a narrower one, its chairs' grants and awards, awards to works on it?"
//+ parameters:
//+   - {name: series, type: string, required: false, default: null, names: ConferenceSeries, example: 香山科学会议, zh: 会议系列, en: conference series}
//+   - {name: technology, type: string, required: false, default: null, names: Technology, example: 分子影像, zh: 会议所涉技术（含下位技术）, en: technology of the session or a narrower one}
//+   - {name: person, type: string, required: false, default: null, names: Person, example: 骆清铭, zh: 执行主席, en: chair}
//+   - {name: within, type: integer, required: false, default: 15, example: 15, zh: 最多相隔年数, en: at most this many years later}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: session, zh: 会议, en: session}
//+   - {name: session_year, zh: 会议年份, en: year of the session}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: what, zh: 此后, en: what followed}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: years_later, zh: 相隔年数, en: years later}
//+   - {name: through, zh: 经由（主席或技术）, en: through (chair or technology)}
//+   - {name: detail, zh: 资助计划、获奖成果或等级, en: "programme, work or grade"}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: timeline
MATCH (c:Conference)
WHERE c.start IS NOT NULL
  AND ($series IS NULL OR EXISTS { MATCH (c)-[i:IN_SERIES]->(s:ConferenceSeries)
    WHERE toLower(s.name) = toLower($series) OR any(alias IN s.aliases WHERE toLower(alias) = toLower($series)) })
  AND ($technology IS NULL OR EXISTS { MATCH (c)-[a:CONCERNS]->(t:Technology)-[:BROADER*0..8]->(top:Technology)
    WHERE toLower(top.name) = toLower($technology) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($technology)) })
  AND ($person IS NULL OR EXISTS { MATCH (c)<-[h:CHAIRED]-(p:Person)
    WHERE toLower(p.name) = toLower($person) OR any(alias IN p.aliases WHERE toLower(alias) = toLower($person)) })
CALL (c) {
  MATCH down = (c)-[:CONCERNS]->(:Technology)<-[:BROADER*0..8]-(t:Technology)
  MATCH (t)<-[b:CONCERNS]-(x:FundingProgram)
  OPTIONAL MATCH (x)<-[f:FUNDED_BY]-(:Grant) WHERE x.start_year IS NULL
  WITH x, t, b, f, down,
    CASE WHEN x.start_year IS NOT NULL THEN [x.start_year] WHEN f.year IS NOT NULL THEN [f.year] ELSE f.years END AS years
  UNWIND years AS year
  RETURN x, year, t.name AS through, null AS detail, relationships(down) + [b, f] AS links
  UNION ALL
  MATCH (c)<-[h:CHAIRED]-(p:Person)-[l:LEADS]->(x:Grant)
  OPTIONAL MATCH (x)-[f:FUNDED_BY]->(m)
  WITH x, p, m, h, l, f, CASE WHEN f.year IS NOT NULL THEN [f.year] WHEN f.years IS NOT NULL THEN f.years ELSE [x.year] END AS years
  UNWIND years AS year
  RETURN x, year, p.name AS through, m.name AS detail, [h, l, f] AS links
  UNION ALL
  MATCH down = (c)-[:CONCERNS]->(:Technology)<-[:BROADER*0..8]-(t:Technology)
  MATCH (t)<-[b:CONCERNS]-(x:Grant)
  OPTIONAL MATCH (x)-[f:FUNDED_BY]->(m)
  WITH x, t, m, b, f, down, CASE WHEN f.year IS NOT NULL THEN [f.year] WHEN f.years IS NOT NULL THEN f.years ELSE [x.year] END AS years
  UNWIND years AS year
  RETURN x, year, t.name AS through, m.name AS detail, relationships(down) + [b, f] AS links
  UNION ALL
  MATCH (c)<-[h:CHAIRED]-(p:Person)-[r:RECEIVED]->(x:Award)
  RETURN x, r.year AS year, p.name AS through, r.grade AS detail, [h, r] AS links
  UNION ALL
  MATCH (c)<-[h:CHAIRED]-(p:Person)-[q:PARTICIPATED_IN]->(w:Achievement)-[r:RECEIVED]->(x:Award)
  RETURN x, r.year AS year, p.name AS through, w.name AS detail, [h, q, r] AS links
  UNION ALL
  MATCH down = (c)-[:CONCERNS]->(:Technology)<-[:BROADER*0..8]-(t:Technology)
  MATCH (t)<-[b:CONCERNS]-(w:Achievement)-[r:RECEIVED]->(x:Award)
  RETURN x, r.year AS year, t.name AS through, w.name AS detail, relationships(down) + [b, r] AS links
}
WITH c, toInteger(substring(c.start, 0, 4)) AS session_year, x, year, through, detail, [one IN links WHERE one IS NOT NULL] AS links
WHERE year >= session_year AND year - session_year <= $within AND year <= coalesce($as_of, 9999)
  AND session_year <= coalesce($as_of, 9999) AND all(one IN links WHERE coalesce(one.from_year, 0) <= coalesce($as_of, 9999))
WITH c, session_year, x, year, collect({through: through, detail: detail, ids: [one IN links | one.id]}) AS ways
RETURN c.name AS session, session_year, labels(x)[0] AS kind, x.name AS what, year, year - session_year AS years_later,
  COLLECT { UNWIND ways AS w WITH DISTINCT w.through AS through RETURN through ORDER BY through } AS through,
  COLLECT { UNWIND ways AS w WITH DISTINCT w.detail AS detail WHERE detail IS NOT NULL RETURN detail ORDER BY detail } AS detail,
  COLLECT { UNWIND ways AS w UNWIND w.ids AS id WITH DISTINCT id RETURN id ORDER BY id } AS edges
ORDER BY session_year, session, c.id, year, kind, what, x.id
