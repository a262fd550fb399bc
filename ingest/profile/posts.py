"""What somebody is where: the offices in societies, and the posts at other houses, that a page lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.layout import View
from ingest.lexicon import is_title, organization_kind
from ingest.mentions import Mention
from ingest.portraits.lines import TITLE_WORDS
from ingest.profile.sitter import Sitter
from ingest.prose.houses.parents import standing
from ingest.prose.people.described import OFFICE, POST_WORDS, SOCIETIES, employer_of
from ingest.prose.people.own_parts import part_of
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["OWN_OFFICE", "OWN_POST", "listed", "stated", "stated_after"]

OWN_OFFICE = "profile.office"
"""某学会某分会 委员兼秘书: in the part of a page that lists what its person is in societies."""
OWN_POST = "profile.post"
"""某大学客座教授, 某医院某科主任: likewise, at a house."""

_GAP = r"[\s，,：:·—\-]*"
_OFFICES = rf"{OFFICE}(?:[\s、,，/兼及和]+{OFFICE})*"
_AFTER = re.compile(rf"{_GAP}(?P<offices>{_OFFICES})(?=[\s，。；、,;（(/]|[兼和及]|$)")
_INNER = re.compile(
    rf"[、，,兼和及\s]+(?P<inner>[{HAN}A-Z/]{{2,14}}?(?:学组|专业组|协作组|工作组|专家组|青年委员会|青年学组))\s*(?P<offices>{_OFFICES})"
    r"(?=[\s，。；、,;（(]|$)"
)
_POSTS = re.compile(
    rf"{_GAP}(?P<unit>[{HAN}A-Z]{{0,14}}?)(?P<posts>(?:特聘|客座|兼职|名誉|讲座|兼任|荣誉)*(?:{TITLE_WORDS}|{POST_WORDS})"
    rf"(?:[\s、/兼及和]+(?:特聘|客座|兼职|名誉)*(?:{TITLE_WORDS}|{POST_WORDS}))*)(?=[\s，。；、,;（(]|$)"
)
_CLAUSE = re.compile(r"(?:^|[，。；、,;：:（(\s和及与兼任为]|[)）]|以及|担任)$")
_SPLIT = re.compile(r"[\s、,，/兼及和]+")
_GROUP = re.compile(rf"[{HAN}A-Z/]{{1,8}}(?:学组|专业组|协作组|青年委员会)")
"""A group without its society, which stands before."""
_SHORT = 2
"""No name of a society is shorter than what an inner group's ends in."""
_SUPERVISES = re.compile("导师|博导|硕导")


def listed(sitter: Sitter, view: View) -> Iterator[Assertion]:
    """Every office and post of a line of such a part."""
    for words in sitter.sentences(view):
        yield from stated(sitter, words)
        yield from _posts(sitter, words)


def stated(sitter: Sitter, view: View) -> Iterator[Assertion]:
    """The offices in societies that a sentence says its person holds, where it names nobody else."""
    named = sitter.named(view)
    if any(one.label == "Person" and one.name != sitter.who.name for one in named):
        return
    above, last, end = "", "", -1
    for society in named:
        if not _is_society(society) or not _CLAUSE.search(view.text[: society.start]):
            continue
        held = _AFTER.match(view.text, society.end)
        if held is None:
            continue
        name = above + society.name if above and _GROUP.fullmatch(society.name) else standing(society.name)
        name = part_of(name, last if society.start == end + 1 and view.text[end] in "、兼和及" else "")
        above = name.removesuffix(society.name) if name != society.name and above else name
        last, end = name, held.end("offices")
        yield _office(sitter, view, name, held, society.start)
        starts = {one.start for one in named if _is_society(one)}
        inner = _INNER.match(view.text, held.end())
        while inner is not None and not starts.intersection(range(inner.start("inner"), inner.end("inner") - _SHORT)):
            yield _office(sitter, view, name + inner["inner"], inner, society.start)
            inner = _INNER.match(view.text, inner.end())


def _is_society(one: Mention) -> bool:
    """Whether a name is that of a society; 第十届委员会 behind it is its term."""
    return one.label == "Organization" and organization_kind(standing(one.name)) in SOCIETIES


def stated_after(sitter: Sitter, view: View, at: int) -> Iterator[Assertion]:
    """The offices that the words behind a name tell: 张三 主任医师，科主任。某学会委员."""
    for words in sitter.sentences(View(view.text[at:], view.offsets[at:])):
        yield from stated(sitter, words)


def _office(sitter: Sitter, view: View, name: str, held: re.Match[str], start: int) -> Assertion:
    roles = tuple(part for part in _SPLIT.split(held["offices"]) if part)
    society = EntityRef(label="Organization", name=name)
    return sitter.at(view, start, held.end("offices"), OWN_OFFICE).fact(sitter.who, "MEMBER_OF", society, role=roles)


def _posts(sitter: Sitter, view: View) -> Iterator[Assertion]:
    """Posts at houses that are no society: 某大学客座教授."""
    named = sitter.named(view)
    if any(one.label == "Person" and one.name != sitter.who.name for one in named):
        return
    for house in named:
        if house.kind in ("hospital", "university", "institute", "laboratory", "department") and _opens(view, house):
            held = _POSTS.match(view.text, house.end)
            if held is not None:
                yield from _post(sitter, view, house, held)


def _opens(view: View, house: Mention) -> bool:
    return bool(_CLAUSE.search(view.text[: house.start]))


def _post(sitter: Sitter, view: View, house: Mention, held: re.Match[str]) -> Iterator[Assertion]:
    words = [part for part in _SPLIT.split(held["posts"]) if part and not _SUPERVISES.search(part)]
    body = EntityRef(label="Organization", name=house.name)
    whole = employer_of(body)
    within = body.name.removeprefix(whole.name) + held["unit"]
    titles = [word for word in words if is_title(word)]
    positions = [word for word in words if not is_title(word)]
    if titles or positions:
        yield sitter.at(view, house.start, held.end("posts"), OWN_POST).fact(
            sitter.who,
            "AFFILIATED_WITH",
            whole,
            title=",".join(titles),
            position=within + "、".join(positions) if positions else "",
        )
