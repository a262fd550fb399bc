"""Tables in plain text written a cell a line with strokes, or a row a line with blanks or slashes: with tabs, or left alone."""

from __future__ import annotations

import pytest

from ingest.readers.even import with_even_rows
from ingest.readers.stroked import with_parted_rows

HEAD = ("序号", "项目名称", "承担单位", "负责人", "经费（万元）", "备注")
ROWS = (
    ("1", "超声弹性成像鉴别甲状腺结节的研究", "岚江市人民医院", "谈知远", "10", ""),
    ("2", "低剂量CT在肺结节筛查中的应用", "岚江市第二医院", "柏青", "8", ""),
    ("3", "心脏磁共振评价心肌淀粉样变", "岚江医学院附属医院", "马如海", "15", "重点"),
)
TABBED = "\n".join("\t".join(row) for row in (HEAD, *ROWS))


def cells() -> list[str]:
    return [one for row in (HEAD, *ROWS) for one in row]


@pytest.mark.parametrize("stroke", ["\n|\n", " |\n", "\n｜\n"])
def test_a_stroke_behind_each_cell(stroke: str) -> None:
    text = "立项项目如下：\n" + "".join(one + stroke for one in cells()) + "公示期五天。"
    assert with_parted_rows(text) == f"立项项目如下：\n{TABBED}\n\n公示期五天。"


def test_a_cell_whose_words_take_two_lines() -> None:
    text = "".join(one.replace("甲状腺", "甲状腺\n") + "\n|\n" for one in cells())
    assert with_parted_rows(text).startswith(TABBED)


def test_a_row_cut_off_at_the_end_stays_as_it_is() -> None:
    text = "\n|\n".join((*cells(), "4", "光声成像")) + "\n|\n"
    assert with_parted_rows(text) == f"{TABBED}\n\n4\n|\n光声成像\n|\n"


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{one} |\n" for one in ("首页", "概况", "科室", "专家", "指南", "教学", "党建", "招聘", "联系", "地图")),
        "首页 | 概况 | 科室 | 专家 | 指南\n教学 | 党建 | 招聘 | 联系 | 地图\n",
        "某院发布通知。\n（科教处） |\n下一条 |\n",
    ],
)
def test_menus_are_no_tables(text: str) -> None:
    assert with_parted_rows(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "城市 类别 家数\n甲市 一类 3\n乙市 二类 4\n丙市 一类 5 另加一家",
        "放射科 副主任 张青\n超声科 主任 李木\n核医学科 主任 王禾\n检验科 主任 赵石",
        "城市 类别 家数\n甲市 一类 3\n乙市 二类 4\n",
        "编号 会次 主席\n1 49 钮怀远\n2 55 郜其琛\n3 152 佘敏秋、\n柳一\n\n4 168 凌霜\n5 174 祝云帆",
    ],
)
def test_rows_that_are_not_even_or_without_figures_stay(text: str) -> None:
    assert with_even_rows(text) == text


def test_even_rows_with_blank_lines_between() -> None:
    found = with_even_rows("城市 类别 家数\n\n甲市 一类 3\n\n乙市 二类 4\n\n丙市 一类 5\n共三市。")
    assert found.startswith("城市\t类别\t家数\n甲市\t一类\t3\n乙市\t二类\t4\n丙市\t一类\t5\n")


SLASHED = (
    "编号/课题名称/承担单位/负责人/资助金额",
    "W01/PET/CT评估淋巴瘤/甲市人民医院/谈知远/3万元",
    "W02/胎盘灌注/乙市医院/柏青/自筹",
)


@pytest.mark.parametrize("head", [SLASHED[0], f"（{SLASHED[0]}）", SLASHED[0].replace("/", " / ")])
def test_slashes_between_cells_and_within_a_name(head: str) -> None:
    found = with_even_rows("\n".join(("立项一览", head, *SLASHED[1:], "完")))
    assert found.split("\n")[1:4] == [
        "编号\t课题名称\t承担单位\t负责人\t资助金额",
        "W01\tPET/CT评估淋巴瘤\t甲市人民医院\t谈知远\t3万元",
        "W02\t胎盘灌注\t乙市医院\t柏青\t自筹",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "发热/咳嗽/胸痛的鉴别\n一、发热/咳嗽/胸痛均有者\n二、仅发热/咳嗽/胸痛之一者",
        "编号/课题名称/承担单位\n1. 本表按编号排列。\n2. 其他。",
    ],
)
def test_other_slashes_part_no_cells(text: str) -> None:
    assert with_even_rows(text) == text


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "技术   深度   速度\n甲成像   1 mm   快\n乙成像   50 mm   慢",
            "技术\t深度\t速度\n甲成像\t1 mm\t快\n乙成像\t50 mm\t慢",
        ),
        (
            "医院 机型 例数\n甲院 256排CT 8 600\n乙院  双源CT  12 100",
            "医院\t机型\t例数\n甲院\t256排CT\t8 600\n乙院\t双源CT\t12 100",
        ),
        (
            "企业 产品 批准时间\n甲科技 乙软件 2031-11\n丙医疗 丁软件 2032-01",
            "企业\t产品\t批准时间\n甲科技\t乙软件\t2031-11\n丙医疗\t丁软件\t2032-01",
        ),
        (
            "单位 负责人 方向\n甲所 裘宁 光声成像\n乙校 柏舟 脑磁图",
            "单位\t负责人\t方向\n甲所\t裘宁\t光声成像\n乙校\t柏舟\t脑磁图",
        ),
    ],
)
def test_below_a_caption_two_rows_are_enough(rows: str, expected: str) -> None:
    assert with_even_rows(f"表3 一览\n{rows}") == f"表3 一览\n{expected}"
    assert with_even_rows(f"专家名单（排名不分先后）\n{rows}") == f"专家名单（排名不分先后）\n{expected}"
    assert with_even_rows(f"如下所示\n{rows}") == f"如下所示\n{rows}"


def test_words_below_the_caption_of_a_figure_stay() -> None:
    text = "表1 症状\n发热 咳嗽 胸痛\n发热者 咳嗽者 胸痛者\n无热者 无咳者 无痛者"
    assert with_even_rows(text) == text
