"""The programmes that a table of grants speaks of: read from its caption, from the headings of its groups, from its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.table.own_names import own_name, spelled_out
from kg.text import heal_name

__all__ = ["Programme", "Programmes", "is_type", "programme_of", "programme_of_group", "programmes_of"]

_TYPE = (
    r"(?:面上|重点支持|重点|重大研究计划|(?:国家)?重大科研仪器研制|重大|一般|培育|专项|联合|应急管理|国际[（(]?地区?[)）]?合作(?:与交流|研究)?|国际合作|原创探索(?:计划)?|自由探索|"
    r"青年(?:科学)?基金|(?:(?:国家)?杰出|优秀)?青年(?=项目|课题)|地区(?:科学)?基金|优秀青年(?:科学)?基金|(?:国家)?杰出青年(?:科学)?基金|海外优青|联合基金|创新研究群体|创新群体|"
    r"基础科学中心|集成|国际合作与交流|部门推荐类?|自由申请类?|青年科学家|揭榜挂帅|定向委托|指南)"
)
_GENERIC = re.compile(rf"{_TYPE}(?:项目|课题|类|基金)?(?:\s*[（(][^（）()]*[)）])?(?:项目)?")
_ENDS_IN_TYPE = re.compile(rf"{_TYPE}(?:类|基金|研究|计划)?(?:项目|课题)?(?:\s*[（(][^（）()]*[)）])?$")
_PROPER_END = re.compile(r"(?:基金|计划|专项|工程|群体|行动|基金会)(?:\s*[（(][^（）()]*[)）])?$")
_FUNDING_WORD = (
    r"(?:重点|重大|基础|应用|科技|科学|技术|自然|社会|人才|创新|软科学|国际|公益|青年|优秀|杰出|博士后|产学研|联合|引导|专项|研究|研发|合作|发展|"
    r"支撑|攻关|振兴|提升|培育|行业|成果|转化|转移|基金|计划|项目|工程|行动|群体|[“”\"（）()]|“[^”]+”)"
)
_FUNDING_WORDS = re.compile(rf"{_FUNDING_WORD}+")
_STANDS_ALONE = re.compile(r"^(?:国家|中国|教育部|科技部|中央|[^的]{2,6}(?:省|市|自治区)|“|中科院|中国科学院|军队|全军|首都)")
_COINED_TYPE = re.compile(
    r"(?:重点|重大|一般|普通|面上|自主|原始|青年|优才|英才|优秀|杰出|拔尖|卓越|领军|骨干|后备|人才|团队|培育|培养|启航|启明|启动|攻关|创新|研发|探索|预研|前沿|基础|应用|公益"
    r"|临床|转化|示范|推广|揭榜|挂帅|引导|指导性?|指令性?|竞争性?|定向|委托|扶持|支持|国际|国内|区域|交流|合作|联合|协同|共建|产业化|科技|科研|技术|研究|关键|性|及|和|与){2,6}(?:项目|课题|专项|计划)"
)
"""A type of a programme's projects by words for types, which a heading over rows tells: 重点攻关项目, 青年优才项目."""
_ITEMS_OF_TYPE = re.compile(r"(?<=[划体）)])(?:资助)?(?:项目|课题)$")
_ITEMS = re.compile(r"(?<=[划项金程体）)动”])(?:资助)?(?:项目|课题)$")
_TAIL = re.compile(
    r"(?:[\s:：]|列表|清单|一览表?|名单|情况|汇总表?|统计表?|简表|明细表?|目录|公示|公告|安排|(?<=[列览总计细])表|"
    r"[（(]?\s*(?:金额|经费)?单位[:：]?\s*[亿万千]?元\s*[)）]?|[（(](?:续|部分)[)）]|[（(][^（）()]*(?:方向|领域|学科|专业)[)）]|[（(]\d+项?[)）]|等$|(?<=[单果目])(?:出炉|揭晓|发布|公布))+$"
)
_AWARDED = re.compile(
    r"(?:(?:19|20)\d{2}\s*[-—–~～至]\s*)?(?:(?:19|20)\d{2}|“?十[一二三四五]五”?)\s*年?(?:度|期间|以来|间)?的?"
    r"|拟?(?:批准|立项|(?<!联合)资助|获批|新立项|获资助|(?<!重点)支持|入选)(?:资助|立项|支持)?的?(?=项目|课题|$)"
)
_GIVEN = re.compile(r"(?<=项目|课题)(?:批准|立项|拟?资助|获批)(?:资助|立项)?(?:项目|课题)?$")
_SHORT_FUND = re.compile("国自然(?:科学)?(?:基金)?(?!资源)")
_OF_COMMITTEE = re.compile(rf"基金委(?:员会)?(?={_TYPE})")
"""A fund's committee before a type of its projects: the fund is meant."""
_NOTICE = re.compile(
    r"^(?:现|兹)(?:将|就|对)|(?:予以|进行)?(?:公示|公布|公告)(?:如下|于后)?[:：]?$|^(?:[^“”《》，。；]{2,40}?)?关于(?:下达|公布|发布|公示|印发|组织|做好|批准|同意|征集|申报|推荐|开展|对)*(?=\D{2}|\d{4})|的?(?:通知|决定|公告|通告|函|公示)$"
)
"""What the title of a notice says around the programme: 关于下达…的通知."""
_GLAD = re.compile(
    r"^附[件表录]\s*[一二三四五六七八九十\d]*\s*[:：.、]\s*|^(?:科研|立项)?(?:喜报|喜讯|捷报)\s*[！!：:｜|—\-]*\s*"
)
"""What stands before the words of a list's head: 附件2：…, 喜报：…."""
_OF_HEAD = re.compile(r"关于|(?:19|20)\d{2}\s*年|喜报|喜讯|捷报|^附[件表录]")
"""What tells words for the head of a list or a notice, in which more stands than the programme."""
_HOUSE_BEFORE = re.compile(
    r"^(?:[^，。、“的]{2,20}?(?:大学|院|研究所|中心|公司)|[我本](?:院|校|所|系|科室?|中心|医院|学院))"
    r"(?:再次|成功|新|喜|荣|又)*(?:获批?得?|新增|承担|主持|中标|立项)?(?:(?:19|20)\d{2}年度?)?(?=(?:国家|[^，。、“的]{2,6}(?:省|市|自治区))[^，。]{0,16}(?:基金|计划|专项))"
)
"""The house that a list is of, before the programme: 某某大学国家自然科学基金立项名单."""
_COUNT_BEFORE = re.compile(
    r"^(?:[^，。、“的]{2,20}?(?:大学|学院|医院|研究院|研究所|中心|公司|[院校所科])|[我本](?:院|校|所|系|科室?|中心|医院|学院))?(?:[^，。、“的\d]{0,6}?)"
    r"(?:\d+|[一二两三四五六七八九十]+)余?[项个](?:科研|研究|医学)*(?:课题|项目|成果|基金)?(?:成功|新|喜|荣|再次|又)*(?:获批?准?得?|入选|列入|中标|立项)(?:(?:19|20)\d{2}年度?)?"
    r"(?=(?:国家|[^，。、“的]{2,6}?(?:省|市|自治区)|省|市)[^，。]{0,16}(?:基金|计划|专项|项目))"
)
"""How many projects a house won, before the programme: 我院2项课题获某省自然科学基金立项."""
_FIELD_BEFORE = re.compile(
    r"^[^，。；：“”（）()]{2,16}?(?:领域|方向|学科|专业|类)(?:部分|相关|有关|主要|的)*(?=国家(?!级)|[^，。、“的]{2,6}(?:省|市|自治区)(?!级))"
)
"""The field of a list's projects, before the programme: 医学影像领域部分国家自然科学基金资助项目."""
_QUOTED = re.compile(r"“[^“”]+”[、和与及]?")
_LEVELLED = re.compile(
    r"(?:^|下达|公布|的)(?P<base>(?:省|市|自治区)(?!级)[^，。；、的\s]{0,14}?(?:自然科学基金|社会科学基金|科学基金|研发计划|科技计划|科技重大专项|计划|专项))(?P<rest>.*)$"
)
"""A programme that leaves its province out, which the page tells elsewhere."""
_OF_PLACE = re.compile(
    rf"(?P<name>[^的\s，。、“”]{{2,8}}?(?:省|市|自治区)(?!级)(?=.*(?:科技|科研|攻关|研发|示范|揭榜挂帅|创新|转化))(?:{_FUNDING_WORD}|示范|揭榜挂帅|关键|核心|科研|医学|医疗|医药|卫生|健康|资助|与){{2,}}"
    rf"(?<=项目)(?:[（(][^（）()]*?(?:专题|专项|类)[)）])?)"
)
"""A province's or town's programme that goes by its projects: 某某市重大科技创新攻关项目."""
_OF_LEVEL = re.compile(
    r"(?:^|大学|学院|医院|研究院|研究所|中心|年度?)(?P<name>[院校所]级[^，。；、的（()）]{2,10}?(?:基金|计划|专项|项目|课题))"
)
"""A house's own programme, which bears the house's name where that is told: 校级科研项目."""
_OF_OFFICE = re.compile(
    r"(?P<name>[^的\s，。、“”]{2,12}?(?:省|市|区|县|自治区|州|盟)[^的\s，。、“”]{2,12}?(?:委员会|委|厅|局)"
    r"(?:医药|医学|卫生|健康|中医药?|临床|科技|科研|科学|研究|应用|基础|发展|适宜|技术|公益|惠民|创新|专项|攻关){1,6}(?:计划|专项|(?:项目|课题)))(?:项目|课题)?"
)
"""The programme that an office runs itself, by the office's name: 某市卫生健康委员会科研课题."""
_NATIONAL = re.compile(r"国家(?!级)[^，。；]{4,}")
_FUNDED = re.compile(
    r"^(?P<funder>[^，。；]{3,30}?(?:基金委员会|基金委|基金会|基金|计划|专项|部|厅|局|委员会))(?:资助|支持|批准|立项)的?(?P<rest>.*)$"
)
_FIELD = re.compile(rf"^.*(?:领域|方向|方面|相关|有关|学科)的?|^[^类、，]{{1,10}}类(?={_TYPE})")
_DEPARTMENT = re.compile(r"^(?:委员会)?[^，、的]{2,6}(?:科学部|学部)(?:[一二三四五六七八九十]处)?")
_AND = re.compile(r"(?:和|与|及|以及|、|，)(?![^（(]*[)）])")
_BASE = re.compile(
    r"(?P<base>(?:国家|中国|(?:教育部|科技部)(?!国家)|首都|中央|军队|全军|[^的\s，。、]{2,8}?(?:省|市|自治区|大学|医院|科学院))[^，。；、的]{0,24}?"
    r"(?:自然科学基金|社会科学基金|科学基金|研发计划|发展计划|研究计划|科技计划|支撑计划|科技重大专项|重大专项|计划|专项|基金))"
    r"(?P<rest>.*)$"
)
_NUMBERING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|【)|(?:】|\s*[（(](?=[^（）()]*(?:\d+\s*[项个]|每项|元))[^（）()]{2,40}[)）]|[:：])$"
)
_SPECIAL = re.compile(r"[“\"](?P<name>[^”\"]+)[”\"](?:国家)?重点专项")
"""A special project is called by its own name, without the plan's."""
_PLAIN_SPECIAL = re.compile(r"(?P<name>[^，。；、的“”\"（）()\d]{4,28}?)(?:国家)?重点专项")
_KEY_PLAN = "国家重点研发计划"
_MANY_TYPES = re.compile(r"(?:重点|重大|人才)类(?:项目|课题)?")
"""What sums types up (重点类项目) and is none."""
_WITHIN_QUOTED = re.compile(r"[^，。；、的“”（）()\d目]{4,20}?(?:专项|计划)(?!项目类)")
_IN_FUND = re.compile(
    r"国家自然科学基金国家(?!重点研发|科技|重大科学仪器设备开发)[^，。；]{2,24}(?:基金|项目|专项)|(?P<same>.{6,})(?P=same)"
)
"""A fund and what is a part of it: a programme of the nation's fund, or a name that opens with its own."""
_JOINT_FUND = re.compile(r"[-—–]*(?!资助|的)[^，。；、的“”（）()\d类]{4,20}?联合(?:基金|专项|计划)(?!项目类)")
"""A fund of several payers inside a province's fund or plan."""
_JOINT = re.compile(r"联合(?:基金|专项|计划)$")
_QUOTED_PART = re.compile(r"^(?P<sub>[“\"][^”\"]+[”\"](?:国家)?(?:重点|重大|科技)?专项|[“\"][^”\"]+[”\"](?:联合)?基金)")
_OF_BODY = re.compile(
    r"重点专项|[省市县区厅局委院校所]级|[省市区县]|委员会|[厅局院校]|大学|学会|协会|公司|集团|企业|国际|国家|中央|教育部|科技部"
)
_QUOTED_FUND = re.compile(
    r"(?P<name>“[^“”]{2,20}”[^，。；、的“”（）()\d]{0,12}?(?:基金|计划|专项|工程|行动))(?:资助|支持|立项)?(?:项目|课题)?(?:[（(][^（）()]*[)）])?$"
)
"""A fund of a society's or a house's own, by the name that it has in quotation marks: “启航”青年科研基金资助课题."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme by its full name, and the one that it belongs to where the words say so."""

    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmes:
    """What a caption tells: who funds all rows, and the programmes among which groups and cells choose."""

    funder: str = ""
    choices: tuple[Programme, ...] = ()

    @property
    def whole(self) -> Programme | None:
        """The programme of a row that no group and no cell assigns: the only one, else the funder."""
        if len(self.choices) == 1:
            return self.choices[0]
        return Programme(name=self.funder) if self.funder else None


