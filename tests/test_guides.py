"""Guides of programmes: what they are of, their topics and directions, and what is no direction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.prose.funding.outlined import guide_of
from kg.model import Alias, Document, Fact
from kg.ontology import check
from tests.table_facts import document_of


def guide(title: str, text: str) -> Document:
    return replace(document_of(f"{title}\n{text}"), title=title)


def facts(document: Document) -> set[tuple[str, str, str]]:
    found = [one for one in ProseIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return {(one.subject.name, one.predicate, one.object.name) for one in found}


CITY = (
    "澜沧市科学技术局\n“影像装备攻关”重大专项由市科技局牵头，会同市财政局、市卫生健康委组织实施，市财政三年安排资金不超过9000万元。\n"
    "一、支持方向\n任务1：核心器件（拟支持3项，单项资助不超过300万元）\n方向1.1 大功率CT高压发生器\n"
    "研究内容：研制高压发生器，面向肺癌筛查。\n方向1.2 医用直线加速器多叶光栅\n"
    "任务2：智能软件\n方向2.1 冠心病CT血管成像自动后处理系统\n单个项目资助金额最高200万元。\n"
    "二、申报要求\n1. 项目负责人须具有高级职称，从事乳腺癌影像研究；\n联系人：王明\n"
)


@pytest.fixture(scope="module")
def city() -> set[tuple[str, str, str]]:
    return facts(guide("关于组织申报2025年度市科技计划“影像装备攻关”重大专项项目的通知", CITY))


def test_a_citys_programme_is_run_by_its_offices_and_is_part_of_its_plan(city: set[tuple[str, str, str]]) -> None:
    programme = "影像装备攻关重大专项"
    offices = {"澜沧市科学技术局", "澜沧市财政局", "澜沧市卫生健康委员会"}
    assert {fact[2] for fact in city if fact[:2] == (programme, "RUN_BY")} == offices
    assert (programme, "PART_OF", "澜沧市科技计划") in city
    assert not [fact for fact in city if fact[2] == "国家重点研发计划"]


def test_topics_are_parts_and_directions_say_what_they_make(city: set[tuple[str, str, str]]) -> None:
    assert {
        ("核心器件", "PART_OF", "影像装备攻关重大专项"),
        ("智能软件", "PART_OF", "影像装备攻关重大专项"),
        ("核心器件", "CONCERNS", "大功率CT高压发生器"),
        ("核心器件", "TARGETS", "肺癌"),
        ("智能软件", "TARGETS", "冠心病"),
        ("影像装备攻关重大专项", "CONCERNS", "CTA"),
        ("智能软件", "HAS_METRIC", "每项资助金额"),
        ("影像装备攻关重大专项", "HAS_METRIC", "市财政三年安排资金"),
    } <= city


def test_what_applicants_must_be_is_no_direction(city: set[tuple[str, str, str]]) -> None:
    assert not [fact for fact in city if fact[2] == "乳腺癌"]


@pytest.mark.parametrize(
    ("title", "programme", "plan"),
    [
        ("中原省科学技术厅关于发布省重点研发计划“精准诊疗”重大专项申报指南的通知", "精准诊疗重大专项", "中原省重点研发计划"),
        ("国家重点研发计划“数字诊疗”重点专项2024年度项目申报指南", "数字诊疗重点专项", "国家重点研发计划"),
        ("北屏医科大学附属医院2024年度临床研究专项申报指南", "北屏医科大学附属医院临床研究专项", ""),
        ("东川省自然科学基金2024年度项目指南", "东川省自然科学基金", ""),
        ("“脑图谱绘制”重大研究计划2023年度项目指南", "脑图谱绘制", ""),
    ],
)
def test_the_programme_that_a_guide_is_of(title: str, programme: str, plan: str) -> None:
    found = guide_of(guide(title, "中原省科学技术厅\n研究内容：略\n" if "中原" in title else "研究内容：略\n"))
    assert found is not None
    assert (found.programme, found.plan) == (programme, plan)


@pytest.mark.parametrize(
    "title", ["关于做好2024年度项目申报工作的通知", "磁共振检查技术操作指南", "“精准诊疗”重大专项立项清单", "研究内容与方法"]
)
def test_what_is_no_guide_of_a_programme(title: str) -> None:
    assert guide_of(guide(title, "研究内容应有新意。\n1. 材料要求\n1.1 申报书一式三份\n")) is None


def test_sums_of_a_direction_are_not_the_programmes() -> None:
    text = "1.1 超导磁体研制\n研究内容：研制超导磁体。\n拟支持项目数：1项。国拨经费不超过2000万元。\n"
    found = facts(guide("“影像装备”重点专项2023年度项目申报指南", text))
    assert {fact[0] for fact in found if fact[1] == "HAS_METRIC"} == {"超导磁体研制"}
    assert ("超导磁体研制", "PART_OF", "影像装备重点专项") in found


PROVINCE = (
    "附件1\n“智能放疗装备”科技重大专项\n2025年度申报指南\n"
    "为落实《湖南省医疗装备发展规划》，省科技厅会同省工业和信息化厅、省药监局共同组织实施“智能放疗装备”科技重大专项（以下简称“放疗专项”）。\n"
    "放疗专项属湖南省科技创新计划，项目过程管理委托湖南省科技事务中心承担。\n"
    "本年度在2个任务下启动2个方向，安排省级财政资金约2600万元。\n"
    "一、任务1 关键部件\n1.1 束流监测探测器\n研究内容：面向鼻咽癌放疗，研制束流监测探测器。\n"
    "考核指标：位置分辨率不大于1mm；取得发明专利不少于3件。\n支持方式：拟支持1项，财政资金不超过900万元。\n"
    "二、任务2 智能软件\n2.1 靶区自动勾画系统\n研究内容：研制勾画软件。\n支持方式：拟支持不超过2项，每项财政资金200万元。\n"
    "三、申报要求\n1. 申报单位应为省内企事业单位。\n2. 网上填报截止时间：2025年5月30日。\n"
    "联系电话：0731-0000（湖南省科技事务中心 林老师）\n"
)
PLAN_PAGE = (
    "“心脏电影成像机理”重大研究计划（以下简称本计划）由国家自然科学基金委员会于2022年设立，信息科学部牵头，医学科学部、数理科学部共同参与实施。\n"
    "本重大研究计划为国家自然科学基金重大研究计划项目，执行期8年，资助直接费用总额1.5亿元。\n一、科学目标\n以心肌病、心律失常为主要研究对象，发展成像手段。\n"
    "二、研究方向\n（一）培育项目\n1. 心肌应变的磁共振定量方法。\n（二）重点支持项目\n1. 心律失常的光声标测系统。\n"
    "三、资助计划\n项目类型\t平均资助强度\t资助期限\n培育项目\t约70万元/项\t3年\n重点支持项目\t约300万元/项\t4年\n"
    "四、申请要求\n1. 申请人应具有高级职称。\n"
)


@pytest.fixture(scope="module")
def province() -> set[tuple[str, str, str]]:
    return facts(guide("2025年度申报指南", PROVINCE))


def test_who_runs_a_programme_told_before_its_name(province: set[tuple[str, str, str]]) -> None:
    assert {fact[2] for fact in province if fact[1] == "RUN_BY"} == {
        "湖南省科学技术厅",
        "湖南省工业和信息化厅",
        "湖南省药品监督管理局",
        "湖南省科技事务中心",
    }


def test_what_parts_a_programme_has_and_of_what_it_is_one(province: set[tuple[str, str, str]]) -> None:
    assert {(fact[0], fact[2]) for fact in province if fact[1] == "PART_OF"} == {
        ("智能放疗装备科技重大专项", "湖南省科技创新计划"),
        ("关键部件", "智能放疗装备科技重大专项"),
        ("智能软件", "智能放疗装备科技重大专项"),
        ("束流监测探测器", "关键部件"),
        ("靶区自动勾画系统", "智能软件"),
    }


def test_what_is_told_of_a_direction_is_its_own(province: set[tuple[str, str, str]]) -> None:
    assert {fact[2] for fact in province if fact[:2] == ("束流监测探测器", "HAS_METRIC")} == {
        "拟支持项目数",
        "财政资金",
        "位置分辨率",
        "取得发明专利数",
    }
    assert ("束流监测探测器", "TARGETS", "鼻咽癌") in province
    assert ("靶区自动勾画系统", "HAS_METRIC", "每项财政资金") in province


def test_a_plan_whose_title_has_no_quotation_marks() -> None:
    document = guide("心脏电影成像机理重大研究计划2024年度项目指南", PLAN_PAGE)
    found, fund = facts(document), "国家自然科学基金委员会"
    assert {fact[2] for fact in found if fact[:2] == ("心脏电影成像机理", "RUN_BY")} == {
        fund,
        *(fund + department for department in ("信息科学部", "医学科学部", "数理科学部")),
    }
    assert {
        ("心脏电影成像机理", "PART_OF", "国家自然科学基金重大研究计划"),
        ("心脏电影成像机理", "TARGETS", "心肌病"),
        ("心脏电影成像机理", "HAS_METRIC", "执行期"),
        ("心脏电影成像机理培育项目", "PART_OF", "心脏电影成像机理"),
    } <= found
    assert not [fact for fact in found if fact[:2] == ("国家自然科学基金重大研究计划", "HAS_METRIC")]
    named = {(one.of.name, one.name) for one in ProseIngester().ingest(document, pipeline()) if isinstance(one, Alias)}
    assert {
        ("心脏电影成像机理", "心脏电影成像机理重大研究计划"),
        ("心脏电影成像机理培育项目", "培育项目"),
    } <= named
    rows = [one for one in ListingIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    told = {
        (one.subject.name, one.qualifiers["value"], one.qualifiers["unit"]) for one in rows if one.predicate == "HAS_METRIC"
    }
    assert ("心脏电影成像机理培育项目", 70.0, "万元/项") in told
    assert ("心脏电影成像机理重点支持项目", 4.0, "年") in told


def test_a_body_that_hosts_runs_no_programme() -> None:
    text = PROVINCE.replace("省科技厅会同省工业和信息化厅、省药监局共同组织实施", "我省某企业申请了")
    assert {fact[2] for fact in facts(guide("2025年度申报指南", text)) if fact[1] == "RUN_BY"} == {"湖南省科技事务中心"}


NATION = (
    "附件2\n“肿瘤精准放疗装备”重点专项\n2025年度项目申报指南\n"
    "本重点专项由国家药品监督管理局作为主责单位，中国食品药品检定研究院承担项目管理专业机构职责。\n"
    "本重点专项总体目标是：到2029年，突破加速管等部件，加速器年装机不少于40台。\n"
    "本年度围绕关键部件、应用示范2个任务，拟启动3个指南方向。其中，青年科学家项目拟支持4项，每个项目200万元。\n"
    "1. 关键部件\n1.1 放疗用电子射野影像探测器\n研究内容：研制大面积非晶硅探测器和剂量重建算法。\n"
    "考核指标：空间分辨率优于0.4mm，定位成功率优于95%。\n有关说明：国拨经费每项不超过1500万元。\n"
    "1.2 束流监测电离室（青年科学家项目）\n研究内容：面向头颈部肿瘤放疗，发展束流监测方法。\n拟支持项目数：不超过4项。\n"
    "2. 应用示范\n2.1 国产放疗装备的县域应用示范\n研究内容：在不少于15家医疗机构开展宫颈癌放疗示范。\n国拨经费概算800万元。\n"
    "申报要求\n1. 推荐单位\n1.1 国务院有关部门科技主管司局\n"
)


@pytest.fixture(scope="module")
def nation() -> set[tuple[str, str, str]]:
    return facts(guide("2025年度项目申报指南", NATION))


def test_topics_that_only_their_numbers_open(nation: set[tuple[str, str, str]]) -> None:
    whole = "肿瘤精准放疗装备重点专项"
    assert {(fact[0], fact[2]) for fact in nation if fact[1] == "PART_OF"} == {
        ("关键部件", whole),
        ("应用示范", whole),
        ("放疗用电子射野影像探测器", "关键部件"),
        ("束流监测电离室", "关键部件"),
        ("国产放疗装备的县域应用示范", "应用示范"),
    }


def test_who_answers_for_a_programme_and_who_manages_it(nation: set[tuple[str, str, str]]) -> None:
    assert {fact[2] for fact in nation if fact[1] == "RUN_BY"} == {"国家药品监督管理局", "中国食品药品检定研究院"}
    for text in ("项目由东川省科技评估中心负责具体管理。", "主责单位：东川省科技评估中心，“影像装备”重点专项另行发布。"):
        found = facts(guide("“影像装备”重点专项2024年度申报指南", f"{text}\n研究内容：略。\n"))
        assert ("影像装备重点专项", "RUN_BY", "东川省科技评估中心") in found


def test_what_a_programme_and_its_directions_are_to_reach(nation: set[tuple[str, str, str]]) -> None:
    metrics = {(fact[0], fact[2]) for fact in nation if fact[1] == "HAS_METRIC"}
    assert {
        ("肿瘤精准放疗装备重点专项", "加速器年装机数"),
        ("肿瘤精准放疗装备重点专项", "青年科学家项目每项经费"),
        ("放疗用电子射野影像探测器", "每项国拨经费"),
        ("放疗用电子射野影像探测器", "空间分辨率"),
        ("束流监测电离室", "拟支持项目数"),
        ("国产放疗装备的县域应用示范", "开展医疗机构数"),
        ("国产放疗装备的县域应用示范", "国拨经费概算"),
    } <= metrics
    assert not [owner for owner, _ in metrics if owner in ("加速器", "探测器")]


def test_what_a_direction_is_to_make(nation: set[tuple[str, str, str]]) -> None:
    made = {fact[2] for fact in nation if fact[:2] == ("放疗用电子射野影像探测器", "CONCERNS")}
    assert {"电子射野影像探测器", "大面积非晶硅探测器", "剂量重建算法"} <= made
    assert not [name for name in made if "放疗用" in name]


def test_what_applicants_are_told_in_numbers_is_no_topic(nation: set[tuple[str, str, str]]) -> None:
    assert not [fact for fact in nation if "推荐单位" in fact[0] + fact[2] or "司局" in fact[0] + fact[2]]


@pytest.mark.parametrize(
    "noted",
    ["（申请代码1选择H2701或F0125的下属代码）。", "（F0601）。", "（申请代码：H2703）", "。"],
    ids=["chosen", "bare", "labelled", "none"],
)
def test_directions_with_the_codes_to_apply_under(noted: str) -> None:
    text = (
        "2031年度专题以重点支持项目的形式资助。\n一、研究方向\n"
        f"1. 脑血流动态成像与卒中风险预警{noted}研究动脉自旋标记的定量方法。\n"
        "2. 结直肠早癌内镜智能诊断（申请代码1选择F0609）。\n"
        "二、申请要求\n1. 申请人应当从事乳腺癌研究。\n"
    )
    found = facts(guide("2031年度岚江区域联合基金“智慧影像”专题项目指南", text))
    assert ("智慧影像专题", "PART_OF", "岚江区域联合基金") in found
    assert {("智慧影像专题", "TARGETS", "脑卒中"), ("智慧影像专题", "CONCERNS", "内窥镜")} <= found
    assert not [fact for fact in found if "乳腺" in fact[2]]


@pytest.mark.parametrize("name", ["数学与影像交叉重点专项", "跨尺度成像专项"])
def test_a_special_project_whose_title_quotes_no_name_and_its_projects_by_number(name: str) -> None:
    text = (
        "一、科学目标：发展重建理论。\n二、资助研究内容\n项目一：低剂量CT稀疏角重建的变分方法\n研究正则化模型，在肺癌筛查数据上验证。\n"
        "项目二：快速磁共振的低秩张量方法\n发展低秩张量恢复算法。\n三、申请条件\n申请人须从事乳腺癌研究。\n"
    )
    found = facts(guide(f"{name}2031年度项目指南", text))
    assert {(name, "CONCERNS", "低剂量CT"), (name, "CONCERNS", "磁共振成像"), (name, "TARGETS", "肺癌")} <= found
    assert not [fact for fact in found if "乳腺" in fact[2]]


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("岚江省医工协同联合资金（超声与内镜领域）", "二、资助方向"),
        ("岚江省健康影像专项资金", "二、重点支持领域"),
        ("岚江省智慧诊疗联合基金", "二、支持方向"),
    ],
)
def test_a_title_in_its_own_marks_and_directions_that_their_section_tells(name: str, section: str) -> None:
    text = (
        f"{name}由岚江省科学技术厅与岚江医科大学共同设立并组织实施，属省科技计划的组成部分，以下简称“省联合资金”。\n"
        "一、资助规模\n2031年度省联合资金总额1800万元，其中重大项目3项，每项400万元；重点项目6项，每项100万元。\n"
        f"{section}\n（一）高原牧区便携式超声肝包虫病筛查\n研制低功耗超声探头，整机功耗小于12 W。\n"
        "（二）早期胃癌光声内镜成像\n开展首次人体试验不少于25例。\n"
        "三、申报条件\n（一）项目负责人须从事乳腺癌影像研究\n（二）申报单位须有磁共振成像设备\n"
    )
    document = guide("通知", f"岚江省科学技术厅 岚江医科大学\n关于印发《{name}2031年度项目指南》的通知\n各有关单位：\n{text}")
    found = facts(document)
    first, second = "高原牧区便携式超声肝包虫病筛查", "早期胃癌光声内镜成像"
    assert {
        (name, "RUN_BY", "岚江省科学技术厅"),
        (name, "RUN_BY", "岚江医科大学"),
        (name, "PART_OF", "岚江省科技计划"),
        (first, "PART_OF", name),
        (second, "PART_OF", name),
        (second, "TARGETS", "早期胃癌"),
        (first, "HAS_METRIC", "整机功耗"),
        (second, "HAS_METRIC", "首次人体试验例数"),
        (name, "HAS_METRIC", "总额"),
        (name, "HAS_METRIC", "重大项目每项资助额"),
        (name, "HAS_METRIC", "重点项目每项资助额"),
    } <= found
    assert not [fact for fact in found if "乳腺" in fact[2] or "项目负责人" in fact[0] or "申报单位" in fact[0]]


JOINT = """附件3

        2031年度岚江省自然科学基金“临床影像”联合专项申报指南

    岚江省自然科学基金“临床影像”联合专项（以下简称联合专项）是岚江省自然科学基金的组成部分，由岚江省科学技术厅、岚江省卫生健康委员会和澄海影像集团有限公司共同组织实施，三方2031年合计投入900万元，其中省财政400万元。
    一、资助方向
    方向1．肝脏磁共振弹性成像。围绕肝硬化，研究磁共振弹性成像定量方法。拟支持重点项目2项，每项不超过80万元，实施周期3年；一般项目5项，每项20万元。
    方向2．超声造影。面向县级医院，研究甲状腺癌超声造影模型。拟支持一般项目8项，每项15万元。
    二、申报条件
    （一）申请人须具有高级职称。
    （二）2029年度联合专项已立项的“肝脏弹性成像质控方法”（负责人：裘宁，岚江大学第三附属医院，资助50万元）、“便携超声筛查”（负责人：柏青山，岚江大学，资助30万元）不得重复申报。
