"""Heads of articles in layouts of our own: authors by the marks of their institutions, who is corresponding; and traps."""

from __future__ import annotations

import dataclasses

import pytest

from ingest.article import ArticleIngester
from ingest.article_head import article_of
from ingest.named_for import named_for
from ingest.nlp import pipeline
from kg.model import EntityRef, Evidence, Fact, Span
from tests.test_prose import document

TITLE = "光子计数CT在冠状动脉成像中的应用进展"
FIRST, SECOND = "岚江大学附属滨江医院", "西陵大学第一医院"


def told(text: str, title: str = "") -> set[tuple[str, str, str, object, object]]:
    page = dataclasses.replace(document(text), title=title)
    if not ArticleIngester().accepts(page):
        return set()
    facts = (
        one for one in ArticleIngester().ingest(page, pipeline()) if isinstance(one, Fact) and one.predicate != "LOCATED_IN"
    )
    return {
        (
            one.subject.name,
            one.predicate,
            one.object.name,
            one.qualifiers.get("order"),
            one.qualifiers.get("corresponding") or None,
        )
        for one in facts
    }


def wrote(name: str, order: int | None, corresponding: bool | None = None) -> tuple[str, str, str, object, object]:
    return name, "AUTHORED", TITLE, order, corresponding


def at(name: str, home: str) -> tuple[str, str, str, object, object]:
    return name, "AFFILIATED_WITH", home, None, None


BOTH = {at("霍启明", FIRST), at("柏若涵", SECOND), at("翟文莉", FIRST)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            f"岚江影像学杂志  2030年  第12卷  第5期\n评 述\n{TITLE}\n霍启明①*, 柏若涵②, 翟文莉①\n"
            f"① {FIRST}放射科, 岚江 650000;\n② {SECOND}核医学科, 西陵 650001\n"
            "* 联系人, E-mail: huo@example.com\n摘要 光子计数CT是重要进展.\n",
            {
                *BOTH,
                *(wrote("霍启明", 1, True), wrote("柏若涵", 2), wrote("翟文莉", 3)),
                (TITLE, "PUBLISHED_IN", "岚江影像学杂志", None, None),
            },
        ),
        (
            f"{TITLE}\n霍启明1，柏若涵2，翟文莉1\n（1.{FIRST}放射科，岚江 650000；2.{SECOND}核医学科，西陵 650001）\n"
            "摘要：光子计数CT是重要进展。\n通信作者：柏若涵，E-mail：bai@example.com\n",
            {*BOTH, wrote("霍启明", 1), wrote("柏若涵", 2, True), wrote("柏若涵", None, True), wrote("翟文莉", 3)},
        ),
        (
            f"·综述·\n{TITLE}\n霍启明  柏若涵  翟文莉\n作者单位：650000 岚江，{FIRST}放射科（霍启明、翟文莉）；"
            f"{SECOND}神经内科（柏若涵）\n【摘要】 光子计数CT是重要进展。\n",
            {*BOTH, wrote("霍启明", 1), wrote("柏若涵", 2), wrote("翟文莉", 3)},
        ),
        (
            f"{TITLE}\n霍启明,柏若涵\n{FIRST}超声医学科,岚江 650000\n摘要 目的 探讨超声造影的价值。\n",
            {at("霍启明", FIRST), at("柏若涵", FIRST), wrote("霍启明", 1), wrote("柏若涵", 2)},
        ),
    ],
)
def test_heads_of_articles(text: str, facts: set[tuple[str, str, str, object, object]]) -> None:
    assert told(text) == {*facts, (TITLE, "CONCERNS", "光子计数CT", None, None)}


def test_who_is_corresponding_for_a_guideline() -> None:
    title = "肺结节人工智能辅助诊断应用专家共识（2030）"
    text = f"{title}\n通信作者：霍启明，{FIRST}放射科，岚江 650000；柏若涵，{SECOND}医学影像科，西陵 650001\n【摘要】 要点。\n"
    assert told(text) == {
        *(at("霍启明", FIRST), at("柏若涵", SECOND)),
        *((name, "AUTHORED", title, None, True) for name in ("霍启明", "柏若涵")),
    }


