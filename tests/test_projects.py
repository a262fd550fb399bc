"""Grants in running text: who pays, who leads, who hosts, for how much; and what is no grant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document

GRANTS = frozenset({"FUNDED_BY", "LEADS", "HOSTED_BY"})
TITLE = "面向肝纤维化的超声弹性成像定量方法"


def facts(text: str, *, predicates: frozenset[str] = GRANTS) -> set[tuple[str, str, str]]:
    """What a text states of grants."""
    return {
        (one.subject.name, one.predicate, one.object.name)
        for one in ProseIngester().ingest(document(text), pipeline())
        if isinstance(one, Fact) and one.predicate in predicates
    }


def stated_of(text: str) -> dict[str, object]:
    """The qualifiers of the text's one FUNDED_BY."""
    (one,) = (
        one
        for one in ProseIngester().ingest(document(text), pipeline())
        if isinstance(one, Fact) and one.predicate == "FUNDED_BY"
    )
    return dict(one.qualifiers)


@pytest.mark.parametrize(
    ("words", "programme"),
    [
        ("国家自然科学基金重大项目“{}”启动会昨日举行。", "国家自然科学基金重大项目"),
        ("国家重点研发计划“智慧康养装备”重点专项“{}”项目完成中期检查。", "智慧康养装备重点专项"),
        ("学校牵头的国家重点研发计划智慧康养装备重点专项《{}》项目近日获批。", "智慧康养装备重点专项"),
        ("国家重大科研仪器研制项目（部门推荐）“{}”监理会召开。", "国家重大科研仪器研制项目（部门推荐）"),
        ("“863”计划课题“{}”通过验收。", "国家高技术研究发展计划"),
        ("国家重大科学仪器开发专项 “{}”项目年度会召开。", "国家重大科学仪器开发专项"),
        ("“{}”项目获2021年度国家自然科学基金面上项目资助。", "国家自然科学基金面上项目"),
    ],
)
def test_who_pays(words: str, programme: str) -> None:
    assert (TITLE, "FUNDED_BY", programme) in facts(words.format(TITLE))


@pytest.mark.parametrize(
    "words",
    [
        "国家自然科学基金设有“影像医学与核医学相关基础研究”学科。",
        "请按国家重点研发计划《智慧康养装备项目申报管理办法》执行。",
        "国家重点研发计划启动实施“智慧康养装备与服务”重点专项。",
        "本书是国家自然科学基金资助出版的《超声弹性成像原理与临床》。",
        "省自然科学基金面上项目“面向肝纤维化的超声弹性成像”获批，另有国家自然科学基金两项。",
    ],
)
def test_what_is_paid_by_nobody_told(words: str) -> None:
    assert {fact for fact in facts(words) if fact[1] == "FUNDED_BY"} == set()


@pytest.mark.parametrize(
    "words",
    [
        "由我院舒念安副院长作为项目负责人承担的国家重点研发计划“智慧康养装备”重点专项“{}”项目启动会召开。",
        "对舒念安教授牵头承担的国家自然科学基金重点项目“{}”进行结题审查。",
        "由舒念安教授牵头，联合三家单位共同申报的国家自然科学基金重大项目“{}”获批。",
        "以舒念安院士为首席科学家的“973”计划项目“{}”获准立项。",
        "国家自然科学基金重点项目“{}”由舒念安教授主持，执行期四年。",
        "国家自然科学基金重点项目“{}”中期检查会召开。项目负责人舒念安教授汇报了进展。",
        "由江北大学舒念安教授牵头，联合多家医院共同申报的“{}”项目获批立项。",
    ],
)
def test_who_leads(words: str) -> None:
    assert ("舒念安", "LEADS", TITLE) in facts(words.format(TITLE))


