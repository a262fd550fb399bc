"""Projects whose programme, leader, house or payer stands behind their titles, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_appointments import stated_with
from tests.test_prose import stated


def told(text: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in ("LEADS", "FUNDED_BY", "HOSTED_BY")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "我院祝云帆主任医师领衔的“胎盘代谢成像研究”喜获贵州省重点研发计划资助50万元。",
            {("祝云帆", "LEADS", "胎盘代谢成像研究"), ("胎盘代谢成像研究", "FUNDED_BY", "贵州省重点研发计划")},
        ),
        (
            "“低剂量相衬成像装置”是国家重大科研仪器研制项目，由杜若衡研究员主持，资助金额860万元。",
            {
                ("杜若衡", "LEADS", "低剂量相衬成像装置"),
                ("低剂量相衬成像装置", "FUNDED_BY", "国家重大科研仪器研制项目"),
            },
        ),
        (
            "祝云帆教授的“深部脑功能成像研究”和杜若衡副研究员的“光声血氧定量研究”分获国家自然科学基金重点项目和面上项目资助。",
            {
                ("祝云帆", "LEADS", "深部脑功能成像研究"),
                ("杜若衡", "LEADS", "光声血氧定量研究"),
                ("深部脑功能成像研究", "FUNDED_BY", "国家自然科学基金重点项目"),
                ("光声血氧定量研究", "FUNDED_BY", "国家自然科学基金面上项目"),
            },
        ),
        (
            "2031年国家自然科学基金资助项目公布。祝云帆教授负责的“深部光片显微成像”和杜若衡教授负责的“阿秒X射线光源研究”2个项目获得国家杰出青年基金资助。",
            {
                ("祝云帆", "LEADS", "深部光片显微成像"),
                ("杜若衡", "LEADS", "阿秒X射线光源研究"),
                ("深部光片显微成像", "FUNDED_BY", "国家杰出青年科学基金"),
                ("阿秒X射线光源研究", "FUNDED_BY", "国家杰出青年科学基金"),
            },
        ),
        (
            "今年国家自然科学基金揭晓。龙再起教授主持的“影像存储能耗优化方法研究”、祝云帆教授主持的“术中荧光导航研究”两个项目获基金重点项目资助。",
            {
                ("龙再起", "LEADS", "影像存储能耗优化方法研究"),
                ("祝云帆", "LEADS", "术中荧光导航研究"),
                ("影像存储能耗优化方法研究", "FUNDED_BY", "国家自然科学基金重点项目"),
                ("术中荧光导航研究", "FUNDED_BY", "国家自然科学基金重点项目"),
            },
        ),
        (
            "“基于同步辐射的肺泡成像研究”“便携式超导磁共振研制”两个项目日前获国家重点研发计划“岚江影像装备”重点专项立项支持。",
            {
                ("基于同步辐射的肺泡成像研究", "FUNDED_BY", "岚江影像装备重点专项"),
                ("便携式超导磁共振研制", "FUNDED_BY", "岚江影像装备重点专项"),
            },
        ),
        (
            "龙再起教授主持的“肝脏弹性成像研究”和杜若衡副教授主持的“胎儿心脏超声筛查研究”两项课题获批立项。",
            {("龙再起", "LEADS", "肝脏弹性成像研究"), ("杜若衡", "LEADS", "胎儿心脏超声筛查研究")},
        ),
        (
            "课题“儿童低剂量扫描重建”受贵州省自然科学基金资助（编号2021JJ3012），负责人龙再起。",
            {("龙再起", "LEADS", "儿童低剂量扫描重建"), ("儿童低剂量扫描重建", "FUNDED_BY", "贵州省自然科学基金")},
        ),
        (
            "2018年，龙再起主持的“单细菌超分辨成像”入选首届京原杰出青年科学基金项目。",
            {("龙再起", "LEADS", "单细菌超分辨成像"), ("单细菌超分辨成像", "FUNDED_BY", "京原杰出青年科学基金")},
        ),
        (
            "祝云帆，研究员，主持国家自然科学基金面上项目2项：“多核脑代谢成像”“稀疏采样重建算法”。",
            {
                *(("祝云帆", "LEADS", one) for one in ("多核脑代谢成像", "稀疏采样重建算法")),
                *((one, "FUNDED_BY", "国家自然科学基金面上项目") for one in ("多核脑代谢成像", "稀疏采样重建算法")),
            },
        ),
        ("专家组对龙再起教授牵头承担的《经颅超声工作站的研制》作结题现场考察。", {("龙再起", "LEADS", "经颅超声工作站的研制")}),
        ("论文《肺结节影像组学研究进展》获国家自然科学基金资助。", set()),
        ("“肺结节智能诊断系统”入选影像人工智能大赛优秀项目。", set()),
        ("《影像诊断学教程》是国家级规划教材，由祝云帆主编。", set()),
        ("祝云帆主持的“医学影像前沿”论坛在京召开。", set()),
    ],
)
def test_what_stands_behind_a_title(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "国家重点研发计划“光声引导的介入诊疗系统”项目启动会召开，该项目由云岭大学牵头，祝云帆教授任项目负责人。",
            {("祝云帆", "LEADS"), ("云岭大学", "HOSTED_BY")},
        ),
        (
            "云岭大学获批2022年度国家重大科研仪器研制项目1项，项目名称为“超快显微成像仪研制”，负责人为杜若衡。",
            {("杜若衡", "LEADS"), ("云岭大学", "HOSTED_BY")},
        ),
        (
            "杜若衡主持的国家重大科研仪器研制项目“多色显微成像仪”通过验收，该项目由国家自然科学基金委员会资助，经费780万元。",
            {("杜若衡", "LEADS"), ("国家自然科学基金委员会", "FUNDED_BY")},
        ),
        (
            "科技部批复“脑血管病影像精准诊疗”项目立项，项目由云岭医院牵头，总经费2730万元。",
            {("云岭医院", "HOSTED_BY")},
        ),
        ("云岭大学获批新增“智能影像工程”专业，项目名称为“智能影像工程”。", set()),
        ("药监局公告，云岭影械有限公司的“车载胸部CT”、沅州智影有限公司的“骨龄辅助评估软件”获批上市。", set()),
    ],
)
def test_whose_a_project_is_and_who_pays(text: str, facts: set[tuple[str, str]]) -> None:
    ends = {(one[0] if one[1] == "LEADS" else one[2], one[1]) for one in told(text)}
    programmes = {"国家重点研发计划", "国家重大科研仪器研制项目"}
    assert {one for one in ends if one[0] not in programmes} == facts


@pytest.mark.parametrize("note", ["2031年立项，20万元", "2031—2034年，20万元", "20万元，2031年", "2031年获批，经费20万元"])
def test_a_sum_beside_the_year_in_brackets(note: str) -> None:
    text = f"祝云帆教授主持贵州省自然科学基金项目“胎盘代谢成像研究”（{note}）。"
    assert ("胎盘代谢成像研究", "贵州省自然科学基金", "amount_wan:20.0") in stated_with(text, "FUNDED_BY")


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("裘宁教授获批国家重点研发计划项目“心肌灌注定量成像系统研制”，中央财政经费1200万元。", {"裘宁"}),
        ("裘宁教授团队于2031年成功获批国家自然科学基金重点项目《心肌灌注定量成像机理》。", {"裘宁"}),
        ("近日，裘宁研究员喜获国家自然科学基金面上项目“心肌灌注定量成像机理”，直接经费52万元。", {"裘宁"}),
        ("裘宁教授、邵一帆教授获批国家自然科学基金重点项目“心肌灌注定量成像机理”。", set()),
        ("裘宁教授团队成员邵一帆的学生所在的溪山大学获批国家自然科学基金重点项目“心肌灌注定量成像机理”。", set()),
    ],
)
def test_who_was_granted_a_project_leads_it(text: str, leaders: set[str]) -> None:
    assert {fact[0] for fact in stated(text) if fact[1] == "LEADS"} == leaders


def test_the_sum_of_a_quoted_project_is_no_figure_of_its_programme() -> None:
    text = "裘宁教授获批国家重点研发计划“诊疗装备”重点专项“心肌灌注定量成像系统研制”项目，中央财政经费1200万元。"
    assert not [fact for fact in stated(text) if fact[1] == "HAS_METRIC"]


def test_the_distinguished_are_not_the_young() -> None:
    found = stated("宗玉成获批国家自然科学基金杰出青年科学基金项目“分子影像探针的设计”。")
    assert {fact[2] for fact in found if fact[1] == "FUNDED_BY"} == {"国家杰出青年科学基金"}
    assert not [fact for fact in found if "青年科学基金项目" in fact[0]]


ITEMS = (
    "近日，国家自然科学基金委员会公布2031年度评审结果，我省共有三项医学影像课题获得资助：\n"
    "溪山大学附属医院裘宁：《心肌灌注定量成像机理》，面上项目，资助52万元；\n"
    "2. 邵一帆（松江省人民医院）：“肺结节的能谱CT定量方法”（青年科学基金项目，30万元）；\n"
    "松江省肿瘤医院放射科 宗玉成主任医师：“肝癌的影像组学研究”，资助33万元。"
)


def test_items_of_a_list_of_projects_that_were_granted() -> None:
    fund = "国家自然科学基金"
    assert told(ITEMS) == {
        ("心肌灌注定量成像机理", "FUNDED_BY", fund + "面上项目"),
        ("肺结节的能谱CT定量方法", "FUNDED_BY", fund + "青年科学基金项目"),
        ("肝癌的影像组学研究", "FUNDED_BY", fund),
        ("裘宁", "LEADS", "心肌灌注定量成像机理"),
        ("邵一帆", "LEADS", "肺结节的能谱CT定量方法"),
        ("宗玉成", "LEADS", "肝癌的影像组学研究"),
    }


def test_items_without_sum_or_programme_are_talks() -> None:
    text = "松江省自然科学基金2031年度立项名单公布，会议交流如下：\n松江省人民医院裘宁：《心脏磁共振新进展》\n"
    assert not told(text)


def test_the_year_of_a_list_is_not_that_of_another_programme() -> None:
    text = (
        "国家自然科学基金委员会公布2031年度评审结果，我院有课题获得资助。\n"
        "溪山大学附属医院裘宁：《心肌灌注定量成像机理》，松江省自然科学基金项目，资助10万元。"
    )
    (grant,) = {fact[0] for fact in told(text) if fact[1] == "FUNDED_BY"}
    assert stated_with(text, "FUNDED_BY") == {(grant, "松江省自然科学基金", "amount_wan:10.0")}


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("裘宁远主持国家自然科学基金面上项目“儿童血管的高速成像”（2029年，55万元）。", 2029),
        ("裘宁远主持国家自然科学基金面上项目“儿童血管的高速成像”（2029—2032，55万元）。", 2029),
        ("裘宁远主持国家自然科学基金面上项目“儿童血管的高速成像”（82031001，2029.01—2032.12）。", 2029),
        ("裘宁远去年获批国家自然科学基金面上项目“儿童血管的高速成像”。", 2033),
        ("裘宁远牵头的国家自然科学基金面上项目“儿童血管的高速成像”今年1月获批。", 2034),
        ("裘宁远主持国家自然科学基金面上项目“儿童血管的高速成像”。去年，他当选理事。", None),
        ("裘宁远主持国家自然科学基金面上项目“儿童血管的高速成像”（批准号2029031）。", None),
    ],
)
def test_the_year_of_a_grant(words: str, year: int | None) -> None:
    found = stated_with(f"喜报\n来源：科研处 2034-03-18\n\n{words}", "FUNDED_BY")
    assert {one[2] for one in found if one[2].startswith("year")} == ({f"year:{year}"} if year else set())


def test_the_project_began_in_a_year_with_a_sum() -> None:
    text = "裘宁远负责国家重点研发计划项目“移动卒中单元的脑成像”。该项目2031年启动，依托单位为岚江大学，中央财政经费2860万元。"
    assert {"amount_wan:2860.0", "year:2031"} <= {one[2] for one in stated_with(text, "FUNDED_BY")}


WON = "松江省自然科学基金"
LEADS_IN = [
    f"近日，松江省科学技术厅公布了2031年度{WON}项目评审结果，溪山市中心医院共获批12项，资助经费合计527万元。",
    f"2031年，溪山市中心医院在{WON}申报中收获颇丰，共有12个项目获得立项，经费较去年增加80万元。",
    f"近日传来喜讯，溪山市中心医院（以下简称“我院”）申报的12项课题获得2031年度{WON}资助。",
]
ITEM = [
    "由裘宁教授负责的项目“胎盘代谢成像研究”获得面上项目立项，经费28万元。",
    "放射科裘宁教授作为项目负责人申报的“胎盘代谢成像研究”获批面上项目，资助额度为280000元。",
    "获批项目为“胎盘代谢成像研究”，项目负责人为放射科裘宁教授，面上项目，资助经费28万元。",
    "裘宁凭借“胎盘代谢成像研究”课题拿下面上项目，获经费28万元。",
]


@pytest.mark.parametrize("lead", LEADS_IN)
@pytest.mark.parametrize("item", ITEM)
def test_the_grants_that_a_house_says_it_won_are_its_own(lead: str, item: str) -> None:
    assert told(lead + item) == {
        ("胎盘代谢成像研究", "FUNDED_BY", f"{WON}面上项目"),
        ("裘宁", "LEADS", "胎盘代谢成像研究"),
        ("胎盘代谢成像研究", "HOSTED_BY", "溪山市中心医院"),
    }
    assert {told for _, _, told in stated_with(lead + item, "FUNDED_BY")} == {"amount_wan:28.0", "year:2031"}


@pytest.mark.parametrize(
    "text",
    [
        f"{LEADS_IN[0]}岚江大学杜若衡教授主持的“光声血氧定量研究”获面上项目资助。",
        f"去年溪山市中心医院共获批{WON}12项。杜若衡教授主持的“光声血氧定量研究”获面上项目资助。",
        "溪山市中心医院获奖12项，岚江大学附属医院获得资助项目3项。杜若衡教授主持的“光声血氧定量研究”获国家自然科学基金面上项目资助。",
        f"{LEADS_IN[0]}岚江大学共获批30项。杜若衡教授主持的“光声血氧定量研究”获面上项目资助。",
    ],
)
def test_what_another_won_or_in_another_year_is_not_the_house_s(text: str) -> None:
    assert ("光声血氧定量研究", "HOSTED_BY", "溪山市中心医院") not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "不久前，松江省自然科学基金也公布了立项名单，裘宁主任医师申报的“胎盘代谢成像研究”榜上有名，获资助28万元。",
        "此前，裘宁教授主持的“胎盘代谢成像研究”已获松江省自然科学基金28万元经费支持。",
        "裘宁副教授以“胎盘代谢成像研究”为题申报的项目获松江省自然科学基金资助28万元。",
    ],
)
def test_what_a_title_won_told_in_other_orders(text: str) -> None:
    assert told(text) == {
        ("胎盘代谢成像研究", "FUNDED_BY", "松江省自然科学基金"),
        ("裘宁", "LEADS", "胎盘代谢成像研究"),
    }
    assert "amount_wan:28.0" in {one for _, _, one in stated_with(text, "FUNDED_BY")}


TITLE = "放射治疗质控平台研究"


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        (f"基金项目：溪山市科技计划项目“{TITLE}”（编号2031-SF-123）", "溪山市科技计划"),
        (f"课题来源：岚江大学学科交叉基金“{TITLE}”", "岚江大学学科交叉基金"),
        (f"该研究得到岚江医院青年科研基金“{TITLE}”（2031xk037，资助经费6万元）的支持。", "岚江医院青年科研基金"),
        (f"浙江省重点研发计划“{TITLE}”，由祝云帆主持，经费20万元。", "浙江省重点研发计划"),
    ],
)
def test_what_programme_stands_right_before_a_title(text: str, programme: str) -> None:
    assert (TITLE, "FUNDED_BY", programme) in told(text)


@pytest.mark.parametrize("kind", ["继续教育项目", "品管圈项目", "公益项目", "培训项目", "志愿服务项目"])
def test_a_course_is_no_funded_project(kind: str) -> None:
    for text in (f"我院举办省级{kind}“{TITLE}”，由祝云帆主持。", f"{kind}“{TITLE}”，由祝云帆主持，效果良好。"):
        assert not {fact for fact in told(text) if fact[1] == "FUNDED_BY"}
