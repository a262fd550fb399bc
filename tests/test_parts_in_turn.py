"""The parts of a project with those in charge of them told in their order, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_prose import stated

ONE, TWO, THREE = "晶体生长工艺研究", "读出电路研制", "重建算法研究"
LISTED = f"国家重点研发计划“碲锌镉部件研制”项目启动。项目下设三个课题：“{ONE}”“{TWO}”“{THREE}”。"
HOUSES = {(ONE, "HOSTED_BY", "岚江微电子研究院"), (TWO, "HOSTED_BY", "岚江大学"), (THREE, "HOSTED_BY", "岚江大学附属医院")}


def told(text: str) -> set[tuple[str, str, str]]:
    parts = {ONE, TWO, THREE}
    return {fact for fact in stated(text) if fact[1] in ("LEADS", "HOSTED_BY") and (fact[0] in parts or fact[2] in parts)}


@pytest.mark.parametrize(
    "text",
    [
        f"{LISTED}三个课题的承担单位依次为岚江微电子研究院、岚江大学和岚江大学附属医院。",
        f"{LISTED}各课题牵头单位分别是岚江微电子研究院、岚江大学、岚江大学附属医院。",
        f"项目设三个课题，课题一“{ONE}”、课题二“{TWO}”、课题三“{THREE}”，分别由岚江微电子研究院、岚江大学和岚江大学附属医院承担。",
        f"项目分解为“{ONE}”、“{TWO}”和“{THREE}”三项任务，依次由岚江微电子研究院、岚江大学、岚江大学附属医院牵头。",
    ],
)
def test_houses_in_turn(text: str) -> None:
    assert told(text) == HOUSES


def test_people_in_turn() -> None:
    text = f"{LISTED}课题负责人依次为裘宁远教授、冉竹研究员和祝云帆主任医师。"
    assert told(text) == {("裘宁远", "LEADS", ONE), ("冉竹", "LEADS", TWO), ("祝云帆", "LEADS", THREE)}


@pytest.mark.parametrize(
    "text",
    [
        f"{LISTED}三个课题的承担单位依次为岚江微电子研究院、岚江大学。",
        f"会上播放了“{ONE}”“{TWO}”“{THREE}”三部宣传片，分别由岚江微电子研究院、岚江大学和岚江大学附属医院负责拍摄。",
        f"{LISTED}参与单位包括岚江微电子研究院、岚江大学和岚江大学附属医院。",
    ],
    ids=["one too few", "no parts of a project", "who takes part"],
)
def test_nothing_is_guessed(text: str) -> None:
    assert not {fact for fact in told(text) if fact[1] == "HOSTED_BY"}
