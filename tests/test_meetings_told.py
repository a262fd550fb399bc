"""Pages of meetings: who runs them however the names are put, where they are held, which post stands behind a name."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from ingest.conference import ConferenceIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document, stated


def said(text: str, predicate: str) -> set[tuple[str, str]]:
    """Subject and object of the facts of one predicate."""
    return {(subject, thing) for subject, kind, thing in stated(text) if kind == predicate}


def posts(text: str) -> dict[str, str]:
    """Who holds which position, by AFFILIATED_WITH."""
    facts = ProseIngester().ingest(document(text), pipeline())
    return {
        one.subject.name: str(one.qualifiers.get("position", ""))
        for one in facts
        if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"
    }


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "5月18日，溪山市人民医院超声医学科成功举办省级继续教育项目“弹性成像规范化应用学习班”。",
            {("弹性成像规范化应用学习班", "溪山市人民医院超声医学科")},
        ),
        (
            "云岭省核学会日前在溪山市召开第十二次核医学学术交流会，会议由松波医院具体承办。",
            {("核医学学术交流会第12次", "云岭省核学会"), ("核医学学术交流会第12次", "松波医院")},
        ),
        (
            "5月8日，云岭省医学会在溪山市人民医院举办了第六届心脏超声大会。松波医院承办此次大会。",
            {("心脏超声大会第6次", "云岭省医学会"), ("心脏超声大会第6次", "松波医院")},
        ),
        (
            "第四届分子影像论坛由云岭医科大学与岚江大学联手主办。",
            {("分子影像论坛第4次", "云岭医科大学"), ("分子影像论坛第4次", "岚江大学")},
        ),
        (
            "受云岭省卫生健康委员会委托，岚江大学第二医院于4月12日在溪山市举办了全省基层超声质控培训班。",
            {("全省基层超声质控培训班", "岚江大学第二医院")},
        ),
        ("第六届心脏超声大会5月在苏州召开。岚江大学承办过上届大会。", set()),
        ("松波医院举办第三期新员工岗前培训班。松波医院院长表示将主办影像论坛。", set()),
        (
            "9月6日，由云岭省医师协会主办的2031年云岭省超声年会暨第六届太湖超声论坛在苏州召开。",
            {("2031年云岭省超声年会", "云岭省医师协会"), ("太湖超声论坛第6次", "云岭省医师协会")},
        ),
        (
            '国家级项目"心脏超声新技术学习班"于10月12日在苏州举办，学习班由岚江医院超声科承办。',
            {("心脏超声新技术学习班", "岚江医院超声科")},
        ),
        (
            "5月6日，影像与计算国际研讨会（ICX2031）暨智能诊断论坛在苏州召开。大会由云岭数字医学会、云岭省医学会共同主办，岚江大学承办。",
            {("影像与计算国际研讨会", name) for name in ("云岭数字医学会", "云岭省医学会", "岚江大学")},
        ),
        (
            "由云岭预防医学会和岚江市结合医学会联合主办，云岭预防医学会放射卫生专业委员会联合岚江市结合医学会靶向治疗专业委员会"
            "共同承办的2031年放射卫生学术年会暨加速器开机仪式在苏州盛大开幕。",
            {
                ("2031年放射卫生学术年会", name)
                for name in (
                    "云岭预防医学会",
                    "岚江市结合医学会",
                    "云岭预防医学会放射卫生专业委员会",
                    "岚江市结合医学会靶向治疗专业委员会",
                )
            },
        ),
        (
            "3月2日，第三届云岭核医学论坛在我院召开。本次会议由影像诊疗省部共建协同创新中心、岚江医科大学主办，云岭医学会协办。",
            {("云岭核医学论坛第3次", name) for name in ("影像诊疗省部共建协同创新中心", "岚江医科大学", "云岭医学会")},
        ),
        (
            "由岚江医学院、云岭医学会主办，岚江影像器械有限公司承办的两年一度的第二届岚江超声论坛在苏州举行。",
            {("岚江超声论坛第2次", name) for name in ("岚江医学院", "云岭医学会", "岚江影像器械有限公司")},
        ),
        (
            "9月1日，岚江磁共振技术与应用交流会在武汉召开。会议由云岭条财局组织，岚江大学承办。",
            {("岚江磁共振技术与应用交流会", "岚江大学")},
        ),
        (
            "3月2日，由云岭影像协会为主办单位，岚江医科大学附属医院等单位共同承办的第二届云岭介入论坛在沈阳召开。",
            {("云岭介入论坛第2次", name) for name in ("云岭影像协会", "岚江医科大学附属医院")},
        ),
        (
            "由云岭核学会主办，岚江医科大学、我院共同承办的云岭核学会影像分会换届大会暨2030年云岭影像分会学术年会于12月4日至6日在苏州市举行。",
            {("2030年云岭影像分会学术年会", name) for name in ("云岭核学会", "岚江医科大学")},
        ),
        (
            "第9期云岭论坛在溪山市召开。本次论坛由国家自然科学基金委员会医学科学部和计划与政策局联合主办，岚江大学承办。",
            {
                ("云岭论坛第9次", name)
                for name in ("国家自然科学基金委员会医学科学部", "国家自然科学基金委员会计划与政策局", "岚江大学")
            },
        ),
        (
            "2031年11月举行的第7期云岭论坛曾以“分子影像探针”为主题，当时由岚江大学承办。",
            {("云岭论坛第7次", "岚江大学")},
        ),
        ("会议讨论并决定2032年的龙泉论坛由岚江市第一人民医院承办。", set()),
        ("影像周已成为云岭医学会主办的品牌学术会议。", set()),
    ],
)
def test_who_runs_a_meeting(text: str, runs: set[tuple[str, str]]) -> None:
    assert said(text, "RUN_BY") == runs


def test_a_session_is_one_of_its_series() -> None:
    text = "3月2日，第三届云岭核医学论坛在我院召开。会议由岚江医科大学主办。"
    assert ("云岭核医学论坛第3次", "云岭核医学论坛") in said(text, "IN_SERIES")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("5月6日，云岭省放射学术年会暨继续教育学习班在美丽的苏州隆重开幕。", {"苏州"}),
        ("5月6日，以“协同”为主题的2031岚江医学工程大会暨创新峰会（LME2031）在杭州国际会议中心举办。", {"杭州"}),
        ("5月6日，岚江影像学院学术报告会在第二教学楼召开。", set()),
        ("岚江大学于2031年5月6日在苏州隆重召开“2031年云岭省核医学年会”。", {"苏州"}),
    ],
)
def test_where_a_meeting_is_held(text: str, place: set[str]) -> None:
    assert {thing for _, thing in said(text, "HELD_IN")} == place


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("岚江大学附属医院王大山书记致辞。", {"王大山": "书记"}),
        ("岚江大学李小江副校长出席论坛。", {"李小江": "副校长"}),
        ("岚江市人民医院影像科赵云溪主任作报告。", {"赵云溪": "影像科主任"}),
        ("岚江市人民医院影像科赵云溪主任医师作报告。", {"赵云溪": ""}),
        ("岚江市人民医院赵云溪教授作报告。", {"赵云溪": ""}),
        ("成员李小江总工程师（岚江医疗器械检验所）、赵云溪教授（岚江大学）提出意见。", {"李小江": "总工程师", "赵云溪": ""}),
        ("岚江激光技术有限公司总工程师李小江讨论了激光器。", {"李小江": "总工程师"}),
    ],
)
def test_the_post_behind_a_name(text: str, position: dict[str, str]) -> None:
    assert posts(text) == position


def of_page(title: str, text: str) -> set[tuple[str, str, str]]:
    """What both readers of meetings tell of a page with a title, topics left out."""
    page = dataclasses.replace(document(text), title=title)
    found = (one for reader in (ProseIngester(), ConferenceIngester()) for one in reader.ingest(page, pipeline()))
    facts = (one for one in found if isinstance(one, Fact))
    return {(one.subject.name, one.predicate, one.object.name) for one in facts if one.predicate != "CONCERNS"}


@pytest.mark.parametrize(
    ("title", "text", "facts"),
    [
        (
            "8次东山会议参会小结",
            "东山科学会议于2029年3月4日在西陵市召开，会议聘请霍启明教授、柏若涵研究员担任执行主席。",
            {
                *(("东山科学会议第8次", "IN_SERIES", "东山科学会议"), ("东山科学会议第8次", "HELD_IN", "西陵市")),
                *((name, "CHAIRED", "东山科学会议第8次") for name in ("霍启明", "柏若涵")),
            },
        ),
        (
            "第12届岚江影像论坛侧记",
            "岚江影像论坛（简称岚坛）在北京举行。",
            {("岚江影像论坛第12次", "IN_SERIES", "岚江影像论坛"), ("岚江影像论坛第12次", "HELD_IN", "北京")},
        ),
        (
            "我院专家参加西岭超声大会第三届会议",
            "西岭超声大会于2030年5月2日在上海举办。",
            {("西岭超声大会第3次", "IN_SERIES", "西岭超声大会"), ("西岭超声大会第3次", "HELD_IN", "上海")},
        ),
        ("第12届西岭超声大会预告", "岚江影像论坛于2030年5月2日在北京召开。", {("岚江影像论坛", "HELD_IN", "北京")}),
        ("第12届岚江影像论坛筹备会召开", "岚江影像论坛于2030年5月2日在北京召开。", {("岚江影像论坛", "HELD_IN", "北京")}),
    ],
)
def test_a_title_numbers_the_meeting_that_the_text_names(title: str, text: str, facts: set[tuple[str, str, str]]) -> None:
    assert of_page(title, text) == facts


def test_a_society_told_by_its_noun_is_the_one_of_the_title() -> None:
    title = "岚江超声工程学会第三次学术年会召开"
    told = of_page(title, "年会由岚江超声工程学会主办，西岭医学会承办。学会会长霍启明院士、副会长柏若涵教授致辞。")
    assert ("霍启明", "MEMBER_OF", "岚江超声工程学会") in told
    assert not {one for one in told if one[2] == "西岭医学会" and one[1] == "MEMBER_OF"}


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "2031年4月9日，岚江论坛“光与生命”分论坛在岚江会议中心举行。论坛由岚江大学主办，云岭省医学会、岚江生命科学园、云岭影像产业联盟共同承办。",
            {("岚江论坛“光与生命”分论坛", name) for name in ("岚江大学", "云岭省医学会", "岚江生命科学园", "云岭影像产业联盟")},
        ),
        (
            "近日，云岭放射周“智读影像”青年论坛于岚江市顺利召开，论坛由云岭省医学会主办。",
            {("云岭放射周“智读影像”青年论坛", "云岭省医学会")},
        ),
        (
            "2031年4月9日，“影像三十年”系列的三场“光与生命”论坛在岚江举行。",
            set[tuple[str, str]](),
        ),
    ],
)
def test_a_meeting_may_hold_its_theme_in_quotation_marks(text: str, runs: set[tuple[str, str]]) -> None:
    assert said(text, "RUN_BY") == runs


@pytest.mark.parametrize(
    "text",
    [
        "会议建议尽快论证重大研究计划；并拟于2034年下半年在合肥举办青年学者专题研讨会。",
        "与会专家希望2034年在合肥举办一次青年影像学者研讨会。",
        "大家商定2034年在合肥召开青年影像学者研讨会。",
    ],
)
def test_a_meeting_that_is_only_wished_for_is_held_nowhere(text: str) -> None:
    assert not said(text, "HELD_IN")


SERIES = "东山科学会议"
CHAIRS_TOLD = "会议由岚江大学霍启明教授、西岭医院柏若涵主任医师担任执行主席。"
OF_TITLE = {
    (f"{SERIES}第81次", "IN_SERIES", SERIES),
    (f"{SERIES}第81次", "HELD_IN", "武汉"),
    ("霍启明", "CHAIRED", f"{SERIES}第81次"),
    ("柏若涵", "CHAIRED", f"{SERIES}第81次"),
}
WANTED = ("IN_SERIES", "HELD_IN", "CHAIRED", "RUN_BY")


def read(folder: Path, text: str) -> set[tuple[str, str, str]]:
    """What all readers tell of the meetings of a page whose first line is its title."""
    path = folder / "page.txt"
    path.write_text(text, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    facts = [one for one in kept if isinstance(one, Fact)]
    return {(one.subject.name, one.predicate, one.object.name) for one in facts if one.predicate in WANTED}


@pytest.mark.parametrize(
    "text",
    [
        f"{SERIES}第81次学术讨论会召开\n\n7月8日，会议在武汉召开，会议主题为“光声成像”。\n\n{CHAIRS_TOLD}",
        f"第81次{SERIES}聚焦光声成像\n\n7月8日，以“光声成像”为主题的{SERIES}在武汉举行。\n\n{CHAIRS_TOLD}",
        f"光声成像的前沿——{SERIES}第81次学术讨论会侧记\n\n{CHAIRS_TOLD}\n\n本次会议于7月8日至9日在武汉顺利召开。",
        f"会议简报 | {SERIES}（第81次）\n\n时间：7月8日\n地点：武汉\n\n7月8日，本次会议在武汉召开。{CHAIRS_TOLD}",
        f"{SERIES}第81次学术讨论会在武汉举行\n\n30位专家与会。{CHAIRS_TOLD.replace('会议由', '本次学术讨论会由')}",
    ],
)
def test_a_session_that_only_the_title_names(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, text) == OF_TITLE


@pytest.mark.parametrize(
    "text",
    [
        f"{SERIES}第81次学术讨论会征文通知\n\n上一次会议在武汉召开，由岚江大学承办。",
        f"{SERIES}办公室工作总结\n\n去年的年会在武汉召开。\n\n论坛在武汉召开的消息令人振奋。",
        f"我院召开工作会议\n\n{CHAIRS_TOLD}",
    ],
)
def test_a_title_that_tells_of_no_session_that_was_held(text: str, tmp_path: Path) -> None:
    assert not [one for one in read(tmp_path, text) if one[1] != "IN_SERIES"]


def test_the_meeting_of_a_title_without_a_number(tmp_path: Path) -> None:
    meeting = "岚江省医学会放射学分会2031年学术年会"
    text = (
        f"西岭医院成功承办{meeting}\n\n5月8日，由岚江省医学会主办、西岭医院承办的本次年会在大连召开。\n\n"
        "年会由霍启明教授（西岭医院副院长）任大会主席。"
    )
    assert read(tmp_path, text) == {
        (meeting, "IN_SERIES", "岚江省医学会放射学分会学术年会"),
        (meeting, "HELD_IN", "大连"),
        (meeting, "RUN_BY", "岚江省医学会"),
        (meeting, "RUN_BY", "西岭医院"),
        ("霍启明", "CHAIRED", meeting),
    }


@pytest.mark.parametrize("mark", ["一、", "■", "【简讯】", ""])
def test_each_item_of_a_newsletter_tells_of_the_meeting_that_heads_it(mark: str, tmp_path: Path) -> None:
    first, second, third = "岚江省超声大会第6次", "岚江省医学会放射学分会学术年会第9次", "岚江省医学会核医学学术会议第3次"
    text = (
        "岚江省医学会通讯\n\n"
        f"{mark}第六届岚江省超声大会在厦门举行\n\n本次会议由西岭医院承办，霍启明教授担任大会主席。\n\n"
        f"{mark}岚江省医学会放射学分会第9届学术年会召开\n\n6月5日，会议在武汉召开，由岚江大学承办。大会主席柏若涵教授致辞。\n\n"
        f"{mark}8月9日，岚江省医学会第三次核医学学术会议在杭州举行。东岭医院承办会议，翟文莉教授任大会主席。\n"
    )
    told = {one for one in read(tmp_path, text) if one[1] != "IN_SERIES"}
    assert told == {
        *((first, "HELD_IN", "厦门"), (first, "RUN_BY", "西岭医院"), ("霍启明", "CHAIRED", first)),
        *((second, "HELD_IN", "武汉"), (second, "RUN_BY", "岚江大学"), ("柏若涵", "CHAIRED", second)),
        *((third, "HELD_IN", "杭州"), (third, "RUN_BY", "东岭医院"), ("翟文莉", "CHAIRED", third)),
    }


def test_sessions_by_their_numbers_of_the_series_that_the_title_names(tmp_path: Path) -> None:
    text = (
        "长湖影像论坛发展简史\n\n2005年，岚江省医学会创办长湖影像论坛。\n\n"
        "第一届会议于2005年9月在珠海召开，西岭医院承办，大会主席为霍启明教授。\n\n"
        "第二届会议于2007年6月在南宁召开，岚江大学承办，大会主席为柏若涵教授。"
    )
    told = {one for one in read(tmp_path, text) if one[1] in ("HELD_IN", "CHAIRED")}
    first, second = "长湖影像论坛第1次", "长湖影像论坛第2次"
    assert told == {
        *((first, "HELD_IN", "珠海"), ("霍启明", "CHAIRED", first)),
        *((second, "HELD_IN", "南宁"), ("柏若涵", "CHAIRED", second)),
    }


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("会议主题为“光声成像的前沿与转化”。", {"光声成像"}),
        ("年会主要内容包括超声造影、光子计数CT和影像组学等。", {"超声造影", "光子计数CT", "影像组学"}),
        ("本次年会以“磁粒子成像：机遇与挑战”为主题。", {"磁粒子成像"}),
        ("柏若涵教授介绍了磁粒子成像。", set()),
        ("医院主要业务内容涵盖肿瘤防治，磁粒子成像仪已到货。", set()),
    ],
)
def test_what_the_meeting_told_before_is_about(said: str, topics: set[str]) -> None:
    text = f"5月8日，岚江省医学会放射学分会2031年学术年会在大连召开。{said}"
    assert {thing for _, thing in said_of(text)} == topics


def said_of(text: str) -> set[tuple[str, str]]:
    """What the text says that meetings are about."""
    return {(subject, thing) for subject, thing in said(text, "CONCERNS") if subject.endswith("年会")}
