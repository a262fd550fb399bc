"""Lists of devices by the grammar of their names, of the house that a clause, a page or a heading tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.readers.text import TextReader
from kg.model import Fact
from tests.test_prose import stated


def has(text: str) -> set[tuple[str, str]]:
    """Which device which house has."""
    return {(what, who) for what, predicate, who in stated(text) if predicate == "ADOPTED_BY"}


@pytest.mark.parametrize(
    ("text", "house", "things"),
    [
        (
            "岚江市中医院眼科近年来添置了先进的裂隙灯显微镜、非接触眼压计、眼底荧光造影机等设备。",
            "岚江市中医院眼科",
            {"裂隙灯显微镜", "非接触眼压计", "眼底荧光造影机"},
        ),
        (
            "近年来，云岭县人民医院投入800万元，先后购置了德国进口腹腔镜、电子支气管镜和肌电图机各1台。",
            "云岭县人民医院",
            {"腹腔镜", "支气管镜", "肌电图机"},
        ),
        (
            "岚江医院耳鼻喉科成立于1985年。科室设备先进，包括电子鼻咽喉镜、鼻内镜手术系统。",
            "岚江医院耳鼻喉科",
            {"电子鼻咽喉镜", "鼻内镜手术系统"},
        ),
        (
            "岚江医院神经内科成立于1985年。神经内科现拥有两台肌电诱发电位仪，三台视频脑电图仪。",
            "岚江医院神经内科",
            {"肌电诱发电位仪", "视频脑电图仪"},
        ),
        (
            "岚江医院核医学科成立于1985年。核医学科各种设备先进，现有MediTrace 300医用回旋加速器1台、"
            "GC Discovery NM/CT 870max 显像仪1台(Holo Discovery Wi DEXA 1台)、双探头γ免疫计数仪2台等。",
            "岚江医院核医学科",
            {"MediTrace 300医用回旋加速器", "GC Discovery NM/CT 870max 显像仪", "双探头γ免疫计数仪"},
        ),
        (
            "云岭口腔医院成立于1985年。该院引进了口腔锥形束CT、口腔手术显微镜、牙科激光治疗仪等。",
            "云岭口腔医院",
            {"锥形束CT", "口腔手术显微镜", "牙科激光治疗仪"},
        ),
    ],
)
def test_what_a_house_has(text: str, house: str, things: set[str]) -> None:
    told = has(text)
    assert {who for _, who in told} == {house}
    assert len(told) == len(things)
    assert len({what for what, _ in told} & things) >= len(things) - 1  # the lexicon may call one of them otherwise


@pytest.mark.parametrize(
    "text",
    [
        "云岭医院拟引进腹腔镜、电子胃镜等设备。",
        "云岭医院现有叫号系统、清洗消毒机和自助报告打印机等设备。",
        "云岭医院拥有手术机器人技术团队，医师20名，设备管理规范。",
        "云岭医院超声科设有腹部超声、心脏超声、妇产超声三个亚专业组，设备齐全。",
        "张三教授介绍，医院引进了电子胃镜、电子肠镜等设备。",
    ],
)
def test_what_no_list_of_devices_says(text: str) -> None:
    assert has(text) == set()


def test_each_part_of_a_page_is_of_the_house_that_heads_it(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "（一）云岭市人民医院消化内科\n\n设备配置：配备高清电子胃肠镜系统、胶囊内镜等先进设备。\n\n年门诊量超2万人次。\n\n"
        "（二）岚江县人民医院消化内科\n\n设备配置：拥有常规电子胃镜、肠镜各2套，无胶囊内镜等高端设备。\n\n年门诊量约1.2万人次。\n",
        "utf-8",
    )
    facts = [one for one in ProseIngester().ingest(TextReader().read(page), pipeline()) if isinstance(one, Fact)]
    first, second = "云岭市人民医院消化内科", "岚江县人民医院消化内科"
    assert {(one.subject.name, one.object.name) for one in facts if one.predicate == "ADOPTED_BY"} == {
        ("高清电子胃肠镜系统", first),
        ("胶囊内镜", first),
        ("胃镜", second),
        ("结肠镜", second),
    }
    figures = {(one.subject.name, one.qualifiers["value"]) for one in facts if one.predicate == "HAS_METRIC"}
    assert figures == {(first, 2.0), (second, 1.2)}


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "岚江医院放射科陆续引进了：1、日本岛津650mA高频胃肠X线机。2、吊架球管、自动曝光高频X线机。3、飞利浦小C臂。",
            {"650mA高频胃肠X线机", "自动曝光高频X线机", "小C臂"},
        ),
        (
            "岚江医院放射科拥有以下设备：（1）西门子双源CT 1台；（2）3.0T磁共振1台；（3）DSA 2台。",
            {"双能CT", "3.0T磁共振", "DSA"},
        ),
        (
            "岚江医院放射科配备的主要设备有：\n\n1、西门子双源CT\n\n2、飞利浦3.0T磁共振\n\n3、开展的项目有冠脉CTA。",
            {"双能CT", "3.0T磁共振"},
        ),
        ("岚江医院放射科拥有设备：1、双源CT。3、岚山医院的PET/CT。", {"双能CT"}),
    ],
)
def test_numbered_lists_go_on_over_sentences(text: str, things: set[str]) -> None:
    assert has(text) == {(thing, "岚江医院放射科") for thing in things}
