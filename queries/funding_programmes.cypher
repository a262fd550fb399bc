//+ title: {zh: "资助计划及其所属", en: "A programme and its parts"}
//+ question:
//+   zh: "一个资助计划的各类各有多少项目和经费（各含其下属）？共同出资不相加。"
//+   en: "How many grants and how much money has each part of a programme, its own parts included? Joint sums are left out."
//+ parameters:
//+   - {name: programme, type: string, required: false, default: 国家自然科学基金, names: [FundingProgram, Organization], example: 国家自然科学基金, zh: 资助计划（含所属各类）, en: programme with its parts}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: programme, zh: 资助计划, en: programme}
//+   - {name: within, zh: 上级, en: within}
//+   - {name: level, zh: 层级, en: level}
//+   - {name: grants, zh: 项目数, en: grants}
//+   - {name: with_amount, zh: 有金额的项目数, en: grants with a sum}
//+   - {name: amount_wan, zh: 金额（万元）, en: sum in 10k yuan}
//+   - {name: joint, zh: 共同出资项, en: joint sums (left out)}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
// A grant's sum counts once a year, however many edges state it; where they differ, the least; joint sums are never added up.
MATCH (top:FundingProgram|Organization)
WHERE toLower(top.name) = toLower($programme) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($programme))
MATCH path = (part)-[:PART_OF*0..6]->(top)
WHERE all(r IN relationships(path) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999))
WITH part, min(length(path)) AS level, collect([r IN relationships(path) | r.id]) AS above
OPTIONAL MATCH below = (sub)-[:PART_OF*0..6]->(part)
WHERE all(r IN relationships(below) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999))
OPTIONAL MATCH (g)-[f:FUNDED_BY]->(sub)
WHERE coalesce(f.from_year, 0) <= coalesce($as_of, 9999)
WITH part, level, above, g, coalesce(f.year, g.year) AS year,
  min(CASE WHEN coalesce(f.joint, false) THEN null ELSE f.amount_wan END) AS amount,
  max(CASE WHEN coalesce(f.joint, false) THEN 1 ELSE 0 END) AS joint,
  collect(CASE WHEN f IS NULL THEN [] ELSE [f.id] + [r IN relationships(below) | r.id] END) AS steps
WITH part, level, above, count(DISTINCT g.id) AS grants, count(amount) AS with_amount,
  CASE WHEN count(amount) > 0 THEN round(sum(amount) * 100) / 100.0 END AS amount_wan,
  sum(joint) AS joint,
  collect(steps) AS steps
RETURN part.name AS programme,
  COLLECT { MATCH (part)-[:PART_OF]->(w) RETURN DISTINCT w.name AS name ORDER BY name } AS within,
  level, grants, with_amount, amount_wan, joint,
  COLLECT { UNWIND steps + [above] AS some UNWIND some AS step UNWIND step AS id WITH DISTINCT id RETURN id
    ORDER BY id } AS edges
ORDER BY level, coalesce(amount_wan, 0) DESC, grants DESC, programme, part.id
