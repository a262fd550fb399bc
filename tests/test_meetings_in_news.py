"""Sessions as short news tell them: by their number alone, their day without 于, whom a role names, who led the whole."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions
from kg.model import Fact
from tests.table_facts import document_of

FORUM = "第三届岚江影像论坛"
THIRD = "岚江影像论坛第3次"


def said(text: str, *predicates: str) -> set[tuple[str, ...]]:
    """Subject, object and role of the facts of some predicates, as all ingesters state them."""
    kept, _, _ = read_assertions(document_of(text), pipeline())
    return {
        (one.subject.name, one.object.name, *map(str, one.qualifiers.get("role", ())))  # type: ignore[arg-type]
        for one in kept
        if isinstance(one, Fact) and one.predicate in predicates
    }


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (f"{FORUM}5月12日在宁波召开，由松江省医学会主办。", {("松江省医学会", "主办")}),
        (f"{FORUM}5月12日在宁波召开，松江省医学会主办，岚江医院承办。", {("松江省医学会", "主办"), ("岚江医院", "承办")}),
        (f"{FORUM}在宁波召开。松江省医学会为主办单位，岚江医院为承办单位。", {("松江省医学会", "主办"), ("岚江医院", "承办")}),
        (f"松江省医学会主办，岚江医院承办，{FORUM}5月12日在宁波召开。", {("松江省医学会", "主办"), ("岚江医院", "承办")}),
        (f"{FORUM}在宁波开幕，主办方松江省医学会、承办方岚江医院分别致辞。", {("松江省医学会", "主办"), ("岚江医院", "承办")}),
        (f"{FORUM}落幕。会议5月12日在宁波举行，松江省医学会主办。", {("松江省医学会", "主办")}),
        (f"{FORUM}在宁波开幕。承办本届会议的是岚江医院。", {("岚江医院", "承办")}),
        (f"{FORUM}在宁波开幕，办会的是松江省医学会，岚江医院提供会务。", {("松江省医学会", "主办")}),
        (f"{FORUM}在宁波开幕。大会由松江省医学会主办，会务由岚江医院承接。", {("松江省医学会", "主办"), ("岚江医院", "承办")}),
        (
            f"{FORUM}在宁波开幕。本届论坛由松江省医学会主办，岚江医院和《松江超声杂志》编辑部承办。",
            {("松江省医学会", "主办"), ("岚江医院", "承办"), ("《松江超声杂志》编辑部", "承办")},
        ),
        (f"{FORUM}5月12日在宁波召开，下一届由松江省医学会承办。", set()),
        (f"{FORUM}5月12日在宁波召开，前四届由岚江医院主办，本届由松江省医学会主办。", set()),
        (f"上届主办方松江省医学会派人到会。{FORUM}5月12日在宁波召开。", set()),
    ],
)
def test_who_runs_a_session(text: str, roles: set[tuple[str, str]]) -> None:
    assert said(text, "RUN_BY") == {(THIRD, *one) for one in roles}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"岚江医院5月12日在宁波承办了{FORUM}。", {(THIRD, "宁波")}),
        (f"由松江省医学会主办的{FORUM}移师宁波。", {(THIRD, "宁波")}),
        (f"{FORUM}线上线下同步召开，主会场设在宁波，分会场设在杭州。", {(THIRD, "宁波")}),
        ("第一届岚江影像论坛在宁波召开；今年的第三届移师大连。", {("岚江影像论坛第1次", "宁波"), (THIRD, "大连")}),
        (f"{FORUM}5月12日举行。下一届论坛将在杭州举行。", set()),
        (f"{FORUM}5月12日举行，第四届将移师杭州。", set()),
        (f"300余名专家齐聚宁波，参加{FORUM}。", {(THIRD, "宁波")}),
        ("岚江影像论坛已是第三届，5月12日在宁波召开。", {(THIRD, "宁波")}),
        ("岚江影像论坛自2025年创办以来已举办两届，今年迎来第三届。5月12日，论坛在宁波开幕。", {(THIRD, "宁波")}),
    ],
)
def test_where(text: str, places: set[tuple[str, str]]) -> None:
    assert said(text, "HELD_IN") == places


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        (f"裘宁教授主持召开{FORUM}。", {"裘宁"}),
        (f"裘宁教授曾任{FORUM}大会主席，现已退休。", {"裘宁"}),
        (f"{FORUM}在宁波召开，裘宁、温向晨先后主持。", {"裘宁", "温向晨"}),
        (f"{FORUM}在宁波召开。裘宁、温向晨分别主持上午和下午的会议。", {"裘宁", "温向晨"}),
        (f"裘宁教授、温向晨教授主持{FORUM}开幕式。", set()),
        (f"{FORUM}在宁波召开。超声分会场，裘宁、温向晨先后主持。", set()),
        (f"裘宁主持召开科室会议，部署{FORUM}筹备工作。", set()),
    ],
)
def test_who_led_it(text: str, chairs: set[str]) -> None:
    assert said(text, "CHAIRED") == {(one, THIRD) for one in chairs}


def test_a_yearly_meeting_is_of_a_series() -> None:
    text = "松江省医师协会放射医师分会2031年年会7月22日在宁波召开。"
    name = "松江省医师协会放射医师分会{}年会"
    assert said(text, "IN_SERIES") == {(name.format("2031年"), name.format(""))}
    assert said(text, "HELD_IN") == {(name.format("2031年"), "宁波")}


def test_a_first_session_in_labelled_lines() -> None:
    text = "时间：2031年5月12日\n地点：宁波\n会议名称：首届松江超声峰会\n主办：松江省医学会\n"
    assert said(text, "IN_SERIES") == {("松江超声峰会第1次", "松江超声峰会")}


def test_a_dateline_is_no_part_of_a_name() -> None:
    text = "新华社溪山3月5日电2031年松江介入放射学会年会3月5日在宁波召开。"
    assert said(text, "HELD_IN") == {("2031年松江介入放射学会年会", "宁波")}


def test_a_line_of_holders_is_no_owner_of_the_session_below() -> None:
    text = f"主办单位：松江省医学会\n承办单位：岚江医院、溪山市第一人民医院\n\n{FORUM}5月12日在宁波召开。"
    assert said(text, "IN_SERIES") == {(THIRD, "岚江影像论坛")}
