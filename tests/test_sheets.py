"""What is found on a PDF's page: characters however the page is turned and set, rules however they are drawn, and boxes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.pdf import PdfReader
from ingest.readers.rules import Level, Upright, boxes
from kg.model import Document
from tests.specimen import minimal_pdf

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R /DW 1000 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 "
    "/Descent -120 /CapHeight 880 /StemV 93 >>",
)
"""Chinese without the font's file, as many old PDFs of China have it."""
SENTENCE = "东湖大学钟离岳教授团队研制了肺部气体成像系统，并在多家医院应用。"
CELLS = (("姓名", 70, 686), ("单位", 170, 686), ("钟离岳", 70, 666), ("东湖大学", 170, 666))
TABLE = ["姓名\t单位", "钟离岳\t东湖大学"]
LINES = " ".join(f"60 {y} m 300 {y} l S" for y in (700, 680, 660)) + " ".join(f" {x} 660 m {x} 700 l S" for x in (60, 160, 300))
BOXES = "60 680 100 20 re S 160 680 140 20 re S 60 660 100 20 re S 160 660 140 20 re S"
BARS = " ".join(f"60 {y} 240 0.5 re f" for y in (700, 680, 660)) + " ".join(f" {x} 660 0.5 40 re f" for x in (60, 160, 300))


def stream(content: str, *, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def shown(text: str, x: float, y: float, *, matrix: str = "1 0 0 1", extra: str = "") -> str:
    return f"BT /F1 12 Tf {extra} {matrix} {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"


def read(folder: Path, content: str, *, page: str = "", form: str = "") -> Document:
    inside = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 20 -30] /Resources << /Font << /F1 5 0 R >> >>"
    resources = "<< /Font << /F1 5 0 R >> /XObject << /X1 8 0 R >> >>"
    data = minimal_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} /Contents 4 0 R /Resources {resources} >>",
        stream(content),
        *FONT,
        stream(form, entries=inside),
    )
    (folder / "page.pdf").write_bytes(data)
    return PdfReader().read(folder / "page.pdf")


@pytest.mark.parametrize(
    ("turn", "matrix", "first", "second"),
    [
        (0, "1 0 0 1", (60, 780), (60, 760)),
        (90, "0 1 -1 0", (100, 60), (120, 60)),
        (180, "-1 0 0 -1", (530, 60), (530, 80)),
        (270, "0 -1 1 0", (400, 780), (380, 780)),
    ],
)
def test_a_page_is_read_as_it_is_turned(
    turn: int, matrix: str, first: tuple[int, int], second: tuple[int, int], tmp_path: Path
) -> None:
    content = shown(SENTENCE, *first, matrix=matrix) + shown("完。", *second, matrix=matrix)
    assert read(tmp_path, content, page=f"/Rotate {turn}").text == f"{SENTENCE}完。"


def test_words_across_the_reader_s_way_are_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, shown(SENTENCE, 60, 780) + shown("水印", 300, 300, matrix="0.7 0.7 -0.7 0.7")).text == SENTENCE


@pytest.mark.parametrize("extra", ["3 Tr", "3 Tc", "90 Tz"], ids=["unseen", "spaced", "narrow"])
def test_text_however_it_is_set(extra: str, tmp_path: Path) -> None:
    assert read(tmp_path, shown(SENTENCE[:20], 60, 780, extra=extra)).text == SENTENCE[:20]


def test_blanks_between_characters_are_as_many_as_they_were(tmp_path: Path) -> None:
    assert read(tmp_path, shown("姓  名    钟离岳", 60, 780)).text == "姓  名    钟离岳"


@pytest.mark.parametrize("drawn", [LINES, BOXES, BARS], ids=["lines", "boxes", "bars"])
def test_rules_however_they_are_drawn(drawn: str, tmp_path: Path) -> None:
    words = "".join(shown(*cell) for cell in CELLS)
    assert read(tmp_path, words + drawn).text.split("\n") == TABLE


def test_what_a_form_draws_is_on_the_page(tmp_path: Path) -> None:
    form = LINES + "\n" + "".join(shown(*cell) for cell in CELLS)
    assert read(tmp_path, shown("名单如下。", 60, 780) + "/X1 Do", form=form).text.split("\n") == ["名单如下。", *TABLE]


def test_a_page_cut_out_of_a_larger_one(tmp_path: Path) -> None:
    words = "".join(shown(*cell) for cell in CELLS)
    assert read(tmp_path, words + LINES, page="/CropBox [50 600 500 800]").text.split("\n") == TABLE


def test_boxes_that_touch_are_of_one_table() -> None:
    level = [Level(0, 20, 0), Level(0, 20, 10.6), Level(0, 20, 20), Level(100, 120, 5), Level(100, 120, 15)]
    upright = [Upright(x, 0, 20) for x in (0, 10, 20)] + [Upright(x, 5, 15) for x in (100, 120)]
    found = boxes(level, upright)
    assert [len(group) for group in found] == [4, 1]
    assert {(box.top, box.bottom) for box in found[0]} == {(0, 10.6), (10.6, 20)}


def test_rules_of_another_column_move_none() -> None:
    left = [Level(0, 20, y) for y in (0, 10, 13.5, 20)]
    beside = [Level(40, 60, y) for y in (8, 11.5, 15, 18)]
    upright = [Upright(x, 0, 20) for x in (0, 20)]
    assert boxes([*left, *beside], upright) == boxes(left, upright)
    assert sorted(box.bottom for group in boxes(left, upright) for box in group) == [10, 13.5, 20]


def test_a_rule_in_pieces_is_one_and_a_speck_none() -> None:
    pieces = [Level(x, x + 8, y) for x in (0, 10, 20) for y in (0, 10)]
    specks = [Upright(x, 4, 4.5) for x in (5, 15)]
    (group,) = boxes(pieces, [Upright(0, 0, 10), Upright(28, 0, 10), *specks])
    assert [(box.x0, box.x1) for box in group] == [(0, 28)]
