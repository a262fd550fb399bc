//+ title: {zh: "申报与提名", en: "Nominations"}
//+ question:
//+   zh: "哪些成果申报了哪个奖，谁提名，谁完成？"
//+   en: "Which achievements were nominated for which award, by whom, and who completed them?"
//+ parameters:
//+   - {name: award, type: string, required: false, default: null, names: Award, example: 医学科学技术奖, zh: 奖项, en: award}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: achievement, zh: 成果, en: achievement}
//+   - {name: award, zh: 奖项, en: award}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: category, zh: 类别, en: category}
//+   - {name: nominators, zh: 提名单位, en: nominated by}
//+   - {name: completed_by, zh: 完成单位, en: completed by}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (w:Achievement)-[n:NOMINATED_FOR]->(a:Award)
WHERE ($award IS NULL OR toLower(a.name) = toLower($award) OR any(alias IN a.aliases WHERE toLower(alias) = toLower($award)))
  AND coalesce(n.from_year, 0) <= coalesce($as_of, 9999)
WITH w, n, a,
  COLLECT { MATCH (o:Organization)-[c:COMPLETED]->(w) WHERE coalesce(c.from_year, 0) <= coalesce($as_of, 9999)
    WITH o.name AS name, min(c.rank) AS rank RETURN name
    ORDER BY rank, name } AS completed_by
RETURN w.name AS achievement, a.name AS award, n.year AS year, n.category AS category,
  COLLECT { MATCH (o:Organization)-[i:NOMINATED]->(w) WHERE coalesce(i.from_year, 0) <= coalesce($as_of, 9999)
    RETURN DISTINCT o.name AS name ORDER BY name } AS nominators, completed_by,
  COLLECT {
    CALL (n, w) { RETURN n.id AS id UNION MATCH (:Organization)-[r:NOMINATED|COMPLETED]->(w)
      WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN r.id AS id }
    WITH DISTINCT id RETURN id ORDER BY id
  } AS edges
ORDER BY year, award, achievement, w.id, n.id
