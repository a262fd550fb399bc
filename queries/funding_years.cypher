//+ title: {zh: "各年经费", en: "Money by year"}
//+ question:
//+   zh: "一个资助计划（含所属各类）每年资助了什么、多少？共同出资不相加。"
//+   en: "What and how much did a programme and its parts fund each year? Joint sums are left out."
//+ parameters:
//+   - {name: programme, type: string, required: false, default: 国家自然科学基金, names: [FundingProgram, Organization], example: 国家自然科学基金, zh: 资助计划（含所属各类）, en: programme with its parts}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: year, zh: 年份, en: year}
//+   - {name: grants, zh: 项目数, en: grants}
//+   - {name: with_amount, zh: 有金额的项目数, en: grants with a sum}
//+   - {name: amount_wan, zh: 金额（万元）, en: sum in 10k yuan}
//+   - {name: joint, zh: 共同出资项, en: joint sums (left out)}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: timeline
// A grant's sum counts once a year, however many edges state it; where they differ, the least; joint sums are never added up.
MATCH (top:FundingProgram|Organization)
WHERE toLower(top.name) = toLower($programme) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($programme))
MATCH path = (part)-[:PART_OF*0..6]->(top)
MATCH (g)-[f:FUNDED_BY]->(part)
WITH path, g, f, CASE WHEN f.year IS NOT NULL THEN [f.year] WHEN f.years IS NOT NULL THEN f.years ELSE [g.year] END AS years
UNWIND years AS year
WITH path, g, f, years, year
WHERE coalesce(year, 0) <= coalesce($as_of, 9999) AND coalesce(f.from_year, 0) <= coalesce($as_of, 9999) AND all(r IN relationships(path) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999))
WITH g, year, min(CASE WHEN coalesce(f.joint, false) OR size(years) > 1 THEN null ELSE f.amount_wan END) AS amount,
  max(CASE WHEN coalesce(f.joint, false) THEN 1 ELSE 0 END) AS joint,
    collect([f.id] + [r IN relationships(path) | r.id]) AS steps
WITH year, count(DISTINCT g.id) AS grants, count(amount) AS with_amount,
  CASE WHEN count(amount) > 0 THEN round(sum(amount) * 100) / 100.0 END AS amount_wan, sum(joint) AS joint,
  collect(steps) AS steps
RETURN year, grants, with_amount, amount_wan, joint,
  COLLECT { UNWIND steps AS some UNWIND some AS step UNWIND step AS id WITH DISTINCT id RETURN id ORDER BY id } AS edges
ORDER BY year
