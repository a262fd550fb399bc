//+ title: {zh: "一个人的奖励", en: "A person's awards"}
//+ question:
//+   zh: "这个人得过什么奖，自己的或所完成成果的？"
//+   en: "Which awards did a person receive, directly or through an achievement?"
//+ parameters:
//+   - {name: person, type: string, required: true, names: Person, example: 赵新明, zh: 人物, en: person}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: award, zh: 奖项, en: award}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: grade, zh: 等级, en: grade}
//+   - {name: rank, zh: 排名, en: rank}
//+   - {name: through, zh: 成果, en: achievement}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (p:Person)
WHERE toLower(p.name) = toLower($person) OR any(alias IN p.aliases WHERE toLower(alias) = toLower($person))
CALL (p) {
  MATCH (p)-[r:RECEIVED]->(a:Award)
  WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
  RETURN a, r, r.rank AS rank, null AS through, [r.id] AS edges
  UNION ALL
  MATCH (p)-[x:PARTICIPATED_IN]->(w:Achievement)-[r:RECEIVED]->(a:Award)
  WHERE coalesce(x.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
  RETURN a, r, x.rank AS rank, w.name AS through, CASE WHEN x.id < r.id THEN [x.id, r.id] ELSE [r.id, x.id] END AS edges
}
RETURN p.name AS person, a.name AS award, r.year AS year, r.grade AS grade, rank, through, edges
ORDER BY year, award, a.id, grade, through, rank, edges[0], edges[1], p.id
