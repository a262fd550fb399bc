//+ title: {zh: "谁建设了设施", en: "Who built the facilities"}
//+ question:
//+   zh: "哪些平台、数据库、设施由谁建设，依托哪里，涉及什么技术？"
//+   en: "Which platforms, databases and infrastructures did who build, hosted where, on which technologies?"
//+ parameters:
//+   - {name: facility, type: string, required: false, default: null, names: Facility, example: 多模态跨尺度生物医学成像设施, zh: 设施, en: facility}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: facility, zh: 设施, en: facility}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: builder, zh: 建设者, en: built by}
//+   - {name: relation, zh: 关系, en: relation}
//+   - {name: role, zh: 角色, en: role}
//+   - {name: technologies, zh: 技术, en: technologies}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (x:Facility)
WHERE $facility IS NULL OR toLower(x.name) = toLower($facility)
  OR any(alias IN x.aliases WHERE toLower(alias) = toLower($facility))
MATCH (x)-[r:BUILT|HOSTED_BY]-(b)
WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
RETURN x.name AS facility, x.kind AS kind, b.name AS builder, type(r) AS relation, coalesce(r.role, r.basis) AS role,
  COLLECT { MATCH (x)-[:CONCERNS]->(t:Technology) RETURN DISTINCT t.name AS name ORDER BY name } AS technologies,
  COLLECT {
    CALL (x, r) { RETURN r.id AS id UNION MATCH (x)-[c:CONCERNS]->(:Technology) RETURN c.id AS id }
    WITH DISTINCT id RETURN id ORDER BY id
  } AS edges
ORDER BY facility, x.id, relation, builder, b.id, r.id
