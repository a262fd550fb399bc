"""Tables that lost their columns, in other widths, orders and layouts, and what is left out rather than guessed."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.pipeline import read_document
from ingest.table.captions import amount_basis, is_caption, is_furniture, is_group, series_of, unit_of
from ingest.table.columns import column_of, groups_of, read_header, split_glued
from ingest.table.dates import read_date, read_years
from ingest.table.programmes import Programmes, programme_of, programmes_of
from ingest.table.recognise import organizations, persons, session_number
from ingest.table.towns import places
from ingest.tables import sheets
from tests.metamorphic import wrapped as broken
from tests.table_facts import DATA, document_of, facts, golden_lines

CAPTION = "表 1 国家自然科学基金资助的影像领域的重点项目列表"
HEADER = ("批准年度", "项目名称", "学科领域", "科学部", "批准金额(万元)", "负责人", "依托单位")
ROWS = (
    ("2011", "多孔组织微血管灌注的超声空化成像方法", "医学超声", "医学科学部", "260", "滕书瑶", "云岭医科大学附属第一医院"),
    ("2012", "面向早期肺癌筛查的低剂量CT重建", "影像医学与生物医学工程", "医学科学部", "71.5", "柴望舒", "海阳科技大学"),
    ("2012/2015", "单光子发射断层成像探测器", "核技术及应用", "数理科学部", "1800", "冉明哲", "中国科学院松原光机研究所"),
    ("2014", "神经退行性疾病的扩散磁共振标志物研究", "神经影像", "生命科学部", "85", "易承志", "江州大学"),
    ("2016", "活体双光子显微内窥镜的微型化设计与脑功能观测", "光学成像", "信息科学部", "310.25", "聂思雨", "南浦大学医工学院"),
)
AFTER = "以上项目均已结题, 成果另有专文介绍, 此处不再一一列举说明."


def cut(text: str, columns: int) -> list[str]:
    """The lines that a text is set in: ``columns`` Chinese characters wide, numbers and Latin words whole."""
    lines, line, used = [], "", 0
    for char in text:
        wide = 2 if unicodedata.east_asian_width(char) in "WFA" else 1
        inside_word = bool(line) and (line[-1] + char).isascii() and not (line[-1] + char).count(" ")
        if used + wide > 2 * columns and not inside_word:
            lines.append(line.strip())
            line, used = "", 0
        line += char
        used += wide
    return [*lines, line.strip()]


def whole_lines(header: Sequence[str], rows: Sequence[Sequence[str]], columns: int = 1000) -> str:
    """A row a line, its cells a space apart, cut at the page's edge."""
    lines = [line for row in rows for line in cut(" ".join(row), columns)]
    return "\n".join([CAPTION, " ".join(header), *lines, AFTER])