def test_who_wrote_a_guideline_that_a_page_puts_under_its_bodies() -> None:
    title = "肾脏肿瘤超声造影专家共识(2031)"
    text = (
        f"岚江医学会超声医学分会介入学组等:{title}\n通信作者：霍启明，650000 岚江，{FIRST}磁共振科，Email：huo@example.com\n"
        f"执笔者：柏若涵，650001 {SECOND}放射科，Email：bai@example.com；"
        f"翟文莉，650000 {FIRST}超声医学科，Email：zhai@example.com\n"
        "超声造影是评价肾脏肿瘤的重要手段。执笔者在文中声明无利益冲突。\n"
    )
    assert told(text) >= {
        *(at("霍启明", FIRST), at("柏若涵", SECOND), at("翟文莉", FIRST)),
        ("霍启明", "AUTHORED", title, None, True),
        *((name, "AUTHORED", title, None, None) for name in ("柏若涵", "翟文莉")),
    }
    assert not [fact for fact in told(text) if fact[1] == "AUTHORED" and fact[2] != title]


MEN = (wrote("霍启明", 1), wrote("柏若涵", 2))
HOUSES = {at("霍启明", FIRST), at("柏若涵", SECOND)}
IN_JOURNAL = (TITLE, "PUBLISHED_IN", "岚江影像学杂志", None, None)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"{TITLE}\n霍启明a，柏若涵b\na.{FIRST}放射科，岚江 650000；b.{SECOND}，西陵 650001\n摘要：要点。\n", {*HOUSES, *MEN}),
        (f"{TITLE}\n霍启明(1) 柏若涵(2)\n(1){FIRST}放射科\n(2){SECOND}核医学科\n收稿日期：2030-01-02\n", {*HOUSES, *MEN}),
        (f"{TITLE}\n霍启明[1] 柏若涵[2]\n[1]{FIRST} 650000 [2]{SECOND} 650001\n【摘要】要点。\n", {*HOUSES, *MEN}),
        (f"{TITLE}\n霍启明¹ 柏若涵²\n¹{FIRST}放射科 ²{SECOND}\n【摘要】要点。\n", {*HOUSES, *MEN}),
        (
            f"{TITLE}\n霍启明ᵃ,ᵇ，柏若涵ᵇ\nᵃ({FIRST}放射科，岚江 650000)\nᵇ({SECOND}核医学科，西陵 650001)\n摘要：要点。\n",
            {*HOUSES, at("霍启明", SECOND), *MEN},
        ),
        (f"{TITLE}\n霍启明a⁾ 柏若涵b⁾\na⁾{FIRST}放射科\nb⁾{SECOND}\n【摘要】要点。\n", {*HOUSES, *MEN}),
        (
            f"第 12 卷  第 3 期    岚 江 影 像 学 杂 志    Vol. 12  No. 3\n2030 年  6 月    Lanjiang Imaging\n{TITLE}\n"
            f"霍启明1，柏若涵2*\n1 {FIRST}放射科，岚江 650000\n2 {SECOND}，西陵 650001\n摘要：要点。\n"
            f"{'影像是一门科学。' * 600}\n收稿日期：2030-01-02\n* 通信作者，E-mail：bai@example.com\n",
            {*HOUSES, wrote("霍启明", 1), wrote("柏若涵", 2, True), IN_JOURNAL},
        ),
        (
            f"{TITLE}\n霍启明1, 柏若涵1,2,()\n1. 1. 650000 岚江,{FIRST}(岚江省人民医院)放射科\n"
            f"2. 650001 西陵,{SECOND}\n收稿日期:2030-01-02\n",
            {*HOUSES, at("柏若涵", FIRST), *MEN},
        ),
        (
            f"{TITLE}\n霍启明1 柏若涵2\n1国家心血管影像中心 {FIRST}放射科 650000;2西陵大学 第一医院 650001\n摘要 要点。\n",
            {*HOUSES, at("霍启明", "国家心血管影像中心"), *MEN},
        ),
        (
            f"{TITLE}\n影像之窗 2030-05-06\n扫描二维码下载全文\n|作者：霍启明1 柏若涵2\n（1 {FIRST}）\n（2 {SECOND}）\n"
            "本文刊于《岚江影像学杂志》2030年第3期\n摘要：要点。\n",
            {*HOUSES, *MEN, IN_JOURNAL},
        ),
    ],
)
def test_marks_addresses_and_scraps_of_real_pages(text: str, facts: set[tuple[str, str, str, object, object]]) -> None:
    assert told(text) == {*facts, (TITLE, "CONCERNS", "光子计数CT", None, None)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            f"首页\n{TITLE}\n引用本文：霍启明, 柏若涵, 等. {TITLE}[J]. 岚江影像学杂志, 2030, 12(5): 1-9.\n正文。\n",
            {*MEN, IN_JOURNAL},
        ),
        (f"{TITLE}\n【引用格式】\n霍启明，柏若涵．{TITLE}［J］．岚江影像学杂志，2030，12（5）：1-9．\n", {*MEN, IN_JOURNAL}),
        (f"{TITLE}\n2030-05-06霍启明,柏若涵\n岚江影像学杂志 2030年3期\n光子计数CT是重要进展。\n", {*MEN, IN_JOURNAL}),
        (
            f"{TITLE}\n霍启明 柏若涵\n引用本文:\n通讯作者: 柏若涵, bai@example.com\n摘要: 要点。\n",
            {wrote("霍启明", 1), wrote("柏若涵", 2, True), wrote("柏若涵", None, True)},
        ),
    ],
)
def test_authors_told_without_institutions(text: str, facts: set[tuple[str, str, str, object, object]]) -> None:
    assert told(text) == {*facts, (TITLE, "CONCERNS", "光子计数CT", None, None)}


