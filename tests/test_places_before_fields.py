"""A place before a field is none of a technique's name, however often a document says both."""

from __future__ import annotations

from pathlib import Path

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact


def test_a_place_before_a_field_makes_no_technique_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("溪山新区医学影像高峰论坛举行\n近日，第三届溪山新区医学影像高峰论坛举行。溪山新区区属医院到会。\n", "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    named = {one.object.name for one in kept if isinstance(one, Fact) and one.predicate == "CONCERNS"}
    assert named == {"医学影像"}
