"""Whom or what a page presents: the organisation that its title names, or the one person in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.lexicon import TITLES, organization_kind
from ingest.mentions import Mention
from ingest.portraits.house import department_of
from ingest.portraits.page import portraits
from ingest.posts import KNOWN_AS, ROLES
from ingest.prose.blocks import Sentence
from ingest.prose.reading import Reading
from ingest.readers.outline import is_caption
from kg.model import EntityRef
from kg.text import HAN, heal_name

__all__ = ["introduce"]

_TAIL = re.compile(
    r"(?:(?:19|20)\d\d年?度?(?:工作|年度)?(?:报告|总结|年报)|[（(]节选[)）]|年报|简介|介绍|概况|概览|主页|首页|成员|团队|招聘|[-_|—].*)+$"
)
_NUMBERED = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[.．]\d{1,2}){1,3}(?=\D)|\d{1,2}[、.．])\s*"
)
"""The number of a heading: （一）, 2., 5.2.1."""
_CALLED = re.compile(r"\s*[（(][^（）()]{2,24}[)）]$")
"""What a heading notes behind a name: （以下简称“甲影像”）."""
_OTHER_PART = re.compile(r"[^。；]{2,30}")
"""A numbered line that names no house, with which another part begins."""
_AWARD_BEHIND = re.compile(rf"(?:(?![获荣得领摘夺捧斩等])[{HAN}]){{0,14}}奖")
"""What makes a name a part of an award's: 张三|医学奖."""
_BEFORE_SHORT = rf"(?:(?<![{HAN}])|(?<=[访记])|{'|'.join(f'(?<={word})' for word in (*KNOWN_AS, *TITLES))})"
_BEHIND_SHORT = rf"(?:(?![{HAN}])|(?={ROLES}|的|逝世|同志))"
"""What stands around a name of two characters in a title, which may be a part of a word there."""
_NOT_NAME = re.compile(r"[，。；：、“”《》\s]|揭牌|成立|召开|举行|建设|启用|落户|获|为|在|将|了|的")
_KINDS = ("laboratory", "institute", "department", "hospital", "university", "company")
_OF = r"(?:[（(][^（）()]*[)）])?(?:是|，)?(?:隶属于?|挂靠(?:于|在)?|归属于?|直属于?|依托于?|附属于)"
_PRESENTS = (
    rf"(?:{_OF}|[（(]|是|成立|始建|创[建立]|[组筹]建|建[于立]|设立|开[设科]|位于|坐落|现[有为拥]|目前|拥有|共有|作为"
    r"|于(?:19|20)|由|前身)"
)
_GLOSSED = re.compile(
    rf"(?:^|[由、和与及，。；,是为的“])\s*(?:来自|作为|邀请了?|访问了?|前往|就读于|任职于|就职于)?(?P<name>[{HAN}]{{3,23}}?(?:委员会|办公室|研究院|研究所|[学科程兴]院|局|署|理事会|中心|学会|协会|基金会|实验室|大学|小组|工作组))"
    r"\s*[（(](?:The )?[A-Z][A-Za-z&’'\- ]*?\b(?:Council|Institutes?|Office|Committee|Academy|Agency"
    r"|Society|Association|Foundation|Cent(?:er|re)|Laboratory|Group|University|Administration)"
    r"\b[A-Za-z&’'\- ]*(?:[,，]\s*(?P<short>[A-Z][A-Za-z&\-]{1,9}))?[)）]"
)
"""A name with its English beside it: 某委员会(National … Council, ABBR)."""
_DEPARTMENT = re.compile(rf"[{HAN}]{{2,10}}(?:科|中心|实验室|教研室|研究室)")
_HEADS_PART = ("department", "hospital", "company", "institute", "laboratory")
"""Which houses' names head parts of a text."""
_FEWEST = 2
"""How many houses' names must head parts of a page, for each part to be of the house above it."""
_SHORTEST = 5
_FAR = 20
"""How many sentences, menus of the page among them, may stand before the one that presents the department."""
_NEAR = 8


def introduce(named: Sequence[tuple[Sentence, tuple[Mention, ...]]], reading: Reading) -> None:
    """Learn who speaks, by its full name where its owner is told: its short name means it from then on."""
    reading.hero = _hero(reading)
    reading.sitters = tuple((one.span, EntityRef(label="Person", name=one.name)) for one in portraits(reading.document))
    for sentence, _ in named:
        for gloss in _GLOSSED.finditer(sentence.text):
            for form in (gloss["name"], gloss["short"]):
                if form and not _NOT_NAME.search(gloss["name"]):
                    reading.full_names.setdefault(form, gloss["name"])
    reading.addressee = _addressee(named)
    reading.sections = dict(_sections(named))
    title = next((name for name in _titles(reading) if _presents(name, named)), None) or _unit(reading, named)
    ward = department_of(reading.document)
    if ward and (title is None or ward.endswith(title)):
        if short := title or reading.document.title:
            reading.full_names.setdefault(short, ward)
        title = ward
    title = title or _alone(reading, named)
    if title is None:
        return
    reading.own = EntityRef(label="Organization", name=title)
    for sentence, found in named[:_NEAR]:
        told = re.match(re.escape(title) + _OF, sentence.text)
        owner = next((one for one in found if told and one.label == "Organization" and one.start == told.end()), None)
        if owner is not None and not title.startswith(owner.name):
            reading.own = EntityRef(label="Organization", name=owner.name + title)
            reading.full_names[title] = reading.own.name
            return


