//+ title: {zh: "相互矛盾的说法", en: "Contradictions"}
//+ question:
//+   zh: "同样的两端、同样的关系，哪些地方说法不一？"
//+   en: "Where do facts with the same ends and relation give different values?"
//+ returns:
//+   - {name: subject, zh: 主语, en: subject}
//+   - {name: relation, zh: 关系, en: relation}
//+   - {name: object, zh: 宾语, en: object}
//+   - {name: qualifier, zh: 限定, en: qualifier}
//+   - {name: one, zh: 一说, en: one value}
//+   - {name: other, zh: 另一说, en: other value}
//+   - {name: edges, zh: 依据的边, en: supporting edges}
//+ view: network
MATCH (s)-[a]->(o)
MATCH (s)-[b]->(o)
WHERE type(a) = type(b) AND a.id < b.id
  AND (type(a) <> 'RECEIVED' OR (coalesce(a.year, 0) = coalesce(b.year, 0) AND coalesce(a.grade, '') = coalesce(b.grade, '')))
  AND (type(a) <> 'FUNDED_BY' OR s:Grant OR a.year IS NULL OR b.year IS NULL OR a.year = b.year)
  AND (NOT type(a) IN ['ADOPTED_BY', 'MEMBER_OF', 'AFFILIATED_WITH'] OR a.year IS NULL OR b.year IS NULL OR a.year = b.year)
  AND (type(a) <> 'HAS_METRIC' OR (coalesce(a.year, 0) = coalesce(b.year, 0) AND coalesce(a.unit, '') = coalesce(b.unit, '')
    AND coalesce(a.population, '') = coalesce(b.population, '') AND coalesce(a.condition, '') = coalesce(b.condition, '')
    AND coalesce(a.period, '') = coalesce(b.period, '') AND coalesce(a.scope, '') = coalesce(b.scope, '')
    AND coalesce(a.since, '') = coalesce(b.since, '') AND a.bound IS NULL AND b.bound IS NULL
    AND a.comparator IS NULL AND b.comparator IS NULL AND a.value_low IS NULL AND b.value_low IS NULL
    AND none(x IN a.evidence WHERE any(y IN b.evidence WHERE split(x, '@')[0] = split(y, '@')[0]))))
WITH s, a, b, o, [
  {name: 'title', one: a.title, other: b.title}, {name: 'position', one: a.position, other: b.position},
  {name: 'category', one: a.category, other: b.category}, {name: 'rank', one: toString(a.rank), other: toString(b.rank)},
  {name: 'order', one: toString(a.order), other: toString(b.order)},
    {name: 'number', one: toString(a.number), other: toString(b.number)},
  {name: 'amount_wan', one: toString(toFloat(a.amount_wan)), other: CASE WHEN coalesce(a.year, 0) = coalesce(b.year, 0)
    THEN toString(toFloat(b.amount_wan)) END},
  {name: 'year', one: toString(a.year), other: toString(b.year)},
  {name: 'value', one: toString(toFloat(a.value)), other: toString(toFloat(b.value))},
  {name: 'corresponding', one: toString(a.corresponding), other: toString(b.corresponding)}
] AS pairs
UNWIND pairs AS pair
WITH s, a, b, o, pair
WHERE pair.one <> pair.other
RETURN s.name AS subject, type(a) AS relation, o.name AS object, pair.name AS qualifier, pair.one AS one, pair.other AS other,
  [a.id, b.id] AS edges
ORDER BY relation, subject, object, qualifier, one, other, a.id, b.id