def test_authors_as_a_list_with_an_address_of_several_institutions() -> None:
    centre, laboratory = "国家心血管影像临床医学研究中心", "心血管影像教育部重点实验室"
    text = (
        f"{TITLE}  PDF\n  • 霍启明 ,\n  • 古丽娜尔·艾合买提 ,\n展开\n"
        f"  • 650000 {FIRST}超声医学科 {centre} {laboratory}\n收稿日期: 2030-03-04\n摘要\n"
    )
    names = ("霍启明", "古丽娜尔·艾合买提")
    assert told(text) == {
        (TITLE, "CONCERNS", "光子计数CT", None, None),
        *(wrote(name, order) for order, name in enumerate(names, 1)),
        *(at(name, home) for name in names for home in (FIRST, centre, laboratory)),
        (centre, "WORKS_ON", "心血管成像", None, None),
    }


def test_days_in_the_head_are_no_journal() -> None:
    text = f"{TITLE}\n霍启明1,柏若涵2*\n1{FIRST},岚江\n2{SECOND},西陵\n收稿日期:2030年8月14日;录用日期:2030年9月8日\n摘要\n"
    assert told(text) == {*HOUSES, *MEN, (TITLE, "CONCERNS", "光子计数CT", None, None)}


def test_counters_and_buttons_of_a_journals_page() -> None:
    text = (
        f"摘要点击次数:\n引用本文 [复制中英文]\n霍启明, 柏若涵. {TITLE}[J]. 岚江影像学杂志, 2030, 12(5): 1-9.\n"
        f"{TITLE}\nexpand article info 霍启明1, 柏若涵2\n1. {FIRST}放射科, 岚江 650000;\n2. {SECOND}, 西陵 650001\n摘要\n"
    )
    assert told(text) == {*HOUSES, *MEN, IN_JOURNAL, (TITLE, "CONCERNS", "光子计数CT", None, None)}


