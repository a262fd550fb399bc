"""Programmes of meetings whose lines hold a talk, who gives it and where that one works."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact


def read(path: Path, text: str) -> set[tuple[str, str, str]]:
    path.write_text(text, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    wanted = ("AFFILIATED_WITH", "CHAIRED", "HELD_IN", "RUN_BY")
    return {
        (one.subject.name, one.predicate, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate in wanted
    }


HEAD = "岭南省医学会第六次磁共振学术年会\n\n会 议 日 程\n\n"


def test_talks_with_names_and_houses(tmp_path: Path) -> None:
    found = read(
        tmp_path / "a.txt",
        HEAD + "08:30-09:00  开幕式\n\n09:00-09:30  肝脏弹性成像的标准化  虞伯言  岭南省人民医院\n"
        "09:30-10:00\n前列腺双参数扫描方案\n凌　霜  教授  沅州大学附属第一医院\n\n"
        "10:00-10:20  茶歇\n10:20-10:40 胎儿颅脑成像  北岭市中心医院  谷雨时 主任医师\n",
    )
    assert found == {
        ("虞伯言", "AFFILIATED_WITH", "岭南省人民医院"),
        ("凌霜", "AFFILIATED_WITH", "沅州大学附属第一医院"),
        ("谷雨时", "AFFILIATED_WITH", "北岭市中心医院"),
    }


def test_labels_go_on_below(tmp_path: Path) -> None:
    meeting = "岭南省医学会磁共振学术年会第6次"
    found = read(
        tmp_path / "a.txt",
        HEAD + "主办单位：岭南省医学会、岭南省医学会放射学分会\n"
        "协办单位：沅州市医学会 沅州市中心医院\n　　　　　沅州大学影像医学研究所\n"
        "大会主席：虞伯言  岭南省人民医院\n执行主席：凌　霜、谷雨时\n会议地点：沅州市\n",
    )
    assert found == {
        *((meeting, "RUN_BY", body) for body in ("岭南省医学会", "岭南省医学会放射学分会", "沅州市医学会", "沅州市中心医院")),
        (meeting, "RUN_BY", "沅州大学影像医学研究所"),
        *((who, "CHAIRED", meeting) for who in ("虞伯言", "凌霜", "谷雨时")),
        ("虞伯言", "AFFILIATED_WITH", "岭南省人民医院"),
        (meeting, "HELD_IN", "沅州市"),
    }


def test_labels_of_a_meeting_that_a_notice_calls(tmp_path: Path) -> None:
    called = "定于2031年9月在沅州召开岭南省胎儿影像年会，请准时参加。\n主办单位：岭南省医学会\n大会主席：虞伯言\n"
    meeting = "岭南省胎儿影像年会"
    assert read(tmp_path / "a.txt", f"{meeting}通知（第二轮）\n\n{called}") == {
        (meeting, "RUN_BY", "岭南省医学会"),
        ("虞伯言", "CHAIRED", meeting),
    }
    assert not read(tmp_path / "b.txt", f"工作简讯\n\n{called.split('。')[0]}。\n主办单位：见附件\n")


def test_labels_below_the_name_of_a_meeting(tmp_path: Path) -> None:
    first, second = "2032年岭南省放射学年会", "岭南超声论坛第3次"
    found = read(
        tmp_path / "a.txt",
        f"会议信息\n\n会议名称：{first}\n主办单位：岭南省医学会\n会议地点：沅州市\n\n"
        "会议名称：第三届岭南超声论坛\n承办单位：北岭市中心医院\n",
    )
    assert found == {
        (first, "RUN_BY", "岭南省医学会"),
        (first, "HELD_IN", "沅州市"),
        (second, "RUN_BY", "北岭市中心医院"),
    }
    assert not read(tmp_path / "b.txt", "活动信息\n\n活动名称：义诊\n主办单位：岭南省医学会\n")


def test_lists_of_moderators(tmp_path: Path) -> None:
    found = read(tmp_path / "a.txt", HEAD + "主持人：凌  霜（沅州大学）、谷雨时（北岭市中心医院 主任医师）\n")
    assert found == {("凌霜", "AFFILIATED_WITH", "沅州大学"), ("谷雨时", "AFFILIATED_WITH", "北岭市中心医院")}


def test_what_is_no_agenda(tmp_path: Path) -> None:
    """A signer below the labels runs nothing; a byline and a single line of a name tell nobody's house."""
    found = read(
        tmp_path / "a.txt",
        HEAD + "承办单位：沅州市医学会\n岭南省医学会\n2024年5月6日\n\n通讯员：虞伯言  岭南省人民医院\n",
    )
    assert found == {("岭南省医学会磁共振学术年会第6次", "RUN_BY", "沅州市医学会")}


