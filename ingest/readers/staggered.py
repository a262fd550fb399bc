"""Tables whose cells blanks align and of which no number tells where a row begins, or stands in the middle of its row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from ingest.readers.cuts import Fragment, cut, joined
from ingest.readers.outline import ends_sentence
from ingest.readers.pieces import (
    FEWEST_COLUMNS,
    FEWEST_ROWS,
    GUTTER,
    LONGEST_HEAD,
    PAGE_NUMBER,
    PIECE,
    RULE,
    TOKEN,
    WORD,
    Piece,
    Strip,
    is_between,
    is_sum,
    pieces_of,
    strips_of,
    width,
)
from ingest.table.captions import is_caption, is_furniture, is_group, is_note
from ingest.table.columns import Column, is_known_header, read_header
from kg.text import HAN

__all__ = ["uncut"]

_DAY = re.compile(r"\d{1,2}月\d{1,2}日(?!\s*\d)")
_APART = re.compile(rf"{RULE.pattern}|[{HAN}]{{2,8}}[:：].*|.*(?:\d月\d{{1,2}}日|(?:主|分)会场|主持).*")
"""What stands between the rows of a programme: a rule, a label with what it tells, a day, a room, who presides."""
_PAGE_HEAD = re.compile(r"[ \u3000]{4,}\S.*[ \u3000]{2,}\d{1,4}")
"""What a page is headed with, its number beside it."""
_TALLEST_HEAD = 3
_MOST_LINES = 400
_LONGEST_PROSE = 60
_MOST_ENDS = 5
_SHARE = 0.1
_NEAR = 6
"""So many lines below the rows of a table are looked at for more of it."""
_FEWEST_OF_ROW = 4
"""Columns of a table with one row, all of whose heads are known."""


def uncut(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The lines of a table of which no number tells where a row begins, and how many lines it takes."""
    best: tuple[int, list[str], int] = (0, [], 0)
    if not read_header(WORD.findall(lines[at])):
        return [], 0
    whole, taken = _line_a_row(lines, at)
    if whole:
        return whole, taken
    for height in range(1, _TALLEST_HEAD + 1):
        head = lines[at : at + height]
        if len(head) < height or not all(map(_could_be_head, head)):
            break
        below = list(_below(lines[at + height :], head))
        for end, ambiguous in product(_ends(below), (2, 1)):
            count, found = _cut_rows(head, below[:end], ambiguous)
            best = max(best, (count, found, height + end), key=lambda one: one[0])
            if count == len(" ".join(head).split()):
                return found, height + end
    return best[1], best[2]


