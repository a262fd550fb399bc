//+ title: {zh: "机构完成和承担了什么", en: "What an institution completed and led"}
//+ question:
//+   zh: "这个机构（含下属机构）完成、提名、建设、承担了什么，由谁负责？"
//+   en: "What did an institution, or a part of it, complete, nominate, build or host, and who led it?"
//+ parameters:
//+   - {name: institution, type: string, required: true, names: Organization, example: 首都医科大学附属北京安贞医院, zh: 机构, en: institution}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: institution, zh: 机构, en: institution}
//+   - {name: relation, zh: 关系, en: relation}
//+   - {name: thing, zh: 对象, en: thing}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: rank, zh: 排名, en: rank}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: leader, zh: 负责人, en: led by}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (top:Organization)
WHERE toLower(top.name) = toLower($institution) OR any(alias IN top.aliases WHERE toLower(alias) = toLower($institution))
MATCH path = (o:Organization)-[:PART_OF*0..6]->(top)
MATCH (o)-[r:COMPLETED|NOMINATED|BUILT|CONTRIBUTED_TO|HOSTED_BY|RECEIVED]-(x)
WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999) AND all(b IN relationships(path) WHERE coalesce(b.from_year, 0) <= coalesce($as_of, 9999))
OPTIONAL MATCH (p:Person)-[l:LEADS]->(x)
WHERE coalesce(l.from_year, 0) <= coalesce($as_of, 9999)
WITH o, r, x, p, [b IN relationships(path) | b.id] + [r.id, l.id] AS step
UNWIND step AS id
WITH o, r, x, p, collect(id) AS ids
RETURN o.name AS institution, type(r) AS relation, x.name AS thing, labels(x)[0] AS kind, r.rank AS rank,
  coalesce(r.year, x.year) AS year, p.name AS leader,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY relation, institution, o.id, rank, year, thing, leader, p.id, r.id
