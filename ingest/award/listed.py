"""The items of lists in forms: numbered, a line each, or between marks; brackets stay with what they explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.forms import Form, Value
from ingest.award.forms.align import could_be_named, looks_like_person
from ingest.award.numbered import markers
from ingest.layout import View
from ingest.lexicon import is_place, is_position, is_title, organization_kind
from kg.model import Span
from kg.text import HAN, heal_name

__all__ = [
    "NONE",
    "above_rest",
    "before_heading",
    "before_prose",
    "beginnings",
    "healed_name",
    "item_views",
    "items",
    "lines_of",
    "name_ahead",
    "organizations_in",
    "parted",
    "parts_of",
    "told_by_row",
    "unclosed",
    "whole_lines",
]

NONE = frozenset({"无", "/", "-", "—", "–", "——", "暂无", "空", "无。"})
"""What a form says where there is nothing to say."""

_SENTENCE = re.compile(rf"[{HAN}][^。\t]{{8,}}。")
_NUMBERED = re.compile(r"\s*(?:[（(]?\d|[（(]?[一二三四五六七八九十]+[)）、]|第.{1,3}完成|[①-⑳])")
_NUMBER_AHEAD = re.compile(
    rf"[ \t]*(?:[（(]?\d{{1,2}}[)）.．、][ ]*|\d{{1,2}}[ \t]{{1,6}}(?=[{HAN}])|[①-⑳][ ]*|第.{{1,3}}完成人[：:]?[ ]*)"
)
_RANK_BEHIND = re.compile(rf"[ ]*(?:[（(](\d{{1,2}})(?:[ ]*[/／][ ]*\d{{1,2}})?[)）]|(?<=[{HAN}])[/／](\d{{1,2}}))$")
_HEADING = re.compile(r"(?m)^[ ]*[一二三四五六七八九十]{1,3}、[^\n。；，]{2,40}$")
_COUNTED_SO = re.compile(r"\s*[一二三四五六七八九十]{1,3}、")
_LIST_GOES_ON = re.compile(r"[、，,（(：:]\s*$")
_MOST_BELOW = 4
_OPENING, _CLOSING = re.compile("[（(]"), re.compile("[）)]")
_SEMICOLON = re.compile("[；;]")
_LIST_CUT = re.compile(rf"[、，,；;]|(?<![、，,；;\s][{HAN}])(?<!\A[{HAN}])(?:(?<![A-Za-z.])\s+|\s+(?![A-Z]))")
"""A blank behind one character alone parts nothing: it is a name of two that typesetting spreads."""
_SPREAD = re.compile(rf"(?<![{HAN}])[{HAN}](?P<gap>[ ]+)[{HAN}](?=[ ]+\S)")
_SPACED_NAME = rf"[{HAN}] {{1,4}}[{HAN}](?: {{1,4}}(?![男女无汉满回博硕])[{HAN}])?"
"""谷 雨 生; a character behind that is a sex, a people or a degree is none of the name."""
_HAN_NAME_AHEAD = rf"[{HAN}]{{1,7}}(?:[·•・][{HAN}]{{1,7}}){{1,3}}|[{HAN}]{{2,4}}|[{HAN}]{{5,8}}|{_SPACED_NAME}"
_NAME_AHEAD = re.compile(
    rf"\s*({_HAN_NAME_AHEAD}|[A-Z][A-Za-z.'\-]*(?: [A-Z][A-Za-z.'\-]*)*)\s*(?=[，,：:（(\s、；;—]|[/／][{HAN}]|$)"
)
_PLACE_BEHIND = re.compile(
    rf"(?:^|(?<=[。；;，,、\s]))\s*(?P<name>{_HAN_NAME_AHEAD})\s*"
    r"[（(]\s*(?P<n>\d{1,2})\s*[/／]\s*(?P<all>\d{1,2})\s*[)）]"
)
_FEWEST = 2
_ROW_CELLS = 3
_LONGEST_REST = 12
"""How much of a house's name a line's end may leave to the line below."""
_ROW_ENDS = re.compile("[，。；：,;:]")
_WIDE = re.compile(r"\S+(?:[ ]\S+)*")
_ANY_GAP = re.compile(r"\S+")
_CONTINUES = re.compile(r"附属|直属|第[一二三四五六七八九十]|（|\(|分院|院区")
_PART_CUT = re.compile(rf"[，,；;、：:（()）。]+\s*|—+\s*|(?<=[{HAN}）])\s*[/／]\s*(?=[{HAN}])|(?<![A-Za-z.])\s+|\s+(?![A-Z])")
_IN_NAME = re.compile(rf"(?<=[{HAN}])[（(](?P<inside>[{HAN}]{{2,8}})[)）](?P<behind>[{HAN}]{{2}})?")
_FIRM_BEHIND = re.compile(rf"[{HAN}]{{2,16}}公司")
"""What goes on behind a bracket in a firm's name: 推图（溪山）|医疗科技有限公司."""
_LONGEST_SEAT = 3
_OPEN, _CLOSE = "\ue000", "\ue001"
_OF_COMPANIES = frozenset({"集团", "中国", "控股", "股份", "国际"})


