"""What real pages were misread for: each reading with sentences of our own, and traps that must state nothing."""

from __future__ import annotations

import pytest

from ingest.names import organizations
from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.prose.houses.parents import parent, place
from kg.model import Fact
from tests.test_measures import stated as figures
from tests.test_prose import document, stated

AT, IN, WON = "AFFILIATED_WITH", "MEMBER_OF", "RECEIVED"


def told(text: str, *predicates: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in predicates}


def graded(text: str) -> set[tuple[str, object]]:
    """Works with the grade that each received."""
    found = ProseIngester().ingest(document(text), pipeline())
    return {(one.subject.name, one.qualifiers.get("grade")) for one in found if isinstance(one, Fact) and one.predicate == WON}


@pytest.mark.parametrize(
    "text",
    [
        # where something was held is no size
        "岚江省第二人民医院超声仪启用仪式在B楼6层报告厅举行。",
        "岚江医院核医学科论坛在门诊楼12层会议室召开。",
        # how long somebody did something is no figure of a country
        "我国超声医学的开拓者霍启明教授担任科主任40余年。",
        "云岭药业集团连续12年独家协办岚江医学科技奖。",
        # those counted did it, not the country or the hospital
        "全国共有126个单位申报了310项科研成果。",
        "岚江医院联合30多家单位开展了多中心研究。",
        # named one by one, and then counted
        "柏若涵先后在岚江医院和西陵医院两家知名机构工作。",
        # a device's qualities are not its maker's, nor a town's shares those of the firms in it
        "西陵医疗新型PET/CT的探测器性能提升5倍。",
        "上海岚影、宁波岚聚、宁波岚健为岚江医疗持股平台,合计持股占比9.1%。",
        "体外膜肺氧合团队成功抢救5例危重患者。",
        "云岭医院超声科是全省唯一一家超声重点学科。",
        "我国每年新发乳腺癌病例38万,筛查任重道远。",
        # who came to a meeting is no figure of a body; nor is what somebody did a thing that is counted
        "岚江医院等单位的专家代表,超声中心相关人员120余人参加了会议。",
        "云岭省医学会超声分会举办了年会,300余名代表出席。",
        "云岭研究型医院学会由一百家医院院长发起成立。",
        "岚江市医学会超声分会经各单位推荐产生45名。",
        # what a list of titles comes to, a term's session, praise, and what somebody is reported to say
        "岚江医院的“心肌灌注显像定量评价”等7项科研成果获奖。",
        "云岭省医学会影像分会召开了五届五次常委会和五届四次全委会。",
        "岚江医师协会表彰了45位德高望重的老专家。",
        "据云南省医师协会会长游方远介绍,获奖的老专家从医时间超过了60年。",
        # another subject than the society, which no rule knows
        "云岭介入放射学会是知名学术团体,年度金奖为其最高荣誉,每年授予2至3名介入医师。",
    ],
)
def test_figures_that_are_nobodys(text: str) -> None:
    assert figures(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岚江医院放射科现有设备9台。全科拥有医师3名。", {("岚江医院放射科", 9, "台"), ("岚江医院放射科", 3, "名")}),
        (
            "岚江医院放疗科始建于1980年。有关人员参加了云岭肿瘤医院的组建。近年来,医院投资2000万元更新设备。",
            {("岚江医院", 2000, "万元")},
        ),
        ("我国现有影像设备生产企业已经达到2.6万家。", {("中国", 2.6, "万家")}),
        ("岚江影像科技有限公司营业收入大约为3.2亿元。", {("岚江影像科技有限公司", 3.2, "亿元")}),
        ("岚江影像中心大楼共6层,建筑面积9000平方米。", {("岚江影像中心", 9000, "平方米")}),
        ("岚江市肿瘤医院超声科有医师20名,本科8名。", {("岚江市肿瘤医院超声科", 20, "名"), ("岚江市肿瘤医院超声科", 8, "名")}),
    ],
)
def test_figures_beside_the_traps(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert expected <= figures(text)


def test_each_work_its_own_grade() -> None:
    text = "“心肌灌注显像定量评价”,霍启明主持的“骨显像自动判读研究”分获岚江省科学技术进步奖一等奖和三等奖。"
    assert graded(text) == {("心肌灌注显像定量评价", "一等奖"), ("骨显像自动判读研究", "三等奖")}


def test_one_grade_for_each_of_those_who_share_it() -> None:
    text = "《心肌灌注显像定量评价》、霍启明等主研的《骨显像自动判读研究》分获岚江市科技进步三等奖。"
    assert graded(text) == {("心肌灌注显像定量评价", "三等奖"), ("骨显像自动判读研究", "三等奖")}


def test_grades_that_do_not_count_as_many_as_the_works_are_nobodys() -> None:
    text = "“心肌灌注显像定量评价”等成果分获岚江省科学技术进步奖一等奖、二等奖和三等奖。"
    assert graded(text) == set()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # the next one's own house, known or not, ends what is carried over
        (
            "岚江医院副院长焦立群,农工党中央宣传部副部长臧文博,综合处处长费启航到场。",
            {("焦立群", AT, "岚江医院")},
        ),
        (
            "岚江医院副院长焦立群,国家卫计委规划司副司长臧文博到场。",
            {("焦立群", AT, "岚江医院"), ("臧文博", AT, "国家卫计委")},
        ),
        # words of saying and thanking are no part of a name
        ("西陵医院肿瘤科主任伏远说。", {("伏远", AT, "西陵医院")}),
        ("特别感谢西陵医院游方远教授团队。", {("游方远", AT, "西陵医院")}),
        ("首先祝贺西陵医院核医学科主任游方远教授。", {("游方远", AT, "西陵医院")}),
        # offices are no part of a branch's name
        (
            "云岭省医学会放射专委会常委兼头颈学组组长游方远教授主持。",
            {("游方远", IN, "云岭省医学会放射专委会"), ("游方远", IN, "云岭省医学会放射专委会头颈学组")},
        ),
        (
            "江苏省医学会理事、放射学分会磁共振学组副组长游方远教授主持。",
            {("游方远", IN, "江苏省医学会"), ("游方远", IN, "江苏省医学会放射学分会磁共振学组")},
        ),
        ("云岭省卫生健康委副主任、党组书记、机关党委副书记柏若涵到会。", {("柏若涵", AT, "云岭省卫生健康委")}),
        # a house that somebody speaks for is not the one of who stands behind it
        (
            "游方远处长代表岚江大学、西陵大学光学学院副院长柏若涵教授代表西陵大学发表了致辞。",
            {("柏若涵", AT, "西陵大学光学学院")},
        ),
        (
            "中科院院士游方远到会，德国岚江大学近距离中心主任科瓦奇·乔尔杰教授致辞。",
            {("游方远", IN, "中国科学院"), ("科瓦奇·乔尔杰", AT, "德国岚江大学近距离中心")},
        ),
        # who speaks for a house
        (
            "游方远书记代表岚江医院向来宾致谢，柏若涵副校长代表岚江大学致辞。",
            {("游方远", AT, "岚江医院"), ("柏若涵", AT, "岚江大学")},
        ),
        ("游方远主任代表岚江医院参加比赛，柏若涵主任代表患者致谢。", set()),
        (
            "岚江医院总护士长游方远、西陵医院柏若涵业务副院长到会。",
            {("游方远", AT, "岚江医院"), ("柏若涵", AT, "西陵医院")},
        ),
        # who stands in a row with an office in a society is not at the house before
        ("岚江医院副院长游方远教授和柏若涵组长向顾问颁发聘书。", {("游方远", AT, "岚江医院")}),
        ("岚江医院副院长游方远教授和柏若涵主任到会。", {("游方远", AT, "岚江医院"), ("柏若涵", AT, "岚江医院")}),
        # 和 before a town that opens as a word does
        (
            "西陵医院游方远主任和顺义区卫计委柏若涵副主任到会。",
            {("游方远", AT, "西陵医院"), ("柏若涵", AT, "顺义区卫计委")},
        ),
        # a house that the sentence names later is not the one that a noun means
        (
            "会议由岚江医院承办。医院副院长游方远到会，西陵医院柏若涵教授主持。",
            {("游方远", AT, "岚江医院"), ("柏若涵", AT, "西陵医院")},
        ),
        ("岚江大学附属滨江医院放射科雷致远岚江大学博士参加了会议。", set()),
        ("云岭医疗集团党支部副书记到会,岚江医院院长周静参与活动。", {("周静", AT, "岚江医院")}),
        # members of an academy are employed elsewhere
        ("中国工程院院士游方远到会。", {("游方远", IN, "中国工程院")}),
        ("中国科学院游方远院士到会。", {("游方远", IN, "中国科学院")}),
        # a department is nobody, nor is half of a school
        ("岚江医院修复科医生获奖,云岭医院康复科主任到场。", set()),
        ("智能工程与自动化学院院长游方远到会。", set()),
        ("应岚江大学影像研究院院长游方远教授邀请,代表团来访。", {("游方远", AT, "岚江大学影像研究院")}),
    ],
)
def test_people_and_their_houses(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, AT, IN) == facts