def set_cells(header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Each cell cut at its column's edge: a cell of several lines begins beside the cells before it, as PDF text has it."""
    lines: list[str] = []
    for row in rows:
        current: list[str] = []
        for parts in (cut(cell, width) for cell, width in zip(row, widths, strict=True)):
            current.append(parts[0])
            if len(parts) > 1:
                lines += [" ".join(current), *parts[1:]]
                current = []
        lines += [" ".join(current)] if current else []
    return "\n".join([CAPTION, " ".join(header), *lines, AFTER])


@pytest.fixture(scope="module")
def expected() -> set[tuple[str, str, str]]:
    return {
        fact
        for _, title, _, _, _, lead, host in ROWS
        for fact in (
            (title, "FUNDED_BY", "国家自然科学基金重点项目"),
            (lead, "LEADS", title),
            (title, "HOSTED_BY", host),
            (lead, "AFFILIATED_WITH", host),
        )
    } | {
        ("国家自然科学基金重点项目", "PART_OF", "国家自然科学基金"),
        ("云岭医科大学附属第一医院", "PART_OF", "云岭医科大学"),
        ("中国科学院松原光机研究所", "PART_OF", "中国科学院"),
        ("南浦大学医工学院", "PART_OF", "南浦大学"),
    }


@pytest.mark.parametrize("columns", [1000, 44, 36, 30, 24, 18])
def test_page_width_changes_nothing(columns: int, expected: set[tuple[str, str, str]]) -> None:
    assert facts(document_of(whole_lines(HEADER, ROWS, columns))) == expected


@pytest.mark.parametrize("widths", [(6, 10, 8, 6, 6, 4, 9), (6, 13, 6, 6, 6, 4, 7), (6, 8, 8, 6, 6, 4, 12)])
@pytest.mark.parametrize("seed", range(4))
def test_column_widths_and_order_change_nothing(
    widths: tuple[int, ...], seed: int, expected: set[tuple[str, str, str]]
) -> None:
    order = list(range(len(HEADER)))
    random.Random(seed).shuffle(order)
    header, rows = [HEADER[i] for i in order], [[row[i] for i in order] for row in ROWS]
    assert facts(document_of(set_cells(header, rows, [widths[i] for i in order]))) == expected


def test_names_do_not_matter(expected: set[tuple[str, str, str]]) -> None:
    renamed = {
        "滕书瑶": "葛立群",
        "柴望舒": "司徒婉",
        "冉明哲": "Peter J. Holloway",
        "江州大学": "芦城工业大学",
        "2014": "2009",
    }
    text = whole_lines(HEADER, [[renamed.get(cell, cell) for cell in row] for row in ROWS], 40)
    there = {tuple(renamed.get(word, word) for word in fact) for fact in expected}
    assert facts(document_of(text)) == there


def test_tabs_say_the_same(expected: set[tuple[str, str, str]]) -> None:
    text = "\n".join([CAPTION, "\t".join(HEADER), *("\t".join(row) for row in ROWS), AFTER])
    assert facts(document_of(text)) == expected


def test_a_row_that_lacks_its_middle_gives_nothing(expected: set[tuple[str, str, str]]) -> None:
    torn = list(ROWS)
    torn[1] = ("2012", "面向早期", "", "", "", "", "")
    found = facts(document_of(whole_lines(HEADER, torn)))
    assert not {fact for fact in found if ROWS[1][1] in fact or "面向早期" in fact[0]}
    assert found >= {fact for fact in expected if ROWS[1][1] not in fact and ROWS[1][5] not in fact}


@pytest.mark.parametrize("line", ["||", "| |", "｜｜｜", "|---|---|", "\t\t"])
def test_a_line_of_strokes_alone_is_no_row(line: str, expected: set[tuple[str, str, str]]) -> None:
    text = "\n".join([CAPTION, "|".join(HEADER), *("|".join(row) for row in ROWS), line, AFTER])
    assert facts(document_of(text)) == expected


def test_prose_is_no_table() -> None:
    prose = "项目 经费和负责人由依托单位确定。\n2012 年以来，负责人和依托单位的经费逐年增长。\n本项目名称不得更改。\n"
    assert sheets(document_of(prose)) == ()


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")) + sorted(DATA.glob("*.html")), ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    golden = path.with_suffix(".facts.jsonl").read_text("utf-8").splitlines()
    assert golden_lines(path) == golden, "look at the difference; python -m tests.table_facts writes the golden files anew"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1995年12月15~17日", "1995-12-15", "1995-12-17"),
        ("2002年10月30~11月1日", "2002-10-30", "2002-11-01"),
        ("2019年12月30日—2020年1月2日", "2019-12-30", "2020-01-02"),
        ("2017 年 11 月 21 日至 22 日", "2017-11-21", "2017-11-22"),
        ("2021年4月9日、10日", "2021-04-09", "2021-04-10"),
        ("2017.11.21-23", "2017-11-21", "2017-11-23"),
        ("2017/11/30~12/2", "2017-11-30", "2017-12-02"),
        ("2017-11-21~2017-11-23", "2017-11-21", "2017-11-23"),
        ("2018年5月", "2018-05", "2018-05"),
    ],
)
def test_dates(text: str, start: str, end: str) -> None:
    when = read_date(text)
    assert when is not None
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize("text", ["2018年13月1日", "2018年5月3日至1日", "3000", "5月2日", "2018年2月30日"])
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_years() -> None:
    assert read_years("2006/2009") == (2006, 2009)
    assert read_years("2000.5") == read_years("12006") == read_years("2019-2016") == ()


def test_headers() -> None:
    assert [column.role for column in read_header(["编号", "会议日期", "会次", "会议主题", "地点", "执行主席"])] == [
        *("index", "date", "session", "theme", "place", "chair"),
    ]
    assert column_of("资助金额（万元）a)").unit == "万元"
    assert column_of("中国某某学会").role == "other", "a society's name is not the header of a column"
    assert read_header(["重点项目", "面上项目", "我们", "认为"]) == ()
    assert split_glued("这一行不是表头") == []
    assert groups_of(read_header(["学会", "分会", "学会", "分会"])) == 2


