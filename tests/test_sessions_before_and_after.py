"""Reports of a numbered session that tell of the one before, of the next, and of who organised it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

REPORT = "会议综述\n\n2031年10月17—19日，岚江科学论坛第63次学术讨论会在福建省厦门市举行，主题为“分子影像”。{here}\n\n{below}\n"
THIS, BEFORE = "岚江科学论坛第63次", "岚江科学论坛第38次"


def told(tmp_path: Path, predicate: str, here: str = "", below: str = "会上讨论热烈。") -> set[tuple[str, str]]:
    path = tmp_path / "report.txt"
    path.write_text(REPORT.format(here=here, below=below), "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {(one.subject.name, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate == predicate}


@pytest.mark.parametrize(
    "below",
    [
        "论坛上一次讨论该议题是2016年在泉州召开的第38次学术讨论会，当时由已故的霍启宏院士担任执行主席。",
        "上一次讨论放射性药物的是第38次学术讨论会，由霍启宏教授任执行主席。",
    ],
)
def test_the_chair_of_the_session_before(tmp_path: Path, below: str) -> None:
    assert told(tmp_path, "CHAIRED", below=below) == {("霍启宏", BEFORE)}


@pytest.mark.parametrize(
    "below",
    [
        "上一次会议于2018年召开，由霍启宏院士担任执行主席。",
        "第64次学术讨论会拟于明年召开，建议由霍启宏教授担任执行主席。",
        "下一次讨论会初步商定由霍启宏教授担任执行主席。",
    ],
)
def test_no_chair_of_this_session(tmp_path: Path, below: str) -> None:
    assert not {one for one in told(tmp_path, "CHAIRED", below=below) if one[1] == THIS}


@pytest.mark.parametrize("noun", ["本次讨论会", "本次学术讨论会", "此次座谈会", "本次会议", "论坛"])
def test_who_organised_the_discussion(tmp_path: Path, noun: str) -> None:
    here = f"{noun}由岚江科学论坛办公室主办，鹭江大学承办，闽江省核学会协办。"
    bodies = {"岚江科学论坛办公室", "鹭江大学", "闽江省核学会"}
    assert told(tmp_path, "RUN_BY", here=here) == {(THIS, body) for body in bodies}
    planned = f"{noun}决定下一届由鹭江大学承办。"
    assert told(tmp_path, "RUN_BY", here=planned) == set()
