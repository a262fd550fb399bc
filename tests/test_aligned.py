"""Tables in plain text whose cells only blanks align: whatever the widths, they are those of the table written with tabs."""

from __future__ import annotations

import unicodedata
from itertools import zip_longest
from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from ingest.readers.aligned import with_tabs
from ingest.society import SocietyIngester
from kg.model import Alias, Fact

HEAD = ("序号", "项目名称", "主要完成单位", "主要完成人")
ROWS = (
    ("1", "能谱CT定量评估胰腺癌新辅助疗效的方法学研究", "蓬莱医科大学附属医院、登州理工大学", "柏青山、戚月明、乐正川"),
    ("2", "超声弹性成像“三步法”在乳腺癌筛查中的应用", "登州市人民医院、胶莱医学影像科技有限公司", "计小雨、闵  柔、苗长河"),
    ("3", "99mTc标记探针SPECT/CT显像评估心肌灌注", "蓬莱医科大学附属医院", "贾  松、白知远"),
)


def width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WFA") for char in text)


def broken(text: str, measure: int) -> list[str]:
    """The text in lines of so many columns."""
    lines = [""]
    for char in text:
        if width(lines[-1] + char) > measure:
            lines.append("")
        lines[-1] += char
    return lines


def aligned(rows: tuple[tuple[str, ...], ...], measures: tuple[int, ...], blank: str = " ") -> str:
    """Rows as a printer sets them: each cell broken at its measure, blanks up to the next."""
    lines: list[str] = []
    for row in rows:
        for parts in zip_longest(*(broken(cell, measure) for cell, measure in zip(row, measures, strict=True)), fillvalue=""):
            cells = ((part, measure + 4 - width(part)) for part, measure in zip(parts, measures, strict=True))
            lines.append(
                "".join(part + (blank * (gap // width(blank)) + " " * (gap % width(blank))) for part, gap in cells).rstrip()
            )
    return "\n".join(lines)


def tabbed(rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def bare(text: str) -> str:
    """The text without the blanks that spread names, which a line's end may take away."""
    return text.replace(" ", "")


@pytest.mark.parametrize("blank", [" ", "\u3000"])
@pytest.mark.parametrize("measures", [(4, 24, 20, 12), (4, 30, 22, 15), (4, 20, 30, 16)])
def test_cells_that_go_on_below_are_one(measures: tuple[int, ...], blank: str) -> None:
    assert bare(with_tabs(aligned((HEAD, *ROWS), measures, blank))) == bare(tabbed((HEAD, *ROWS)))


def test_headings_stay_between_rows_and_page_numbers_go() -> None:
    first, rest = aligned((HEAD, *ROWS[:1]), (4, 24, 20, 12)), aligned(ROWS[1:], (4, 24, 20, 12))
    text = f"{first}\n\n            第 1 页 共 2 页\n\n二等奖（2项）\n\n{rest}\n\n登州市医学会"
    told = f"{tabbed((HEAD, *ROWS[:1]))}\n二等奖（2项）\n{tabbed(ROWS[1:])}\n\n登州市医学会"
    assert bare(with_tabs(text)) == bare(told)


CENTRED = """序号    项目名称                主要完成单位
        能谱CT定量评估胰腺
1       癌新辅助疗效            登州市人民医院
        的方法
2       超声弹性成像研究        胶莱医院
"""
SHORT = """序号    项目名称                主要完成单位
1       能谱CT定量评估          登州市人民医院
2       超声弹性成像研究        胶莱医院
        乳腺
3       心肌灌注显像研究方法学  蓬莱医院
"""
WIDE = """序号    项目名称                主要完成单位
        能谱CT定量评估胰腺癌
1       辅助疗效的方法          登州市人民医院
2       超声弹性成像研究        胶莱医院
"""
PROGRAMME = """                    6月5日  上午   主会场
----------------------------------------------------
时  间          内    容                        报告人
08:30-08:50     开幕式                          主持：戚月明
08:50-09:30     能谱CT的物理极限                计  小
                                                （登州大学 教授）
09:30-10:10     低场磁共振                      Ola Berg
                                                （海东理工大学 研究员）
10:10-10:30     茶歇
                    6月5日  下午   分会场A
主持人：闵  柔（蓬莱大学）
14:00-14:20     暗场成像                        苗长河（蓬莱医科大学 讲师）
14:20-14:40     超声定位显微成像                贾松（胶莱市人民医院 主治医师）
"""
UNNUMBERED = """成果名称            获奖人              主要完成单位
一等奖
超声造影引导下慢    柏青山,戚月明,乐    蓬莱医科大学附属
性肾病的治疗技术    正川,苗长河         仁和医院
肺结节的影像组学    计小雨,闵柔         登州理工大学
预测模型
二等奖
电阻抗成像在脑水    贾松,白知远,柏青    胶莱医学影像研究
肿诊断中的应用      青                  院,登州理工大学
"""
LISTED = """次   时间              主      题                地点    执行主席

12   2018 年 10 月     心血管光学相干与光声成    武汉    计小雨  闵柔
     22～24 日         像：从腔内到体表                  Ola Berg

9    2016 年 4 月      低场磁共振的价值再认识    望江    戚月  明
     11～12 日                                           白知远
"""
NARROW = """序号    平  台  名  称        负责人
1       登州市影像数据平台    哈斯
                              巴根
2       胶莱市脑库            乐松年
"""
PROSE = """会议    时间    地点
        本次会议的日程安排见附件，请各位代表按时参加。
        会务组联系人见下。
"""


@pytest.mark.parametrize("text", [CENTRED, SHORT, PROSE, "甲  乙  丙\n\n        某某医院\n"])
def test_what_is_no_such_table_is_left_alone(text: str) -> None:
    assert with_tabs(text) == text


LIST = """2024年度蓬莱影像科学技术奖获奖项目

一、蓬莱影像科学技术奖

一等奖（1项）

{first}

二等奖（2项）

{rest}

二、蓬莱青年影像医师奖（2人）

序号  姓名      工作单位
1     苗长河    登州市人民医院
2     乐松年    蓬莱医科大学附属医院
"""


def received(text: str, folder: Path) -> set[tuple[str, str, object, object]]:
    path = folder / "list.txt"
    path.write_text(text, "utf-8")
    document = read_document(path)
    found = (one for reader in (AwardIngester(), ListingIngester()) for one in reader.ingest(document, pipeline()))
    facts = [one for one in found if isinstance(one, Fact) and one.predicate == "RECEIVED"]
    return {(one.subject.name, one.object.name, one.qualifiers.get("grade"), one.qualifiers["year"]) for one in facts}


@pytest.mark.parametrize("form", ["aligned", "tabs"])
def test_works_have_the_grade_of_the_heading_above_them(form: str, tmp_path: Path) -> None:
    measures = (4, 24, 20, 12)
    first = aligned((HEAD, *ROWS[:1]), measures) if form == "aligned" else tabbed((HEAD, *ROWS[:1]))
    rest = aligned(ROWS[1:], measures) if form == "aligned" else tabbed(ROWS[1:])
    award = "蓬莱影像科学技术奖"
    assert received(LIST.format(first=first, rest=rest), tmp_path) == {
        (ROWS[0][1], award, "一等奖", 2024),
        (ROWS[1][1], award, "二等奖", 2024),
        (ROWS[2][1], award, "二等奖", 2024),
        ("苗长河", "蓬莱青年影像医师奖", None, 2024),
        ("乐松年", "蓬莱青年影像医师奖", None, 2024),
    }


def test_completers_of_a_work_that_won_received_nothing_themselves(tmp_path: Path) -> None:
    text = "喜报：我院成果获2024年度蓬莱影像科学技术奖一等奖\n项目名称：能谱CT定量评估方法\n完成单位：登州市人民医院\n"
    people = "主要完成人\n姓名\t工作单位\n苗长河\t登州市人民医院\n乐松年\t登州市人民医院\n"
    assert {who for who, *_ in received(text + people, tmp_path)} <= {"能谱CT定量评估方法"}


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in with_tabs(text).split("\n") if "\t" in line]


def test_cells_that_stand_in_the_middle_of_their_row() -> None:
    first, second = rows(WIDE)[1:]
    assert first == ["1", "能谱CT定量评估胰腺癌辅助疗效的方法", "登州市人民医院"]
    assert second == ["2", "超声弹性成像研究", "胶莱医院"]


def test_heads_whose_characters_are_spread_and_people_with_blanks_between_them() -> None:
    assert rows(LISTED) == [
        ["次", "时间", "主题", "地点", "执行主席"],
        ["12", "2018 年 10 月22～24 日", "心血管光学相干与光声成像：从腔内到体表", "武汉", "计小雨、闵柔、Ola Berg"],
        ["9", "2016 年 4 月11～12 日", "低场磁共振的价值再认识", "望江", "戚月明、白知远"],
    ]
    assert not any("、" in cell for row in rows(NARROW) for cell in row)


def test_rows_that_no_number_opens() -> None:
    assert [row[:2] for row in rows(UNNUMBERED)] == [
        ["成果名称", "获奖人"],
        ["超声造影引导下慢性肾病的治疗技术", "柏青山,戚月明,乐正川,苗长河"],
        ["肺结节的影像组学预测模型", "计小雨,闵柔"],
        ["电阻抗成像在脑水肿诊断中的应用", "贾松,白知远,柏青青"],
    ]


def test_a_programme_whose_speakers_stand_above_their_houses(tmp_path: Path) -> None:
    assert ["08:50-09:30", "能谱CT的物理极限", "计 小（登州大学 教授）"] in rows(PROGRAMME)
    path = tmp_path / "programme.txt"
    path.write_text(PROGRAMME, "utf-8")
    told = [one for one in SocietyIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    assert {(one.subject.name, one.object.name) for one in told if one.predicate == "WORKS_ON"} == {
        ("计小", "能谱CT"),
        ("Ola Berg", "低场磁共振成像"),
        ("贾松", "超分辨超声成像"),
    }
    housed = [one for one in told if one.predicate == "AFFILIATED_WITH"]
    assert {(one.subject.name, one.object.name, one.qualifiers.get("title")) for one in housed} == {
        ("计小", "登州大学", "教授"),
        ("Ola Berg", "海东理工大学", "研究员"),
        ("苗长河", "蓬莱医科大学", "讲师"),
        ("贾松", "胶莱市人民医院", "主治医师"),
    }


SESSIONS = """{rule}
序号  {head}        时  间        主  题              {chairs}      地点   承办单位
{rule}
1     蓬莱论坛        2021年4月     能谱CT定量评估胰    柏青山          登州   蓬莱医科大学
      第97期          15—16日      腺癌的方法          戚月明
                                                        乐正川
2     蓬莱论坛        2022年11月    低场磁共振的装备    闵柔            线上   ——
      第121期         9日           与应用
{rule}
3     胶莱影像科技    2023年9月     超声弹性成像与精    苗长河          胶莱   蓬莱医科大学附
      论坛第62场      21—22日      准医疗装备          欧阳知远               属仁和医院、胶
                                                                               莱超声工程中心
{rule}
注：以召开时为准。
"""


@pytest.mark.parametrize(("head", "chairs"), [("论坛及期次", "论坛主席"), ("会议及届次", "执行主席")])
@pytest.mark.parametrize("rule", ["-" * 82, "─" * 40, "=" * 100, ""])
def test_drawn_rules_part_no_table_and_names_stand_a_line_each(rule: str, head: str, chairs: str) -> None:
    told = rows(SESSIONS.format(rule=rule, head=head, chairs=chairs))
    assert [row[1:3] for row in told[1:]] == [
        ["蓬莱论坛第97期", "2021年4月15—16日"],
        ["蓬莱论坛第121期", "2022年11月9日"],
        ["胶莱影像科技论坛第62场", "2023年9月21—22日"],
    ]
    assert told[1][3:] == ["能谱CT定量评估胰腺癌的方法", "柏青山 戚月明 乐正川", "登州", "蓬莱医科大学"]
    assert told[3][4:] == ["苗长河 欧阳知远", "胶莱", "蓬莱医科大学附属仁和医院、胶莱超声工程中心"]


def test_a_cell_does_not_say_the_same_twice_nor_hold_two_universities() -> None:
    text = """报告人     单位                     报告题目                      所在论坛
--------------------------------------------------------------------------------
柏青山     登州科技大学             能谱CT以外：超声弹性成像      蓬莱论坛第97期
乐正川     蓬莱大学医学院附         低场磁共振在脑血管中应用      蓬莱论坛第97期
           属第一医院
"""
    assert rows(text)[1:] == [
        ["柏青山", "登州科技大学", "能谱CT以外：超声弹性成像", "蓬莱论坛第97期"],
        ["乐正川", "蓬莱大学医学院附属第一医院", "低场磁共振在脑血管中应用", "蓬莱论坛第97期"],
    ]


GROUPED = """序  项目编号    项目名称                项目牵头        负责人    中央财政
号                                      承担单位                  经费
                                                                  （万元）
    一、关键技术类
1   GX31001     能谱CT定量评估胰腺癌新  登州市人民医院  柏青山    850
                辅助疗效的方法学研究
    二、青年科学家项目
                便携式超声弹性成像甲状  蓬莱医科大学附
2   GX31901     腺结节多中心随访评价方  属医院          戚月明    300
                法
3   GX31902     声动力联合光声成像方法  登州理工大学    乐正川    300
    合计（3项）                                                   1450
"""


def test_headings_set_in_and_a_sum_set_in_are_no_cells_and_the_heads_unit_stays() -> None:
    head, *found = rows(GROUPED)
    assert head[-1] == "中央财政经费（万元）"
    assert found == [
        ["1", "GX31001", "能谱CT定量评估胰腺癌新辅助疗效的方法学研究", "登州市人民医院", "柏青山", "850"],
        ["2", "GX31901", "便携式超声弹性成像甲状腺结节多中心随访评价方法", "蓬莱医科大学附属医院", "戚月明", "300"],
        ["3", "GX31902", "声动力联合光声成像方法", "登州理工大学", "乐正川", "300"],
    ]
    assert "    二、青年科学家项目" in with_tabs(GROUPED).split("\n")


RULED = """表9-1  三类软件
产品                   注册人                  适应证          批准日期
---------------------------------------------------------------------
骨折X线影像辅助检测      登州蓬影医疗科技股份      桡骨骨折         2030-11-09
软件 BoneLens            有限公司
肺炎CT影像辅助分诊       胶莱明澈医疗科技有限      肺炎            2031-03-26
与评估软件               公司
                                第九章  获批产品与循证现状        177
                                                          续表9-1
产品                   注册人                  适应证          批准日期
---------------------------------------------------------------------
冠状动脉CT血流储备分     登州蓬影医疗科技股份      冠状动脉粥样     2031-08-17
数计算软件               有限公司                硬化性心脏病
肺动脉CT影像辅助检测     胶莱明澈医疗科技有限      肺栓塞          2032-10-12
软件                     公司
---------------------------------------------------------------------
以BoneLens为例，登州市人民医院已将其接入日常阅片流程。
"""


def test_rows_between_rules_below_heads_that_stand_a_little_beside_their_columns() -> None:
    head, first, second, again, third, fourth = rows(RULED)
    assert head == again == ["产品", "注册人", "适应证", "批准日期"]
    assert first == ["骨折X线影像辅助检测软件 BoneLens", "登州蓬影医疗科技股份有限公司", "桡骨骨折", "2030-11-09"]
    assert second[:2] == ["肺炎CT影像辅助分诊与评估软件", "胶莱明澈医疗科技有限公司"]
    assert third[2] == "冠状动脉粥样硬化性心脏病"
    assert fourth[0] == "肺动脉CT影像辅助检测软件"
    assert with_tabs(RULED).splitlines()[-1].startswith("以BoneLens为例，")


def test_heads_that_stand_above_no_columns_of_their_own_head_no_table() -> None:
    crammed = "产品  注册人  适应证  批准日期"
    text = "\n".join(crammed if line.startswith("产品") else line for line in RULED.split("\n"))
    assert with_tabs(text) == text


def test_products_in_rows_that_break_have_their_makers_and_own_names(tmp_path: Path) -> None:
    path = tmp_path / "chapter.txt"
    path.write_text(RULED, "utf-8")
    found = list(ListingIngester().ingest(read_document(path), pipeline()))
    made = {(one.subject.name, one.object.name) for one in found if isinstance(one, Fact) and one.predicate == "WORKS_ON"}
    assert ("登州蓬影医疗科技股份有限公司", "骨折X线影像辅助检测软件 BoneLens") in made
    assert len(made) == 4
    assert {(one.name, one.of.name) for one in found if isinstance(one, Alias)} == {
        ("BoneLens", "骨折X线影像辅助检测软件 BoneLens")
    }
