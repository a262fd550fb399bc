//+ title: {zh: "说得最多的技术", en: "The technologies most spoken of"}
//+ question:
//+   zh: "关于哪些技术的事实最多？"
//+   en: "On which technologies are there most facts?"
//+ parameters:
//+   - {name: limit, type: integer, required: false, default: 20, example: 10, zh: 最多几行, en: at most this many rows}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: technology, zh: 技术, en: technology}
//+   - {name: facts, zh: 事实数, en: facts}
//+   - {name: people, zh: 人数, en: people}
//+   - {name: institutions, zh: 机构, en: institutions}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH (t:Technology)
WITH t, COUNT { MATCH (t)-[r]-() WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN r.id AS id } AS facts
WHERE facts > 0
RETURN t.name AS technology, facts,
  COUNT { MATCH (p:Person)-[r:WORKS_ON]->(t) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN DISTINCT p.id AS id } AS people,
  COUNT { MATCH (o:Organization)-[r:WORKS_ON]->(t) WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN DISTINCT o.id AS id } AS institutions,
  COLLECT { MATCH (t)-[r]-() WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) RETURN r.id AS id ORDER BY id } AS edges
ORDER BY facts DESC, technology, t.id
LIMIT $limit