def _line_a_row(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The head and the rows below it, where each line holds as many words between wide blanks as the head; none otherwise.

    A line of fewer words right below, or a whole one further down, tells of cells that go on below their first line. What
    a page's end puts between rows, its number and the head again, is left out.
    """
    head = _parts(lines[at])
    rows, end, gap = [head], at + 1, 0
    for place, line in enumerate(lines[at + 1 : at + _MOST_LINES], at + 1):
        words = _with_blank(line, lines[at]) or _parts(line)
        if words and words != head and not PAGE_NUMBER.fullmatch(line.strip()):
            if len(words) != len(head) or (gap and lines[place - gap : place] == [""] * gap):
                break
            rows.append(words)
            end = place + 1
        gap = 0 if end == place + 1 else gap + 1
    behind = [line for line in lines[end : end + _NEAR] if line.strip() and not PAGE_NUMBER.fullmatch(line.strip())]
    goes_on = any(len(_parts(line)) == len(head) for line in behind)
    goes_on = goes_on or sum(not all(words) for words in rows) * 2 >= len(rows)
    under = end < len(lines) and (len(_parts(lines[end])) > 1 or (lines[end].strip() and lines[end][0] in " \u3000"))
    if len(head) < FEWEST_COLUMNS or len(rows) <= FEWEST_ROWS or goes_on or under:
        return [], 0
    return ["\t".join(words) for words in rows], end - at


def _with_blank(line: str, head: str) -> list[str]:
    """The cells of a line of which one is blank, by the heads above them; none where one does not begin where its head does."""
    if len(_parts(line)) != len(_parts(head)) - 1 or len(_parts(line)) < FEWEST_COLUMNS:
        return []
    for ambiguous in (2, 1):
        heads, own = ([one.start for one in pieces_of(words, ambiguous)] for words in (head, line))
        if own[0] == heads[0] and set(own) <= set(heads):
            cells = {one.start: one.text for one in pieces_of(line, ambiguous)}
            return [cells.get(start, "") for start in heads]
    return []


def _parts(line: str) -> list[str]:
    return PIECE.findall(line.replace("\u3000", "  ").strip())


def _could_be_head(line: str) -> bool:
    return bool(line.strip()) and all(len(word) <= LONGEST_HEAD and not word.isdigit() for word in WORD.findall(line))


def _below(lines: Sequence[str], head: Sequence[str]) -> Iterator[str]:
    """The lines below a head up to where something else begins: prose, another head, cells that tabs part.

    Below a head with a rule under it that is the next rule, or the caption that goes on behind the page's end.
    """
    said = [line.split() for line in head]
    drawn = bool(lines) and RULE.fullmatch(lines[0]) is not None
    for place, line in enumerate(lines[:_MOST_LINES]):
        words = line.split()
        if drawn and (is_caption(line.strip()) or (place and _closes(lines[place:]))):
            return
        prose = len(line.strip()) > _LONGEST_PROSE and len(PIECE.findall(line.strip())) == 1
        if "\t" in line or (prose and not RULE.fullmatch(line)):
            return
        if words not in said and len(words) >= FEWEST_COLUMNS and read_header(words):
            return
        yield line


def _closes(lines: Sequence[str]) -> bool:
    """Whether a line is the rule below a table: what follows is no row."""
    below = next((line for line in lines[1:] if line.strip()), "")
    return RULE.fullmatch(lines[0]) is not None and len(PIECE.findall(below.replace("\u3000", "  "))) < FEWEST_COLUMNS - 1


def _is_apart(line: str, second: int = 0) -> bool:
    """Whether a line is none of a row, by its words: a heading over rows, a note, a page's number, a rule.

    One that begins where rows do and ends before the second column may go on with a cell of the first.
    """
    words = line.strip()
    if (
        not words
        or PAGE_NUMBER.fullmatch(words)
        or is_note(words)
        or (_APART.fullmatch(words) and not words[0].isdigit())
        or _DAY.match(words)
    ):
        return True
    alone = len(PIECE.findall(words.replace("\u3000", "  "))) == 1
    if is_sum(line) or (alone and is_between(line) and line.startswith((" ", "\u3000"))):
        return True
    edge = alone and not line.startswith((" ", "\u3000"))
    plain = is_group(words) or is_furniture(words) or ends_sentence(words)
    return edge and (width(words, 2) + GUTTER > (second or LONGEST_HEAD * 2) or plain)


def _ends(body: Sequence[str]) -> Iterator[int]:
    """Where the table may end: at the last line, and before each of the last lines that are none of a row."""
    last = max((place + 1 for place, line in enumerate(body) if not _is_apart(line)), default=0)
    yield last
    between = [
        place
        for place in range(last - 1, 0, -1)
        if _is_apart(body[place]) or is_between(body[place]) or _PAGE_HEAD.fullmatch(body[place])
    ]
    yield from between[:_MOST_ENDS]


def _cut_rows(head: Sequence[str], body: Sequence[str], ambiguous: int) -> tuple[int, list[str]]:
    """How many columns the table has and its lines, its rows with tabs; none where they are no table below that head."""
    said = [line.split() for line in head]
    heads, lines = ([pieces_of(line, ambiguous) for line in one] for one in (head, body))
    told = [
        pieces if not (is_between(line) or _is_apart(line)) and line.split() not in said else []
        for line, pieces in zip(body, lines, strict=True)
    ]
    starts = _starts([*heads, *told])
    heads = [list(_parted(line, starts, ambiguous)) for line in heads]
    below = [piece for line in told for piece in _parted(line, starts, ambiguous)]
    strips = strips_of([*(piece for line in heads for piece in line), *below])
    if len(heads) == 1 and len(strips) < len(heads[0]) and (beside := _moved(heads[0], strips_of(below))):
        strips, heads = strips_of(below), [beside]
    rows = sum(len(line) > 1 for line in told)
    if len(strips) < FEWEST_COLUMNS or not rows:
        return 0, []
    columns = read_header(["".join(part.text for part in cell) for cell in _by_strip(heads, strips)])
    if rows < FEWEST_ROWS and (len(columns) < _FEWEST_OF_ROW or not all(is_known_header(one.header) for one in columns)):
        return 0, []
    lower = _by_strip(heads[1:], strips)
    if len(columns) != len(strips) or not all(
        is_known_header(c.header) for c, more in zip(columns, lower, strict=True) if more
    ):
        return 0, []
    held = [bool(line.strip()) and line.split() not in said and not _is_apart(line, strips[1][0]) for line in body]
    pieces = [list(_parted(line, starts, ambiguous)) for line in lines]
    runs = list(_runs(held))
    grids = [[_fragments(line, strips, ambiguous) for line in pieces[start:end]] for start, end in runs]
    found = {
        start + first: _tabbed(grid[first:last], columns)
        for (start, _), grid, rows in zip(runs, grids, cut(grids, columns), strict=False)
        for first, last in rows
    }
    tall = len(found) < sum(map(len, grids))
    if not found or not (tall or rows < FEWEST_ROWS) or not all(_is_parted(line, strips) for line in [*heads, *told]):
        return 0, []
    kept = [found.get(place, "" if held[place] or line.split() in said else line) for place, line in enumerate(body)]
    last = max(place for place, inside in enumerate(held) if inside)
    between = [
        line for at, line in enumerate(kept) if at > last or not (PAGE_NUMBER.fullmatch(line.strip()) or _is_blank(line))
    ]
    return len(columns), ["\t".join(column.header for column in columns), *between]


def _is_blank(line: str) -> bool:
    """Whether a line says nothing: empty, or drawn."""
    return not line.strip() or ("\t" not in line and RULE.fullmatch(line) is not None)


def _starts(lines: Sequence[Sequence[Piece]]) -> frozenset[int]:
    """The columns in which many lines begin a piece."""
    told = Counter(piece.start for line in lines for piece in line)
    least = max(FEWEST_ROWS + 1, _SHARE * sum(map(bool, lines)))
    return frozenset(start for start, count in told.items() if count >= least)


def _parted(line: Sequence[Piece], starts: frozenset[int], ambiguous: int) -> Iterator[Piece]:
    """The pieces of a line, one that overran its column parted from the next where the others begin it."""
    for piece in line:
        before, at = piece.start, piece.start
        words: list[str] = []
        for word in piece.text.split(" "):
            if words and at in starts:
                yield Piece(" ".join(words), before, at - GUTTER)
                before, words = at, []
            words.append(word)
            at += width(word, ambiguous) + 1
        yield Piece(" ".join(words), before, piece.end)


def _moved(head: Sequence[Piece], strips: Sequence[Strip]) -> list[Piece]:
    """The words of a head above the columns that they head in their order, though each stands a little beside its own."""
    near = [0, *(start for start, _ in strips), 10_000]
    beside = len(head) == len(strips) and all(near[at] <= one.start < near[at + 2] for at, one in enumerate(head))
    return [Piece(one.text, start, end) for one, (start, end) in zip(head, strips, strict=True)] if beside else []


def _by_strip(lines: Sequence[Sequence[Piece]], strips: Sequence[Strip]) -> list[list[Piece]]:
    return [[piece for line in lines for piece in line if start <= piece.start < end] for start, end in strips]


def _is_parted(line: Sequence[Piece], strips: Sequence[Strip]) -> bool:
    """Whether no column of a line holds words that wide blanks part, but for the characters of a name that is spread."""
    return all(len(cell) < 2 or min(len(piece.text) for piece in cell) == 1 for cell in _by_strip([line], strips))


def _runs(held: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of lines with rows, between headings and blank lines; a page's number parts no row."""
    start: int | None = None
    for place, told in enumerate([*held, False]):
        if told and start is None:
            start = place
        elif not told and start is not None:
            yield start, place
            start = None


def _fragments(line: Sequence[Piece], strips: Sequence[Strip], ambiguous: int) -> list[Fragment | None]:
    found: list[Fragment | None] = []
    for cell in _by_strip([line], strips):
        text = " ".join(piece.text for piece in cell)
        token = TOKEN.match(text)
        wide = cell[-1].end - cell[0].start if cell else 0
        found.append(Fragment(text, wide, width(token.group(), ambiguous) if token else 0) if cell else None)
    return found


def _tabbed(lines: Sequence[Sequence[Fragment | None]], columns: Sequence[Column]) -> str:
    cells = ([part.text for line in lines if (part := line[at])] for at in range(len(columns)))
    return "\t".join(joined(column.kind, cell) for column, cell in zip(columns, cells, strict=True))