@pytest.mark.parametrize(
    "words",
    [
        "国家自然科学基金重点项目“{}”启动会召开。科研处处长舒念安主持会议，各课题负责人参加。",
        "国家自然科学基金重点项目“{}”启动会召开。子项目负责人舒念安教授发言。",
        "国家自然科学基金重点项目“{}”和国家科技支撑计划“另一个完全不同的影像课题”启动。项目负责人舒念安教授发言。",
        "专家组组长舒念安教授认为，国家自然科学基金重点项目“{}”完成了任务。",
        "舒念安教授主编的《肝脏超声弹性成像与临床应用》获科技部批准出版。",
    ],
)
def test_who_does_not_lead(words: str) -> None:
    assert {fact for fact in facts(words.format(TITLE)) if fact[1] == "LEADS"} == set()


@pytest.mark.parametrize(
    "words",
    [
        "由江北大学牵头承担的国家重点研发计划“智慧康养装备”重点专项“{}”项目启动。",
        "以江北大学作为第一承担单位、以舒念安院士为首席科学家的“973”计划项目“{}”获准立项。",
        "国家自然科学基金重点项目“{}”监理会召开。项目依托江北大学，合作单位有三家。",
        "国家自然科学基金重点项目“{}”启动。江北大学作为项目牵头单位将全力保障。",
        "国家自然科学基金重点项目“{}”由江北大学承担，经费300万元。",
    ],
)
def test_who_hosts(words: str) -> None:
    assert (TITLE, "HOSTED_BY", "江北大学") in facts(words.format(TITLE))


def test_who_does_not_host() -> None:
    words = f"国家自然科学基金重点项目“{TITLE}”启动。江北大学和东屏大学代表参加，承担单位介绍了情况。"
    assert {fact for fact in facts(words) if fact[1] == "HOSTED_BY"} == set()


def test_a_list_of_what_a_programme_granted() -> None:
    text = (
        "学院共获得国家自然科学基金资助项目2项，分别是舒念安教授主持的“肝脏弹性成像的正则化反演”；"
        "阮知遥博士主持的“乳腺断层合成的散射校正”。"
    )
    assert facts(text) == {
        ("肝脏弹性成像的正则化反演", "FUNDED_BY", "国家自然科学基金"),
        ("乳腺断层合成的散射校正", "FUNDED_BY", "国家自然科学基金"),
        ("舒念安", "LEADS", "肝脏弹性成像的正则化反演"),
        ("阮知遥", "LEADS", "乳腺断层合成的散射校正"),
    }


@pytest.mark.parametrize(
    ("words", "amount", "year"),
    [
        ("获批2022年度国家自然科学基金重点项目“{}”，直接经费287万元。", 287.0, 2022),
        ("国家自然科学基金重点项目“{}”项目获批，中央财政经费资助达1932万元。", 1932.0, None),
        ("国家自然科学基金重点项目“{}”获批，项目总经费为1.2亿元。", 12000.0, None),
        ("国家自然科学基金重点项目“{}”获批，覆盖5000名患者。", None, None),
    ],
)
def test_sum_and_year(words: str, amount: float | None, year: int | None) -> None:
    said = stated_of(words.format(TITLE))
    assert (said.get("amount_wan"), said.get("year")) == (amount, year)


@pytest.mark.parametrize(
    ("words", "part", "whole"),
    [
        ("国家科技支撑计划“重大慢病影像防治”重大项目已启动。", "重大慢病影像防治重大项目", "国家科技支撑计划"),
        ("国家重点研发计划智慧康养装备重点专项启动会召开。", "智慧康养装备重点专项", "国家重点研发计划"),
        ("国家重点研发计划智慧康养装备专项项目陆续启动。", "智慧康养装备重点专项", "国家重点研发计划"),
    ],
)
def test_a_programme_is_part_of_the_plan_before_it(words: str, part: str, whole: str) -> None:
    assert (part, "PART_OF", whole) in facts(words, predicates=frozenset({"PART_OF"}))


@pytest.mark.parametrize("words", ["国家重点研发计划启动实施六个重点专项。", "国家重点研发计划支持的多个重点专项进展顺利。"])
def test_no_programme_is_named(words: str) -> None:
    assert facts(words, predicates=frozenset({"PART_OF"})) == set()


