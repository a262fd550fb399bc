"""Names of bodies in running text, whole or not at all: halves of names that real pages were misread for."""

from __future__ import annotations

import re

import pytest

from ingest.names import organizations
from ingest.table.sessions import numbered
from tests.test_prose import stated


def names(text: str) -> list[str]:
    return [text[found.start : found.end] for found in organizations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a unit of two fields is whole behind its house, and nobody's without it
        ("岚江大学放射医学及交叉学科研究院院长柏若涵", ["岚江大学放射医学及交叉学科研究院"]),
        ("放射医学及交叉学科研究院院长柏若涵", []),
        ("生物力学与成像研究院柏若涵等开发了快速序列", []),
        ("自然科学基金委工程与材料科学部副主任游方远", ["自然科学基金委工程与材料科学部"]),
        ("材料与能源科学部副主任游方远", []),
        ("数理和信息科学部各支持了1项", ["信息科学部"]),
        ("岚江医院和材料研究所签约", ["岚江医院", "材料研究所"]),
        # what befalls a house stands before it
        ("今年恰逢溪山市第二医院核医学科成立四十年", ["溪山市第二医院核医学科"]),
        # what is used or bought, and who was made an officer, stand before a name
        ("中心采用兰轩科技有限公司研制的系统", ["兰轩科技有限公司"]),
        ("裘宁任松江省抗癌协会肿瘤核医学专业委员会副主任委员", ["松江省抗癌协会肿瘤核医学专业委员会"]),
        # a bracket behind a name that holds another, and what follows it
        ("岚江市医院(岚江医科大学肿瘤医院)质子治疗中心项目获批", ["岚江市医院", "岚江医科大学肿瘤医院"]),
        ("目前宜昌市内岚江大学人民医院、省内西陵市中心医院已试用", ["岚江大学人民医院", "西陵市中心医院"]),
        # what a ministry and a province found together
        ("核药转化省部共建协同创新中心主任柏若涵", ["核药转化省部共建协同创新中心"]),
        ("召开了云岭光学学会信息专业委员会全体委员会，柏若涵到会", ["云岭光学学会信息专业委员会"]),
        # the part of a province, the field before a province, and what is no part of a name
        ("苏南放射诊疗与核技术转化研究院院长柏若涵", ["苏南放射诊疗与核技术转化研究院"]),
        ("肿瘤放射治疗转化医学江苏省重点实验室承办", ["肿瘤放射治疗转化医学江苏省重点实验室"]),
        ("依托单位江苏省重点实验室", ["江苏省重点实验室"]),
        ("辐射防护与核应急中国辐射控制中心重点实验室", ["辐射防护与核应急中国辐射控制中心重点实验室"]),
        ("我们参观中国科学院重点实验室", ["中国科学院重点实验室"]),
        # somebody behind a department, and the next house
        ("岚江医院放射科裘宁和西陵市神经外科研究所柏若涵合作", ["岚江医院放射科", "西陵市神经外科研究所"]),
        ("岚江医院放射科裘宁与中国药科大学合作", ["岚江医院放射科", "中国药科大学"]),
        ("这是继云岭医学会信息学专委会之后的又一影像专委会", ["云岭医学会信息学专委会"]),
        ("祝贺成立,希望云岭医学会继续支持", ["云岭医学会"]),
        ("新希望医院与海南希望医院签约", ["新希望医院", "海南希望医院"]),
        ("经云岭医学会批准", ["云岭医学会"]),
        ("经纬影像科技有限公司研制", ["经纬影像科技有限公司"]),
        ("由岚江大学与西陵医院共建影像研究院", ["岚江大学", "西陵医院"]),
        # the centre of a house that is left out
        ("岚江医院放疗科柏若涵主任、PET-CT中心游方远主任", ["岚江医院放疗科"]),
        ("评估中心副主任柏若涵", []),
        ("国家岚影机构核技术(核素诊疗与转化)研发中心", ["国家岚影机构核技术(核素诊疗与转化)研发中心"]),
        # who founded a school stands in its name
        ("毕业于原国立贵阳影像学院", ["国立贵阳影像学院"]),
        ("中国科协党组书记柏若涵", ["中国科协"]),
        # a house of the academy, as such call themselves by their town
        ("2011年回国后在中科苏州影像研究所任副研究员", ["中科苏州影像研究所"]),
        ("其中北京岚江医院两家", ["北京岚江医院"]),
        # 国际 is a part of a hospital's name, and opens that of a society
        ("岚东国际医院引进设备", ["岚东国际医院"]),
        ("由国际岚影研究会主办", ["国际岚影研究会"]),
        # a place and a field before the conjunction
        ("建设的溪山省分子影像与核素诊疗重点实验室通过验收", ["溪山省分子影像与核素诊疗重点实验室"]),
        ("溪山市人民政府和溪山大学共建", ["溪山市人民政府", "溪山大学"]),
        ("国家核素应用研究所柏若涵研究员", ["国家核素应用研究所"]),
        # when, and what a device does that arrives
        ("据了解，前期溪山市人民医院通过评估", ["溪山市人民医院"]),
        ("近期岚江医院将开诊", ["岚江医院"]),
        ("新一代超声装机岚江医院", ["岚江医院"]),
        ("超声业务占公司总营收的15%", []),
        ("岚江车载移动CT驶入溪山市凤岭街道社区卫生服务中心", ["溪山市凤岭街道社区卫生服务中心"]),
        ("省里支持“口子乡”中心卫生院配备的设备", []),
        ("株洲一医院为双源CT办仪式", []),
        ("株洲市一医院举行仪式", ["株洲市一医院"]),
        # a line's end parts two societies, the second of which opens as those of a nation do
        ("中国影像医师协会心血管分会中国影像医师协会肺部学组", ["中国影像医师协会心血管分会", "中国影像医师协会肺部学组"]),
        ("国际心脏影像学会中国分会召开会议", ["国际心脏影像学会中国分会"]),
    ],
)
def test_a_body_by_its_whole_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东软医疗核医学事业部总经理柏若涵", ["东软医疗"]),
        ("西门子医疗、岚江医院签约", ["西门子医疗", "岚江医院"]),
        ("西门子医疗设备运抵", ["西门子"]),
        ("联影智元董事长柏若涵", ["联影智元"]),
        ("联影浙江总经理柏若涵", ["联影"]),
        ("联影销售总经理柏若涵", ["联影"]),
        # by what only a firm does
        ("由岚镜医疗开发的系统上线", ["岚镜医疗"]),
        ("岚镜科技“肺结节辅助检测软件”获批", ["岚镜科技"]),
        ("岚镜医疗获得首张三类证", ["岚镜医疗"]),
        ("岚镜智能2024年实现营业收入9亿元", ["岚镜智能"]),
        ("岚镜影像自2018年成立以来", ["岚镜影像"]),
        ("智慧医疗开发的系统，新一代智能生产的设备，移动医疗“某某系统”", []),
    ],
)
def test_a_firm_by_its_makers_name_and_what_goes_on(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_committee_of_the_society_named_before() -> None:
    text = "“2023岚江超声工程学会青年论坛”在苏州召开。会议由岚江超声工程学会及学会青年工作委员会主办。"
    found = {fact[2] for fact in stated(text) if fact[1] == "RUN_BY"}
    assert found == {"岚江超声工程学会", "岚江超声工程学会青年工作委员会"}


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("中科院岚江影像所游方远研究员介绍了进展。", "中国科学院岚江影像研究所"),
        ("中国科学院岚江先进技术研究院医工所游方远研究员介绍了进展。", "中国科学院岚江先进技术研究院医工所"),
    ],
)
def test_an_institute_inside_another_body_keeps_its_name(text: str, house: str) -> None:
    assert {fact[2] for fact in stated(text) if fact[1] == "AFFILIATED_WITH"} == {house}


