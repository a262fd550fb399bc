"""The parts of a project that a report of its launch lists: 课题一“某研究”，负责人为张三教授."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_person
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

PART_LED = Rule("part_led")
"""课题一“某研究”，负责人为甲大学张三教授; 课题2：某研究（甲公司 李四）; 课题三“某研究”由王五任课题负责人."""
PART_HOSTED = Rule("part_hosted")
"""课题一“某研究”由甲大学承担."""

PART_PAID = Rule("part_paid")
"""课题一“某研究”，…，中央财政经费300万元, where the text tells who pays the project."""

_SUM = re.compile(
    r"(?<!自筹)(?<!配套)(?:(?:中央|国家)?财政(?:专项)?|国拨|专项)?(?:经费|资金|资助)(?:预算|概算)?(?:为|约|共|[:：])?\s*(?P<sum>\d[\d.,]*\s*[万亿]元)"
)
_ORDINAL = r"(?:子?课题|任务)\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})"
_QUOTED = re.compile(rf"{_ORDINAL}\s*[:：—]*\s*[“《](?P<title>[^“”《》]{{4,80}})[”》]")
_PLAIN = re.compile(
    rf"{_ORDINAL}\s*[:：—]+\s*(?P<title>[^，。；：“”《》（）()]{{6,60}}?)(?=[（(][^（）()]{{4,40}}[)）]|[，,](?:课题)?(?:负责人|由|承担|牵头))"
)
_IN_LINES = re.compile(
    rf"(?:^|(?<=[）)；;]))\s*{_ORDINAL}[ \u3000]*(?P<title>[^，。；：“”《》（）()、\d][^，。；：“”《》（）()]{{5,60}}?)"
    r"(?=[（(][^（）()]{4,40}[)）](?:$|\s*[；;。]|\s*(?:子?课题|任务)\s*[一二三四五六七八九十\d]))"
)
"""课题1 某研究（张三，甲大学）: a line of a list."""
_TITLED_LATER = re.compile(
    rf"{_ORDINAL}由(?P<who>[^。；“”]{{2,50}}?)(?:负责|牵头|主持|承担)[，,](?:课题)?(?:题目|名称|题名)(?:为|是|[:：])?\s*[“《](?P<title>[^“”《》]{{4,80}})[”》]"
)
"""课题一由甲大学张三教授牵头，题目为“某研究”."""
_IN_CHARGE_OF = re.compile(
    rf"(?:负责|牵头|主持|承担)(?:的|了)?\s*{_ORDINAL}\s*[:：—]*\s*[“《](?P<title>[^“”《》]{{4,80}})[”》]"
)
"""甲大学张三教授|负责课题一“某研究”."""
_HEADED = re.compile(r"负责人|负责(?=[，。；]|$)|牵头人|主持人?|首席")
_NOT_THE_HEAD = re.compile(r"[学技]术负责人|参与|参加|骨干|成员")
_NOTED = re.compile(r"\s*[（(](?P<note>[^（）()]{2,40})[)）]")
_UNDERTAKES = re.compile(r"(?:单独|共同|负责)?(?:承担|牵头|主持)")
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_PERSON_FIRST = re.compile(rf"(?P<name>[{HAN}]{{2,4}}?)(?:{_TITLE})*\s*[，,、；; \u3000]\s*")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """LEADS and HOSTED_BY of the parts of a project, each from the words up to the next part."""
    if "课题" not in scene.text and "任务" not in scene.text:
        return
    told = list(_of_those_before(scene, reading))
    yield from (one for _, facts in told for one in facts)
    found = [one for form in (_QUOTED, _PLAIN, _IN_LINES) for one in form.finditer(scene.text)]
    parts = sorted({one.start("title"): one for one in found}.values(), key=lambda part: part.start("title"))
    parts = [part for part in parts if part.start("title") not in {at for at, _ in told}]
    for place, part in enumerate(parts):
        end = parts[place + 1].start() if place + 1 < len(parts) else len(scene.text)
        grant = EntityRef(label="Grant", name=heal_name(part["title"]))
        yield from _led(scene, reading, grant, part, end)
        yield from _hosted(scene, reading, grant, part, end)
        yield from _paid(scene, reading, grant, part, end)


def _of_those_before(scene: Scene, reading: Reading) -> Iterator[tuple[int, list[Assertion]]]:
    """LEADS, or HOSTED_BY, of parts that stand behind those who are in charge of them, each with where its title is."""
    for part in (*_TITLED_LATER.finditer(scene.text), *_IN_CHARGE_OF.finditer(scene.text)):
        end = part.end("who") if "who" in part.groupdict() else part.start()
        start = part.start("who") if "who" in part.groupdict() else _clause(scene.text, end)
        grant = EntityRef(label="Grant", name=heal_name(part["title"]))
        people = scene.within(start, end, "Person")
        where = scene.sentence.view.span(start, part.end())
        named = re.compile(rf"(?:{_TITLE})*")
        if len(people) == 1 and named.fullmatch(scene.text, people[0].end, end):
            yield (
                part.start("title"),
                [reading.fact(PART_LED, reading.person(people[0].name), "LEADS", grant, where)],
            )
        body = scene.ending_at(end, "Organization") if not people else None
        if body is not None:
            yield (
                part.start("title"),
                [reading.fact(PART_HOSTED, grant, "HOSTED_BY", reading.organization(body), where)],
            )


def _clause(text: str, end: int) -> int:
    """Where the clause begins that ends here."""
    return max(text.rfind(mark, 0, end) for mark in "，,；;：:。") + 1


def _paid(scene: Scene, reading: Reading, grant: EntityRef, part: re.Match[str], end: int) -> Iterator[Assertion]:
    """What a part is given of the one project that the text has told of, by whoever pays that."""
    payers = set(reading.grants.values())
    sums = list(_SUM.finditer(scene.text, part.end(), end))
    payer = payers.pop() if len(reading.grants) == 1 else None
    amount = to_wan(sums[0]["sum"].replace(",", "")) if len(sums) == 1 else None
    if payer is not None and amount is not None:
        where = scene.sentence.view.span(part.start(), sums[0].end())
        yield reading.fact(PART_PAID, grant, "FUNDED_BY", payer, where, amount_wan=amount)


def _led(scene: Scene, reading: Reading, grant: EntityRef, part: re.Match[str], end: int) -> Iterator[Assertion]:
    """The one person told beside the word for a head, or alone with an institution in the brackets behind the title."""
    words = scene.text[part.end() : end]
    if _NOT_THE_HEAD.search(words):
        return
    noted = _noted(scene, part)
    people = scene.within(part.end(), end, "Person") if noted is None else ()
    where = scene.sentence.view.span(part.start(), people[0].end if people else end)
    if noted is not None:
        home, name = noted
        person, body = reading.person(name, reading.organization(home).name), reading.organization(home)
        yield reading.fact(PART_LED, person, "LEADS", grant, where)
        yield reading.fact(PART_LED, person, "AFFILIATED_WITH", body, where)
    elif len(people) == 1 and _HEADED.search(words):
        yield reading.fact(PART_LED, reading.person(people[0].name), "LEADS", grant, where)


def _noted(scene: Scene, part: re.Match[str]) -> tuple[Mention, str] | None:
    """（甲公司 张三）, （张三，甲公司）: the institution and the person that stand in brackets behind a title."""
    note = _NOTED.match(scene.text, part.end())
    home = scene.starting_at(note.start("note"), "Organization") if note else None
    if note is not None and home is None and (first := _PERSON_FIRST.match(scene.text, note.start("note"))) is not None:
        home = scene.starting_at(first.end(), "Organization")
        alone = home is not None and home.end == note.end("note") and is_person(first["name"])
        return (home, first["name"]) if home is not None and alone else None
    if note is None or home is None:
        return None
    name = re.fullmatch(rf"[\s，,、：:]+(?P<name>[{HAN}]{{2,4}}?)(?:{_TITLE})*", scene.text[home.end : note.end("note")])
    return (home, name["name"]) if name is not None and is_person(name["name"]) else None


def _hosted(scene: Scene, reading: Reading, grant: EntityRef, part: re.Match[str], end: int) -> Iterator[Assertion]:
    for body in scene.within(part.end(), end, "Organization"):
        by = scene.text[part.end() : body.start]
        if re.search(r"^[^。；“]{0,6}由$|(?:承担|牵头|依托)单位(?:为|是|[:：])$", by) and (
            by.endswith(("为", "是", "：", ":")) or _UNDERTAKES.match(scene.text, body.end)
        ):
            where = scene.sentence.view.span(part.start(), body.end)
            yield reading.fact(PART_HOSTED, grant, "HOSTED_BY", reading.organization(body), where)
