//+ title: {zh: "技术的下位", en: "The narrower technologies"}
//+ question:
//+   zh: "文献怎样细分一项技术？"
//+   en: "How do the documents divide a technology?"
//+ parameters:
//+   - {name: technology, type: string, required: true, names: Technology, example: 医学影像, zh: 技术, en: technology}
//+ returns:
//+   - {name: narrower, zh: 下位技术, en: narrower}
//+   - {name: broader, zh: 上位技术, en: broader}
//+   - {name: level, zh: 层级, en: level}
//+   - {name: by, zh: 分类依据, en: classified by}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (top:Technology)
WHERE toLower(top.name) = toLower($technology) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($technology))
MATCH path = (b:Technology)-[:BROADER*0..8]->(top)
MATCH (t:Technology)-[r:BROADER]->(b)
WITH t, r, b, min(length(path)) + 1 AS level
RETURN t.name AS narrower, b.name AS broader, level, r.by AS by, [r.id] AS edges
ORDER BY level, broader, b.id, narrower, t.id, r.id
