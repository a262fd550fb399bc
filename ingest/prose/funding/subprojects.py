"""The parts of a project that a report of its launch lists: 课题一“某研究”，负责人为张三教授."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_person
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.funding.grant_notes import does_in_note
from ingest.prose.funding.the_project import before_in_paragraph
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

PART_LED = Rule("part_led")
"""课题一“某研究”，负责人为甲大学张三教授; 课题2：某研究（甲公司 李四）; 课题三“某研究”由王五任课题负责人."""
PART_HOSTED = Rule("part_hosted")
"""课题一“某研究”由甲大学承担."""
PART_HEADS = Rule("part_of_head")
"""课题一负责人张三教授汇报了“某研究”的进展; 张三作为课题2负责人，就课题“某研究”作汇报; 张三（课题三“某研究”负责人）."""

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
_BY_NOTE = re.compile(
    r"(?:^|(?<=[，。；;：:\s]))(?:研究)?(?:子?课题|任务)\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})?\s*[:：—]+\s*"
    r"(?P<title>[^，。；：“”《》（）()]{6,60}?)(?=[（(]由?[^（）()，,、]{2,30}(?:牵头|主持|领衔|负责|承担)[)）])"
)
"""课题：某研究（张三牵头）: a topic that no number counts, by who leads it in the bracket behind."""
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
_COUNTED = re.compile(r"(?:课题|任务)(?:如下|分别[为是]|包括|[为是])?\s*[:：]\s*(?=[（(①1]|$)")
"""项目共设置四个课题：|（1）某研究，由甲大学承担…."""
_NUMBER = r"\s*(?:[（(](?:\d{1,2}|[一二三四五六七八九十])[)）]|\d{1,2}[.．、]|[①-⑩])\s*"
_ITEM = re.compile(_NUMBER)
_NUMBERED = re.compile(
    rf"(?:(?<=[:：；;])|^){_NUMBER}[“《]?"
    r"(?P<title>[^，。；：“”《》（）()]{6,60}?)[”》]?(?=[（(][^（）()]{4,40}[)）]|[，,](?:课题)?(?:负责人|由|承担|牵头))"
)
"""（1）|某研究|，由甲大学承担，负责人张三: an item of a sentence or list that counts the parts of a project."""
_HEAD = r"(?:总?负责人|牵头人|主持人|首席(?:科学家|专家)?)"
_ITS_TITLE = r"[“《](?P<title>[^“”《》]{6,80})[”》](?!\s*(?:为题|为主题))"
_HEAD_REPORTS = re.compile(
    rf"{_ORDINAL}的?{_HEAD}[、，,:： ]?\s*(?P<who>[^，。；;“”《》]{{2,50}}?)[，,]?(?:分别|依次|重点|详细|就|围绕|对|从)*"
    rf"(?:汇报|介绍|阐述|讲解|报告|围绕|就|对)了?(?:课题|任务|本课题|其承担的课题)?{_ITS_TITLE}"
)
"""课题一负责人、甲大学张三研究员汇报了|“某研究”的研究内容."""
_AS_ITS_HEAD = re.compile(
    rf"(?:作为|[是为系]|担任|任){_ORDINAL}的?{_HEAD}[，,]?[^，。；;“”《》]{{0,8}}?(?:就|对|围绕|汇报|介绍|阐述|报告)了?"
    rf"(?:课题|任务|本课题)?{_ITS_TITLE}"
)
"""甲大学张三|作为课题1负责人，就课题“某研究”进行了汇报."""
_OF_THE_WHOLE = re.compile(r"[。；;\n)）]\s*[^。；;“”]{0,10}?(?:该|本|此|整个)?(?<!子)项目(?!组|办|部|负责|骨干)")
"""Where the words on a part end, as the project is spoken of again: …。据悉，项目总经费…."""
_CLOSED = re.compile("[)）]")
_HEADED = re.compile(r"负责人|负责(?=[，。；]|$)|牵头人|主持人?|首席")
_NOT_THE_HEAD = re.compile(r"[学技]术负责人|参与|参加|骨干|成员")
_NOTED = re.compile(r"\s*[（(](?P<note>[^（）()]{2,40})[)）]")
_UNDERTAKES = re.compile(r"(?:单独|共同|负责)?(?:承担|牵头|主持)")
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_TITLED = re.compile(rf"(?:{_TITLE}|博士|院士)*")
_HEAD_CLOSES = re.compile(rf"的?{_HEAD}[)）]")
_PERSON_FIRST = re.compile(rf"(?P<name>[{HAN}]{{2,4}}?)(?:{_TITLE})*\s*[，,、；; \u3000]\s*")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """LEADS and HOSTED_BY of the parts of a project, each from the words up to the next part."""
    counted = _counted(scene, reading)
    if "课题" not in scene.text and "任务" not in scene.text and counted is None:
        return
    told = [*_of_those_before(scene, reading), *_of_their_heads(scene, reading)]
    yield from (one for _, facts in told for one in facts)
    found = [one for form in (_QUOTED, _PLAIN, _BY_NOTE, _IN_LINES) for one in form.finditer(scene.text)]
    found += _NUMBERED.finditer(scene.text, counted) if counted is not None else ()
    parts = sorted({one.start("title"): one for one in found}.values(), key=lambda part: part.start("title"))
    parts = [part for part in parts if part.start("title") not in {at for at, _ in told}]
    for place, part in enumerate(parts):
        end = _words_end(scene.text, part, parts[place + 1].start() if place + 1 < len(parts) else len(scene.text))
        grant = EntityRef(label="Grant", name=heal_name(part["title"]))
        yield from _led(scene, reading, grant, part, end)
        yield from _hosted(scene, reading, grant, part, end)
        yield from _paid(scene, reading, grant, part, end)


def _counted(scene: Scene, reading: Reading) -> int | None:
    """Where the numbered parts of a project begin in a sentence, 0 where the sentences before have begun to tell them."""
    here = _COUNTED.search(scene.text)
    if here is not None or not _ITEM.match(scene.text):
        return here.end() - 1 if here is not None else None
    before = next(reversed(list(_COUNTED.finditer(before_in_paragraph(scene, reading)))), None)
    return 0 if before is not None and "。" not in before.string[before.end() :] else None


def _of_those_before(scene: Scene, reading: Reading) -> Iterator[tuple[int, list[Assertion]]]:
    """LEADS, or HOSTED_BY, of parts that stand behind those who are in charge of them, each with where its title is."""
    for part in (*_TITLED_LATER.finditer(scene.text), *_IN_CHARGE_OF.finditer(scene.text)):
        end = part.end("who") if "who" in part.groupdict() else part.start()
        start = part.start("who") if "who" in part.groupdict() else _clause(scene.text, end)
        grant = EntityRef(label="Grant", name=heal_name(part["title"]))
        people = scene.within(start, end, "Person")
        where = scene.sentence.view.span(start, part.end())
        if len(people) == 1 and _TITLED.fullmatch(scene.text, people[0].end, end):
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


def _of_their_heads(scene: Scene, reading: Reading) -> Iterator[tuple[int, list[Assertion]]]:
    """LEADS of parts told with the word for their head before the title, or around it in brackets behind the name."""
    for part in (*_HEAD_REPORTS.finditer(scene.text), *_AS_ITS_HEAD.finditer(scene.text)):
        named = "who" in part.groupdict()
        people = scene.within(*part.span("who"), "Person") if named else scene.within(0, part.start(), "Person")[-1:]
        if len(people) == 1 and (named or _TITLED.fullmatch(scene.text, people[0].end, part.start())):
            yield part.start("title"), [_headed(scene, reading, people[0], part)]
    for part in _QUOTED.finditer(scene.text):
        before, behind = scene.text[: part.start()], scene.text[part.end() : part.end() + 12]
        people = scene.within(0, part.start(), "Person")[-1:] if before.endswith(("（", "(")) else ()
        if people and _TITLED.fullmatch(scene.text, people[0].end, part.start() - 1) and _HEAD_CLOSES.match(behind):
            yield part.start("title"), [_headed(scene, reading, people[0], part)]


def _headed(scene: Scene, reading: Reading, person: Mention, part: re.Match[str]) -> Assertion:
    """LEADS of the part that a match names the title of."""
    grant = EntityRef(label="Grant", name=heal_name(part["title"]))
    where = scene.sentence.view.span(min(person.start, part.start()), part.end())
    return reading.fact(PART_HEADS, reading.person(person.name), "LEADS", grant, where)


def _words_end(text: str, part: re.Match[str], following: int) -> int:
    """Where the words on a part end: at the next, at the bracket around it, or where the project is told of again."""
    if text[: part.start()].endswith(("（", "(")):
        closed = _CLOSED.search(text, part.end(), following)
        return closed.start() if closed is not None else following
    whole = _OF_THE_WHOLE.search(text, part.end(), following)
    return whole.start() if whole is not None else following


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
    in_note = list(does_in_note(scene, reading, grant, part.end()))
    if in_note:
        yield from in_note
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
