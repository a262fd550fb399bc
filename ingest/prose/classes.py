"""Classifications of technologies that the text states: what is divided into what, and by what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.phrases import HEAD, masked_notes
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

DIVIDED = Rule("divided", 0.85)
"""按照…, X可分为甲、乙和丙."""
REPRESENTED = Rule("represented", 0.85)
"""X以甲和乙为代表."""
EXAMPLES = Rule("examples", 0.7)
"""甲、乙等X: every item known, and X too."""
INCLUDES = Rule("includes", 0.75)
"""X主要包括甲、乙和丙等."""

_HEAD_NOUN = re.compile(r"(成像|影像|显像|造影|检查|扫描|显微镜|技术|算法|模型|探针|对比剂|显微术)$")
_BASIS = (
    r"(?:按照?|根据|依据|从)(?:不同的|其)?(?P<by>[^，。；,;]{2,18}?)(?:的不同|来看|的角度来看|出发)?(?:[，,]\s*|(?=可|大致|分))"
)
_DIVIDE = re.compile(
    rf"(?:{_BASIS})?(?P<whole>(?!又|可|一般|通常|主要|大致|还|也)[{HAN}A-Za-z/]{{2,14}}?)?(?:又|一般|通常|主要|大致|还|也)*(?:可(?:以)?)?(?:大致|又|再|进一步|主要)*(?:细|划|区)?分(?:为|成)[:：]?\s*(?P<list>[^。；;]{{3,90}})"
)
_DIVIDES = re.compile("分(?:为|成)")
_REPRESENT = re.compile(r"以(?P<list>[^，。；;]{2,240}?)为代表")
_EXAMPLES = re.compile(
    r"(?P<list>(?:[^，。；;、,]{2,20}[、,，]\s*)+[^，。；;、,]{2,20}?)等(?:多种|各种|常用|传统|高端|主流|先进)?$"
)
_INCLUDE = re.compile(r"(?:主要)?(?:包括|包含|涵盖)(?:了)?(?P<list>[^。；;，,]{4,80})")
_SPEAKS_OF = re.compile(r"(?:学科|技术|领域)?(?:[（(][^（）()]*[)）])?(?:是|作为|拥有|包含|有|种类|的分类|按)")
_ENDING = re.compile(r"(?:等)?(?:[两二三四五六七八九十几\d]+)?(?:大)?(?:类|种|几种|类型|部分|阶段)?$")
_MOST_EXAMPLES = 8
_SEPARATOR = re.compile(r"[、]|和(?=[^谐])|与|及|以及|或")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BROADER of a sentence, narrower to broader."""
    text = masked_notes(scene.text)
    for match in _DIVIDE.finditer(text) if _DIVIDES.search(text) else ():
        whole = _whole(scene, reading, match)
        if whole is not None:
            by = heal_name(match["by"]) if match["by"] else ""
            yield from _narrower(scene, reading, match, whole, DIVIDED, by)
    for pattern, rule in ((_REPRESENT, REPRESENTED), (_INCLUDE, INCLUDES)):
        for match in pattern.finditer(text):
            subject = scene.ending_at(match.start(), "Technology")
            if subject is not None:
                yield from _narrower(scene, reading, match, subject.ref, rule, "")
    yield from _examples(scene, reading, text)
    opening = next((one for one in scene.of("Technology") if one.start == 0), None)
    if opening is not None and not _DIVIDES.search(text) and _SPEAKS_OF.match(text, opening.end):
        reading.subject = opening.ref


def _examples(scene: Scene, reading: Reading, text: str) -> Iterator[Assertion]:
    for kind in scene.of("Technology"):
        match = _EXAMPLES.search(text[: kind.start]) if "等" in text[max(0, kind.start - 3) : kind.start] else None
        if match is None:
            continue
        inside = [one for one in scene.within(match.start("list"), match.end("list"), "Technology") if one.name != kind.name]
        last = re.split("[、,，]", match["list"])[-1].strip()
        if len(inside) < 2 or inside[-1].surface != last:
            continue
        row = [one for one in inside if re.search(r"(?:^|[、,，和及]\s*)$", text[match.start("list") : one.start])]
        where = scene.sentence.view.span(inside[0].start, kind.end)
        for one in row[-_MOST_EXAMPLES:]:
            yield reading.fact(EXAMPLES, one.ref, "BROADER", kind.ref, where)


def _whole(scene: Scene, reading: Reading, match: re.Match[str]) -> EntityRef | None:
    """What is divided: the technology named right before, else the one that the section speaks of."""
    if not match["whole"]:
        return reading.subject if match["by"] else None
    end = match.end("whole")
    named = next((one for one in scene.of("Technology") if one.start <= match.start("whole") + 2 and one.end == end), None)
    if named is not None:
        return named.ref
    return reading.subject if match["by"] and re.fullmatch("成像技术|影像技术|成像", match["whole"]) else None


def _narrower(
    scene: Scene, reading: Reading, match: re.Match[str], whole: EntityRef, rule: Rule, by: str
) -> Iterator[Assertion]:
    where = scene.sentence.view.span(match.start(), match.end("list"))
    known = {one.surface: one.name for one in scene.of("Technology")}
    for name in _items(match["list"]):
        if name not in known and not re.search(rf"(?:{HEAD}|影像|标记物)$", name):
            continue
        narrow = EntityRef(label="Technology", name=known.get(name, name))
        if narrow != whole:
            yield reading.fact(rule, narrow, "BROADER", whole, where, by=(by,) if by else "")


def _items(words: str) -> list[str]:
    """The items; a head noun that only the last one spells out belongs to all (离体、在体和原位成像)."""
    words = _ENDING.sub("", re.split(r"[，,:：]", words.replace("\x00", ""))[0].strip(" ."))
    words = re.sub(r"等.{0,16}$", "", words)
    items = [heal_name(item) for item in _SEPARATOR.split(words) if item.strip()]
    head = _HEAD_NOUN.search(items[-1]) if items else None
    if head is not None and not any(_HEAD_NOUN.search(item) for item in items[:-1]):
        items = [item if item.endswith(head[1]) or item.isascii() else item + head[1] for item in items]
    return [item.split("/")[0] if "/" in item and not item.isascii() else item for item in items]
