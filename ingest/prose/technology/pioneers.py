"""Who stands for a technology: its inventors and founders, whom an honour is for, what a laboratory is devoted to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.clauses import subject_start
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Rule, Scene, row
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

PIONEER = Rule("pioneer_of")
"""甲刀发明人张三教授; 张三是我国乙学的奠基人; 丙领域知名专家李四."""
HONOURED_FOR = Rule("honoured_for")
"""以表彰其在甲、乙方面的贡献."""
AMONG_THOSE = Rule("among_those_working_on")
"""从事甲成像研究的单位主要有乙大学、丙研究所; 能够生产甲的企业包括丁公司、戊公司."""
DEVOTED = Rule("devoted_to")
"""甲实验室聚焦乙领域; 丙研究院以丁、戊为研究方向."""

_FIRST = (
    r"(?:主要|联合|第一|共同)?(?:发明人|发明者|研制者|设计者|奠基人|奠基者|开创者|创始人|首创者|开拓者|先驱"
    r"|领军人物|领军人才|领军者|学科带头人|总设计师|推动者|倡导者)"
)
_EXPERT = r"(?:知名|著名|资深|权威|顶尖|顶级|领域|专业)+(?:专家|学者|科学家)|医?学家"
_FIELD = r"(?:技术|系统|设备|专业|学科|事业|领域|界|研究|诊断|成像|治疗|方面)*"
_KNOWN = re.compile(
    r"(?:教授|院士|主任|医师)*[，,]?(?:就|也)?是[^，。；、是]{0,6}?(?:知名|著名|资深|权威|顶尖)的?[^，。；、是]{0,6}"
)
_PLAIN_EXPERT = re.compile(rf"{_FIELD}(?:与[^，。；、]{{2,8}}领域)?的?(?:专家|学者|医?学家)(?=[，。；]|之一|$)")
"""我国著名的肿瘤|放疗|专家."""
_BEFORE = re.compile(
    rf"{_FIELD}的?(?:{_FIRST}|{_EXPERT})(?:之一)?(?:{ROLES}|[、，“”]|[（(][^（）()]{{1,16}}[)）])*(?:[{HAN}]{{0,14}}?(?:主任|院长|所长|会长|教授|院士|主委|委员))?$"
)
_IS = re.compile(
    rf"(?:{ROLES}|[，,\s]|[（(][^（）()]{{1,24}}[)）])*(?:就|也|正|曾)?(?:是|为|作为|被(?:誉为|称为|尊为)|堪称)“?(?:我国|中国|国内|国际|世界|全国|全省|省内|国内外|著名的?|现代|当代|该省|[{HAN}]{{2,4}}省)*的?$"
)
_AS_SCHOLAR = re.compile(r"(?:\s*[（(][^（）()]{1,24}[)）])?[，,](?:(?:我国|中国|国际|国内)?(?:著名|知名)?的?)")
_SCHOLAR = re.compile("学?(?:家|专家)(?=[，。、；])")
"""张三，|核医学|家，…."""
_TEAMS_OF = re.compile(
    rf"{_FIELD}的(?:国内|国际|我国|主要|最具|代表性?|优势|知名)+的?(?:研究)?(?:团队|课题组|研究组|人物|学者)(?:主要)?(?:为|是|有|包括|当属)"
)
"""甲成像的代表性团队为|乙大学张三团队."""
_IS_FIRST = re.compile(rf"{_FIELD}的?(?:(?:主要|重要)?{_FIRST}|{_EXPERT}|之父)")
_HONOURED = re.compile(
    r"(?:表彰|褒奖|肯定|嘉奖|表扬)(?:其|他|她|他们|(?=[^，。；]{2,4}(?:教授|院士|研究员|医师|主任|博士)?在))[^，。；在于对]{0,8}(?:在|于|对|为)(?P<what>[^，。；]{2,60})"
)
_DEVOTED = re.compile(
    r"(?:[，,]|长期|一直|主要|目前|将|重点|始终|创建以来|成立以来|多年来)*"
    r"(?:聚焦(?:于)?(?!超声|离子|型|束|式|镜)|专注于?|致力于|立足(?:于)?|面向|瞄准|深耕(?:于)?|(?:主要)?(?:从事|开展)|(?:主要)?研究(?:方向|领域|内容)(?:为|是|包括|有|涵盖|涉及)[:：]?|围绕|以(?=[^。；]{2,60}为(?:主要|核心|重点|主攻|特色)*(?:研究)?(?:方向|主线|特色|重点|领域|核心|主题|任务|内容|龙头)))(?P<what>[^。；]{2,60})"
)
_MAKES = re.compile(
    r"(?:[（(][^（）()]{2,20}[)）])?(?:[，,：:]|长期|一直|主要|目前|始终)*"
    r"(?:(?:专注于?|聚焦于?|致力于|深耕于?|从事)(?P<works>[^，。；]{2,40}?)(?:领域|(?:设备|系统|产品|技术)?的?(?:自主)?(?:研发|研制|开发|生产|制造)[^，。；]{0,8})?"
    r"|主营(?:业务|产品)?(?:[为是]|包括)?(?P<sells>[^，。；]{2,30})"
    r"|是(?:国内|我国|全国|全球|国际|最早|领先|知名|主要|的)*(?P<makes>[^，。；是]{2,30}?)(?:设备|系统|产品)?的?(?:主要|领先|龙头|代表性?|重点)*(?:生产|研发|制造)*(?:企业|厂[商家]|供应商))"
    r"(?=[，。；]|$)"
)
"""甲公司专注乙成像的研发与生产, 甲公司主营乙, 甲公司是国内乙的主要生产企业."""
_ENDS = re.compile(
    "为(?:主要|核心|重点|主攻|特色|研究)*(?:方向|主线|特色|重点|领域|核心|主题|任务|内容|龙头)|[，,](?=[^、]{0,4}(?:建|拥|承|获|现|共|已|先|为|是|在|成|打造|推动|开展|取得|提供))"
)
_AMONG = re.compile(
    r"(?:从事|开展|进行|致力于|专注于?|布局|(?:能够?|可|具备|掌握|实现)?(?:研究|研制|研发|生产|制造|量产|开发))了?(?P<what>[^，。；的]{2,24}?)(?:的?(?:相关|临床|基础|自主|研究|研发|研制|生产|开发|制造|工作|能力|技术|产品))*的"
    r"(?:主要|代表性?|国内|国产|核心|重点|科研)*(?:单位|机构|高校|院校|院所|企业|公司|厂[商家]|医院)"
    r"(?:主要|目前|现|已|还|则)*(?:有|包括|是|为|包含|如)[:：]?\s*"
)
_HOUSES = ("laboratory", "institute", "department")
_LINK = re.compile(r"(?:[（(][^（）()]{1,30}[)）])?[、，]?(?:以及|及|和|与)?")
_NOT_THEY = re.compile(r"(?:没有|尚无|未有|不是|拟|计划|将要|鼓励|支持|需要)")
"""What denies the row, or only plans it."""
_WISHED = re.compile("医院|公司|患者|需求|国家战略|人民|市场|临床需要")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """WORKS_ON of those whom a sentence calls the first or the known of a technology, and of those devoted to one."""
    if not scene.of("Technology"):
        return
    if re.search("人|者|家|先驱|学者|之父|设计师|团队|课题组", scene.text):
        yield from _pioneers(scene, reading)
    if re.search("表彰|褒奖|肯定|嘉奖|表扬", scene.text):
        yield from _honoured(scene, reading)
    yield from _devoted(scene, reading)
    yield from _among(scene, reading)


def _pioneers(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for person in scene.of("Person"):
        for one in scene.of("Technology"):
            between = scene.text[one.end : person.start]
            before = one.end <= person.start and len(between) < 30 and _BEFORE.fullmatch(between)
            behind = (
                one.start >= person.end
                and one.start - person.end < 30
                and _IS.fullmatch(scene.text, person.end, one.start)
                and _IS_FIRST.match(scene.text, one.end)
            )
            scholar = _AS_SCHOLAR.fullmatch(scene.text, person.end, one.start) and _SCHOLAR.match(scene.text, one.end)
            known = (
                behind
                or scholar
                or (
                    one.start >= person.end
                    and _KNOWN.fullmatch(scene.text, person.end, one.start)
                    and _PLAIN_EXPERT.match(scene.text, one.end)
                )
            )
            if before or known or _heads_team(scene, one, person):
                where = scene.sentence.view.span(min(one.start, person.start), max(one.end, person.end))
                yield reading.fact(PIONEER, reading.person(person.name), "WORKS_ON", one.ref, where)


def _heads_team(scene: Scene, one: Mention, person: Mention) -> bool:
    """Whether words tell that somebody's team, or house before the name, is the one known for a technology."""
    whole = not one.start or scene.text[one.start - 1] in "，。；、,;：:（( "
    told = _TEAMS_OF.match(scene.text, one.end) if whole else None
    house = scene.starting_at(told.end(), "Organization") if told is not None else None
    return told is not None and person.start == (house.end if house is not None else told.end())


