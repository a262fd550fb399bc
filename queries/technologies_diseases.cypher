//+ title: {zh: "针对疾病的技术与成果", en: "What targets a disease"}
//+ question:
//+   zh: "哪些技术、成果、论文、项目针对一种疾病，涉及什么技术？"
//+   en: "Which technologies, achievements, papers and grants target a disease, and with which technologies?"
//+ parameters:
//+   - {name: disease, type: string, required: true, names: Disease, example: 心力衰竭, zh: 疾病, en: disease}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: disease, zh: 疾病, en: disease}
//+   - {name: kind, zh: 类型, en: kind}
//+   - {name: name, zh: 名称, en: name}
//+   - {name: technologies, zh: 技术, en: technologies}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (d:Disease)
WHERE toLower(d.name) = toLower($disease) OR any(alias IN d.aliases WHERE toLower(alias) = toLower($disease))
MATCH (x)-[r:TARGETS]->(d)
WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
RETURN d.name AS disease, labels(x)[0] AS kind, x.name AS name,
  COLLECT { MATCH (x)-[i:CONCERNS]->(t:Technology) WHERE coalesce(i.from_year, 0) <= coalesce($as_of, 9999)
    RETURN DISTINCT t.name AS name ORDER BY name } AS technologies,
  COLLECT {
    CALL (x, r) { RETURN r.id AS id UNION MATCH (x)-[c:CONCERNS]->(:Technology)
      WHERE coalesce(c.from_year, 0) <= coalesce($as_of, 9999) RETURN c.id AS id }
    WITH DISTINCT id RETURN id ORDER BY id
  } AS edges
ORDER BY kind, name, x.id, d.id, r.id