def test_a_name_at_the_very_end_of_a_text_is_within_it() -> None:
    """蓝雨 is the whole of what follows the title: a name of three characters would end outside the text."""
    assert facts("项目组成员与主持人：蓝雨") == set()
    assert facts("负责人：蓝雨") == set()


def test_a_row_of_titles_after_their_programme() -> None:
    text = (
        "此次岚江声影科技有限公司入选“国家重点研发计划”的三项项目，分别为“全身动态参数成像装备研制”“低场磁共振整机研发”和"
        "“能谱CT核心部件研发”。这些研发项目由岚江声影科技有限公司牵头，联合多家医院。"
    )
    titles = ("全身动态参数成像装备研制", "低场磁共振整机研发", "能谱CT核心部件研发")
    assert facts(text) >= {(title, "FUNDED_BY", "国家重点研发计划") for title in titles}
    assert facts(text) >= {(title, "HOSTED_BY", "岚江声影科技有限公司") for title in titles}


@pytest.mark.parametrize(
    "text",
    [
        "国家重点研发计划的三项原则，分别为“坚持问题导向原则”“坚持分步实施原则”和“坚持重点突出原则”。",
        "国家重点研发计划的管理文件包括“项目申报与评审要求”“经费使用与监督要求”。",
    ],
)
def test_a_row_of_what_is_no_project(text: str) -> None:
    assert facts(text) == set()


def test_titles_behind_the_announcement_of_a_programme_are_its_projects() -> None:
    text = (
        "近日，松江省科学技术厅公布了2023年度松江省科技攻关项目立项名单，我科两项课题获批："
        "成若水主任主持的“肝脏超声造影的定量研究”和卓亦凡医师主持的“甲状腺弹性成像的随访研究”。"
    )
    found = [one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]
    paid = {(one.subject.name, one.object.name) for one in found if one.predicate == "FUNDED_BY"}
    assert paid == {("肝脏超声造影的定量研究", "松江省科技攻关项目"), ("甲状腺弹性成像的随访研究", "松江省科技攻关项目")}


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            f"卫生公益性行业科研专项经费项目——“{TITLE}”启动。项目负责人—岚江大学附属滨江医院超声科霍启明教授介绍了概况。"
            "作为项目牵头单位，岚江大学附属滨江医院院长翟文莉致辞。",
            {
                (TITLE, "FUNDED_BY", "卫生行业科研专项"),
                ("霍启明", "LEADS", TITLE),
                (TITLE, "HOSTED_BY", "岚江大学附属滨江医院"),
            },
        ),
        (
            f"国家重点研发计划“智慧康养装备”重点专项“{TITLE}”项目启动。专家组听取了项目负责人西陵大学霍启明教授的汇报。",
            {(TITLE, "FUNDED_BY", "智慧康养装备重点专项"), ("霍启明", "LEADS", TITLE)},
        ),
        (
            f"国家自然科学基金重大项目“{TITLE}”结题会举行，该项目由霍启明院士担任首席科学家，西陵大学等单位参加。",
            {(TITLE, "FUNDED_BY", "国家自然科学基金重大项目"), ("霍启明", "LEADS", TITLE)},
        ),
        (
            f"近日，某部公布国家重点研发计划“智慧康养装备”重点专项2030年度立项项目，西陵大学霍启明教授领衔申报的“{TITLE}”获批立项。",
            {(TITLE, "FUNDED_BY", "智慧康养装备重点专项"), ("霍启明", "LEADS", TITLE)},
        ),
        (
            f"由霍启明教授担任首席科学家的“{TITLE}”项目获批国家重点研发计划立项。",
            {(TITLE, "FUNDED_BY", "国家重点研发计划"), ("霍启明", "LEADS", TITLE)},
        ),
        (
            f"由岚江大学作为牵头单位、霍启明教授担任项目负责人的国家重点研发计划“{TITLE}”项目启动。",
            {
                (TITLE, "FUNDED_BY", "国家重点研发计划"),
                ("霍启明", "LEADS", TITLE),
                (TITLE, "HOSTED_BY", "岚江大学"),
            },
        ),
        (
            f"柏若涵副主任医师的“{TITLE}”获批云南省基础研究计划面上项目，经费10万元。",
            {(TITLE, "FUNDED_BY", "云南省基础研究计划"), ("柏若涵", "LEADS", TITLE)},
        ),
        (f"霍启明主任的课题《{TITLE}》获得了云南省卫生厅科研A类项目4万元资助。", {("霍启明", "LEADS", TITLE)}),
    ],
)
def test_who_heads_and_who_hosts_in_other_words(text: str, stated: set[tuple[str, str, str]]) -> None:
    assert facts(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        f"国家自然科学基金重大项目“{TITLE}”启动，专家组组长西陵大学霍启明教授讲话，子项目负责人柏若涵教授汇报。",
        f"国家自然科学基金重大项目“{TITLE}”启动。作为项目合作单位，西陵大学校长霍启明致辞。",
        f"国家自然科学基金重大项目“{TITLE}”启动。各项目负责人西陵大学霍启明教授等汇报。",
    ],
)
def test_who_only_takes_part_neither_heads_nor_hosts(text: str) -> None:
    assert {one[1] for one in facts(text)} == {"FUNDED_BY"}


