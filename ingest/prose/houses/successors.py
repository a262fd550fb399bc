"""Bodies and programmes that took another's place: renamed, rebuilt, merged; a short or second name is no successor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.former import clinging
from ingest.mentions import Mention
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef, Value

__all__ = ["read"]

RENAMED = Rule("renamed")
"""甲医学院于2012年更名为甲医科大学; 甲计划调整为乙计划."""
FORMER_SELF = Rule("former_self")
"""甲医科大学，前身是创建于1951年的甲医学院; 乙医院原名丙医院."""
FORMERLY = Rule("formerly")
"""甲医科大学（原甲医学院）."""
MERGED = Rule("merged")
"""甲大学由乙学院和丙学院合并组建; 乙学院、丙学院合并为甲大学. Who founds a body together (联合组建) stays what it is."""

_TELLS = re.compile(
    "更名|改名|改称|易名|升格|前身|原名|原称|曾用名|旧称|[（(]原|[（(，,](?:现|今)|合并|整合|重组|改建|改制|改组|扩建|调整为"
)
_LABELS = ("Organization", "FundingProgram")
_YEAR = r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?"
_WHEN = rf"(?:{_YEAR}|[，,于在至后又再起正式]|随后|此后|之后|经[^，。；]{{2,12}}批准|报经[^，。；]{{2,12}}批准|由此)*"
_BEGUN = r"(?:始建|创建|创办|成立|建立|组建|兴建|建)"
_OPENS = re.compile(rf"(?:^|[，,。；;、：:\s])(?:{_WHEN})(?:原|由|将|把|当时的|其中)?[“\"]?$")
_DATED = re.compile(rf"{_YEAR}[，,]?(?:原|由|将)?[“\"]?$")
_AS_FORMER = re.compile(rf"(?:前身|原名|原称)(?:是|为|系|叫)?(?:{_BEGUN}于)?(?:{_YEAR})?{_BEGUN}?的?[“\"]?$")
_RENAMES = re.compile(
    rf"[”\"]?(?P<when>{_WHEN})(?:(?:整体|成建制)?(?:划归|移交|转隶|转制|下放)[^，。；]{{2,14}}[，,](?P<later>{_WHEN}))?(?:现)?"
    r"(?:更名|改名|改称|易名|改建|改制|改组|升格|调整|扩建)(?:为|成|成为)?(?:现在的)?[“\"]?"
)
_NOW = re.compile('[”"]?[，,](?:今|现名|现称|现更名为|现改名为|现已更名为)[“"]?')
_FORMER = re.compile(
    rf"[”\"]?[，,]?(?:的)?(?:其)?(?:前身|原名|原称|曾用名)(?:是|为|系|叫)?[：:]?(?:{_BEGUN}于)?(?P<when>{_WHEN})"
    rf"{_BEGUN}?的?[“\"]?"
)
_NOTE = re.compile(
    r"[”\"]?[（(](?:(?P<earlier>其?前身(?:是|为)?|曾用名|旧称|曾名|原(?:名|称)?(?:为|系|是)?)|(?P<later>现|今|现名为?|现称|今名|(?:现|已|后|现已|后来)(?:更名|改名|改称)为?)"
    r"|(?P<status>现为|今为))[：:]?[“\"]?"
)
_NOTE_ENDS = re.compile('[”"]?[）)，,；;]')
_POINTS = re.compile("(?:^|[，。；])(?:该|我|本)?(?P<noun>医院|研究所|研究院|公司|中心|院|所)(?=的?(?:前身|原名|始称|曾用名))")
_NOUNS = {"院": "医院"}
_OUT_OF = re.compile(rf"[”\"]?[，,]?(?:是|系)?(?P<when>{_WHEN})由(?:原)?[“\"]?")
_AND = re.compile(r"[”\"]?(?:[、，,]|和|与|及|以及)(?:原)?[“\"]?")
_MERGES = re.compile(
    rf"[”\"]?等?(?:\S{{1,3}}(?:家|所|个)单位)?(?:{_WHEN})(?:合并|整合|重组|改建|改制|改组|更名)(?:组建|改建|而成|成立|而来|形成)?(?:[，,。；]|$|的)"
)
_MERGE_INTO = re.compile(
    rf"[”\"]?等?(?P<when>{_WHEN})(?:合并|整合|重组)(?:组建|改建|成立|形成)?(?:为|成|成为)?(?:了)?(?:新的)?[“\"]?"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """SUCCEEDS, from the later body to the earlier."""
    if not _TELLS.search(scene.text):
        return
    for first in scene.of(*_LABELS):
        yield from _noted(scene, reading, first)
        before = scene.text[: first.start]
        if _OPENS.search(before):
            yield from _former(scene, reading, first, first.end)
            yield from _merged(scene, reading, first)
        if _OPENS.search(before) or _AS_FORMER.search(before):
            yield from _renamed(scene, reading, first)
    for points in _POINTS.finditer(scene.text):
        body = _pointed(scene, reading, points["noun"])
        if body is not None:
            yield from _former(scene, reading, body, points.end())


def _renamed(scene: Scene, reading: Reading, first: Mention) -> Iterator[Assertion]:
    """The earlier one opens the clause: alone, and renamed again perhaps, or the first of those that were merged."""
    old: Mention | None = first
    while old is not None:
        found = _RENAMES.match(scene.text, old.end) or _NOW.match(scene.text, old.end)
        new = _at(scene, found.end(), old.label) if found else None
        if found and new:
            told = "".join(words or "" for words in found.groups())
            when = told if re.search(_YEAR, told) or old != first else _opening_year(scene, first)
            yield from _succeeds(reading, RENAMED, scene, [old], new, when)
        old = new
    olds, end = _row(scene, first)
    found = _MERGE_INTO.match(scene.text, end) if len(olds) > 1 else None
    new = _at(scene, found.end(), first.label) if found else None
    if found and new:
        yield from _succeeds(reading, MERGED, scene, olds, new, found["when"])


def _opening_year(scene: Scene, first: Mention) -> str:
    """2013年，甲更名为乙: the year before the one that opens the clause."""
    found = _DATED.search(scene.text[: first.start])
    return found.group() if found else ""


def _noted(scene: Scene, reading: Reading, first: Mention) -> Iterator[Assertion]:
    """甲（原乙）, 乙（现甲）; what a body now is (现为) may be its rank, unless both are of one kind."""
    note = _NOTE.match(scene.text, first.end)
    other = _at(scene, note.end(), first.label) if note else None
    if note is None or other is None or (note["status"] and other.kind != first.kind):
        return
    others, end = _row(scene, other) if note["earlier"] else ([other], other.end)
    if _NOTE_ENDS.match(scene.text, end):
        olds, new = (others, first) if note["earlier"] else ([first], other)
        yield from _succeeds(reading, FORMERLY, scene, olds, new, "")


def _former(scene: Scene, reading: Reading, new: Mention, end: int) -> Iterator[Assertion]:
    found = _FORMER.match(scene.text, end)
    old = _at(scene, found.end(), new.label) if found else None
    if found and old:
        yield from _succeeds(reading, FORMER_SELF, scene, [old], new, "")


def _pointed(scene: Scene, reading: Reading, noun: str) -> Mention | None:
    """The body that 该院 means, as if it stood where the sentence begins: the only one of the kind that was told before."""
    here = {one.name for one in scene.of("Organization")}
    ending = _NOUNS.get(noun, noun)
    told = [body for name, body in reading.bodies.items() if name.endswith(ending) and name not in here]
    body = told[0] if len(told) == 1 else None
    if body is None:
        return None
    span = scene.sentence.view.span(0, 1)
    return Mention(label="Organization", name=body.name, surface=body.name, start=0, end=0, span=span)


def _merged(scene: Scene, reading: Reading, new: Mention) -> Iterator[Assertion]:
    found = _OUT_OF.match(scene.text, new.end)
    first = _at(scene, found.end(), new.label) if found else None
    if found and first:
        olds, end = _row(scene, first)
        if _MERGES.match(scene.text, end):
            yield from _succeeds(reading, MERGED, scene, olds, new, found["when"])


def _at(scene: Scene, start: int, label: str) -> Mention | None:
    """The mention of a label that starts here, be it that the word before was read with it: 原某某医院."""
    for mention in scene.of(label):
        if mention.start == start or (
            mention.start < start < mention.end and mention.start + clinging(mention.surface, told=True) == start
        ):
            return replace(mention, name=mention.name.removeprefix(scene.text[mention.start : start]), start=start)
    return None


def _row(scene: Scene, first: Mention) -> tuple[list[Mention], int]:
    """Those that stand in a row with the first, and where the row ends."""
    row, end = [first], first.end
    while (joint := _AND.match(scene.text, end)) and (following := _at(scene, joint.end(), first.label)):
        row.append(following)
        end = following.end
    return row, end


def _succeeds(reading: Reading, rule: Rule, scene: Scene, olds: list[Mention], new: Mention, when: str) -> Iterator[Assertion]:
    year = re.search(r"(?:19|20)\d\d", when)
    qualifiers: dict[str, Value] = {"year": int(year[0])} if year else {}
    later = _ref(reading, new)
    for old in olds:
        earlier = _ref(reading, old)
        if earlier.name != later.name:
            where = scene.sentence.view.span(min(old.start, new.start), max(old.end, new.end))
            yield reading.fact(rule, later, "SUCCEEDS", earlier, where, **qualifiers)


def _ref(reading: Reading, mention: Mention) -> EntityRef:
    return reading.organization(mention) if mention.label == "Organization" else mention.ref
