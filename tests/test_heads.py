"""Branches with those who head them: the society of the words above, offices by their heads, houses beside and in brackets."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose.houses.parents import parent
from ingest.society import SocietyIngester
from kg.model import Fact
from tests.table_facts import document_of

HEADS = "序号\t专业委员会名称\t主任委员\t所在单位\t副主任委员\n"


def facts(text: str) -> set[tuple[str, str, str, str]]:
    document = document_of(text)
    if not SocietyIngester().accepts(document):
        return set()
    found = [one for one in SocietyIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    return {(one.subject.name, one.predicate, one.object.name, ",".join(one.qualifiers.get("role", ()))) for one in found}  # type: ignore[arg-type]


def test_a_row_says_what_the_branch_is_of_and_who_heads_it() -> None:
    branch = "岚江影像学会神经影像专业委员会"
    row = "1\t神经影像专业委员会\t成若水\t岚江医院\t舒念安、卞若谷（岚江大学）\n"
    text = f"岚江影像学会第三届专业委员会主任委员名单\n{HEADS}{row}"
    assert facts(text) == {
        (branch, "PART_OF", "岚江影像学会", ""),
        ("成若水", "MEMBER_OF", branch, "主任委员"),
        ("成若水", "AFFILIATED_WITH", "岚江医院", ""),
        ("舒念安", "MEMBER_OF", branch, "副主任委员"),
        ("卞若谷", "MEMBER_OF", branch, "副主任委员"),
        ("卞若谷", "AFFILIATED_WITH", "岚江大学", ""),
    }


def test_a_branch_that_bears_its_society_needs_no_words_above() -> None:
    text = "分会\t会长\t单位\n岚江医师协会超声分会\t成若水\t岚江医院\n岚江医师协会放射分会\t舒念安\t岚江大学\n"
    assert ("成若水", "MEMBER_OF", "岚江医师协会超声分会", "会长") in facts(text)


@pytest.mark.parametrize("cell", ["待选举", "—", "影像中心主任兼任", "成若水等3人"])
def test_what_is_no_name_heads_nothing(cell: str) -> None:
    text = f"岚江影像学会名单\n{HEADS}1\t神经影像专业委员会\t{cell}\t岚江医院\t\n"
    assert not [fact for fact in facts(text) if fact[1] == "MEMBER_OF"]


def test_kinds_of_branches_are_no_branch() -> None:

    assert (parent("岚江影像学会专业委员会"), parent("岚江影像学会神经专业委员会")) == (None, "岚江影像学会")
