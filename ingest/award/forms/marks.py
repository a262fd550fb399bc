"""Where the labels of a form stand in its text, and which runs of labels are the head of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.award.forms.align import could_be_named, looks_like_person
from ingest.award.forms.grammar import LABELS, Group, Kind, Label
from ingest.award.forms.inwords import in_words
from ingest.award.forms.lineheads import with_line_heads
from ingest.award.forms.mark import NUMBER, Head, Mark, notes_house, number_mark, stands_beside, tells_seat
from ingest.award.forms.rowheads import row_heads
from ingest.award.forms.sheet import Sheet
from ingest.award.forms.userheads import user_heads
from ingest.award.forms.words import GAPS, words_at
from ingest.award.forms.works import NUMBERING, WORK_LABEL, groups, headline, is_done_by, works
from ingest.lexicon import is_title, organization_kind
from kg.text import HAN

__all__ = ["SECTION_NUMBER", "marks_and_heads"]

_NO_GAPS = dict.fromkeys(map(ord, GAPS))
_NOTE = re.compile(r"[ \n]*[（(](?!(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）])[^（）()]{0,160}[)）]")
"""A note in a label; the number of a list's first item is none."""
_SPACES = re.compile(r" +")
_CELL_START = re.compile(rf"(?:^|(?<=\n)|(?<=\t))[ ]*(?P<label>{NUMBERING}[ ]*(?P<open>[【\[〖])?[ ]*)")
_OPEN_BRACKET = re.compile(r"[（(][^（）()\n]+\n[ \t]*\Z")
"""A bracket that the line above leaves open: what stands below goes on inside it."""
_LONG_BRACKET = 60
_INLINE_START = re.compile(r"(?<=[，,；;。、 （()）])|(?<=[^\n])(?=【)")
_COLON = re.compile(r"[ ]*(?:\n[ ]*)?[:：](?:[ \n]*[（(][^（）()\n]{0,20}(?:排序|排名|顺序|先后)[^（）()\n]{0,20}[)）])?")
_OPEN = ("【", "[", "〖")
_CLOSE = re.compile(r"[ ]*[】\]〗][ ]*[:：]?")
_BLANK_END = re.compile(r"[ ]*(?=[\t\n]|$)")
SECTION_NUMBER = re.compile(r"[ ]*[一二三四五六七八九十]{1,3}[、.．]")
"""What numbers a form's sections: a heading such as 四、人员分工与贡献 is no label told by its end alone."""
_NAMELESS = re.compile(
    rf"[①-⑳]?[ ]*(?P<name>[{HAN}]{{2,4}}|[{HAN}][ ]+[{HAN}]|[{HAN}A-Za-z（）()]{{4,40}}?)[ ]*"
    r"(?:[，,；;：:（( ]|[\t\n][ ]*)(?![ ]*版权)"
)
_NAMELESS_REACH = 60
_FIRST_PART = re.compile(r"[^\s，,、；;：:。（()）]{2,40}")
_RANK_AND_NAME = re.compile(
    rf"[ ]*第?[一二三四五六七八九十\d]{{1,3}}[ ]{{2,}}(?P<name>[{HAN}·]{{2,12}}|[{HAN}][ ]{{1,4}}[{HAN}])[ ]*$", re.MULTILINE
)
_RANKED = re.compile(r"[ ]*(?:排[名序][：:]?[ ]*第?[一二三四五六七八九十\d]|第[一二三四五六七八九十\d]{1,3}(?:主要)?完成人)")
_BESIDE = 600
_ITEM_LABELLED = r"\n[ ]*(?:[（(]?\d{{1,2}}[)）.．、]|[①-⑳])[^\n]*?{label}[ ]*[：:]"
"""A line of a numbered list in which a colon stands behind a label."""
_NOTED_ITEM = re.compile(
    rf"[ ]*(?P<label>(?:[①-⑳]|\d{{1,2}}(?=[ ])|{NUMBERING})[ ]*)(?P<name>[{HAN}]{{2,4}}|[{HAN}][ ]+[{HAN}])[ ]*[（(]"
)
_NEXT_ITEM = re.compile(r"[)）][；;，,、。 ]*(?:\d{1,2}[.．、](?!\d)|[①-⑳]|[（(]\d{1,2}[)）])")
_BEHIND_ITEM = re.compile(r"[)）:：】][，,；;。、 ]*\Z")
_BEARERS = frozenset({"people", "name"})
"""What lists those of whom brackets tell: 完成人：1.甲（工作单位：…） 2.乙（…）."""
_TITLED = re.compile(
    r"[ ]*(?![^\s，,（(]{0,16}等奖\s)(?P<title>[《“]?[^\s:：（()）。；;\t][^\n:：（()）。；;\t]{5,80})"
    r"(?:[（(][特一二三四]等奖[)）])?(?:[ ，,；;]+(?=(?:主要|项目)?完成(?:人员?|单位)[：:])"
    r"|[（(][ ]*(?!单位[：:][ ]*(?:人民币)?[万亿千百]{0,2}元))"
)
"""1.某某技术（完成单位：…, 1.某某技术（一等奖） 完成单位：…."""
_IN_SENTENCE = re.compile("[，,].*[“《][^”》]*[”》]$|完成人|完成单位")
"""此外，甲参与完成的“某某技术”（第一完成单位：…; 某某奖，某某技术，第2完成人，完成人：…: no items of a list."""
_RANK_LABEL = next(label for label in LABELS if label.field == "rank")
_CONTRIBUTION_LABEL = next(label for label in LABELS if label.field == "contribution" and not label.pattern)
_NAME_LABELS = {field: next(label for label in LABELS if label.field == field) for field in ("name", "unit_name")}
_COUNT_AHEAD = re.compile(r"(?P<n>\d{1,2})[)）.．、]")
_ORDINAL = re.compile(
    r"\s*(?:(?P<n>第(?:[一二三四五六七八九十]{1,3}|\d{1,2}))(?:主要)?完成(?:人|单位)"
    r"|(?:(?:主要)?完成(?:人|单位)|单位)(?P<behind>\d{1,2})(?:[（(]全称[)）])?(?=[ ]*[:：]))"
)
_OF_PROPERTY = frozenset({"inventors", "authors", "first", "corresponding", "property_name", "grant_number", "journal"})
_WORK_WORDS = (word for one in LABELS if one.field == "achievement" and not (one.terse or one.heads_only) for word in one.words)
_WORK_NAMED = re.compile(
    rf"(?m)(?:^|\t)[ ]*{NUMBERING}[ ]*[【\[]?(?:{'|'.join(map(re.escape, _WORK_WORDS))})[】\]]?[ ]*(?:[:：\t]|$)"
)
_REACH = 48
_EXPRESSIONS = tuple((label, re.compile(label.pattern)) for label in LABELS if label.pattern)
_EXPRESSION = re.compile("|".join(pattern.pattern for _, pattern in _EXPRESSIONS))
_TELLS_AWARD = frozenset({"award", "grade", "category", "year", "nominator"})
_SHORT_WORD = 2
_LONG_WORD = 4
_LONG_LABEL = 16
_PERSONAL = frozenset({"ignored", "birth", "sex", "seat", "part"})
_LONG_KINDS = frozenset({Kind.LONG, Kind.HONOURS, Kind.WORK, Kind.NAMES})
_POINT = re.compile(r" *(?:\d{1,2}|[①-⑳])(?:\s*[的中和及与，,：:]|、\s*[\d①-⑳])")
"""What refers to a point, or heads one, rather than opening the section of them: 创新点 1的…, 创新点 2、3, 创新点 1：."""
_NUMBERED_POINT = re.compile(r" *(?P<n>\d{1,2})\s*[.．、]")
_MOST_WRAPPED = 12
_WRAPS_AT = 20
"""No line is broken that is shorter."""
_BROKEN_AT = 32
"""A line that ends in a word may be broken inside a name where it is longer."""
_LINE_ENDS = re.compile(r"[。；;）)]$|\t")
_GOES_ON = re.compile(r"[：:，,、（(]\s*$")
_OF_PERSONS = frozenset({Kind.TITLE, Kind.POSITION, Kind.SEX})
_OF_BEARER = _OF_PERSONS | {Kind.ORGANIZATION, Kind.RANK}
_SHORT_GAP = 6
_WIDEST = 40


