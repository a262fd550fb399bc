"""Running heads and page numbers that a file's text layer left between its lines, told by how they come again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.lexicon import is_person

__all__ = ["without_running"]

_NUMBER = re.compile(r"\d+")
_PAGE_MARK = re.compile(r"第\s*#\s*页|(?<!#)#\s*[/／]\s*#(?![/／])|\b[Pp](?:age)?\.?\s*#|[-–—]\s*#\s*[-–—]")
"""How a line counts pages; each # is a number."""
_OF_A_FORM = re.compile(r"(?:推荐书|提名书|申报书|申请书|任务书|公示(?:材料|信息|内容|表|书)?|汇编|手册|讲义|会刊)$")
"""What forms and volumes are called at the head of each page."""
_BESIDE_NUMBER = re.compile(
    r"(?P<before>\S.*?)?(?(before)[ \u3000]{2,})[-–—·•]+ *(?P<page>\d{1,4}) *[-–—·•]+(?:[ \u3000]{2,}(?P<behind>\S.*))?"
)
"""甲委员会文件汇编    — 88 —: a page's number between strokes at the margin, with the head of the page on its other side."""
_URL = re.compile(r"https?://[^\s\u3000]+(?:\s+#\s*/\s*#)?")
_AUTHORS_HEAD = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:[,，]?等)?[:：.．](?P<title>[^。；]{6,60})")
"""张三等: 某技术的现状, 张三，等．某技术的现状: what the pages of an article bear at their heads."""
_PAGE = re.compile(r"[-–—·•]? ?\d{1,4} ?[-–—·•]?")
_BROKEN_OFF = re.compile(r"[\u4e00-\u9fff，,、（(“《](?<![。；：！？])$")
"""How a line ends in the midst of a sentence."""
_LEAST_TITLE = 6
_LONGEST = 80
_LEAST = 3
_APART = 5
"""The fewest lines of a page between two heads."""


def without_running(text: str) -> str:
    """The text without lines that come again every page; the first of a head that does not count pages stays."""
    if text.count("\n") < _LEAST * _APART:
        return text
    lines = re.split(r"(?<=\n)", text)
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        bare = line.strip()
        if bare and len(bare) <= _LONGEST and "。" not in bare and "\t" not in bare:
            places[_NUMBER.sub("#", bare)].append(place)
    dropped = {place for head, found in places.items() for place in _running(head, found, lines)}
    dropped |= set(_numbered(lines))
    dropped |= set(_beside(places["#"], dropped, lines))
    dropped |= set(_of_article(lines))
    return "".join(_rest(line) if place in dropped else line for place, line in enumerate(lines))


def _of_article(lines: Sequence[str]) -> Iterable[int]:
    """The heads 张三等: 某技术的现状, whose title stood on a line of its own before, and the page's number beside one.

    The blank lines go where a sentence was broken off above them.
    """
    titles: set[str] = set()
    for place, line in enumerate(lines):
        bare = "".join(line.split())
        head = _AUTHORS_HEAD.fullmatch(bare)
        if head is None or head["title"] not in titles or not is_person(head["name"]):
            titles |= {bare} if len(bare) >= _LEAST_TITLE else set()
            continue
        yield place
        first = _past_numbers(lines, place, -1)
        last = _past_numbers(lines, place, 1)
        yield from (one for one in range(first + 1, last) if lines[one].strip())
        if first >= 0 and _BROKEN_OFF.search(lines[first].rstrip()):
            yield from range(first + 1, last)


def _past_numbers(lines: Sequence[str], place: int, step: int) -> int:
    """The next line, up or down, that is neither blank nor one page's number."""
    numbers = 0
    place += step
    while 0 <= place < len(lines) and (not lines[place].strip() or (not numbers and _PAGE.fullmatch(lines[place].strip()))):
        numbers += bool(lines[place].strip())
        place += step
    return place


def _rest(line: str) -> str:
    """What stays of a dropped line: the break of a page in it."""
    return "\f" * line.count("\f")


def _running(head: str, found: list[int], lines: Sequence[str]) -> Iterable[int]:
    if len(found) < _LEAST or min(after - before for before, after in pairwise(found)) < _APART:
        return ()
    words = [lines[place].strip() for place in found]
    if _URL.fullmatch(head) or (_PAGE_MARK.search(head) and _counts(words)):
        return found
    named = len(set(words)) == 1 and (bool(_OF_A_FORM.search(head)) or words[0] == _first(lines))
    return () if not named else found[1:] if found[0] < _APART else found


def _numbered(lines: Sequence[str]) -> list[int]:
    """The lines that hold a page's number between strokes and the head of that page, where the numbers count the pages."""
    told = [(place, _BESIDE_NUMBER.fullmatch(line.strip())) for place, line in enumerate(lines) if "\t" not in line]
    found = [(place, match) for place, match in told if match is not None]
    pages = [int(match["page"]) for _, match in found]
    if len(pages) < 2 or any(after != before + 1 for before, after in pairwise(pages)):
        return []
    return [place for place, match in found if match["before"] or match["behind"]]


def _beside(numbers: list[int], dropped: set[int], lines: Sequence[str]) -> list[int]:
    """The bare numbers next to a running head or a break of pages, where they count the pages."""
    heads = dropped | {place for place, line in enumerate(lines) if "\f" in line}
    found = [place for place in numbers if {place - 1, place, place + 1} & heads]
    return found if len(found) > 1 and _counts([lines[place].strip() for place in found]) else []


def _counts(words: Sequence[str]) -> bool:
    """Whether one of the numbers in the lines goes up by one from each to the next."""
    columns = zip(*(map(int, _NUMBER.findall(line)) for line in words), strict=False)
    return any(all(after == before + 1 for before, after in pairwise(column)) for column in columns)


def _first(lines: Sequence[str]) -> str:
    return next((line.strip() for line in lines if line.strip()), "")
