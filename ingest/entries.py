"""One entry of a list of winners: its title, its people each with the place of work, its bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import TITLES, could_be_person, is_person, is_title, organization_kind
from ingest.names import organizations
from kg.text import HAN, heal_name

__all__ = ["Entry", "Named", "entry_of", "named_in", "title_line"]

_NUMBER = re.compile(r"^\s*(?:\d{1,3}\s*[.、．)）\t|｜ ]|[（(]\d{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、.])\s*")
_TITLE = re.compile(r"[《“](?P<title>[^《》“”]{6,90})[》”]")
_CUT = re.compile(r"[\t|｜、，,；;：:/]|(?<![A-Za-z.])\s|\s(?![A-Z])")
_NOTE = re.compile(r"(?P<base>[^（）()]*)[（(](?P<note>[^（）()]+)[)）]\s*")
_WITH_TITLE = re.compile(
    rf"(?P<name>[{HAN}·]{{2,8}}?|[A-Z][A-Za-z. \-]+?)"
    rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|博士|主任|院长|所长)+"
)
_WHO = (
    r"(?:第一|通[讯信]|全部|获奖)?作者|获奖[者人]|(?:主要)?完成(?:人员?|单位)|(?:项目)?负责人|(?:参与|主持|发明)人员?|(?:主要|团队|项目)成员"
    r"|(?:工作|作者|所在|选送)?单位|姓名|(?:论文)?题目"
)
_LABEL = re.compile(_WHO)
_OTHER_LABEL = re.compile(rf"(?:^|[\s|｜])(?!(?:{_WHO})[:：])[{HAN}]{{2,6}}\s*[:：|｜]")
"""A label of something else: 编辑：…, 来源 | …."""
_UNIT = re.compile(rf"[{HAN}]{{1,12}}(?:科|室|中心|部|系|处|组|病区|学院)")
_HEADS = re.compile(
    rf"(?:序号|编号|{_WHO}|职称|职务|科室|(?:论文|项目|成果)?名称|获奖项目|提名单位|提名者|推荐单位|备注|(?:获奖)?等级|奖项|年度)"
)
_GLUED_TITLE = re.compile(
    rf"^(?P<title>[^，,；;：:。“”《》\t|｜]{{8,70}}?)(?<=[{HAN}]{{4}})(?=(?:主要|项目)?(?<!第[一二三])完成(?:人员?|单位)\s*[:：])"
)
"""某技术的创新、应用及推广|完成人：甲、乙: a title, which may hold a row of its own, that runs into the label."""
_NO_TITLE = re.compile(r"[。；;：:，,？?！!\t|｜]|^(?:现|根据|为|经|各|附|特|我|以下|按|关于|对)")
_DATED = re.compile(r"(?:19|20)\d\d\s*(?:[-/.]|年)\s*\d{1,2}\s*(?:[-/.]|月)\s*\d{1,2}")
"""2024-05-06 阅读：12: the line of a page that says when it was put there, and by whom."""
_WHO_GOT = re.compile(rf"[{HAN}·、（）() ]{{2,30}}——")
"""张三——某学会“优秀专家”: whom an honour of another giver is told of."""
_IN_BRACKETS = re.compile(r"^\s*[（(](?P<names>[^（）()]+)[)）]\s*$")
"""《…》（张三、李四）: who did what is quoted, in brackets of their own."""
_SPREAD = re.compile(rf"(?:^|(?<=[、，,：:\s]))([{HAN}])[ \u3000]{{1,4}}([{HAN}])(?=[、，,；;（(\s]|$)")
"""祁  昊: a name of two characters that typesetting spreads."""
_SHORTEST_TITLE = 8
_LONGEST_TITLE = 70
_LONGEST = 260
_ETC = re.compile(r"等(?:\d+人)?$")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of an entry, with the place of work that it tells, "" where it tells none or several."""

    name: str
    house: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one entry of a list names."""

    title: str
    people: tuple[Named, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    """A part of an entry: P a person, O a body, T a title word, N nothing, W words that may be a title."""

    kind: str
    text: str


def entry_of(text: str) -> Entry | None:
    """The entry that a line is; None where a part of it is neither name nor title.

    >>> [(one.name, one.house) for one in entry_of("1．《骨龄的自动评估》 柏舟、翟远（岚江医院）").people]
    [('柏舟', '岚江医院'), ('翟远', '岚江医院')]
    """
    words = _GLUED_TITLE.sub(r"《\g<title>》", _NUMBER.sub("", text.strip().rstrip("。；;")))
    words = _SPREAD.sub(r"\1\2", words)
    if not words or "。" in words or len(words) > _LONGEST or _is_head(words):
        return None
    if _OTHER_LABEL.search(words) or _DATED.match(words):
        return None
    quoted = _TITLE.search(words)
    if _WHO_GOT.match(words):
        return None
    rest = words[: quoted.start()] + "\t" + _IN_BRACKETS.sub(r"\g<names>", words[quoted.end() :]) if quoted else words
    tokens = [token for part in _parts(rest) for token in _tokens(part)]
    titles = [token.text for token in tokens if token.kind == "W"]
    if len(titles) + bool(quoted) > 1 or not any(token.kind in "PO" for token in tokens):
        return None
    title = heal_name(quoted["title"]) if quoted else "".join(titles)
    return _read(title, [token for token in tokens if token.kind in "POMT"])


def title_line(text: str) -> str:
    """The title that a line is which holds nothing else, "" where it is none: of a work whose people stand a line below.

    >>> title_line("2．甲病超声筛查体系的建立与应用"), title_line("岚江市第一人民医院"), title_line("根据奖励办法")
    ('甲病超声筛查体系的建立与应用', '', '')
    """
    words = _NUMBER.sub("", text.strip()).strip("《》“”")
    named = organization_kind(words) is not None or could_be_person(words) or is_title(words)
    fits = _SHORTEST_TITLE <= len(words) <= _LONGEST_TITLE and not _NO_TITLE.search(words) and not _is_head(words)
    return heal_name(words) if fits and not named and entry_of(text) is None else ""


def named_in(words: str) -> Named | None:
    """Whom words name that are one part of a row, with the house before or behind in brackets; None where they name nobody.

    >>> named_in("岚江大学附属医院超声科柏舟"), named_in("岚江大学附属医院")
    (Named(name='柏舟', house='岚江大学附属医院', title=''), None)
    """
    tokens = list(_tokens(words))
    if "".join(token.kind for token in tokens) not in ("P", "OP", "PO"):
        return None
    told = {token.kind: token.text for token in tokens}
    return Named(told["P"], told.get("O", ""))


def _is_head(words: str) -> bool:
    return all(_HEADS.fullmatch(cell.strip()) for cell in re.split(r"[\t|｜]|\s{1,}", words) if cell.strip())


def _parts(text: str) -> Iterator[str]:
    """The parts of a line between marks and blanks that stand outside brackets."""
    depth, start = 0, 0
    for place, char in enumerate(text + "\t"):
        depth += (char in "（(") - (char in "）)")
        if depth <= 0 and _CUT.match(text + "\t", place):
            yield text[start:place].strip()
            start = place + 1


def _tokens(part: str) -> Iterator[_Token]:
    noted = _NOTE.fullmatch(part)
    base, note = (noted["base"].strip(), noted["note"]) if noted else (part, "")
    if noted and organization_kind(part) is not None and not could_be_person(base):
        yield _Token("O", heal_name(part))
        return
    yield from _of_words(_ETC.sub("", base))
    houses = [one for one in re.split(r"[、，,；;/]", note) if organization_kind(one.strip())]
    if houses:
        yield _Token("O" if len(houses) == 1 else "M", heal_name(houses[0]))


def _of_words(base: str) -> Iterator[_Token]:
    if not base or base.isdigit() or _LABEL.fullmatch(base):
        return
    titled = _WITH_TITLE.fullmatch(base)
    if is_title(base):
        yield _Token("T", base)
    elif organization_kind(base) is not None and not is_person(base):
        yield _Token("O", _house(heal_name(base)))
    elif could_be_person(base):
        yield _Token("P", heal_name(base))
    elif titled is not None and could_be_person(titled["name"]):
        yield _Token("P", heal_name(titled["name"]))
    elif (glued := _glued(base)) is not None:
        yield from (_Token("O", glued[0]), _Token("P", glued[1]))
    elif not _UNIT.fullmatch(base):
        yield _Token("W" if len(base) >= _SHORTEST_TITLE else "X", base)


def _glued(base: str) -> tuple[str, str] | None:
    """甲医院张三, 甲医院放射科张三: a house and a name with at most a unit between them."""
    house = next((one for one in organizations(base) if one.start == 0), None)
    if house is None:
        return None
    for length in (3, 2, 4):
        name = base[-length:]
        between = base[house.end : len(base) - length]
        if house.end <= len(base) - length and could_be_person(name) and (not between or _UNIT.fullmatch(between)):
            return _house(heal_name(base[: house.end])), name
    return None


def _house(name: str) -> str:
    """The house of a department: 甲医院放射科 is of 甲医院."""
    if organization_kind(name) != "department":
        return name
    fronts = (name[:end] for end in range(len(name) - 1, 3, -1))
    return next((one for one in fronts if organization_kind(one) in ("hospital", "university", "institute")), name)


def _read(title: str, tokens: list[_Token]) -> Entry | None:
    kinds = "".join(token.kind for token in tokens if token.kind != "T")
    named = [token for token in tokens if token.kind != "T"]
    told = [token.text for token in tokens if token.kind == "T"]
    bodies = tuple(token.text for token in named if token.kind == "O")
    if re.fullmatch(r"(?:P+[OM])+", kinds):
        people = tuple(_each(named[::-1]))[::-1]
    elif re.fullmatch(r"(?:OP+)+", kinds):
        people = tuple(_each(named))
    elif re.fullmatch(r"P*[OM]*|[OM]+P+", kinds):
        people = tuple(Named(token.text, "") for token in named if token.kind == "P")
    else:
        return None
    if len(people) == len(told) == 1:
        people = (Named(people[0].name, people[0].house, told[0]),)
    return Entry(title, people, bodies)


def _each(tokens: list[_Token]) -> Iterator[Named]:
    house = ""
    for token in tokens:
        if token.kind == "P":
            yield Named(token.text, house)
        else:
            house = token.text if token.kind == "O" else ""
