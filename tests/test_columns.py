"""Printed pages of two and three columns: paragraphs, headings across them, tables in them and across, notes and figures."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.readers.pdf import PdfReader
from tests import specimen
from tests.conftest import unavailable

WORDS = [
    *("气体", "成像", "扩散", "重建", "序列", "线圈", "探针", "病灶", "随访", "基层", "医院"),
    *("网络", "质控", "数据", "标注", "算法", "临床", "研究", "团队", "平台", "方法"),
]
NAMES = ["钟离岳", "苗晓舟", "闵怀舟", "葛若水", "岑文远", "卓一鸣", "陶一白", "尤静远", "万里云"]
HEAD = ("年度", "项目名称", "负责人")
STYLE = """<meta charset=utf-8><style>@page{size:A4;margin:20mm 18mm}body{font:9.5pt/1.55 serif;margin:0}
p{margin:0;text-indent:2em;text-align:justify}p.n{text-indent:0}p.cap{text-indent:0;text-align:center;font-size:.88em}
h1{font-size:18pt;text-align:center}h2{font-size:1.15em;margin:6pt 0 3pt}.cols{column-gap:7mm;column-fill:auto}
.across{column-span:all}.keep{break-inside:avoid}table{border-collapse:collapse;width:100%;font-size:.9em;margin:4pt 0}
td,th{padding:2pt 4pt;text-align:left;font-weight:normal;vertical-align:middle}.ruled td,.ruled th{border:.6pt solid}
.level{border-top:1pt solid;border-bottom:1pt solid}.level th{border-bottom:.5pt solid}.bare td,.bare th{padding:2pt 8pt}
.fn{font-size:.78em;text-indent:0;border-top:.5pt solid;margin-top:6pt}.full{text-align-last:justify}.next{break-before:column}
.fig{height:70pt;background:#eee}</style>"""


class Pages:
    """A document written in columns, and what a reader should find of it, in order."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.body = ""
        self.expected: list[str] = []
        self._random = random.Random(columns)

    def paragraph(self, sentences: int = 4) -> str:
        lengths = (self._random.randint(8, 26) for _ in range(sentences))
        return "".join("".join(self._random.choice(WORDS) for _ in range(n)) + "。" for n in lengths)

    def prose(self, count: int) -> None:
        for _ in range(count):
            self.expected.append(self.paragraph())
            self.body += f"<p>{self.expected[-1]}</p>"

    def heading(self, text: str, *, across: bool = False) -> None:
        self.expected.append(text)
        self.body += f"<h2{' class=across' * across}>{text}</h2>"

    def table(self, kind: str, *, across: bool = False) -> None:
        rows = [(str(2010 + i), "".join(self._random.sample(WORDS, 5)) + "研究", name) for i, name in enumerate(NAMES[:5])]
        self.expected += ["表 1 历年项目", *("|".join(row) for row in (HEAD, *rows))]
        cells = "".join(f"<tr><td>{'<td>'.join(row)}</tr>" for row in rows)
        table = f"<table class={kind}><tr><th>{'<th>'.join(HEAD)}</tr>{cells}</table>"
        self.body += f"<div class={'across' if across else 'keep'}><p class=cap>表 1 历年项目</p>{table}</div>"

    def cut(self, between: str, *said: str, next_column: bool = False) -> None:
        """A paragraph within a sentence of which something else stands."""
        text = "".join(self._random.choice(WORDS) for _ in range(60)) + "。"
        self.expected += [text, *said]
        self.body += f"<p class=full>{text[:70]}</p>{between}<p class='n{' next' * next_column}'>{text[70:]}</p>"

    def read(self, folder: Path) -> list[str]:
        title = "超极化气体成像的进展与展望"
        page = f"<h1>{title}</h1><div class=cols style='column-count:{self.columns}'>{self.body}</div>"
        specimen.print_page(f"<html><head>{STYLE}</head><body>{page}</body></html>", folder / "page.pdf")
        document = PdfReader().read(folder / "page.pdf")
        found = [document.text[p.span.start : p.span.end].replace("\t", "|") for p in document.passages]
        assert found[0] == title
        return ["".join(text.split()) for text in found[1:]]

    def as_read(self) -> list[str]:
        return ["".join(text.split()) for text in self.expected]


@pytest.fixture(autouse=True)
def chromium() -> None:
    if not specimen.CHROMIUM:
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")


@pytest.fixture(params=[2, 3])
def pages(request: pytest.FixtureRequest) -> Pages:
    return Pages(request.param)


@pytest.mark.parametrize(("columns", "kind"), [(2, "ruled"), (2, "level"), (2, "bare"), (3, "ruled"), (3, "level")])
def test_a_table_in_a_column(columns: int, kind: str, tmp_path: Path) -> None:
    pages = Pages(columns)
    pages.prose(4)
    pages.heading("2 研究现状")
    pages.prose(3)
    pages.table(kind)
    pages.prose(14)
    assert pages.read(tmp_path) == pages.as_read()


@pytest.mark.parametrize("kind", ["ruled", "level"])
def test_a_table_and_a_heading_across_the_columns(kind: str, pages: Pages, tmp_path: Path) -> None:
    pages.prose(8)
    pages.table(kind, across=True)
    pages.prose(6)
    pages.heading("3 结语与建议", across=True)
    pages.prose(9)
    assert pages.read(tmp_path) == pages.as_read()


def footnote(pages: Pages) -> None:
    note = "①通信作者：钟离岳，研究方向为肺部成像"
    pages.cut(f'<p class="fn n">{note}</p>', note, next_column=True)


def figure(pages: Pages) -> None:
    captions = "图 1 成像的流程", "Fig. 1 Workflow of imaging"
    pages.cut(f"<div class=fig></div><p class=cap>{'</p><p class=cap>'.join(captions)}</p>", *captions)


@pytest.mark.parametrize("aside", [footnote, figure])
def test_a_sentence_goes_on_behind_a_note_or_a_figure(aside: Callable[[Pages], None], pages: Pages, tmp_path: Path) -> None:
    pages.prose(3)
    aside(pages)
    pages.prose(20)
    assert pages.read(tmp_path) == pages.as_read()


def test_a_caption_ends_no_finished_paragraph(pages: Pages, tmp_path: Path) -> None:
    pages.prose(2)
    pages.expected += ["图 1 成像的流程"]
    pages.body += "<div class=fig></div><p class=cap>图 1 成像的流程</p>"
    pages.prose(20)
    assert pages.read(tmp_path) == pages.as_read()


def test_a_column_of_short_lines_beside_one_of_prose(tmp_path: Path) -> None:
    pages = Pages(2)
    pages.prose(1)
    pages.heading("3 参与人员")
    for name in NAMES * 2:
        pages.expected += [name]
        pages.body += f"<p style='line-height:2.1'>{name}</p>"
    pages.body += "<div style='break-before:column'></div>"
    pages.prose(9)
    assert pages.read(tmp_path) == pages.as_read()


def test_tables_that_fill_both_columns(tmp_path: Path) -> None:
    pages = Pages(2)
    rows = [(name, pages.paragraph(2)) for name in NAMES]
    pages.expected += ["获资助名单"]
    pages.body += "<p>获资助名单</p>"
    for place, own in enumerate((rows[:5], rows[5:])):
        pages.expected += ["|".join(row) for row in (HEAD[:2], *own)]
        cells = "".join(f"<tr><td style='padding:9pt'>{'<td>'.join(row)}</tr>" for row in own)
        style = "break-before:column" if place else ""
        pages.body += f"<div style='{style}'><table class=ruled><tr><th>{'<th>'.join(HEAD[:2])}</tr>{cells}</table></div>"
    assert pages.read(tmp_path) == pages.as_read()