def test_labels_that_share_a_line(tmp_path: Path) -> None:
    line = "主办单位：岭南省医学会　　承办单位：沅州市医学会（秘书处）\n会议时间：2031年5月6日　　执行主席：虞伯言 教授\n"
    meeting = "岭南省医学会磁共振学术年会第6次"
    assert read(tmp_path / "a.txt", HEAD + line) == {
        (meeting, "RUN_BY", "岭南省医学会"),
        (meeting, "RUN_BY", "沅州市医学会"),
        ("虞伯言", "CHAIRED", meeting),
    }
    paper = "        主办：岭南省医学会    编：会议办公室\n"
    assert read(tmp_path / "b.txt", HEAD + paper) == {(meeting, "RUN_BY", "岭南省医学会")}


@pytest.mark.parametrize(
    ("line", "chairs"),
    [
        ("执行主席：虞伯言　凌霜华", {"虞伯言", "凌霜华"}),
        ("执行主席：虞伯言 凌霜华 谷雨时", {"虞伯言", "凌霜华", "谷雨时"}),
        ("执行主席：虞伯言 教授 凌霜华 主任医师", {"虞伯言", "凌霜华"}),
        ("执行主席：虞 伯 言", {"虞伯言"}),
        ("执行主席：欧阳 远山", {"欧阳远山"}),
    ],
)
def test_names_that_one_blank_parts_are_several(line: str, chairs: set[str], tmp_path: Path) -> None:
    found = read(tmp_path / "a.txt", HEAD + f"主办单位：岭南省医学会\n{line}\n")
    assert {subject for subject, predicate, _ in found if predicate == "CHAIRED"} == chairs


TALKS = (("虞伯言", "岭南省人民医院"), ("凌霜", "沅州大学附属第一医院"), ("谷雨时", "北岭市中心医院"))
CLOCKS = ("09:00-09:30", "09:30-10:00", "10:20-10:40")


@pytest.mark.parametrize("order", ["{who}\n{house}", "{house}\n{who}", "{who} 教授\n{house}", "讲者：{who}\n{house}"])
def test_items_whose_pieces_stand_on_a_line_each(order: str, tmp_path: Path) -> None:
    items = [
        f"{clock}\n胎儿颅脑成像\n{order.format(who=who, house=house)}\n"
        for clock, (who, house) in zip(CLOCKS, TALKS, strict=True)
    ]
    assert read(tmp_path / "a.txt", HEAD + "".join(items)) == {(who, "AFFILIATED_WITH", house) for who, house in TALKS}


def test_items_in_two_orders_join_nobody(tmp_path: Path) -> None:
    first, second, third = TALKS
    text = f"{CLOCKS[0]}\n{first[0]}\n{first[1]}\n{CLOCKS[1]}\n{second[1]}\n{second[0]}\n{CLOCKS[2]}\n{third[0]}\n{third[1]}\n"
    assert read(tmp_path / "a.txt", HEAD + text) == set()


def test_hosts_on_lines_of_single_blanks_are_at_their_own_houses(tmp_path: Path) -> None:
    talks = "".join(f"{clock}\n胎儿颅脑成像\n" for clock in CLOCKS)
    found = read(tmp_path / "a.txt", f"{HEAD}{talks}主持人：虞伯言 教授 岭南省人民医院\n凌霜 教授 北岭市中心医院\n")
    assert found == {("虞伯言", "AFFILIATED_WITH", "岭南省人民医院"), ("凌霜", "AFFILIATED_WITH", "北岭市中心医院")}


