//+ title: {zh: "最活跃的机构", en: "The most active institutions"}
//+ question:
//+   zh: "哪些机构完成的成果、承担的项目最多？"
//+   en: "Which institutions completed and hosted most?"
//+ parameters:
//+   - {name: limit, type: integer, required: false, default: 20, example: 10, zh: 最多几行, en: at most this many rows}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
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
WITH o,
  COUNT { MATCH (o)-[r:COMPLETED]->(:Achievement) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN r.id AS id } AS achievements,
  COUNT { MATCH (:Grant)-[r:HOSTED_BY]->(o) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN r.id AS id } AS grants,
  COUNT { MATCH (p:Person)-[r:AFFILIATED_WITH]->(o) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN DISTINCT p.id AS id } AS people,
  COUNT { MATCH (o)-[r:COMPLETED|BUILT|CONTRIBUTED_TO|WORKS_ON|HOSTED_BY|AFFILIATED_WITH]-()
    WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN r.id AS id } AS facts
WHERE achievements + grants > 0
RETURN o.name AS institution, o.kind AS kind, achievements, grants, people, facts,
  COLLECT { MATCH (o)-[r:COMPLETED|BUILT|CONTRIBUTED_TO|WORKS_ON|HOSTED_BY|AFFILIATED_WITH]-()
    WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN r.id AS id ORDER BY id } AS edges
ORDER BY achievements + grants DESC, facts DESC, institution, o.id
LIMIT $limit