def test_a_mark_whose_institution_is_not_told_says_nothing_of_another() -> None:
    text = f"{TITLE}\n霍启明1, 柏若涵2\n1 {FIRST}, 岚江 650000\n摘要 要点.\n"
    assert {fact for fact in told(text) if fact[1] == "AFFILIATED_WITH"} == {at("霍启明", FIRST)}


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n放射科 超声科 核医学科\n{FIRST}放射科，岚江 650000\n摘要 要点。\n",
        f"我院举办影像学术沙龙\n霍启明 柏若涵\n{FIRST}宣传科\n近日，沙龙举行。\n",
        f"{TITLE}\n霍启明, 柏若涵\n发布时间：2030-05-06\n摘要 要点。\n",
        f"第五届委员会名单\n霍启明1，柏若涵2\n1 {FIRST}，岚江 650000\n联系电话：0871\n",
        f"{TITLE}\n霍启明 柏若涵\n岚江日报 2030年3月\n光子计数CT是重要进展。\n",
        f"推荐阅读的文献\n[1] 霍启明, 柏若涵. {TITLE}[J]. 岚江影像学杂志, 2030, 12(5): 1-9.\n",
        f"回复关键词获取会议资料下载\n霍启明1，柏若涵2\n1 {FIRST}，岚江 650000\n2 {SECOND}\n摘要：要点。\n",
    ],
)
def test_what_is_no_head_of_an_article(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("address", "towns"),
    [
        ("(1. {0}放射科, 岚江 650000; 2. {1}, 西陵 650001)", {FIRST: "岚江", SECOND: "西陵"}),
        ("1 {0}超声医学\n科，云岭省岚江市 650000；2 {1}，云岭 西陵 650001", {FIRST: "岚江市", SECOND: "西陵"}),
        ("1 {0}放射科（岚江 650000）\n2 {1}（西陵 650001）", {FIRST: "岚江", SECOND: "西陵"}),
        ("1 {0}，放射科 650000；2 {1}，电话 650001", {}),
        ("1 {0}；2 {1}，西陵 65000100", {}),
    ],
)
def test_where_the_houses_of_the_authors_stand(address: str, towns: dict[str, str]) -> None:
    page = document(f"{TITLE}\n霍启明1，柏若涵2\n{address.format(FIRST, SECOND)}\n摘要：要点。\n")
    found = (one for one in ArticleIngester().ingest(page, pipeline()) if isinstance(one, Fact))
    assert {one.subject.name: one.object.name for one in found if one.predicate == "LOCATED_IN"} == towns


def test_a_town_behind_two_institutions_side_by_side_is_none_of_them() -> None:
    text = f"{TITLE} ∗\n霍 启 明 柏若涵 †\n({FIRST} 近代影像教育部重点实验室 岚江 650000)\n摘要 要点.\n"
    homes = {fact[2] for fact in told(text.replace("岚江", "昆明")) if fact[1] == "AFFILIATED_WITH"}
    assert homes == {FIRST.replace("岚江", "昆明"), "近代影像教育部重点实验室"}


CT = (TITLE, "CONCERNS", "光子计数CT", None, None)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            f"首页\n{TITLE}∗\n2030-05-06霍启明柏若涵\n岚江影像学杂志 2030年5期\n关键词:心脏成像\n霍启明,柏若涵\n"
            f"({FIRST}放射科,岚江省影像研究所,岚江 650000)\n近年来光子计数探测器发展迅速。\n",
            {
                *MEN,
                IN_JOURNAL,
                *(at(name, home) for name in ("霍启明", "柏若涵") for home in (FIRST, "岚江省影像研究所")),
            },
        ),
        (f"{TITLE}\n霍启明1)†柏若涵2)\n(1){FIRST}, 岚江 650000;\n2){SECOND}, 西陵 650001)\n1 引 言\n", {*HOUSES, *MEN}),
        (
            f"{TITLE}\nPhoton-counting CT in Coronary Imaging\nDOI: 10.1234/x.2030.1, PDF\n"
            f"作者: 霍启明:{FIRST}放射科,云南 昆明;柏若涵*:{SECOND},云南 曲靖\n关键词: 心脏\n摘要: 要点。\n"
            f"文章引用:霍启明, 柏若涵. {TITLE}[J]. 岚江影像学杂志, 2030, 4(1): 8-14.\n",
            {*HOUSES, *MEN, IN_JOURNAL},
        ),
        (
            f"霍启明 HUO Qiming\n柏若涵 BAI Ruohan\n{TITLE}\n霍启明 HUO Qiming\n柏若涵 BAI Ruohan\n目的探讨新技术的价值。\n",
            {*MEN},
        ),
        (f"{TITLE}\n时间:2030-05-06\n霍启明 柏若涵\n[摘要] 要点。\n", {*MEN}),
        (
            f"{TITLE}\n作者单位:650000 岚江,{FIRST}放射科(霍启明);{SECOND}(柏若涵)\n霍启明(综述),柏若涵(审校)\n[关键词]CT\n",
            {*HOUSES, *MEN},
        ),
        (
            f"{TITLE}\n作者: 霍启明 1 柏若涵 2\n作者单位: 1. {FIRST}放射科(岚江省岚江 650000) 2. {SECOND}(西陵 650001)\n"
            "关键词: CT\n",
            {*HOUSES, *MEN},
        ),
        (
            f"{TITLE}\n霍启明1 柏若涵2\n作者单位 1.{FIRST}放射科，岚江 650000 2.{SECOND}，西陵 650001\n关键词: CT\n",
            {*HOUSES, *MEN},
        ),
    ],
)
def test_heads_that_no_summary_follows(text: str, facts: set[tuple[str, str, str, object, object]]) -> None:
    assert told(text) == {*facts, CT}


