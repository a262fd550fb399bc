"""What a site puts around a page that was saved as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.text import TextReader


@pytest.mark.parametrize(
    "above",
    [
        "首页 > 新闻中心 > 医院要闻",
        "您现在的位置：首页 - 新闻动态 - 正文",
        "医院概况 科室导航 专家介绍 就医指南 科研教学",
        "无障碍阅读 | 长者版 | English | 登录",
        "A+ A-",
        "点击上方蓝字关注我们",
        "来源：岚江日报 记者 宗玉成",
        "2031年05月09日 16:12   来源：岚江日报",
        "原创 宗玉成 岚江影像 2031-05-09 18:00 岚江",
    ],
)
def test_what_a_site_puts_above_a_page_is_not_its_title(above: str, tmp_path: Path) -> None:
    title = "岚江大学附属第二医院完成全省首例术中磁共振引导手术"
    body = "近日，岚江大学附属第二医院放射科团队联合岚江理工大学，完成了全省首例手术，医院举行了启动仪式。"
    (tmp_path / "a.txt").write_text(f"{above}\n{title}\n\n{body}\n下一篇：我院召开工作会议\n", "utf-8")
    document = TextReader().read(tmp_path / "a.txt")
    assert document.title == title
    assert "下一篇" not in document.text


@pytest.mark.parametrize("title", ["喜报 | 我院影像成果获奖", "2031年度溪山省医学会影像科技奖获奖名单", "来自岚江的影像新技术"])
def test_a_title_with_a_stroke_or_a_year_stays_one(title: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{title}\n岚江大学附属第二医院放射科完成首例检查\n\n近日，医院举行了启动仪式。\n", "utf-8")
    assert TextReader().read(tmp_path / "a.txt").title == title


@pytest.mark.parametrize(("line", "kept"), [("大", True), ("中", True), ("大 中 小", False)])
def test_a_character_alone_is_a_cell_and_no_choice_of_letters(line: str, kept: bool, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"岚江大学附属第二医院设备一览\n\n体积\n{line}\n", "utf-8")
    assert (line in TextReader().read(tmp_path / "a.txt").text) is kept


def test_rows_that_strokes_part_are_a_table_and_a_label_is_parted_from_its_words(tmp_path: Path) -> None:
    form = "项目名称|心肌灌注成像的推广\n提名单位｜松江省卫生健康委员会\n提名等级|一等奖\n"
    rows = "主要完成人\n姓名|排名|工作单位\n裘宁|1|松江大学\n邵一帆|2|松江省人民医院\n"
    (tmp_path / "a.txt").write_text(f"2031年度松江省科技奖提名公示\n\n{form}\n{rows}", "utf-8")
    document = TextReader().read(tmp_path / "a.txt")
    labelled, people = ([document.text[cell.span.start : cell.span.end] for cell in one.cells] for one in document.tables)
    assert labelled[1::2] == ["心肌灌注成像的推广", "松江省卫生健康委员会", "一等奖"]
    assert people[2::3] == ["工作单位", "松江大学", "松江省人民医院"]


@pytest.mark.parametrize(
    "line", ["首页 | 新闻 | 科室", "岚江大学新闻网|校园新闻", "p|q是两个条件概率，p|r也是，这样的一行说的是公式"]
)
def test_a_line_with_strokes_alone_is_no_table(line: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"岚江大学附属第二医院设备一览\n{line}\n医院放射科完成首例检查。\n", "utf-8")
    assert not TextReader().read(tmp_path / "a.txt").tables


@pytest.mark.parametrize("head", ["相关阅读", "【热门推荐】", "往期回顾：", "猜你喜欢"])
def test_titles_of_other_pages_below_a_page_are_none_of_it(head: str, tmp_path: Path) -> None:
    title = "岚江大学附属第二医院完成全省首例术中磁共振引导手术"
    body = "近日，岚江大学附属第二医院放射科完成了全省首例手术，医院举行了启动仪式。"
    others = "溪山市人民医院引进首台光子计数CT\n\n裘宁教授当选分会主任委员"
    (tmp_path / "a.txt").write_text(
        f"{title}\n\n{body}\n\n{head}\n\n{others}\n\n供稿人为宣传部，医院供图并审核了全文。\n", "utf-8"
    )
    text = TextReader().read(tmp_path / "a.txt").text
    assert "溪山市" not in text
    assert "裘宁" not in text
    assert "启动仪式" in text
    assert "供稿人" in text