def programmes_of(texts: Iterable[str]) -> Programmes:
    """The programmes of the first text that names any: a caption, else the headings above it, else a title.

    >>> found = programmes_of(["某省自然科学基金资助的影像领域的重点项目和青年科学基金项目列表"])
    >>> found.funder, [choice.name for choice in found.choices]
    ('某省自然科学基金', ['某省自然科学基金重点项目', '某省自然科学基金青年科学基金项目'])
    >>> programmes_of(["国家自然科学基金资助的超声类创新研究群体"]).whole
    Programme(name='国家自然科学基金创新研究群体', parent='国家自然科学基金')
    >>> programmes_of(["2021年度国家自然科学基金数理科学部声学领域青年科学基金项目清单"]).whole
    Programme(name='国家自然科学基金青年科学基金项目', parent='国家自然科学基金')
    >>> programmes_of(["2022年度国家自然科学基金面上项目资助清单"]).whole
    Programme(name='国家自然科学基金面上项目', parent='国家自然科学基金')
    >>> programmes_of(["关于公示2023年松江市关键技术攻关项目（影像专题）拟立项名单的公告"]).whole
    Programme(name='松江市关键技术攻关项目（影像专题）', parent='')
    >>> programmes_of(["松江省自然科学基金-江海影像联合基金拟资助项目"]).whole
    Programme(name='松江省自然科学基金-江海影像联合基金', parent='松江省自然科学基金')
    >>> joint = programmes_of(["关于下达松江省基础研究计划—岚江大学联合专项2025年度立项项目的通知"])
    >>> joint.whole
    Programme(name='松江省基础研究计划—岚江大学联合专项', parent='松江省基础研究计划')
    >>> programme_of("一、重点项目（3项）", joint) == joint.whole  # the joint programme's own sorts
    True
    >>> programmes_of(["关于公布2031年度“启航”青年影像科研基金资助课题的通知"]).whole
    Programme(name='“启航”青年影像科研基金', parent='')
    """
    return next((found for found in map(_in_caption, texts) if found.funder or found.choices), Programmes())


