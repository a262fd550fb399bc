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
