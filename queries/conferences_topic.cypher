//+ title: {zh: "一个主题的会议之后资助了什么", en: "What was funded after sessions on a topic"}
//+ question:
//+   zh: "以一项技术（含下位技术）为题的会议之后，哪些同题项目获得资助？"
//+   en: "Which grants on a technology (or a narrower one) were funded after a session on it?"
//+ parameters:
//+   - {name: technology, type: string, required: true, names: Technology, example: 分子影像, zh: 技术, en: technology}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: session, zh: 会议, en: session}
//+   - {name: session_year, zh: 会议年份, en: year of the session}
//+   - {name: theme, zh: 主题, en: theme}
//+   - {name: grant, zh: 项目, en: grant}
//+   - {name: grant_year, zh: 立项年份, en: year of the grant}
//+   - {name: years_later, zh: 相隔年数, en: years later}
//+   - {name: leader, zh: 负责人, en: led by}
//+   - {name: chaired, zh: 负责人曾任该会主席, en: leader chaired it}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: timeline
MATCH (top:Technology)
WHERE toLower(top.name) = toLower($technology) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($technology))
MATCH one = (t:Technology)-[:BROADER*0..8]->(top)
MATCH (c:Conference)-[a:CONCERNS]->(t)
MATCH two = (u:Technology)-[:BROADER*0..8]->(top)
MATCH (g:Grant)-[b:CONCERNS]->(u)
WHERE coalesce(a.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(b.from_year, 0) <= coalesce($as_of, 9999)
OPTIONAL MATCH (g)-[f:FUNDED_BY]->()
WHERE coalesce(f.from_year, 0) <= coalesce($as_of, 9999)
WITH c, g, f, toInteger(substring(c.start, 0, 4)) AS session_year,
  [a.id, b.id, f.id] + [r IN relationships(one) | r.id] + [r IN relationships(two) | r.id] AS step,
  CASE WHEN f.year IS NOT NULL THEN [f.year] WHEN f.years IS NOT NULL THEN f.years ELSE [g.year] END AS years
UNWIND years AS grant_year
WITH c, g, session_year, grant_year, step
WHERE grant_year >= session_year AND grant_year <= coalesce($as_of, 9999)
WITH c, g, session_year, grant_year, collect(step) AS steps
RETURN c.name AS session, session_year, c.theme AS theme, g.name AS grant, grant_year, grant_year - session_year AS years_later,
  COLLECT { MATCH (p:Person)-[i:LEADS]->(g) WHERE coalesce(i.from_year, 0) <= coalesce($as_of, 9999)
    RETURN DISTINCT p.name AS name ORDER BY name } AS leader,
  EXISTS { MATCH (g)<-[i:LEADS]-(:Person)-[h:CHAIRED]->(c)
    WHERE coalesce(i.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(h.from_year, 0) <= coalesce($as_of, 9999) } AS chaired,
  COLLECT {
    CALL (c, g, steps) {
      UNWIND steps AS step UNWIND step AS id RETURN id
      UNION
      MATCH (:Person)-[l:LEADS]->(g) WHERE coalesce(l.from_year, 0) <= coalesce($as_of, 9999) RETURN l.id AS id
      UNION
      MATCH (g)<-[i:LEADS]-(:Person)-[h:CHAIRED]->(c)
      WHERE coalesce(i.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(h.from_year, 0) <= coalesce($as_of, 9999)
      RETURN h.id AS id
    }
    WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id
  } AS edges
ORDER BY session_year, session, c.id, grant_year, grant, g.id