def programme_of(text: str, known: Programmes) -> Programme | None:
    """The programme that a group's heading or a cell names; a bare type ("重大项目") is one of the caption's funder.

    >>> programme_of("（一）重大项目", Programmes(funder="国家自然科学基金"))
    Programme(name='国家自然科学基金重大项目', parent='国家自然科学基金')
    >>> programme_of("一、“青松”科技计划", Programmes(funder="北川省“青松”“翠柏”科技计划"))
    Programme(name='北川省“青松”科技计划', parent='北川省“青松”“翠柏”科技计划')
    >>> programme_of("医学科学部", Programmes(funder="国家自然科学基金")) is None
    True
    """
    bare = text
    while (shorter := _NUMBERING.sub("", bare).strip()) != bare:
        bare = shorter
    bare = spelled_out(re.sub(r"[/\-—–·]", "", heal_name(_alone(bare) if _OF_HEAD.search(bare) else _TAIL.sub("", bare))))
    for choice in known.choices:
        if bare in (choice.name, choice.name.removeprefix(choice.parent)):
            return choice
    if len(known.choices) == 1 and _JOINT.search(known.choices[0].name) and is_type(bare):
        return known.choices[0]
    twin = _one_of_twins(bare, known.funder)
    if twin:
        return twin
    based = _on_base(bare)
    if based and not based.parent and based.name != known.funder:
        return Programme(name=based.name, parent=known.funder if _IN_FUND.match(known.funder + based.name) else "")
    return based or _named(bare, known.funder) or _of_its_own(bare)