def test_a_word_before_a_title_is_nobody() -> None:
    assert not [fact for fact in stated("岚江理工大学仪器学院海归教授游方远参与了研究。") if fact[0] == "海归"]


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("2011年扬州市第五次放射学术年会在扬州召开。", "扬州市放射学术年会"),
        ("会议暨云南省第十二次超声学术会议在昆明召开。", "云南省超声学术会议"),
        ("由岚江医院协办的岚江省医师协会第三届超声医师年会在昆明召开。", "岚江省医师协会超声医师年会"),
    ],
)
def test_the_place_or_society_before_a_number_belongs_to_the_series(text: str, series: str) -> None:
    assert [session.series for session in numbered(text)] == [series]


@pytest.mark.parametrize("text", ["岚江医学会第三届理事会第5次常务理事会议。", "会议与第九届影像技师分会会议同期举行。"])
def test_a_meeting_of_a_body_about_itself_or_of_nobodys_branch_is_no_series(text: str) -> None:
    assert numbered(text) == []


def test_a_society_before_a_number_opens_where_its_name_does() -> None:
    sessions = numbered("会议官网中华医学会第十九次核素治疗学术会议在京开幕。")
    assert [session.series for session in sessions] == ["中华医学会核素治疗学术会议"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("深部探测与成像全国重点实验室主任柏若涵", ["深部探测与成像全国重点实验室"]),
        ("岚江大学与影像全国重点实验室签约", ["岚江大学", "影像全国重点实验室"]),
        ("探测器和基础实验室建设", []),
        ("目标是要成为院重点实验室", []),
    ],
)
def test_laboratories_of_the_nation(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_chief_of_a_house_is_no_part_of_his_name() -> None:
    assert {fact[0] for fact in stated("岚江儿童医院柏若涵总院长致辞。") if fact[1] == "AFFILIATED_WITH"} == {"柏若涵"}


@pytest.mark.parametrize(
    ("text", "builders"),
    [
        ("该院与云岭市人民医院建立了心电远程会诊平台。", set()),
        ("岚江医院与云岭市人民医院建立了心电远程会诊平台。", {"岚江医院", "云岭市人民医院"}),
        ("实验室计划于2035年联合岚江大学新建重离子成像平台。", set()),
        ("岚江医院已联合云岭市人民医院新建重离子成像平台。", {"岚江医院", "云岭市人民医院"}),
    ],
)
def test_a_partner_did_not_do_it_alone(text: str, builders: set[str]) -> None:
    assert {fact[0] for fact in stated(text) if fact[1] == "BUILT"} == builders


def test_an_alliance_is_no_facility() -> None:
    assert not [fact for fact in stated("岚江物理研究所牵头成立云岭磁共振技术联盟。") if fact[1] == "BUILT"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("岚江市内西陵大学人民医院已开始试用", ["西陵大学人民医院"]),
        ("这在全省内中医医院中尚属首例", []),
        ("在云岭省内中医医院中属首例", []),
        ("在云岭省内岚江中医医院完成", ["岚江中医医院"]),
        ("岚江协和西院和镜湖市人民医院先后上线", ["镜湖市人民医院"]),
        ("岚江市肿瘤医院(岚江医科大学肿瘤医院)质子治疗中心", ["岚江市肿瘤医院", "岚江医科大学肿瘤医院"]),
        ("在湖北最大方舱医院成功部署", []),
        ("专家们考虑增加西陵大学附属口腔医院作为验证单位", ["西陵大学附属口腔医院"]),
        ("专家建议岚江市科学技术局出台办法", ["岚江市科学技术局"]),
        ("电话 0731-5555 0199岚江大学科学技术研究院", ["岚江大学科学技术研究院"]),
        ("岚江2011协同创新中心", ["岚江2011协同创新中心"]),
        ("柏秋实教授系岚江大学电子工程学院副院长", ["岚江大学电子工程学院"]),
        ("柏秋实系岚江大学附属医院放射科主任", ["岚江大学附属医院放射科"]),
        ("岚江大学物理系主任", ["岚江大学"]),
        ("山南市人民医院选用云岭企业科技集团提供的设备", ["山南市人民医院", "云岭企业科技集团"]),
    ],
)
def test_names_end_where_places_notes_and_verbs_stand(text: str, names: list[str]) -> None:
    assert [text[one.start : one.end] for one in organizations(text)] == names