def _honoured(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for match in _HONOURED.finditer(scene.text):
        people = scene.within(match.start(), match.start("what"), "Person") or [
            one for one in scene.of("Person") if one.end <= match.start()
        ]
        who = reading.person(people[-1].name) if people else reading.topic
        for one in scene.within(*match.span("what"), "Technology") if who is not None and len(people) < 2 else ():
            if who is not None:
                yield reading.fact(HONOURED_FOR, who, "WORKS_ON", one.ref, scene.sentence.view.span(*match.span()))


def _among(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """The houses of a row that a sentence tells as those who work on what it names before them."""
    told = _AMONG.search(scene.text)
    if told is None or _NOT_THEY.search(scene.text, 0, told.end()):
        return
    known, named = scene.within(*told.span("what"), "Technology"), technology(told["what"])
    whole = next((one.ref for one in known if one.surface == named or (len(known) == 1 and named is None)), None)
    thing = whole or (EntityRef(label="Technology", name=named) if named is not None else None)
    houses = [one for one in scene.of("Organization") if one.start >= told.end()]
    if thing is None or not houses or houses[0].start != told.end():
        return
    for house in row(scene, _last_of_row(scene, houses)):
        where = scene.sentence.view.span(told.start(), house.end)
        yield reading.fact(AMONG_THOSE, reading.organization(house), "WORKS_ON", thing, where)


def _last_of_row(scene: Scene, houses: Sequence[Mention]) -> Mention:
    """The last of the houses that stand in a row with the first, nothing between them but what links a row."""
    last = houses[0]
    for one in houses[1:]:
        if not _LINK.fullmatch(scene.text, last.end, one.start):
            break
        last = one
    return last


def _makes(scene: Scene, reading: Reading, firm: Mention) -> Iterator[Assertion]:
    """What the firm that a sentence opens with is said to make."""
    told = _MAKES.match(scene.text, firm.end)
    what = next((name for name in ("works", "sells", "makes") if told is not None and told[name]), "")
    if told is None or not what or _WISHED.search(told[what]):
        return
    for one in scene.within(*told.span(what), "Technology"):
        where = scene.sentence.view.span(firm.start, one.end)
        yield reading.fact(DEVOTED, reading.organization(firm), "WORKS_ON", one.ref, where, role=("研究",))


def _devoted(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    house = scene.starting_at(subject_start(scene.text, 0), "Organization")
    if house is not None and house.kind == "company":
        yield from _makes(scene, reading, house)
    if house is None or house.kind not in _HOUSES:
        return
    match = _DEVOTED.match(scene.text, house.end + scene.text.startswith("”", house.end))
    if match is None or scene.within(match.start(), match.end(), "Organization", "Person"):
        return
    stop = _ENDS.search(scene.text, match.start("what"), match.end())
    end = stop.start() if stop is not None else match.end()
    if _WISHED.search(scene.text, match.start("what"), end):
        return
    known = scene.within(match.start("what"), end, "Technology")
    bodies: list[EntityRef] = [reading.organization(one) for one in row(scene, house)]
    for one in known:
        for body in bodies:
            yield reading.fact(
                DEVOTED, body, "WORKS_ON", one.ref, scene.sentence.view.span(house.start, one.end), role=("研究",)
            )