def items(form: Form, value: Value, *, from_one: bool = True) -> Iterator[tuple[int | None, str, Span]]:
    """The items of a list with their numbers: numbered ones, else lines that open with a name, else parts between marks."""
    numbered = list(item_views(form, value, from_one=from_one)) or list(_of_so_many(form.view(value)))
    if numbered:
        for number, part in numbered:
            yield from _item(part, 0, len(part.text), number=number)
        return
    for parts in (lines_of(form, value), parted(form.view(value))):
        if _each_of_one(parts) and (len(parts) > 1 or _tells_where(parts[0])):
            for part in parts:
                yield from _item(part, 0, len(part.text), number=None)
            return
    gapped = list(_gapped(form, value))
    if len(gapped) > 1:
        for piece in gapped:
            yield None, healed_name(piece.text), piece.span(0, len(piece.text))
        return
    yield from _cut_items(form.view(value))


def _of_so_many(view: View) -> Iterator[tuple[int, View]]:
    """People each with a place among so many behind the name: 甲（1/6）主任医师，… 乙（2/6）…, if they count on."""
    found = list(_PLACE_BEHIND.finditer(view.text))
    counted = [int(one["n"]) for one in found] == list(range(1, len(found) + 1)) and len({one["all"] for one in found}) == 1
    if len(found) < _FEWEST or not counted or view.text[: found[0].start()].strip():
        return
    stops = [following.start() for following in found[1:]] + [len(view.text)]
    for one, stop in zip(found, stops, strict=True):
        yield int(one["n"]), View(view.text[one.start("name") : stop], view.offsets[one.start("name") : stop])


def _each_of_one(parts: list[View]) -> bool:
    """Whether each part opens with a name, most beyond doubt, and says something of its bearer rather than naming others."""
    names = [name_ahead(part.text) for part in parts]
    behind = [parts_of(part.text)[1:] for part in parts]
    if any(organization_kind(opens) for part in parts for opens in parts_of(part.text)[:1]):
        return False  # 安影（溪山）医疗器械有限公司: a firm whose name opens as a person's may
    told = all(words and not any(map(looks_like_person, words)) for words in behind)
    return told and all(map(could_be_named, names)) and sum(map(looks_like_person, names)) * 2 > len(names)


def _tells_where(line: View) -> bool:
    return any(organization_kind(part) or is_title(part) for part in parts_of(line.text)[1:])


def before_prose(form: Form, value: Value) -> Value:
    """A list's value up to a line that runs on as a text of its own, as news does behind the list of a project's people."""
    kept: list[tuple[int, int]] = []
    for start, end in value:
        text, told = form.page.text[start:end], 0
        for line in re.finditer(r"[^\n]*\S[^\n]*", text):
            above = kept or text[: line.start()].strip()
            if not above or not _runs_on(line.group()):
                continue
            if _counts_on(text[line.end() :]):
                told = line.end()
            elif not told or not _of_last_item(text[told : line.start()]):
                return (*kept, (start, start + line.start()))
        kept.append((start, end))
    return value