def programme_of_group(text: str, known: Programmes) -> Programme | None:
    """The programme that a heading over rows names; one made of words for types is the funder's.

    >>> programme_of_group("二、自主创新项目", Programmes(funder="松江卫生发展科研专项"))
    Programme(name='松江卫生发展科研专项自主创新项目', parent='松江卫生发展科研专项')
    >>> programme_of_group("二、医疗卫生联合基金（3项）", Programmes(funder="溪山市科技计划"))
    Programme(name='医疗卫生联合基金', parent='溪山市科技计划')
    >>> programme_of_group("二、松江省健康联合基金", Programmes(funder="溪山市科技计划"))
    Programme(name='松江省健康联合基金', parent='')
    >>> programme_of_group("（二）介入放射组", Programmes(funder="松江卫生发展科研专项")) is None
    True
    """
    named = programme_of(text, known)
    bare = heal_name(text)
    while (shorter := _NUMBERING.sub("", bare).strip()) != bare:
        bare = shorter
    if named is not None and _is_within(named, bare, known):
        return Programme(name=named.name, parent=known.funder)
    if named is not None or not known.funder or known.choices or not _COINED_TYPE.fullmatch(bare):
        return named
    return Programme(name=known.funder + bare, parent=known.funder)


def _is_within(named: Programme, bare: str, known: Programmes) -> bool:
    """Whether a heading over rows names a part of the one plan that the caption tells: it bears no place and no body."""
    whole = known.funder.endswith("计划") and not known.choices and known.funder != named.name
    return whole and not named.parent and named.name in bare and not (_STANDS_ALONE.match(bare) or _OF_BODY.search(bare))


