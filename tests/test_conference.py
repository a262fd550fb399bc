"""Sessions of conferences, in tables and in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.conference import ConferenceIngester
from ingest.pipeline import read_document
from ingest.table.sessions import find_sessions
from kg.model import Alias, Attribute, Fact
from kg.vocab import PREDICATES
from tests.table_facts import assertions, document_of, facts

TABLE = """表 3 沧浪科学会议讨论影像的各次会议
会次 会议主题 执行主席 地点 会议日期
12 低场磁共振的装备与应用 甘若水、贝思远 武汉 2018年3月6~8日
S2 光声成像 Peter J. Holloway、甘若水 杭州 2019年5月30~6月1日
"""


def test_emits_what_the_vocabulary_has() -> None:
    assert ConferenceIngester.emits <= PREDICATES.keys()


def test_table() -> None:
    document = document_of(TABLE)
    assert facts(document) == {
        ("沧浪科学会议第12次", "IN_SERIES", "沧浪科学会议"),
        ("沧浪科学会议第12次", "HELD_IN", "武汉"),
        ("甘若水", "CHAIRED", "沧浪科学会议第12次"),
        ("贝思远", "CHAIRED", "沧浪科学会议第12次"),
        ("沧浪科学会议第S2次", "IN_SERIES", "沧浪科学会议"),
        ("沧浪科学会议第S2次", "HELD_IN", "杭州"),
        ("Peter J. Holloway", "CHAIRED", "沧浪科学会议第S2次"),
        ("甘若水", "CHAIRED", "沧浪科学会议第S2次"),
    }
    dates = {(a.subject.name, a.name): a.value for a in assertions(document) if isinstance(a, Attribute)}
    assert dates["沧浪科学会议第S2次", "start"] == "2019-05-30"
    assert dates["沧浪科学会议第S2次", "end"] == "2019-06-01"


def test_order_and_number() -> None:
    stated = [fact for fact in assertions(document_of(TABLE)) if isinstance(fact, Fact)]
    orders = {
        fact.subject.name: fact.qualifiers["order"]
        for fact in stated
        if fact.predicate == "CHAIRED" and "12" in fact.object.name
    }
    assert orders == {"甘若水": 1, "贝思远": 2}
    assert {fact.qualifiers["number"] for fact in stated if fact.predicate == "IN_SERIES"} == {"12", "S2"}


def test_a_theme_names_technologies() -> None:
    topics = facts(document_of(TABLE), predicates=frozenset({"CONCERNS"}))
    assert ("沧浪科学会议第S2次", "CONCERNS", "光声成像") in topics
    assert any(subject == "沧浪科学会议第12次" and "磁共振" in target for subject, _, target in topics)


def test_without_a_series_nothing_is_said() -> None:
    assert facts(document_of(TABLE.replace("沧浪科学会议讨论影像的各次会议", "有关情况"))) == set()


@pytest.mark.parametrize(
    ("text", "series", "number", "place", "chairs"),
    [
        (
            "沧浪科学会议第77次学术讨论会于2017年11月21日至22日在苏州召开，会议主题为“影像”，由甘若水、贝思远担任执行主席。",
            *("沧浪科学会议", "77", "苏州", ("甘若水", "贝思远")),
        ),
        (
            "2020年6月3日，第十二届东篱影像论坛在兰州市举行。本次论坛的大会主席为甘若水教授。",
            "东篱影像论坛",
            "12",
            "兰州",
            ("甘若水",),
        ),
        ("以“光声成像”为主题的沧浪科学会议第S3次学术讨论会在海口举办。", "沧浪科学会议", "S3", "海口", ()),
    ],
)
def test_sentences(text: str, series: str, number: str, place: str, chairs: tuple[str, ...]) -> None:
    [session] = find_sessions(text)
    assert (session.series, session.number, session.place) == (series, number, place)
    assert tuple(name for name, _ in session.chairs) == chairs


def test_employers_are_stated() -> None:
    text = "沧浪科学会议第8次学术讨论会由芦城大学甘若水院士和松原医院贝思远担任执行主席。"
    found = [fact for fact in assertions(document_of(text)) if isinstance(fact, Fact)]
    assert {(fact.subject.name, fact.subject.context) for fact in found if fact.predicate == "CHAIRED"} == {
        ("甘若水", "芦城大学"),
        ("贝思远", "松原医院"),
    }


@pytest.mark.parametrize(
    "text", ["学会召开了第三次会员代表大会。", "第一次工作会议在北京召开。", "我国第3次全国普查于2010年开始。"]
)
def test_meetings_of_no_series(text: str) -> None:
    assert facts(document_of(text)) == set()


def test_a_written_name_is_an_alias() -> None:
    aliases = {a.name for a in assertions(document_of("第十二届东篱影像论坛在兰州举行。")) if isinstance(a, Alias)}
    assert aliases == {"第十二届东篱影像论坛"}


def test_chairs_are_told_with_their_houses() -> None:
    text = (
        "沧浪科学会议第31次学术讨论会在武汉召开。会议聘请岚江大学第九医院教授甘若水、中国科学院声学所研究员贝思远、"
        "西陵大学物理系的石砚秋和Peter J. Holloway教授担任执行主席。"
    )
    [session] = find_sessions(text)
    assert session.chairs == (
        ("甘若水", "岚江大学第九医院"),
        ("贝思远", "中国科学院声学所"),
        ("石砚秋", "西陵大学"),
        ("Peter J. Holloway", ""),
    )


@pytest.mark.parametrize("names", ["有关部门负责人", "各分会场召集人", "岚江医院", "甘若水和分会场"])
def test_what_is_no_person_chairs_nothing(names: str) -> None:
    [session] = find_sessions(f"沧浪科学会议第31次学术讨论会在武汉召开，由{names}担任执行主席。")
    assert session.chairs == ()


def test_chairs_with_their_houses_in_brackets() -> None:
    text = (
        "第31次沧浪科学会议在春城岚江市召开。本次会议的执行主席为甘若水院士（中国科学院声学所）、贝思远教授（西陵大学物理系）"
        "以及石砚秋研究员（岚江计量研究院）。"
    )
    [session] = find_sessions(text)
    assert session.place == "岚江市"
    assert session.chairs == (("甘若水", "中国科学院声学所"), ("贝思远", "西陵大学"), ("石砚秋", "岚江计量研究院"))


SESSIONS = """表 3 沧浪影像论坛历届会议
届次\t时间\t主题\t执行主席\t承办单位\t地点
第1届\t2016年10月12-13日\t分子影像\t甘若水教授（松江大学附属第一医院）；贝思远（岚江医院）\t松江医学院 溪山市肿瘤医院\t上海
第2届\t2017年4月8日\t超声造影\t甘 若、贝思远、蔺知微（松江影像设备股份有限公司）\t松江大学 第一医院\t杭州
第5届\t2020年9月5日\t影像组学\t甘若水\t\t上海
第3届\t因故取消\t放射治疗\t—\t—\t—
第4届\t2019年5月18-19日\t光声成像\t松江大学甘若水、岚江医院贝思远教授\t国家影像数据中心、溪山大学\t杭州
"""


def test_chairs_of_a_row_with_their_houses() -> None:
    found = facts(document_of(SESSIONS))
    first, second, fourth = (f"沧浪影像论坛第{number}次" for number in (1, 2, 4))
    assert {one for one in found if one[1] in ("CHAIRED", "AFFILIATED_WITH")} == {
        ("甘若水", "CHAIRED", first),
        ("贝思远", "CHAIRED", first),
        ("甘若", "CHAIRED", second),
        ("贝思远", "CHAIRED", second),
        ("蔺知微", "CHAIRED", second),
        ("甘若水", "CHAIRED", fourth),
        ("贝思远", "CHAIRED", fourth),
        ("甘若水", "CHAIRED", "沧浪影像论坛第5次"),
        ("甘若水", "AFFILIATED_WITH", "松江大学附属第一医院"),
        ("贝思远", "AFFILIATED_WITH", "岚江医院"),
        ("蔺知微", "AFFILIATED_WITH", "松江影像设备股份有限公司"),
        ("甘若水", "AFFILIATED_WITH", "松江大学"),
    }


def test_organisers_of_a_row_on_lines_of_their_own() -> None:
    found = facts(document_of(SESSIONS))
    assert {(one[0][-2], one[2]) for one in found if one[1] == "RUN_BY"} == {
        ("1", "松江医学院"),
        ("1", "溪山市肿瘤医院"),
        ("2", "松江大学第一医院"),
        ("4", "国家影像数据中心"),
        ("4", "溪山大学"),
    }


def test_a_session_called_off_was_never_held() -> None:
    assert not {one for one in facts(document_of(SESSIONS)) if "第3次" in one[0]}


@pytest.mark.parametrize("head", ["论坛及期次", "会议名称及届次", "会议期次"])
def test_a_cell_that_holds_series_and_number(head: str) -> None:
    first, second = "沧浪论坛第62场\t2018年3月6日\t低场磁共振\t甘若水\t武汉", "沧浪论坛第63场\t2019年3月6日\t超声\t贝思远\t线上"
    assert facts(document_of(f"{head}\t时间\t主题\t主席\t地点\n{first}\n{second}\n")) == {
        ("沧浪论坛第62次", "IN_SERIES", "沧浪论坛"),
        ("沧浪论坛第62次", "HELD_IN", "武汉"),
        ("甘若水", "CHAIRED", "沧浪论坛第62次"),
        ("沧浪论坛第63次", "IN_SERIES", "沧浪论坛"),
        ("贝思远", "CHAIRED", "沧浪论坛第63次"),
    }


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("第七届沧浪影像高峰论坛9月20日至22日在昆明落下帷幕。", {"昆明"}),
        ("历时三天的第七届沧浪影像论坛，近日在风景秀丽的海滨城市青岛画上圆满句号。", {"青岛"}),
        ("继昆明之后，第三届沧浪影像大会今年移师贵阳举行。", {"贵阳"}),
        ("第三届沧浪影像大会在苏州召开，大会委员会明年在贵阳换届。", {"苏州"}),
    ],
)
def test_where_a_session_was_held_however_it_is_said(text: str, places: set[str]) -> None:
    assert {one.place for one in find_sessions(text)} == places


def test_towns_that_stand_alone_in_a_drawn_table(tmp_path: Path) -> None:
    told = "沧浪科学会议各次会议\n次\t时间\t主题\t地点\n12\t2018年3月6日\t低场磁共振\t望江\n"
    told += "11\t2017年3月6日\t光声成像\t学术厅\n10\t2016年3月6日\t超声成像\t线上\n"
    path = tmp_path / "sessions.txt"
    path.write_text(told, "utf-8")
    held = facts(read_document(path), predicates=frozenset({"HELD_IN"}))
    assert held == {("沧浪科学会议第12次", "HELD_IN", "望江")}


LETTERED = """{said}每年一届，表1列出其要素。
表1 {caption}
届次\t年份\t城市\t大会主席(部分)
第13届\t2030\t武汉\t—
第22届\t2039\t杭州\t甘若水、贝思远
"""


@pytest.mark.parametrize(
    ("said", "caption"),
    [
        ("磁共振快速成像国际会议(International Meeting of Fast Imaging, IMFI)", "在溪山举办的IMFI"),
        ("溪山大学发起的磁共振快速成像国际会议（简称IMFI）", "历届IMFI一览"),
        ("磁共振快速成像国际会议（IMFI）", "IMFI的届次"),
    ],
)
def test_a_series_that_the_caption_has_in_letters(said: str, caption: str) -> None:
    found = facts(document_of(LETTERED.format(said=said, caption=caption)))
    series = {target for _, predicate, target in found if predicate == "IN_SERIES"}
    assert len(series) == 1
    assert series.pop().endswith("磁共振快速成像国际会议")
    assert {subject for subject, predicate, _ in found if predicate == "CHAIRED"} == {"甘若水", "贝思远"}


def test_letters_that_stand_behind_no_series_name_none() -> None:
    for said in ("磁共振快速成像技术(IMFI)", "磁共振快速成像国际会议(IMFIS)", "IMFI"):
        assert not facts(document_of(LETTERED.format(said=said, caption="历届IMFI一览")))


def test_labels_below_a_numbered_session_are_of_it(tmp_path: Path) -> None:
    labels = "主题：脑功能成像的前沿\n时间：2031年6月12-13日\n地点：杭州\n执行主席：甘若水、贝思远\n"
    (tmp_path / "a.txt").write_text(f"沧浪科学会议第12次学术讨论会\n{labels}", "utf-8")
    stated = facts(read_document(tmp_path / "a.txt"))
    assert stated == {
        ("沧浪科学会议第12次", "IN_SERIES", "沧浪科学会议"),
        ("沧浪科学会议第12次", "HELD_IN", "杭州"),
        ("甘若水", "CHAIRED", "沧浪科学会议第12次"),
        ("贝思远", "CHAIRED", "沧浪科学会议第12次"),
    }


@pytest.mark.parametrize("title", ["低场磁共振：学科的推动者", "回顾：会议如何催生计划"])
def test_a_title_is_no_part_of_a_series_name(title: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        f"{title}\n\n东山科学会议第641次学术讨论会于2031年10月12日在溪山市举行。裘宁和卓亦凡任会议执行主席。\n", "utf-8"
    )
    found = {(one.subject.name, one.predicate) for one in assertions(read_document(path)) if isinstance(one, Fact)}
    assert {name for name, predicate in found if predicate == "HELD_IN"} == {"东山科学会议第641次"}
