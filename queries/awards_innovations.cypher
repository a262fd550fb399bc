//+ title: {zh: "创新点与贡献者", en: "Innovations and who contributed"}
//+ question:
//+   zh: "一项成果有哪些创新点，谁作出了贡献，涉及什么技术？"
//+   en: "What are the innovations of an achievement, who contributed to each, with which technologies?"
//+ parameters:
//+   - {name: achievement, type: string, required: true, names: Achievement, example: 体外膜氧合生命支持技术体系创新及临床推广应用, zh: 成果, en: achievement}
//+ returns:
//+   - {name: achievement, zh: 成果, en: achievement}
//+   - {name: number, zh: 序号, en: number}
//+   - {name: innovation, zh: 创新点, en: innovation}
//+   - {name: people, zh: 人数, en: people}
//+   - {name: organizations, zh: 单位, en: organizations}
//+   - {name: technologies, zh: 技术, en: technologies}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (w:Achievement)
WHERE toLower(w.name) = toLower($achievement) OR any(alias IN w.aliases WHERE toLower(alias) = toLower($achievement))
MATCH (w)-[h:HAS_INNOVATION]->(i:Innovation)
RETURN w.name AS achievement, h.number AS number, coalesce(i.title, i.name) AS innovation,
  COLLECT { MATCH (p:Person)-[:CONTRIBUTED_TO]->(i) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  COLLECT { MATCH (o:Organization)-[:CONTRIBUTED_TO]->(i) RETURN DISTINCT o.name AS name ORDER BY name } AS organizations,
  COLLECT { MATCH (i)-[:CONCERNS]->(t:Technology) RETURN DISTINCT t.name AS name ORDER BY name } AS technologies,
  COLLECT {
    CALL (h, i) { RETURN h.id AS id UNION MATCH (i)-[r:CONTRIBUTED_TO|CONCERNS]-() RETURN r.id AS id }
    WITH DISTINCT id RETURN id ORDER BY id
  } AS edges
ORDER BY achievement, w.id, number, innovation, h.id
