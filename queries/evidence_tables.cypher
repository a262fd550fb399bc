//+ title: {zh: "文中数字与表不符", en: "Figures that a table belies"}
//+ question:
//+   zh: "正文里的哪些计数和合计，与同一文献所列表格的各行不符？"
//+   en: "Which counts and sums in the prose do not agree with the rows of the table beside them?"
//+ returns:
//+   - {name: subject, zh: 对象, en: subject}
//+   - {name: figure, zh: 指标, en: figure}
//+   - {name: stated, zh: 文中所说, en: stated}
//+   - {name: words, zh: 原文, en: words}
//+   - {name: listed, zh: 表中所得, en: what the rows make}
//+   - {name: rows, zh: 表中各行, en: rows}
//+   - {name: row_words, zh: 各行原文, en: words of the rows}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: table
MATCH (s)-[r:HAS_METRIC]->(m:Metric)
WHERE r.table_value IS NOT NULL
WITH s, r, m,
  COLLECT { MATCH (x)-[e:FUNDED_BY|IN_SERIES]->(s) WHERE e.id IN r.table_rows RETURN DISTINCT x.name AS name ORDER BY name } AS rows,
  COLLECT {
    MATCH (x)-[e:FUNDED_BY|IN_SERIES]->(s) WHERE e.id IN r.table_rows
    UNWIND range(0, size(e.quotes) - 1) AS at
    WITH e, at WHERE e.rules[at] ENDS WITH 'row' AND any(one IN r.documents WHERE one IN e.documents)
    RETURN DISTINCT e.quotes[at] AS words ORDER BY words
  } AS row_words,
  COLLECT {
    MATCH (s)-[e:FUNDED_BY|IN_SERIES|HAS_METRIC]-() WHERE e.id = r.id OR e.id IN r.table_rows
    RETURN DISTINCT e.id AS id ORDER BY id
  } AS edges
RETURN s.name AS subject, m.name AS figure, coalesce(r.bound, '') + coalesce(r.value_text, toString(r.value)) AS stated,
  r.quotes AS words, r.table_value AS listed, rows, row_words, edges
ORDER BY subject, figure, stated, r.id