def test_bodies_a_line_each_behind_a_label_are_told_apart(tmp_path: Path) -> None:
    hosts = "承办单位：沅州市中心医院\n          沅州市医学会\n会议地点：沅州市\n"
    text = f"{HEAD}主办单位：岭南省医学会\n          岭南省医学会放射学分会\n{hosts}"
    found = {fact for fact in read(tmp_path / "c.txt", text) if fact[1] == "RUN_BY"}
    assert {fact[2] for fact in found} == {"岭南省医学会", "岭南省医学会放射学分会", "沅州市中心医院", "沅州市医学会"}


def test_a_council_of_the_meeting_runs_it_not(tmp_path: Path) -> None:
    council = "第六次磁共振学术年会学术委员会\n主任委员：虞伯言\n"
    found = read(tmp_path / "d.txt", f"{HEAD}主办单位：岭南省医学会\n{council}")
    assert {fact[2] for fact in found if fact[1] == "RUN_BY"} == {"岭南省医学会"}


CALLED = "岭南省医学会第六次磁共振学术年会"
LABELLED = {
    ("岭南省医学会磁共振学术年会第6次", "RUN_BY", "岭南省医学会"),
    ("岭南省医学会磁共振学术年会第6次", "RUN_BY", "沅州市中心医院"),
    ("虞伯言", "CHAIRED", "岭南省医学会磁共振学术年会第6次"),
    ("谷雨时", "CHAIRED", "岭南省医学会磁共振学术年会第6次"),
}


@pytest.mark.parametrize(
    "labels",
    [
        "主办单位\t岭南省医学会\n承办单位\t沅州市中心医院\n大会主席\t虞伯言、谷雨时\n",
        "【主办单位】岭南省医学会\n【承办单位】沅州市中心医院\n【大会主席】虞伯言、谷雨时\n",
        "（一）主办单位\n岭南省医学会\n（二）承办单位\n沅州市中心医院\n（三）大会主席\n虞伯言、谷雨时\n",
        "一、主办单位：岭南省医学会\n二、承办单位：沅州市中心医院\n三、大会主席：虞伯言、谷雨时\n",
    ],
)
def test_labels_that_no_colon_parts_from_what_they_tell(labels: str, tmp_path: Path) -> None:
    text = f"关于召开{CALLED}的通知\n\n各有关单位：\n\n{labels}\n会务组联系人：凌霜\n"
    assert read(tmp_path / "a.txt", text) == LABELLED


def test_cells_and_lines_that_only_look_like_labels(tmp_path: Path) -> None:
    """A table of several columns lists more than one meeting; a heading of a section tells of what stands in no line below."""
    table = "主办单位\t会议名称\t地点\n岭南省医学会\t介入年会\t沅州\n北岭市中心医院\t超声年会\t北岭\n"
    assert not {one for one in read(tmp_path / "a.txt", f"{CALLED}通知\n\n{table}") if one[0].startswith(CALLED[:6])}
    prose = "承办单位\n经专家评议确定，另行通知。\n岭南省医学会\n"
    assert not {one for one in read(tmp_path / "b.txt", f"关于召开{CALLED}的通知\n\n{prose}") if one[1] == "RUN_BY"}


