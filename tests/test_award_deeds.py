"""What nomination forms say in prose: a form of our own, one sentence put in, and what must and must not be read from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact

WORK, PERSON, SECOND, UNIT = "肝脏影像关键技术研究", "岑子昂", "祁连玉", "南京市栖霞区枫林医院"
FORM = """项目名称：{work}
提名单位：江苏省医学会
项目简介：{summary}
主要创新点：
1.{point}
2.规范肝脏检查流程，便于基层开展。
姓名：{who}
排名：1
工作单位：{unit}
对本项目的贡献：{person}
姓名：祁连玉
排名：2
工作单位：{unit}
对本项目的贡献：参与数据整理。
单位名称：{unit}
排名：1
对本项目的贡献：{done}
完成人合作关系说明：{together}
"""

Told = tuple[str, str, str]


def facts(folder: Path, **texts: str) -> list[Fact]:
    said = dict.fromkeys(("summary", "point", "person", "done", "together"), "略。") | texts
    path = folder / "form.txt"
    path.write_text(FORM.format(work=WORK, who=PERSON, unit=UNIT, **said), "utf-8")
    found = AwardIngester().ingest(read_document(path), pipeline())
    return [one for one in found if isinstance(one, Fact)]


def told(found: list[Fact], predicate: str) -> set[tuple[str, str]]:
    return {(one.subject.name, one.object.name) for one in found if one.predicate == predicate}


BUILT = (
    ("牵头构建了国内首个肝癌影像数据库，入组千例。", "肝癌影像数据库", "牵头构建"),
    ("主要参与了构建肝纤维化弹性成像队列的工作。", "肝纤维化弹性成像队列", "参与构建"),
    ("在构建肝癌影像数据库（创新点1）中负责图像勾画与质控。", "肝癌影像数据库", "图像勾画与质控"),
    ("在建立门静脉血流数据库中提供多中心数据。", "门静脉血流数据库", "提供多中心数据"),
    ("在搭建肝病随访平台方面做出了重要贡献。", "肝病随访平台", "参与搭建"),
    ("为肝移植影像资料样本库的建设提供了有力支撑，成效显著。", "肝移植影像资料样本库", "支撑"),
    ("参与肝病远程会诊平台的设计和推广。", "肝病远程会诊平台", "参与"),
)


@pytest.mark.parametrize(("sentence", "name", "role"), BUILT)
def test_a_facility_is_built_in_the_role_that_is_stated(sentence: str, name: str, role: str, tmp_path: Path) -> None:
    found = [one for one in facts(tmp_path, person=sentence) if one.predicate == "BUILT"]
    assert [(one.subject.name, one.object.name, one.qualifiers["role"]) for one in found] == [(PERSON, name, role)]


@pytest.mark.parametrize(
    "sentence",
    ["利用公共数据库开展分析。", "支持多中心数据库建设。", "搭建数据库的框架。", "在国家级平台上为技术推广提供支撑。"],
)
def test_what_has_no_name_of_its_own_is_no_facility(sentence: str, tmp_path: Path) -> None:
    assert not [one for one in facts(tmp_path, person=sentence) if one.predicate == "BUILT"]


def test_a_second_bank_is_about_what_the_first_is_about(tmp_path: Path) -> None:
    found = facts(tmp_path, person="参与全国肝病协作网的创建及国内首个肝癌大数据库及生物样本库的建立。")
    assert told(found, "BUILT") == {(PERSON, name) for name in ("全国肝病协作网", "肝癌大数据库", "肝癌生物样本库")}


def test_names_for_one_facility_are_one(tmp_path: Path) -> None:
    found = facts(tmp_path, person="构建心力衰竭多模态数据库。", done="牵头建立国家级心衰数据库，质量控制严格。")
    assert told(found, "BUILT") == {(PERSON, "心力衰竭多模态数据库"), (UNIT, "心力衰竭多模态数据库")}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("作为肝脏超声远程诊断平台的牵头单位，负责运营。", "肝脏超声远程诊断平台"),
        ("作为肝癌介入培训平台的依托单位，配备设备。", "肝癌介入培训平台"),
        ("依托我院小动物磁共振平台，完成动物实验。", "小动物磁共振平台"),
    ],
)
def test_a_facility_is_hosted_where_the_unit_says_so(sentence: str, name: str, tmp_path: Path) -> None:
    found = facts(tmp_path, done=sentence)
    assert told(found, "HOSTED_BY") == {(name, UNIT)}
    assert (name, "南京市栖霞区") in told(found, "LOCATED_IN")


def test_what_others_host_is_not_ours(tmp_path: Path) -> None:
    assert not told(facts(tmp_path, done="依托国家级超算平台和科研平台开展工作。"), "HOSTED_BY")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("发明了带侧孔的肝段引流导管、快速注药装置等，操作简便。", {"带侧孔的肝段引流导管", "快速注药装置"}),
        ("提出门静脉栓塞风险预测列线图，外部验证良好。", {"门静脉栓塞风险预测列线图"}),
        ("建立了肝段三期动态扫描方案，缩短检查时间。", {"肝段三期动态扫描方案"}),
        ("研制门静脉分支自动标注与测量软件，获著作权。", set()),
        ("研制肝段体积自动测算软件，获著作权。", {"肝段体积自动测算软件"}),
        ("提出基于多期相与先验约束的肝静脉分支追踪算法，精度提高。", {"肝静脉分支追踪算法"}),
        ("双通道射频消融探头，直径更细。", {"双通道射频消融探头"}),
        ("构建县乡两级肝病筛查网络，覆盖全县。", set()),
        ("针对呼吸运动伪影的门控算法，提高质量。", set()),
    ],
)
def test_what_a_claim_names_is_what_the_point_concerns(sentence: str, names: set[str], tmp_path: Path) -> None:
    found = [one for one in facts(tmp_path, point=sentence) if one.evidence.rule == "COINED_IN_POINT"]
    assert {one.object.name for one in found} == names


@pytest.mark.parametrize(
    "sentence",
    [
        "建立预测模型，指导治疗。",
        "创新性提出多个人工智能算法。",
        "提出将手术与介入结合的新技术。",
        "完成使患者获益的诊断技术培训。",
    ],
)
def test_what_any_form_could_say_is_no_name(sentence: str, tmp_path: Path) -> None:
    assert not [one for one in facts(tmp_path, point=sentence) if one.evidence.rule == "COINED_IN_POINT"]


@pytest.mark.parametrize(
    ("behind", "whole"),
    [
        ("上述成果在18家医院应用。", True),
        ("2019年以来，项目成果先后在18家医院应用。", True),
        ("授权发明专利18项。", True),
        ("相关成果发表论文18篇。", True),
        ("该方法在18家医院验证。", False),
    ],
)
def test_behind_the_last_point_the_whole_is_told_of(behind: str, whole: bool, tmp_path: Path) -> None:
    text = f"{FORM.replace('2.规范肝脏检查流程，便于基层开展。', '2.规范肝脏检查流程，便于基层开展。' + behind)}"
    path = tmp_path / "form.txt"
    said = dict.fromkeys(("summary", "person", "done", "together"), "略。") | {"point": "建立肝段三期动态扫描方案。"}
    path.write_text(text.format(work=WORK, who=PERSON, unit=UNIT, **said), "utf-8")
    found = [one for one in AwardIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    of = {subject for subject, name in told(found, "HAS_METRIC")}
    assert of == {WORK if whole else f"{WORK}#2"}


def test_a_point_that_has_papers_of_its_own_keeps_them(tmp_path: Path) -> None:
    form = FORM.replace("2.规范肝脏检查流程，便于基层开展。", "2.规范肝脏检查流程。发表论文5篇。")
    said = dict.fromkeys(("summary", "person", "done", "together"), "略。") | {"point": "建立扫描方案。发表论文3篇。"}
    path = tmp_path / "form.txt"
    path.write_text(form.format(work=WORK, who=PERSON, unit=UNIT, **said), "utf-8")
    found = [one for one in AwardIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    assert {subject for subject, _ in told(found, "HAS_METRIC")} == {f"{WORK}#1", f"{WORK}#2"}


def test_the_note_on_cooperation_tells_what_each_works_on(tmp_path: Path) -> None:
    together = (
        "1、统筹实施：岑子昂作为负责人主持设计。确立了影像组学研究方向。"
        "2、协同攻关：祁连玉（排名2）和岑子昂完成了超声造影的随访研究。综上，团队在PET/CT领域合作紧密。"
    )
    found = [one for one in facts(tmp_path, together=together) if one.evidence.rule == "COOPERATION_DOES"]
    assert {(one.subject.name, one.object.name) for one in found} == {
        (PERSON, "影像组学"),
        (PERSON, "超声造影"),
        (SECOND, "超声造影"),
    }


@pytest.mark.parametrize(
    ("sentence", "told_with"),
    [
        ("成果已在全国30余家三甲医院应用。", {"hospitals": 30, "approx": "余"}),
        ("成果已在全国多家医院推广应用。", {}),
        ("已覆盖全区12家社区医院。", {"hospitals": 12}),
    ],
)
def test_use_across_a_place_with_its_numbers(sentence: str, told_with: dict[str, object], tmp_path: Path) -> None:
    (one,) = [one for one in facts(tmp_path, summary=sentence) if one.predicate == "ADOPTED_BY"]
    assert (one.subject.name, dict(one.qualifiers)) == (WORK, told_with)


def test_a_survey_of_hospitals_is_no_use(tmp_path: Path) -> None:
    assert not told(facts(tmp_path, summary="问卷调查覆盖全国31家医院。"), "ADOPTED_BY")


def test_the_spread_of_a_technology_is_the_technologys(tmp_path: Path) -> None:
    found = facts(tmp_path, summary="推动了超声造影在全国的广泛开展（累计85家医院，2300例患者）。")
    (one,) = [one for one in found if one.predicate == "ADOPTED_BY" and one.subject.label == "Technology"]
    assert (one.subject.name, one.object.name, dict(one.qualifiers)) == (
        "超声造影",
        "中国",
        {"hospitals": 85, "patients": 2300},
    )


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("我院对本项目投入专科经费600余万元。", 600),
        ("医院五年来累计投入科研经费达0.2亿元。", 2000),
        ("牵头单位，提供弹性成像平台与专项经费80万元，对创新点1有贡献。", 80),
        ("第二完成单位，配套研究资金约35万元。", 35),
    ],
)
def test_what_a_unit_put_in_is_funding(sentence: str, amount: float, tmp_path: Path) -> None:
    (one,) = [one for one in facts(tmp_path, done=sentence) if one.predicate == "FUNDED_BY"]
    assert (one.subject.name, one.object.name, one.qualifiers["amount_wan"]) == (WORK, UNIT, amount)


@pytest.mark.parametrize(
    "sentence",
    [
        "我院投入人员30人，节约经费明显。",
        "获省财政给予专项经费80万元，购置了设备。",
        "争取企业提供研究经费80万元。",
        "提供病例80份，节约经费20万元。",
    ],
)
def test_what_others_gave_and_people_are_no_money_of_the_unit(sentence: str, tmp_path: Path) -> None:
    assert not told(facts(tmp_path, done=sentence), "FUNDED_BY")


@pytest.mark.parametrize(
    ("sentence", "who", "house", "title"),
    [
        ("云浦大学郦安平教授在统计方面给予指导，谨致谢意。", "郦安平", "云浦大学", "教授"),
        ("溪山市中心医院郦安平主任医师评价该技术“安全可靠”。", "郦安平", "溪山市中心医院", "主任医师"),
        ("云浦大学教授郦安平认为该方法有新意。", "郦安平", "云浦大学", "教授"),
        ("云浦大学Jan van der Veld教授撰文引用该方法。", "Jan van der Veld", "云浦大学", "教授"),
        ("被云浦大学\n郦安平教\n授高度评价。", "郦安平", "云浦大学", "教授"),
    ],
)
def test_where_those_work_whom_a_summary_names(sentence: str, who: str, house: str, title: str, tmp_path: Path) -> None:
    found = [one for one in facts(tmp_path, summary=sentence) if one.evidence.rule == "OUTSIDER_AT"]
    assert [(one.subject.name, one.object.name, one.qualifiers["title"]) for one in found] == [(who, house, title)]


@pytest.mark.parametrize(
    "sentence",
    [
        "岑子昂毕业于云浦大学，与郦安平教授合作。",
        "与云浦大学合作，郦安平教授参与了随访。",
        "中国工程院郦安平院士评价该技术。",
        "在云浦大学岑子昂教授指导下完成。",
        "云浦大学附属医院教授评价该技术。",
        "该技术得到美国放射学院院士Peter Grayson的高度评价。",
    ],
)
def test_a_name_beside_a_house_is_not_always_of_it(sentence: str, tmp_path: Path) -> None:
    assert not [one for one in facts(tmp_path, summary=sentence) if one.evidence.rule == "OUTSIDER_AT"]


def test_departments_centres_and_what_they_do(tmp_path: Path) -> None:
    done = "医院放射科、超声科与病理科等多学科协作。我院介入科率先开展影像组学研究。目前我院卒中中心运行良好。"
    found = facts(tmp_path, done=done)
    parts = {name for name, whole in told(found, "PART_OF") if whole == UNIT}
    assert parts == {UNIT + part for part in ("放射科", "超声科", "病理科", "介入科", "卒中中心")}
    assert (UNIT + "介入科", "影像组学") in told(found, "WORKS_ON")


def test_a_group_founds_and_a_completer_leads(tmp_path: Path) -> None:
    told = facts(tmp_path, summary="项目组发起成立了江苏肝病影像专业委员会，第一完成人任首任主委。")
    led = [one for one in told if one.predicate == "MEMBER_OF" and one.object.name == "江苏肝病影像专业委员会"]
    assert led
    assert not any(one.subject.name == "项目组" for one in led)


def test_who_founds_a_society_is_told_as_its_founder(tmp_path: Path) -> None:
    founds = facts(tmp_path, summary="第一完成人发起成立了江苏肝病影像专业委员会并任首任主委。")
    serves = facts(tmp_path, summary="第一完成人现任江苏肝病影像专业委员会委员。")
    (one,), (other,) = ([fact for fact in found if fact.predicate == "MEMBER_OF"] for found in (founds, serves))
    assert one.qualifiers["founder"] is True
    assert "founder" not in other.qualifiers


def test_algorithms_of_a_class_stand_below_it(tmp_path: Path) -> None:
    found = facts(tmp_path, point="构建了LR、SVM、RF多种机器学习模型，用于肝癌分级。")
    assert told(found, "BROADER") == {(name, "机器学习") for name in ("LR", "SVM", "RF")}


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("通过超声造影揭示肝内血流再分布规律（Radiology. 2021）。", "超声造影揭示肝内血流再分布规律"),
        ("率先在脂肪肝患者中证实弹性成像的分期价值（Hepatology. 2019）。", "脂肪肝患者中弹性成像的分期价值"),
    ],
)
def test_a_paper_cited_in_prose_is_called_by_what_it_found(sentence: str, title: str, tmp_path: Path) -> None:
    assert {name for name, _ in told(facts(tmp_path, person=sentence), "PUBLISHED_IN")} == {title}


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("成果已在江西省23家医院应用，反响良好。", {"江西省"}),
        ("该方法在浙江、安徽两省16家影像中心推广使用。", {"浙江", "安徽"}),
        ("新流程先后在云南省、贵州省等地的40余家基层医疗机构广泛应用。", {"云南省", "贵州省"}),
        ("研究在湖南省招募12家医院开展问卷调查。", set()),
        ("目前在湖南省9家医院应用的是传统方法。", set()),
        ("随后在福建省6家中心使用验证队列复核。", set()),
    ],
)
def test_places_with_a_number_of_users_adopt(sentence: str, places: set[str], tmp_path: Path) -> None:
    assert {place for _, place in told(facts(tmp_path, summary=sentence), "ADOPTED_BY")} == places


AWARDED_TOGETHER: tuple[tuple[str, set[tuple[str, str]]], ...] = (
    ("岑子昂和祁连玉共同获得2021年江苏医学科技奖二等奖。", {(PERSON, "江苏医学科技奖"), (SECOND, "江苏医学科技奖")}),
    ("岑子昂、祁连玉于2019年荣获南京市科技进步奖。", {(PERSON, "南京市科技进步奖"), (SECOND, "南京市科技进步奖")}),
    ("祁连玉2020年获江苏医学科技奖。", {(SECOND, "江苏医学科技奖")}),
    ("岑子昂与祁连玉自2015年起合作，共同获得江苏医学科技奖。", {(PERSON, "江苏医学科技奖"), (SECOND, "江苏医学科技奖")}),
    (
        "岑子昂与别院甲共同承担课题，与祁连玉合作，并共同获江苏医学科技奖。",
        {(PERSON, "江苏医学科技奖"), (SECOND, "江苏医学科技奖")},
    ),
    ("岑子昂与祁连玉合作多年，其学生获江苏医学科技奖。", set()),
    ("岑子昂指导祁连玉，其团队成果获江苏医学科技奖。", set()),
)


@pytest.mark.parametrize(("sentence", "received"), AWARDED_TOGETHER)
def test_those_who_worked_together_received(sentence: str, received: set[tuple[str, str]], tmp_path: Path) -> None:
    assert told(facts(tmp_path, together=sentence), "RECEIVED") == received


def test_a_note_tells_the_place_of_each_who_received(tmp_path: Path) -> None:
    sentence = "岑子昂与祁连玉共同获得2021年江苏医学科技奖二等奖（岑子昂排名第1，祁连玉排名第3）。"
    found = [one for one in facts(tmp_path, together=sentence) if one.predicate == "RECEIVED"]
    assert {(one.subject.name, one.qualifiers.get("rank")) for one in found} == {(PERSON, 1), (SECOND, 3)}
