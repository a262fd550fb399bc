"""Heads of articles as the pages of journals and libraries give them: labels, references, addresses behind the abstract."""

from __future__ import annotations

import pytest

from ingest.article import ArticleIngester
from ingest.nlp import pipeline
from ingest.prose.blocks import sentences
from kg.model import Fact
from tests.test_article import CT, FIRST, SECOND, TITLE, at, told, wrote
from tests.test_prose import document


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (  # the reference between the authors and the abstract, each author's address behind it
            f"综述\n{TITLE}\n霍启明 柏若涵\n\n霍启明,柏若涵.{TITLE}.岚江影像学杂志, 2031, 5(3): 227-231. DOI:10.1/x.\n\n"
            f"[摘要] 光子计数CT是重要进展。\n[关键词] 冠状动脉\n\n霍启明 {FIRST}放射科,岚江 650000\n\n"
            f"柏若涵* {SECOND}核医学科,西陵 650001\n",
            {at("霍启明", FIRST), at("柏若涵", SECOND), (TITLE, "PUBLISHED_IN", "岚江影像学杂志", None, None)}
            | {wrote("霍启明", 1), wrote("柏若涵", 2)},
        ),
        (  # to be cited without [J]
            f"{TITLE}\n霍启明 柏若涵\n霍启明, 柏若涵. {TITLE}. 岚江影像学报, 2031, 43(12): 2109-2114. doi: 10.1/y\n"
            f"引用本文: 霍启明, 柏若涵. {TITLE}. 岚江影像学报, 2031, 43(12): 2109-2114.\n基金项目: \n某基金 81227\n",
            {(TITLE, "PUBLISHED_IN", "岚江影像学报", None, None), wrote("霍启明", 1), wrote("柏若涵", 2)},
        ),
        (  # the page of a library: labels for the authors and the journal
            f"{TITLE}\n\n作者:霍启明; 柏若涵*\n来源:岚江影像学杂志, 2031, 43(04): 193-195.\n\n摘要\n\n冠状动脉成像。\n",
            {(TITLE, "PUBLISHED_IN", "岚江影像学杂志", None, None), wrote("霍启明", 1), wrote("柏若涵", 2)},
        ),
        (
            f"{TITLE}  被引量:12\n\nPhoton-counting CT of the coronaries\n\n在线阅读下载全文\n\n"
            "作  者:霍启明 柏若涵[1,2] HUO Qiming;BAI Ruohan(School of Imaging,Lanjiang 650000,China)\n\n"
            f"机构地区:[1]{FIRST}放射科,云南岚江650000 [2]{SECOND}核医学科,云南西陵650001\n\n"
            "出  处:《岚江影像学杂志》2031年第8期939-945,共7页\n\n摘  要:冠状动脉成像。\n",
            {(TITLE, "PUBLISHED_IN", "岚江影像学杂志", None, None), wrote("霍启明", 1), wrote("柏若涵", 2)}
            | {at("柏若涵", FIRST), at("柏若涵", SECOND)},
        ),
        (
            f"{TITLE}\n作者姓名:霍启明  柏若涵\n作者单位:{FIRST}放射科, 岚江 650000\n基金项目:某基金(62022)。\n摘    要:成像\n",
            {wrote("霍启明", 1), wrote("柏若涵", 2), at("霍启明", FIRST), at("柏若涵", FIRST)},
        ),
        (  # the authors once more, with their house
            f"岚江影像学杂志. 2031-03-08; 15(7): 762-766\n{TITLE}\n霍启明, 柏若涵\n"
            f"霍启明, 柏若涵, {FIRST}放射科 岚江市 650000\n"
            "通讯作者: 柏若涵, 650000, 岚江市滨江路8号, bai@example.com\n目的: 了解成像.\n",
            {wrote("霍启明", 1), wrote("柏若涵", 2, True), wrote("柏若涵", None, True)}
            | {at("霍启明", FIRST), at("柏若涵", FIRST), (TITLE, "PUBLISHED_IN", "岚江影像学杂志", None, None)},
        ),
        (  # province and town before the house, a bracket emptied of its sign
            f"{TITLE}\n霍启明, 柏若涵()   \n  1. 650000 云南 昆明,{FIRST}(岚江省立医院)超声科\n  • 通信作者: 柏若涵\n",
            {
                wrote("霍启明", 1),
                wrote("柏若涵", 2, True),
                wrote("柏若涵", None, True),
                at("霍启明", FIRST),
                at("柏若涵", FIRST),
            },
        ),
    ],
)
def test_heads_on_pages_of_journals_and_libraries(text: str, facts: set[tuple[str, str, str, object, object]]) -> None:
    assert told(text) == {*facts, CT}


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n霍启明 柏若涵\n来源:岚江日报 2031-05-12\n记者走进医院。\n",
        "岚江大学附属医院团队取得进展\n霍启明,柏若涵.他们在研究中发现.岚江影像学杂志, 2031, 9(5): 368-373.\n全文如下\n",
        f"{TITLE}\n霍启明 柏若涵\n霍启明,柏若涵. 2031年5月12日于岚江\n",
    ],
)
def test_a_source_or_a_reference_alone_makes_no_head(text: str) -> None:
    assert not told(text)