def test_one_author_of_a_surname_that_is_not_known() -> None:
    text = f"{TITLE}\n霍启明,柏若涵,翟文莉,嵺文远\n({FIRST}放射科,岚江 650000)\n正文。\n"
    assert wrote("嵺文远", 4) in told(text)


def test_the_star_that_a_line_explains_is_the_corresponding_authors() -> None:
    text = f"{TITLE}\n霍启明Δ,柏若涵†\n{FIRST}放射科,岚江 650000\n† 通信作者 E-mail:\nΔ 共同第一作者\n"
    assert {fact for fact in told(text) if fact[1] == "AUTHORED"} == {wrote("霍启明", 1), wrote("柏若涵", 2, True)}


def test_several_corresponding_authors_of_a_guideline_below_their_label() -> None:
    title = "肝脏超声造影临床应用专家共识意见(2030版)"
    text = (
        f"分享\n【标准与规范】{title.replace('(', ' (')}\n岚江医学会超声医学分会\n通信作者:\n"
        f"霍启明,{FIRST}超声医学科 岚江省影像研究所,Email:huo@example.com;\n柏若涵,{SECOND}超声科,Email:bai@example.com\n"
        "超声造影是重要手段。\n"
    )
    assert told(text) >= {
        *HOUSES,
        at("霍启明", "岚江省影像研究所"),
        *((name, "AUTHORED", title, None, True) for name in ("霍启明", "柏若涵")),
    }


@pytest.mark.parametrize(
    "text",
    [
        f"超声影像新技术学习班报名须知\n霍启明 柏若涵\n{FIRST}超声医学科，岚江 650000\n联系电话：0871-1234567\n",
        f"{TITLE}\n霍启明 柏若涵\n近日，{FIRST}收治患者100000例。\n",
        f"我院新技术简介\n霍启明 柏若涵\n{FIRST}，岚江 650000\n门诊时间：周一。\n",
    ],
)
def test_names_above_an_address_are_no_authors_of_their_own(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("byline", "corresponding"),
    [
        ("霍启明 1，柏若涵 2，翟文莉 1 通信作者", {"霍启明": False, "柏若涵": False, "翟文莉": True}),
        ("霍启明1（综述） 柏若涵2（通讯作者）", {"霍启明": False, "柏若涵": True}),
        ("霍启明①[责任作者]、柏若涵②", {"霍启明": True, "柏若涵": False}),
        ("霍启明1，柏若涵2", {"霍启明": None, "柏若涵": None}),
        ("霍启明1 指导柏若涵2", {}),
    ],
)
def test_words_behind_a_name_tell_who_is_corresponding(byline: str, corresponding: dict[str, bool | None]) -> None:
    text = f"{TITLE}\n{byline}\n1. {FIRST} 放射科，岚江 650000；\n2. {SECOND}，西陵 650001\n[摘要] 光子计数CT是重要进展。\n"
    page = document(text)
    facts = (one for one in ArticleIngester().ingest(page, pipeline()) if isinstance(one, Fact))
    assert {
        one.subject.name: one.qualifiers.get("corresponding") for one in facts if one.predicate == "AUTHORED"
    } == corresponding


