"""When a house took a technique or a device up: first cases, first users, who got it; in sentences of our own."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document, stated


def adopted(text: str) -> set[tuple[str, str]]:
    return {(what, who) for what, said, who in stated(text) if said == "ADOPTED_BY"}


def years(text: str) -> set[tuple[str, object]]:
    found = ProseIngester().ingest(document(text), pipeline())
    return {
        (one.subject.name, one.qualifiers.get("year"))
        for one in found
        if isinstance(one, Fact) and one.predicate == "ADOPTED_BY"
    }


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("2014年，云岭医院在滨北地区最早做起了超声造影。", {"超声造影"}),
        ("自2018年起，云岭医院常规开展磁共振弹性成像。", {"磁共振弹性成像"}),
        ("云岭医院完成全省首例肺结节冷冻消融术。", {"肺结节冷冻消融术"}),
        ("云岭医院迎来全市首台256排CT。", {"256排CT"}),
        ("云岭医院放射科2016年开展能谱成像，次年开展冠脉CTA。", {"能谱成像"}),
        ("云岭医院将人工智能肺结节筛查系统接入PACS。", {"人工智能肺结节筛查系统"}),
        ("云岭医院举行1.5T磁共振开机仪式。", {"1.5T磁共振"}),
        ("云岭医院隆重举行320排CT、数字胃肠机启用仪式。", {"320排CT", "数字胃肠机"}),
        ("云岭医院双板DR、数字胃肠机启用仪式昨日在门诊楼前举行。", {"双板DR", "数字胃肠机"}),
        ("云岭医院举行新门诊楼启用仪式。", set()),
        ("云岭医院启用四维子宫输卵管超声造影新技术。", {"四维子宫输卵管超声造影"}),
        # of the house told before, whose team somebody leads; of the one that is the county's
        (
            "云岭医院心内科迎来里程碑。在心内科苏若谷主任的带领下，团队凭借技术，成功完成了全市首例生物可降解房间隔缺损封堵术。",
            {"生物可降解房间隔缺损封堵术"},
        ),
        ("云岭医院首台大型16排32层螺旋CT设备正式投入临床使用。", {"16排32层螺旋CT"}),
        # from whom it was bought, and what it is whole
        ("云岭医院又向西门子医疗采购了一台256排CT。", {"256排CT"}),
        ("自2020年云岭医院引进第四代达芬奇手术机器人以来，手术更准。", {"第四代达芬奇手术机器人"}),
        ("云岭医院引进的人才团队很强。", set()),
        # what somebody was saved with
        ("云岭医院医生果断运用体外膜肺氧合（ECMO），连续抢救三天，使他转危为安。", {"ECMO"}),
        ("云岭医院重症医学科团队运用ECMO成功救治一名心肌炎患者。", {"ECMO"}),
        ("近日，云岭医院重症医学科在ECMO支持下成功救治一名患者。", {"ECMO"}),
        ("云岭医院专家指出，ECMO成功救治了不少患者。", set()),
        ("云岭医院计划开展磁共振弹性成像。", set()),
        ("云岭医院常规开展质控培训。", set()),
        ("云岭医院完成骨显像3000例。", set()),
        ("云岭医院将引进256排CT。", set()),
    ],
)
def test_what_a_house_began(text: str, things: set[str]) -> None:
    assert {what for what, who in adopted(text)} == things


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("作为省内首家引进手持式共聚焦内镜的医院，云岭医院每年完成检查3万例。", {("手持式共聚焦内镜", "云岭医院")}),
        ("云岭医院是西南地区第一家使用手持式共聚焦内镜的单位。", {("手持式共聚焦内镜", "云岭医院")}),
        ("云岭医院成为全省第二家开展磁共振弹性成像的医疗机构。", {("磁共振弹性成像", "云岭医院")}),
        ("2005年，省内第一台PET/CT就是云岭医院引进的。", {("PET/CT", "云岭医院")}),
        ("这台256排CT是由岚江医院购置的。", {("256排CT", "岚江医院")}),
        ("全县首台方舱CT在县人民医院投用。溪山县人民医院是定点医院。", {("方舱CT", "溪山县人民医院")}),
        ("全县首台方舱CT在县人民医院投用。溪山县人民医院和岚山县人民医院都来了。", {("方舱CT", "县人民医院")}),
        ("云岭医院是开展肿瘤筛查工作的医院。", set()),
        ("云岭医院有望成为全省首家开展磁共振弹性成像的医院。", set()),
        ("该系统由岚江医院牵头验证。", set()),
    ],
)
def test_first_users_and_who_got_it(text: str, facts: set[tuple[str, str]]) -> None:
    assert adopted(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("我市首台256排CT日前在云岭医院正式启用。", {("256排CT", "云岭医院")}),
        ("国产首台碲锌镉心脏显像仪在云岭医院上岗。", {("碲锌镉心脏显像仪", "云岭医院")}),
        ("云岭医院斥资3800万元引进的西门子256排CT本周正式投用。", {("256排CT", "云岭医院")}),
        ("云岭医院与岚江医院分别于2016年、2018年装备了256排CT。", {("256排CT", "云岭医院"), ("256排CT", "岚江医院")}),
        ("首台256排CT将在云岭医院启用。", set()),
    ],
)
def test_the_first_of_a_place(text: str, facts: set[tuple[str, str]]) -> None:
    assert adopted(text) == facts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("云岭医院2017年添置256排CT。", {("256排CT", 2017)}),
        ("2019年5月，云岭医院购入256排CT。", {("256排CT", 2019)}),
        ("云岭医院成立于1961年，购入256排CT。", {("256排CT", None)}),
        ("云岭医院1990年建院，拥有256排CT 2台。", {("256排CT", None)}),
    ],
)
def test_the_year_is_of_its_own_clause(text: str, said: set[tuple[str, object]]) -> None:
    assert years(text) == said


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("2021年3月，祝云帆主任医师带组做成全市第一例肺结节冷冻消融术。", {"肺结节冷冻消融术"}),
        ("祝云帆主任带领团队完成全省首例血管壁成像。", {"血管壁成像"}),
        ("祝云帆医师曾在云岭医院完成首例血管壁成像。", set()),
        ("祝云帆主任计划完成全省首例血管壁成像。", set()),
    ],
)
def test_first_cases_of_its_people_on_the_page_of_a_house(text: str, things: set[str]) -> None:
    page = f"岚江医院超声科简介\n\n岚江医院超声科成立于1983年，现有医师12名。\n\n{text}\n"
    assert {what for what, who in adopted(page) if who == "岚江医院超声科"} == things


def test_a_brand_that_a_place_opens_is_in_no_place() -> None:
    assert not {fact for fact in stated("阿里巴巴公司研发了肺炎辅助诊断算法。") if fact[1] == "LOCATED_IN"}
    assert {who for who, said, _ in stated("阿里地区人民医院开展了骨显像。") if said == "LOCATED_IN"} == {"阿里地区人民医院"}


MAKER = "松江影智科技有限公司"
SOFT = "肺结节CT影像辅助检测软件"
SOLD = f"{MAKER}的{SOFT}已在全国百余家医疗机构装机。"


@pytest.mark.parametrize(
    "note",
    [
        f"{MAKER}自主研发的“{SOFT}”（商品名：瞳安CT）获批上市。",
        f"{MAKER}研发的{SOFT}（商品名为“瞳安CT”）获批上市。",
        f"近日，{MAKER}推出了{SOFT}（以下简称“瞳安CT”）。",
    ],
)
def test_a_product_goes_by_its_second_name(note: str) -> None:
    text = f"{note}瞳安CT已在岚江医院、西陵市第一人民医院正式上线使用。"
    assert adopted(text) == {(SOFT, "岚江医院"), (SOFT, "西陵市第一人民医院")}


@pytest.mark.parametrize(
    "listed",
    [
        "部分用户：\n★ 岚江医院\n★ 西陵大学（校医院除外）\n",
        "\n典型用户如下：\n1. 岚江医院\n2. 西陵大学\n",
        "装机单位（排名不分先后）：岚江医院、西陵大学等30余家单位。\n",
    ],
)
def test_users_that_a_list_names(listed: str) -> None:
    text = f"{SOLD}{listed}"
    assert adopted(text) == {(SOFT, "岚江医院"), (SOFT, "西陵大学")}


@pytest.mark.parametrize(
    "text",
    [
        f"{SOLD}意向用户：岚江医院、西陵大学。",
        f"{SOLD}合作单位：岚江医院、西陵大学。",
        f"{SOLD}公司的智能阅片系统也在推广。部分用户：\n★ 岚江医院\n",
        "部分用户：岚江医院、西陵大学。",
        f"{SOLD}部分用户：岚江医院的张医生表示满意。",
    ],
)
def test_lists_of_others_or_of_what_is_not_told_name_no_users(text: str) -> None:
    assert adopted(text) == set()


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        (
            "68Ga-PSMA与68Ga-FAPI仅在云岭医院和岚江医院常规开展。",
            {(what, who) for what in ("68Ga-PSMA", "68Ga-FAPI") for who in ("云岭医院", "岚江医院")},
        ),
        ("177Lu-DOTATATE治疗已在云岭医院开展36例；岚江医院计划下半年开展。", {("177Lu-DOTATATE", "云岭医院")}),
        ("PET/CT装于云岭医院。", {("PET/CT", "云岭医院")}),
        ("CT与PET/CT在云岭医院尚未常规开展。", set()),
        ("改进型LM-3由松江影智科技有限公司生产，LM-3已在云岭医院投入使用。", {("LM-3", "云岭医院")}),
        ("2031年岚江研究所研制出声辐射力脉冲样机。IL-6已在云岭医院投入使用。", set()),
    ],
)
def test_all_that_a_clause_opens_with_is_used(text: str, uses: set[tuple[str, str]]) -> None:
    assert adopted(text) == uses


@pytest.mark.parametrize(
    "text",
    [
        "云岭医院斥资引进滨北首台双源CT。",
        "2031年，云岭医院投资2000万元引进双源CT。",
    ],
)
def test_what_a_house_paid_for_or_opened(text: str) -> None:
    assert adopted(text) == {("双能CT", "云岭医院")}


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("云岭医院斥资2600万元将光谱CT搬进了门诊楼。", {("能谱CT", "云岭医院")}),
        ("作为全国首批应用超声弹性成像的单位，云岭医院每年完成检查1800人次。", {("超声弹性成像", "云岭医院")}),
        ("云岭医院计划明年把光谱CT搬进门诊楼。", set()),
    ],
)
def test_brought_into_the_house(text: str, uses: set[tuple[str, str]]) -> None:
    assert adopted(text) == uses


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        (
            "2031年以后，云岭医院、溪山医院等单位相继开展应变弹性成像检查。",
            {("应变弹性成像", "云岭医院"), ("应变弹性成像", "溪山医院")},
        ),
        (
            "继云岭医院（2031年）之后，溪山医院于2033年常规开展荧光寿命成像。",
            {("荧光寿命成像", "云岭医院"), ("荧光寿命成像", "溪山医院")},
        ),
        ("能谱CT在云岭医院的临床应用始于2031年。", {("能谱CT", "云岭医院")}),
        ("云岭医院、溪山医院拟先后开展应变弹性成像检查。", set()),
        ("继承传统之后，溪山医院开展荧光寿命成像。", set()),
    ],
)
def test_one_house_after_another(text: str, uses: set[tuple[str, str]]) -> None:
    assert adopted(text) == uses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岚江医院在国内首先把超声造影用于移植肝随访。", {("超声造影", "岚江医院")}),
        ("岚江医院自2031年开始应用磁共振弹性成像。", {("磁共振弹性成像", "岚江医院")}),
        ("光声成像的国内首家用户为岚江医院。", {("光声成像", "岚江医院")}),
        (
            "岚江医院、西陵医院等先后引进3.0T磁共振。",
            {("3.0T磁共振", "岚江医院"), ("3.0T磁共振", "西陵医院")},
        ),
        ("岚江医院应用磁共振弹性成像时注意了呼吸。", set()),
        ("岚江医院拟自2031年开始应用磁共振弹性成像。", set()),
    ],
)
def test_first_users_and_since_when(text: str, expected: set[tuple[str, str]]) -> None:
    assert adopted(text) == expected