def test_a_sum_written_in_two_scales_is_not_read_by_halves() -> None:
    assert figures("岚江影像科技有限公司营业收入为2亿3000万元。") == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("岚江大学医学院-云景医疗集团签约仪式举行。", {"岚江大学医学院", "云景医疗集团"}),
        ("岚江大学-云景医疗联合研究院成立。", {"岚江大学-云景医疗联合研究院"}),
        ("云景器械浙江公司经理到会。", set()),
        ("浙江云景医疗器械公司经理到会。", {"浙江云景医疗器械公司"}),
        ("超声专委会秉承学会宗旨。", {"超声专委会"}),
        ("中华医学会第9次全国影像学大会青年学组开幕。", set()),
        ("2023 年 11 月南京云景医院收治了患者。", {"南京云景医院"}),
        ("创始人代表云景科技(杭州)股份有限公司致辞。", {"云景科技(杭州)股份有限公司"}),
    ],
)
def test_names_end_where_they_end(text: str, names: set[str]) -> None:
    assert {text[one.start : one.end] for one in organizations(text)} == names


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("中国科协学会服务中心", None),
        ("岚江大学第一附属医院影像专科联盟", None),
        ("第一附属医院放射科", None),
        ("云岭省医学会放射专科联盟", "云岭省医学会"),
        ("云岭省科学技术协会学会服务中心", "云岭省科学技术协会"),
        ("岚江大学第一附属医院", "岚江大学"),
    ],
)
def test_what_is_part_of_what(name: str, whole: str | None) -> None:
    assert parent(name) == whole


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("广东医科大学附属岚溪市总医院", "岚溪市"),
        ("广东医科大学附属第九师岚溪总医院会诊中心", None),
        ("山东第一医科大学附属省立医院", "山东"),
        ("上海交通大学医学院附属某某医院", "上海"),
        ("上海中山医院", "上海"),  # after a man, not the town
        ("中山市人民医院", "中山"),
    ],
)
def test_a_university_s_place_is_not_that_of_a_hospital_elsewhere(name: str, town: str | None) -> None:
    assert place(name) == town


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("国家自然科学基金委员会副主任霍启明到访。", False),
        ("国家自然科学基金委员会医学科学部召开了会议。", False),
        ("国家自然科学基金由国家自然科学基金委员会管理。", True),
        ("科学基金对影像的资助由国家自然科学基金委员会医学科学部受理。", True),
    ],
)
def test_who_runs_the_fund_is_said_where_both_are_named(text: str, said: bool) -> None:
    assert (("国家自然科学基金", "RUN_BY", "国家自然科学基金委员会") in stated(text)) is said