def marks_and_heads(page: Sheet) -> list[Mark | Head]:
    """The labels and table heads of a sheet, in the order of the text, none inside another."""
    heads = list(row_heads(page))
    heads += [head for head in user_heads(page.text) if not any(one.start <= head.start < one.end for one in heads)]
    marks = _unless_terse(page.text, _outside(_marks(page.text), heads), heads)
    marks = sorted([*marks, *works(page.text, marks, heads)], key=lambda mark: mark.start)
    marks = [*headline(page.text, marks, heads), *marks]
    marks = sorted([*marks, *in_words(page.text, marks), *groups(page.text, marks, heads)], key=lambda mark: mark.start)
    return sorted([*heads, *with_line_heads(page.text, marks)], key=lambda found: found.start)


def _unless_terse(text: str, marks: list[Mark], heads: list[Head]) -> list[Mark]:
    """The marks, without terse labels (项目：, 单位：) unless such a one alone names the works, below words of an award or
    beside a field for it."""
    labels = [label for mark in marks for label in mark.labels]
    named = [label for label in labels if label.field == "achievement"]
    named_in_head = any(column.field == "achievement" for head in heads for column in head.columns)
    first = next((mark.start for mark in marks if any(label.terse for label in mark.labels)), 0)
    of_award = "奖" in text[:first] or any(label.field == "award" for label in labels)
    if named and all(label.terse for label in named) and not named_in_head and of_award:
        return marks
    kept = ((mark, tuple(label for label in mark.labels if not label.terse)) for mark in marks)
    return [replace(mark, labels=labels) for mark, labels in kept if labels]


