//+ title: {zh: "最活跃的机构", en: "The most active institutions"}
//+ question:
//+   zh: "哪些机构完成的成果、承担的项目最多？"
//+   en: "Which institutions completed and hosted most?"
//+ parameters:
//+   - {name: limit, type: integer, required: false, default: 20, example: 10, zh: 最多几行, en: at most this many rows}
//+ returns:
//+   - {name: institution, zh: 机构, en: institution}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: achievements, zh: 成果数, en: achievements}
//+   - {name: grants, zh: 项目数, en: grants}
//+   - {name: people, zh: 人数, en: people}
//+   - {name: facts, zh: 事实数, en: facts}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH (o:Organization)
WITH o, COUNT { (o)-[:COMPLETED]->(:Achievement) } AS achievements, COUNT { (:Grant)-[:HOSTED_BY]->(o) } AS grants,
  COUNT { MATCH (p:Person)-[:AFFILIATED_WITH]->(o) RETURN DISTINCT p.id AS id } AS people,
  COUNT { (o)-[:COMPLETED|BUILT|CONTRIBUTED_TO|WORKS_ON|HOSTED_BY|AFFILIATED_WITH]-() } AS facts
WHERE achievements + grants > 0
RETURN o.name AS institution, o.kind AS kind, achievements, grants, people, facts,
  COLLECT { MATCH (o)-[r:COMPLETED|BUILT|CONTRIBUTED_TO|WORKS_ON|HOSTED_BY|AFFILIATED_WITH]-() RETURN r.id AS id
    ORDER BY id } AS edges
ORDER BY achievements + grants DESC, facts DESC, institution, o.id
LIMIT $limit