def test_how_strongly_one_project_is_supported_is_its_sum() -> None:
    stated = stated_of(f"霍启明教授牵头申报的国家重大科研仪器研制项目——“{TITLE}”获得批准，资助强度达6000万元。")
    assert stated["amount_wan"] == 6000


OPENING = "11月3日，国家重点研发计划“岚江影像装备”重点专项项目启动会在岚江市召开。"
OF_PLAN = f"国家重点研发计划“岚江影像装备”重点专项项目“{TITLE}”启动。"
PART = "岚江影像装备重点专项"


def paid(text: str) -> set[tuple[str, object, object]]:
    """Who pays the text's projects, with the sums and years that are told."""
    return {
        (one.object.name, one.qualifiers.get("amount_wan"), one.qualifiers.get("year"))
        for one in ProseIngester().ingest(document(text), pipeline())
        if isinstance(one, Fact) and one.predicate == "FUNDED_BY"
    }


@pytest.mark.parametrize("led", ["由岚江大学副校长裘宁教授担任负责人", "由裘宁教授主持"])
def test_a_title_behind_the_meeting_on_the_project(led: str) -> None:
    said = f"{OPENING.replace('国家', '由岚江大学牵头的国家', 1)}项目名称为“{TITLE}”，{led}。"
    assert facts(said) == {("裘宁", "LEADS", TITLE), (TITLE, "FUNDED_BY", PART), (TITLE, "HOSTED_BY", "岚江大学")}


def test_a_title_elsewhere_is_not_that_of_the_meeting() -> None:
    assert not facts(f"{OPENING}会议为期两天。项目名称为“{TITLE}”。")
    assert not facts(f"{OPENING}与会者参观了“{TITLE}”展板。")


@pytest.mark.parametrize(
    "link",
    ["由岚江大学牵头、裘宁教授担任首席科学家的", "由岚江大学牵头，裘宁教授主持的", "由岚江大学牵头承担、裘宁研究员负责的"],
)
def test_a_house_and_a_leader_before_one_project(link: str) -> None:
    found = facts(f"{link}国家重点研发计划“岚江影像装备”重点专项“{TITLE}”项目启动会举行。")
    assert {("裘宁", "LEADS", TITLE), (TITLE, "HOSTED_BY", "岚江大学")} <= found


@pytest.mark.parametrize("label", ["依托单位为岚江大学", "直接费用52万元，依托单位：岚江大学", "牵头单位是岚江大学"])
def test_a_host_by_its_label_behind_a_title(label: str) -> None:
    assert (TITLE, "HOSTED_BY", "岚江大学") in facts(f"裘宁教授主持的国家自然科学基金重点项目“{TITLE}”获批，{label}。")