def whole(path: Path, text: str) -> set[tuple[str, str, str]]:
    path.write_text(text, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    wanted = (
        *("AFFILIATED_WITH", "CHAIRED", "HELD_IN", "RUN_BY", "IN_SERIES", "CONCERNS", "WORKS_ON", "MEMBER_OF"),
        "PART_OF",
    )
    return {
        (one.subject.name, one.predicate, one.object.name)
        for one in kept
        if isinstance(one, Fact) and one.predicate in wanted and one.qualifiers.get("basis") is None
    }


def test_sessions_line_by_line(tmp_path: Path) -> None:
    """A list of sessions by their numbers, the series of which only the title names."""
    found = whole(
        tmp_path / "a.txt",
        "东山科学会议历次影像主题会议一览\n"
        "1. 第163次：光声成像及其应用（2005年3月4—6日，武汉），执行主席：裘宁、沈越\n"
        "2. 第193次：光子计数CT的关键科学问题（2008年3月4—6日，长沙），执行主席：章远、柏若涵\n"
        "（3）2009年5月6日至8日，杭州，第203次“拉曼成像”，慕晓岚、裘宁（执行主席）\n",
    )
    assert {one for one in found if one[1] in ("HELD_IN", "CHAIRED")} == {
        ("东山科学会议第163次", "HELD_IN", "武汉"),
        ("裘宁", "CHAIRED", "东山科学会议第163次"),
        ("沈越", "CHAIRED", "东山科学会议第163次"),
        ("东山科学会议第193次", "HELD_IN", "长沙"),
        ("章远", "CHAIRED", "东山科学会议第193次"),
        ("柏若涵", "CHAIRED", "东山科学会议第193次"),
        ("东山科学会议第203次", "HELD_IN", "杭州"),
        ("慕晓岚", "CHAIRED", "东山科学会议第203次"),
        ("裘宁", "CHAIRED", "东山科学会议第203次"),
    }
    assert ("东山科学会议第203次", "CONCERNS", "拉曼成像") in found


def test_labels_below_the_heading_of_each_session(tmp_path: Path) -> None:
    """Labels tell of the session whose part they stand in, not of the first or last of the page."""
    found = whole(
        tmp_path / "a.txt",
        "东山科学会议与影像\n\n"
        "一、东山科学会议第163次学术讨论会（光声成像及其应用）\n时间：2005年3月4—6日\n地点：武汉\n执行主席：裘宁川、沈越山\n\n"
        "二、东山科学会议第193次学术讨论会（光子计数CT）\n时间：2008年3月4—6日\n地点：长沙\n执行主席：章远川、柏若涵\n",
    )
    assert {one for one in found if one[1] in ("HELD_IN", "CHAIRED")} == {
        ("东山科学会议第163次", "HELD_IN", "武汉"),
        ("裘宁川", "CHAIRED", "东山科学会议第163次"),
        ("沈越山", "CHAIRED", "东山科学会议第163次"),
        ("东山科学会议第193次", "HELD_IN", "长沙"),
        ("章远川", "CHAIRED", "东山科学会议第193次"),
        ("柏若涵", "CHAIRED", "东山科学会议第193次"),
    }


def test_a_notice_with_labels_before_dashes(tmp_path: Path) -> None:
    found = whole(
        tmp_path / "a.txt",
        "第6届北岭神经影像论坛通知\n经研究决定召开第6届北岭神经影像论坛。现将有关事项通知如下：\n"
        "地点——重庆\n主办单位——松江省医学会放射学分会、岭西省医学影像研究会\n承办单位——岚江大学附属第一医院\n"
        "大会主席——裘宁川教授（岚江大学附属第一医院）\n执行主席——溪山市人民医院核医学科主任沈越山教授\n"
        "会议内容——超声弹性成像；双光子显微成像；影像质量控制\n",
    )
    meeting = "北岭神经影像论坛第6次"
    assert {one for one in found if one[1] in ("RUN_BY", "HELD_IN", "CHAIRED")} == {
        (meeting, "HELD_IN", "重庆"),
        (meeting, "RUN_BY", "松江省医学会放射学分会"),
        (meeting, "RUN_BY", "岭西省医学影像研究会"),
        (meeting, "RUN_BY", "岚江大学附属第一医院"),
        ("裘宁川", "CHAIRED", meeting),
        ("沈越山", "CHAIRED", meeting),
    }
    assert {(meeting, "CONCERNS", "超声弹性成像"), (meeting, "CONCERNS", "双光子显微成像")} <= found


def test_talks_tell_what_their_speakers_work_on(tmp_path: Path) -> None:
    talks = (
        "08:00-08:30 光声成像在肿瘤诊断中的价值（裘宁川，溪山市人民医院）\n\n"
        "08:30-09:00 能谱CT新进展（沈越山，松江省儿童医院）\n\n"
        "09:00-09:30 拉曼成像的临床应用（章远川，岚江大学）\n"
    )
    assert {one for one in whole(tmp_path / "a.txt", "影像论坛日程\n" + talks) if one[1] == "WORKS_ON"} == {
        ("裘宁川", "WORKS_ON", "光声成像"),
        ("沈越山", "WORKS_ON", "能谱CT"),
        ("章远川", "WORKS_ON", "拉曼成像"),
    }
    one = "通知\n请参阅光声成像的价值（裘宁川，溪山市人民医院）\n"
    assert not any(fact[1] == "WORKS_ON" for fact in whole(tmp_path / "b.txt", one))
    table = (
        "时间\t报告人\t职称\t工作单位\t报告题目\n08:00\t裘宁川\t教授\t溪山市人民医院\t光声成像的价值\n"
        "08:30\t沈越山\t教授\t岚江大学\t能谱CT\n"
    )
    assert ("裘宁川", "WORKS_ON", "光声成像") in whole(tmp_path / "c.txt", "影像论坛日程\n" + table)


def test_the_election_of_the_page_not_of_a_guests_society(tmp_path: Path) -> None:
    """Who leads the voting for another society is no sign that its officers are elected."""
    branch = "云岭省生物医学工程学会医学影像工程专业委员会"
    found = whole(
        tmp_path / "a.txt",
        f"{branch}第九届委员会成立\n岭西省放射技师协会组织部主任崔雪峰主持选举。\n第八届主任委员裘宁川教授作了工作总结。\n"
        f"会上，沈越山（溪山市人民医院）被选举为{branch}新一任主任委员，章远川被推选为候任主任委员。"
        "慕岚、柏宁、郜远等3人被选为常务委员；松江省儿童医院费启航被任命为秘书。\n",
    )
    assert {one for one in found if one[1] == "MEMBER_OF"} == {
        (name, "MEMBER_OF", branch) for name in ("裘宁川", "沈越山", "章远川", "慕岚", "柏宁", "郜远", "费启航")
    }


def test_the_page_of_a_society(tmp_path: Path) -> None:
    body = "松江省超声医学工程学会"
    found = whole(
        tmp_path / "a.txt",
        f"{body}概况\n{body}创建于1993年。\n历届会长\n第一届：裘宁川（1993—1998）\n第二届：沈越山（1998—2003）\n"
        "学会下设腹部超声专业委员会、介入超声专业委员会。学会设立“岚江影像奖”，每两年评选一次。"
        "学会每年主办“松江影像高峰论坛”。\n",
    )
    assert {one for one in found if one[1] != "CONCERNS"} == {
        ("裘宁川", "MEMBER_OF", body),
        ("沈越山", "MEMBER_OF", body),
        (f"{body}腹部超声专业委员会", "PART_OF", body),
        (f"{body}介入超声专业委员会", "PART_OF", body),
        ("岚江影像奖", "RUN_BY", body),
        ("松江影像高峰论坛", "RUN_BY", body),
    }


def test_minutes_name_the_officers_of_the_titles_society(tmp_path: Path) -> None:
    branch = "青屏市医学会超声医学专科分会"
    officers = {(name, "MEMBER_OF", branch) for name in ("裘宁川", "沈越山", "章远川", "柏若涵")}
    lines = "主持人：裘宁川（主任委员）\n出席：沈越山、章远川（副主任委员）、柏若涵（秘书长）\n记录：慕岚\n"
    told = "会议由主任委员裘宁川主持，副主任委员沈越山、章远川，秘书长柏若涵出席。\n"
    for words in (lines, told):
        found = whole(tmp_path / "a.txt", f"{branch}常委会会议纪要\n{words}")
        assert {one for one in found if one[1] == "MEMBER_OF"} == officers
    # of two committees told of, none is meant
    two = "工作会议\n松江省医学会放射学分会和岭西省医学会超声医学分会召开会议。\n副主任委员沈越山出席。\n"
    assert not any(one[1] == "MEMBER_OF" for one in whole(tmp_path / "b.txt", two))


def test_a_line_that_ends_a_title_is_no_part_of_the_house_below(tmp_path: Path) -> None:
    text = (
        "第三届岚江影像论坛在武汉举行。大会主题：光声成像与能谱CT的融合创新\n"
        "岚江大学附属第一医院裘宁川教授作了题为“光声成像”的报告。\n"
    )
    assert ("裘宁川", "AFFILIATED_WITH", "岚江大学附属第一医院") in whole(tmp_path / "a.txt", text)
