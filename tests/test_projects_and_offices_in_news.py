"""Who leads a project that news tells of and where it rests, who heads a group, whom a committee takes in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document, stated

FUND = "国家重大科研仪器研制项目"


def told(text: str, *predicates: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in predicates}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            f"研究得到{FUND}“乳腺功能光声断层成像仪”的资助，岚江大学海若明教授到会。该项目由海若明负责、依托岚江大学实施。",
            {
                ("乳腺功能光声断层成像仪", "FUNDED_BY", FUND),
                ("海若明", "LEADS", "乳腺功能光声断层成像仪"),
                ("乳腺功能光声断层成像仪", "HOSTED_BY", "岚江大学"),
            },
        ),
        (
            "在国家重点研发计划“重大科学仪器设备研发”重点专项支持下，“光子计数CT关键部件及整机研制”项目立项，"
            "中央财政投入3200万元，岚江大学研究员闵若远任项目负责人。",
            {
                ("光子计数CT关键部件及整机研制", "FUNDED_BY", "重大科学仪器设备研发重点专项"),
                ("闵若远", "LEADS", "光子计数CT关键部件及整机研制"),
            },
        ),
        (
            "承担国家自然科学基金项目6项，其中展若程主持的青年科学基金项目“靶向探针用于肝纤维化早期显像研究”已结题。",
            {
                ("靶向探针用于肝纤维化早期显像研究", "FUNDED_BY", "国家自然科学基金青年科学基金项目"),
                ("展若程", "LEADS", "靶向探针用于肝纤维化早期显像研究"),
            },
        ),
        ("在国家重点研发计划支持下，“光子计数CT”成为热点，岚江大学研究员闵若远任项目负责人。", set()),
        (f"研究得到{FUND}的资助，各子项目由海若明教授负责、依托岚江大学实施。", set()),
    ],
)
def test_projects(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, "FUNDED_BY", "LEADS", "HOSTED_BY") == facts


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "岚江医院联合组建了高原包虫病影像协作组，岚江医院邢若月教授任组长，西陵医院放射科副主任尕藏多杰任副组长。",
            {("邢若月", "高原包虫病影像协作组"), ("尕藏多杰", "高原包虫病影像协作组")},
        ),
        (
            "会议期间召开了云岭图像医学学会心血管影像专业委员会全体会议，增补龙若渊、段若平为副主任委员。",
            {("龙若渊", "云岭图像医学学会心血管影像专业委员会"), ("段若平", "云岭图像医学学会心血管影像专业委员会")},
        ),
        (
            "柏若勋，主任医师，核医学科主任。任云岭省医学会核医学分会常务委员、云岭省医师协会核医学医师分会会长。",
            {("柏若勋", "云岭省医学会核医学分会"), ("柏若勋", "云岭省医师协会核医学医师分会")},
        ),
        ("岚江医院组建了三个小组，邢若月教授任组长。", set()),
        ("任云岭省医学会核医学分会常务委员的还有多人。", set()),
    ],
)
def test_offices(text: str, members: set[tuple[str, str]]) -> None:
    assert {(who, where) for who, _, where in told(text, "MEMBER_OF")} == members


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "协作组编写了《聚焦超声治疗操作手册》，苏若谷教授任主编，柏若涵、池若满教授任副主编，去年出版。",
            {(who, "AUTHORED", "聚焦超声治疗操作手册") for who in ("苏若谷", "柏若涵", "池若满")},
        ),
        ("苏若谷教授任主编的《云岭影像杂志》创刊，柏若涵教授任副主编。", set()),
        ("《聚焦超声治疗操作手册》和《超声诊断图谱》出版，苏若谷教授任主编。", set()),
    ],
)
def test_editors(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, "AUTHORED") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "岚江大学焦立群教授团队完成的“超声弹性成像关键技术及应用”项目获得国家技术发明奖二等奖。"
            "项目共获得知识产权56项，发表论文30余篇，曾获云岭省科学技术奖一等奖、中国专利优秀奖。",
            {
                ("超声弹性成像关键技术及应用", "RECEIVED", award)
                for award in ("国家技术发明奖", "云岭省科学技术奖", "中国专利优秀奖")
            },
        ),
        ("“手术县域推广模式”获得云岭省医学会颁发的云医创新奖二等奖。", {("手术县域推广模式", "RECEIVED", "云医创新奖")}),
        ("“肝癌介入治疗关键技术”摘得当年中华医学科技奖一等奖。", {("肝癌介入治疗关键技术", "RECEIVED", "中华医学科技奖")}),
        ("项目申请专利5项，负责人焦立群曾获云岭省科学技术奖一等奖。", {("焦立群", "RECEIVED", "云岭省科学技术奖")}),
    ],
)
def test_awards(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, "RECEIVED") == facts


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "青海省科学技术厅消息，签约会在西宁举行，省卫生健康委规划信息处处长闵若远出席，会议由省科技厅农村与社会发展处处长邢若月主持。",
            {("闵若远", "青海省卫生健康委员会"), ("邢若月", "青海省科学技术厅")},
        ),
        ("会议由省科技厅农村与社会发展处处长邢若月主持。", set()),
        ("黑龙江省发展改革委高技术处处长闵若远到会。", {("闵若远", "黑龙江省发展改革委")}),
        ("方案6月获批，其中省发展改革委安排3亿元。省发展改革委高技术处处长闵若远到会。", set()),
        ("青山市科技局副局长闵若以及市财政局的领导来到现场。", {("闵若", "青山市科技局")}),
        ("岚江医院启用新楼，岚江医院心电中心主任闵梁分头讲解。", {("闵梁", "岚江医院")}),
    ],
)
def test_officials_and_where_their_names_end(text: str, people: set[tuple[str, str]]) -> None:
    assert {(one, house) for one, _, house in told(text, "AFFILIATED_WITH")} == people


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "东岭光声脑成像设施日前封顶。这座设施是省里的重大项目，由岚江大学牵头建设，总投资2亿元，其中黑龙江省发展改革委安排5000万元，呼和浩特市财政局拨款3000万元。",
            {
                ("岚江大学", "BUILT", "东岭光声脑成像设施"),
                ("东岭光声脑成像设施", "FUNDED_BY", "黑龙江省发展改革委"),
                ("东岭光声脑成像设施", "FUNDED_BY", "呼和浩特市财政局"),
            },
        ),
        ("东岭光声脑成像设施日前封顶。设施是什么，由岚江大学来说明。", set()),
    ],
)
def test_that_facility(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, "BUILT", "FUNDED_BY") == facts


def test_a_county_whose_office_goes_by_its_level() -> None:
    def people(title: str, text: str) -> set[tuple[str, str]]:
        page = replace(document(f"{title}\n\n{text}"), title=title)
        found = ProseIngester().ingest(page, pipeline())
        facts = [one for one in found if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"]
        return {(one.subject.name, one.object.name) for one in facts}

    said = "中心依托岚山县人民医院建设。县卫健局副局长闵若远到会，县科技局局长邢若月讲话。"
    assert people("岚山县影像中心挂牌", said) == {("闵若远", "岚山县卫生健康局"), ("邢若月", "岚山县科学技术局")}
    assert not any("溪" in house or "岚" in house for _, house in people("岚山县影像中心挂牌", f"溪源县人民医院也来了。{said}"))


@pytest.mark.parametrize(
    ("publisher", "said", "home"),
    [
        ("岚江市人民医院", "科研处处长海若明表示，感谢溪山医院放射科闵若远主任的指导。", "岚江市人民医院"),
        ("", "科研处处长海若明表示，感谢溪山医院放射科闵若远主任的指导。", ""),
        ("岚江市人民医院", "市卫健委科研处处长海若明表示感谢。", ""),
    ],
)
def test_the_head_of_an_office_on_the_site_of_one_of_several_hospitals(publisher: str, said: str, home: str) -> None:
    text = f"我院新获三项课题。\n\n松江医院与云麓医院曾获同类课题。\n\n{said}"
    page = replace(document(text), publisher=publisher)
    found = [one for one in ProseIngester().ingest(page, pipeline()) if isinstance(one, Fact)]
    homes = {one.object.name for one in found if one.predicate == "AFFILIATED_WITH" and one.subject.name == "海若明"}
    assert homes - {"岚江市卫生健康委员会"} == ({home} if home else set())


LAUNCHED = (
    "岚江医科大学附属肿瘤医院召开会议，由岚江医科大学附属肿瘤医院作为牵头单位的国家重点研发计划“疾病防治”重点专项"
    "“肝癌超声筛查体系的建立”项目启动。{lead}，获批中央财政专项经费900万元，另自筹200万元。"
    "课题1“肝癌超声质控方法研究”由岚江大学牵头，柏秋实任课题负责人，中央财政经费320万元；"
    "课题2“随访平台研发与示范”承担单位是云岭影像科技有限公司，课题负责人为该公司高级工程师龙若溪，经费{sum}。"
)


@pytest.mark.parametrize(
    "lead",
    [
        "该项目由岚江医科大学附属肿瘤医院超声科主任海若明教授担任负责人",
        "该项目由海若明教授担任负责人",
        "项目由岚江医科大学附属肿瘤医院海若明研究员担任首席科学家",
    ],
)
def test_who_leads_a_project_behind_a_house_and_a_post_and_what_its_parts_are_given(lead: str) -> None:
    text = LAUNCHED.format(lead=lead, sum="180万元")
    grant, plan = "肝癌超声筛查体系的建立", "疾病防治重点专项"
    assert {fact for fact in told(text, "LEADS", "HOSTED_BY", "FUNDED_BY") if fact[2] != grant or fact[1] == "LEADS"} == {
        ("海若明", "LEADS", grant),
        (grant, "HOSTED_BY", "岚江医科大学附属肿瘤医院"),
        (grant, "FUNDED_BY", plan),
        ("柏秋实", "LEADS", "肝癌超声质控方法研究"),
        ("肝癌超声质控方法研究", "HOSTED_BY", "岚江大学"),
        ("肝癌超声质控方法研究", "FUNDED_BY", plan),
        ("龙若溪", "LEADS", "随访平台研发与示范"),
        ("随访平台研发与示范", "HOSTED_BY", "云岭影像科技有限公司"),
        ("随访平台研发与示范", "FUNDED_BY", plan),
    }
    found = ProseIngester().ingest(document(text), pipeline())
    sums = {
        (one.subject.name, one.qualifiers["amount_wan"])
        for one in found
        if isinstance(one, Fact) and "amount_wan" in one.qualifiers
    }
    assert sums == {(grant, 900.0), ("肝癌超声质控方法研究", 320.0), ("随访平台研发与示范", 180.0)}


def test_a_part_that_pays_for_itself_is_given_nothing() -> None:
    text = LAUNCHED.format(lead="该项目由海若明教授担任负责人", sum="由其自筹")
    assert ("随访平台研发与示范", "FUNDED_BY", "疾病防治重点专项") not in told(text, "FUNDED_BY")


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("岚江大学海若明教授曾于2029年获国家自然科学基金面上项目“肝脏弹性成像”（82971902，55万元）资助。", True),
        ("岚江大学海若明教授获得国家自然科学基金面上项目“肝脏弹性成像”的资助。", True),
        ("海若明、柏秋实所在的岚江大学获国家自然科学基金面上项目“肝脏弹性成像”资助。", False),
        ("第一作者为海若明，研究获国家自然科学基金面上项目“肝脏弹性成像”资助。", False),
    ],
)
def test_whom_a_fund_gave_a_project_leads_it(text: str, leads: bool) -> None:
    assert (("海若明", "LEADS", "肝脏弹性成像") in told(text, "LEADS")) == leads


def test_the_year_the_number_and_the_sum_of_one_note() -> None:
    text = "岚江大学海若明教授曾于2029年获国家自然科学基金面上项目“肝脏弹性成像”（82971902，55万元）资助。"
    [paid] = [
        one
        for one in ProseIngester().ingest(document(text), pipeline())
        if isinstance(one, Fact) and one.predicate == "FUNDED_BY"
    ]
    assert dict(paid.qualifiers) == {"amount_wan": 55.0, "year": 2029, "number": "82971902"}
