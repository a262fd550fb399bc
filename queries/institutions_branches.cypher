//+ title: {zh: "学会的分会", en: "The branches of a society"}
//+ question:
//+   zh: "各学会有哪些分会、专业委员会？"
//+   en: "Which branches and committees do the societies have?"
//+ parameters:
//+   - {name: society, type: string, required: false, default: null, names: Organization, example: 中国生物医学工程学会, zh: 学会, en: society}
//+ returns:
//+   - {name: branch, zh: 分会, en: branch}
//+   - {name: within, zh: 上级, en: within}
//+   - {name: level, zh: 层级, en: level}
//+   - {name: members, zh: 成员数, en: members}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (top:Organization)
WHERE $society IS NULL OR toLower(top.name) = toLower($society)
  OR any(alias IN top.aliases WHERE toLower(alias) = toLower($society))
MATCH path = (b:Organization)-[:PART_OF*1..6]->(top)
WHERE b.kind = 'society_branch' AND ($society IS NOT NULL OR top.kind = 'society')
WITH b, relationships(path) AS steps
WITH b, size(steps) AS level, endNode(steps[0]).name AS within, [r IN steps | r.id] AS step
UNWIND step AS id
WITH b, within, level, collect(id) AS ids
RETURN b.name AS branch, within, level, COUNT { (:Person)-[:MEMBER_OF]->(b) } AS members,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY within, level, branch, b.id
