"""Those who made a guideline, as announcements list them: offices of the writing group, houses in brackets or behind a gap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.table_facts import document_of

WORK = "岚江超声造影临床应用专家共识"


def facts(text: str) -> set[tuple[str, str, str, str]]:
    title = f"《{WORK}》发布"
    document = replace(document_of(f"{title}\n{text}"), title=title)
    found = [one for one in ProseIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    kept = [one for one in found if one.predicate in ("AUTHORED", "AFFILIATED_WITH")]
    return {(one.subject.name, one.predicate, one.object.name, ",".join(one.qualifiers.get("role", ()))) for one in kept}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("共识编写委员会\n主任委员：卢景行（岚江医院）\n", "主任委员"),
        ("主编：卢景行　岚江医院；\n", "主编"),
        ("共识编写组\n委员（按姓氏拼音排序）：\n卢景行 岚江医院\n", "委员"),
        ("【执 笔】卢景行（岚江医院超声科）\n", "执笔"),
    ],
)
def test_who_wrote_it_and_where_they_are(text: str, role: str) -> None:
    assert facts(text) == {("卢景行", "AUTHORED", WORK, role), ("卢景行", "AFFILIATED_WITH", "岚江医院", "")}


def test_lines_of_a_name_and_a_house_stand_by_themselves() -> None:
    text = "编写组成员：\n陈听雨 岚江医院\n古丽扎尔·艾合买提 岚江大学\n桑  榆 岚江研究所\n"
    names = {fact[0] for fact in facts(text) if fact[1] == "AUTHORED"}
    assert names == {"陈听雨", "古丽扎尔·艾合买提", "桑榆"}


@pytest.mark.parametrize(
    "text",
    ["会务组\n主任：卢景行（岚江医院）\n", "岚江医学会超声分会\n主任委员：卢景行（岚江医院）\n", "来源：卢景行 岚江医院\n"],
)
def test_offices_of_others_write_nothing(text: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == "AUTHORED"]


def listed(role: object) -> list[str]:
    """The roles of a qualifier that holds one, several or none."""
    return [role] if isinstance(role, str) else [str(one) for one in role] if isinstance(role, tuple | list) else []


def read_page(text: str) -> set[tuple[str, str, str]]:
    """Who wrote what on a page that only its site's name titles."""
    document = replace(document_of(text), title="溪山影像在线")
    found = ProseIngester().ingest(document, pipeline())
    return {
        (one.subject.name, one.object.name, ",".join(listed(one.qualifiers.get("role"))))
        for one in found
        if isinstance(one, Fact) and one.predicate == "AUTHORED"
    }


@pytest.mark.parametrize("head", ["【指南·共识】", "【标准·方案·指南】", "指南与共识｜", "标准与规范 | "])
@pytest.mark.parametrize(
    "cites",
    [
        "本共识是对《肺结节诊治规范（2027）》的补充。",
        "本共识在《肺结节诊治规范（2027）》基础上制订。",
        "参照《肺结节诊治规范（2027）》制订。",
    ],
)
def test_a_guideline_below_its_column_is_not_one_that_it_cites(head: str, cites: str) -> None:
    text = f"溪山影像在线\n{head}肺磨玻璃结节光谱CT随访专家共识(2033版)\n{cites}\n共识专家组\n组长：卢景行（岚江医院）\n"
    assert read_page(text) == {("卢景行", "肺磨玻璃结节光谱CT随访专家共识(2033版)", "组长")}


def test_what_is_only_cited_has_no_writers() -> None:
    assert read_page("溪山影像在线\n本组工作参照《肺结节诊治规范（2027）》开展。\n编写组\n组长：卢景行（岚江医院）\n") == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("《宫颈癌影像学》第3版出版（裘宁、阎素主编）。", {("裘宁", "主编"), ("阎素", "主编")}),
        ("《宫颈癌影像学》（裘宁主编）第2版近日问世。", {("裘宁", "主编")}),
        ("《宫颈癌影像学》第4版（主编裘宁，副主编阎素）是常用教材。", {("裘宁", "主编"), ("阎素", "副主编")}),
        ("本书是对《宫颈癌影像学》的补充，该书由岚江医学会首任会长裘宁主编。", {("裘宁", "主编")}),
        ("本书是对《宫颈癌影像学》的补充，该规范由裘宁主编。", set()),
        ("新书简介（裘宁主编）\n《宫颈癌影像学》", set()),
    ],
)
def test_who_edited_a_book_is_told_behind_it(text: str, told: set[tuple[str, str]]) -> None:
    assert read_page(f"{text}\n") == {(name, "宫颈癌影像学", role) for name, role in told}


def test_a_narrow_column_breaks_houses_between_rows_of_names() -> None:
    text = (
        "投票专家（节选）\n栾知秋    溪山医科大学附属第\n          二医院\n"
        "邰清秋    松江大学附属医院松北\n          院区\n阎  素    溪山大学\n"
    )
    assert {(name, house) for name, told, house, _ in facts(text) if told == "AFFILIATED_WITH"} == {
        ("栾知秋", "溪山医科大学附属第二医院"),
        ("邰清秋", "松江大学附属医院松北院区"),
        ("阎素", "溪山大学"),
    }