@pytest.mark.parametrize(
    ("text", "works"),
    [
        # commas part the titles of a list, 、 and 和 stand inside them
        (
            "甲状腺结节的早期诊断和靶向治疗，胃病预警、预防和发生中的新机制等12项成果获得国家科技进步奖二等奖。",
            {"甲状腺结节的早期诊断和靶向治疗", "胃病预警、预防和发生中的新机制"},
        ),
        (
            "低场磁共振系统研制、心肌灌注成像技术和脑图谱绘制方法等3项成果入选“云岭省十大进展”。",
            {"低场磁共振系统研制", "心肌灌注成像技术", "脑图谱绘制方法"},
        ),
        ("筛查、预警和治疗新体系等3项成果获得云岭省科技进步奖二等奖。", set()),
        # a title of honour is no work, what somebody is of a scheme neither
        ("科室获“三八红旗集体岗”称号，2017年获岚江市卫生局“青年文明号”称号。", set()),
        ("2人入选“云岭高层次人才工程”培养对象，1人入选“岚江医院科教人才托举项目”。", set()),
        ("《影像里的你我他》作品斩获云岭科普创作奖，同时在读片竞赛中摘得团体三等奖。", {"影像里的你我他"}),
    ],
)
def test_what_received_it_is_a_whole_work(text: str, works: set[str]) -> None:
    assert {work for work, _ in graded(text) if work != "岚江医院"} == works


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("岚江医院柏若涵院长为金奖获得者颁奖。", WON),
        ("早年毕业于原国立云岭医学院的柏若涵回到故乡。", AT),
        ("岚江人工智能学会主办的品牌学术会议。", "RUN_BY"),
        ("乳腺钼靶检测、脑梗、骨折、脑出血等急诊检查。", "TARGETS"),
        ("神经病学家Anna Maria Beck发表了题为“超声穿透颅骨的可能性”的论文。", "PUBLISHED_IN"),
    ],
)
def test_what_is_none(text: str, predicate: str) -> None:
    assert told(text, predicate) == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "由岚江医学会主办的一年一度的第二届云岭核医学论坛在苏州召开。",
            ("云岭核医学论坛第2次", "RUN_BY", "岚江医学会"),
        ),
        ("岚江大学柏若涵教授研制出了超快荧光成像技术（以下简称“UFI”）。", ("柏若涵", "WORKS_ON", "超快荧光成像技术")),
        ("岚江大学的柏若涵教授获得云岭省科技进步奖。", ("柏若涵", AT, "岚江大学")),
    ],
)
def test_what_is_told_by_its_own_name(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in told(text, fact[1])


@pytest.mark.parametrize(
    "text",
    [
        # devices are counted of those who have them, not of who made them, nor of the devices at large
        "设备一流，配备有德国西门子3.0T磁共振2台；西门子的血管造影机1台。",
        "影像设备一直处于领先地位，目前配备有磁共振2台。",
        "美国GE 64层螺旋CT投入使用，DR 3台。",
        # what all have together, those whom a scheme chose, what is planned
        "岚江科学院增选院士59人，云岭工程院增选院士74人，共新增22位院士。",
        "国家杰出青年科学基金、优秀青年科学基金项目等各类高级青年人才近50人参加。",
        "岚江学会对拟资助2个的仪器项目进行了考察。",
    ],
)
def test_figures_of_others(text: str) -> None:
    assert not {value for _, value, _ in figures(text)} & {1, 2, 3, 22, 50, 64}


@pytest.mark.parametrize(
    ("text", "owner", "value"),
    [
        ("岚江医院超声科现有在读研究生8名。", "岚江医院超声科", 8.0),
        ("西门子在我国累计装机3000台。", "西门子", 3000.0),
        ("2009年度中华医学科技奖共有235项科研成果进行申报。", "中华医学科技奖", 235.0),
    ],
)
def test_figures_of_their_owners(text: str, owner: str, value: float) -> None:
    assert (owner, value) in {one[:2] for one in figures(text)}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("分量最重的云岭省最高科学技术奖颁给了岚江大学柏若涵院士。", ("柏若涵", WON, "云岭省最高科学技术奖")),
        (
            "岚江大学附属云岭医院国家老年病研究中心主任柏若涵任中心首席科学家。",
            ("柏若涵", AT, "岚江大学附属云岭医院"),
        ),
    ],
)
def test_the_same_by_less_words(text: str, fact: tuple[str, str, str]) -> None:
    assert told(text, fact[1]) == {fact}


