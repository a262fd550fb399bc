"""Of two projects the one told first and the one told last."""

from __future__ import annotations

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document

TWO = (
    "基金项目：国家自然科学基金面上项目“移植肝循环的成像研究”（编号：82191199）；"
    "云岭省卫生健康委员会科研课题“无造影剂成像算法”（编号：Z2032-0318）。"
)
FIRST, SECOND = "移植肝循环的成像研究", "无造影剂成像算法"


def told(text: str) -> set[tuple[str, str, str, object]]:
    """Who leads and hosts which project, and what it was given."""
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {
        (one.subject.name, one.predicate, one.object.name, one.qualifiers.get("amount_wan"))
        for one in facts
        if one.predicate in ("LEADS", "HOSTED_BY") or one.qualifiers.get("amount_wan")
    }


def test_the_former_and_the_latter() -> None:
    assert told(f"{TWO}前者由马礼安主持，后者由裘宁安教授主持，资助10万元。") == {
        ("马礼安", "LEADS", FIRST, None),
        ("裘宁安", "LEADS", SECOND, None),
        (SECOND, "FUNDED_BY", "云岭省卫生健康委员会科研课题", 10.0),
    }
    assert {("马礼安", "LEADS", FIRST, None), ("裘宁安", "LEADS", SECOND, None)} <= told(
        f"{TWO}其中前者负责人为马礼安，后者负责人为裘宁安。"
    )


def test_where_there_are_not_two_projects_neither_is_meant() -> None:
    one = "基金项目：国家自然科学基金面上项目“移植肝循环的成像研究”（编号：82191199）。"
    assert told(f"{one}前者由马礼安主持，后者由裘宁安主持。") == set()
    assert told(f"{TWO}前者优于后者，马礼安认为仍需验证。") == set()


def test_this_project_of_the_same_sentence() -> None:
    text = (
        "本共识受云岭省重点研发计划“儿童心脏病磁共振评估体系”（YL2033-S-066）资助，"
        "该项目依托云岭省儿童医院，马礼安为负责人，省拨经费80万元。"
    )
    name = "儿童心脏病磁共振评估体系"
    assert {("马礼安", "LEADS", name, None), (name, "HOSTED_BY", "云岭省儿童医院", None)} <= told(text)
    assert not {one for one in told(text.replace("该项目依托", "该项目子课题依托")) if one[1] == "LEADS"}