def _of_last_item(between: str) -> bool:
    """Whether what stands before a line is the last item that a number and a name open, no blank line behind it."""
    lines = between.rstrip(" \t").rstrip("\n").split("\n")
    opens = next((place for place in range(len(lines) - 1, -1, -1) if _opens_item(lines[place])), None)
    return opens is not None and all(line.strip() for line in lines[opens:])


def before_heading(form: Form, value: Value) -> Value:
    """A list's value up to a section's heading that no label knows (四、…), where its own items are not numbered so."""
    kept: list[tuple[int, int]] = []
    for start, end in value:
        heading = None if _COUNTED_SO.match(form.page.text, start) else _HEADING.search(form.page.text, start, end)
        if heading and (kept or form.page.text[start : heading.start()].strip()):
            return (*kept, (start, heading.start()))
        kept.append((start, end))
    return value


def above_rest(form: Form, value: Value) -> Iterator[Value]:
    """The first lines of a value, ever fewer, but for a few, where the last of them ends as a list may end."""
    stops = [(start, start + line.end()) for start, end in value for line in re.finditer(r"[^\n]+", form.page.text[start:end])]
    for _, stop in stops[-_MOST_BELOW - 1 : -1][::-1]:
        part = tuple((start, min(end, stop)) for start, end in value if start < stop)
        if not _LIST_GOES_ON.search(form.page.text[part[-1][0] : stop]):
            yield part


def _counts_on(below: str) -> bool:
    """Whether lines below go on with the list: a number, and a person's name behind it."""
    return any(map(_opens_item, below.split("\n")))


def _opens_item(line: str) -> bool:
    number = _NUMBER_AHEAD.match(line)
    return number is not None and looks_like_person(name_ahead(line[number.end() :]))


def _runs_on(line: str) -> bool:
    """Whether a line is a sentence that opens with neither a number nor a person's name."""
    opens = _NUMBERED.match(line) or _PLACE_BEHIND.match(line) or looks_like_person(name_ahead(line)) or _tells_of_one(line)
    return bool(_SENTENCE.search(line)) and not opens


def _tells_of_one(line: str) -> bool:
    """Whether a line is a name, rare as it may be, with title and house behind it."""
    behind = parts_of(line)[1:]
    told = any(map(is_title, behind)) and any(map(organization_kind, behind))
    return told and could_be_named(name_ahead(line))


def item_views(form: Form, value: Value, *, from_one: bool = True) -> Iterator[tuple[int, View]]:
    """The items of a numbered list with their numbers; none where it is not numbered 1, 2, … (or on, if not from one)."""
    view, begins = form.view(value), beginnings(form, value)
    found = markers(view.text, begins, from_one=from_one)
    for one, following in zip(found, [*found[1:], None], strict=False):
        stop = following.start if following else len(view.text)
        if one.end < stop:
            part = View(view.text[one.end : stop], view.offsets[one.end : stop])
            below = next((place - one.end for place in begins if one.end < place < stop), 0)
            yield one.number, _row_apart(part, below) if below else part


def told_by_row(form: Form, value: Value) -> View:
    """What a value says, with a gap where its first line is a row of a name, posts and a house, and sentences stand below."""
    view, begins = form.view(value), beginnings(form, value)
    below = next((place for place in begins if place), 0)
    return _row_apart(view, below) if below else view


def _row_apart(part: View, below: int) -> View:
    """An item whose first line is a row (甲  教授  放射科主任  某医院), or a house, with a gap before the sentences below."""
    row, rest = part.text[:below], part.text[below:]
    cells = parts_of(row)
    told = len(cells) >= _ROW_CELLS and (organization_kind(cells[-1]) or is_title(cells[-1]) or is_position(cells[-1]))
    told = told or _is_whole_house(row, rest)
    if not told or row.endswith(" ") or _ROW_ENDS.search(row) or _CONTINUES.match(rest) or "。" not in rest:
        return part
    return View(f"{row} {rest}", (*part.offsets[:below], part.offsets[below - 1], *part.offsets[below:]))