def _marks(text: str) -> Iterator[Mark]:
    works_named = _WORK_NAMED.search(text) is not None
    position = 0
    while position < len(text):
        opening = _CELL_START.search(text, position)
        if opening is None:
            return
        line_end = text.find("\n", opening.end())
        line_end = len(text) if line_end < 0 else line_end
        mark = _mark(text, opening.end(), bracket=bool(opening.group("open")), start=opening.start("label"))
        if mark is None:
            nameless = _nameless(text, opening, line_end, titled=not works_named)
            position = max(opening.end(), opening.start() + 1)
            if not nameless:
                continue
            yield from nameless[:-1]
            mark = nameless[-1]
        if _is_rest(text, mark):
            position = mark.end
            continue
        if ordinal := _ORDINAL.match(text, mark.start, mark.end):
            place = ordinal.span("n" if ordinal["n"] else "behind")
            yield Mark((NUMBER,), mark.start, place[0], True)
            mark = Mark(mark.labels, place[1], mark.end, mark.colon)
        elif counted := _counted(text, opening, mark):
            yield counted
            mark = replace(mark, start=opening.end())
        yield mark
        position = max(mark.end, opening.start() + 1)
        if named := _named_behind_rank(text, mark, line_end):
            yield named
            continue
        for inline in _inline_marks(text, mark, _wrapped_end(text, mark, max(line_end, mark.end))):
            yield inline
            position = inline.end


def _named_behind_rank(text: str, mark: Mark, line_end: int) -> Mark | None:
    """The name behind a rank and a gap, labelled fields of its bearer on the line below: 排名 1    甲⏎职称：…."""
    named = _RANK_AND_NAME.match(text, mark.end, line_end) if any(one.kind is Kind.RANK for one in mark.labels) else None
    below = _CELL_START.search(text, line_end) if named and could_be_named("".join(named["name"].split())) else None
    label = _mark(text, below.end(), bracket=False, start=below.end()) if below else None
    if named is None or label is None or not label.colon or not any(one.kind in _OF_BEARER for one in label.labels):
        return None
    return Mark((_NAME_LABELS["name"],), named.start("name"), named.start("name"), True)


def _counted(text: str, opening: re.Match[str], mark: Mark) -> Mark | None:
    """The number before the label of a unit's or a person's name (2.单位名称：), where the same label counts on with it."""
    label = mark.label(Group.RECORD)
    number = _COUNT_AHEAD.search(opening["label"])
    if number is None or label is None or label.field not in _NAME_LABELS or not mark.colon:
        return None
    words = re.escape(text[opening.end() : mark.end].rstrip())
    others = "|".join(str(int(number["n"]) + step) for step in (-1, 1))
    start = opening.start("label")
    counts = re.search(rf"(?m)^[ \t]*[（(]?(?:{others})[)）.．、][ ]*{words}", text) is not None
    return Mark((NUMBER,), start, start + number.start(), True) if counts else None