@pytest.mark.parametrize(
    ("text", "builders"),
    [
        ("柏若涵教授任岚江大学影像研究所所长，牵头建成云岭省影像数据库。", {"柏若涵"}),
        ("柏若涵教授牵头建成云岭省影像数据库。", {"柏若涵"}),
        ("柏若涵教授介绍了进展。岚江大学牵头建设云岭省影像数据库。", {"岚江大学"}),
        ("柏若涵院长任职期间，医院牵头建成云岭省影像数据库。", set()),
        ("柏若涵教授说，该项目将牵头建设云岭省影像数据库。", set()),
    ],
)
def test_who_led_the_building(text: str, builders: set[str]) -> None:
    assert {fact[0] for fact in stated(text) if fact[1] == "BUILT"} == builders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("溪山要加强全国科技创新中心的建设", ["全国科技创新中心"]),
        (
            "裘氏奖由松江科技协会生命科学学会联合体和裘氏奖奖励委员会组织",
            ["松江科技协会生命科学学会联合体", "裘氏奖奖励委员会"],
        ),
        ("松江科学技术奖励工作办公室主任柏舟出席", ["松江科学技术奖励工作办公室"]),
        ("柏舟在工作办公室等候，办公室主任很忙", []),
    ],
)
def test_verbs_before_a_centre_and_federations_and_offices_of_prizes(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("ward", ["耳鼻咽喉-头颈外科", "耳鼻咽喉头颈外科", "呼吸-危重症医学科"])
def test_a_department_of_two_fields_that_a_hyphen_joins(ward: str) -> None:
    found = stated(f"岚江大学附属溪山医院{ward}柏舟教授出席会议。")
    assert ("柏舟", "AFFILIATED_WITH", "岚江大学附属溪山医院") in found


def test_a_federation_is_no_part_of_a_society() -> None:
    found = stated("松江科技协会生命科学学会联合体会长柏舟出席会议。")
    assert not {fact for fact in found if fact[1] == "PART_OF"}


def test_a_class_of_journals_is_no_academy() -> None:
    words = "团队发表论文100余篇，其中中科院一区30余篇；中科院三区也有数篇，裘宁任中科院物理所研究员。"
    assert [words[one.start : one.end] for one in organizations(words)] == ["中科院物理所"]


@pytest.mark.parametrize(
    "before",
    re.split(
        " ",
        "受 往 给 除 原 现 即 随 前往 对接 并购 本次 对标 有关 并非 转自 重返 莅临 致敬 近年来 去年 后来 此外 会见 督促 首选 "
        "出席 任职 帮助 配合 选择 主管 见证 立足 服务 辐射 学习",
    ),
)
def test_a_house_whose_town_no_list_holds_begins_behind_what_stands_before(before: str) -> None:
    assert names(f"{before}溪山市人民医院。") == ["溪山市人民医院"]
    assert names(f"当时，{before}岚江大学附属第一医院。") == ["岚江大学附属第一医院"]


def test_characters_of_names_that_look_like_words_between_them() -> None:
    for name in (
        "杭州和美医疗科技有限公司",
        "杭州和兴会计师事务所",
        "安和医院放射科",
        "萧山东方医院",
        "沙河北方医院",
        "即墨市人民医院",
    ):
        assert names(f"{name}签约。") == [name]
    assert names("杭州和湖州医院签约。") == ["湖州医院"]
    assert names("武汉和协和医院签约。") == ["协和医院"]
    assert names("与山东大学、河南医院合作。") == ["山东大学", "河南医院"]


def test_what_follows_a_hospital_is_no_part_of_it() -> None:
    for behind in ("内", "外", "里", "内部", "间的合作"):
        assert names(f"在溪山市人民医院{behind}。") == ["溪山市人民医院"]
    assert names("溪山市人民医院内科主任裘宁川") == ["溪山市人民医院内科"]


@pytest.mark.parametrize(
    "which", re.split(" ", "不少 众多 三级 顶尖 智慧 新建 周边 外地 受援 医联体 兄弟 定点 这些 其他 各地 一线 入组 你 贵 老")
)
def test_houses_of_a_sort_are_none(which: str) -> None:
    for house in ("医院", "大学", "研究所", "公司", "实验室"):
        assert names(f"在{which}{house}开展应用。") == []