def test_a_title_may_tell_of_a_fund() -> None:
    title = "2026-2030年国家自然科学基金影像领域资助情况分析"
    under = f"霍启明,柏若涵\n1.{FIRST},岚江 650000;2.{SECOND},西陵 650001\n正文。\n"
    assert {fact[2] for fact in told(f"{title}\n{under}") if fact[1] == "AUTHORED"} == {title}
    assert told(f"基金项目：国家自然科学基金影像领域重点项目\n{under}") == set()


def test_the_words_that_say_so_hold_the_title_and_the_address() -> None:
    laboratory = "岚江省光学成像重点实验室"
    homes = f"（1.{FIRST}放射科，岚江 650000；2.{laboratory}，岚江 650000）"
    text = f"{TITLE}\n霍启明1,2，柏若涵1\n{homes}\n摘要 综述。\n"
    facts = [one for one in ArticleIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]
    said = {(one.subject.name, one.predicate, one.object.name): "".join(one.evidence.quote.split()) for one in facts}
    assert TITLE in said["柏若涵", "AUTHORED", TITLE]
    assert FIRST in said["柏若涵", "AFFILIATED_WITH", FIRST]
    assert laboratory in said["霍启明", "AFFILIATED_WITH", laboratory]
    assert laboratory in said[laboratory, "WORKS_ON", "光学成像"]


def test_what_a_body_is_named_for_is_told_by_words_that_name_it() -> None:
    body, other = EntityRef(label="Organization", name="岚江光学成像实验室"), EntityRef(label="Organization", name="岚江大学")
    ours, whole = "我们实验室与岚江大学合作", "岚江光学成像实验室与岚江大学合作"
    facts = [
        Fact(
            subject=body,
            predicate="PART_OF",
            object=other,
            evidence=Evidence(document="d", span=Span(start=0, end=len(words)), quote=words, ingester="prose", rule="r"),
        )
        for words in (ours, whole)
    ]
    named = [one for one in named_for(facts, pipeline()) if isinstance(one, Fact) and one.predicate == "WORKS_ON"]
    assert [one.evidence.quote for one in named] == [whole]
    assert not [one for one in named_for(facts[:1], pipeline()) if isinstance(one, Fact) and one.predicate == "WORKS_ON"]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("光子计数CT的国产化: 现状与建议", "Publication"),
        ("基层影像质量控制面临的挑战及建议", "Publication"),
        ("超声造影操作流程的若干问题和建议", "Publication"),
        ("光子计数CT临床应用专家建议", "Guideline"),
        ("肺结节随访专家共识与建议", "Guideline"),
    ],
)
def test_advice_behind_the_state_of_things_is_no_guideline(title: str, label: str) -> None:
    article = article_of(
        document(f"{title}\n霍启明1，柏若涵2\n1. 岚江大学，岚江 650000；2. 西陵大学，西陵 650001\n摘要 要点。\n")
    )
    assert article is not None
    assert article.ref.label == label


@pytest.mark.parametrize(
    ("heads", "facts"),
    [
        (
            "霍启明 a，柏若涵 b\n（岚江大学 a.附属滨江医院放射科；b.药学院，岚江 650000）\n",
            {at("霍启明", FIRST), at("柏若涵", "岚江大学药学院")},
        ),
        (
            f"霍启明1a，柏若涵2\n1.岚江大学 a.附属滨江医院放射科；b.药学院，岚江 650000；2.{SECOND}超声科，西陵 650001\n",
            {at("霍启明", FIRST), at("柏若涵", SECOND)},
        ),
        (f"霍启明，柏若涵（{FIRST}影像科，岚江 650000）\n", {at("霍启明", FIRST), at("柏若涵", FIRST)}),
        (f"【作者】霍启明；柏若涵\n【单位】{FIRST}放射科；{SECOND}超声科\n", set()),
        (f"作者：霍启明，柏若涵\n作者单位：{FIRST}放射科\n", {at("霍启明", FIRST), at("柏若涵", FIRST)}),
    ],
)
def test_units_by_letters_in_brackets_and_behind_labels(heads: str, facts: set[tuple[str, str, str, object, object]]) -> None:
    found = told(f"{TITLE}\n{heads}摘要：光子计数CT是重要进展。\n")
    assert {one for one in found if one[1] in ("AUTHORED", "AFFILIATED_WITH")} == {
        *facts,
        wrote("霍启明", 1),
        wrote("柏若涵", 2),
    }