def _is_rest(text: str, mark: Mark) -> bool:
    """Whether a label is the rest of a longer one that the end of the line above cuts: 通讯⏎作者."""
    cut = text.rfind("\n", 0, mark.start + 1)
    if cut < 0 or text[cut : mark.start].strip() or not mark.colon:
        return False
    places = (place for place in range(max(1, cut - _LONG_LABEL), cut) if text[place - 1] in "，,；;。、 （(")
    whole = ((place, end) for place in places for end, _, _ in _matches(text, place) if mark.start < end < mark.end)
    return any(not _two_labels(text, *one) for one in whole)


def _wrapped_end(text: str, mark: Mark, line_end: int) -> int:
    """Where the lines end over which a record's short fields go on, side by side, or a list of those who did a work with
    another behind it: those below that no label opens.
    """
    label = mark.label(Group.RECORD)
    listed = mark.label(Group.SECTION) is not None and is_done_by(mark)
    if not mark.colon or not (listed or (label is not None and label.kind not in _LONG_KINDS)):
        return line_end
    for _ in range(_MOST_WRAPPED):
        line = text[text.rfind("\n", 0, line_end) + 1 : line_end].rstrip()
        below = _CELL_START.search(text, line_end)
        stop = text.find("\n", line_end + 1)
        stop = len(text) if stop < 0 else stop
        broken = (
            (listed or len(line) >= _WRAPS_AT)
            and not _LINE_ENDS.search(line)
            and text[line_end:stop].strip()
            and "\t" not in text[line_end:stop]
        )
        if not broken or below is None or _opens_anew(text, below, stop):
            break
        line_end = stop
    return line_end


def _opens_anew(text: str, opening: re.Match[str], line_end: int) -> bool:
    """Whether a line opens with a label, a number or a name rather than going on with the line above."""
    label = _mark(text, opening.end(), bracket=False, start=opening.end())
    if opening["label"].strip() or label is not None:
        return label is None or not _is_rest(text, label)
    above = text[max(0, opening.start() - _BROKEN_AT) : opening.start()]
    named = None if _GOES_ON.search(above) else _NAMELESS.match(text, opening.end(), line_end)
    whole = "\n" in above[:-1] or above[-2:-1].isdigit()
    return named is not None and (looks_like_person(named["name"]) or (whole and organization_kind(named["name"]) is not None))


def _nameless(text: str, opening: re.Match[str], line_end: int, *, titled: bool) -> list[Mark]:
    """Marks for what has no label of its own: "1.甲，排名：1，职称：…" and "1.某某技术（完成单位：…；完成人：…）".

    A labelled field must follow soon: of a record, or at once the people or units of an achievement (where ``titled``).
    """
    work = _TITLED.match(text, opening.end(), line_end) if titled else None
    work = None if work and _IN_SENTENCE.search(work["title"]) else work
    done = _mark(text, work.end(), bracket=False, start=work.end()) if work else None
    if work and done is not None and done.colon and is_done_by(done):
        return [Mark((WORK_LABEL,), opening.start("label"), work.start("title"), True), done]
    match = _NAMELESS.match(text, opening.end(), line_end + 1)
    if match is None or _OPEN_BRACKET.search(text, max(0, opening.end() - _LONG_BRACKET), opening.end()):
        return []
    name = "".join(match["name"].split())
    behind_gap = match.end() + len(text[match.end() :][:_WIDEST]) - len(text[match.end() :][:_WIDEST].lstrip(" "))
    direct = _mark(text, behind_gap, bracket=False, start=behind_gap)
    apart = "\t" in match.group() or "\n" in match.group()
    numbered = bool(opening["label"].strip())
    above = text[max(0, opening.start() - _SHORT_GAP) : opening.start("label")] if apart and not numbered else ""
    if apart and (_GOES_ON.search(above) or not _of_bearer_alone(direct)):
        return []
    noted = match.group().endswith(("（", "(")) and numbered
    kinds = _OF_BEARER if noted else _OF_PERSONS
    told = direct is not None and direct.colon and any(label.kind in kinds for label in direct.labels)
    behind = _FIRST_PART.match(text, match.end()) if noted else None
    told = told or (numbered and _RANKED.match(text, match.end()) is not None)
    told = told or (behind is not None and (is_title(behind.group()) or organization_kind(behind.group()) is not None))
    person = looks_like_person(name) or (told and could_be_named(name))
    field = "name" if person else "unit_name" if organization_kind(name) else ""
    begin, at, stop = opening.start("label"), match.start("name"), min(line_end, match.end() + _NAMELESS_REACH)
    run_in = field == "name" and numbered and _glued_soon(text, match.end(), stop, line_end)
    row = field == "name" and numbered and tells_seat(text[match.end() : line_end]) and _labelled_below(text, line_end)
    if not field or not (apart or row or run_in or _labelled_soon(text, match.end(), stop)):
        return []
    return [*number_mark(text, begin, at), Mark((_NAME_LABELS[field],), at, at, True)]


