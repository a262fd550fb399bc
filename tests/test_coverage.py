"""The ledger of a document: what was read, what gave nothing and where, what was refused, what is contested."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.coverage import cover, silent
from kg.coverage.silent import Stretches
from kg.model import Attribute, Document, EntityRef, Evidence, Fact, Graph, Passage, Span
from kg.resolve import resolve
from tests.test_cli import NOMINATION, ROOT, kg, refused

TEXT = (
    "项目情况\n"
    "韩若川是云岭大学的教授。他喜欢在清晨散步，\n也常去江边！孔令舟在岚江医院工作。\n"
    "姓名\t单位\n孔令舟\t岚江医院\n备注\t暂缺\n"
    "完成单位：云岭大学\n联系电话：不详\n……\n"
)


def made(text: str = TEXT) -> Document:
    """A document: a heading, a wrapped paragraph, three rows, and what is left as items of a line each."""
    ends = [(0, 1, "heading"), (1, 3, "paragraph"), (3, 4, "row"), (4, 5, "row"), (5, 6, "row"), (6, 9, "paragraph")]
    starts = [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]
    passages = tuple(
        Passage(
            index=index,
            kind=kind,
            span=Span(start=starts[first], end=starts[last] - 1),
            page=2,
            headings=("项目情况",),
        )
        for index, (first, last, kind) in enumerate(ends)
    )
    return Document(
        id="doc_1",
        source="report.txt",
        sha256="0",
        media_type="text/plain",
        title="",
        text=text,
        passages=passages,
    )


def words(quote: str, rule: str = "RULE") -> Evidence:
    start = TEXT.index(quote)
    return Evidence(document="doc_1", span=Span(start=start, end=start + len(quote)), quote=quote, ingester="t", rule=rule)


def works(person: str, at: str, quote: str, **qualifiers: str) -> Fact:
    return Fact(
        subject=EntityRef(label="Person", name=person),
        predicate="AFFILIATED_WITH",
        object=EntityRef(label="Organization", name=at),
        qualifiers=qualifiers,
        evidence=words(quote),
    )


FACTS = (
    works("韩若川", "云岭大学", "韩若川是云岭大学的教授"),
    works("孔令舟", "岚江医院", "孔令舟\t岚江医院", title="教授"),
)


def graph(*assertions: Fact | Attribute) -> Graph:
    return resolve(assertions, [made()]).graph


def test_words_that_gave_nothing_are_told_with_kind_and_place() -> None:
    told = cover(made(), FACTS, graph(*FACTS)).silent
    assert [(one.kind, one.label, one.words) for one in told] == [
        ("text", "", "他喜欢在清晨散步，也常去江边！孔令舟在岚江医院工作。"),
        ("field", "姓名", "姓名 | 单位"),
        ("field", "备注", "备注 | 暂缺"),
        ("field", "完成单位", "完成单位：云岭大学"),
        ("field", "联系电话", "联系电话：不详 ……"),
    ]
    assert {(one.page, one.section) for one in told} == {(2, ("项目情况",))}
    assert all(one.words[:2] == TEXT[one.span.start : one.span.end].strip()[:2] for one in told)


def test_a_sentence_gives_or_it_does_not_wherever_its_line_ends() -> None:
    stated = Stretches([words("孔令舟在岚江医院工作").span, words("完成单位：云岭大学").span])
    told = [one.words for one in silent(made(), stated)]
    assert "韩若川是云岭大学的教授。他喜欢在清晨散步，也常去江边！" in told
    assert not any("岚江医院工作" in one for one in told)
    assert "联系电话：不详 ……" in told


def test_counts_and_share() -> None:
    told = cover(made(), FACTS, graph(*FACTS))
    assert (told.read, told.statements, told.facts) == ({"row": 3, "paragraph": 2, "heading": 1}, 2, {"AFFILIATED_WITH": 2})
    assert told.rules == {"RULE": 2}
    body = [passage.span for passage in made().passages[1:]]
    lengths = [span.end - span.start for span in body]
    assert told.share == pytest.approx((lengths[0] + lengths[2]) / sum(lengths))
    (section,) = told.sections
    assert (section.passages, section.silent, section.statements) == (5, 3, 2)


def test_an_empty_ledger() -> None:
    told = cover(made(), (), Graph())
    assert (told.share, told.statements, told.contested) == (0.0, 0, ())
    assert len(told.silent) == 6


def test_values_that_stand_side_by_side_are_contested() -> None:
    person = EntityRef(label="Organization", name="岚江医院")
    kinds = [
        Attribute(subject=person, name="kind", value=value, evidence=words(quote))
        for value, quote in (("hospital", "孔令舟在岚江医院工作"), ("institute", "孔令舟\t岚江医院"))
    ]
    ranks = [
        Fact(
            subject=EntityRef(label="Person", name="韩若川"),
            predicate="PARTICIPATED_IN",
            object=EntityRef(label="Achievement", name="江边散步的影像研究"),
            qualifiers={"rank": rank},
            evidence=words(quote),
        )
        for rank, quote in ((1, "韩若川是云岭大学的教授"), (2, "他喜欢在清晨散步"))
    ]
    told = cover(made(), [*kinds, *ranks], graph(*kinds, *ranks)).contested
    assert [(one.name, sorted(str(value) for value, _ in one.said)) for one in told] == [
        ("kind", ["hospital", "institute"]),
        ("rank", ["1", "2"]),
    ]
    elsewhere = resolve([*kinds, *ranks], [made()]).graph
    assert cover(made(), (), elsewhere).contested == told[1:]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("coverage")
    (place / "nomination.txt").write_text("备注：江边的公示期为七天。\n\n" + NOMINATION, "utf-8")
    (place / "recipe.txt").write_text("红烧茄子的做法\n茄子切块，下锅翻炒，加糖和酱油。\n", "utf-8")
    assert kg("build", place / "nomination.txt", place / "recipe.txt", home=place / "home").exit_code == 0
    return place / "home"


def test_the_command_tells_one_document(home: Path) -> None:
    done = kg("coverage", "nomination.txt", home=home)
    assert done.exit_code == 0, done.output
    assert "PARTICIPATED_IN" in done.stdout
    assert "PERSON_RECORD" in done.stdout
    assert "江边的公示期为七天" in done.stdout
    assert "茄子" not in done.stdout
    (told,) = json.loads(kg("coverage", "nomination.txt", "-f", "json", home=home).stdout)
    assert sum(told["facts"].values()) < told["statements"] == sum(told["rules"].values())
    assert [one["label"] for one in told["silent"] if "公示期" in one["words"]] == ["备注"]
    text = (home.parent / "nomination.txt").read_text("utf-8")
    assert all(one["words"][:3] in text[one["start"] : one["end"]] for one in told["silent"])


def test_the_command_tells_all_documents_in_a_row_each(home: Path) -> None:
    lines = kg("coverage", home=home).stdout.splitlines()
    assert any(line.startswith("recipe.txt") and " 0.0% " in line for line in lines)
    assert any(line.startswith("nomination.txt") and " 0.0% " not in line for line in lines)


def test_what_is_contested_is_a_finding(tmp_path: Path) -> None:
    again = NOMINATION.replace("姓名：顾云帆\n排名：1", "姓名：顾云帆\n排名：3")
    for name, text in (("one.txt", NOMINATION), ("other.txt", again)):
        (tmp_path / name).write_text(text, "utf-8")
    assert kg("build", tmp_path / "one.txt", tmp_path / "other.txt", home=tmp_path / "home").exit_code == 0
    done = kg("coverage", "one.txt", home=tmp_path / "home")
    assert done.exit_code == 3
    assert "contested: 顾云帆 -PARTICIPATED_IN->" in done.stdout


def test_a_document_that_is_not_there(home: Path, tmp_path: Path) -> None:
    refused(kg("coverage", "missing.pdf", home=home), 1, "missing.pdf", "nomination.txt")
    refused(kg("coverage", home=tmp_path / "none"), 1, "kg build")


def test_words_that_repeat_are_printed_once(tmp_path: Path) -> None:
    text = "茄子的做法\n\n" + "备注：见上文。\n\n茄子切块，下锅翻炒。\n\n" * 3
    (tmp_path / "recipe.txt").write_text(text, "utf-8")
    assert kg("build", tmp_path / "recipe.txt", home=tmp_path / "home").exit_code == 0
    lines = kg("coverage", "recipe.txt", "--limit", 1, home=tmp_path / "home").stdout
    assert "×3" in lines
    assert "more: --limit" in lines


def test_the_examples_are_read_almost_whole(tmp_path: Path) -> None:
    form = ROOT / "examples" / "3-ecmo.txt"
    assert kg("build", form, home=tmp_path / "home").exit_code == 0
    done = kg("coverage", "3-ecmo.txt", "-f", "json", home=tmp_path / "home")
    (told,) = json.loads(done.stdout)
    assert told["share"] > 0.8
