//+ title: {zh: "与哪些机构合作", en: "Whom an institution works with"}
//+ question:
//+   zh: "这个机构与哪些机构共同完成、建设或出资？"
//+   en: "With which institutions did an institution complete, build, host or fund something?"
//+ parameters:
//+   - {name: institution, type: string, required: true, names: Organization, example: 首都医科大学附属北京安贞医院, zh: 机构, en: institution}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: institution, zh: 机构, en: institution}
//+   - {name: partner, zh: 合作机构, en: partner}
//+   - {name: thing, zh: 对象, en: thing}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (o:Organization)
WHERE toLower(o.name) = toLower($institution) OR any(alias IN o.aliases WHERE toLower(alias) = toLower($institution))
MATCH (o)-[a:COMPLETED|CONTRIBUTED_TO|BUILT|HOSTED_BY|FUNDED_BY]-(x)-[b:COMPLETED|CONTRIBUTED_TO|BUILT|HOSTED_BY|FUNDED_BY]-(c:Organization)
WHERE c.id <> o.id AND coalesce(a.from_year, 0) <= coalesce($as_of, 9999) AND coalesce(b.from_year, 0) <= coalesce($as_of, 9999)
WITH o, c, x, collect(a.id) + collect(b.id) AS ids
RETURN o.name AS institution, c.name AS partner, x.name AS thing, labels(x)[0] AS kind,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY partner, c.id, kind, thing, x.id, o.id
