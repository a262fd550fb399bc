"""Officers and posts: carried over commas, shared over titles, elected in rows, promised lists, units behind a house."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_meetings_told import posts
from tests.test_prose import document


def offices(text: str) -> set[tuple[str, str, str]]:
    """Who holds which office where, by MEMBER_OF."""
    facts = ProseIngester().ingest(document(text), pipeline())
    return {
        (one.subject.name, "兼".join(one.qualifiers["role"]), one.object.name)  # type: ignore[arg-type]
        for one in facts
        if isinstance(one, Fact) and one.predicate == "MEMBER_OF"
    }


SOCIETY = "云岭影像学会"
BRANCH = "云岭医学会乳腺影像学组"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the committee of the young of the branch, and honours given in another paragraph
        (
            "近日，江苏省医学会放射学分会第三届委员会换届选举会议举行。马礼安当选为委员，裘宁当选为青年委员会副主任委员。",
            {
                ("马礼安", "委员", "江苏省医学会放射学分会"),
                ("裘宁", "副主任委员", "江苏省医学会放射学分会青年委员会"),
            },
        ),
        (
            f"会议选举产生了{BRANCH}。\n岚江医院马礼安教授、西陵医院裘宁教授作了报告并担任名誉组长。",
            {("马礼安", "名誉组长", BRANCH), ("裘宁", "名誉组长", BRANCH)},
        ),
        ("岚江医院马礼安教授担任名誉组长。", set()),
        # who speaks for a society heads it; who is sent by it does not
        (
            "裘宁会长代表云岭省医学会致辞，马礼安教授代表云岭省医师协会发言。",
            {("裘宁", "会长", "云岭省医学会")},
        ),
        # the election of the body told, not of one told beside it
        (
            "12月2日，江苏省装备学会第一届智能专业委员会成立大会召开，该专委会挂靠苏州大学附属医院，裘宁当选主任委员，"
            "这是继江苏省医学会信息学专委会之后的又一影像专委会。\n会议由专委会秘书长马礼安主持。",
            {
                ("裘宁", "主任委员", "江苏省装备学会智能专业委员会"),
                ("马礼安", "秘书长", "江苏省装备学会智能专业委员会"),
            },
        ),
        (
            f"{SOCIETY}首届会员代表大会召开。\n会议选出了学会首届理事会、监事会及负责人。岚江大学马礼安教授当选理事长。\n"
            "岚江医院院长裘宁当选为副理事长，医院副院长刘新雨当选为常务理事。",
            {("马礼安", "理事长", SOCIETY), ("裘宁", "副理事长", SOCIETY), ("刘新雨", "常务理事", SOCIETY)},
        ),
        (
            f"{SOCIETY}年会召开。学会理事长马礼安，常务副理事长刘新雨，副理事长杨万里、刘宝林，秘书长赵震东等参加了年会。",
            {
                ("马礼安", "理事长", SOCIETY),
                ("刘新雨", "常务副理事长", SOCIETY),
                ("杨万里", "副理事长", SOCIETY),
                ("刘宝林", "副理事长", SOCIETY),
                ("赵震东", "秘书长", SOCIETY),
            },
        ),
        (
            f"{SOCIETY}副主任委员石大成教授、徐白雪教授、王小辉教授、常委兼秘书长王跃涛教授出席会议。",
            {
                ("石大成", "副主任委员", SOCIETY),
                ("徐白雪", "副主任委员", SOCIETY),
                ("王小辉", "副主任委员", SOCIETY),
                ("王跃涛", "常委兼秘书长", SOCIETY),
            },
        ),
        (f"{SOCIETY}副会长万里人致辞，并转达会长曹雪松的问候。", {("万里人", "副会长", SOCIETY), ("曹雪松", "会长", SOCIETY)}),
        (f"{SOCIETY}荣誉理事长杨大岐教授出席。", {("杨大岐", "荣誉理事长", SOCIETY)}),
        (
            f"会议选举产生了{BRANCH}。赵大宾同志当选第一届学组组长，马小昕、李明、戴星（按姓氏笔划排序）等三位同志担任第一届学组副组长。",
            {("赵大宾", "组长", BRANCH), *((name, "副组长", BRANCH) for name in ("马小昕", "李明", "戴星"))},
        ),
        (
            f"会议选举张贻安为{SOCIETY}主任委员，许志勇为委员兼秘书。",
            {("张贻安", "主任委员", SOCIETY), ("许志勇", "委员兼秘书", SOCIETY)},
        ),
        (
            f"会议选举产生了{SOCIETY}新一届领导班子，副会长分别为：\n岚江大学附属医院放射科 安小锐\n云岭省肿瘤医院 石大峰",
            {("安小锐", "副会长", SOCIETY), ("石大峰", "副会长", SOCIETY)},
        ),
        (
            f"{SOCIETY}肿瘤专业委员会换届会议召开。\n经选举，岚江大学吴小群教授当选新一届主任委员，赵云溪教授对本届专业委员会工作做了总结。",
            {("吴小群", "主任委员", f"{SOCIETY}肿瘤专业委员会")},
        ),
        (
            "云岭涪北实验室举行了第二次学术委员会会议。实验室学术委员会主任赵大庚院士，副主任邓小军院士出席。",
            {("赵大庚", "主任", "云岭涪北实验室学术委员会"), ("邓小军", "副主任", "云岭涪北实验室学术委员会")},
        ),
        (f"{SOCIETY}创始人、首任会长、终身名誉会长徐大克教授表示祝贺。", {("徐大克", "首任会长兼终身名誉会长", SOCIETY)}),
        (
            f"{BRANCH}前任组长朱小铭教授和名誉组长叶大宾教授参加。",
            {("朱小铭", "前任组长", BRANCH), ("叶大宾", "名誉组长", BRANCH)},
        ),
        (
            f"{SOCIETY}王发大会长、刘希小副会长兼秘书长出席会议。",
            {("王发大", "会长", SOCIETY), ("刘希小", "副会长兼秘书长", SOCIETY)},
        ),
        (f"开幕式由{SOCIETY}副理事长、LFMBE执委郑小荣研究员主持。", {("郑小荣", "副理事长", SOCIETY)}),
        # what a candidate may become, and whom somebody acts for
        (f"{SOCIETY}换届在即，副会长候选人分别为：\n岚江大学附属医院放射科 安小锐", set()),
        (f"{BRANCH}成立了。李小昶教授为委员代表颁发聘书。", set()),
        (f"{SOCIETY}主任委员石大成教授、岚江大学徐白雪教授出席会议。", {("石大成", "主任委员", SOCIETY)}),
    ],
)
def test_officers(text: str, told: set[tuple[str, str, str]]) -> None:
    assert offices(text) == told


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("云岭影像学会会长、岚江市中心医院信息化部何小萍主任宣布结果。", {"何小萍": "信息化部主任"}),
        ("云岭影像学会理事长、岚江物理研究所刘大厚所长致辞。", {"刘大厚": "所长"}),
        ("岚江核动力学院前院长杨大岐教授出席。", {"杨大岐": "前院长"}),
        ("岚江大学科研处副处长、磁共振科副主任钟小珊教授主持。", {"钟小珊": "科研处副处长、磁共振科副主任"}),
        ("云岭医学基金会王大萌理事长、任小红主任出席会议。", {"王大萌": "理事长", "任小红": "主任"}),
        (
            "岚江市医院田嘉安，云岭医院石洪安，岚江大学附属医院姚稚安等专家莅临会议。",
            {"田嘉安": "", "石洪安": "", "姚稚安": ""},
        ),
        ("岚江市医院田嘉安排了会议，云岭医院承办，岚江大学附属医院协办。", {}),
        ("岚江工程院二局局长王振山、咨询中心主任焦小栋出席。", {"王振山": "二局局长", "焦小栋": "咨询中心主任"}),
        ("岚江大学附属医院院长王大强、平安健康医学中心医院院长李四方出席。", {"王大强": "院长", "李四方": "院长"}),
    ],
)
def test_posts_in_chains(text: str, position: dict[str, str]) -> None:
    assert posts(text) == position


@pytest.mark.parametrize(
    ("office", "body"),
    [("主任委员", "云岭省抗癌协会肿瘤影像专业委员会"), ("理事长", "云岭省抗癌协会")],
)
def test_who_heads_a_committee_is_elected_to_it(office: str, body: str) -> None:
    """The parent society named in the sentence before is not meant by an office that committees have."""
    text = (
        "云岭省抗癌协会肿瘤影像专业委员会换届会议召开。会议按照云岭省抗癌协会章程进行，选举程序公开。"
        f"经选举，清江医院沈知秋教授当选新一届{office}。"
    )
    assert ("沈知秋", office, body) in offices(text)


def test_what_somebody_is_made_is_no_part_of_the_name() -> None:
    text = f"会议选举产生了{BRANCH}，并聘请戴敬之为名誉组长。"
    assert {one[0] for one in offices(text)} == {"戴敬之"}


def test_who_follows_the_head_of_a_committee_is_at_no_house_of_his() -> None:
    rest = "副主任柏若涵教授、委员毕启明等出席。"
    assert set(posts(f"学术委员会主任、岚江大学霍启明院士，{rest}")) == {"霍启明"}
    assert set(posts("岚江医院放射科主任霍启明，副主任柏若涵教授等出席。")) == {"霍启明", "柏若涵"}


@pytest.mark.parametrize("words", ["从培训、质控等方面系统总结分会成立三年来的工作", "全面回顾学会成立以来的历程"])
def test_what_a_report_speaks_of_is_no_society(words: str) -> None:
    text = f"云岭省医师协会超声医师分会换届会议召开。会长马礼安作报告，{words}。会议选举产生新一届领导班子，刘新雨当选副会长。"
    assert {body for _, _, body in offices(text)} <= {"云岭省医师协会超声医师分会"}
    assert ("刘新雨", "副会长", "云岭省医师协会超声医师分会") in offices(text)


def terms(text: str) -> set[tuple[str, str, str, str]]:
    """Who holds which office where, with the term."""
    facts = ProseIngester().ingest(document(text), pipeline())
    return {
        (one.subject.name, "兼".join(one.qualifiers["role"]), one.object.name, str(one.qualifiers.get("term", "")))  # type: ignore[arg-type]
        for one in facts
        if isinstance(one, Fact) and one.predicate == "MEMBER_OF"
    }


RADIOLOGY = "云岭省医学会放射学分会"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{RADIOLOGY}换届选举会议召开。会议由云岭省医学会副秘书长马礼安主持，第八届委员会主任委员戴敬之教授作工作报告。"
            "会议选举产生了放射学分会第九届委员会，刘新雨当选主任委员，并聘请戴敬之为名誉主任委员。",
            {
                ("马礼安", "副秘书长", "云岭省医学会", ""),
                ("戴敬之", "主任委员", RADIOLOGY, "第八届"),
                ("刘新雨", "主任委员", RADIOLOGY, "第九届"),
                ("戴敬之", "名誉主任委员", RADIOLOGY, "第九届"),
            },
        ),
        (
            f"{RADIOLOGY}年会召开。上届主任委员戴敬之教授、新当选的第九届主任委员刘新雨教授讲话。",
            {("戴敬之", "主任委员", RADIOLOGY, ""), ("刘新雨", "主任委员", RADIOLOGY, "第九届")},
        ),
        (
            f"中华医学会放射学分会第十五届委员会委员、{RADIOLOGY}第九届委员会主任委员戴敬之教授，"
            f"云岭省医师协会会长、{RADIOLOGY}第八届副主任委员马礼安教授出席会议。",
            {
                ("戴敬之", "委员", "中华医学会放射学分会", "第十五届"),
                ("戴敬之", "主任委员", RADIOLOGY, "第九届"),
                ("马礼安", "会长", "云岭省医师协会", ""),
                ("马礼安", "副主任委员", RADIOLOGY, "第八届"),
            },
        ),
        ("云岭省抗癌协会第三届理事会理事长马礼安致辞。", {("马礼安", "理事长", "云岭省抗癌协会", "第三届")}),
        (
            f"{RADIOLOGY}与云岭省医学会超声医学分会联合召开会议。第八届主任委员戴敬之教授作报告。",
            set(),
        ),
        ("岚江大学召开会议。第八届主任委员戴敬之教授作报告。", set()),
    ],
)
def test_the_term_of_an_office(text: str, told: set[tuple[str, str, str, str]]) -> None:
    assert terms(text) == told


@pytest.mark.parametrize(
    ("heading", "gap", "term"),
    [
        (f"附：{RADIOLOGY}第六届委员会负责人", "\u3000\u3000", "第六届"),
        (f"{RADIOLOGY}第六届委员会名单", "   ", "第六届"),
        (f"{RADIOLOGY}组成人员名单", " ", ""),
    ],
)
def test_offices_that_a_blank_parts_from_those_who_hold_them(heading: str, gap: str, term: str) -> None:
    lines = (
        f"主任委员{gap}戴敬之",
        f"前任主任委员{gap}马礼安（云岭省肿瘤医院）",
        f"副主任委员{gap}刘新雨\u3000李家宁",
        f"秘　　书{gap}王宁平",
    )
    told = {
        ("戴敬之", "主任委员", RADIOLOGY, term),
        ("马礼安", "前任主任委员", RADIOLOGY, term),
        ("刘新雨", "副主任委员", RADIOLOGY, term),
        ("李家宁", "副主任委员", RADIOLOGY, term),
        ("王宁平", "秘书", RADIOLOGY, term),
    }
    assert terms("\n".join((heading, *lines))) == told


def test_a_blank_behind_an_office_in_words_makes_no_list() -> None:
    text = f"{RADIOLOGY}负责人出席了会议。\n副主任委员 到会并讲话。\n秘书 处负责联络工作。\n委员 单位参加了会议。"
    assert terms(text) == set()


def test_an_office_that_is_over_is_nobodys_any_more() -> None:
    page = f"{RADIOLOGY}第六届委员会成立。\n"
    for words in (
        "原主任委员马礼安因退休不再担任上述职务，学会对其贡献表示感谢。",
        "原副主任委员马礼安教授、裘宁教授因工作调动，不再担任相应职务。",
        "原主任委员马礼安同志已辞去职务。",
        "原秘书长马礼安任期届满。",
    ):
        assert not {one for one in offices(page + words) if one[0] in ("马礼安", "裘宁")}


def test_an_office_that_somebody_held_is_told_as_such() -> None:
    page = f"{RADIOLOGY}举办联谊会。\n会长戴敬之，原主任委员马礼安、刘新雨，副主任委员李家宁到会。"
    assert {(one[0], one[1]) for one in offices(page) if one[0] in ("马礼安", "刘新雨", "李家宁")} == {
        ("马礼安", "原主任委员"),
        ("刘新雨", "原主任委员"),
        ("李家宁", "副主任委员"),
    }


def test_heads_of_firms_are_elected_beside_professors() -> None:
    page = f"{RADIOLOGY}换届选举产生新一届领导班子。马礼安教授、刘新雨总经理当选副主任委员，李家宁董事长当选秘书长。"
    assert {(one[0], one[1]) for one in offices(page)} == {
        ("马礼安", "副主任委员"),
        ("刘新雨", "副主任委员"),
        ("李家宁", "秘书长"),
    }


def test_who_chairs_a_meeting_is_no_officer_of_who_organises_it() -> None:
    for words in ("大会主席为马礼安", "会议主席由马礼安担任", "论坛执行主席为马礼安", "分会场主席：马礼安"):
        assert offices(f"2031年5月，第三届岚江影像论坛在溪山召开，论坛由岚江医院承办、云岭省医学会主办，{words}。") == set()
