"""The card of a person: title, post and house, told by labels, by the words around the name, or by a table's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.layout import View, chinese_marks
from ingest.lexicon import POSITIONS, is_title, organization_kind, split_titles
from ingest.names import organizations
from ingest.portraits.lines import TITLE_WORDS
from ingest.portraits.page import Part, Portrait
from ingest.profile.sitter import Sitter
from ingest.prose.people.described import SOCIETIES, employer_of
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read", "seated"]

ON_CARD = "profile.card"
"""张三 主任医师，科主任; 职称：教授; 所在单位：某大学某学院."""

_POST = re.compile(
    rf"(?P<unit>[{HAN}A-Za-z（）()/]{{0,24}}?)(?P<post>(?:科|党|常务|执行|名誉|行政|学科|学术|党支部|支部|副|大|病区|教研室)*"
    rf"(?:{'|'.join(sorted(POSITIONS, key=len, reverse=True))})|技师长|护士长)(?:[（(](?:主持|负责)[^（）()]{{0,4}}工作[)）])?"
)
_SUPERVISES = re.compile("导师|博导|硕导|^(?:博士|硕士|学士|学位)$")
_IN_UNIT = re.compile("科?(?:常务|执行|名誉|行政)*副?主任|护士长|技师长")
"""Posts that a department has; what is said of them belongs to its name."""
_INNER = re.compile("学院|院系|系|部门|科室")
_STEM = 2
_WORD = re.compile(r"[^，,、。；;/／|：:\s]+")
_NOTE = re.compile(r"[（(][^（）()]*[)）]")
_IN_CHARGE = re.compile("[（(](?:主持|负责)(?:全面|日常|行政|科室|科内)*工作[)）]")
"""What a deputy is who runs the house or ward: 副主任|（主持工作）, which is said with the post."""
_FORMER = re.compile("^(?:曾|原|历任)")
_HOLDS = re.compile(
    "(?:现|目前)?(?:同时)?(?:兼任|兼|担任|任|为|系(?=[\u4e00-\u9fff]{2,20}(?:大学|学院|医院|研究所|研究院)))(?=..)"
)
_TITLES = re.compile(rf"(?:(?:特聘|客座|兼职|讲席|二级|三级|一级|名誉|终身|长聘|准聘)*{TITLE_WORDS})")
_EMPLOYERS = ("hospital", "university", "institute", "company", "laboratory", "department")


@dataclass(slots=True)
class _Card:
    titles: list[str] = field(default_factory=list)
    posts: list[tuple[str, str]] = field(default_factory=list)
    """Each with the word before it that says it is held now, or beside (现任, 兼任), "" for none."""
    houses: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    """Departments that are named without their house."""
    within: list[str] = field(default_factory=list)
    """What stands behind 所在学院, 科室: a part of a house that is told elsewhere, or its whole name."""
    elsewhere: list[tuple[str, str]] = field(default_factory=list)
    """Titles that the card itself puts with a house: 某大学教授."""


def read(sitter: Sitter, portrait: Portrait) -> Iterator[Assertion]:
    """AFFILIATED_WITH: the titles at every house of the card, each post at the house that it names, or at the only one."""
    card = _Card()
    opening = chinese_marks(portrait.opening)
    _take_opening(card, opening, portrait.named)
    for part in portrait.parts:
        _take(card, part)
    yield from _stated(sitter, card, opening)


def seated(sitter: Sitter, view: View, named: tuple[int, int], post: str) -> Iterator[Assertion]:
    """The same of one in a row, who shares the post that stands before the first."""
    card = _Card()
    _take_opening(card, view, named)
    if post and not card.posts:
        _word(card, post)
    yield from _stated(sitter, card, view)


def _take_opening(card: _Card, view: View, named: tuple[int, int]) -> None:
    """What stands before the name and after it, up to the first words that are none of a card, perhaps in the next sentence."""
    before = view.text[: named[0]].strip(" :：0123456789.、")
    view = _unbracketed(view, named[1])
    stop = re.compile("[。；]").search(view.text, named[1])
    end = stop.start() if stop else len(view.text)
    if before and not before.endswith(("姓名", "名")):
        _word(card, before)
    whole = _clauses(card, View(view.text[named[1] : end], view.offsets[named[1] : end]))
    following = re.compile("(?<=。)[^。；]+").match(view.text, end + 1)
    if whole and following is not None:
        _clauses(card, View(following.group(), view.offsets[following.start() : following.end()]), opening=True)


def _unbracketed(view: View, at: int) -> View:
    """张三（主任医师，某学会委员）: what a bracket right behind the name holds, as if commas stood for it."""
    note = _NOTE.match(view.text, at)
    if note is None:
        return view
    text = f"{view.text[:at]}，{view.text[at + 1 : note.end() - 1]}，{view.text[note.end() :]}"
    return View(text, view.offsets)


def _take(card: _Card, part: Part) -> None:
    if part.kind in ("title", "post", "unit"):
        for line in part.lines:
            _clauses(card, chinese_marks(line), labelled=part.kind, inner=bool(_INNER.search(part.label)))
    elif part.kind == "" and part.lines and not part.label:
        for line in part.lines:
            if not _clauses(card, chinese_marks(line), opening=True):
                return


def _clauses(card: _Card, view: View, *, labelled: str = "", opening: bool = False, inner: bool = False) -> bool:
    """Take the words of a line that a card consists of, up to the first that are none; whether all were."""
    text = _NOTE.sub(lambda note: note.group() if _IN_CHARGE.fullmatch(note.group()) else " " * len(note.group()), view.text)
    words = _WORD.findall(text)
    if opening and not (words and _is_card_word(words[0])):
        return False
    if inner:
        card.within += words
        return True
    taken = (_word(card, word) or _PASSED.fullmatch(word) or labelled == "post" for word in words)
    return all(taken)


_PASSED = re.compile(
    rf"[男女]|[{HAN}]{{1,3}}族|(?:19|20)\d\d年.*|[{HAN}]{{2,8}}人|中共党员|党员|[{HAN}]{{0,6}}(?:博士|硕士|学士|学位|研究生)[{HAN}]{{0,4}}|[—\-·:：]+|.{{0,6}}导师|[博硕]导|九三学社.*|民[盟建进革].*"
)


def _house_kind(word: str) -> str | None:
    """The kind of a house by whose name a word consists wholly, None where it is none's."""
    kind = organization_kind(word)
    if kind not in _EMPLOYERS or (
        kind != "department" and [(0, len(word))] != [(one.start, one.end) for one in organizations(word)]
    ):
        return None
    return kind


