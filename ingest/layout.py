"""Healed views of a document: hard line breaks inside sentences, words and names undone, every offset kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span
from kg.text import HAN

__all__ = ["View", "chinese_marks", "heal", "keeps_hyphen", "lines"]

_CJK = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef“”‘’—…]")
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+")

_MARK = re.compile(rf"(?<=[{HAN}”’）》])[,;:]|[,;:](?=[{HAN}“‘（《])")
_BLANK_BEHIND = re.compile(rf"(?<=[，；：]) (?=[{HAN}“《（(\dA-Za-z])")
_BLANK_BETWEEN = re.compile(rf"(?<=[{HAN}]) (?=[A-Za-z\d])|(?<=[A-Za-z\d%℃]) (?=[{HAN}])")
"""Blanks that pages set between Chinese and Latin words or figures: 光子计数 CT 共 100 余台."""
_NUMBERED = re.compile(
    rf"(?:.*[，。；：、,;:])?\W*\d{{1,2}}(?:\.\d+)*|\W*(?:[一二三四五六七八九十]+|\d{{1,2}}(?:\.\d+)*)[)）、.．]?\s*[{HAN}]{{2,12}}",
    re.S,
)
"""A heading, or its number or an address's, whose blank stays: 2.1| 国产设备; 作者单位：1| 某医院; （二）设备| 2031年."""
_QUOTED = re.compile(rf'"((?=[^"]*[{HAN}])[^"]*)"')
"""What a pair of plain quotation marks holds, words in Chinese among it."""
_CHINESE = str.maketrans(",;:", "，；：")

# A line break goes where what stands before it and after it match one of these pairs.
_NO_GAP = tuple(
    (re.compile(before), re.compile(after))
    for before, after in (
        (r"[-/(\[~～–<>=≤≥±]$", r""),  # "PET/⏎CT", "4.7-⏎10", "(⏎computed"
        (r"", r"[,.;:%)\]]"),  # "13.92⏎%"
        (r"\d\.$", r"\d"),  # "97.⏎5"
    )
)
_COMPOUND = (
    re.compile(
        r"(?i)\b(?:ultra|low|high|non|self|semi|long|short|single|double|dual|two|three|four|deep|large|small|cross|multi)-$"
    ),
    re.compile(
        r"(?i)(?:based|level|weighted|enhanced|guided|assisted|induced|mediated|related|specific|dependent|derived|controlled|free"
        r"|targeted|label+ed|loaded|resolved|sensitive|term|dose|scale|like|throughput|resolution|contrast|invasive|in)\b"
    ),
)
"""Halves of compounds that English writes with a hyphen, which a line's end does not take away."""
_BROKEN_WORD = (re.compile(r"[a-z]-$"), re.compile(r"[a-z]"))
_THOUSANDS = (re.compile(r"(?:^|[^\d.])\d{1,3}$"), re.compile(r"\d{3}(?!\d)"))


