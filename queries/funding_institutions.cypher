//+ title: {zh: "各机构所得经费", en: "Money by institution"}
//+ question:
//+   zh: "一个资助计划（默认国家自然科学基金，含所属各类）给了各依托单位多少？共同出资不相加。"
//+   en: "How much did a programme (NSFC and its parts, unless told otherwise) give to each host institution? Joint sums are left out."
//+ parameters:
//+   - {name: programme, type: string, required: false, default: 国家自然科学基金, names: [FundingProgram, Organization], example: 国家自然科学基金, zh: 资助计划（含所属各类）, en: programme with its parts}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: institution, zh: 机构, en: institution}
//+   - {name: grants, zh: 项目数, en: grants}
//+   - {name: with_amount, zh: 有金额的项目数, en: grants with a sum}
//+   - {name: amount_wan, zh: 金额（万元）, en: sum in 10k yuan}
//+   - {name: joint, zh: 共同出资项, en: joint sums (left out)}
//+   - {name: first_year, zh: 最早, en: first year}
//+   - {name: last_year, zh: 最晚, en: last year}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
// A grant's sum counts once a year, however many edges state it; where they differ, the least; joint sums are never added up.
MATCH (top:FundingProgram|Organization)
WHERE toLower(top.name) = toLower($programme) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($programme))
MATCH path = (part)-[:PART_OF*0..6]->(top)
MATCH (g)-[f:FUNDED_BY]->(part)
MATCH (g)-[h:HOSTED_BY]->(o:Organization)
WHERE coalesce(f.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(h.from_year, 0) <= coalesce($as_of, 9999) AND all(r IN relationships(path) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999))
WITH o, g, coalesce(f.year, g.year) AS year, min(CASE WHEN coalesce(f.joint, false) THEN null ELSE f.amount_wan END) AS amount,
  max(CASE WHEN coalesce(f.joint, false) THEN 1 ELSE 0 END) AS joint,
    collect([f.id, h.id] + [r IN relationships(path) | r.id]) AS steps
WITH o, count(DISTINCT g.id) AS grants, count(amount) AS with_amount,
  CASE WHEN count(amount) > 0 THEN round(sum(amount) * 100) / 100.0 END AS amount_wan, sum(joint) AS joint,
  min(year) AS first_year, max(year) AS last_year, collect(steps) AS steps
RETURN o.name AS institution, grants, with_amount, amount_wan, joint, first_year, last_year,
  COLLECT { UNWIND steps AS some UNWIND some AS step UNWIND step AS id WITH DISTINCT id RETURN id ORDER BY id } AS edges
ORDER BY coalesce(amount_wan, 0) DESC, grants DESC, institution, o.id
