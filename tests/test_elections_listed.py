"""Elections told in other orders: the office first, behind a colon or a blank, in the next paragraph; whom a house lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact
from tests.table_facts import document_of
from tests.test_lists_of_people import AT
from tests.test_lists_of_people import told as told_by
from tests.test_officers_told import offices

BRANCH = "云岭省医学会影像学分会"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{BRANCH}换届会昨日举行。当选主任委员：霍启明；当选副主任委员的有柏若涵、翟文莉；秘书：池小满。",
            {("霍启明", "主任委员"), ("柏若涵", "副主任委员"), ("翟文莉", "副主任委员"), ("池小满", "秘书")},
        ),
        (
            f"{BRANCH}选举产生第一届委员会。结果如下：主任委员 霍启明（岚江大学），副主任委员 柏若涵、翟文莉，总干事为池小满。",
            {("霍启明", "主任委员"), ("柏若涵", "副主任委员"), ("翟文莉", "副主任委员"), ("池小满", "总干事")},
        ),
        (
            f"{BRANCH}换届，霍启明当选为主任委员：柏若涵、翟文莉当选为副主任委员。",
            {("霍启明", "主任委员"), ("柏若涵", "副主任委员"), ("翟文莉", "副主任委员")},
        ),
        (
            f"大会选举东岭医院霍启明为{BRANCH}新一届主任委员，特聘请柏若涵为顾问。",
            {("霍启明", "主任委员"), ("柏若涵", "顾问")},
        ),
        (
            f"{BRANCH}换届选举会召开，霍启明当选主任委员。\n霍启明教授还提名池小满出任秘书长。翟文莉教授应邀作报告，并受聘担任名誉主任委员。",
            {("霍启明", "主任委员"), ("池小满", "秘书长"), ("翟文莉", "名誉主任委员")},
        ),
        ("医院党委换届，霍启明当选为党委书记：柏若涵、翟文莉出席会议并作报告。", set()),
    ],
)
def test_elections(text: str, told: set[tuple[str, str]]) -> None:
    assert offices(text) == {(*one, BRANCH) for one in told}


def test_a_list_of_those_who_run_an_alliance() -> None:
    alliance = "云岭省在线自适应放疗联盟"
    text = (
        f"当天下午，{alliance}成立。会议推举霍启明为理事长，柏若涵、翟文莉为副理事长，岚江县人民医院肿瘤科主任上官晴为秘书长。"
    )
    told = {("霍启明", "理事长"), ("柏若涵", "副理事长"), ("翟文莉", "副理事长"), ("上官晴", "秘书长")}
    assert offices(text) == {(*one, alliance) for one in told}
    other = f"{alliance}成立。联盟顾问由云岭省抗癌协会理事长池小满担任。"
    assert offices(other) == {("池小满", "理事长", "云岭省抗癌协会"), ("池小满", "顾问", alliance)}


def test_those_below_the_head_of_a_board() -> None:
    board = "云岭省核医学质量控制中心专家委员会"
    text = f"霍启明任{board}主任，柏若涵、翟文莉任副主任，池小满任秘书。"
    told = {("霍启明", "主任"), ("柏若涵", "副主任"), ("翟文莉", "副主任"), ("池小满", "秘书")}
    assert offices(text) == {(*one, board) for one in told}
    assert offices("霍启明任岚江市人民医院影像科主任，柏若涵、翟文莉任副主任。") == set()


def test_rows_of_names_and_houses() -> None:
    """The words below the last row are no part of it."""
    found = told_by(
        "推荐出的副主任委员候选人名单如下（按单位列）：",
        "霍启明    岚江大学附属滨江医院核医学科",
        "石  峰    云岭省肿瘤医院核医学科",
        "汪  静    东岭医院核医学科",
        "    柏若涵主任随后作了总结发言。",
    )
    assert {(who, where) for who, said, where, _ in found if said == AT} == {
        ("霍启明", "岚江大学附属滨江医院"),
        ("石峰", "云岭省肿瘤医院"),
        ("汪静", "东岭医院"),
    }


def test_one_line_is_no_list() -> None:
    assert told_by("会议在滨江召开。", "霍启明    东岭医院", "会议由池小满主持。") == set()


HOUSES = {"霍启明": "岚江大学附属第一医院", "柏若涵": "东岭医院", "翟文莉": "溪山市人民医院", "池小满": "松江省肿瘤医院"}
SEATS = {"霍启明": "主任委员", "柏若涵": "副主任委员", "翟文莉": "副主任委员", "池小满": "秘书"}


def listed(folder: Path, text: str) -> tuple[set[tuple[str, str, str]], set[tuple[str, str]]]:
    """Whom all readers make an officer of which body, and where these work."""
    path = folder / "page.txt"
    path.write_text(text, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    facts = [one for one in kept if isinstance(one, Fact)]
    offices_told = {
        (one.subject.name, *one.qualifiers["role"], one.object.name)
        if isinstance(one.qualifiers["role"], tuple)
        else (one.subject.name, str(one.qualifiers["role"]), one.object.name)
        for one in facts
        if one.predicate == "MEMBER_OF"
    }
    return offices_told, {(one.subject.name, one.object.name) for one in facts if one.predicate == "AFFILIATED_WITH"}


LAYOUTS = [
    "职务\t姓名\t工作单位\n主任委员\t霍启明\t{a}\n副主任委员\t柏若涵\t{b}\n\t翟文莉\t{c}\n秘书\t池小满\t{d}",
    "姓名\t单位\t学会职务\n霍启明\t{a}\t主任委员\n柏若涵\t{b}\t副主任委员\n翟文莉\t{c}\t副主任委员\n池小满\t{d}\t秘书",
    "主任委员：{a}霍启明；副主任委员：{b}柏若涵、{c}翟文莉；秘书：{d}池小满。",
    "主任委员：霍启明（{a}）\n副主任委员：柏若涵（{b}）、翟文莉（{c}）\n秘书：池小满（{d}）",
    "一、主任委员\n\n1. 霍启明，{a}\n\n二、副主任委员\n\n1. 柏若涵，{b}\n\n2. 翟文莉，{c}\n\n三、秘书\n\n1. 池小满，{d}",
    "主任委员 霍启明 {a}\n\n副主任委员 柏若涵 {b}\n\n副主任委员 翟文莉 {c}\n\n秘书 池小满 {d}",
    "{a}霍启明当选主任委员，{b}柏若涵、{c}翟文莉当选副主任委员，{d}池小满任秘书。",
    "会议选举{a}霍启明为主任委员，{b}柏若涵、{c}翟文莉为副主任委员，{d}池小满为秘书。",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "head",
    [
        f"{BRANCH}换届选举会议在武汉召开\n\n会议以无记名投票方式进行。\n\n",
        f"{BRANCH}第七届委员会成立\n\n5月8日，{BRANCH}完成换届选举，结果如下：\n\n",
    ],
)
def test_a_list_without_a_body_is_of_the_election_told(head: str, layout: str, tmp_path: Path) -> None:
    words = layout.format(a=HOUSES["霍启明"], b=HOUSES["柏若涵"], c=HOUSES["翟文莉"], d=HOUSES["池小满"])
    told, homes = listed(tmp_path, head + words + "\n\n代表们纷纷表示收获满满。\n")
    assert told == {(who, seat, BRANCH) for who, seat in SEATS.items()}
    assert homes == set(HOUSES.items())


@pytest.mark.parametrize(
    "head",
    [
        "岚江医院影像科完成党支部换届\n\n",
        f"{BRANCH}、云岭省医学会超声学分会换届会议在武汉召开\n\n",
        f"{BRANCH}第七届委员会委员候选人名单\n\n",
        f"{BRANCH}年会在武汉召开\n\n",
    ],
)
def test_a_list_of_no_one_branch_s_election(head: str, tmp_path: Path) -> None:
    words = LAYOUTS[0].format(a=HOUSES["霍启明"], b=HOUSES["柏若涵"], c=HOUSES["翟文莉"], d=HOUSES["池小满"])
    told, _ = listed(tmp_path, head + words + "\n")
    assert told == set()


def test_the_body_of_who_presides_is_not_the_one_elected() -> None:
    text = (
        "溪山市中西医结合学会影像专业委员会换届，溪山市医学影像研究会乳腺专业委员会成立。\n"
        "换届会议先开，主持人是溪山市中西医结合学会秘书长、溪山市中医院副书记霍启明，由他公布选举结果：主任委员柏若涵，副主任委员翟文莉。\n"
        "随后是乳腺专业委员会的选举，溪山市医学影像研究会理事长、溪山市放射学分会主任委员池小满教授主持并宣读任职决定。"
        "柏若涵再次被选为主任委员，封晓、裘宁出任副主任委员。"
    )
    branch = "溪山市医学影像研究会乳腺专业委员会"
    assert offices(text) == {
        ("霍启明", "秘书长", "溪山市中西医结合学会"),
        ("池小满", "理事长", "溪山市医学影像研究会"),
        ("池小满", "主任委员", "溪山市放射学分会"),
        ("柏若涵", "主任委员", branch),
        ("封晓", "副主任委员", branch),
        ("裘宁", "副主任委员", branch),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"经选举，霍启明续任{BRANCH}主任委员，柏若涵当选常务委员。", {("霍启明", "主任委员"), ("柏若涵", "常务委员")}),
        (f"西岭医院霍启明教授以高票当选{BRANCH}主任委员。", {("霍启明", "主任委员")}),
        (
            f"{BRANCH}换届，西岭医院霍启明、东岭医院柏若涵双双当选副主任委员。",
            {("霍启明", "副主任委员"), ("柏若涵", "副主任委员")},
        ),
        (
            f"{BRANCH}主任委员一职由霍启明教授接任，柏若涵教授改任名誉主任委员。",
            {("霍启明", "主任委员"), ("柏若涵", "名誉主任委员")},
        ),
        (
            f"西岭医院3人在{BRANCH}任职。其中霍启明任副主任委员，柏若涵任常务委员。",
            {("霍启明", "副主任委员"), ("柏若涵", "常务委员")},
        ),
        (f"{BRANCH}召开全体委员会议，补选霍启明为副主任委员。", {("霍启明", "副主任委员")}),
        (f"{BRANCH}将于明年换届，霍启明有望接任主任委员。", set()),
        (f"{BRANCH}换届。霍启明教授在{BRANCH}年会上担任执行主席。", set()),
        (f"霍启明教授在{BRANCH}换届中再次当选主任委员。", {("霍启明", "主任委员")}),
        (
            f"{BRANCH}换届，霍启明、柏若涵、翟文莉分别当选主任委员、副主任委员和秘书长。",
            {("霍启明", "主任委员"), ("柏若涵", "副主任委员"), ("翟文莉", "秘书长")},
        ),
        (f"{BRANCH}换届，霍启明、柏若涵、翟文莉分别当选主任委员和秘书长。", set()),
        (f"{BRANCH}换届，霍启明、柏若涵分别当选副主任委员。", {("霍启明", "副主任委员"), ("柏若涵", "副主任委员")}),
    ],
)
def test_elections_in_other_words(text: str, told: set[tuple[str, str]]) -> None:
    assert offices(text) == {(*one, BRANCH) for one in told}


def test_the_young_of_a_branch_are_one_body() -> None:
    text = f"{BRANCH}青年委员会成立，霍启明当选青年委员会主任委员。"
    kept = (one for one in read_assertions(document_of(text), pipeline())[0] if isinstance(one, Fact))
    assert {one.object.name for one in kept if one.predicate == "MEMBER_OF"} == {f"{BRANCH}青年委员会"}
