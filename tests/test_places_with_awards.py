"""News of a work that won: who stands where among those who completed it, and so what each received."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document

WORK, PRIZE = "定量血管成像的临床应用", "岚江省科技进步奖"
WON = f"此前，放射科“{WORK}”曾获2022年{PRIZE}一等奖，"


def told(text: str, predicate: str) -> dict[str, object]:
    """Each person with the place."""
    found = ProseIngester().ingest(document(text), pipeline())
    facts = [one for one in found if isinstance(one, Fact) and one.predicate == predicate and one.subject.label == "Person"]
    return {one.subject.name: one.qualifiers.get("rank") for one in facts}


@pytest.mark.parametrize(
    ("behind", "places"),
    [
        ("霍启明、柏若涵分列第一、第三完成人，第二完成人为已退休的老主任章鸿。", {"霍启明": 1, "柏若涵": 3, "章鸿": 2}),
        ("霍启明、柏若涵分别为第二、第四完成人，第一完成人是已故的老院长龙远。", {"霍启明": 2, "柏若涵": 4, "龙远": 1}),
        ("霍启明位列第二完成人，第三完成人系放射科技师长柏若涵。", {"霍启明": 2, "柏若涵": 3}),
        ("霍启明为第一完成人，第二完成人为我院退休教授龙远志。", {"霍启明": 1, "龙远志": 2}),
        ("第一完成人霍启明，第二完成人柏若涵。", {"霍启明": 1, "柏若涵": 2}),
    ],
)
def test_each_with_the_place(behind: str, places: dict[str, int]) -> None:
    assert told(WON + behind, "PARTICIPATED_IN") == places
    assert told(WON + behind, "RECEIVED") == places


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORK}”拟申报2022年{PRIZE}一等奖，霍启明、柏若涵分列第一、第三完成人。",
        f"“{WORK}”获2022年{PRIZE}提名，霍启明为第一完成人。",
        f"{WON}感谢霍启明、柏若涵的支持。",
    ],
)
def test_nobody_received_what_was_not_given(text: str) -> None:
    assert told(text, "RECEIVED") == {}


def test_an_award_of_another_sentence_is_not_repeated() -> None:
    text = f"{WON}团队很高兴。该项目由霍启明为第一完成人。"
    assert told(text, "RECEIVED") == {}


def test_who_taught_the_winner_and_years_of_an_honour() -> None:
    text = "岚江大学第一附属医院核医学科获评“2024—2025年度先进集体”，"
    text += "学院2022级博士生霍启明（导师柏若涵）获“青年优秀论文奖”一等奖。"
    assert set(told(text, "RECEIVED")) == {"霍启明"}
    found = ProseIngester().ingest(document(text), pipeline())
    bodies = [one for one in found if isinstance(one, Fact) and one.predicate == "RECEIVED" and one.subject.label != "Person"]
    assert [(one.object.name, one.qualifiers) for one in bodies] == [("先进集体", {"year": 2025})]
