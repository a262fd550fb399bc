//+ title: {zh: "一个人的全部记载", en: "A person's dossier"}
//+ question:
//+   zh: "文献里关于这个人说了什么？"
//+   en: "What do the documents say about a person?"
//+ parameters:
//+   - {name: person, type: string, required: true, names: Person, example: 陆敏杰, zh: 人物, en: person}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: relation, zh: 关系, en: relation}
//+   - {name: name, zh: 名称, en: name}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: details, zh: 细节, en: details}
//+   - {name: who, zh: 标识, en: id}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (p:Person)
WHERE toLower(p.name) = toLower($person) OR any(alias IN p.aliases WHERE toLower(alias) = toLower($person))
MATCH (p)-[r]->(x)
WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
RETURN p.name AS person, type(r) AS relation, x.name AS name, labels(x)[0] AS kind,
  coalesce(r.year, x.year, toInteger(substring(x.start, 0, 4))) AS year,
  [d IN [r.title, r.position, r.category, r.grade, toString(r.rank), toString(r.order), toString(r.number)]
    WHERE d IS NOT NULL] + coalesce(r.role, []) AS details,
  p.id AS who, [r.id] AS edges
ORDER BY who, relation, year, name, r.id
