"""Of two projects the one told first and the one told last: 前者由张三主持，后者由李四主持，资助10万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import is_person
from ingest.numerals import to_wan
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion
from kg.text import HAN

__all__ = ["read"]

IN_TURN = Rule("former_and_latter")
"""前者由张三主持，后者由李四主持，资助10万元, behind two projects by name."""

_SAID = re.compile(
    r"(?:^|[，。；,;])(?:其中)?(?:项目)?(?P<which>前者|后者)(?P<words>[^。；]*?)(?=[，。；,;](?:项目)?(?:前者|后者)|[。；]|$)"
)
_LED = re.compile(r"(?:由|为)$")
_LEADS = re.compile(r"(?:教授|研究员|主任医师|副主任医师|副教授|博士|主任|等)*(?:主持|负责|牵头|承担|担任负责人)")
_BY_NAME = re.compile(rf"(?:由|负责人[为是]|主持人[为是])(?P<name>[{HAN}]{{2,3}})(?=主持|负责|牵头|承担|[，。；]|$)")
_HEAD = re.compile(r"(?:项目)?(?:负责人|主持人)(?:为|是|[:：])?$")
_HOSTED = re.compile(r"(?:依托|依托单位[为是]?|挂靠)$")
_SUM = re.compile(r"(?:资助|经费|拨款|金额|总额|支持)[^，。；\d]{0,6}(?P<sum>\d[\d.,]*\s*[万亿]元)")
_BOTH = 2


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """LEADS, HOSTED_BY and the sum of each of the two projects that the paragraph told of."""
    grants = list(dict.fromkeys(reading.grants_here))
    if len(grants) != _BOTH or "者" not in scene.text:
        return
    for said in _SAID.finditer(scene.text):
        grant = grants[0 if said["which"] == "前者" else 1]
        for person in scene.within(*said.span("words"), "Person"):
            led = _LED.search(scene.text, said.end("which"), person.start) and _LEADS.match(scene.text, person.end)
            if led or _HEAD.search(scene.text, said.end("which"), person.start):
                where = scene.sentence.view.span(said.start("which"), led.end() if led else person.end)
                yield reading.fact(IN_TURN, reading.person(person.name), "LEADS", grant, where)
        bare = _BY_NAME.search(scene.text, *said.span("words"))
        if bare is not None and is_person(bare["name"]) and scene.starting_at(bare.start("name"), "Person") is None:
            where = scene.sentence.view.span(said.start("which"), bare.end())
            yield reading.fact(IN_TURN, reading.person(bare["name"]), "LEADS", grant, where)
        for house in scene.within(*said.span("words"), "Organization"):
            if _HOSTED.search(scene.text, said.end("which"), house.start):
                where = scene.sentence.view.span(said.start("which"), house.end)
                yield reading.fact(IN_TURN, grant, "HOSTED_BY", reading.organization(house), where)
        paid, payer = _SUM.search(scene.text, *said.span("words")), reading.grants.get(grant)
        amount = to_wan(paid["sum"].replace(",", "")) if paid is not None else None
        if paid is not None and payer is not None and amount is not None:
            where = scene.sentence.view.span(said.start("which"), paid.end())
            yield reading.fact(IN_TURN, grant, "FUNDED_BY", payer, where, amount_wan=amount)
