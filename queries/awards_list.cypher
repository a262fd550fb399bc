//+ title: {zh: "获奖名录", en: "Awards given"}
//+ question:
//+   zh: "按年份、等级、排名，哪些人、成果、机构、技术得了奖？"
//+   en: "Who and what received awards, by year, grade and rank?"
//+ parameters:
//+   - {name: award, type: string, required: false, default: null, names: Award, example: 河北省科学技术进步奖, zh: 奖项, en: award}
//+   - {name: year, type: integer, required: false, default: null, example: 2024, zh: 年份, en: year}
//+   - {name: grade, type: string, required: false, default: null, example: 二等奖, zh: 等级, en: grade}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: award, zh: 奖项, en: award}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: grade, zh: 等级, en: grade}
//+   - {name: recipient, zh: 获奖者, en: recipient}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: rank, zh: 排名, en: rank}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH (x)-[r:RECEIVED]->(a:Award)
WHERE ($award IS NULL OR toLower(a.name) = toLower($award) OR any(alias IN a.aliases WHERE toLower(alias) = toLower($award)))
  AND ($year IS NULL OR r.year = $year) AND ($grade IS NULL OR r.grade = $grade)
  AND coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
RETURN a.name AS award, r.year AS year, r.grade AS grade, x.name AS recipient, labels(x)[0] AS kind, r.rank AS rank,
  [r.id] AS edges
ORDER BY year, award, a.id, grade, kind, rank, recipient, x.id, r.id
