"""The innovation points of an achievement: numbered paragraphs, and the numbers that people's contributions refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.award.forms import Form
from ingest.award.listed import beginnings
from ingest.award.numbered import rank_of
from ingest.layout import View
from kg.model import Span
from kg.text import HAN

__all__ = ["MOST_POINTS", "Innovation", "innovations_asked", "innovations_of", "referred"]

_NUMERAL = "一二三四五六七八九十"
_POINT = (
    r"(?:(?:主要)?(?:科技|技术|重要|科学|理论|方法)?(?:创新|发现|发明)(?:性?成果|点|内容)?|(?:关键|核心)(?:科学)?技术|技术突破)"
)
_ROMAN = {written: number for number, written in enumerate("I II III IV V VI VII VIII IX X".split(), 1)}  # noqa: SIM905
MOST_POINTS = 20
_COUNTS = {n: (str(n), word) for n, word in enumerate("二三四五六七八九十", 2)} | {2: ("2", "二", "两")}
_TITLE_LONG = 60

# The ways of numbering, each with the pattern of an item's beginning; group n is the number.
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "INNOVATION_HEADING",
            rf"[◆◇●○■□★☆▲▶►※•·]?[ ]*[【\[〔]?{_POINT}之?\s*[（(]?(?P<n>\d{{1,2}}|[{_NUMERAL}]{{1,2}})"
            rf"(?:[)）]?(?:\s*(?:[：:.、．】\]〕]|—+|-(?=[{HAN}])|[，,](?=\s*[{HAN}]))|\s+(?=[{HAN}])(?![和与及、]))|[)）](?=\s*[{HAN}]))",
        ),
        ("ORDINAL_HEADING", rf"第(?P<n>[{_NUMERAL}])(?:项|个)?(?:创新|发现|发明)?点?\s*[：:]"),
        ("CIRCLED", r"(?P<n>[①-⑳])\s*"),
        ("BRACKETED_DIGIT", r"[（(](?P<n>\d{1,2})[)）]\s*[、.]?"),
        ("DIGIT", r"(?P<n>\d{1,2})(?:[.．](?!\d)|、)\s*"),
        ("BRACKETED_NUMERAL", rf"[（(](?P<n>[{_NUMERAL}]{{1,2}})[)）]\s*、?"),
        ("NUMERAL", rf"(?P<n>[{_NUMERAL}]{{1,2}})、"),
        ("HALF_BRACKET", r"(?P<n>\d{1,2})[)）]\s*"),
        ("ORDINAL", rf"[第其](?P<n>[{_NUMERAL}])[，,、]"),
        ("ONE_IS_TWO_IS", rf"(?P<n>[{_NUMERAL}])是(?=[{HAN}])"),
        ("ROMAN", r"(?P<n>[IVX]{1,4}|[Ⅰ-Ⅹ])[.．、)）]\s*"),
    )
)
_OPENS = re.compile(
    r"(?:^|(?<=[。；;：:！\n]))\s*"
    r"|(?:(?<=[本该]项目)|(?<=[本该]研究)|(?<=[本该]成果)|(?<=项目组)|(?<=课题组)|(?<=团队))\s*(?=[（(]\s*1\s*[)）]|①)"
)
"""Where a paragraph can begin beside the beginnings of lines; the first point also behind who made it: 项目组（1）…；（2）…."""
_CUE = re.compile(r"创新|发明|发现|主要内容|主要技术|技术内容|研究内容|成果|突破|贡献|关键技术")
_CLAIM = re.compile(r"首次|率先|首创|提出|建立|建成|构建|研制|开发|发明|创建|创立|揭示|证实|阐明|突破")
_NOT_POINTS = re.compile(
    r"推广|应用情况|经济效益|社会效益|知识产权|论文|获奖|所属|学科|领域|研究背景|立项背景|项目背景|客观评价"
)
_POINT_NOTED = re.compile(rf"[（(](?:对应)?{_POINT}\s*(?P<n>\d{{1,2}}|[{_NUMERAL}])[)）]\s*(?=[。；;，,！]|$)")
_SENTENCE_END = re.compile(r"[。；;：:！\n]")
_BETWEEN = "。；;，,！ \n"
_FEWEST = 2
_TITLE_END = re.compile(r"[。；：:;\n]|，(?=.{0,4}(?:可|实现|使|从而|填补|解决|达到|为))")

_SUMS_UP = re.compile(
    rf"(?<=[。；）)])\s*(?:由此|综上|总之|上述|以上(?:成果|技术|研究|创新|工作|方法)|应用推广|推广应用|应用情况|[（(]?[{_NUMERAL}][)）、]"
    r"|(?:(?:自\s*)?(?:19|20)\d{2}年(?:以来|起|至今)?[，,]?)?(?:本|该|相关|有关|研究|项目|系列|全部)*(?:成果|项目)"
    r"(?:已|先后|在|推广|应用|获|发表|共|累计|授权|经|目前|转化|相继|广泛|自\d|现|被)"
    rf"|(?:上述)?(?:[\d{_NUMERAL}]{{1,3}}篇)(?:代表性?|主要|核心|SCI|发表的)*(?:论文|论著|文章)(?:共|总|累计|合计|被|单篇|他引|SCI))"
)
"""How a text goes on behind the last point about the whole."""
_YIELDS = re.compile(
    r"(?<=[。；）)])\s*(?:共|累计|已|项目组?|团队)*(?:发表|授权|获授权|获得?|取得|申请)(?:了|国家|国内外?)*[^。；]{0,14}?(?:论文|专利|专著|著作权)"
)
"""What all of it yielded, unless points before told their own."""

_PARAGRAPH_ENDS = re.compile(r"[。！][”）)]?\s*$|[）)]\s*$")
_BRACKETED = rf"[（(](?:\d{{1,2}}|[{_NUMERAL}]{{1,2}})[)）]"
_NUMBER = rf"(?:\d{{1,2}}(?![\d.%％])|[{_NUMERAL}]{{1,2}}|[①-⑳](?:\s*[①-⑳])*|{_BRACKETED}(?:\s*{_BRACKETED})*)"
_COUNTED = r"(?!\s*(?:项|个|种|套|余|多|名|例|年|次|篇|件|家|亿|万|大|代|类|级|倍))"
_JOIN = r"[”\"]?\s*(?:[-–—~～至到、，,和及与/]|以及|、\s*第|和\s*第)\s*[“\"]?"
_POINTS = r"(?:主要)?(?:科技|技术|重要|科学)?(?:创新|发现|发明)(?:点|内容|成果)?"
_REFERENCES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "POINT_NUMBERS",
            rf"{_POINTS}(?:中)?(?:所列)?(?:的)?\s*[”\"》]?\s*(?:中|所列)?(?:的)?\s*第?\s*[“\"]?(?P<list>{_NUMBER}(?:{_JOIN}(?:{_POINTS})?\s*{_NUMBER})*){_COUNTED}",
        ),
        (
            "NUMBERED_POINTS",
            rf"(?:第|(?<=[对为在])(?=\s*[（(①-⑳]))\s*(?P<list>{_NUMBER}(?:{_JOIN}第?\s*{_NUMBER})*)\s*(?:项|个|条|点)?"
            r"(?:主要)?(?:科技|技术|科学)?(?:创新|发现|发明)",
        ),
        (
            "POINTS_THEN_ORDINAL",
            rf"{_POINTS}[^。；]{{0,8}}?第\s*(?P<list>{_NUMBER}(?:{_JOIN}第?\s*{_NUMBER})*)\s*(?:项|个|条|点)",
        ),
        (
            "POINTS_IN_BRACKETS",
            rf"{_POINTS}\s*[（(]\s*第?\s*(?P<list>{_NUMBER}(?:{_JOIN}\s*{_NUMBER})+)\s*[)）]",
        ),
        (
            "POINTS_BEHIND_COLON",
            rf"{_POINTS}(?:序号|编号)?\s*[：:]\s*第?\s*(?P<list>{_NUMBER}(?:{_JOIN}\s*{_NUMBER})*)\s*(?=[；;。）)\]】]|$)",
        ),
    )
)
_ORDINALS = (
    "ORDINALS_REFER",
    re.compile(
        rf"第\s*(?P<list>[{_NUMERAL}](?:{_JOIN}第?\s*[{_NUMERAL}])*)\s*项(?:关键|核心|主要)?(?:技术|工作|内容|成果|突破)"
    ),
)
"""第三项技术: the points by their places, where the form numbers them so (第一，…；第二，…)."""
_DIGITS = tuple(
    ("DIGITS_REFER", re.compile(pattern))
    for pattern in (
        rf"第\s*(?P<list>\d{{1,2}}(?:{_JOIN}第?\s*\d{{1,2}})*)\s*项(?:关键|核心|主要)?(?:技术|工作|内容|成果|突破|研究)",
        rf"(?:[（(]|对|为|参与|主持|负责|完成)(?:主要|核心)?(?:成果|内容)\s*(?P<list>\d{{1,2}}(?:{_JOIN}(?:成果|内容)?\s*\d{{1,2}})*)(?![\d.%％])"
        r"(?=\s*(?:[)），,。；;、]|的|[均都]?有|[作做]|$))",
    )
)
"""对第1、3项成果, （成果2）: the points by their numbers, where the form numbers what it brought so."""
_NUMERALS = (
    "NUMERALS_REFER",
    re.compile(
        rf"对\s*(?P<list>[{_NUMERAL}](?:\s*[、，,和及与]\s*[{_NUMERAL}])*)\s*(?:均|都|也|各)?(?:有|[作做]出了?)[^。；，]{{0,8}}?贡献"
    ),
)
"""对一、三有贡献: the points by their numerals alone, where the form numbers them so."""
_CIRCLES = (
    "CIRCLES_REFER",
    re.compile(
        r"(?:[（(]\s*|(?:主持|负责|完成|参加|参与|承担|支撑|牵头)(?:了)?\s*)(?P<list>[①-⑳](?:\s*[-–—~～至到、，,和及与]?\s*[①-⑳])*)"
        r"(?=\s*[)）]|的|全部|中|部分|内容|等|。|，|；|$)"
    ),
)
_CELL = (
    "NUMBERS_REFER",
    re.compile(rf"\s*第?\s*(?P<list>{_NUMBER}(?:(?:{_JOIN}|\s+){_NUMBER})*)\s*(?:项|个|条|点)?\s*$"),
)
"""（1）（2）, 1、3, 第2点: all that a cell of what people contributed says."""
_ALL = re.compile(
    rf"(?:完成|负责|主持|参与|贡献|承担|实施|组织|指导|牵头|领导|支撑|统筹|提出|设计|构思|主导|策划|对|在)[^。；]{{0,20}}?"
    rf"(?:全部|所有|各(?:个|项|大)?|每[一]?[个项]|(?:全部)?(?P<n>[二两三四五六七八九十\d])(?:个|项|大))(?:的)?(?:主要)?{_POINTS}(?![”\"》]?\s*第?[\d{_NUMERAL}①-⑳])"
)
"""All points at once: 参与全部创新点; with their number, 三个创新点, where the form has as many."""
_LISTED = re.compile(rf"(?P<range>[-–—~～至到])|(?P<n>\d{{1,2}}(?![\d.%％])|[{_NUMERAL}]{{1,2}}|[①-⑳]|{_BRACKETED})")
_DECIMAL_AFTER = re.compile(r"\s*[.．]\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Innovation:
    """An innovation point: its number, the words of its title, its paragraph and where its first words stand."""

    number: int
    title: str
    view: View
    span: Span
    rule: str


def innovations_of(form: Form) -> list[Innovation]:
    """The innovation points of a form, by the first of these that finds a series 1, 2, …:

    paragraphs headed 创新点一 or 创新点1 anywhere in the form's texts; a numbered list in its innovation section; a
    numbered list in its summary, where a heading or sentence before it speaks of innovations, contents or results, or
    where most of its paragraphs claim something done (首次, 提出, 建立 …); sentences that end in （创新点1）, （创新点2）.
    """
    for value in form.values("innovations", "summary", "features", "field", "opinion"):
        if series := _series(form.view(value), beginnings(form, value), *_STYLES[0]):
            return series
    for field in ("innovations", "summary", "opinion"):
        for value in form.values(field):
            if found := _first_series(form.view(value), beginnings(form, value), cued=field == "innovations"):
                return found
    noted = (_noted(form.view(value)) for field in ("innovations", "summary") for value in form.values(field))
    return next(filter(None, noted), [])


def _noted(view: View) -> list[Innovation]:
    """The sentences that each end in a bracket with the number of their point: 建立了…（创新点1）；研发了…（创新点2）."""
    notes = list(_POINT_NOTED.finditer(view.text))
    if len(notes) < _FEWEST or [_value(note["n"]) for note in notes] != list(range(1, len(notes) + 1)):
        return []
    first = max((end.end() for end in _SENTENCE_END.finditer(view.text, 0, notes[0].start())), default=0)
    starts = [first, *(note.end() for note in notes[:-1])]
    places = [start + len(view.text[start:]) - len(view.text[start:].lstrip(_BETWEEN)) for start in starts]
    return [
        _point(view, (place, start, start), note.start(), "POINT_NOTED")
        for place, (start, note) in enumerate(zip(places, notes, strict=True), 1)
    ]


def innovations_asked(form: Form, last: int) -> list[Innovation]:
    """The numbered list of the summary that has as many items as contributions refer to, whatever stands before it."""
    for field in ("summary", "opinion"):
        for value in form.values(field):
            view, begins = form.view(value), beginnings(form, value)
            for name, pattern in _STYLES:
                series = _series(view, begins, name, pattern)
                if len(series) == last and not _NOT_POINTS.search(" ".join(point.title for point in series)):
                    return series
    return []


def referred(
    view: View, circles: int = 0, points: int = 0, ordinals: int = 0, numerals: int = 0, cells: int = 0
) -> Iterator[tuple[int, Span, str]]:
    """The innovation numbers that a contribution refers to, each once, with the words and the rule.

    Numbers of attachments (附件4.1-18) are none, nor are counts (创新3项技术). ``circles`` is how many points the form
    numbers in circles: such numbers alone refer to them where they do not number what the contribution says; ``ordinals``,
    how many it numbers by words (第一，…), ``numerals`` by numerals; ``cells``, up to which number a cell may hold numbers
    alone. Where no number is told, words for all of the form's
    ``points`` refer to each.
    """
    seen: set[int] = set()
    most = {_CIRCLES[0]: circles, _ORDINALS[0]: ordinals, _NUMERALS[0]: numerals, _DIGITS[0][0]: points}
    patterns = (*_REFERENCES, *(one for one in (_CIRCLES, _ORDINALS, _NUMERALS, *_DIGITS) if most[one[0]]))
    if (alone := _CELL[1].match(view.text) if cells else None) is not None:
        numbers = _numbers(view.text, *alone.span("list"))
        span = view.span(alone.start("list"), alone.end("list"))
        yield from ((number, span, _CELL[0]) for number in numbers if 0 < number <= cells)
        return
    found = sorted(
        ((match.start(), rule, match) for rule, pattern in patterns for match in pattern.finditer(view.text)),
        key=lambda item: (item[0], item[1]),
    )
    everything = None if found else _ALL.search(view.text)
    if everything and points and everything["n"] in (None, *_COUNTS.get(points, ())):
        for number in range(1, points + 1):
            yield number, view.span(everything.start(), everything.end()), "ALL_POINTS"
    for start, rule, match in found:
        for number in _numbers(view.text, match.start("list"), match.end("list")):
            if number not in seen and 0 < number <= most.get(rule, MOST_POINTS):
                seen.add(number)
                yield number, view.span(start, match.end()), rule


def _numbers(text: str, start: int, end: int) -> list[int]:
    """The numbers of a list such as "1-4" or "2、3、4"; a decimal at its end belongs to what follows."""
    found: list[int] = []
    reach = False
    for part in _LISTED.finditer(text, start, end):
        if part["range"]:
            reach = bool(found)
            continue
        number = _value(part["n"])
        if number is None or _DECIMAL_AFTER.match(text, part.end()):
            break
        if reach and found and found[-1] < number <= MOST_POINTS:
            found.extend(range(found[-1] + 1, number))
        found.append(number)
        reach = False
    return found


def _value(written: str) -> int | None:
    bare = written.strip("（()） ")
    if len(bare) == 1 and "①" <= bare <= "⑳":
        return ord(bare) - ord("①") + 1
    if "Ⅰ" <= bare <= "Ⅹ":
        return ord(bare) - ord("Ⅰ") + 1
    return _ROMAN.get(bare) or rank_of(bare)


def _first_series(view: View, begins: list[int], *, cued: bool) -> list[Innovation]:
    """The first numbered list of a text; a cue must stand before it unless ``cued`` says that it does."""
    candidates = [series for name, pattern in _STYLES for series in [_series(view, begins, name, pattern)] if series]
    candidates = [series for series in candidates if cued or _has_cue(view, series)]
    if not candidates:
        return []
    return min(candidates, key=lambda series: _offset(view, series[0]))


def _offset(view: View, innovation: Innovation) -> int:
    return view.offsets.index(innovation.span.start)


def _has_cue(view: View, series: list[Innovation]) -> bool:
    before = view.text[: _offset(view, series[0])][-80:]
    titles = " ".join(point.title for point in series)
    if _NOT_POINTS.search(titles):
        return False
    claims = sum(bool(_CLAIM.search(point.view.text)) for point in series)
    return not before.strip() or bool(_CUE.search(before)) or bool(_CUE.search(view.text[:12])) or 2 * claims > len(series)


def _series(view: View, begins: list[int], rule: str, pattern: re.Pattern[str]) -> list[Innovation]:
    """Paragraphs numbered 1, 2, … in one style, at least two; a second 1 ends the series."""
    starts: list[tuple[int, int, int]] = []
    for place in sorted({*begins, *(opening.end() for opening in _OPENS.finditer(view.text))}):
        match = pattern.match(view.text, place)
        if match is None:
            continue
        number = _value(match["n"])
        if number == len(starts) + 1:
            starts.append((number, match.start(), match.end()))
        elif number == 1:
            break
    if len(starts) < 2:
        return []
    ends = [start for _, start, _ in starts[1:]] + [_end_of_last(view.text, starts[-1][2])]
    ends[-1] = min(ends[-1], _end_of_paragraph(view.text, begins, [start for _, start, _ in starts]))
    return [_point(view, item, end, rule) for item, end in zip(starts, ends, strict=True)]


def _end_of_paragraph(text: str, begins: list[int], starts: list[int]) -> int:
    """Where the last point's paragraph ends, if each point before has one line and this one closes as a paragraph does."""
    inside = [place for place in begins if starts[0] < place < starts[-1] and place not in starts]
    below = next((place for place in begins if place > starts[-1]), len(text))
    whole = len(starts) > 2 and not inside and _PARAGRAPH_ENDS.search(text, max(0, below - 3), below)
    return below if whole else len(text)


def _end_of_last(text: str, start: int) -> int:
    """Where the last point ends: at a sentence that sums up, or that tells what all of it yielded; else the text's end."""
    stops = [_SUMS_UP.search(text, start), None if _YIELDS.search(text, 0, start) else _YIELDS.search(text, start)]
    return min((stop.start() for stop in stops if stop is not None), default=len(text))


def _point(view: View, item: tuple[int, int, int], end: int, rule: str) -> Innovation:
    number, start, words = item
    text = view.text[words:end].rstrip()
    stop = _TITLE_END.search(text)
    title = text[: stop.start() if stop and stop.start() >= 4 else _TITLE_LONG]
    if len(title) > _TITLE_LONG:
        title = title[: title.find("，") if 4 <= title.find("，") <= _TITLE_LONG else _TITLE_LONG]
    last = words + max(len(title), 1)
    return Innovation(
        number=number,
        title=title.strip(" ，,"),
        view=View(view.text[words : words + len(text)], view.offsets[words : words + len(text)]),
        span=view.span(start, min(last, len(view.text))),
        rule=rule,
    )
