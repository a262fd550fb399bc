//+ title: {zh: "谁资助了设施", en: "Who funds the facilities"}
//+ question:
//+   zh: "设施由谁出资多少，是否共同出资（共同出资的数额是总额）？"
//+   en: "Who funds the facilities, with how much, and jointly or not (a joint sum is the whole)?"
//+ parameters:
//+   - {name: facility, type: string, required: false, default: null, names: Facility, example: 多模态跨尺度生物医学成像设施, zh: 设施, en: facility}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: facility, zh: 设施, en: facility}
//+   - {name: funder, zh: 资助方, en: funder}
//+   - {name: amount_wan, zh: 金额（万元）, en: sum in 10k yuan}
//+   - {name: joint, zh: 共同出资项, en: joint sums (left out)}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: hosts, zh: 依托单位, en: hosted by}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (x:Facility)
WHERE $facility IS NULL OR toLower(x.name) = toLower($facility)
  OR any(alias IN x.aliases WHERE toLower(alias) = toLower($facility))
MATCH (x)-[f:FUNDED_BY]->(s)
WHERE coalesce(f.from_year, 0) <= coalesce($as_of, 9999)
RETURN x.name AS facility, s.name AS funder, f.amount_wan AS amount_wan, coalesce(f.joint, false) AS joint, f.year AS year,
  COLLECT { MATCH (x)-[:HOSTED_BY]->(o:Organization) RETURN DISTINCT o.name AS name ORDER BY name } AS hosts,
  COLLECT {
    CALL (x, f) { RETURN f.id AS id UNION MATCH (x)-[h:HOSTED_BY]->(:Organization) RETURN h.id AS id }
    WITH DISTINCT id RETURN id ORDER BY id
  } AS edges
ORDER BY facility, x.id, year, funder, s.id, f.id
