//+ title: {zh: "共同出资", en: "Sums given jointly"}
//+ question:
//+   zh: "哪些经费由几方共同给出（不能相加）？"
//+   en: "Which sums were given jointly, and so must not be added up?"
//+ parameters:
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: thing, zh: 对象, en: thing}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: amount_wan, zh: 金额（万元）, en: sum in 10k yuan}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: funders, zh: 资助方, en: funders}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (g)-[f:FUNDED_BY]->(s)
WHERE f.joint = true AND coalesce(f.from_year, 0) <= coalesce($as_of, 9999)
WITH g, f.amount_wan AS amount_wan, f.year AS year, collect({name: s.name, id: f.id}) AS given
RETURN g.name AS thing, labels(g)[0] AS kind, amount_wan, year,
  COLLECT { UNWIND given AS one WITH DISTINCT one.name AS name RETURN name ORDER BY name } AS funders,
  COLLECT { UNWIND given AS one WITH DISTINCT one.id AS id RETURN id ORDER BY id } AS edges
ORDER BY year, thing, g.id, amount_wan