@pytest.mark.parametrize(
    ("later", "amount"),
    [
        ("该项目获中央财政经费1932万元，实施周期为2031年8月至2034年6月。", 1932.0),
        ("项目总经费3000万元，其中国拨经费1500万元，执行期三年。", 1500.0),
        ("该项目由岚江大学牵头，联合10家单位承担，总经费5600万元，其中中央财政经费2100万元。", 2100.0),
        ("项目总经费为0.3亿元。", 3000.0),
        ("项目设5个课题，各课题专项经费300万元。", None),
        ("项目总经费3000万元，其中自筹经费1000万元。", None),
        ("项目组成员所在的平台获财政经费800万元。", None),
        ("项目获省财政配套经费500万元。", None),
        ("医院去年总经费达3000万元。", None),
    ],
)
def test_the_sum_of_the_one_project_in_a_later_sentence(later: str, amount: float | None) -> None:
    assert paid(f"{OF_PLAN}{later}") == {(PART, None, None)} | ({(PART, amount, None)} if amount else set())


def test_the_science_funds_type_by_the_text() -> None:
    results = "国家自然科学基金委员会公布了2031年度集中接收申请项目评审结果。"
    own = f"裘宁教授主持申报的重点项目“{TITLE}”获得资助，直接费用220万元。"
    assert paid(f"{results}{own}") == {("国家自然科学基金重点项目", 220.0, 2031)}
    assert not paid(f"{own}")
    assert not paid(f"{results}此前还获省科技厅支持。{own}")


def test_the_year_of_another_programmes_results_is_not_the_projects() -> None:
    own = f"裘宁教授牵头的国家重点研发计划“岚江影像装备”重点专项“{TITLE}”获批立项。"
    results = "科技部公布了国家重点研发计划“{}”重点专项2031年度立项项目清单。"
    assert paid(results.format("岚江影像装备") + own) == {(PART, None, 2031)}
    assert paid(results.format("深海探测") + own) == {(PART, None, None)}


@pytest.mark.parametrize(
    ("said", "bodies"),
    [
        (
            "受科学技术部委托，中国溪山技术发展中心作为专项管理专业机构，组织了“岚江影像装备”重点专项的评审。",
            {"中国溪山技术发展中心"},
        ),
        ("中国溪山技术发展中心是“岚江影像装备”重点专项项目管理专业机构。", {"中国溪山技术发展中心"}),
        ("溪山市人民医院作为专业机构参加“岚江影像装备”重点专项。", set()),
        ("中国溪山技术发展中心作为管理专业机构，评审了“岚江影像装备”重点专项和“溪山探针”重点专项。", set()),
    ],
)
def test_the_agency_that_manages_a_special_project(said: str, bodies: set[str]) -> None:
    assert {who for what, p, who in facts(said, predicates=frozenset({"RUN_BY"})) if what == PART} == bodies


@pytest.mark.parametrize(
    ("words", "leader"),
    [
        (f"溪山医院裘宁教授以“{TITLE}”获松江省自然科学基金资助20万元。", "裘宁"),
        (f"溪山医院放射科副主任医师裘宁今年凭借《{TITLE}》项目获批国家自然科学基金面上项目。", "裘宁"),
        (f"溪山医院教授裘宁，2031年以“{TITLE}”首次获得国家自然科学基金面上项目资助。", "裘宁"),
        (f"溪山医院裘宁教授以“{TITLE}”为题作报告，介绍国家自然科学基金面上项目资助的成果。", ""),
        (f"溪山医院裘宁教授以“{TITLE}”获松江省科技进步奖。", ""),
    ],
)
def test_with_what_title_somebody_won_a_project(words: str, leader: str) -> None:
    assert {one for one, predicate, _ in facts(words) if predicate == "LEADS"} == ({leader} if leader else set())