def _is_card_word(word: str) -> bool:
    return bool(
        _TITLES.fullmatch(word)
        or _SUPERVISES.search(word)
        or _POST.fullmatch(word)
        or _house_kind(word)
        or _PASSED.fullmatch(word)
    )


def _word(card: _Card, word: str) -> bool:
    """Take one word of a card; whether it is one."""
    word = _TITLE_LED.sub("", word)
    holds = _HOLDS.match(word)
    lead = holds.group() if holds else ""
    word = word.removeprefix(lead)
    if _FORMER.match(word) or word.startswith(("这位", "这名")):
        return False
    if _SUPERVISES.search(word):
        return True
    if _TITLES.fullmatch(word) or is_title(word):
        card.titles += [one for one in split_titles(word) if one not in card.titles]
    elif _house_kind(word) is not None:
        whole = employer_of(EntityRef(label="Organization", name=heal_name(word)))
        (card.houses if organization_kind(whole.name) != "department" else card.units).append(heal_name(word))
    elif (post := _POST.fullmatch(word)) is not None and organization_kind(post["unit"]) not in SOCIETIES:
        card.posts.append((word, lead))
    elif (held := _at_house(word)) is not None:
        card.elsewhere.append(held)
    else:
        return False
    return True


_TITLE_LED = re.compile(rf"^(?:{TITLE_WORDS})*来自(?=..)|^(?:{TITLE_WORDS})+(?=现[为任是]|担任|就任|历任|曾任|系(?![统列主]))")
"""教授|现为某大学…: the title right behind a name, and what the sentence goes on to say."""


def _at_house(word: str) -> tuple[str, str] | None:
    """某大学教授: the house and the title."""
    for title in _TITLES.finditer(word):
        house = word[: title.start()]
        if title.end() == len(word) and _house_kind(house) in _EMPLOYERS[:3] and len(house) > _LEAST:
            return house, title.group()
    return None


_LEAST = 3