def test_what_a_work_left_behind_is_none_of_its_topics() -> None:
    text = "“剪切波测量”项目获得2017年度云岭省技术发明奖二等奖。该项目实现了由普通彩超向弹性成像的跨越。"
    assert ("剪切波测量", "CONCERNS", "多普勒超声") not in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "在“2019年度云岭省科学技术奖励大会”上共授奖308项，其中10人获青年科技杰出贡献奖，43项成果获自然科学奖。",
        "“心肌显像新技术”项目通过验收，5人获云岭省青年科技奖。",
    ],
)
def test_meetings_and_those_who_are_counted_received_nothing(text: str) -> None:
    assert told(text, WON) == set()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("云岭质子医院正式开业，为周边1.2亿人口提供服务，设有400张床位。", {400.0}),
        ("科技部相继立项开展了4500米和全海深潜水器研制工作。", set()),
    ],
)
def test_figures_of_people_at_large_and_of_things(text: str, values: set[float]) -> None:
    assert {value for _, value, _ in figures(text)} == values


def test_a_description_is_no_programme() -> None:
    text = "云岭医学会心血管分会与岚影公司联合推出了针对心内科医生的影像学推广和培训计划。"
    assert told(text, "RUN_BY") == set()
    text = "岚江医学会与西陵影像学会联合设立了医学影像青年基金。"
    assert told(text, "RUN_BY") == {
        ("医学影像青年基金", "RUN_BY", "岚江医学会"),
        ("医学影像青年基金", "RUN_BY", "西陵影像学会"),
    }


