"""Bodies and programmes that took another's place: renamed, rebuilt, merged; a short or second name is no successor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

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

_TELLS = re.compile("更名|改名|改称|易名|升格|前身|原名|原称|曾用名|[（(]原|合并|整合|重组|改建|改制|改组|扩建|调整为")
_CLINGS = re.compile("原|原名|原称|现")
_LABELS = ("Organization", "FundingProgram")
_YEAR = r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?"
_WHEN = rf"(?:{_YEAR}|[，,于在至后又再起正式]|随后|此后|之后|经[^，。；]{{2,12}}批准|报经[^，。；]{{2,12}}批准|由此)*"
_OPENS = re.compile(rf"(?:^|[，,。；;、：:\s])(?:{_WHEN})(?:原|由|将|把|当时的|其中)?[“\"]?$")
_RENAMES = re.compile(
    rf"[”\"]?(?P<when>{_WHEN})(?:现)?(?:更名|改名|改称|易名|改建|改制|改组|升格|调整|扩建)(?:为|成|成为)(?:现在的)?[“\"]?"
)
_FORMER = re.compile(
    rf"[”\"]?[，,]?(?:其)?(?:前身|原名|原称|曾用名)(?:是|为|系|叫)?[：:]?(?:(?:始建|创建|创办|成立|建立|组建)于)?(?P<when>{_WHEN})"
    r"(?:始建|创建|创办|成立|建立|组建)?的?[“\"]?"
)
_FORMER_NOTE = re.compile(r"[”\"]?[（(]原(?:名|称)?(?:为|系|是)?[：:]?[“\"]?")
_OUT_OF = re.compile(rf"[”\"]?[，,]?(?:是|系)?(?P<when>{_WHEN})由(?:原)?[“\"]?")
_AND = re.compile(r"[”\"]?(?:[、，,]|和|与|及|以及)(?:原)?[“\"]?")
_MERGES = re.compile(
    r"[”\"]?等?(?:\S{1,3}(?:家|所|个)单位)?(?:合并|整合|重组|改建|改制|改组|更名)(?:组建|改建|而成|成立|而来|形成)?(?:[，,。；]|$|的)"
)
_MERGE_INTO = re.compile(
    rf"[”\"]?等?(?P<when>{_WHEN})(?:合并|整合|重组)(?:组建|改建|成立|形成)?(?:为|成|成为)?(?:了)?(?:新的)?[“\"]?"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """SUCCEEDS, from the later body to the earlier."""
    if not _TELLS.search(scene.text):
        return
    for first in scene.of(*_LABELS):
        if _OPENS.search(scene.text[: first.start]):
            yield from _renamed(scene, reading, first)
            yield from _former(scene, reading, first)
            yield from _merged(scene, reading, first)


def _renamed(scene: Scene, reading: Reading, old: Mention) -> Iterator[Assertion]:
    """The earlier one opens the clause: alone, or the first of those that were merged."""
    found = _RENAMES.match(scene.text, old.end)
    new = _at(scene, found.end(), old.label) if found else None
    if found and new:
        yield from _succeeds(reading, RENAMED, scene, [old], new, found["when"])
    olds, end = _row(scene, old)
    found = _MERGE_INTO.match(scene.text, end) if len(olds) > 1 else None
    new = _at(scene, found.end(), old.label) if found else None
    if found and new:
        yield from _succeeds(reading, MERGED, scene, olds, new, found["when"])


def _former(scene: Scene, reading: Reading, new: Mention) -> Iterator[Assertion]:
    for rule, pattern in ((FORMER_SELF, _FORMER), (FORMERLY, _FORMER_NOTE)):
        found = pattern.match(scene.text, new.end)
        old = _at(scene, found.end(), new.label) if found else None
        if found and old and (rule is FORMER_SELF or scene.text[old.end : old.end + 1] in ("）", ")")):
            yield from _succeeds(reading, rule, scene, [old], new, "")


def _merged(scene: Scene, reading: Reading, new: Mention) -> Iterator[Assertion]:
    found = _OUT_OF.match(scene.text, new.end)
    first = _at(scene, found.end(), new.label) if found else None
    if found and first:
        olds, end = _row(scene, first)
        if _MERGES.match(scene.text, end):
            yield from _succeeds(reading, MERGED, scene, olds, new, found["when"])


def _at(scene: Scene, start: int, label: str) -> Mention | None:
    """The mention of a label that starts here, be it that its name was read with the words before: 原名某某医院."""
    for mention in scene.of(label):
        before = scene.text[mention.start : start]
        if mention.start == start or (mention.end > start and _CLINGS.fullmatch(before) and mention.name.startswith(before)):
            return replace(mention, name=mention.name.removeprefix(before), start=start)
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