def _alone(reading: Reading, named: Sequence[tuple[Sentence, tuple[Mention, ...]]]) -> str | None:
    """The house that the first line is and nothing else, where what follows is no other line of its kind and names no other."""
    head = _headed(*named[0]) if len(named) > 1 else None
    below = named[1:_NEAR] if head is not None else ()
    others = [
        one for _, found in below for one in found if one.label == "Organization" and one.kind in ("hospital", "department")
    ]
    if head is None or head.name != heal_name(_NUMBERED.sub("", reading.document.title)) or _NOT_NAME.search(head.name):
        return None
    return head.name if all(one.name == head.name for one in others) else None


def _sections(named: Sequence[tuple[Sentence, tuple[Mention, ...]]]) -> Iterator[tuple[int, EntityRef | None]]:
    """The paragraphs below a line that is a house's name and nothing else, where several such lines part the text.

    Another numbered heading, or the caption of a table, ends the last of them.
    """
    heads = [_headed(sentence, found) for sentence, found in named]
    if len({one.name for one in heads if one is not None}) < _FEWEST:
        return
    house: EntityRef | None = None
    begun = False
    for (sentence, _), head, below in zip(named, heads, [*heads[1:], None], strict=True):
        ended = house is not None and head is None and _ends_part(sentence.text)
        house = (head if below is None else None) if head is not None else None if ended else house
        begun = begun or house is not None
        if begun and head is None:
            yield sentence.paragraph, house


def _ends_part(text: str) -> bool:
    """Whether a line is the heading of another part, or a table's caption: 5.3 创新平台, 表5-1 获批产品."""
    number = _NUMBERED.match(text)
    return is_caption(text) or (number is not None and _OTHER_PART.fullmatch(text, number.end()) is not None)


def _headed(sentence: Sentence, found: tuple[Mention, ...]) -> EntityRef | None:
    """The house that a line names and nothing else: （一）某某医院眼科, 5.2.1 某某公司（以下简称“某某”）."""
    words = _CALLED.sub("", _NUMBERED.sub("", sentence.text).strip(" ：:"))
    house = next((one for one in found if one.label == "Organization" and one.surface == words), None)
    return house.ref if house is not None and house.kind in _HEADS_PART else None


def _titles(reading: Reading) -> Iterator[str]:
    """What the title and the first heading name, without what they say of it."""
    for words in (reading.document.title, *(headings[0] for p in reading.document.passages[:2] if (headings := p.headings))):
        yield heal_name(_NUMBERED.sub("", _TAIL.sub("", words)))


def _presents(title: str, named: Sequence[tuple[Sentence, tuple[Mention, ...]]]) -> bool:
    """Whether a title is an organisation's own name, and one of the first sentences begins with it."""
    if len(title) < _SHORTEST or organization_kind(title) not in _KINDS or _NOT_NAME.search(title):
        return False
    return any(re.match(re.escape(title) + _PRESENTS, sentence.text) for sentence, _ in named[:_NEAR])


def _unit(reading: Reading, named: Sequence[tuple[Sentence, tuple[Mention, ...]]]) -> str | None:
    """The department that one of the first sentences presents by its full name, and the title by its last word (放射科)."""
    words = [word for word in _titles(reading) if _DEPARTMENT.fullmatch(word)]
    for sentence, found in named[:_FAR] if words else ():
        one = next((one for one in found if one.label == "Organization" and one.start == 0), None)
        if one is not None and one.name.endswith(tuple(words)) and re.match(_PRESENTS, sentence.text[one.end :]):
            return one.name
    return None


def _addressee(named: Sequence[tuple[Sentence, tuple[Mention, ...]]]) -> str:
    """Whom a letter or an approval speaks to: 某某大学： on a line of its own."""
    for sentence, found in named[:4]:
        one = next((one for one in found if one.label == "Organization" and one.start == 0), None)
        if one is not None and sentence.text[one.end :].strip() in ("：", ":"):
            return one.name
    return ""


def _hero(reading: Reading) -> EntityRef | None:
    """The one person that the title names, where the text presents it too."""
    title = reading.document.title
    named = [name for name in sorted(reading.people) if name in title and not _names_award(name, title)]
    short = (name for name in sorted(reading.everyone - reading.people) if name in title)
    named += [name for name in short if re.search(rf"{_BEFORE_SHORT}{name}{_BEHIND_SHORT}", title)]
    return EntityRef(label="Person", name=named[0]) if len(named) == 1 else None


def _names_award(name: str, title: str) -> bool:
    """Whether a title has somebody's name only in that of an award: 授予某某的张三医学奖, and not 张三获医学奖."""
    places = [place for place in range(len(title)) if title.startswith(name, place)]
    return all(_AWARD_BEHIND.match(title, place + len(name)) for place in places)
