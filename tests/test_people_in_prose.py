"""People by the posts before and after their names, the elected, and meetings: sentences of our own, with traps."""

from __future__ import annotations

import pytest

from ingest.prose.blocks import sentences
from tests.test_prose import document, stated

AT, IN = "AFFILIATED_WITH", "MEMBER_OF"


def told(text: str, *predicates: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in predicates}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "云岭省政协副主席、云岭省医学会影像分会主任委员、岚江医科大学校长霍启明出席开幕式。",
            {("霍启明", AT, "云岭省政协"), ("霍启明", IN, "云岭省医学会影像分会"), ("霍启明", AT, "岚江医科大学")},
        ),
        (
            "云岭省超声医学会会长、岚江大学附属滨江医院超声科主任柏若涵教授致辞。",
            {("柏若涵", IN, "云岭省超声医学会"), ("柏若涵", AT, "岚江大学附属滨江医院")},
        ),
        (
            "东岭医科大学附属第二医院神经内科主任/教授游方远、海外青年学者/西陵大学教授周静（线上）参加论证。",
            {("游方远", AT, "东岭医科大学附属第二医院"), ("周静", AT, "西陵大学")},
        ),
        ("岚江医院放射科主任翟文莉坦承，这是第一例。", {("翟文莉", AT, "岚江医院")}),
        ("岚江市科技局成果与合作处处长翟文莉介绍了情况。", {("翟文莉", AT, "岚江市科技局")}),
        ("岚江市科技局生物医药处王若谷处长到会讲话。", {("王若谷", AT, "岚江市科技局")}),
        ("云岭省医学会邵启文副会长兼秘书长宣读批复。", {("邵启文", IN, "云岭省医学会")}),
    ],
)
def test_posts_beside_a_name(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, AT, IN) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "岚江大学校长费启航，副校长臧文博、龙若溪院士，岚江医院院长焦立群到场。",
            {("费启航", AT, "岚江大学"), ("臧文博", AT, "岚江大学"), ("龙若溪", AT, "岚江大学"), ("焦立群", AT, "岚江医院")},
        ),
        (
            "云岭省医学会会长伏远山、秘书长池小满代表学会致辞。",
            {("伏远山", IN, "云岭省医学会"), ("池小满", IN, "云岭省医学会")},
        ),
    ],
)
def test_a_bare_post_is_at_the_house_named_before(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, AT, IN) == facts


@pytest.mark.parametrize(
    "text",
    [
        "岚江大学校长费启航出席了开幕式，副省长臧文博会前接见了专家。",
        "会上，各科室高年资主任医师参加了讨论，校长和书记出席。",
        "我院功能检查中心沈若兰主任介绍了经验。",
        "岚江大学附属滨江医院举办了会议，我院毕启明教授应邀参加。",
    ],
)
def test_a_post_is_not_carried_to_where_nothing_says_so(text: str) -> None:
    assert told(text, AT, IN) <= {("费启航", AT, "岚江大学")}


def test_rows_of_the_elected_take_the_society_named_with_the_office() -> None:
    text = (
        "会议选举柳文渊为第八届云岭省医学会放射医学与防护专业委员会主任委员，岚江大学苗若兰教授和许静仪教授、"
        "东岭医院邱启航教授当选为副主任委员；姚远山、郭立言当选为云岭省影像研究会新一届乳腺专业委员会委员。"
    )
    first, second = "云岭省医学会放射医学与防护专业委员会", "云岭省影像研究会乳腺专业委员会"
    elected = {(name, IN, first) for name in ("柳文渊", "苗若兰", "许静仪", "邱启航")}
    assert told(text, IN) == elected | {(name, IN, second) for name in ("姚远山", "郭立言")}


def test_offices_that_are_filled_by_rows() -> None:
    text = "岚江影像实验室学术委员会换届。学术委员会主任委员由詹启航院士担任；副主任委员由黄若钢、田立捷教授担任。"
    assert {fact[0] for fact in told(text, IN)} == {"詹启航", "黄若钢", "田立捷"}