def test_a_guideline_cited_by_the_bodies_that_made_it() -> None:
    page = (
        "关注我们\n引用本文:岚江医学会影像学分会, 西陵医师协会. "
        "心肌病无创影像诊断指南(2031版)[J]. 岚江医学杂志, 2031, 4(4): 1-9.\n"
        f"通信作者:霍启明,{FIRST}放射科,岚江 650000,Email:h@example.com;"
        f"柏若涵,{SECOND} 岚江省影像诊断研究中心,西陵 650001,Email:b@example.com.\n"
        "摘要\n心肌病。\n"
    )
    name = "心肌病无创影像诊断指南(2031版)"
    assert told(page) == {
        *((who, "AUTHORED", name, None, True) for who in ("霍启明", "柏若涵")),
        *(at("霍启明", FIRST), at("柏若涵", SECOND), at("柏若涵", "岚江省影像诊断研究中心")),
    }


def test_corresponding_authors_with_their_mail_alone() -> None:
    page = (
        "心肌病影像诊断专家共识\n作者: 岚江医学会\n"
        "通信作者霍启明,Email:h@example.com\n\n柏若涵,  Email:b@example.com\n\n摘要  \n成像。\n"
    )
    assert told(page) == {(who, "AUTHORED", "心肌病影像诊断专家共识", None, True) for who in ("霍启明", "柏若涵")}


@pytest.mark.parametrize(
    ("address", "towns"),
    [
        (f"{FIRST}放射科 昆明 650000", {FIRST: "昆明"}),
        (f"{FIRST}放射科 云南昆明 650000", {FIRST: "昆明"}),
        (f"{FIRST}放射科,云南昆明650000", {FIRST: "昆明"}),
        (f"650000 云南 昆明,{FIRST}超声科", {FIRST: "昆明"}),
        ("西陵大学 放射医学研究中心,昆明650000", {"西陵大学放射医学研究中心": "昆明"}),
        (f"翟文莉\n{FIRST}放射科, 云南 昆明 650000", {FIRST: "昆明"}),
        (f"翟文莉\n1({FIRST}放射科,昆明 650000)\n2(西陵大学 放射医学系,大理 650001)", {FIRST: "昆明", "西陵大学": "大理"}),
        (f"{FIRST}放射科 联系电话 650000", {}),
        (f"{FIRST}放射科 转载 650000", {}),
    ],
)
def test_towns_with_and_without_a_comma(address: str, towns: dict[str, str]) -> None:
    facts = ArticleIngester().ingest(document(f"{TITLE}\n霍启明, 翟文莉\n{address}\n摘要 光子计数CT.\n"), pipeline())
    found = {one.subject.name: one.object.name for one in facts if isinstance(one, Fact) and one.predicate == "LOCATED_IN"}
    assert found == towns


def test_what_stands_above_a_title_and_under_the_authors_is_in_no_sentence_with_them() -> None:
    page = (
        f"岚江影像学报  2031, Vol. 42 Issue (4): 349-354   PDF\n{TITLE}\n霍启明 , 柏若涵\n{FIRST}放射科, 岚江 650000\n"
        "摘要：光子计数CT用于冠状动脉成像。\n"
    )
    told_in = [one.text for one in sentences(document(page))]
    assert any(one.startswith(TITLE) for one in told_in)
    assert any(one.startswith(FIRST) for one in told_in)


@pytest.mark.parametrize("line", ["霍启明,柏若涵", "霍启明 柏若涵", "霍启明综述,柏若涵审校"])
@pytest.mark.parametrize("journal", ["", "岚江影像学杂志 2031年6期\n关键词:冠状动脉\n\n"])
def test_a_library_puts_the_day_and_the_authors_in_one_under_the_title(line: str, journal: str) -> None:
    glued = line.replace(",", "").replace(" ", "")
    text = f"APP下载\n\n{TITLE}\n\n2031-06-10{glued}\n\n{journal}{line}\n\n冠状动脉成像发展迅速。\n"
    facts = {CT, wrote("霍启明", 1), wrote("柏若涵", 2)}
    facts |= {(TITLE, "PUBLISHED_IN", "岚江影像学杂志", None, None)} if journal else set()
    assert told(text) == facts
    if not journal:  # other people's names tell nothing
        assert told(text.replace("2031-06-10", "2031-06-10裘宁川")) == set()
