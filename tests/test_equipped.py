"""The devices of a department, what several houses or towns took up, and things by their nicknames."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.prose import ProseIngester
from ingest.readers.text import TextReader
from kg.model import Fact
from tests.test_prose import stated

WANTED = frozenset({"ADOPTED_BY", "BROADER", "WORKS_ON"})


def told(text: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in WANTED}


@pytest.mark.parametrize(
    ("text", "things", "house"),
    [
        ("云岭医院核医学科现有数字PET/CT 2台、SPECT/CT 3台。", {"数字PET", "SPECT/CT"}, "云岭医院核医学科"),
        (
            "云岭医院放疗中心历史悠久。我中心拥有包括PET/CT、大孔径定位CT等一批高精尖设备。",
            {"PET/CT", "大孔径定位CT"},
            "云岭医院放疗中心",
        ),
        (
            "云岭医院放疗科建科之初，引进了德国溪川公司生产的QX-41型直线加速器，模拟定位机。",
            {"QX-41型直线加速器", "模拟定位机"},
            "云岭医院放疗科",
        ),
        ("云岭医院影像科配备双源CT 1台、DSA 2台。", {"双能CT", "DSA"}, "云岭医院影像科"),
        ("云岭医院拥有PET/CT（1台）、SPECT/CT（2台）等设备。", {"PET/CT", "SPECT/CT"}, "云岭医院"),
        ("2019年，云岭医院在省内率先引进磁共振引导聚焦超声技术。", {"高强度聚焦超声"}, "云岭医院"),
    ],
)
def test_the_devices_of_a_house(text: str, things: set[str], house: str) -> None:
    assert told(text) == {(thing, "ADOPTED_BY", house) for thing in things}


def test_the_devices_of_the_department_that_the_page_presents(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "云岭医院核医学科简介\n\n云岭医院核医学科成立于1961年，是省重点专科，承担医疗、教学和科研任务。\n\n"
        "科室目前拥有PET/CT（1台）、SPECT/CT（2台）等先进医疗设备。医院拥有CT 5台。\n",
        "utf-8",
    )
    found = ProseIngester().ingest(TextReader().read(page), pipeline())
    facts = {(one.subject.name, one.object.name) for one in found if isinstance(one, Fact) and one.predicate == "ADOPTED_BY"}
    assert facts == {*((thing, "云岭医院核医学科") for thing in ("PET/CT", "SPECT/CT")), ("CT", "云岭医院")}


@pytest.mark.parametrize(
    ("text", "users"),
    [
        ("近年来，各大三级医院和个别二级医院开展了重离子治疗。", set()),
        ("目前，国内有上海、甘肃兰州2个城市已经开展重离子治疗。", {"上海市", "兰州市"}),
        ("目前，云岭医院、岚江市人民医院等9家医院已开展重离子治疗。", {"云岭医院", "岚江市人民医院"}),
        ("云岭医院和岚江医院均采用重离子治疗。", {"云岭医院", "岚江医院"}),
        ("云岭医院、岚江市人民医院等9家医院的重离子治疗病人不多。", set()),
        ("云岭医院、岚江市人民医院拟开展重离子治疗。", set()),
    ],
)
def test_what_several_took_up(text: str, users: set[str]) -> None:
    assert {who for what, _, who in told(text) if what == "重离子治疗" and _ == "ADOPTED_BY"} == users


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "由云岭睿岚影像装备有限公司研发的光子计数CT“岚瞳-1”近日获批，已落户云岭医院。",
            {
                ("岚瞳-1", "BROADER", "光子计数CT"),
                ("云岭睿岚影像装备有限公司", "WORKS_ON", "岚瞳-1"),
                ("云岭睿岚影像装备有限公司", "WORKS_ON", "光子计数CT"),
                ("岚瞳-1", "ADOPTED_BY", "云岭医院"),
            },
        ),
        (
            "省里遴选的“岚影”包虫病智能筛查系统，由岚江大学路若舟教授团队研发，目前已在西陵县人民医院、岚江县第二人民医院运行。",
            {
                ("路若舟", "WORKS_ON", "岚影包虫病智能筛查系统"),
                ("岚影包虫病智能筛查系统", "ADOPTED_BY", "西陵县人民医院"),
                ("岚影包虫病智能筛查系统", "ADOPTED_BY", "岚江县第二人民医院"),
            },
        ),
        ("云岭医院拥有一流的团队和“精诚”文化。", set()),
        ("会议由岚江大学路若舟教授主持。", set()),
    ],
)
def test_things_by_nickname(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    ("text", "devices"),
    [
        (
            "镜湖市第三医院拥有医疗仪器设备394件，总价值6145万元，其中有16排螺旋CT机、彩超仪、数字胃肠机等先进设备。",
            {"16排螺旋CT机", "多普勒超声", "数字胃肠机"},
        ),
        ("镜湖市第三医院有5.0T磁共振、320排CT等大型设备。", {"5.0T磁共振", "320排CT"}),
        ("岚江省肿瘤医院拥有全球领先设备TrueVision直线加速器。", {"TrueVision直线加速器"}),
        ("岚江大学附属医院有多名专家参与等离子体设备研发。", set()),
        ("岚江医院有CT、磁共振培训基地等国家级平台。", set()),
        # the maker is no part of the device's name, nor is what says no more of it; a heading and what it heads
        ("岚江医院购置德国西门子双源CT一台。", {"双能CT"}),
        ("岚江医院引进美国GE公司64排128层VCT。", {"64排128层VCT"}),
        ("岚江医院购置了国际先进的西门子LANJ Vita 3.0T磁共振系统。", {"LANJ Vita 3.0T磁共振"}),
        ("岚江医院 该医院配有性能最高的飞利浦PET-CT、DSA、钼靶机等高精尖设备。", {"PET/CT", "DSA", "乳腺X线摄影"}),
    ],
)
def test_what_a_house_has_behind_a_sum_or_praise(text: str, devices: set[str]) -> None:
    assert {fact[0] for fact in stated(text) if fact[1] == "ADOPTED_BY"} == devices


@pytest.mark.parametrize("praise", ["高精尖", "先进", "大型", "尖端", "进口", "高档"])
def test_a_class_by_praise_alone_is_none(praise: str) -> None:
    assert not {fact for fact in told(f"岚江医院拥有双源CT、PET-CT、DSA等{praise}设备。") if fact[1] == "BROADER"}


def test_a_verb_opens_no_class() -> None:
    text = "通过影像AI辅助诊断系统、5G远程诊断系统等将医学影像技术与移动方式相结合。"
    assert not {fact for fact in told(text) if fact[1] == "BROADER"}


def test_what_a_device_is_praised_as_is_no_part_of_its_name() -> None:
    assert told("“查癌神器”PET/CT在岚江医院投入使用。") == {("PET/CT", "ADOPTED_BY", "岚江医院")}


@pytest.mark.parametrize("verb", ["引进", "购置了", "率先安装"])
def test_that_hospital_is_the_one_its_paragraph_names_and_not_one_of_the_head(verb: str, tmp_path: Path) -> None:
    text = (
        "岚江成像的研究进展\n裘宁1，慕晓岚2\n1. 溪山市中心医院心内科，溪山 110001；2. 松江省肿瘤医院超声科，松江 300001\n\n"
        f"岚江成像由云麓大学附属医院冉竹教授于1986年引入我国。两年后，该院{verb}7.0T MRI，检查量明显增加。\n"
    )
    file = tmp_path / "review.txt"
    file.write_text(text, "utf-8")
    kept = read_assertions(read_document(file), pipeline())[0]
    assert {one.object.name for one in kept if isinstance(one, Fact) and one.predicate == "ADOPTED_BY"} == {"云麓大学附属医院"}


APPROVED = "云岭睿岚影像装备有限公司研发的PhotonX光子计数CT已获国家药监局批准上市。\n\n"


@pytest.mark.parametrize(
    ("text", "users"),
    [
        (
            "继云岭医院、岚江市人民医院之后，西陵县人民医院成为第三家装机该产品的医院。",
            {"云岭医院", "岚江市人民医院", "西陵县人民医院"},
        ),
        ("西陵县人民医院成为继云岭医院之后全国第二家引进PhotonX光子计数CT的医疗机构。", {"云岭医院", "西陵县人民医院"}),
        ("继云岭医院、岚江市人民医院之后，该产品近日装机西陵县人民医院。", {"云岭医院", "岚江市人民医院", "西陵县人民医院"}),
        ("PhotonX光子计数CT安装医院一览\n1. 云岭医院，2031年\n2. 岚江市人民医院，2032年", {"云岭医院", "岚江市人民医院"}),
        ("继云岭医院之后，西陵县人民医院成为第二家三级甲等医院。", set()),
        ("继云岭医院之后，岚江市人民医院与西陵县人民医院洽谈引进该产品的事宜。", set()),
    ],
)
def test_who_came_after_whom(text: str, users: set[str]) -> None:
    assert {who for what, said, who in told(APPROVED + text) if said == "ADOPTED_BY"} == users


def test_devices_on_lines_of_their_own(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "云岭医院核医学科\n\n云岭医院核医学科成立于1961年。\n\n现有设备：\nPET/CT　1台\nSPECT/CT　2台\n\n年检查3万人次。\n",
        "utf-8",
    )
    found = ProseIngester().ingest(TextReader().read(page), pipeline())
    facts = {(one.subject.name, one.object.name) for one in found if isinstance(one, Fact) and one.predicate == "ADOPTED_BY"}
    assert facts == {("PET/CT", "云岭医院核医学科"), ("SPECT/CT", "云岭医院核医学科")}


def test_whose_first_it_is_is_no_part_of_its_name() -> None:
    text = "溪山大学附属肿瘤医院放疗中心引进华东首台磁共振引导直线加速器。溪山市中心医院引进全市首台双源CT。"
    adopted = {fact for fact in told(text) if fact[1] == "ADOPTED_BY"}
    assert {thing for thing, _, _ in adopted} == {"磁共振引导直线加速器", "双能CT"}
