//+ title: {zh: "可能的同名者", en: "Possible namesakes"}
//+ question:
//+   zh: "哪些人同名而被看作不同的人，凭什么区分？"
//+   en: "Which people share a name and are held apart, and where is each?"
//+ parameters:
//+   - {name: person, type: string, required: false, default: null, names: Person, example: 李爽, zh: 姓名, en: name}
//+ returns:
//+   - {name: person, zh: 人物, en: person}
//+   - {name: who, zh: 标识, en: id}
//+   - {name: institutions, zh: 机构, en: institutions}
//+   - {name: facts, zh: 事实数, en: facts}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (p:Person)
WITH toLower(p.name) AS key, count(p) AS people
WHERE people > 1 AND ($person IS NULL OR key = toLower($person))
MATCH (p:Person)
WHERE toLower(p.name) = key
RETURN p.name AS person, p.id AS who,
  COLLECT { MATCH (p)-[:AFFILIATED_WITH|MEMBER_OF]->(o:Organization) RETURN DISTINCT o.name AS name
    ORDER BY name } AS institutions,
  COUNT { (p)-->() } AS facts,
  COLLECT { MATCH (p)-[r]->() RETURN r.id AS id ORDER BY id } AS edges
ORDER BY person, who