@pytest.mark.parametrize(
    ("words", "year"),
    [
        (f"2031年，溪山医院裘宁教授主持的国家自然科学基金面上项目“{TITLE}”获批。", 2031),
        (f"2031年毕业的裘宁教授主持的国家自然科学基金面上项目“{TITLE}”获批。", None),
        (f"2031年，裘宁教授主持的国家自然科学基金面上项目“{TITLE}”有了新进展，获资助。", None),
    ],
)
def test_the_year_of_approval_before_whose_the_project_is(words: str, year: int | None) -> None:
    assert stated_of(words).get("year") == year


PARTS = [
    "课题一由岚江大学裘宁教授牵头，题目为“肝脏弹性成像探头研制”；课题二由溪山医院慕晓岚研究员负责，题目为“便携超声主机研制”。",
    "岚江大学裘宁教授负责课题一“肝脏弹性成像探头研制”；溪山医院慕晓岚研究员负责课题二“便携超声主机研制”。",
    "课题1：《肝脏弹性成像探头研制》，由裘宁教授（岚江大学）主持。课题2：《便携超声主机研制》，由慕晓岚研究员（溪山医院）主持。",
    "课题1  肝脏弹性成像探头研制（裘宁，岚江大学）\n课题2  便携超声主机研制（慕晓岚，溪山医院）\n",
    "岚江大学裘宁教授（课题一“肝脏弹性成像探头研制”负责人）、溪山医院慕晓岚研究员（课题二“便携超声主机研制”负责人）作汇报。",
    "课题一负责人、岚江大学裘宁教授汇报了“肝脏弹性成像探头研制”的进展。课题二负责人慕晓岚研究员（溪山医院）围绕“便携超声主机研制”作汇报。",
    "项目设置2个课题：（1）肝脏弹性成像探头研制，由岚江大学承担，负责人裘宁；（2）便携超声主机研制，由溪山医院承担，负责人慕晓岚。",
]


@pytest.mark.parametrize("text", PARTS)
def test_the_parts_of_a_project_and_who_leads_each(text: str) -> None:
    led = {(who, grant) for who, predicate, grant in facts(text) if predicate == "LEADS"}
    assert led == {("裘宁", "肝脏弹性成像探头研制"), ("慕晓岚", "便携超声主机研制")}


OTHER = "低场磁共振在肺结节随访中的应用研究"
PLAN = "松江省重点研发计划"


@pytest.mark.parametrize(
    "told",
    [
        f"“{TITLE}”是2031年{PLAN}资助的项目。该项目由岚江大学牵头，裘宁副教授负责，经费55万元。",
        f"“{TITLE}”项目由松江省科学技术厅于2031年立项，列入{PLAN}，下达经费55万元。项目承担单位为岚江大学，项目负责人裘宁。",
        f"2031年启动的“{TITLE}”，项目负责人为裘宁，承担单位为岚江大学，经费55万元，由{PLAN}资助。",
        f"在{PLAN}的支持下（2031年，55万元），裘宁教授带领团队开展“{TITLE}研究”，依托单位是岚江大学。",
        f"松江省科学技术厅2031年批准岚江大学承担“{TITLE}”，资助55万元，属{PLAN}项目。裘宁为项目负责人。",
    ],
)
def test_a_project_is_told_across_sentences_beside_another(told: str) -> None:
    text = f"松江省自然科学基金面上项目“{OTHER}”由溪山医院慕晓岚教授主持，经费20万元。\n\n{told}"
    found = facts(text)
    (grant,) = {one for one, predicate, _ in found if predicate == "FUNDED_BY" and one != OTHER}
    assert grant.startswith(TITLE)
    assert {fact for fact in found if grant in fact} == {
        (grant, "FUNDED_BY", PLAN),
        ("裘宁", "LEADS", grant),
        (grant, "HOSTED_BY", "岚江大学"),
    }
    assert {one for one, predicate, what in found if predicate == "LEADS" and what == OTHER} == {"慕晓岚"}