def _labelled_below(text: str, line_end: int) -> bool:
    """Whether what somebody did, or a field of a bearer, is labelled on the line below: 1.甲 教授 某医院⏎贡献：…."""
    below = _CELL_START.match(text, line_end + len(text[line_end:]) - len(text[line_end:].lstrip()))
    mark = _mark(text, below.end(), bracket=bool(below["open"]), start=below.end()) if below else None
    label = mark.label(Group.RECORD) if mark is not None and mark.colon else None
    return label is not None and (label.field == "contribution" or label.kind in _OF_BEARER)


def _of_bearer_alone(mark: Mark | None) -> bool:
    """Whether a label in the cell or on the line behind a name can only be of its bearer: 排名：, 职称：, 工作单位：."""
    return mark is not None and mark.colon and all(label.kind in _OF_BEARER for label in mark.labels)


def _noted_item(text: str, at: int, line_end: int) -> list[Mark]:
    """Marks for an item of a list whose bracket opens with a labelled field of its bearer: 2.甲（工作单位：…）."""
    match = _NOTED_ITEM.match(text, at, line_end)
    if match is None or not _BEHIND_ITEM.search(text, max(0, at - _SHORT_GAP), at):
        return []
    direct = _mark(text, match.end(), bracket=False, start=match.end())
    told = direct is not None and direct.colon and any(label.kind in _OF_BEARER for label in direct.labels)
    if not told or not could_be_named("".join(match["name"].split())):
        return []
    return [
        *number_mark(text, at, match.start("name")),
        Mark((_NAME_LABELS["name"],), match.start("name"), match.start("name"), True),
    ]


def _labelled_soon(text: str, start: int, end: int) -> bool:
    """Whether a labelled field of a record follows, before another item of the list."""
    other = _NEXT_ITEM.search(text, start, end)
    end = other.start() + 1 if other else end
    for place in _INLINE_START.finditer(text, start, end):
        mark = _mark(text, place.end(), bracket=False, start=place.end())
        if mark is not None and mark.colon and (label := mark.label(Group.RECORD)) and label.field not in _OF_PROPERTY:
            return True
    return False


def _glued_soon(text: str, start: int, end: int, line_end: int) -> bool:
    """Whether a house stands right behind its label (工作单位某某医院), no colon between, in a list whose other items tell
    theirs with one.
    """
    for place in _INLINE_START.finditer(text, start, end):
        labels = [stop for stop, found in words_at(text, place.end()) if any(one.kind is Kind.ORGANIZATION for one in found)]
        house = _FIRST_PART.match(text, labels[-1]) if labels else None
        if house is not None and organization_kind(house.group()) is not None:
            beside = text[max(0, start - _BESIDE) : start] + text[line_end : line_end + _BESIDE]
            return re.search(_ITEM_LABELLED.format(label=re.escape(text[place.end() : labels[-1]])), beside) is not None
    return False


