"""Boards of journals and societies that go by their letters; books have editors too, and are no journals."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


def offices(text: str) -> set[tuple[str, str, str]]:
    """Who edits which journal as what, and who is in which society."""
    facts = ProseIngester().ingest(document(text), pipeline())
    return {
        (one.subject.name, "兼".join(one.qualifiers["role"]), one.object.name)  # type: ignore[arg-type]
        for one in facts
        if isinstance(one, Fact) and one.predicate in ("MEMBER_OF", "EDITS")
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "栾清远，云岭大学教授，《云岭光学学报》编委、《影像技术杂志》副主编。",
            {("栾清远", "编委", "云岭光学学报"), ("栾清远", "副主编", "影像技术杂志")},
        ),
        (
            "栾清远教授兼任《东岭放射学杂志》第十届编委会副总编、《EJLMI》编委。",
            {("栾清远", "副总编", "东岭放射学杂志"), ("栾清远", "编委", "EJLMI")},
        ),
        (
            "栾清远教授长期从事超声工作。他还担任《东岭超声杂志》《云岭医学影像技术》等多种期刊编委。",
            {("栾清远", "编委", "东岭超声杂志"), ("栾清远", "编委", "云岭医学影像技术")},
        ),
        (
            "现任《东岭介入学》杂志编委的栾清远教授说，期刊要办好。《东岭放射学杂志》主编柏若涵教授到会。",
            {("栾清远", "编委", "东岭介入学"), ("柏若涵", "主编", "东岭放射学杂志")},
        ),
        ("栾清远是《云岭光学学报》编委，担任《东岭医学报》审稿人。", {("栾清远", "编委", "云岭光学学报")}),
        ("栾清远，男，主任医师。为Annals of Lumen副主编。", {("栾清远", "副主编", "Annals of Lumen")}),
        (
            "栾清远教授参与创办《东岭放射学杂志》，任总编辑三十余年。",
            {("栾清远", "总编辑", "东岭放射学杂志")},
        ),
        (
            "栾清远，IEEE高级会员、SPIE会士，ISMRM Fellow。",
            {("栾清远", "高级会员", "IEEE"), ("栾清远", "会士", "SPIE"), ("栾清远", "Fellow", "ISMRM")},
        ),
        ("栾清远教授是IEEE UFFC学会会员。", {("栾清远", "会员", "IEEE UFFC学会")}),
        ("栾清远教授主编《儿童影像诊断学》，任《儿科影像手册》副主编，参编《放射诊断学》。", set()),
        ("栾清远教授办理了VIP会员，并在《东岭放射学杂志》发表论文。", set()),
    ],
)
def test_boards(text: str, told: set[tuple[str, str, str]]) -> None:
    assert offices(text) == told


CENTRE = (
    "岚江片区核医学质控协作中心挂靠于溪山大学附属医院，现任主任为溪山大学附属医院核医学科主任 栾清远 教授，"
    "副主任为云岭省肿瘤医院 柏若涵 主任医师和东岭第一人民医院 闵至柔 主任技师。"
)


@pytest.mark.parametrize("text", [CENTRE, CENTRE.replace(" ", ""), CENTRE.replace("质控协作中心", "质量控制中心")])
def test_centres_of_quality_control_have_heads_of_many_houses(text: str) -> None:
    told = {(name, role) for name, role, body in offices(text) if body.startswith("岚江片区核医学质")}
    assert told == {("栾清远", "主任"), ("柏若涵", "副主任"), ("闵至柔", "副主任")}


def test_they_are_told_by_who_heads_them_too() -> None:
    text = "云岭市超声质控中心挂靠云岭医院，由栾清远任主任，柏若涵任副主任。"
    assert offices(text) == {("栾清远", "主任", "云岭市超声质控中心"), ("柏若涵", "副主任", "云岭市超声质控中心")}


def test_posts_after_a_presented_person_are_his() -> None:
    text = "柏若涵，云岭医院放射科主任，主任医师。岚江影像学会常务委员，云岭市医学会影像技术分会顾问。"
    assert offices(text) == {("柏若涵", "常务委员", "岚江影像学会"), ("柏若涵", "顾问", "云岭市医学会影像技术分会")}
    text = "柏若涵，云岭医院放射科主任，认为应当谨慎。岚江影像学会会长的观点与此相反。"
    assert not offices(text)


def test_a_fellow_of_an_academy_abroad_is_its_member() -> None:
    text = "柏若涵2018年被选为美国医学与生物工程院会士，连续三届出任世界分子影像学会中国分会主席。"
    assert ("柏若涵", "主席", "世界分子影像学会中国分会") in offices(text)
    assert ("柏若涵", "会士", "美国医学与生物工程院") in offices(text)


def test_another_houses_head_is_not_the_centres() -> None:
    assert not offices("岚江省核医学质控中心设在云岭医院。该院影像科有医师30人，主任为栾清远教授。")
    assert not offices("云岭医院影像科设有岚江省核医学质控中心，主任为栾清远教授。")


def test_blanks_part_a_name_from_the_post_before_it() -> None:
    facts = ProseIngester().ingest(
        document("本次报告由溪山大学附属医院核医学科主任 栾清远 教授和望海医院副院长 柏若涵 主任医师作。"), pipeline()
    )
    told = {
        (one.subject.name, one.object.name, one.qualifiers["position"])
        for one in facts
        if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH" and "title" in one.qualifiers
    }
    assert told == {("栾清远", "溪山大学附属医院", "核医学科主任"), ("柏若涵", "望海医院", "副院长")}