def test_who_leads_a_meeting_is_not_elected() -> None:
    assert told("云岭省医学会换届会议由薛立刚主持，费启航担任大会翻译。", IN) == set()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "由云岭省医学会、云岭省医学会介入分会主办，岚江市第一人民医院承办的“介入学科建设报告会”在苏州召开。",
            {
                ("介入学科建设报告会", "RUN_BY", "云岭省医学会"),
                ("介入学科建设报告会", "RUN_BY", "云岭省医学会介入分会"),
                ("介入学科建设报告会", "RUN_BY", "岚江市第一人民医院"),
                ("介入学科建设报告会", "HELD_IN", "苏州"),
            },
        ),
        (
            "5月6日，2031核技术应用高质量发展论坛在广东珠海召开。会议由岚江大学主办，西陵大学、东岭大学协办。",
            {
                ("2031核技术应用高质量发展论坛", "HELD_IN", "珠海"),
                ("2031核技术应用高质量发展论坛", "RUN_BY", "岚江大学"),
                ("2031核技术应用高质量发展论坛", "RUN_BY", "西陵大学"),
                ("2031核技术应用高质量发展论坛", "RUN_BY", "东岭大学"),
            },
        ),
        (
            "4月20日，岚江大学承办的“第39届学术年会暨全国纳米影像高峰论坛”在天津举行。会议由大会主席常若津教授主持。",
            {
                ("全国纳米影像高峰论坛", "RUN_BY", "岚江大学"),
                ("全国纳米影像高峰论坛", "HELD_IN", "天津"),
                ("常若津", "CHAIRED", "全国纳米影像高峰论坛"),
            },
        ),
        ("3月3日，云岭省医学会影像分会换届选举会议在苏州召开，第二届委员会第一次全体会议同期举行。", set()),
        ("2030年3月，岚江大学主办的《影像进展》编辑部在苏州召开座谈会。", set()),
    ],
)
def test_meetings(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, "RUN_BY", "HELD_IN", "CHAIRED") == facts


def test_posts_go_on_after_a_semicolon() -> None:
    text = (
        "邹立本，岚江医院教授。曾任岚江医院副院长；云岭省医学会常务理事（1990年至1996年）、云岭省放射学会主任委员；"
        "西陵大学客座教授、东洲影像学会通讯会员。"
    )
    assert {fact[2] for fact in told(text, AT, IN)} == {
        *("岚江医院", "云岭省医学会", "云岭省放射学会", "西陵大学", "东洲影像学会"),
    }


def test_another_s_post_does_not_go_on() -> None:
    text = "经选举，岚江医院吴若群教授当选云岭省放射学会会长；西陵医院张静新教授，东岭医院戴礼教教授当选为副会长。"
    assert told(text, AT) == {
        ("吴若群", AT, "岚江医院"),
        ("张静新", AT, "西陵医院"),
        ("戴礼教", AT, "东岭医院"),
    }


def test_a_society_in_the_title_of_a_rule_elects_nobody() -> None:
    text = (
        "云岭省医师协会核医学分会召开选举会议。依据《云岭省医师协会管理规定》，会议选举产生领导班子。"
        "柏若涵教授全票连任会长，王静堂、田若水当选副会长。"
    )
    assert {fact[2] for fact in told(text, IN)} == {"云岭省医师协会核医学分会"}


def test_lines_of_an_institution_and_a_name() -> None:
    text = (
        "候选人分别为：\n岚江医科大学附属第一医院核医学科 安明瑞\n云岭省肿瘤医院核医学科 韩立兴\n"
        "岚江日报 实习报道\n会议还通过了章程。"
    )
    assert told(text, AT) == {("安明瑞", AT, "岚江医科大学附属第一医院"), ("韩立兴", AT, "云岭省肿瘤医院")}


def test_lines_of_lists_stand_by_themselves() -> None:
    lines = (
        "候任主任委员：霍启明（岚江医院）",
        "副主任委员（按姓氏笔画排序）：",
        "柏若涵（西陵医院）、安明瑞（岚江",
        "大学附属医院）",
        "【秘 书】Mary L. Whitby（岚江医院）",
        "新一届委员会将继续努力，团结同道，在全省推广新技术，服务基层医院和广大患者",
    )
    assert [one.text for one in sentences(document("\n".join(lines)))] == [*lines[:2], lines[2] + lines[3], *lines[4:]]


def test_marks_typed_as_ascii_are_read_as_chinese() -> None:
    text = "岚江大学校长费启航,副校长臧文博出席:会议顺利。"
    assert (
        told(text, AT)
        == told(text.replace(",", "，").replace(":", "："), AT)
        == {
            ("费启航", AT, "岚江大学"),
            ("臧文博", AT, "岚江大学"),
        }
    )


