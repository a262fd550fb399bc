"""Offices in societies, committees and laboratories that a form says its people, or people it quotes, hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.case import Case, sentences
from ingest.award.completers import Person
from ingest.award.forms.align import looks_like_person
from ingest.award.witness import Rule
from ingest.layout import View
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["FOUNDED", "in_contributions", "in_sentence", "society_name"]

FOUNDED_AND_CHAIRS = Rule("FOUNDED_AND_CHAIRS")
"""第一完成人发起成立了某某专业委员会并任首任主委."""
HOLDS_OFFICE = Rule("HOLDS_OFFICE")
"""某人担任某某学会主任委员."""
HEADS_PANEL = Rule("HEADS_PANEL")
"""以某院士为专家组组长的鉴定委员会."""
OFFICER_SAYS = Rule("OFFICER_SAYS")
"""国际某某学会主席某人指出."""
CORE_MEMBERS = Rule("CORE_MEMBERS")
"""“某某重点实验室”…主要完成人系该实验室核心骨干成员."""

_KINDS = "专业委员会|专委会|专委员会|委员会|分会|学会|协会|联盟|学组|协作组|研究会|联合会|研究网|协作网"
_BODY = rf"(?P<body>[{HAN}A-Za-z（）()]{{2,30}}?(?:{_KINDS}))"
_CHAIR = "主任委员|主委|会长|理事长|主席|秘书长|组长|委员长|主任|常务委员|常委|常务理事|理事|青年委员|委员|总干事"
_OFFICE = rf"(?P<office>(?:首任|首届|现任|候任|前任|名誉|常务|执行)?(?:副)?(?:{_CHAIR}))(?![会部组])"
_ACADEMIC = r"(?:教授|院士|主任|研究员)?"
_STARTS = r"(?:发起|牵头|作为|担任|现任|任|当选|为|兼任)"
_NAMED = rf"[{HAN}]{{2,4}}(?={_ACADEMIC}{_STARTS})"
_WHO = rf"(?P<who>第[一二三四五六七八九十\d]+(?:主要)?完成人|项目(?:总)?负责人|{_NAMED}){_ACADEMIC}"
_FOUNDS = (
    rf"(?:发起|牵头|倡议|创建|组织)?(?:并)?(?:成立|创立|组建|创建)(?:了)?{_BODY}"
    rf"(?:(?!{_KINDS})[^。；]){{0,6}}?(?:出任|担任|当选为?|任){_OFFICE}"
)
_IS = rf"(?<![体关联谱列派])(?:系|现为)(?=中国|中华|国家|国际|世界|全国|[{HAN}]{{2,3}}[省市])"
_SERVES = rf"(?:现任|担任|兼任|当选为?|任|{_IS}){_BODY}{_OFFICE}"

FOUNDED = re.compile(rf"{_WHO}[^。；]{{0,12}}?{_FOUNDS}")
"""Who founded which society and holds which office in it."""
_HOLDS = re.compile(rf"{_WHO}[^。；]{{0,6}}?{_SERVES}")
_OWN = (re.compile(_FOUNDS), re.compile(_SERVES))
_SERVES_IN = re.compile(_SERVES)
_AND_IN = re.compile(rf"[、，,和及]\s*{_BODY}{_OFFICE}")
"""What follows in a row of offices: 现任甲学会委员、乙学会常务委员."""
_PANEL = re.compile(
    rf"(?:以|由)(?P<who>[{HAN}]{{2,4}}?)(?:院士|教授|研究员|主任)?(?:为|任|担任)(?P<office>(?:专家组|鉴定组|评审组|评价组)?(?:组长|主任委员|主席|主任))"
    rf"的(?P<body>[{HAN}]{{2,16}}(?:委员会|专家组|鉴定组))"
)
_SAYS = re.compile(
    rf"(?P<body>(?:国际|世界|全球|美国|欧洲|亚洲|亚太|中国|中华)\s?[{HAN}A-Za-z（）() ]{{2,30}}?(?:{_KINDS}))"
    rf"(?P<office>前主席|候任主席|主席|会长|理事长|主任委员|副主席)\s*"
    rf"(?P<who>[A-Z][A-Za-z.\-]+(?: [A-Z][A-Za-z.\-]+){{0,3}}|[{HAN}]{{2,3}}?)"
    r"(?:教授|院士|医生|博士)?(?=指出|认为|评价|表示|撰文|给予|高度|在)"
)
_PLACES = r"(?:实验室|中心|研究所)"
_CORE = re.compile(
    rf"[“\"](?P<body>[{HAN}]{{4,30}}{_PLACES})[”\"].{{0,60}}?(?:主要|全部)?完成人(?:均|都)?(?:系|为|是)(?:该|此|上述){_PLACES}"
    rf"(?P<office>[{HAN}]{{0,6}}成员)"
)


def in_sentence(case: Case, sentence: View) -> Iterator[Assertion]:
    """MEMBER_OF of those whom a sentence names, by name or as 第N完成人."""
    for pattern, rule in ((FOUNDED, FOUNDED_AND_CHAIRS), (_HOLDS, HOLDS_OFFICE)):
        for match in pattern.finditer(sentence.text):
            inside = case.persons_in(sentence.text[match.end("body") : match.start("office")])
            persons = inside or case.persons_in(match["who"])
            if persons or looks_like_person(match["who"]):
                who = persons[0].ref if persons else EntityRef(label="Person", name=match["who"])
                yield _member(case, sentence, match, who, rule, founder=rule is FOUNDED_AND_CHAIRS)
                yield from (_member(case, sentence, more, who, rule) for more in _row(sentence, match))
    yield from _behind_a_name(case, sentence)
    for pattern, rule in ((_PANEL, HEADS_PANEL), (_SAYS, OFFICER_SAYS)):
        for match in pattern.finditer(sentence.text):
            if looks_like_person(match["who"]) or match["who"].isascii():
                yield _member(case, sentence, match, case.person(match["who"]), rule)
    for match in _CORE.finditer(sentence.text):
        yield from (_member(case, sentence, match, person.ref, CORE_MEMBERS) for person in _each(case.people))


def in_contributions(case: Case) -> Iterator[Assertion]:
    """MEMBER_OF of a person whose own contribution speaks of an office without naming whose."""
    for person in case.people:
        for sentence in sentences(person.contribution) if person.contribution else ():
            for pattern, rule in zip(_OWN, (FOUNDED_AND_CHAIRS, HOLDS_OFFICE), strict=True):
                for match in pattern.finditer(sentence.text):
                    yield _member(case, sentence, match, person.ref, rule, founder=rule is FOUNDED_AND_CHAIRS)
                    yield from (_member(case, sentence, more, person.ref, rule) for more in _row(sentence, match))


def _behind_a_name(case: Case, sentence: View) -> Iterator[Assertion]:
    """The offices that a sentence tells further behind the one completer whom it names."""
    held = (match for pattern in (FOUNDED, _HOLDS) for match in pattern.finditer(sentence.text))
    told = {match.end() for match in held if case.persons_in(match["who"]) or looks_like_person(match["who"])}
    for match in (one for one in _SERVES_IN.finditer(sentence.text) if one.end() not in told):
        persons = case.persons_in(sentence.text[: match.start()])
        if len(persons) == 1:
            for one in (match, *_row(sentence, match)):
                yield _member(case, sentence, one, persons[0].ref, HOLDS_OFFICE)


def _row(sentence: View, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """The offices that stand in a row behind one."""
    following = _AND_IN.match(sentence.text, match.end())
    while following is not None:
        yield following
        following = _AND_IN.match(sentence.text, following.end())


def society_name(words: str) -> str:
    """A society's name, healed; 专委会 written out.

    >>> society_name("某某学会影像专委会")
    '某某学会影像专业委员会'
    """
    return re.sub(r"专委员?会$", "专业委员会", heal_name(words).replace(" ", ""))


def _member(
    case: Case, sentence: View, match: re.Match[str], who: EntityRef, rule: Rule, *, founder: bool = False
) -> Assertion:
    society = EntityRef(label="Organization", name=society_name(match["body"]))
    words = case.at(sentence.span(match.start(), match.end()), rule)
    return words.fact(who, "MEMBER_OF", society, role=heal_name(match["office"]), founder=founder or None)


def _each(people: tuple[Person, ...]) -> Iterator[Person]:
    """Each person once: lists name again whom records name."""
    seen: set[str] = set()
    for person in people:
        if person.name not in seen:
            seen.add(person.name)
            yield person
