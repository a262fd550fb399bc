"""Who does what the house that opens the sentence is told for: 2011年，甲医院引进乙机，张三教授率先将其用于…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, organization_kind
from ingest.mentions import Mention
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion

__all__ = ["at_opening_house"]

AT_OPENING_HOUSE = Rule("at_opening_house")
"""2011年，甲医院购置乙机，张三教授带领团队完成首例检查: at the one house of the sentence."""

_OPENS = re.compile(
    r"(?:\d+(?:\.\d+)*\s[^，。；]{2,30})?(?:同年|次年|此后|随后|(?:早在)?(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[初底末])?)[，,]?"
)
_TAKES_UP = re.compile(
    r"(?:(?:也|即|便|又|于|率先|首先|开始|正式|成功|先后|陆续|(?:19|20)\d\d年(?:\d{1,2}月)?)*)"
    r"(?:引进|引入|购置|购入|购买|装备|配备|配置|安装|启用|开展|建成|投入|从[^，。；]{2,10}引进)了?[^，。；]{2,40}[，,]$"
)
_DOES = re.compile(
    r"(?:及其|等|团队|带领|率领|的|课题组|在国内|在国际上|于?(?:同年|次年|(?:19|20)\d\d年)(?:\d{1,2}月)?)*"
    r"(?:率先|首先|首次|成功|将其|用其|利用其|以此|开展|完成|实施|主刀|领衔|牵头|带领|率领|主持)"
)
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_TITLED = re.compile(f"(?:{_TITLE})+")
_KINDS = ("hospital", "university", "institute", "department")


def at_opening_house(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    """AFFILIATED_WITH of one with a title whose clause goes on from what the one house of the sentence took up."""
    houses = scene.of("Organization")
    title = _TITLED.match(scene.text, person.end)
    if len(houses) != 1 or title is None or houses[0].kind not in _KINDS or houses[0].end > person.start:
        return
    opens = _OPENS.fullmatch(scene.text, 0, houses[0].start)
    took = _TAKES_UP.fullmatch(scene.text, houses[0].end, person.start)
    if opens is None or took is None or _DOES.match(scene.text, title.end()) is None:
        return
    employer = employer_of(reading.organization(houses[0]))
    if organization_kind(employer.name) in _KINDS:
        where = scene.sentence.view.span(houses[0].start, title.end())
        ref = reading.person(person.name, employer.name)
        yield reading.fact(AT_OPENING_HOUSE, ref, "AFFILIATED_WITH", employer, where, title=title.group())
