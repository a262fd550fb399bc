"""Lists of projects that were granted, an item each, without a table: 甲医院张三：《某研究》，面上项目，资助52万元；."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_person
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.funding.grants_won import of_type
from ingest.prose.funding.programmes import FUND_PROGRAMME
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

GRANT_ITEM = Rule("grant_item")
"""甲医院张三：《某研究》，面上项目，52万元; 张三（甲医院）：“某研究”（青年项目，资助30万元）."""

_STARTS = re.compile(r"(?:^|[；;：:。])\s*(?:[（(]?\d{1,2}[)）]?[.、．\s]\s*)?")
_TITLED = "|".join(sorted(TITLES, key=len, reverse=True))
_NAMED = re.compile(
    rf"(?P<name>[{HAN}]{{2,4}}?(?:·[{HAN}]{{2,8}})?)\s*(?:{_TITLED}|博士|团队|课题组)*\s*(?P<note>[（(][^（）()]{{3,40}}[)）])?\s*[：:，,、—\-]*\s*[《“](?P<title>[^《》“”]{{6,80}})[》”]"
)
_UNIT = re.compile(rf"[\s，,]*(?:[{HAN}]{{2,8}}?(?:科|中心|室|部|系|所|学院))?[\s，,：:]*")
"""What may stand between the house and the name: a department of it."""
_REST = re.compile(r"[^；;。《》“”]*")
_MONEY = re.compile(
    r"(?:资助|经费|金额|支持|费用|立项|[，,（(])(?:金额|经费|强度)?(?:为|约|共|[：:])?\s*(?P<sum>\d[\d.,]*\s*[万亿]?元)"
)
_NUMBER = re.compile(r"(?:批准|立项|项目)?编?号\s*[：:]?\s*(?P<number>[A-Za-z0-9\-]{6,})")
_LEADS_IN = re.compile("获批|立项|获得?资助|资助|喜获|中标|入选|榜上有名")
_YEAR = re.compile(r"((?:19|20)\d{2})年度?(?!\d{1,2}月)")
_OF_FUND = re.compile("国家自然科学基金委(?:员会)?(?:公布|发布|公示|下达)")
_AWARD = re.compile("奖$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """LEADS, FUNDED_BY and AFFILIATED_WITH of the items; each tells its programme or its sum itself."""
    if "《" not in scene.text and "“" not in scene.text:
        _remember(scene, reading)
        return
    for start in _STARTS.finditer(scene.text):
        yield from _item(scene, reading, start.end())


def _item(scene: Scene, reading: Reading, at: int) -> Iterator[Assertion]:
    house = scene.starting_at(at, "Organization")
    between = _UNIT.match(scene.text, house.end) if house is not None else None
    begin = between.end() if between is not None else at
    named = _NAMED.match(scene.text, begin)
    if named is None or not is_person(heal_name(named["name"])):
        return
    if house is None and named["note"]:
        inside = scene.within(*named.span("note"), "Organization")
        house = inside[0] if len(inside) == 1 else None
    rest = _REST.match(scene.text, named.end())
    end = rest.end() if rest is not None else named.end()
    own = _programme(scene, reading, named.end(), end)
    money = _MONEY.search(scene.text, named.end(), end)
    listed, year = reading.listing_of
    payer = own or listed
    year = year if own is None or (listed is not None and own.name.startswith(listed.name)) else None
    if house is None or payer is None or (own is None and money is None):
        return
    grant = EntityRef(label="Grant", name=heal_name(named["title"]))
    body = reading.organization(house)
    who = reading.person(heal_name(named["name"]), body.name)
    number = _NUMBER.search(scene.text, named.end(), end)
    where = scene.sentence.view.span(min(house.start, begin), end)
    amount = to_wan(money["sum"].replace(",", "")) if money is not None else None
    told = {
        "amount_wan": "" if amount is None else amount,
        "year": year or "",
        "number": number["number"] if number is not None else "",
    }
    yield reading.fact(GRANT_ITEM, grant, "FUNDED_BY", payer, where, **told)
    yield reading.fact(GRANT_ITEM, who, "LEADS", grant, where)
    yield reading.fact(GRANT_ITEM, who, "AFFILIATED_WITH", body, where)
    reading.tells_of(grant, payer)


def _programme(scene: Scene, reading: Reading, start: int, end: int) -> EntityRef | None:
    """The programme of which an item says that the project is; a bare type is the science fund's where the text is of that."""
    named = [one for one in scene.within(start, end, "FundingProgram") if not _AWARD.search(one.name)]
    return _ref(scene, reading, named[0]) if len(named) == 1 else None


def _ref(scene: Scene, reading: Reading, known: Mention) -> EntityRef | None:
    name = of_type(scene, reading, known)
    return EntityRef(label="FundingProgram", name=name) if name else None


def _remember(scene: Scene, reading: Reading) -> None:
    """Keep the one programme of which a sentence says that projects were granted, for the list below it."""
    if not _LEADS_IN.search(scene.text):
        return
    named = {one.name: one for one in scene.of("FundingProgram") if not _AWARD.search(one.name)}
    payer = _ref(scene, reading, *named.values()) if len(named) == 1 else None
    payer = FUND_PROGRAMME if not named and _OF_FUND.search(scene.text) else payer
    years = set(_YEAR.findall(scene.text))
    if payer is not None:
        reading.listing_of = payer, int(years.pop()) if len(years) == 1 else None
