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