def _inline_marks(text: str, first: Mark, line_end: int) -> Iterator[Mark]:
    """Labels behind the one that opens a line: "姓名：甲，排名：1", "单位名称 某医院 排名 1", "奖种：某奖    年度：2020"."""
    group = next((group for group in (Group.RECORD, Group.TOP) if first.label(group)), Group.SECTION)
    if group is Group.SECTION:
        if not is_done_by(first):
            return
        cell_end = text.find("\t", first.end, line_end)
        line_end = cell_end if cell_end >= 0 else line_end
    position = first.end
    last = first
    bearers = any(label.field in _BEARERS for label in first.labels)
    if bearers and group is Group.SECTION and (item := _noted_item(text, first.end, line_end)):
        yield from item
        group, first, position = Group.RECORD, item[-1], item[-1].end + 1
    while (place := _INLINE_START.search(text, position, line_end)) is not None:
        at = place.end()
        if bearers and (item := _noted_item(text, at, line_end)):
            yield from item
            group, first, position = Group.RECORD, item[-1], item[-1].end + 1
            continue
        bearers = bearers and group is Group.RECORD
        bracket = text[at : at + 1] in _OPEN
        mark = _mark(text, at + bracket, bracket=bracket, start=at)
        gap = text[at - 2 : at] == "  " if group is Group.TOP else text[at - 1] == " "
        beside = mark is not None and (stands_beside(text, first, mark) or _of_award(first, mark))
        if group is Group.SECTION and mark is not None:
            mark = mark if mark.colon and (is_done_by(mark) or _proposes(mark)) else None
        mark = None if _inside_cell_label(text, first.end, mark) or notes_house(text, last, mark) else mark
        if (
            mark is not None
            and (mark.label(group) or (is_done_by(first) and _proposes(mark)))
            and ((beside or (gap and mark.colon)) if group is Group.TOP else gap or mark.colon)
        ):
            yield from _of_bearer(text, first, mark)
            last = mark
            position = max(mark.end, place.end() + 1)
        else:
            position = place.end() + 1
        if position >= line_end:
            return


def _proposes(mark: Mark) -> bool:
    """Whether a label is of who nominates: 1.某某技术（完成单位：…；完成人：…；提名单位：…）."""
    return any(label.field == "nominator" for label in mark.labels)


def _of_award(first: Mark, mark: Mark) -> bool:
    """Whether a label of the award stands behind a blank on the line of another: 提名奖种：某奖 提名等级：一等奖."""
    told = (one.field in _TELLS_AWARD for label in (first, mark) for one in label.labels)
    return first.colon and mark.colon and mark.end - mark.start > _LONG_WORD and all(told)


def _inside_cell_label(text: str, after: int, mark: Mark | None) -> bool:
    """Whether a label is the end of a longer one that opens its cell: 职 务 in 行 政 职 务."""
    cell = text.rfind("\t", after, mark.start) + 1 if mark else 0
    if mark is None or not cell or cell == mark.start:
        return False
    whole = _mark(text, cell, bracket=False, start=cell)
    return whole is not None and whole.end >= mark.end


def _of_bearer(text: str, first: Mark, mark: Mark) -> list[Mark]:
    """A label behind a name; 第N完成人 there is the rank of its bearer, and what follows the contribution.

    Behind another such label (第1完成单位：甲   第2完成单位：乙) its number is that of the next.
    """
    ordinal = _ORDINAL.match(text, mark.start, mark.end)
    if ordinal is None:
        return [mark]
    group = "n" if ordinal["n"] else "behind"
    if group == "behind" or first.labels != (_NAME_LABELS["name"],):
        number = Mark((NUMBER,), mark.start, ordinal.start(group), True)
        return [number, Mark(mark.labels, ordinal.end(group), mark.end, mark.colon)]
    rank = Mark((_RANK_LABEL,), mark.start, ordinal.start("n"), True)
    return [rank, Mark((_CONTRIBUTION_LABEL,), ordinal.end("n"), mark.end, True)]