@dataclass(frozen=True, slots=True)
class View:
    """Healed text; ``offsets[i]`` is where its i-th character stands in the document."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The document's span of ``text[start:end]``, which must not be empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start}-{end} is empty or outside a view of {len(self.text)} characters")
        return Span(start=self.offsets[start], end=self.offsets[end - 1] + 1)


def heal(text: str, *spans: Span) -> View:
    """The stretches of ``text``, joined and healed.

    A gap that holds a line break goes where it stands beside a Chinese character, inside a number or beside a hyphen,
    slash or bracket, and takes with it the hyphen of a broken Latin word; any other gap becomes one space. Gaps at the
    edges go. Two stretches meet as if a line break stood between them, unless they touch.

    >>> text = "中国医学科学院某某医\\n\\n院 主任, National In-\\nstitutes of\\nHealth "
    >>> heal(text, Span(start=0, end=len(text))).text
    '中国医学科学院某某医院 主任, National Institutes of Health'
    """
    if len(spans) == 1 and len(words := text[spans[0].start : spans[0].end].split()) == 1:  # nothing to heal: most cells
        first = text.index(words[0], spans[0].start)
        return View(words[0], tuple(range(first, first + len(words[0]))))
    parts: list[str] = []
    offsets: list[int] = []
    before = ""
    for word, start, gap, gap_start in _words(text, spans):
        if gap and before:
            broken = "\n" in gap
            if broken and _meets(_BROKEN_WORD, before, word) and not keeps_hyphen(before, word):
                parts[-1] = parts[-1][:-1]
                offsets.pop()
            elif not (broken and _vanishes(before, gap, word)):
                parts.append(" ")
                offsets.append(gap_start)
        parts.append(word)
        offsets.extend(range(start, start + len(word)))
        before = word
    return View("".join(parts), tuple(offsets))


def _is_single(view: View, at: int) -> bool:
    """Whether a blank of a view is one of the document too, and none behind the number of a heading."""
    return view.offsets[at + 1] - view.offsets[at - 1] == 2 and _NUMBERED.fullmatch(view.text, 0, at) is None


def chinese_marks(view: View) -> View:
    """The view with the commas, semicolons, colons and quotation marks beside Chinese as Chinese ones, without a blank
    between one and Chinese words: pages type them either way.

    >>> chinese_marks(View("张三, 李四: T1, T2", tuple(range(15)))).text
    '张三，李四：T1, T2'
    >>> [chinese_marks(View(one, tuple(range(len(one))))).text for one in ('"甲论坛"在6"屏上', '"甲论坛"在京')]
    ['"甲论坛"在6"屏上', '“甲论坛”在京']
    """
    text = _MARK.sub(lambda mark: mark.group().translate(_CHINESE), view.text)
    text = _QUOTED.sub(r"“\1”", text) if text.count('"') % 2 == 0 else text
    blanks = {match.start() for match in _BLANK_BEHIND.finditer(text) if view.text[match.start() - 1] in ",;:"}
    blanks |= {at for one in _BLANK_BETWEEN.finditer(text) if _is_single(view, at := one.start())}
    kept = [at for at in range(len(text)) if at not in blanks]
    return (
        View("".join(text[at] for at in kept), tuple(view.offsets[at] for at in kept)) if blanks else View(text, view.offsets)
    )


def lines(text: str, span: Span) -> tuple[Span, ...]:
    """The lines of a stretch that hold words, without the blanks at their ends.

    >>> lines("a\\n\\n b c \\n", Span(start=0, end=8))
    (Span(start=0, end=1), Span(start=4, end=7))
    """
    found = []
    for match in _LINE.finditer(text, span.start, span.end):
        line = match.group()
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Span(start=start, end=start + len(line.strip())))
    return tuple(found)


def keeps_hyphen(before: str, after: str) -> bool:
    """Whether a hyphen at a line's end belongs to a compound rather than to a word that was broken there.

    >>> keeps_hyphen("ultra-", "low dose"), keeps_hyphen("county-", "level"), keeps_hyphen("elec-", "tron")
    (True, True, False)
    """
    return bool(_COMPOUND[0].search(before) or _COMPOUND[1].match(after))


def _words(text: str, spans: tuple[Span, ...]) -> Iterator[tuple[str, int, str, int]]:
    """The words: each with its start, what stands before it (a line break where another stretch begins) and where that is."""
    end = 0
    for span in spans:
        inside = False
        for match in _WORD.finditer(text, span.start, span.end):
            start = match.start()
            gap = text[end:start] if inside else "" if end == start else "\n"
            yield match.group(), start, gap, min(end, len(text) - 1)
            inside, end = True, match.end()


def _vanishes(before: str, gap: str, word: str) -> bool:
    """Whether a gap with a line break goes."""
    if _CJK.match(before[-1]) or _CJK.match(word[0]):
        return True
    if _meets(_THOUSANDS, before, word):  # "1 ⏎000": the space tells it from two numbers on two lines
        return " " in gap
    return any(_meets(pair, before, word) for pair in _NO_GAP)


def _meets(pair: tuple[re.Pattern[str], re.Pattern[str]], before: str, after: str) -> bool:
    return bool(pair[0].search(before) and pair[1].match(after))