def is_type(text: str) -> bool:
    """Whether words name a type of a fund's projects alone.

    >>> is_type("青年基金项目"), is_type("影像医学")
    (True, False)
    """
    return _GENERIC.fullmatch(text) is not None


def _one_of_twins(bare: str, funder: str) -> Programme | None:
    """One of the programmes that a name in common tells (某省“甲”“乙”计划), by the name that it has alone."""
    quoted = _QUOTED.findall(funder)
    own = _QUOTED.match(bare)
    if own is None or len(quoted) < len(("one", "two")) or not any(one.startswith(own.group()) for one in quoted):
        return None
    place, _, kind = _QUOTED.sub("\0", funder).partition("\0")
    name = place + own.group() + kind.replace("\0", "")
    return Programme(name=name, parent=funder) if name in (bare, place + bare) else None


def _of_its_own(bare: str) -> Programme | None:
    name = own_name(bare)
    return _special(bare) or (Programme(name=name) if name and not _GENERIC.fullmatch(name) else None)


def _alone(text: str) -> str:
    """What is left of the title of a notice or list without the words around its programme: who tells it, when, of whom."""
    bare = _NOTICE.sub("", _GLAD.sub("", text))
    while (shorter := _GIVEN.sub("", _TAIL.sub("", _AWARDED.sub("", bare)))) != bare:
        bare = shorter
    return _FIELD_BEFORE.sub("", _HOUSE_BEFORE.sub("", _COUNT_BEFORE.sub("", bare)))


