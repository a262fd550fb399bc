"""The rooms that a house is made of, the boards of laboratories, and what bodies are part of by their names: and traps."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.prose.houses.parents import parent
from ingest.wholes import with_wholes
from kg.model import Fact
from tests.test_prose import document


def facts(text: str, predicate: str) -> set[tuple[str, str]]:
    """Subject and object of a text's facts of one predicate."""
    found = (one for one in with_wholes(ProseIngester().ingest(document(text), pipeline())) if isinstance(one, Fact))
    return {(one.subject.name, one.object.name) for one in found if one.predicate == predicate}


WARD = "云溪市中心医院超声医学科"


@pytest.mark.parametrize(
    ("text", "rooms"),
    [
        (f"{WARD}始建于1979年。科室由腹部超声室、心脏超声室和介入治疗室组成。", ("腹部超声室", "心脏超声室", "介入治疗室")),
        (f"{WARD}下设腹部超声室、术中超声室2个专业组。", ("腹部超声室", "术中超声室")),
        (f"{WARD}亚专业齐全，主要包括：造影室（含图文系统）、妇产超声中心。", ("造影室", "妇产超声中心")),
        (
            f"{WARD}由颅脑、胸部、四肢三个监护病区、放疗科和转化研究平台组成。",
            ("颅脑监护病区", "胸部监护病区", "四肢监护病区", "放疗科", "转化研究平台"),
        ),
        (f"{WARD}下设造影室、核素治疗门诊和病房。", ("造影室", "核素治疗门诊")),
        (f"{WARD}设有会议室、示教室。", ()),
        (f"{WARD}成立了团队。MDT团队由放射科、病理科组成。", ()),
        (f"{WARD}拥有高端设备，包括超声诊断仪和监护仪。", ()),
    ],
)
def test_rooms_of_a_department(text: str, rooms: tuple[str, ...]) -> None:
    found = {pair for pair in facts(text, "PART_OF") if pair[1] == WARD}
    assert found == {(WARD + room, WARD) for room in rooms}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "岚江省神经影像重点实验室第二届学术委员会会议在云溪举行。学术委员会主任由柏舟院士担任，副主任由闻人静教授担任。",
            {"柏舟": "主任", "闻人静": "副主任"},
        ),
        (
            "云岭影像研究中心专家委员会成立。专家委员会主任为柏舟教授，委员为闻人静、戚一鸣。",
            {"柏舟": "主任", "闻人静": "委员", "戚一鸣": "委员"},
        ),
        ("云岭影像研究中心专家委员会成立。研究中心主任由柏舟教授担任。", {}),
    ],
)
def test_heads_of_boards(text: str, expected: dict[str, str]) -> None:
    found = [one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]
    offices = {one.subject.name: one.qualifiers["role"][0] for one in found if one.predicate == "MEMBER_OF"}  # type: ignore[index]
    assert offices == expected


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("柏舟医学基金会影像专家委员会", "柏舟医学基金会"),
        ("云溪市影像技术研究会超声分会", "云溪市影像技术研究会"),
        ("云溪成像重点实验室学术委员会", "云溪成像重点实验室"),
        ("岚江省科学技术厅社会发展处", "岚江省科学技术厅"),
        ("岚江省疾病预防控制中心放射卫生所", "岚江省疾病预防控制中心"),
        ("岚江医院核医学科体外实验室", "岚江医院核医学科"),
        ("岚江医院医学影像科学研究中心", "岚江医院"),
        ("国家卫生健康委员会核医学重点实验室", None),
        ("岚江省发展和改革委员会", None),
        ("云溪市第六人民医院", None),
    ],
)
def test_whole_by_name(name: str, whole: str | None) -> None:
    assert parent(name) == whole


def test_bodies_known_by_the_end_of_their_names_tell_whose_they_are() -> None:
    text = "会议由云溪市医学会血液分会、肿瘤分会、影像技术学分会协办。"
    text = "2023云溪影像峰会在云溪召开。" + text
    found = facts(text, "PART_OF")
    assert {("云溪市医学会肿瘤分会", "云溪市医学会"), ("云溪市医学会影像技术学分会", "云溪市医学会")} <= found