_OF_HOSPITAL = re.compile(rf"(?:(?!医院|大学|学院|公司|研究)[{HAN}]){{2,12}}(?:中心|室|部|科)")
"""A part of a hospital by its own name: 肿瘤放疗中心."""


def _put_inside(sitter: Sitter, card: _Card) -> None:
    """Give the parts of a house its name: of the one house of the card, else of the page's."""
    house = _employer(card.houses[0]) if card.houses else _employer(sitter.house) if sitter.house else ""
    for words in card.within:
        kind, whole = organization_kind(words), employer_of(EntityRef(label="Organization", name=words)).name
        ward = organization_kind(house) == "hospital" and _OF_HOSPITAL.fullmatch(words)
        if ward:
            card.units.append(words)
        elif kind == "department":
            (card.units if whole == words else card.houses).append(words)
        elif kind in _EMPLOYERS:
            bare = (
                house
                and organization_kind(house) == "university"
                and not words.startswith(house[:_STEM])
                and "大学" not in words
            )
            card.houses.append(house + words if bare else words)


def _stated(sitter: Sitter, card: _Card, opening: View) -> Iterator[Assertion]:
    _put_inside(sitter, card)
    houses = [_employer(name) for name in dict.fromkeys(card.houses)]
    placed = _posts_by_house(card, houses, _employer(sitter.house) if sitter.house else "")
    if not houses:
        own = next((house for house in placed if house and house not in _beside(card)), None)
        houses = [own] if own is not None else [_employer(sitter.house)] if sitter.house else []
    if len(houses) == 1:
        unit = card.units[0] if len(card.units) == 1 else sitter.house.removeprefix(houses[0]) if not card.houses else ""
        placed[houses[0]] = [*placed.get(houses[0], []), *(_with_unit(post, unit) for post in placed.get("", []))]
    speaker = sitter.at(opening, 0, len(opening.text), ON_CARD)
    for house in dict.fromkeys([*houses, *filter(None, placed)]):
        titles, posts = card.titles if house in houses else [], placed.get(house, [])
        if titles or posts or card.houses:
            body = EntityRef(label="Organization", name=house)
            yield speaker.fact(sitter.who, "AFFILIATED_WITH", body, title=",".join(titles), position="、".join(posts))
    for house, title in card.elsewhere:
        body = EntityRef(label="Organization", name=_employer(house))
        yield speaker.fact(sitter.who, "AFFILIATED_WITH", body, title=title)


def _posts_by_house(card: _Card, houses: list[str], own: str) -> dict[str, list[str]]:
    """The posts by the house that each names; one that names none is at that of the post before it, else of "".

    ``own`` is the house of the page, whose wards a post may be told with (肿瘤放疗中心副主任).
    """
    placed: dict[str, list[str]] = {}
    last = ""
    for post, lead in dict.fromkeys(card.posts):
        house, position = _placed(post, [*houses, *filter(None, placed)])
        unit = position.removesuffix("主任").removesuffix("副")
        ward = _OF_HOSPITAL.fullmatch(unit) and [organization_kind(one) for one in houses or [own]] == ["hospital"]
        if not house and not ward and _house_kind(unit) in _EMPLOYERS[:5]:
            continue
        last = house or ("" if lead else last)
        placed.setdefault(last, []).append(position)
    return placed


def _beside(card: _Card) -> set[str]:
    """The houses at which a post is said to be held besides (兼任)."""
    return {_placed(post, [])[0] for post, lead in card.posts if "兼" in lead}


def _employer(name: str) -> str:
    return employer_of(EntityRef(label="Organization", name=name)).name


def _placed(post: str, houses: list[str]) -> tuple[str, str]:
    """The house that a post names, by its whole name or by how that ends (医学技术学院副院长), and the post there."""
    for house in sorted(houses, key=len, reverse=True):
        for start in range(len(house) - _LEAST):
            if post.startswith(house[start:]):
                return house, post[len(house) - start :]
    named = (post[:end] for end in range(len(post) - 1, _LEAST, -1))
    found = next((name for name in named if organization_kind(name) in ("hospital", "university")), "")
    return found, post.removeprefix(found)


def _with_unit(post: str, unit: str) -> str:
    """科主任 of a card that names the department beside, or of a department's own page: 介入科主任."""
    return unit + post.removeprefix("科") if unit and _IN_UNIT.match(post) else post
