"""What holds however many documents come, and however they end: memory that does not grow, tables cut off after their head."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path
from typing import Any

import pytest

import ingest
from ingest.award import AwardIngester
from ingest.base import once
from ingest.nlp import entities, pipeline
from ingest.pipeline import read_document
from tests.invented import invented
from tests.table_facts import document_of


def kept_answers() -> Iterator[tuple[str, Any]]:
    """The functions of the package that keep their answers."""
    for module in pkgutil.walk_packages(ingest.__path__, "ingest."):
        for name, value in vars(import_module(module.name)).items():
            if hasattr(value, "cache_parameters"):
                yield f"{module.name}.{name}", value


def _parameters(function: Any) -> Iterable[Parameter]:
    return signature(function).parameters.values()


def test_what_is_kept_by_text_is_bounded() -> None:
    by_text = {name: kept for name, kept in kept_answers() if any(one.annotation == "str" for one in _parameters(kept))}
    unbounded = {name for name, kept in by_text.items() if kept.cache_parameters()["maxsize"] is None}
    known = {name for name in unbounded if name.endswith((".concepts", "._made"))}  # asked of schemes and parts, not of words
    assert unbounded == known, "give these a maxsize, or they grow with every document"


def test_a_document_is_read_once_for_all_who_ask() -> None:
    asked: list[str] = []
    reading = once(lambda document: asked.append(document.text))
    first, second = document_of("甲"), document_of("乙")
    for document in (first, first, second, second, first):
        reading(document)
    assert asked == ["甲", "乙", "甲"]


@pytest.mark.parametrize("head", ["姓名 排名 技术职称 工作单位", "姓名\n排名\n技术职称\n工作单位"])
def test_a_table_may_end_with_its_head(head: str, tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text(
        f"项目名称：低剂量胸部CT重建方法\n提名单位：某某省卫生健康委员会\n主要完成单位：临江医科大学\n{head}\n", "utf-8"
    )
    stated = list(AwardIngester().ingest(read_document(path), pipeline()))
    assert {one.subject.name for one in stated if hasattr(one, "subject")} >= {"临江医科大学"}


@pytest.mark.parametrize("number", range(0, 60, 7))
def test_the_component_sets_what_is_found_in_the_text(number: int) -> None:
    for line in invented(number).splitlines():
        found = [(one.start, one.end, one.label, one.concept) for one in entities(line, pipeline())]
        assert [(one.start_char, one.end_char, one.label_, one.kb_id_) for one in pipeline()(line).ents] == found


def test_one_blank_inside_a_concept_may_be_there_or_not() -> None:
    for line in ("采用T1 mapping技术", "采用T1mapping技术", "采用t1 Mapping 技术"):
        (found,) = (one for one in entities(line, pipeline()) if one.label == "TECHNOLOGY" and one.start == 2)
        assert found.concept
        assert line[found.start : found.end].lower().replace(" ", "") == "t1mapping"
