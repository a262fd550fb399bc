"""Healed views: what a line break was is told from its two sides, and every character leads back to the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout import heal, lines
from kg.model import Span

TEXTS = st.text(st.sampled_from("心脏磁共振，。（）abcXY019.-/% \n\t"), max_size=60)


def healed(text: str) -> str:
    return heal(text, Span(start=0, end=len(text))).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江南大学附属第一医\n\n院 主任", "江南大学附属第一医院 主任"),
        ("采用\nT1 mapping\n技术", "采用T1 mapping技术"),
        ("National In-\nstitutes of\nHealth", "National Institutes of Health"),
        ("ST-\nsegment", "ST-segment"),
        ("PET/\nCT", "PET/CT"),
        ("附件 4.7-\n10", "附件 4.7-10"),
        ("人数 1 \n000 例", "人数 1000 例"),
        ("2018\n2019", "2018 2019"),
        ("97.\n5%", "97.5%"),
        ("13.92\n%", "13.92%"),
        ("(\ncomputed tomography", "(computed tomography"),
        ("\n 头尾 \n", "头尾"),
        (" \n ", ""),
        ("", ""),
        ("李  明", "李 明"),
    ],
)
def test_heals(text: str, expected: str) -> None:
    assert healed(text) == expected


def test_stretches_meet_as_at_a_line_break() -> None:
    text = "early|reperfusion|心脏|磁共振"
    spans = [Span(start=0, end=5), Span(start=6, end=17), Span(start=18, end=20), Span(start=21, end=24)]
    assert heal(text, *spans).text == "early reperfusion心脏磁共振"
    assert heal(text, Span(start=0, end=2), Span(start=2, end=5)).text == "early"


@given(TEXTS, st.data())
def test_each_character_stands_where_its_offset_says(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    view = heal(text, Span(start=0, end=cut), Span(start=cut, end=len(text)))
    assert len(view.text) == len(view.offsets)
    assert list(view.offsets) == sorted(view.offsets)
    for char, offset in zip(view.text, view.offsets, strict=True):
        assert text[offset] == char or (char == " " and text[offset].isspace())


@given(TEXTS, st.data())
def test_a_stretch_of_the_view_maps_back_to_the_same_characters(text: str, data: st.DataObject) -> None:
    view = heal(text, Span(start=0, end=len(text)))
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    span = view.span(start, end)
    again = heal(text, span).text
    assert "".join(again.split()) == "".join(view.text[start:end].split())


@pytest.mark.parametrize(("start", "end"), [(0, 0), (1, 1), (-1, 1), (0, 3), (2, 1)])
def test_an_empty_or_outlying_stretch_of_a_view_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="view of 2 characters"):
        heal("甲乙", Span(start=0, end=2)).span(start, end)


@given(TEXTS)
def test_lines_hold_every_word_and_no_edge_blank(text: str) -> None:
    found = [text[span.start : span.end] for span in lines(text, Span(start=0, end=len(text)))]
    assert all(line == line.strip() and line and "\n" not in line for line in found)
    assert "".join("".join(found).split()) == "".join(text.split())
