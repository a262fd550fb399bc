"""Who made a thing told with 由, by brand, what was shown or set out for; great facilities; machines that treat; approvals."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions
from kg.model import Fact
from tests.table_facts import document_of


def said(text: str, predicate: str) -> set[tuple[str, str]]:
    """Subject and object of the facts of one predicate, as all ingesters state them."""
    kept, _, _ = read_assertions(document_of(text), pipeline())
    return {(one.subject.name, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "此次亮相的云雀®关节手术机器人由岚江第二医院骨科团队联合云岭康睿机器人有限公司自主研发，拥有自主知识产权。",
            {("岚江第二医院骨科", "云雀®关节手术机器人"), ("云岭康睿机器人有限公司", "云雀®关节手术机器人")},
        ),
        (
            "由岚江大学李明远教授团队研发的高场磁共振脑机接口系统“灵犀”在岚江医院完成首例人体试验。",
            {("李明远", "灵犀")},
        ),
        (
            "这款名为“慧眼”的AI阅片系统由岚江医院放射科与云岭智能科技公司共同开发。",
            {("岚江医院放射科", "慧眼"), ("云岭智能科技公司", "慧眼")},
        ),
        ("这台低温X射线显微镜由岚江大学赵成义研究员带领的X射线成像团队研制。", {("赵成义", "低温X射线显微镜")}),
        ("这台显微镜由岚江医院院长李明远介绍，并由张女士试用。", set()),
        ("本刊由岚江大学主办，影像归档系统由患者自行使用。", set()),
    ],
)
def test_by_whom(text: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, "WORKS_ON") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "中国科学院岚江物理研究所自1983年开始研制PET，1986年成功研制出PET样机，1992年又研制了双环PET扫描仪。",
            {("中国科学院岚江物理研究所", name) for name in ("PET", "PET样机", "双环PET扫描仪")},
        ),
        ("2013年，李明远带领团队开启微型化三光子显微镜研究。", {("李明远", "微型化三光子显微镜")}),
        (
            "岚江大学李明远、赵成义研究团队组成联合攻关组，成功研制出2.2克可佩戴式三光子荧光显微镜。",
            {("李明远", "可佩戴式三光子荧光显微镜"), ("赵成义", "可佩戴式三光子荧光显微镜")},
        ),
        ("云岭康睿医疗科技有限公司在展会上展出CT一体化直线加速器。", {("云岭康睿医疗科技有限公司", "CT一体化直线加速器")}),
        ("云岭康睿医疗科技有限公司在展会上展出了多款高端医学装备。", set()),
        ("岚江大学的同学参观了研制PET的历史展。", set()),
    ],
)
def test_what_they_made(text: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, "WORKS_ON") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("睿岚医疗自主研发的颅内血流仿真软件走进课堂。", {("睿岚医疗", "颅内血流仿真软件")}),
        ("禾岚科技研发的胶囊内镜机器人已在多地应用。", {("禾岚科技", "胶囊内镜机器人")}),
        ("数字医疗研发的影像归档系统层出不穷。", set()),
    ],
)
def test_a_firm_by_its_brand(text: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, "WORKS_ON") == facts


@pytest.mark.parametrize(
    ("text", "predicate", "facts"),
    [
        (
            "岚江光源是一台第三代同步辐射光源，由中国科学院岚江物理研究所建造，位于岚江高新区，2009年4月建成。",
            "BUILT",
            {("中国科学院岚江物理研究所", "岚江光源")},
        ),
        ("岚江光源目前共有34条束线。", "HAS_METRIC", {("岚江光源", "束线数")}),
        ("岚江光源线站工程5月15日在江苏南京顺利通过国家验收。", "LOCATED_IN", {("岚江光源线站工程", "江苏南京")}),
        (
            "今日启动奠基的岚江高能同步辐射光源由中国科学院岚江物理研究所作为法人单位，占地976亩。",
            "HOSTED_BY",
            {("岚江高能同步辐射光源", "中国科学院岚江物理研究所")},
        ),
        ("新型红外光源由岚江大学建设，激光光源位于岚江高新区。", "BUILT", set()),
    ],
)
def test_great_facilities(text: str, predicate: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, predicate) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "岚江医院泌尿外科利用第四代“飞梭”手术机器人，为一名女性患者实施了胰腺手术。",
            {("飞梭手术机器人", "岚江医院泌尿外科")},
        ),
        ("今年1月，岚江市中心医院成功运用飞梭机器人，帮助一名9岁儿童切除盆底肿瘤。", {("飞梭机器人", "岚江市中心医院")}),
        ("岚江医院借助骨科导航系统完成首例骶骨螺钉置入术。", {("骨科导航系统", "岚江医院")}),
        ("岚江医院采用3.0T磁共振对120例患者进行了回顾性分析。", set()),
        ("岚江医院将利用飞梭机器人，为更多患者服务。", set()),
    ],
)
def test_a_machine_that_treats(text: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, "ADOPTED_BY") == facts


NATION = "国家药品监督管理局"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("睿岚科技自主研发的“心脉通”冠脉血流分数计算软件获得NMPA三类证。", {("心脉通冠脉血流分数计算软件", NATION)}),
        ("经国家药监局审查，睿岚医疗“肝段体积计算软件产品”获批上市。", {("肝段体积计算软件", NATION)}),
        ("睿岚医疗的血管介入手术机器人获云南省药监局二类医疗器械注册证。", {("血管介入手术机器人", "云南省药品监督管理局")}),
        ("睿岚医疗的血管介入手术机器人获省药监局二类医疗器械注册证。", set()),
    ],
)
def test_approved_by(text: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, "APPROVED_BY") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("岚江大学“无液氦磁共振成像”成果入选2023年度云岭省十大科技进展。", {("无液氦磁共振成像", "云岭省十大科技进展")}),
        ("“跨尺度光声显微成像”入选2022年度中国光学十大科技突破。", {("跨尺度光声显微成像", "中国光学十大科技突破")}),
        ("“跨尺度光声显微成像”研究有望入选2024年度云岭省十大科技进展。", set()),
        ("李明远被评为“云岭省百名科技典型人物”，2019年获得“岚江建功先进人物”称号。", {("李明远", "云岭省百名科技典型人物")}),
    ],
)
def test_ten_of_the_year(text: str, facts: set[tuple[str, str]]) -> None:
    assert facts <= said(text, "RECEIVED")
    assert not any(subject == "云岭省百名科技典型人物" for subject, _ in said(text, "RECEIVED"))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("岚江大学拥有大型仪器120台/套。", {("岚江大学", "大型仪器数")}),
        ("岚江医院放射科党支部成立于2015年，现有党员8人。", set()),
        ("睿岚医疗推出2米PET/CT，用于全身显像。", set()),
    ],
)
def test_figures_of_nobody(text: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, "HAS_METRIC") == facts


def test_a_unit_of_a_house_by_its_short_name() -> None:
    text = "患者在岚江大学附属南岭医院接受了手术。“恢复得很好。”南岭医院泌尿外科负责人李明远教授表示。"
    assert said(text, "AFFILIATED_WITH") == {("李明远", "岚江大学附属南岭医院")}


def test_a_clause_of_somebody_else_dates_nothing() -> None:
    text = "2011年，我国开始筹建国家设施，岚江大学作为一个基地，在过去十年里建成了世界上最大的冷冻电镜平台。"
    kept, _, _ = read_assertions(document_of(text), pipeline())
    built = [one for one in kept if isinstance(one, Fact) and one.predicate == "BUILT"]
    assert [(one.subject.name, one.object.name, one.qualifiers.get("year")) for one in built] == [
        ("岚江大学", "冷冻电镜平台", None)
    ]


@pytest.mark.parametrize(
    ("text", "predicate", "facts"),
    [
        ("全球首款岚光颅脑专用CT由云岭影像公司推出，获国家药监局批准上市。", "APPROVED_BY", {("岚光颅脑专用CT", NATION)}),
        ("云岭影像公司召开年会，获国家药监局批准上市的消息传来。", "APPROVED_BY", set()),
        (
            "2023年5月，美国食品和药物管理局（FDA）批准Poslexa（flotufo F 18）注射剂上市，适用于疑似转移性前列腺癌患者。",
            "TARGETS",
            {("Poslexa", "前列腺癌")},
        ),
        (
            "岚江医院与云岭大学合作研发的光声乳腺成像仪已完成试验。",
            "WORKS_ON",
            {("岚江医院", "光声乳腺成像仪"), ("云岭大学", "光声乳腺成像仪")},
        ),
        (
            "“灵犀一号”超声机器人亮相大会，由岚江自动化研究所研制。",
            "WORKS_ON",
            {("岚江自动化研究所", "灵犀一号超声机器人")},
        ),
        (
            "2017年，第一代岚目仪器诞生，视场大小为1厘米×1.2厘米，分辨率0.8微米。",
            "HAS_METRIC",
            {("第一代岚目仪器", "分辨率")},
        ),
        ("上海光源储存环周长432米。", "HAS_METRIC", {("上海光源", "储存环周长")}),
        ("岚江医院成功开展了云贵两省首例脉冲电场消融手术。", "WORKS_ON", {("岚江医院", "不可逆电穿孔")}),
    ],
)
def test_told_in_another_clause(text: str, predicate: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, predicate) == facts


@pytest.mark.parametrize(
    ("text", "predicate", "facts"),
    [
        (
            "“岚班”手术机器人是由岚江医院李明远教授临床研究团队联合云岭大学赵成义教授的机器人技术团队，"
            "在科技部重点研发项目支持下，研制出的血管介入系统。",
            "WORKS_ON",
            {("李明远", "岚班手术机器人"), ("赵成义", "岚班手术机器人")},
        ),
        (
            "岚江物理研究所7日宣布，研发成功我国首台肺部磁共振成像设备。",
            "WORKS_ON",
            {("岚江物理研究所", "肺部磁共振成像设备")},
        ),
        (
            "李明远团队成功研制出产率高、控制自动化、可移动式的氙气极化装置。",
            "WORKS_ON",
            {("李明远", "氙气极化装置")},
        ),
        (
            "睿岚医疗自主研发的岚手腔镜手术机器人在2021年10月正式通过国家药品监督管理局审查。",
            "APPROVED_BY",
            {("岚手腔镜手术机器人", NATION)},
        ),
        ("岚江大学举行单纳米显微镜启用仪式。", "ADOPTED_BY", {("单纳米显微镜", "岚江大学")}),
        ("岚江大学举行新生开学仪式，参观了显微镜。", "ADOPTED_BY", set()),
        ("李明远教授南下办厂。1989年该厂改为云岭器械集团公司，公司投资380万元开始研制磁共振成像系统。", "WORKS_ON", set()),
    ],
)
def test_by_several_and_with_money(text: str, predicate: str, facts: set[tuple[str, str]]) -> None:
    assert facts <= said(text, predicate)
    assert facts or not said(text, predicate)


@pytest.mark.parametrize(
    ("text", "predicate", "facts"),
    [
        (
            "其中加速器系统包括注入器系统、主加速器系统和辅助电气系统。",
            "BROADER",
            {(name, "加速器系统") for name in ("注入器系统", "主加速器系统", "辅助电气系统")},
        ),
        ("该系统的获批，对于提升我国医学肿瘤诊疗水平具有意义。", "TARGETS", set()),
        ("南京市一台能在0.5秒内把电子束能量提升的增强器和一台周长432米的储存环。", "HAS_METRIC", set()),
        ("岚江物理研究所研制了供临床应用的双环PET扫描仪。", "WORKS_ON", {("岚江物理研究所", "双环PET扫描仪")}),
    ],
)
def test_words_of_the_sentence_in_no_name(text: str, predicate: str, facts: set[tuple[str, str]]) -> None:
    assert said(text, predicate) == facts
