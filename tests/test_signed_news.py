"""Who signs the news of a house: an office of it and names behind it, in whatever layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

HOUSE = "松岚市中心医院"
NEWS = (
    "松岚市中心医院    2031-06-21 18:02\n\n我院举办影像质控培训\n\n近日，培训在门诊楼举行，共有六十余人参加。\n\n"
    "{foot}\n版权所有：松岚市中心医院\n"
)


def at_home(tmp_path: Path, foot: str) -> set[tuple[str, str]]:
    path = tmp_path / "news.txt"
    path.write_text(NEWS.format(foot=foot), "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {(one.subject.name, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"}


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("文字：宣传科 柴小满   图片：放射科 石若谷", ["柴小满", "石若谷"]),
        ("文/图：超声医学科 霍启明 柏若涵", ["霍启明", "柏若涵"]),
        ("撰稿丨护理部 霍启明\n审核丨院办公室 柏若涵", ["霍启明", "柏若涵"]),
        ("（放射科 霍启明 供稿）", ["霍启明"]),
        ("供稿：核医学科 霍启明、柏若涵", ["霍启明", "柏若涵"]),
        ("编辑｜党委宣传部 霍启明  校对｜医务处 柏若涵", ["霍启明", "柏若涵"]),
    ],
)
def test_those_behind_an_office(tmp_path: Path, foot: str, names: list[str]) -> None:
    assert at_home(tmp_path, foot) == {(name, HOUSE) for name in names}


@pytest.mark.parametrize(
    "foot",
    [
        "文字：霍启明   图片：柏若涵",  # of no office
        "来源：健康报 霍启明",
        "图片：岚江大学第一医院放射科 霍启明",  # another house's
        "摄影：本报记者部 霍启明",
        "预约：放射科 周二上午",
    ],
)
def test_nobody_of_another_house_or_none(tmp_path: Path, foot: str) -> None:
    assert {one for one in at_home(tmp_path, foot) if one[1] == HOUSE} == set()
