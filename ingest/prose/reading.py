"""What one reading of a document knows: the sentence with its mentions, what it refers back to, and how a fact is stated."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field

from ingest.base import evidence
from ingest.lexicon import is_place, organization_kind
from ingest.mentions import Mention
from ingest.prose.blocks import Sentence
from ingest.prose.clauses import Applied
from ingest.prose.houses.parents import parent, standing
from ingest.prose.houses.speaker import at_home, at_place
from ingest.prose.meetings.told import Meetings
from kg.model import Alias, Attribute, Document, EntityRef, Fact, Span, Value
from kg.text import HAN, heal_name

__all__ = ["FUND", "INGESTER", "OPENING", "TELLING", "Reading", "Rule", "Scene", "Total", "row"]

INGESTER = "prose"

_FUND_DEPARTMENT = re.compile(r"(?:数理|化学|生命|地球|工程与材料|信息|管理|医学|交叉)科学部|计划与政策局")
"""The departments of the National Natural Science Foundation, as its own structure names them."""
_FUND_FOR_SHORT = re.compile("^(?:国家)?自然科学基金委(?:员会)?(?=.{2,8}(?:科学部|局|办公室|中心)$)")
_SAME_PRODUCT = re.compile(
    r"(?:该|这一|这套|这种|这台|这款|这项|上述|此)(系统|设备|技术|产品|仪器|装置|算法|软件|平台|方法|探针|成果|显微镜|装备|模型|内镜|内窥镜|成像仪|机器人|显像剂|探测器)"
    r"|^(?:目前|截至[^，]{2,10}|如今)?[，,]?(产品|系统|设备|仪器)(?=已|目前|在|先后)"
)
_SAME_FACILITY = re.compile(
    r"(?:^|[，。；])(?:(?:该|本|这[一座个处套项])(?=设施|装置|平台|数据库|基地|中心|实验室)|(?=设施|装置|数据中心))(?P<noun>设施|装置|平台|数据库|基地|(?:数据)?中心|实验室)"
)
_ANY_PRODUCT = frozenset({"产品", "设备", "装备", "技术", "成果"})
_ATTACHES = re.compile("(?:附属|直属|大学|学院|科学院|省|市|县|区|学[与及])$")
_OWN_COMMITTEE = re.compile(
    "(?:重点)?(?P<noun>中心|实验室|研究院|研究所|平台)(?=(?:学术|专家|技术|指导|科学)委员会$)|(?P<society>学会|协会|分会)(?=(?:青年|女性|女医师|工作|技术|专家|学术|组织|科普|教育|培训){1,3}(?:委员会|学组)$)"
    f"|(?P<giver>基金会|研究会|促进会)(?=[{HAN}]{{2,12}}(?:委员会|专委会|分会|学组)$)"
)
_OF_SOCIETY = re.compile("(?:学会|协会|联合会|研究会|促进会|基金会|分会)$")
_SOCIETIES = ("society", "society_branch")
_PARTS = ("society_branch", "department")
_SHORTEST = 3
"""How long a short name must be to open the names of a body's parts."""
_HARD = frozenset({"设备", "装备"})
_SOFT = re.compile("(?:算法|模型|软件|方法|网络|序列|技术|探针|药物)$")
_UNIT_OF_HOUSE = re.compile(rf"(?P<house>[{HAN}]{{2,}}?医院)(?P<unit>[{HAN}]{{1,8}}科)")
"""A unit of a house that may go by a short name: 乙医院|心内科."""
_LEARNED = ("学会", "协会", "研究会")
"""Nouns that on a page titled with such a body's name mean that one, whoever else was named."""
_OF_ELECTION = ("专委会", "专业委员会", "学组")
"""Nouns that mean the branch whose election is told, whatever others were named."""
_NOUN_ENDINGS = {
    "科室": "科|中心",
    "科": "科",
    "我科": "科",
    "医院": "医院|保健院|卫生院",
    "院": "医院|研究院",
    "公司": "公司|集团",
    "研究所": "研究所|研究院",
    "分会": "分会|委员会",
    "专委会": "专委会|专业委员会",
}
_UNIVERSITY = re.compile(rf"[{HAN}]{{2,}}?(?:大学(?:[{HAN}]{{2,6}}分校)?|(?<!大)学院|分校)")
OPENING = 2
"""How many characters of a person's name it is looked up by."""
TELLING = 3
"""How long a name must be to be known anywhere; shorter ones are parts of words too."""
_ACADEMY = re.compile("^中科院")
_INSTITUTE = re.compile(
    rf"中国科学院(?:(?!研究|大学|学院|中心)[{HAN}]){{2,12}}(?<!光机)(?<!近物)(?<!技物)(?<!物数)(?<!化物)(?<!高能)所"
)
"""An institute of the academy by its short name; one inside another body (甲研究院乙所) keeps its own."""
FUND = "国家自然科学基金委员会"
_BESIDE = re.compile(r"(?:[（(][^（）()]{1,16}[)）])?\s*(?:[、,，]|和|与|及|以及|[、,，]\s*以及)\s*")
_FUND_NAMED = re.compile("自然科学基金|科学基金")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of reading: the name that goes into the evidence, by which its confidence is measured."""

    name: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence and what it names."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    text: str = field(init=False, repr=False)
    """The sentence's words, healed; kept here, since every rule asks for them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.sentence.text)

    def of(self, *labels: str) -> tuple[Mention, ...]:
        """The mentions that carry one of the labels, in order."""
        return tuple(mention for mention in self.mentions if mention.label in labels)

    def ending_at(self, end: int, label: str) -> Mention | None:
        """The mention of a label that ends here."""
        return next((mention for mention in self.mentions if mention.end == end and mention.label == label), None)

    def is_partner(self, body: Mention) -> bool:
        """Whether a body stands beside one that its clause only points to or leaves out: 该院与|甲医院|建立了….

        What the clause tells is told of that one, who is not named here.
        """
        before = body.start - 1
        beside = self.text[max(before, 0) : body.start] in ("与", "同", "和") and before >= 0
        return beside and not any(one.end == before for one in self.mentions if one.label in ("Organization", "Person"))

    def starting_at(self, start: int, label: str) -> Mention | None:
        """The mention of a label that starts here."""
        return next((mention for mention in self.mentions if mention.start == start and mention.label == label), None)

    def within(self, start: int, end: int, *labels: str) -> tuple[Mention, ...]:
        """The mentions of these labels that lie in a stretch of the sentence."""
        return tuple(mention for mention in self.of(*labels) if start <= mention.start and mention.end <= end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A count that shares may follow: what is counted, of whom, and in which sentence it was told."""

    name: str
    unit: str
    value: float
    refs: tuple[EntityRef, ...]
    said: int


@dataclass(slots=True)
class Reading:
    """The state of reading one document: who and what was named last, and the full names of short ones."""

    document: Document
    fund: bool = False
    team: tuple[EntityRef, ...] = ()
    """Those whose work the paragraph tells of: a team by its head, several who head it together, a house."""
    facility: EntityRef | None = None
    product: EntityRef | None = None
    products: list[EntityRef] = field(default_factory=list)
    nouns: dict[str, str] = field(default_factory=dict)
    """By the name of a product in letters, the noun that stood behind it (方法, 模型)."""
    trade_names: dict[str, str] = field(default_factory=dict)
    """The products that the document gave a second name, by that."""
    stock: tuple[EntityRef, int] | None = None  # whose devices a numbered list tells, and its last number
    users_of: EntityRef | None = None
    """The product whose users the lines go on to list."""
    bodies: dict[str, EntityRef] = field(default_factory=dict)
    """By name, the one named last at the end."""
    told: set[str] = field(default_factory=set)
    longer: dict[str, list[str]] = field(default_factory=dict)
    """The organisations told so far that end in a text and are longer, in order."""
    programme: EntityRef | None = None
    subject: EntityRef | None = None
    paragraph: int = -1
    said: int = 0
    programme_said: int = -1
    fund_speaks: bool = False
    homes: dict[str, str] = field(default_factory=dict)
    full_names: dict[str, str] = field(default_factory=dict)
    key_projects: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    everyone: set[str] = field(default_factory=set)
    """The people too whose names are too short to be known anywhere."""
    alone: tuple[int, EntityRef] | None = None
    """The last paragraph that was somebody's name and nothing else, and whose."""
    told_here: list[str] = field(default_factory=list)
    """The people whom the sentences of the paragraph so far have named."""
    openings: dict[str, set[str]] = field(default_factory=dict)
    """The people, by how their names open."""
    own: EntityRef | None = None
    sections: dict[int, EntityRef | None] = field(default_factory=dict)
    """The paragraphs below lines that name a house, by that."""
    guide: EntityRef | None = None
    defined: str = ""
    """What the text said last to be a kind of something."""
    meetings: Meetings = field(default_factory=Meetings)
    prizes: tuple[str, str] = ("", "")
    asked: tuple[str, int, int] = ("", 0, 0)
    """The award that the works of a list are nominated for, its year (0 where none is told) and the list's last number."""
    round: tuple[str, int | None] = ("", None)
    """The award whose winners the part of the text below a heading tells."""
    facilities: list[EntityRef] = field(default_factory=list)
    builders: dict[str, EntityRef] = field(default_factory=dict)
    """By the name of a facility, the body told first to build it."""
    hosts: dict[EntityRef, EntityRef] = field(default_factory=dict)
    """By a facility, the house on whose premises the text last said that it stands."""
    called: dict[str, EntityRef] = field(default_factory=dict)
    """The facilities that the document gave a short name, by that."""
    erected: EntityRef | None = None
    """What the text told to be built, as a project."""
    addressee: str = ""
    titled: EntityRef | None = None
    hero: EntityRef | None = None
    topic: EntityRef | None = None
    profiled: EntityRef | None = None
    """The person whom the page presented last, of whom parts without a name go on to tell."""
    sitters: tuple[tuple[Span, EntityRef], ...] = ()
    """The people whom the page presents, each with how far what it tells of them reaches."""
    sitter: EntityRef | None = None
    """The one of them of whom the sentence tells."""
    electing: EntityRef | None = None
    elected: EntityRef | None = None
    """The branch or committee whose election the text tells of."""
    here: list[tuple[int, EntityRef]] = field(default_factory=list)
    """The organisations that the paragraph told of, each with its sentence."""
    first: dict[str, int] = field(default_factory=dict)
    """By the name of an organisation, the sentence that told of it first."""
    office: str = ""
    """The office that a list of people stands under."""
    panel: tuple[int, EntityRef] | None = None
    """The committee whose members the paragraph of that number lists."""
    experts: tuple[int, EntityRef] | None = None
    """The group of experts that the paragraph of that number tells of."""
    listed: EntityRef | None = None
    """The society whose officers a line promises to list."""
    term: str = ""
    """The term of it that the line tells."""
    elected_term: str = ""
    """The term of the committee whose election the text tells of."""
    group: EntityRef | None = None
    """The group of that society that a line above the people heads."""
    holding: EntityRef | None = None
    heading: str = ""
    counted: EntityRef | None = None
    presented: EntityRef | None = None
    counted_last: dict[str, EntityRef] = field(default_factory=dict)
    coded: dict[str, EntityRef] = field(default_factory=dict)
    total: Total | None = None
    divisions: dict[str, str] = field(default_factory=dict)
    sorts: dict[str, str] = field(default_factory=dict)
    """The full names of what the text parted a technology into, by those that only it gives (超声类)."""
    plan: str = ""
    grants: dict[EntityRef, EntityRef | None] = field(default_factory=dict)
    """The projects told so far, each once, in their order, with the programme that pays where that is told."""
    session_of: tuple[int, EntityRef, EntityRef | None] | None = None
    """The sentence that told of a meeting on a project without its title, who pays the project and whose it is."""
    grants_here: list[EntityRef] = field(default_factory=list)
    spent: set[tuple[int, float]] = field(default_factory=set)  # what a sentence tells as given, in 万元
    granting: EntityRef | None = None
    granting_year: int | None = None
    listing_of: tuple[EntityRef | None, int | None] = (None, None)
    """The programme of which the text last said that projects were granted, whose list may follow, and in which year."""
    prize: str = ""
    prize_year: int | None = None
    work: EntityRef | None = None
    """The work honoured that the text told of last."""
    works: dict[str, EntityRef] = field(default_factory=dict)
    point: tuple[int, int, int, Span | None] = (0, -1, -9, None)
    """The last point read of a work's list: its number, how it is numbered (-1 before the first), its sentence and place."""
    squad: EntityRef | None = None
    """The team that the page presents by name."""
    squad_tells: int = -1
    """The paragraph that opens with it."""
    listing: int = -1
    """The sentence that promised its members."""
    crew: int = -1
    """The last sentence of a list of who did the work that goes on behind its semicolon."""
    paper: EntityRef | None = None
    """The paper that the text tells of, the one named last where it tells of several."""
    papers_told: int = 0
    news_paper: EntityRef | None = None
    """The paper that the text told first."""
    reported: int = -1
    """The sentence that last told what the study of a paper found."""
    journals: dict[str, EntityRef] = field(default_factory=dict)
    """By the title of a paper, where it appeared."""
    paper_paragraph: int = -1
    applied: Applied | None = None
    """The call whose applications were counted last."""

    def enter(self, sentence: Sentence) -> None:
        """Take up a sentence; what a paragraph named is forgotten where another begins."""
        self.said += 1
        self.sitter = self._sitter(sentence.view.offsets[0])
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.fund_speaks = False
            self.team = ()
            self.product = self.programme = self.electing = self.holding = self.granting = None
            self.granting_year = None
            self.prize = ""
            self.grants_here = []
            self.here = []
            self.told_here = []
            self.facility = self.titled
            self.topic = self.sitter or self.hero
            self.own = self.sections.get(sentence.paragraph, self.own)
            self.counted = self.own or self.presented
            self.divisions = {}
            self.plan = ""
            self.heading = self._heading(sentence.view.offsets[0])
            self.meetings.enter(sentence.paragraph)
        if (place := _SAME_FACILITY.search(sentence.text)) is not None:
            named = (one for one in reversed(self.facilities) if one.name.endswith(place["noun"]))
            self.facility = next(named, self.facility)
        back = _SAME_PRODUCT.search(sentence.text)
        if back is not None and (back[1] != "技术" or getattr(self.counted, "label", "") != "Technology"):
            self.product = self._earlier(back[1] or back[2]) or self.product
        self.fund = self.fund or bool(_FUND_NAMED.search(sentence.text))

    def organization(self, mention: Mention) -> EntityRef:
        """The organisation by its full name, where the document (or the structure of the science fund) gives it."""
        name = self._owned(standing(mention.name))
        name = at_home(name, self.document) or at_place(name, self.document) or name
        name = self._whole(self.full_names.get(name) or self._in_full(name))
        if self.fund and _FUND_DEPARTMENT.match(name):
            name = FUND + name
        name = _FUND_FOR_SHORT.sub(FUND, name)
        name = _ACADEMY.sub("中国科学院", name)
        if _INSTITUTE.fullmatch(name):
            name = name.removesuffix("所") + "研究所"
        if name == FUND.removesuffix("员会"):
            name = FUND
        ref = EntityRef(label="Organization", name=name)
        self._tell(ref)
        return ref

    def _in_full(self, name: str) -> str:
        """The name of a part of a body that opens with the body's short name: 甲会某分会, after 某协会（简称“甲会”）."""
        for short, full in self.full_names.items():
            part = name[len(short) :] if len(short) >= _SHORTEST and name.startswith(short) else ""
            if part and organization_kind(part) in _PARTS and organization_kind(full) not in _PARTS:
                return full + name[len(short) :]
        return name

    def _owned(self, name: str) -> str:
        """A committee that is named by its owner's noun alone (中心学术委员会), by the owner's name."""
        part = _OWN_COMMITTEE.match(name)
        owner = self.meant(part["noun"] or part["society"] or part["giver"]) if part else None
        return name if part is None or owner is None else owner.name + name[part.end() :]

    def _tell(self, body: EntityRef) -> None:
        """Remember an organisation, after the one that it is a part of."""
        self.bodies.pop(body.name, None)
        self.bodies[body.name] = body
        self.first.setdefault(body.name, self.said)
        self.here.append((self.said, body))
        whole = parent(body.name) if organization_kind(body.name) in (*_SOCIETIES, "department") else None
        for name in (whole, body.name):
            if name is not None and name not in self.told:
                self.told.add(name)
                for start in range(1, len(name)):
                    self.longer.setdefault(name[start:], []).append(name)

    def _whole(self, name: str) -> str:
        """The longer name that ends in this one and was told before (瑞安医院: 某大学附属瑞安医院), else the name.

        Of several hospitals none is meant; of several societies the one told last.
        """
        society = organization_kind(name) in _SOCIETIES
        ending = name if name in self.longer or not society else name.replace("学分会", "分会")  # 内科学分会: …内科分会
        longer = self.longer.get(ending, [])
        if not longer and (unit := _UNIT_OF_HOUSE.fullmatch(name)) is not None:
            return self._whole(unit["house"]) + unit["unit"]
        branch = parent(name) if not longer and society else None
        if branch is not None and branch in self.longer:  # 放射学分会|磁共振学组, after 某医学会放射学分会
            return self._whole(branch) + name.removeprefix(branch)
        if not longer or (len(longer) > 1 and not society):
            return name
        front = longer[-1].removesuffix(ending)
        attaches = (
            _ATTACHES.search(front) or (society and _OF_SOCIETY.search(front)) or (name[0] in "省市区县" and is_place(front))
        )
        return longer[-1] if attaches else name

    def introduce(self, found: tuple[Mention, ...]) -> None:
        """Remember the people of a sentence by name, so that they are known where nothing stands beside it."""
        for one in found:
            if one.label == "Person":
                self.everyone.add(one.name)
            if one.label == "Person" and len(one.name) >= TELLING:
                self.people.add(one.name)
                self.openings.setdefault(one.name[:OPENING], set()).add(one.name)

    def speak_of(self, programme: EntityRef) -> None:
        """Remember the programme that the sentence speaks of."""
        self.programme, self.programme_said = programme, self.said

    def tells_of(self, grant: EntityRef, payer: EntityRef | None = None) -> None:
        """Remember a grant that the text, and so its paragraph, told of, and who pays it: of a plan and its part the part."""
        known = self.grants.get(grant)
        self.grants[grant] = known if payer is None or (known is not None and not known.name.endswith("计划")) else payer
        self.grants_here.append(grant)

    def tells_of_work(self, name: str) -> EntityRef:
        """Remember a work that received an award as the one that the text tells of."""
        self.work = self.works.setdefault(name, EntityRef(label="Achievement", name=name))
        return self.work

    def made(self, product: EntityRef) -> None:
        """Remember a technology that a team or company made."""
        self.product = product
        self.products.append(product)

    def builds(self, facility: EntityRef) -> None:
        """Remember the facility that the paragraph speaks of."""
        self.facility = facility
        self.facilities.append(facility)
        if facility.name in self.document.title:
            self.titled = facility

    def society(self) -> EntityRef | None:
        """The society that the title names, else the branch that was named last."""
        told = [body for body in self.bodies.values() if organization_kind(body.name) == "society_branch"]
        titled = [body for body in told if body.name in self.document.title]
        return next(reversed(titled or told), None)

    def meant(self, noun: str, later: Collection[str] = ()) -> EntityRef | None:
        """The organisation that a bare noun (中心, 医院, 分会) means: the last one named so far whose name ends in it.

        None of those that the sentence names first, and ``later`` than the noun, is meant.
        """
        if noun == "校":
            told = (match for body in reversed(self.bodies.values()) if (match := _UNIVERSITY.match(body.name)) is not None)
            last = next(told, None)
            return EntityRef(label="Organization", name=last.group()) if last is not None else None
        ending = _NOUN_ENDINGS.get(noun, noun)
        if self.own is not None and re.search(f"(?:{ending})$", self.own.name):
            return self.own
        titled = [one for one in self.bodies.values() if noun in _LEARNED and one.name in self.document.title]
        elected = [self.elected] if self.elected is not None and noun in _OF_ELECTION else []
        for body in (*elected, *reversed(titled or self.bodies.values())):
            if noun == "科室" and body.name.startswith("国家"):  # a title that a department was given
                continue
            if body.name in later and self.first.get(body.name) == self.said:
                continue
            named = re.match(rf".{{2,}}?(?:{ending})(?=$|[{HAN}]{{1,8}}(?:科|室|部|中心)$|[{HAN}]{{2,24}}学组$)", body.name)
            if named is not None and (named.group() == body.name or organization_kind(named.group()) is not None):
                return EntityRef(label="Organization", name=named.group())
        return None

    def home(self, level: str) -> str:
        """The one province or town of that level (省, 市) that the bodies told of bear in front, "" where there is not one."""
        bearing = (re.match(rf"(?!{level})[{HAN}]{{2,4}}?{level}", name) for name in self.bodies)
        owners = {one.group() for one in bearing if one is not None}
        return owners.pop() if len(owners) == 1 else ""

    def _earlier(self, noun: str) -> EntityRef | None:
        """The product that 该系统, 该设备 means: the last one named so, for 产品 and 设备 the last one."""
        named = [one for one in reversed(self.products) if self.nouns.get(one.name, one.name).endswith(noun)]
        named += [
            one
            for one in reversed(self.products)
            if noun in _ANY_PRODUCT and not (noun in _HARD and _SOFT.search(self.nouns.get(one.name, one.name)))
        ]
        return named[0] if named else None

    def _heading(self, offset: int) -> str:
        """The heading that a place in the document stands under, "" for none."""
        passages = self.document.passages
        at = bisect_right(passages, offset, key=lambda one: one.span.start) - 1
        return passages[at].headings[-1] if at >= 0 and offset < passages[at].span.end and passages[at].headings else ""

    def _sitter(self, offset: int) -> EntityRef | None:
        """The person presented at a place in the document; also the one whom parts without a name go on to tell of."""
        found = next((who for span, who in self.sitters if span.start <= offset < span.end), None)
        if self.sitters:
            self.profiled = found
        return found

    def person(self, name: str, home: str = "") -> EntityRef:
        """The person, told apart from namesakes by the institution stated here or first in the document."""
        if home:
            self.homes.setdefault(name, home)
        return EntityRef(label="Person", name=name, context=home or self.homes.get(name, ""))

    def fact(
        self, rule: Rule, subject: EntityRef, predicate: str, object_: EntityRef, where: Span, **qualifiers: Value
    ) -> Fact:
        """A fact whose evidence is the document's words at ``where``; qualifiers without a value are left out."""
        stated = {name: value for name, value in qualifiers.items() if value not in ("", None)}
        said = evidence(self.document, where, ingester=INGESTER, rule=rule.name)
        return Fact(subject=subject, predicate=predicate, object=object_, qualifiers=stated, evidence=said)

    def attribute(self, rule: Rule, subject: EntityRef, name: str, value: Value, where: Span) -> Attribute:
        """A property of a thing, with its evidence."""
        said = evidence(self.document, where, ingester=INGESTER, rule=rule.name)
        return Attribute(subject=subject, name=name, value=value, evidence=said)

    def alias(self, rule: Rule, of: EntityRef, name: str, where: Span) -> Alias:
        """Another name of a thing, with its evidence."""
        said = evidence(self.document, where, ingester=INGESTER, rule=rule.name)
        return Alias(of=of, name=heal_name(name), evidence=said)


def row(scene: Scene, last: Mention) -> list[Mention]:
    """The organisations that stand in a row up to this one."""
    found = [last]
    for organization in reversed(scene.of("Organization")):
        between = scene.text[organization.end : found[0].start] if organization.end <= found[0].start else None
        if between is not None and _BESIDE.fullmatch(between):
            found.insert(0, organization)
    return found