def test_letters_that_two_houses_have_mean_neither() -> None:
    units = "霍启明1a，柏若涵2a\n"
    units += "1.岚江大学 a.附属滨江医院；b.药学院，岚江 650000；2.西陵大学 a.第一医院；b.护理学院，西陵 650001\n"
    assert at("柏若涵", FIRST) not in told(f"{TITLE}\n{units}摘要：光子计数CT是重要进展。\n")


SUMMARY = "摘要：光子计数CT是重要进展。\n关键词：光子计数CT\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n霍启明¹，柏若涵²\n1. {FIRST}放射科，岚江 650000\n2. {SECOND}，西陵 650001\n{SUMMARY}",
        f"{TITLE}\n霍启明1，柏若涵2\n（1. {FIRST}（岚江，650000）；2. {SECOND}（西陵，650001））\n{SUMMARY}",
        f"{TITLE}\n霍启明①　柏若涵②\n{SUMMARY}①{FIRST}，岚江 650000\n②{SECOND}，西陵 650001\n",
        f"{TITLE}\n霍启明 柏若涵\n{SUMMARY}作者单位：650000 岚江，{FIRST}放射科（霍启明）；650001 西陵，{SECOND}（柏若涵）\n",
        f"{TITLE}\n霍启明 柏若涵\n{SUMMARY}"
        f"作者单位：650000 岚江，岚江大学\n附属滨江医院（霍启明）；650001 西陵，{SECOND}（柏若涵）\n",
        f"{TITLE}\n霍启明（{FIRST}）\n柏若涵（{SECOND}）\n{SUMMARY}",
    ],
    ids=["raised marks", "towns in brackets", "notes by marks", "notes by names", "a note of two lines", "a line for each"],
)
def test_houses_of_authors_in_other_places(text: str) -> None:
    assert {one for one in told(text) if one[1] in ("AUTHORED", "AFFILIATED_WITH")} == {
        wrote("霍启明", 1),
        wrote("柏若涵", 2),
        at("霍启明", FIRST),
        at("柏若涵", SECOND),
    }


@pytest.mark.parametrize(
    "line",
    [
        "† 通讯联系人，E-mail: huo@lanjiang.cn（柏若涵）",
        "*通信作者 柏若涵 (E-mail: huo@lanjiang.cn)",
        "责任作者：柏若涵，Tel：010-6000 0000",
        "Corresponding author: 柏若涵. huo@lanjiang.cn",
    ],
)
def test_who_is_corresponding_by_other_labels(line: str) -> None:
    found = told(f"{TITLE}\n霍启明，柏若涵\n（{FIRST}，岚江 650000）\n{SUMMARY}{line}\n")
    assert wrote("柏若涵", 2, corresponding=True) in found
    assert wrote("霍启明", 1) in found


def test_a_numbered_list_below_is_no_note_of_the_authors() -> None:
    found = told(f"{TITLE}\n霍启明，柏若涵\n{SUMMARY}1. {FIRST}率先开展，{SECOND}随后跟进。\n")
    assert not {one for one in found if one[1] == "AFFILIATED_WITH"}


def test_the_heading_of_a_section_is_no_guideline() -> None:
    assert not {
        one for one in told("某行业观察\n1. 国内指南与专家共识\n近年来发展迅速。\n责任作者：柏若涵\n") if one[1] == "AUTHORED"
    }