def test_what_a_paragraph_says_of_its_own_project_is_not_of_the_one_before() -> None:
    text = f"松江省自然科学基金面上项目“{OTHER}”获批。\n\n“{TITLE}”正在准备结题。项目负责人裘宁教授作了汇报。"
    assert ("裘宁", "LEADS", OTHER) not in facts(text)


RUN_BY = "国家自然科学基金委员会"


@pytest.mark.parametrize(
    "plan",
    [
        f"在会议建议的推动下，2031年{RUN_BY}设立了“器官成像”重大研究计划。",
        f"会议直接促成了“器官成像”重大研究计划的立项，该计划由{RUN_BY}于2031年启动。",
        f"2031年，“器官成像”重大研究计划由{RUN_BY}批准启动，总经费2亿元。",
    ],
)
@pytest.mark.parametrize(
    "grants",
    [
        f"在该计划资助下，岚江大学裘宁教授主持的“{TITLE}”获得300万元，溪山医院慕晓岚研究员主持的“{OTHER}”获得80万元。",
        f"其中，岚江大学裘宁教授牵头的集成项目“{TITLE}”获资助300万元；溪山医院慕晓岚研究员负责的“{OTHER}”获资助80万元。",
        f"裘宁教授（岚江大学）和慕晓岚研究员（溪山医院）分别主持其中的“{TITLE}”和“{OTHER}”项目，经费分别为300万元和80万元。",
        f"计划支持的项目包括：岚江大学裘宁负责的“{TITLE}”，经费300万元；溪山医院慕晓岚负责的“{OTHER}”，经费80万元。",
    ],
)
def test_the_grants_of_a_plan_that_was_told_before(plan: str, grants: str) -> None:
    found = facts(f"{plan}\n\n{grants}", predicates=GRANTS | {"RUN_BY"})
    assert found >= {
        ("器官成像", "RUN_BY", RUN_BY),
        (TITLE, "FUNDED_BY", "器官成像"),
        (OTHER, "FUNDED_BY", "器官成像"),
        ("裘宁", "LEADS", TITLE),
        ("慕晓岚", "LEADS", OTHER),
    }


def test_of_two_plans_told_before_neither_pays() -> None:
    text = f"“器官成像”重大研究计划和“脑成像”重大研究计划已启动。\n\n其中，裘宁教授牵头的集成项目“{TITLE}”获资助300万元。"
    assert not {fact for fact in facts(text) if fact[1] == "FUNDED_BY"}


def test_a_list_that_runs_on_in_a_paragraph_is_of_the_programme_of_the_page_s_head() -> None:
    items = f"岚江大学裘宁主持的“{TITLE}”（82301201，52万元）；溪山医院慕晓岚主持的“{OTHER}”（82301202，30万元）。"
    page = document(f"项目分别为：{items}")
    page = replace(page, title="2031年度松江省自然科学基金拟立项项目公示")
    found = {
        (one.subject.name, one.predicate, one.object.name): one.qualifiers
        for one in ProseIngester().ingest(page, pipeline())
        if isinstance(one, Fact) and one.predicate in GRANTS
    }
    paid = found[(TITLE, "FUNDED_BY", "松江省自然科学基金")]
    assert (paid["amount_wan"], paid["year"]) == (52.0, 2031)
    assert ("慕晓岚", "LEADS", OTHER) in found
    plain = replace(page, title="松江省自然科学基金管理办法")
    assert not [
        one for one in ProseIngester().ingest(plain, pipeline()) if isinstance(one, Fact) and one.predicate == "FUNDED_BY"
    ]


def test_who_heads_the_next_project_heads_not_the_one_before() -> None:
    text = (
        f"裘宁研究员作为项目负责人申报的“{TITLE}”获批松江省重点研发计划项目。"
        f"慕晓岚主治医师作为项目负责人申报的“{OTHER}”获批松江省重点研发计划项目。"
    )
    assert {fact for fact in facts(text) if fact[1] == "LEADS"} == {("裘宁", "LEADS", TITLE), ("慕晓岚", "LEADS", OTHER)}
