"""What pages leave in a form changes nothing: running heads and page numbers inside tables, labels spaced out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.readers.running import without_running
from tests.award_forms import LAYOUTS, NOMINATIONS
from tests.test_award import read, said

HEADS = {
    "dashes": "- {} -",
    "page_of": "第 {} 页 共 12 页",
    "slash": "{} / 12",
    "title": "华夏医学科技奖推荐书",
    "title_and_page": "华夏医学科技奖推荐书    第 {} 页",
    "letter": "P{}",
    "address": "http://kyc.example.edu.cn/info/1021/3377.htm {}/12",
}
LABELS = ("姓名", "排名", "单位名称", "工作单位", "完成单位", "职称", "行政职务", "项目名称", "推荐单位")
(NOMINATION, *_) = NOMINATIONS


def paged(text: str, head: str, every: int) -> str:
    """The text with a head behind every so many lines."""
    out: list[str] = []
    for place, line in enumerate(text.split("\n"), 1):
        out += [line, head.format(place // every)] if place % every == 0 else [line]
    return "\n".join(out)


def spaced(text: str) -> str:
    """The text with blanks between the characters of its labels."""
    for label in LABELS:
        wide = ("    " if len(label) == 2 else " ").join(label)
        text = re.sub(rf"(?m)(^|\t|\| |(?<= )){label}(?=[：\t\n ]|$)", rf"\g<1>{wide}", text)
    return text


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_running_heads_inside_a_form(layout: str, head: str, tmp_path: Path) -> None:
    text = LAYOUTS[layout](NOMINATION)
    for every in (7, 11):
        assert said(read(paged(text, HEADS[head], every), tmp_path)[1]) == said(read(text, tmp_path)[1])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_labels_spaced_out(layout: str, tmp_path: Path) -> None:
    text = LAYOUTS[layout](NOMINATION)
    assert spaced(text) != text
    assert said(read(spaced(text), tmp_path)[1]) == said(read(text, tmp_path)[1])


BODY = "\n".join(f"正文的第{place}行" for place in "一二三四五六七")


@pytest.mark.parametrize("line", ["无", "麓山第一医院", "姓名 排名 职称", "创新点{}", "论文{}", "{}", "2020年{}月"])
def test_lines_that_come_again_for_other_reasons_stay(line: str) -> None:
    text = "标题\n" + "".join(f"{BODY}\n{line.format(place)}\n" for place in range(1, 6))
    assert without_running(text) == text


def test_the_first_of_a_head_without_numbers_stays() -> None:
    text = "".join(f"某某奖推荐书\n{BODY}\n" for _ in range(4))
    assert without_running(text) == f"某某奖推荐书\n{BODY}\n" + f"{BODY}\n" * 3


def test_numbers_beside_a_head_go_with_it() -> None:
    text = "".join(f"\f某某奖推荐书\n{place}\n{BODY}\n" for place in range(1, 5))
    assert without_running(text).replace("\f", "") == "某某奖推荐书\n" + f"{BODY}\n" * 4


def test_a_page_s_number_between_strokes_with_the_head_beside_it_goes() -> None:
    heads = ["某市文件汇编(2022)      — 88 —", "— 89 —      某市超声现状调查", "- 90 -", "某市文件汇编(2022)      — 91 —"]
    text = "".join(f"{head}\n{BODY}\n" for head in heads)
    assert without_running(text) == f"{BODY}\n" * 2 + f"- 90 -\n{BODY}\n" + f"{BODY}\n"
    for line in ("— 88 —   甲", "第一组  - 3 -  第二组"):  # numbers that count no pages
        once = f"标题\n{BODY}\n{line}\n{BODY}\n{line}\n{BODY}\n"
        assert without_running(once) == once


def test_the_heads_of_an_article_s_pages_go_with_their_numbers() -> None:
    title = "光声成像研究的现状"
    head = (
        f"{title}\n裘宁, 甄一平\n{BODY}\n第一届会议于\n\n211\n裘宁等: {title}\n\n2004年在北京召开。\n{BODY}\n"
        + f"{BODY}\n" * 12
    )
    assert f"第一届会议于\n2004年在北京召开。\n{BODY}" in without_running(head)
    other = head.replace(f"裘宁等: {title}", "裘宁等: 另一技术的研究现状")
    assert without_running(other) == other