def _in_caption(text: str) -> Programmes:
    bare = _alone(_SHORT_FUND.sub("国家自然科学基金", heal_name(text)))
    bare = _OF_COMMITTEE.sub("基金", re.sub(r"(项目|课题)\1+", r"\1", bare))
    funded = _FUNDED.match(bare)
    if funded:
        funder = re.sub(r"(?<=基金)委(?:员会)?$", "", funded["funder"])
        words = _FIELD.sub("", funded["rest"])
        named = [_named(part, funder) for part in _AND.split(words.rsplit("的", 1)[-1] if "的" in words else words) if part]
        return Programmes(funder=funder, choices=tuple(one for one in named if one and one.name != funder))
    special = _special(bare)
    if special:
        return Programmes(choices=(special,))
    based = _on_base(bare)
    if based:
        return Programmes(funder=based.parent or based.name, choices=(based,) if based.parent else ())
    levelled = _LEVELLED.search(bare)
    if levelled:
        within = _GENERIC.match(levelled["rest"]) if levelled["base"].endswith("基金") else None
        choice = (
            Programme(name=levelled["base"] + _ITEMS_OF_TYPE.sub("", within.group()), parent=levelled["base"])
            if within
            else None
        )
        return Programmes(funder=levelled["base"], choices=(choice,) if choice else ())
    of_place = _OF_PLACE.match(bare)
    if of_place:
        return Programmes(choices=(Programme(name=of_place["name"]),))
    of_level = _OF_LEVEL.search(bare)
    if of_level:
        return Programmes(choices=(Programme(name=of_level["name"]),))
    of_office = _OF_OFFICE.fullmatch(bare)
    if of_office:
        return Programmes(choices=(Programme(name=of_office["name"]),))
    quoted = _QUOTED_FUND.search(bare)
    if quoted:
        return Programmes(choices=(Programme(name=quoted["name"]),))
    alone = _named(bare, "") if _NATIONAL.match(bare) else None
    return Programmes(choices=(alone,)) if alone else Programmes()


def _special(text: str) -> Programme | None:
    """A special project of the national plan by its quoted name, which tells it with the plan or without."""
    found = _SPECIAL.search(text)
    own = found is not None and not re.search(r"[省市](?:级)?(?:重点研发|科技)?计划$", text[: found.start()])
    if found is None or not own:
        return None
    return Programme(name=f"{found['name']}重点专项", parent=_KEY_PLAN if _KEY_PLAN in text[: found.start()] else "")


def _on_base(text: str) -> Programme | None:
    """The programme whose name opens with the one that it belongs to: "…基金面上项目", "…计划“…”重点专项"."""
    match = _BASE.search(text)
    if not match or (match.start() and not text[: match.start()].endswith(("的", "由", "：", ":"))):
        return None
    base, rest = match["base"], match["rest"].strip(" -—/")
    if base.count("“") > base.count("”") and rest.startswith("”"):
        base, rest = base + "”", rest.removeprefix("”")
        inside = _WITHIN_QUOTED.match(rest)
        return Programme(name=base + inside.group(), parent=base) if inside else Programme(name=base)
    if base.endswith("专项") and rest.startswith("计划"):
        base, rest = base + "计划", rest.removeprefix("计划")
    if base.endswith("基金"):
        within = _FIELD.sub("", _DEPARTMENT.sub("", rest))
        rest = within if _GENERIC.match(within) else rest
    if _MANY_TYPES.match(rest):
        return Programme(name=base)
    plain = _PLAIN_SPECIAL.match(rest) if base == _KEY_PLAN else None
    if plain:
        return Programme(name=f"{plain['name']}重点专项", parent=base)
    kind = re.match(r"[（(][^（）()]*类[）)]", rest)
    if kind:
        return Programme(name=base + kind.group())
    joint = _JOINT_FUND.match(match["rest"])
    if joint:
        return Programme(name=base + joint.group(), parent=base)
    quoted, typed = _QUOTED_PART.match(rest), _GENERIC.match(rest)
    if quoted:
        special = _SPECIAL.fullmatch(quoted["sub"])
        return Programme(name=f"{special['name']}重点专项" if special else base + quoted["sub"], parent=base)
    if typed and base.endswith("基金"):
        return Programme(name=base + _ITEMS_OF_TYPE.sub("", typed.group()), parent=base)
    return Programme(name=base)


def _named(text: str, funder: str) -> Programme | None:
    bare = _ITEMS.sub("", text.strip())
    if _GENERIC.fullmatch(text.strip()) and not _STANDS_ALONE.match(bare):
        return Programme(name=funder + _ITEMS_OF_TYPE.sub("", text.strip()), parent=funder) if funder else None
    if _STANDS_ALONE.match(bare) and (_PROPER_END.search(bare) or _ENDS_IN_TYPE.search(bare)):
        return Programme(name=bare, parent=funder if funder != bare else "")
    made_of_funding_words = len(bare) >= 6 and _PROPER_END.search(bare) and _FUNDING_WORDS.fullmatch(bare)
    return Programme(name=bare, parent=funder) if made_of_funding_words else None
