"""Great works named behind what they are, who pays the rest, sessions by number alone, chairs in a counted row, 它属于."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions
from kg.model import Fact
from tests.table_facts import document_of

WORK = (
    "省重大科技基础设施“跨尺度云岭成像装置”主体楼封顶仪式在南京市江宁区举行。"
    "该装置由岚江大学牵头、联合云岭光学研究所共同建设，日常运行依托岚江大学转化医学研究院。"
)
REST = "项目总投资8.6亿元，其中云岭省财政厅安排建设资金3亿元；余下的5.6亿元由岚江市财政局与岚江大学共同出资解决。"


def said(text: str, predicate: str) -> set[tuple[str, str]]:
    """Subject and object of the facts of one predicate, as all ingesters state them."""
    kept, _, _ = read_assertions(document_of(text), pipeline())
    return {(one.subject.name, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "predicate", "facts"),
    [
        (WORK, "BUILT", {("岚江大学", "跨尺度云岭成像装置"), ("云岭光学研究所", "跨尺度云岭成像装置")}),
        (WORK, "HOSTED_BY", {("跨尺度云岭成像装置", "岚江大学转化医学研究院")}),
        (
            WORK + REST,
            "FUNDED_BY",
            {("跨尺度云岭成像装置", name) for name in ("云岭省财政厅", "岚江市财政局", "岚江大学")},
        ),
        ("会议讨论了“跨尺度云岭成像装置”的报道。该装置由岚江大学牵头建设。", "HOSTED_BY", set()),
    ],
)
def test_a_great_work(text: str, predicate: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, predicate) == facts


def test_a_session_by_its_number_behind_where_it_was_held() -> None:
    text = (
        "东山科学会议关注这个话题并非头一回。2016年5月12日至13日在武汉召开的第S33次学术讨论会，"
        "执行主席是赵明远和已故的钱敬修院士。"
    )
    assert said(text, "HELD_IN") == {("东山科学会议第S33次", "武汉")}
    assert said(text, "CHAIRED") == {("赵明远", "东山科学会议第S33次"), ("钱敬修", "东山科学会议第S33次")}


def test_chairs_in_a_counted_row() -> None:
    text = (
        "东山科学会议第812次学术讨论会在北京举行。\n\n本次会议执行主席共四位，依次为：岚江科学技术大学赵明远教授、"
        "云岭科学院精密测量研究院钱文澜研究员、岚江大学医院放射科主任孙立群教授、岚江科技大学李瑾教授。"
    )
    assert {name for name, _ in said(text, "CHAIRED")} == {"赵明远", "钱文澜", "孙立群", "李瑾"}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("双源CT是一种先进的CT设备。它属于多层螺旋CT的一种。", {("双能CT", "螺旋CT")}),
        ("医院引进了双源CT。它属于岚江医院。", set()),
    ],
)
def test_what_it_is_a_kind_of(text: str, pairs: set[tuple[str, str]]) -> None:
    assert pairs <= said(text, "BROADER")
    assert pairs or not said(text, "BROADER")


CALLED = "云岭省跨尺度影像大数据平台（影像大数据平台）由岚江大学牵头建设。"


@pytest.mark.parametrize(
    ("text", "predicate", "facts"),
    [
        # sentences further down that mean the facility by its short name, by its noun or not at all
        (f"{CALLED}\n\n影像大数据平台的依托单位为岚江大学。", "HOSTED_BY", {"岚江大学"}),
        (f"{CALLED}\n\n岚江大学医学院是影像大数据平台的依托单位。", "HOSTED_BY", {"岚江大学医学院"}),
        (f"{CALLED}\n\n作为依托单位，岚江大学负责该平台的运行管理。", "HOSTED_BY", {"岚江大学"}),
        (f"{CALLED}\n\n日常运行由岚江大学医学院负责，依托岚江大学医学院建设。", "HOSTED_BY", {"岚江大学医学院"}),
        (
            f"{CALLED}参建单位包括岚江市第二医院、云岭省影像研究所。",
            "BUILT",
            {"岚江大学", "岚江市第二医院", "云岭省影像研究所"},
        ),
        (f"{CALLED}\n\n云岭省科技厅为该平台安排专项资金300万元。", "FUNDED_BY", {"云岭省科技厅"}),
        (
            f"{CALLED}\n\n在经费方面，云岭省科技厅和岚江大学分别投入300万元、200万元。",
            "FUNDED_BY",
            {"云岭省科技厅", "岚江大学"},
        ),
        (f"{CALLED}\n\n岚江大学是云岭省影像质控中心的依托单位。", "HOSTED_BY", set()),
        (f"{CALLED}\n\n作为依托单位，岚江大学感谢各界支持。", "HOSTED_BY", set()),
        (
            "岚江大学牵头，岚江市第二医院、云岭省影像研究所参与，共同建设云岭省跨尺度影像大数据平台。",
            "BUILT",
            {"岚江大学", "岚江市第二医院", "云岭省影像研究所"},
        ),
        (
            "云岭省跨尺度影像大数据平台是由岚江大学牵头，联合岚江市第二医院和云岭省影像研究所共建的科研平台。",
            "BUILT",
            {"岚江大学", "岚江市第二医院", "云岭省影像研究所"},
        ),
    ],
)
def test_the_facility_that_the_text_told_of(text: str, predicate: str, facts: set[str]) -> None:
    name = "云岭省跨尺度影像大数据平台"
    pairs = {(a, b) for a, b in said(text, predicate) if name in (a, b)}
    assert pairs == {(one, name) if predicate == "BUILT" else (name, one) for one in facts}
