//+ title: {zh: "成果的数字", en: "The figures of an achievement"}
//+ question:
//+   zh: "一项成果及其创新点报了哪些数字，与谁相比？"
//+   en: "Which figures are stated for an achievement and its innovations, set against what?"
//+ parameters:
//+   - {name: achievement, type: string, required: true, names: Achievement, example: 体外膜氧合生命支持技术体系创新及临床推广应用, zh: 成果, en: achievement}
//+   - {name: as_of, type: integer, required: false, default: null, example: 2020, zh: 截至年份, en: as of year}
//+ returns:
//+   - {name: of, zh: 所属, en: of}
//+   - {name: metric, zh: 指标, en: figure}
//+   - {name: value, zh: 数值, en: value}
//+   - {name: unit, zh: 单位, en: unit}
//+   - {name: year, zh: 年份, en: year}
//+   - {name: comparator, zh: 比较对象, en: compared with}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH (w:Achievement)
WHERE toLower(w.name) = toLower($achievement) OR any(alias IN w.aliases WHERE toLower(alias) = toLower($achievement))
MATCH way = (w)-[:HAS_INNOVATION*0..1]->(x)
MATCH (x)-[r:HAS_METRIC]->(k:Metric)
WHERE coalesce(r.from_year, 0) <= coalesce($as_of, 9999)
WITH x, r, k, [h IN relationships(way) | h.id] + [r.id] AS step
UNWIND step AS id
WITH x, r, k, collect(id) AS ids
RETURN x.name AS of, k.name AS metric, r.value AS value, r.unit AS unit, r.year AS year, r.comparator AS comparator,
  COLLECT { UNWIND ids AS id WITH DISTINCT id WHERE id IS NOT NULL RETURN id ORDER BY id } AS edges
ORDER BY of, x.id, metric, k.id, year, value, unit, r.id
