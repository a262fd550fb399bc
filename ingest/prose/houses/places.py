"""Where houses stand as sentences say it: 甲医院位于某市某区, 坐落于某市的甲大学, 公司总部设在某市."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import is_place, organization_kind
from ingest.prose.clauses import clause_start
from ingest.prose.houses.opening import house_of_clause
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

STANDS_THERE = Rule("house_stands_there")
"""甲医院位于某市某区; 坐落于某省某市的甲大学."""

_VERB = re.compile(r"位于|坐落[于在]|地处|落户[于在]?|(?:总部|注册地址?|院址|校址|所在地)(?:现)?(?:设[于在]|为|在)")
_PLACE = (
    rf"(?:中国)?(?:(?:(?![市区县位于在的])[{HAN}]){{2,6}}(?:省|自治区))?(?:(?:(?![省市区县位于在的])[{HAN}]){{2,5}}(?:市|自治州))?"
    rf"(?:(?:(?![省市区县位于在的])[{HAN}]){{1,6}}(?:新区|开发区|区|县|旗))?"
)
_THERE = re.compile(rf"(?P<place>{_PLACE})(?P<rest>[^，。；、的（(]{{0,24}})")
_NO_PLACE = re.compile(
    "^(?:[我本全该城市老主新校院园]?[市区县省]|[市城郊校院园病社山库]区|[中老主]城区|.{0,3}(?:校|院|园|社|景|病)区)|市区$|城区$"
)
"""Words that end as the names of places do and name none: 市区, 老城区, 北校区."""
_STREET = re.compile(
    rf"(?:境内|城[区内]|市区|主城区|市中心|[{HAN}\d—\-]{{1,20}}(?:[路街道巷弄号村镇乡湖江河山畔旁侧处内边岸间口心核带园]|大厦|大学城|小镇|交[汇界叉]处))?$"
)
"""What may follow the place: a street, what it is beside."""
_BETWEEN = re.compile(
    rf"(?:[（(][^（）()]*[)）])?(?:(?:(?![在的新])[{HAN}]){{1,6}}(?:院区|校区|园区|总部)|总部|本部|主?院区|院址|校址|注册地址?|现址|现|目前|就|均|都|也|是一[所家个座]|公司|，)*"
)
_KINDS = ("hospital", "university", "institute", "company")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """LOCATED_IN of hospitals, universities, institutes and firms."""
    for verb in _VERB.finditer(scene.text):
        there = _THERE.match(scene.text, verb.end())
        place = there["place"] if there is not None else ""
        if there is None or not _is_named(place or there["rest"]):
            continue
        behind = scene.starting_at(there.end() + 1, "Organization") if scene.text.startswith("的", there.end()) else None
        if behind is not None and not (place and there["rest"]):
            house: EntityRef | None = reading.organization(behind)
        elif behind is None and (not place or _STREET.match(there["rest"])):
            house = house_of_clause(scene, reading, verb.start(), _BETWEEN)
        else:
            continue
        if house is None or organization_kind(employer_of(house).name) not in _KINDS:
            continue
        where = scene.sentence.view.span(
            clause_start(scene.text, verb.start()), behind.end if behind is not None else there.end()
        )
        stands = EntityRef(label="Place", name=place or there["rest"])
        yield reading.fact(STANDS_THERE, employer_of(house), "LOCATED_IN", stands, where)


def _is_named(words: str) -> bool:
    return bool(words) and _NO_PLACE.search(words) is None and (words[-1] in "省市区县州旗" or is_place(words))