def test_cells() -> None:
    assert persons("赵 明、钱小红教授；John A. Miller") == ("赵明", "钱小红", "John A. Miller")
    assert persons("磁共振成像") == persons("2000") == ()
    assert organizations("某某大学、某某医院") == ("某某大学", "某某医院")
    assert organizations(".5某某科技大学") == ()
    assert [places(text) for text in ("江苏苏州", "北京市海淀区", "武汉市 东湖宾馆", "线上")] == ["苏州", "北京", "武汉", ""]
    assert [session_number(text) for text in ("第十二届", "S40", "第103次", "一百零三", "北京")] == [
        "12",
        "S40",
        "103",
        "103",
        "",
    ]


def test_captions() -> None:
    assert is_caption("续表 2")
    assert not is_caption("表一般来说")
    assert is_furniture("- 17 -")
    assert not is_furniture("与数学研究所")
    assert is_group("（二）面上项目")
    assert not is_group("研究")
    assert series_of("近三年东山论坛历届会议") == "东山论坛"
    assert series_of("学术会议情况") == ""
    assert unit_of("单位：亿元") == "亿元"


@pytest.mark.parametrize(
    ("note", "first", "last"),
    [("2015年(含)以后为直接经费", 2015, 9999), ("2015年(不含)以后为直接经费", 2016, 9999), ("2015年以前为直接经费", 0, 2014)],
)
def test_amount_basis(note: str, first: int, last: int) -> None:
    basis = amount_basis(note)
    assert basis is not None
    assert (basis.first, basis.last) == (first, last)


@pytest.mark.parametrize(
    ("caption", "names"),
    [
        ("2022年度国家自然科学基金面上项目资助清单", ["国家自然科学基金面上项目"]),
        (
            "某省自然科学基金资助的影像领域的重点项目和创新研究群体项目列表",
            ["某省自然科学基金重点项目", "某省自然科学基金创新研究群体"],
        ),
        ("国家重点研发计划“数字诊疗”重点专项2022年度立项项目清单", ["数字诊疗重点专项"]),
        ("国家自然科学基金资助的医学影像项目", []),
        ("医院科研项目情况", []),
        ("某省自然科学基金资助的影像类仪器专项和重大项目", ["某省自然科学基金重大项目"]),
        ("某省科技厅资助的重点研发计划项目", ["重点研发计划"]),
    ],
)
def test_programmes(caption: str, names: list[str]) -> None:
    assert [choice.name for choice in programmes_of([caption]).choices] == names


def test_a_bare_type_needs_its_fund() -> None:
    assert programme_of("重大项目", Programmes()) is None
    found = programme_of("重大项目", Programmes(funder="某某基金"))
    assert found is not None
    assert found.name == "某某基金重大项目"


WRAPPED_GRANTS = """北山省2021年度自然科学基金面上项目资助清单

批准号 负责人 项目名称 依托单位 资助金额（万元）

BS210011 柯望舒 高场磁共振下海马亚区体积与认知下降的
关系及干预机制
松原医科大学 10

BS210012 傅宁川 超声剪切波评价
移植肾纤维化 松原医科大学附属第二医院 10

BS210013 阮怀瑾 低剂量胸部断层影像的生成式
重建方法
东溪大学附属
仁德医院 12
"""


@pytest.mark.parametrize("width", [22, 24, 26, 28, 30, 36])
def test_a_title_cut_by_a_line_never_begins_the_name_of_its_host(width: int) -> None:
    stated = facts(document_of(broken(WRAPPED_GRANTS, width)))
    assert {(title, host) for title, predicate, host in stated if predicate == "HOSTED_BY"} == {
        ("高场磁共振下海马亚区体积与认知下降的关系及干预机制", "松原医科大学"),
        ("超声剪切波评价移植肾纤维化", "松原医科大学附属第二医院"),
        ("低剂量胸部断层影像的生成式重建方法", "东溪大学附属仁德医院"),
    }


@pytest.mark.parametrize(
    "cell", ["影像评估方法研究松原医科大学", "的基础研究东溪大学", "启元儿童医院松原医科大学", "致病机制松原医科大学附属医院"]
)
def test_what_holds_more_than_a_name_is_no_institution(cell: str) -> None:
    assert organizations(cell) == ()


