"""Blanks of a printed line: those printed, those moved over, and the even gaps of justified lines."""

from __future__ import annotations

from itertools import accumulate

import pytest

from ingest.readers.glyphs import Glyph, lines_of

SIZE = 10.0


def line(text: str, gaps: dict[int, float], *, even: float = 0.0, blanks: tuple[int, ...] = ()) -> str:
    """The text of a line of full-width characters: a gap in ems before some of them, ``even`` before the others; blanks are
    printed in the gaps before those of ``blanks``."""
    widths = [gaps.get(i, even) * SIZE if i else 0.0 for i in range(len(text))]
    lefts = list(accumulate(widths[i] + (SIZE if i else 0.0) for i in range(len(text))))
    glyphs = [Glyph(char, x, x + SIZE, 0.0, SIZE, SIZE, False) for char, x in zip(text, lefts, strict=True)]
    glyphs += [Glyph(" ", lefts[i] - gaps[i] * SIZE, lefts[i], 0.0, SIZE, SIZE, False) for i in blanks]
    (made,) = lines_of(glyphs)
    return made.text


@pytest.mark.parametrize(
    ("text", "gaps", "even", "blanks", "expected"),
    [
        ("放射学分会车若楠主任委员", {5: 0.32, 8: 0.32}, 0.0, (), "放射学分会 车若楠 主任委员"),
        ("放射学分会车若楠主任委员", {5: 0.32, 8: 0.32}, 0.3, (), "放射学分会车若楠主任委员"),
        ("核医学科", {1: 0.35, 2: 0.35, 3: 0.35}, 0.0, (1,), "核 医 学 科"),
        ("放射学分会年会，在此召开", {8: 0.5}, 0.0, (), "放射学分会年会，在此召开"),
        ("影像装备协会CT工程", {6: 0.2, 8: 0.25}, 0.0, (), "影像装备协会CT工程"),
        ("影像装备协会CT工程", {6: 0.32, 8: 0.32}, 0.0, (), "影像装备协会 CT 工程"),
    ],
    ids=["set tight", "justified", "spread", "behind a mark", "between scripts", "a blank between scripts"],
)
def test_blanks(text: str, gaps: dict[int, float], even: float, blanks: tuple[int, ...], expected: str) -> None:
    assert line(text, gaps, even=even, blanks=blanks) == expected
