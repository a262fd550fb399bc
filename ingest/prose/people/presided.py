"""Whose election a sentence tells, where it also names the bodies of those who preside over it or speak there."""

from __future__ import annotations

import re

from ingest.lexicon import TITLES, organization_kind
from ingest.mentions import Mention
from ingest.prose.people.posts_in_rows import OFFICE, POST
from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef
from kg.text import HAN

__all__ = ["called_for_short", "only_society", "presides"]

_SOCIETIES = ("society", "society_branch")
_HOLDS = re.compile(
    rf"(?:第[一二三四五六七八九十\d]+届)?(?:{OFFICE}|{POST})(?:[、，兼]?[^，。；]{{2,24}}?(?:{OFFICE}|{POST}))*\s*"
)
_CHAIR_IS = re.compile("主持人(?:是|为|由)?[^，。；]{0,30}$|会议由[^，。；]{0,30}$")
_SPEAKS = re.compile(
    rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})*(?:等|先后|分别|亲临|到会|莅临|应邀|代表[^，。；]{{0,16}})*"
    r"(?:主持|宣读|宣布|公布|致辞|致词|讲话|出席|作|发表|介绍|表示|对|为大会|祝贺)"
)
_SHORT = re.compile(rf"(?P<name>[{HAN}]{{2,10}}?(?:专业委员会|专委会|分会|学组))")
_ELECTS = re.compile("选举|选为|换届|当选|推选|推举|产生|任职|名单")
_FAR = 60


def presides(scene: Scene, body: Mention) -> bool:
    """Whether a body is that of who presides or speaks: 主持人是|甲学会|秘书长张三; |乙分会|主任委员李四宣读决定."""
    person = next((one for one in scene.of("Person") if one.start >= body.end), None)
    if person is None or person.start - body.end > _FAR or not _HOLDS.fullmatch(scene.text, body.end, person.start):
        return False
    return bool(_CHAIR_IS.search(scene.text[: body.start]) or _SPEAKS.match(scene.text, person.end))


def only_society(scene: Scene, reading: Reading, end: int) -> EntityRef | None:
    """The one society that the sentence names so far, none where it names several or only its presider's at an election."""
    elects = _ELECTS.search(scene.text) is not None
    named = [one for one in scene.of("Organization") if one.end <= end]
    told = [reading.organization(one) for one in named if not (elects and presides(scene, one))]
    societies = {body.name: body for body in told if organization_kind(body.name) in _SOCIETIES}
    return next(iter(societies.values())) if len(societies) == 1 else None


def called_for_short(scene: Scene, reading: Reading) -> EntityRef | None:
    """The one branch told before that a sentence calls by the end of its name: 随后是|乳腺专业委员会|的选举."""
    found = {
        body
        for short in _SHORT.finditer(scene.text)
        for at in range(short.start(), short.end() - 5)
        for body in reading.bodies.values()
        if organization_kind(body.name) == "society_branch" and body.name.endswith(scene.text[at : short.end()])
    }
    return found.pop() if len(found) == 1 else None