@pytest.mark.parametrize(
    ("text", "elected"),
    [
        (
            "会议选举产生云岭省医学会超声医学分会第六届委员会，柳文渊当选主任委员，许静仪、邱启航等5人当选副主任委员，"
            "姚远山任秘书，郭立言等30人当选委员。",
            {"柳文渊", "许静仪", "邱启航", "姚远山", "郭立言"},
        ),
        (
            "云岭省医学会超声医学分会举行换届选举。主任委员由岚江医院吴若群教授连任，常务委员兼秘书为张静新。",
            {"吴若群", "张静新"},
        ),
        (
            "根据选举结果，云岭省医学会超声医学分会新一届主任委员为柳文渊教授，副主任委员为邱启航、姚远山、郭立言。",
            {"柳文渊", "邱启航", "姚远山", "郭立言"},
        ),
        ("大会聘请葛若海院士、邹立本教授担任云岭省医学会超声医学分会名誉主任委员。", {"葛若海", "邹立本"}),
        ("岚江医院毕启明被推选为云岭省医学会超声医学分会副主任委员。", {"毕启明"}),
        ("云岭省医学会超声医学分会换届大会由柳文渊主持，学员许静仪等30人参加，邱启航任大会翻译。", set()),
    ],
)
def test_who_is_elected(text: str, elected: set[str]) -> None:
    found = told(text, IN)
    assert {fact[0] for fact in found} == elected
    assert {fact[2] for fact in found} <= {"云岭省医学会超声医学分会"}


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        (
            "8月5日，云岭省核医学2031年学术年会在苏州召开。会议由费启航教授、西陵医院臧文博教授担任大会主席，主任柏若涵主持。",
            {"费启航", "臧文博"},
        ),
        (
            "8月5日，“2031年云岭省介入放射学学术会议”在东岭县召开，大会共同主席由费启航教授和臧文博教授担任，"
            "会议名誉主席为葛若海院士。",
            {"费启航", "臧文博", "葛若海"},
        ),
        ("8月5日，云岭省核医学2031年学术年会在苏州召开。云岭省政协副主席费启航在主席台就座，臧文博主持。", set()),
    ],
)
def test_chairs(text: str, chairs: set[str]) -> None:
    assert {fact[0] for fact in told(text, "CHAIRED")} == chairs


