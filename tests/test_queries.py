"""The canned questions: complete headers, and the same rows in the same order from both engines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kg.errors import BadParameter, QueryError, UnknownQuery
from kg.queries import TYPES, Answer, Parameter, Question, ask, catalogue, convert, find, parse
from kg.store import Store
from kg.store.since import since
from tests.landscape import EXAMPLES, RULE, landscape

ASPECTS = {"people", "institutions", "technologies", "funding", "conferences", "awards", "facilities", "papers", "evidence"}
VIEWS = {"network", "table", "timeline"}
ROOT = Path(__file__).parents[1]
QUESTIONS = sorted(catalogue())
WRITING = re.compile(r"\b(CREATE|MERGE|DELETE|SET|REMOVE|DROP|LOAD|apoc)\b")


def an_edge() -> str:
    return min(edge.id for edge in landscape().edges if edge.evidence)


def example(question: Question) -> dict[str, Any]:
    """A value for each parameter that the landscape has an answer to; figures as in the header."""
    given = {
        one.name: EXAMPLES.get(f"{question.name}.{one.name}", EXAMPLES.get(one.name, one.example))
        for one in question.parameters
    }
    return given | ({"edge": an_edge()} if "edge" in given else {})


def records(answer: Answer) -> list[dict[str, Any]]:
    return answer.rows.records()


def test_there_are_enough_questions() -> None:
    assert len(QUESTIONS) >= 20
    assert {name.split("_")[0] for name in QUESTIONS} == ASPECTS


@pytest.mark.parametrize("name", QUESTIONS)
def test_header_is_complete(name: str) -> None:
    question = find(name)
    for told in (question.title, question.question):
        assert set(told) == {"zh", "en"}, f"queries/{name}.cypher: title and question are told in zh and en"
        assert re.search("[一-鿿]", told["zh"]), f"queries/{name}.cypher: {told['zh']} is no Chinese"
        assert told["en"].isascii(), f"queries/{name}.cypher: {told['en']} is no English"
    assert question.view in VIEWS, f"queries/{name}.cypher: view is one of {sorted(VIEWS)}"
    assert question.returns[-1].name == "edges", f"queries/{name}.cypher: the last column is edges"
    assert all(one.type in TYPES and one.zh and one.en for one in question.parameters)
    assert all(one.zh and one.en for one in question.returns)
    assert all(one.required or one.default is None or one.example is not None for one in question.parameters)


@pytest.mark.parametrize("name", QUESTIONS)
def test_parameters_are_those_of_the_statement(name: str) -> None:
    question = find(name)
    used = set(re.findall(r"\$(\w+)", question.cypher))
    declared = {one.name for one in question.parameters}
    assert used == declared, f"queries/{name}.cypher: uses {sorted(used)}, declares {sorted(declared)}"
    assert not WRITING.search(question.cypher), f"queries/{name}.cypher: a question only reads, and in plain Cypher"
    assert re.search(r"\nORDER BY [^{}]+$", question.cypher), f"queries/{name}.cypher: ends in an order for its rows"


@pytest.mark.parametrize("name", QUESTIONS)
def test_examples_name_what_stands_in_our_examples(name: str) -> None:
    sources = "".join(path.read_text("utf-8") for path in sorted((ROOT / "examples" / "sources").iterdir()))
    for one in find(name).parameters:
        if one.names:
            assert str(one.example) in sources, f"queries/{name}.cypher: no document of examples/ speaks of {one.example}"


@pytest.mark.parametrize("name", QUESTIONS)
def test_answer_leads_to_edges(name: str, embedded: Store) -> None:
    answer = ask(embedded, name, example(find(name)))
    known = {edge.id for edge in landscape().edges}
    assert answer.rows.rows, f"{name}: the landscape holds nothing for its example"
    assert answer.rows.columns == tuple(one.name for one in answer.question.returns)
    for record in records(answer):
        assert record["edges"], f"{name}: a row without support"
        assert set(record["edges"]) <= known
        if name != "evidence_contradictions":
            assert record["edges"] == sorted(set(record["edges"]))


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("full", [True, False], ids=["examples", "required"])
def test_both_engines_give_the_same_rows(name: str, full: bool, embedded: Store, neo4j: Store) -> None:
    required = {one.name for one in find(name).parameters if one.required}
    given = {key: value for key, value in example(find(name)).items() if full or key in required}
    one, other = ask(embedded, name, given), ask(neo4j, name, given)
    assert one.rows.rows, f"{name}: no rows for {given}"
    assert one.rows == other.rows


AS_OF = [name for name in QUESTIONS if "as_of" in {one.name for one in find(name).parameters}]


def test_most_questions_take_a_year() -> None:
    assert len(AS_OF) >= 31


@pytest.mark.parametrize("year", [2000, 2012, 2014, 2019])
@pytest.mark.parametrize("name", AS_OF)
def test_what_is_later_than_the_year_is_left_out(name: str, year: int, embedded: Store, neo4j: Store) -> None:
    graph = landscape()
    later = {ident for ident, first in since(graph).items() if first > year}
    given = example(find(name)) | {"as_of": year, "year": None, "grade": None}
    given = {key: value for key, value in given.items() if key in {one.name for one in find(name).parameters}}
    one, other = ask(embedded, name, given), ask(neo4j, name, given)
    assert one.rows == other.rows
    always = ask(embedded, name, given | {"as_of": None})
    told = {ident for row in records(one) for ident in row["edges"]}
    everything = {ident for row in records(always) for ident in row["edges"]}
    assert not told & later
    assert told <= everything
    assert ask(embedded, name, given | {"as_of": 2999}).rows == always.rows


def test_a_year_that_cuts(embedded: Store) -> None:
    rows = records(ask(embedded, "funding_years", {"programme": "国家自然科学基金", "as_of": 2014}))
    assert [row["year"] for row in rows] == [2013, 2014]
    rows = records(ask(embedded, "conferences_chairs", {"as_of": "2012"}))
    assert [(row["person"], row["sessions"], row["last_year"]) for row in rows] == [("戚远舟", 1, 2012), ("闻人朗", 1, 2012)]
    dossier = records(ask(embedded, "people_dossier", {"person": "闻人朗", "as_of": 2010}))
    assert {"AFFILIATED_WITH", "LEADS"} & {row["relation"] for row in dossier} == {"AFFILIATED_WITH"}


def test_narrower_technologies_and_aliases_count(embedded: Store) -> None:
    by_alias = records(ask(embedded, "people_technology", {"technology": "mri"}))
    assert [row["person"] for row in by_alias] == ["闻人朗", "缪知夏", "Elena Brandt", "戚远舟", "祝清岚"]
    assert by_alias[1]["technologies"] == ["T1 mapping", "心脏磁共振"]


@pytest.mark.parametrize("spelling", ["CMR", "cmr", "ＣＭＲ", "cmr成像", "心脏 磁共振"])
def test_names_match_whatever_their_width_case_and_spaces(spelling: str, embedded: Store) -> None:
    assert ask(embedded, "technologies_concerning", {"technology": spelling}).rows.rows


def test_a_sum_counts_once_and_a_joint_one_never(embedded: Store) -> None:
    nsfc = records(ask(embedded, "funding_institutions"))
    assert [(row["institution"], row["amount_wan"], row["grants"]) for row in nsfc] == [
        ("沧浪大学", 7000.0, 1),
        ("云岭大学附属第一医院", 1850.5, 2),
    ]
    province = records(ask(embedded, "funding_years", {"programme": "云岭省重点研发计划"}))
    assert [(row["year"], row["amount_wan"]) for row in province] == [(2018, 300.0)]
    joint = records(ask(embedded, "funding_programmes", {"programme": "沧浪市产业基金会"}))
    assert [(row["with_amount"], row["amount_wan"], row["joint"]) for row in joint] == [(0, None, 1)]
    stated = records(ask(embedded, "funding_joint"))
    assert [(row["amount_wan"], row["funders"]) for row in stated] == [(45000.0, ["沧浪大学", "沧浪市产业基金会"])]


def test_from_session_to_grant(embedded: Store) -> None:
    rows = records(ask(embedded, "conferences_grants", {"within": "2"}))
    assert [(row["person"], row["session_year"], row["grant_year"], row["same_topic"]) for row in rows] == [
        ("闻人朗", 2012, 2013, True),
        ("闻人朗", 2012, 2014, True),
        ("戚远舟", 2014, 2016, True),
    ]


def test_what_followed_a_session_year_by_year(embedded: Store) -> None:
    rows = records(ask(embedded, "conferences_timeline", {"person": "戚远舟", "technology": "光声成像"}))
    assert [(row["kind"], row["what"], row["year"], row["through"], row["detail"]) for row in rows] == [
        ("FundingProgram", "国家自然科学基金仪器专项", 2015, ["光声成像"], []),
        ("Grant", "跨尺度光声显微仪器", 2016, ["光声成像", "戚远舟"], ["国家自然科学基金仪器专项"]),
        ("Award", "影像青年奖章", 2019, ["戚远舟"], []),
    ]
    rows = records(ask(embedded, "conferences_timeline", {"technology": "MRI", "within": 12}))
    awards = [(row["session"], row["year"], row["through"]) for row in rows if row["kind"] == "Award"]
    assert awards == [
        ("香山科学会议第901次", 2019, ["戚远舟"]),
        ("香山科学会议第901次", 2023, ["心脏磁共振", "闻人朗"]),
        ("香山科学会议第906次", 2023, ["心脏磁共振"]),
    ]


def test_contradictions_stand_side_by_side(embedded: Store) -> None:
    rows = records(ask(embedded, "evidence_contradictions"))
    assert [(row["relation"], row["qualifier"], {row["one"], row["other"]}) for row in rows] == [
        ("FUNDED_BY", "amount_wan", {"300.0", "320.0"}),
        ("PARTICIPATED_IN", "rank", {"3", "4"}),
    ]


def test_words_behind_an_edge(embedded: Store) -> None:
    (row,) = records(ask(embedded, "evidence_edge", {"edge": an_edge()}))
    (edge,) = [one for one in landscape().edges if one.id == an_edge()]
    assert (row["quote"], row["rule"], row["relation"]) == (edge.evidence[0].quote, RULE, edge.type)
    assert row["document"]
    assert row["page"] >= 1


def test_unknown_question_has_a_suggestion() -> None:
    with pytest.raises(
        UnknownQuery, match=r'no query "people_technolgy"; did you mean "people_technology"\? kg questions lists'
    ):
        find("people_technolgy")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "needs person"),
        ({"person": "闻人朗", "persn": "x"}, 'has no parameter "persn"; it takes person'),
    ],
)
def test_parameters_are_checked(given: dict[str, str], message: str, embedded: Store) -> None:
    with pytest.raises(BadParameter, match=message):
        ask(embedded, "people_dossier", given)


def parameter(kind: str) -> Parameter:
    return Parameter(name="x", type=kind, required=True, example="7", zh="某", en="some")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("integer", "12", 12),
        ("integer", 12.0, 12),
        ("decimal", "2.5", 2.5),
        ("boolean", "是", True),
        ("boolean", "False", False),
        ("string", " 磁共振 ", "磁共振"),
        ("strings", "甲、乙，丙", ("甲", "乙", "丙")),
        ("strings", ["甲"], ("甲",)),
    ],
)
def test_conversion(kind: str, value: Any, expected: Any) -> None:
    assert convert(parameter(kind), value) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [("integer", "twelve"), ("integer", 2.5), ("decimal", "x"), ("boolean", "maybe"), ("string", 3), ("strings", 3)],
)
def test_wrong_type_is_told(kind: str, value: Any) -> None:
    with pytest.raises(BadParameter, match=f'parameter x: "{re.escape(str(value))}" is no {kind}; an example is 7'):
        convert(parameter(kind), value)


@pytest.mark.parametrize("header", ["", "//+ title: {zh: 甲", "//+ title: {zh: 甲, en: a}"])
def test_bad_header_is_told_with_its_file(header: str, tmp_path: Path) -> None:
    path = tmp_path / "people_broken.cypher"
    path.write_text(f"{header}\nRETURN 1 AS edges\n", "utf-8")
    with pytest.raises(QueryError, match=r"people_broken\.cypher"):
        parse(path)
