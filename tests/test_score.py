"""Gold facts held against a graph: the counts, what is told of them, and that a line out of order is refused clearly."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.errors import GoldError
from kg.model import Edge, Evidence, Graph, Node, Span, Value
from kg.score import Held, hold, read_gold
from tests.test_cli import NOMINATION, kg, refused
from tests.test_corpus import exported  # noqa: F401 -- a fixture

_CLOSED_LINE = 6
"""Figures on a line of the script's table for a closed predicate; an open one has fewer."""

WORK = "超声造影评估移植肾功能的关键技术"
GOLD: list[dict[str, Any]] = [
    {"doc": "nomination", "closed": ["AFFILIATED_WITH", "PARTICIPATED_IN"], "open": ["CONCERNS"]},
    {"doc": "nomination", "s": ["Person", "顾云帆"], "p": "PARTICIPATED_IN", "o": ["Achievement", WORK], "q": {"rank": 2}},
    {"doc": "nomination", "s": ["Person", "范无咎"], "p": "PARTICIPATED_IN", "o": ["Achievement", WORK], "q": {"rank": 3}},
    {"doc": "nomination", "s": ["Person", "顾云帆"], "p": "AFFILIATED_WITH", "o": ["Organization", "江大二院"], "q": {}},
    {"doc": "nomination", "alias": ["Organization", "江南大学附属第二医院"], "of": ["Organization", "江大二院"]},
    {"doc": "nomination", "n": ["Achievement", WORK], "a": {"year": 2020}},
]


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("score")
    (place / "nomination.txt").write_text(NOMINATION, "utf-8")
    assert kg("build", place / "nomination.txt", home=place / "home").exit_code == 0
    return place / "home"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return written(tmp_path / "gold.jsonl", GOLD)


def node(ident: str, label: str, name: str, *aliases: str, **properties: Value) -> Node:
    return Node(id=ident, label=label, name=name, aliases=aliases, properties=properties)


def edge(source: str, kind: str, target: str, *, said_in: str = "d1", **qualifiers: Value) -> Edge:
    words = Evidence(document=said_in, span=Span(start=0, end=2), quote="原文", ingester="test", rule="RULE")
    return Edge(
        id=f"{source}{kind}{target}{qualifiers}",
        type=kind,
        source=source,
        target=target,
        qualifiers=qualifiers,
        evidence=(words,),
    )


NODES = (
    node("d1", "Document", "甲", source="report.txt"),
    node("d2", "Document", "乙", source="report_2.txt"),
    node("p", "Person", "韩若川"),
    node("g", "Grant", "肝脏弹性超声的定量方法与临床应用的研究"),
    node("t", "Technology", "磁共振成像", "MRI"),
    node("m", "Metric", "病例数"),
)


def held(tmp_path: Path, edges: list[Edge], *rows: dict[str, Any], closed: str = "LEADS") -> Held:
    head = {"doc": "report", "closed": [closed]}
    facts = read_gold([written(tmp_path / "gold.jsonl", [head, *({"doc": "report", **row} for row in rows)])])
    return hold(Graph(nodes=NODES, edges=tuple(edges)), facts)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("肝脏弹性超声的定量方法与临床应用研究", 1),
        ("《肝脏弹性超声的定量方法与临床应用的研究》", 1),
        ("肝脏弹性超声的标准化与推广", 0),
    ],
)
def test_titles_may_differ_a_little(title: str, found: int, tmp_path: Path) -> None:
    told = held(tmp_path, [edge("p", "LEADS", "g")], {"s": ["Person", "韩若川"], "p": "LEADS", "o": ["Grant", title]})
    assert told.total("found", closed=True) == found
    assert (told.precision, told.recall) == (float(found), float(found))


def test_a_term_may_be_part_of_another_and_a_person_may_not(tmp_path: Path) -> None:
    edges = [edge("g", "CONCERNS", "t"), edge("p", "LEADS", "g")]
    asked = (
        {"s": ["Grant", NODES[3].name], "p": "CONCERNS", "o": ["Technology", "磁共振"]},
        {"s": ["Person", "韩若"], "p": "LEADS", "o": ["Grant", NODES[3].name]},
    )
    assert [one.fact.subject[1] for one in held(tmp_path, edges, *asked).missed] == ["韩若"]


def test_a_figure_is_its_value_and_unit(tmp_path: Path) -> None:
    edges = [edge("t", "HAS_METRIC", "m", value=1830, unit="例")]
    asked = {"s": ["Technology", "MRI"], "p": "HAS_METRIC", "o": ["Metric", "入组患者"], "q": {"value": "1,830", "unit": "例"}}
    other = {**asked, "q": {"value": 1830, "unit": "人"}}
    told = held(tmp_path, edges, asked, other, closed="HAS_METRIC")
    assert [one.fact.qualifiers["unit"] for one in told.missed] == ["人"]
    assert told.precision == 1.0


def test_an_open_predicate_has_no_wrong_edges(tmp_path: Path) -> None:
    told = held(tmp_path, [edge("g", "CONCERNS", "t")])
    assert [one.right for one in told.judged] == [None]
    assert told.wrong == ()
    assert told.precision == 1.0