def test_what_is_the_nations_counts_no_nations() -> None:
    assert ("云岭科学城", 2.0, "个国家") not in figures("云岭科学城有2个国家重大科技基础设施。")
    assert not [one for one in figures("岚江医院在600余家医疗机构中脱颖而出。") if one[1] == 600.0]


def test_an_office_of_the_whole_house_is_no_part_of_the_department_before() -> None:
    found = ProseIngester().ingest(document("岚江科学院医学科学部副主任柏若涵、财务局副局长游方远出席。"), pipeline())
    posts = {one.subject.name: one.qualifiers.get("position") for one in found if isinstance(one, Fact) and one.predicate == AT}
    assert posts == {"柏若涵": "医学科学部副主任", "游方远": "财务局副局长"}


@pytest.mark.parametrize(
    "text",
    [
        "国家自然科学基金委员会公布了结果，学院共获得资助项目5项，占全校立项数的26.3%。",
        "重点专项下设项目，先期启动5个试点专项。",
        "着力打造研究型医院，本年度立项总数9项。",
    ],
)
def test_figures_of_a_house_that_is_not_named(text: str) -> None:
    assert figures(text) == set()


def test_a_fellow_of_an_academy_is_professor_at_the_house_before() -> None:
    found = ProseIngester().ingest(document("岚江大学副校长、中科院院士游方远教授到会。"), pipeline())
    titles = {
        one.object.name: one.qualifiers.get("title") for one in found if isinstance(one, Fact) and one.predicate in (AT, IN)
    }
    assert titles == {"岚江大学": "教授", "中国科学院": None}