def _is_whole_house(row: str, rest: str) -> bool:
    """Whether a line is a house's name that no words of the line below go on with: 某市医院⏎负责临床验证。"""
    house = row.strip()
    if organization_kind(house) is None:
        return False
    longer = (rest[:length] for length in range(1, _LONGEST_REST))
    return not any(organization_kind(house + more) is not None for more in longer if more != house[-len(more) :])


def beginnings(form: Form, value: Value) -> list[int]:
    """Where in the healed text of a value its lines began."""
    begins = {line.offsets[0] for line in lines_of(form, value)}
    return [place for place, offset in enumerate(form.view(value).offsets) if offset in begins]


def _gapped(form: Form, value: Value) -> Iterator[View]:
    """Names that only gaps part ("甲 乙  丙丁"): wide ones where there are some, else any; nothing where one is no name."""
    text = "\n".join(form.page.text[start:end] for start, end in value)
    if re.search(r"[、，,；;：:。（(\d]", text):
        return
    for gap in (_WIDE, _ANY_GAP):
        found = [
            (start + match.start(), start + match.end())
            for start, end in value
            for match in gap.finditer(form.page.text[start:end])
        ]
        views = [
            form.view(extents) for extents in (_spread_joined(form, found) if gap is _ANY_GAP else [(one,) for one in found])
        ]
        if len(views) > 1:
            if all(could_be_named(healed_name(view.text)) for view in views):
                yield from views
            return


def _spread_joined(form: Form, found: list[tuple[int, int]]) -> list[Value]:
    """The pieces, two characters that stand alone one behind the other as one name: 沙 默."""
    joined: list[Value] = []
    alone = False
    for start, end in found:
        if alone and end - start == 1:
            joined[-1] = ((joined[-1][0][0], end),)
            alone = False
        else:
            joined.append(((start, end),))
            alone = end - start == 1
    return joined


def _cut_items(view: View) -> Iterator[tuple[int | None, str, Span]]:
    for part in _parted(_unspread(view), _LIST_CUT):
        yield from _item(part, 0, len(part.text), number=None)


def _unspread(view: View) -> View:
    """A view without the blanks inside names of two that typesetting spreads, where others stand beside: 沙 默 司空甲."""
    inside = {place for match in _SPREAD.finditer(view.text) for place in range(match.start("gap"), match.end("gap"))}
    if not inside:
        return view
    kept = [place for place in range(len(view.text)) if place not in inside]
    return View("".join(view.text[place] for place in kept), tuple(view.offsets[place] for place in kept))


def parted(view: View) -> list[View]:
    """The parts between semicolons."""
    return list(_parted(view, _SEMICOLON))


def _parted(view: View, cut: re.Pattern[str]) -> Iterator[View]:
    """The parts of a view between marks that stand outside brackets."""
    depth, start, text = 0, 0, view.text + "；"
    for place, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if depth <= 0 and cut.match(text, place):
            if view.text[start:place].strip():
                yield View(view.text[start:place], view.offsets[start:place])
            start = place + 1


def _item(view: View, start: int, stop: int, *, number: int | None) -> Iterator[tuple[int | None, str, Span]]:
    words = unclosed(view.text[start:stop].strip(" ，,；;、。"))
    if words:
        at = view.text.index(words, start)
        behind = _RANK_BEHIND.search(words) if number is None else None
        if behind is not None and behind.start():
            number, words = int(behind[1] or behind[2]), words[: behind.start()]
        yield number, words, view.span(at, at + len(words))