@pytest.mark.parametrize(
    "cell", ["中国研究型医院学会", "松原临床研究中心附属医院", "松原国际研究生院", "肿瘤防治研究所附属医院", "国家药物研究院"]
)
def test_names_that_hold_words_of_titles_stay_names(cell: str) -> None:
    assert organizations(cell) == (cell,)


def test_a_list_that_the_last_line_cuts_goes_on_below() -> None:
    text = (
        "表 2 历次南浦影像论坛\n会次 会议日期 会议主题 地点 执行主席\n"
        "1 2012年5月9~10日 低剂量断层成像前沿 南京 卞怀谷、诸葛平\n"
        "2 2015年7月3~4日 神经影像中的机器学习方法 南京 柳文\n博、骆斯年\n"
    )
    sheet = sheets(document_of(text))[0]
    assert [persons(row.text("chair")) for row in sheet.rows] == [("卞怀谷", "诸葛平"), ("柳文博", "骆斯年")]


def test_a_header_of_many_lines_names_its_columns_and_unit() -> None:
    header = "序号   项目名称\n承担单位\n合作单位   项目负责人\n省拨经费（万元\n）\n"
    text = header + "1 心肌应变成像系统研制\n松原医科大学\n无   柯望舒\n60\n"
    columns = read_header(header.split())
    assert [column.role for column in columns] == ["index", "title", "host", "partners", "lead", "money"]
    sheet = sheets(document_of(text))[0]
    assert (sheet.columns[-1].unit, sheet.rows[0].text("money"), sheet.rows[0].text("host")) == ("万元", "60", "松原医科大学")


def test_a_unit_at_a_lines_beginning_belongs_to_the_header_before_it() -> None:
    columns = read_header(["项目名称", "依托单位", "批准金额", "（元）", "研究期限"])
    assert [(column.role, column.unit) for column in columns][2:] == [("money", "元"), ("term", "")]


def test_long_cells_go_on_in_lines_below(tmp_path: Path) -> None:
    text = (
        "| 编号 | 负责人 | 依托单位 | 项目名称 | 经费 |\n|---|---|---|---|---|\n"
        "| YX01 | 蔺若海 | 沅州大学 | 低场磁共振肺部通气 | 30 |\n| | | 附属第二医院 | 成像的序列设计 | |\n"
        "| YX02 | 申屠青 | 沅州理工学院 | 光声断层重建 | 25 |\n| | | | 算法及其验证 | |\n"
    )
    (tmp_path / "list.txt").write_text(text, "utf-8")
    (sheet,) = sheets(read_document(tmp_path / "list.txt"))
    assert [(row.text("lead"), row.text("host"), row.text("title")) for row in sheet.rows] == [
        ("蔺若海", "沅州大学附属第二医院", "低场磁共振肺部通气成像的序列设计"),
        ("申屠青", "沅州理工学院", "光声断层重建算法及其验证"),
    ]


def test_a_merged_first_cell_is_no_line_that_goes_on(tmp_path: Path) -> None:
    text = "| 学会 | 分会 | 负责人 |\n|---|---|---|\n| 沅州省医学会 | 放射学分会 | 蔺若海 |\n| | 超声医学分会 | 申屠青 |\n"
    (tmp_path / "list.txt").write_text(text, "utf-8")
    (sheet,) = sheets(read_document(tmp_path / "list.txt"))
    assert [row.text("branch") for row in sheet.rows] == ["放射学分会", "超声医学分会"]


SESSIONS = """表 1 沧浪科学会议中与光声成像有关的会议
届次 时间 主题 地点 执行主席
第6次 2012年5月19～20日 光声成像的物理基础与仪器 武汉 皋仲霖、司徒若水
第11次 2014年10月30日～
11月1日
超声微泡与靶向递送 宜昌 苗玉屿、英若霖、
冼伯澜
第17次 2017年9月8～9日 声学分辨率光声显微
成像临床转化
武汉 鄂秋珂
"""


def test_blanks_that_typesetting_leaves_within_dates_part_no_cells() -> None:
    said = facts(document_of(SESSIONS))
    assert ("冼伯澜", "CHAIRED", "沧浪科学会议第11次") in said
    assert ("沧浪科学会议第17次", "HELD_IN", "武汉") in said
    spaced = re.sub(r"(?<=\d)(?=[年月日次])|(?<=[年月第])(?=\d)|(?<=～)(?=\n?\d)", " ", SESSIONS)
    assert "第 6 次 2012 年 5 月 19～ 20 日" in spaced
    assert facts(document_of(spaced)) == said