"""


def test_a_joint_programme_whose_name_a_fund_opens_and_an_annex_stands_above() -> None:
    found = facts(replace(document_of(JOINT), title="附件3"))
    name = "临床影像联合专项"
    assert {fact[2] for fact in found if fact[:2] == (name, "RUN_BY")} == {
        "岚江省科学技术厅",
        "岚江省卫生健康委员会",
        "澄海影像集团有限公司",
    }
    assert {
        (name, "PART_OF", "岚江省自然科学基金"),
        (name, "HAS_METRIC", "合计投入"),
        (name, "HAS_METRIC", "省财政投入"),
        (name, "HAS_METRIC", "方向1重点项目拟支持项目数"),
        (name, "HAS_METRIC", "方向1重点项目每项资助额"),
        (name, "HAS_METRIC", "方向1一般项目拟支持项目数"),
        (name, "HAS_METRIC", "方向2一般项目每项资助额"),
        ("肝脏弹性成像质控方法", "FUNDED_BY", name),
        ("肝脏弹性成像质控方法", "HOSTED_BY", "岚江大学第三附属医院"),
        ("裘宁", "LEADS", "肝脏弹性成像质控方法"),
        ("裘宁", "AFFILIATED_WITH", "岚江大学第三附属医院"),
        ("便携超声筛查", "FUNDED_BY", name),
        ("柏青山", "LEADS", "便携超声筛查"),
    } <= found
    assert not [fact for fact in found if fact[0].startswith("岚江大学") and fact[1] == "HAS_METRIC"]


def test_a_firm_that_takes_part_alone_runs_no_programme() -> None:
    alone = JOINT.replace("岚江省科学技术厅、岚江省卫生健康委员会和澄海影像集团有限公司共同", "澄海影像集团有限公司")
    found = facts(replace(document_of(alone), title="附件3"))
    assert not [fact for fact in found if fact[1] == "RUN_BY"]


RUN = "岚江省科学技术厅"
SHAPES = [
    "支持的研究方向如下：\n1.{a}（拟支持2项，每项300万元）\n开展关键技术攻关。\n2.{b}（拟支持1项，每项80万元）\n开展临床验证。\n",
    "三、支持方向\n（一）{a}。重点研究成像机理。拟支持2项，单项经费300万元。\n（二）{b}。重点研究方法。拟支持1项，单项经费80万元。\n",
    "指南方向\n一、{a}\n拟支持项目数2项，单个项目经费不超过300万元。\n二、{b}\n拟支持项目数1项，单个项目经费不超过80万元。\n",
    "一、申报方向\n——{a}：拟支持2项（每项300万元）。\n——{b}：拟支持1项（每项80万元）。\n",
]


@pytest.mark.parametrize("shape", SHAPES)
def test_directions_by_whatever_they_are_opened_and_what_each_is_given(shape: str) -> None:
    first, second = "低场磁共振核心部件研发", "肺结节光声成像应用示范"
    title = "岚江省“影像装备”科技重大专项2031年度项目申报指南"
    found = facts(guide(title, shape.format(a=first, b=second) + "四、申报要求\n1. 申报单位应为省内单位。\n"))
    for name in (first, second):
        assert (name, "PART_OF", "影像装备科技重大专项") in found
        assert {fact[2] for fact in found if fact[:2] == (name, "HAS_METRIC")} >= {"拟支持项目数", "每项经费"}
    assert not [fact for fact in found if "申报" in fact[0]]


@pytest.mark.parametrize(
    "said",
    [
        f"主管部门：{RUN}",
        f"专项由{RUN}牵头组织，财政资金支持。",
        f"{RUN}现启动“影像装备”科技重大专项2031年度项目申报工作。",
    ],
)
@pytest.mark.parametrize(
    "aim",
    [
        "本专项总体目标是：突破光声成像等关键技术，提高肺结节的早期诊断水平。",
        "专项面向肺结节的临床需求，重点发展光声成像。",
        "“影像装备”科技重大专项旨在攻克光声成像的核心技术，满足肺结节的诊疗需求。",
    ],
)
def test_who_runs_a_programme_and_what_it_is_for_as_a_whole(said: str, aim: str) -> None:
    text = f"{said}\n{aim}\n一、申报方向\n1.1 超导磁体研制\n研究内容：研制超导磁体。\n"
    found = facts(guide("岚江省“影像装备”科技重大专项2031年度项目申报指南", text))
    name = "影像装备科技重大专项"
    assert {(name, "RUN_BY", RUN), (name, "CONCERNS", "光声成像"), (name, "TARGETS", "肺结节")} <= found


def test_what_others_have_done_is_not_what_a_programme_is_for() -> None:
    text = "近年来，光声成像在肺结节诊断中已有应用。\n一、申报方向\n1.1 超导磁体研制\n研究内容：研制超导磁体。\n"
    found = facts(guide("岚江省“影像装备”科技重大专项2031年度项目申报指南", text))
    assert not [fact for fact in found if fact[0] == "影像装备科技重大专项" and fact[2] in ("光声成像", "肺结节")]


@pytest.mark.parametrize("numeral", ["一、", "（一）"])
@pytest.mark.parametrize(
    "terms",
    [
        "拟支持项目数：2项。国拨经费概算：800万元。",
        "支持方式：择优支持2项，每项支持经费800万元。",
        "拟支持不超过2个项目，每项资助不超过800万元，执行期3年。",
        "实施年限：3年\n拟支持项目数：2\n国拨经费概算：800万元",
        "【拟支持项目数】2项\n【经费额度】800万元/项",
    ],
)
def test_a_direction_that_a_numeral_opens_keeps_what_it_is_given(numeral: str, terms: str) -> None:
    text = f"{numeral}新型光声成像技术与系统\n研究内容：研究光声成像新方法，研制工程样机。\n{terms}\n"
    document = guide("“诊疗装备研发”重点专项2031年度项目申报指南", text)
    found = [one for one in ProseIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    told = {(one.subject.name, one.qualifiers["value"]) for one in found if one.predicate == "HAS_METRIC"}
    assert {("新型光声成像技术与系统", 2.0), ("新型光声成像技术与系统", 800.0)} <= told
    assert not [one for one in told if one[0] == "诊疗装备研发重点专项"]