def unclosed(words: str) -> str:
    """Words without the closing bracket behind them that nothing in them opens.

    >>> unclosed("某某科技（北京）有限公司）"), unclosed("甲（乙）")
    ('某某科技（北京）有限公司', '甲（乙）')
    """
    return (
        words[:-1].rstrip()
        if words[-1:] in tuple("）)") and len(_OPENING.findall(words)) < len(_CLOSING.findall(words))
        else words
    )


def lines_of(form: Form, value: Value) -> list[View]:
    """The lines of a value that hold words, each healed."""
    found = []
    for start, end in value:
        for match in re.finditer(r"[^\n]*\S[^\n]*", form.page.text[start:end]):
            found.append(form.view(((start + match.start(), start + match.end()),)))
    return found


def parts_of(words: str) -> list[str]:
    """The parts of an item between marks, blanks and brackets; a bracket inside a firm's name parts nothing.

    >>> parts_of("甲（推图科技（北京）有限公司）、工程师")
    ['甲', '推图科技（北京）有限公司', '工程师']
    """
    kept = _IN_NAME.sub(_kept_whole, words)
    return [part.replace(_OPEN, "（").replace(_CLOSE, "）") for part in _PART_CUT.split(kept) if part]


def _kept_whole(bracket: re.Match[str]) -> str:
    inside, behind = bracket["inside"], bracket["behind"]
    firm = _FIRM_BEHIND.match(bracket.string, bracket.end("inside") + 1) is not None
    bare = len(inside) <= _LONGEST_SEAT and not (is_title(inside) or is_position(inside) or organization_kind(inside))
    seat = is_place(inside) or inside in _OF_COMPANIES or (firm and bare)
    named = behind is not None and seat and not is_title(behind)
    return f"{_OPEN}{inside}{_CLOSE}{behind}" if named else bracket.group()


def name_ahead(text: str) -> str:
    """The name that an item opens with, "" where it opens with none."""
    match = _NAME_AHEAD.match(text)
    return healed_name(match.group(1)) if match else ""


def whole_lines(form: Form, value: Value) -> Iterator[tuple[int | None, str, Span]]:
    """Lines as items, a line that only goes on with the name above joined to it."""
    joined: list[list[tuple[int, int]]] = []
    for start, end in value:
        for match in re.finditer(r"[^\n\t]*\S[^\n\t]*", form.page.text[start:end]):
            parts = match.group().split()
            if len(parts) > 1 and all(map(organization_kind, parts)):
                joined += [
                    [(start + part.start(), start + part.end())] for part in re.finditer(r"\S+", form.page.text[start:end])
                ]
                break
            extent = (start + match.start(), start + match.end())
            whole = joined and organization_kind(form.text(tuple(joined[-1])))
            if whole and not _CONTINUES.match(match.group().strip()):
                joined.append([extent])
            elif joined:
                joined[-1].append(extent)
            else:
                joined.append([extent])
    for extents in joined:
        view = form.view(tuple(extents))
        yield None, view.text.strip(), view.span(0, len(view.text))


def healed_name(text: str) -> str:
    """A name without the blanks that typesetting puts between Chinese characters."""
    return re.sub(rf"(?<=[{HAN}]) +(?=[{HAN}])", "", heal_name(text))


def organizations_in(text: str) -> list[str]:
    """The organisations that a cell names: one, or several with a list's marks between them.

    >>> organizations_in("某某大学附属医院、某某研究所"), organizations_in("无")
    (['某某大学附属医院', '某某研究所'], [])
    """
    healed = unclosed(heal_name(text).strip("。；;，,、 "))
    parts = [part for part in re.split(r"[、；;，,]|/(?=[^A-Za-z])", healed) if part]
    if len(parts) > 1 and all(organization_kind(part) for part in parts):
        return parts
    if healed in NONE or len(healed) < 3 or len(healed) > 60 or looks_like_person(healed) or is_title(healed):
        return []
    latin = re.fullmatch(r"[A-Za-z ,.&'\-]+", healed)
    return (
        [healed]
        if organization_kind(healed) or (len(healed) >= 5 and not latin and not re.search(r"[。；：]|\d{4}", healed))
        else []
    )