def _mark(text: str, at: int, *, bracket: bool, start: int) -> Mark | None:
    """The longest label at a place, where what follows it ends a label: a colon, the cell's end, or a space."""
    if at >= len(text):
        return None
    numbered = SECTION_NUMBER.match(text, start, at)
    for end, words, labels in _matches(text, at):
        if numbered and labels[0].pattern:
            continue
        closing = (_CLOSE if bracket else _COLON).match(text, end)
        labels = labels if closing else tuple(label for label in labels if not label.terse)
        if not labels or (not closing and _too_short(words, labels)) or _two_labels(text, at, end):
            continue
        if closing:
            return Mark(labels, start, closing.end(), True)
        if bracket:
            continue
        if _BLANK_END.match(text, end):
            return Mark(labels, start, end, False)
        bare = any(label.bare for label in labels) or _is_form_word(words, labels)
        if any(label.field == "innovations" for label in labels) and _is_point(text, words, end):
            continue
        if text[end : end + 1] == " " and (bare or _heads_on(text, end)):
            return Mark(labels, start, end, False)
    return None


def _is_point(text: str, words: str, end: int) -> bool:
    """Whether the word for points has the number of one behind it, which the word with the next number elsewhere confirms."""
    if _POINT.match(text, end):
        return True
    one = _NUMBERED_POINT.match(text, end)
    numbers = "|".join(str(int(one["n"]) + step) for step in (-1, 1)) if one else ""
    return bool(numbers) and re.search(rf"(?m)^[ ]*{re.escape(words)} *(?:{numbers})\s*[.．、]", text) is not None


def _two_labels(text: str, at: int, end: int) -> bool:
    """Whether words over a line's end are two labels, each whole on its own line: 完成人 above 排序, a column's head.

    So are those that a blank parts from the label of a contribution: 完成单位 主要贡献.
    """
    gap = text.rfind(" ", at, end)
    if (
        gap > at
        and text[gap - 1] != "的"
        and any(stop == end and label.field == "contribution" for stop, found in words_at(text, gap + 1) for label in found)
    ):
        return True
    cut = text.find("\n", at, end)
    if cut < 0 or not any(_end_of_note(text, stop) == cut for stop, found in words_at(text, at) if not _all_terse(found)):
        return False
    below = len(text[:end]) - len(text[cut:end].lstrip())
    return any(stop == end for stop, found in words_at(text, below) if not _all_terse(found))


def _all_terse(labels: Iterable[Label]) -> bool:
    """Whether words label with a colon alone (项目, 推荐): above a line's end, without one, they are half of a longer label."""
    return all(label.terse for label in labels)


def _is_form_word(words: str, labels: tuple[Label, ...]) -> bool:
    """Whether a label of personal data is written as forms alone write: spaced out (性    别), or long (最高学历)."""
    spaced = bool(re.search(rf"[{HAN}][ ]+[{HAN}]", words))
    return all(label.field in _PERSONAL for label in labels) and (spaced or len(words) >= _LONG_WORD)


def _matches(text: str, at: int) -> Iterator[tuple[int, str, tuple[Label, ...]]]:
    """The labels that a place can begin, the longest first: where each ends, its words, what it labels."""
    found = [(_end_of_note(text, end), labels) for end, labels in words_at(text, at)][::-1]
    if text[at] not in GAPS and (compact := text[at : at + _REACH].translate(_NO_GAPS)) and _EXPRESSION.match(compact):
        places = [place for place in range(at, min(len(text), at + _REACH)) if text[place] not in GAPS]
        for label, pattern in _EXPRESSIONS:
            if (match := pattern.match(compact)) is not None and "\t" not in match.group():
                found.append((places[match.end() - 1] + 1, (label,)))
    for end, labels in sorted(found, key=lambda one: -one[0]):
        yield end, text[at:end], labels


def _end_of_note(text: str, end: int) -> int:
    note = _NOTE.match(text, end)
    return note.end() if note else end


def _too_short(words: str, labels: tuple[Label, ...]) -> bool:
    """Whether a section's word is so short (应用, 论文) that without a colon it may be the end of a broken line."""
    return len(re.sub(r"\s", "", words)) <= _SHORT_WORD and all(label.group is Group.SECTION for label in labels)


def _heads_on(text: str, end: int) -> bool:
    """Whether another label follows behind a space: a head such as "序号 姓名 排名"."""
    following = _SPACES.match(text, end)
    return following is not None and any(True for _ in words_at(text, following.end()))


def _outside(marks: Iterable[Mark], heads: list[Head]) -> list[Mark]:
    within = {place for head in heads for place in range(head.start, head.end)}
    return [mark for mark in marks if mark.start not in within]