def test_a_whole_name_is_that_document_alone(tmp_path: Path) -> None:
    asked = {"s": ["Person", "韩若川"], "p": "LEADS", "o": ["Grant", NODES[3].name]}
    assert len(held(tmp_path, [edge("p", "LEADS", "g", said_in="d2")], asked).missed) == 1
    facts = read_gold([written(tmp_path / "all.jsonl", [{"doc": "rep", **asked}])])
    both = hold(Graph(nodes=NODES, edges=(edge("p", "LEADS", "g", said_in="d2"),)), facts)
    assert (both.missed, both.several) == ((), ("rep",))
    assert held(tmp_path, [], asked).several == ()


def test_what_one_file_leaves_open_is_open(tmp_path: Path) -> None:
    one = written(tmp_path / "one.jsonl", [{"doc": "a", "closed": ["LEADS", "BUILT"]}])
    other = written(tmp_path / "other.jsonl", [{"doc": "a", "open": ["LEADS"]}])
    assert read_gold([one, other]).closed == {"a": {"BUILT"}}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"doc": "a"', "not JSON"),
        ('["a"]', "no JSON object"),
        ('{"closed": ["LEADS"]}', '"doc" is missing'),
        ('{"doc": "a", "closed": "LEADS"}', "a list of predicates"),
        ('{"doc": "a", "closed": ["LEAD"]}', "did you mean LEADS"),
        ('{"doc": "a", "s": ["Person", "b"], "p": "LEADS", "o": ["Grants", "c"]}', "did you mean Grant"),
        ('{"doc": "a", "s": "b", "p": "LEADS", "o": ["Grant", "c"]}', '"s" is "b"; it is a label and a name'),
        ('{"doc": "a", "s": ["Person", "b"], "p": "LEADS"}', '"o" is missing'),
        ('{"doc": "a", "s": ["Person", "b"], "p": "LEADS", "o": ["Grant", "c"], "q": [1]}', '"q" is [1]'),
        ('{"doc": "a", "alias": ["Grant", "b"]}', '"of" is missing'),
        ('{"doc": "a", "facts": []}', "a line has closed/open"),
    ],
)
def test_a_line_out_of_order_is_told_with_its_place(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(GoldError) as error:
        read_gold([path])
    assert str(error.value).startswith(f"{path}:2: ")
    assert told in str(error.value)


def test_the_command_tells_what_is_missed_wrong_and_different(home: Path, gold: Path) -> None:
    told = kg("score", gold, "--verbose", home=home).stdout
    assert "missed   nomination  范无咎 -PARTICIPATED_IN->" in told
    assert "wrong    nomination  沈若楠 -AFFILIATED_WITH->" in told
    assert "PERSON_RECORD: 「" in told
    assert "rank is 1, should be 2" in told
    document = json.loads(kg("score", gold, "-f", "json", home=home).stdout)
    assert (document["closed"]["gold"], document["closed"]["found"]) == (3, 2)
    assert {row["subject"] for row in document["wrong"]} == {"沈若楠"}


def test_what_is_not_sure_is_not_scored(home: Path, gold: Path) -> None:
    document = json.loads(kg("score", gold, "-f", "json", "--min-confidence", 1, home=home).stdout)
    assert (document["closed"]["found"], document["closed"]["edges"]) == (0, 0)


def test_exit_codes(home: Path, gold: Path, tmp_path: Path) -> None:
    assert kg("score", gold, "--min-f1", 0.1, home=home).exit_code == 0
    assert kg("score", gold, "--min-f1", 0.99, home=home).exit_code == 3
    assert kg("score", tmp_path / "none.jsonl", home=home).exit_code == 2
    refused(kg("score", written(tmp_path / "bad.jsonl", [{"doc": "a", "closed": ["X"]}]), home=home), 1, "bad.jsonl:1", "LEADS")
    absent = kg("score", written(tmp_path / "absent.jsonl", [{"doc": "elsewhere", "closed": []}]), home=home)
    assert "elsewhere" in absent.stderr


def test_the_figures_are_those_of_the_scorer_beside_the_project(shared: Path, exported: Path) -> None:  # noqa: F811
    """The script reads what was exported, `kg score` the facts of the same home; both tell the same of every predicate."""
    gold = sorted(str(path) for path in (shared / "gold").glob("*.jsonl"))
    script = [sys.executable, str(shared / "score" / "score.py"), str(exported), *gold]
    theirs = json.loads(subprocess.run([*script, "--json"], capture_output=True, text=True, check=True).stdout)
    table = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    done = CliRunner().invoke(cli, ["score", *gold, "-f", "json", "--home", str(exported.parent)])
    ours = json.loads(done.stdout)
    assert ours["closed"] == {("edges" if name == "system" else name): value for name, value in theirs["closed"].items()}
    assert (ours["open_recall"], ours["qualifiers"]) == (theirs["open_recall"], theirs["qualifiers"])
    lines = {tuple(line.split()[:2]): line.split()[2:] for line in table.splitlines()[1:] if line[:3].isdigit()}
    counts = {
        (row["document"], row["predicate"]): [str(row[name]) for name in ("gold", "found", "edges", "right") if name in row]
        for row in ours["rows"]
    }
    assert counts == {key: [line[0], line[1], *(line[3:5] if len(line) == _CLOSED_LINE else ())] for key, line in lines.items()}