def test_a_town_that_no_list_has() -> None:
    text = "8月5日，“2031年云岭省介入放射学学术会议”在东岭县召开。8月6日，“2031年云岭省超声医学学术会议”在全市召开。"
    assert {fact[2] for fact in told(text, "HELD_IN")} == {"东岭县"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("云岭省卫生健康委员会基层卫生处处长丘建国坦言，困难不少。", {("丘建国", AT, "云岭省卫生健康委员会")}),
        ("国家自然科学基金委员会医学科学部副主任边牧之到会。", {("边牧之", AT, "国家自然科学基金委员会")}),
        ("装置负责人、岚江大学医学部研究员霍启明介绍了进展。", {("霍启明", AT, "岚江大学医学部")}),
        ("岚江大学医学部放射科教授霍启明介绍了进展。", {("霍启明", AT, "岚江大学医学部")}),
        ("中国人民解放军总医院第九医学中心罗曼卿教授到会。", {("罗曼卿", AT, "中国人民解放军总医院第九医学中心")}),
        ("霍启明（岚江医院放射科）、柏若涵（西陵大学）等参加。", {("霍启明", AT, "岚江医院"), ("柏若涵", AT, "西陵大学")}),
    ],
)
def test_the_unit_is_the_position_s(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, AT) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "霍启明是岚江医院放射科主任，也是云岭省医学会放射学分会副主任委员。",
            {("霍启明", AT, "岚江医院"), ("霍启明", IN, "云岭省医学会放射学分会")},
        ),
        ("作为岚江医院放射科主任，霍启明带领团队攻克难关。", {("霍启明", AT, "岚江医院")}),
        ("时任岚江医院放射科主任的霍启明说，设备已到位。", {("霍启明", AT, "岚江医院")}),
        ("作为云岭省医学会会长的霍启明教授到会。", {("霍启明", IN, "云岭省医学会")}),
        ("1931年，霍启接任岚江医院放射科主任之职。", {("霍启", AT, "岚江医院")}),
        ("霍启于1935年出任岚江医学院放射科主任。", {("霍启", AT, "岚江医学院")}),
        ("1952年，霍启明继任岚江医院超声科主任一职。", {("霍启明", AT, "岚江医院")}),
        ("霍启明2012年加入西陵大学，任生物医学工程学院教授。", {("霍启明", AT, "西陵大学")}),
        ("霍启明教授此前曾在岚江医院放射科任副主任医师。", {("霍启明", AT, "岚江医院")}),
        ("霍启明教授2012年起在西陵大学影像学院担任讲师。", {("霍启明", AT, "西陵大学影像学院")}),
        (
            "来自岚江医院放射科的霍启明以及西陵大学的博士生柏若涵分获一等奖。",
            {("霍启明", AT, "岚江医院"), ("柏若涵", AT, "西陵大学")},
        ),
        (
            "岚江医院放射科霍启明、超声科柏若涵和核医学科翟文莉三位主任分别介绍了经验。",
            {(name, AT, "岚江医院") for name in ("霍启明", "柏若涵", "翟文莉")},
        ),
        ("霍启明，现任岚江医院党委委员、副院长，影像科主任。", {("霍启明", AT, "岚江医院")}),
        ("报告人：西陵大学 霍启明 教授\n题目：低场磁共振", {("霍启明", AT, "西陵大学")}),
        (
            "参会专家：岚江医院 霍启明、柏若涵；东岭医院 池小满。",
            {("霍启明", AT, "岚江医院"), ("柏若涵", AT, "岚江医院"), ("池小满", AT, "东岭医院")},
        ),
        (
            "会上成立了云岭省影像专科联盟，霍启明任理事长，柏若涵、翟文莉任副理事长。",
            {(name, IN, "云岭省影像专科联盟") for name in ("霍启明", "柏若涵", "翟文莉")},
        ),
        ("霍启明教授2012年到西陵大学进修，2013年加入云岭省医学会，同年进入岚江医院参观。", set()),
        ("文/图：岚江医院 王若琪\n来源：岚江医院 张若海", set()),
        ("岚江医院授予霍启明、柏若涵“优秀带教老师”称号，患者家属张桂兰送来锦旗。", set()),
    ],
)
def test_houses_by_verbs_and_lines(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, AT, IN) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "云岭省抗癌协会理事长龙若溪教授、秘书长臧文博，云岭省肿瘤医院党委书记苗若兰出席。",
            {("龙若溪", IN, "云岭省抗癌协会"), ("臧文博", IN, "云岭省抗癌协会"), ("苗若兰", AT, "云岭省肿瘤医院")},
        ),
        (
            "云岭核学会理事、海州大学附属医院核医学科戴若谷主任作了报告。",
            {("戴若谷", IN, "云岭核学会"), ("戴若谷", AT, "海州大学附属医院")},
        ),
        (
            "岚江医院副主任医师葛若海主动报名援藏，担任措勤县人民医院副院长兼影像科主任。",
            {("葛若海", AT, "岚江医院"), ("葛若海", AT, "措勤县人民医院")},
        ),
        ("岚江医院邀请葛若海教授，担任措勤县人民医院副院长的柏若涵致辞。", {("柏若涵", AT, "措勤县人民医院")}),
        (
            "岚江岚影医疗科技股份有限公司（简称“岚影医疗”）发布新品。岚影医疗董事长兼总裁霍启明、首席科学家柏若涵博士、"
            "CT事业部总经理翟文莉出席。",
            {(name, AT, "岚江岚影医疗科技股份有限公司") for name in ("霍启明", "柏若涵", "翟文莉")},
        ),
        (
            "（记岚江大学附属滨江医院放射科）岚江大学附属滨江医院放射科有医师60人。滨江医院院长霍启明介绍了情况。",
            {("霍启明", AT, "岚江大学附属滨江医院")},
        ),
    ],
)
def test_chains_of_posts(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, AT, IN) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "霍启明教授2008年起在西陵大学工作，2015年任西陵大学分子影像研究中心主任。",
            {("霍启明", AT, "西陵大学"), ("霍启明", AT, "西陵大学分子影像研究中心")},
        ),
        ("霍启明 教授（西陵大学）作了报告。", {("霍启明", AT, "西陵大学")}),
        ("佐藤健一（日本东海医科大学）作了报告。", {("佐藤健一", AT, "日本东海医科大学")}),
        ("加拿大皇家科学院院士Linda Chow出席。", {("Linda Chow", "MEMBER_OF", "加拿大皇家科学院")}),
        (
            "来自美国西陵大学（Xiling University）的霍启明教授和岚江大学（Lanjiang University）柏若涵教授作报告。",
            {("霍启明", AT, "美国西陵大学"), ("柏若涵", AT, "岚江大学")},
        ),
        ("来自西陵大学（原西陵医学院）的霍启明教授作报告。", {("霍启明", AT, "西陵大学")}),
        ("霍启明教授2008年在西陵大学学习，2015年曾在岚江医院进修。", set()),
        ("霍启明教授（导师：柏若涵教授）随后在西陵大学从事博士后研究工作。", set()),
    ],
)
def test_where_somebody_works(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, AT, IN) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("柏若涵曾任四川大学终身教授。", {("柏若涵", "AFFILIATED_WITH", "四川大学")}),
        ("霍启明，西安交通大学计算机博士。", set()),
        ("翟文莉是中山大学讲席教授。", {("翟文莉", "AFFILIATED_WITH", "中山大学")}),
        ("清华大学高峰教授参加了讨论。", {("高峰", "AFFILIATED_WITH", "清华大学")}),
    ],
)
def test_words_before_a_title_that_are_nobody(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert {fact for fact in stated(text) if fact[1] == "AFFILIATED_WITH"} == facts


@pytest.mark.parametrize("who", ["有关同志", "相关负责同志", "分管同志"])
def test_comrades_without_names_are_nobody(who: str) -> None:
    assert not told(f"云岭省科学技术委员会基础研究处{who}到会听取意见。", AT, IN)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "松江医学会儿科影像分会现任主任委员为松江大学第二附属医院裘宁远，副主任委员为溪山妇幼保健院冉竹；"
            "上届主任委员为溪山儿童医学中心柏舟。",
            {
                ("裘宁远", IN, "松江医学会儿科影像分会"),
                ("裘宁远", AT, "松江大学第二附属医院"),
                ("冉竹", IN, "松江医学会儿科影像分会"),
                ("冉竹", AT, "溪山妇幼保健院"),
                ("柏舟", IN, "松江医学会儿科影像分会"),
                ("柏舟", AT, "溪山儿童医学中心"),
            },
        ),
        (
            "松江影像联盟理事长由松江大学第二附属医院裘宁远担任。",
            {("裘宁远", IN, "松江影像联盟"), ("裘宁远", AT, "松江大学第二附属医院")},
        ),
        ("松江影像联盟主任委员单位为松江大学第二附属医院，方便患者。", set()),
        ("松江影像联盟主任为溪山医院放射科，方案由各方商定。", set()),
        ("松江影像联盟会长为溪山医院方便患者而来。", set()),
    ],
)
def test_who_heads_a_body_is_named_behind_the_house(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, AT, IN) == facts


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("冉竹教授（岚江大学）团队在光子计数CT领域取得了系列成果。", {("冉竹", "光子计数CT")}),
        ("光声成像的代表性团队为岚江大学冉竹教授团队。", {("冉竹", "光声成像")}),
        ("岚江大学冉竹教授领衔的团队长期致力于光声成像研究。", {("冉竹", "光声成像")}),
        ("冉竹，副主任医师，从事光声成像的临床与基础研究。", {("冉竹", "光声成像")}),
        ("[第一作者] 冉竹(2001—)，女，溪山人，博士，研究方向：光声成像。", {("冉竹", "光声成像")}),
        ("岚江大学在溪山市设有某某研究院，从事光声成像的研发。", set()),
    ],
)
def test_who_stands_for_a_technique(text: str, works: set[tuple[str, str]]) -> None:
    assert {(one[0], one[2]) for one in told(text, "WORKS_ON") if one[0] in ("冉竹", "岚江大学")} == works


def test_the_house_before_a_bracket_with_a_name_and_a_title() -> None:
    assert told("岚江医院（冉竹研究员）将深度学习引入能谱CT。", AT) == {("冉竹", AT, "岚江医院")}
