"""What a table of grants is, and who funds its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.lexicon import organization_kind
from ingest.offices import in_place, place_of
from ingest.table.captions import caption_text, unit_of
from ingest.table.lines import Value, value
from ingest.table.own_part import is_of_part
from ingest.table.programmes import Programme, Programmes, is_type, programme_of, programme_of_group, programmes_of
from ingest.table.recognise import organizations
from ingest.tables import Row, Sheet
from kg.model import Document, EntityRef, Passage, Span
from kg.text import HAN, heal_name

__all__ = ["Frame", "announced", "frame_of", "is_of_grants", "payers", "programme_cells", "programme_ref", "unit_of_sheet"]

_YEAR_OF_ALL = re.compile(
    r"(?<![\d~～\-–—至])((?:19|20)\d{2})\s*年(?:度|(?!\d|\s*[-–—~～至]|以来|[至到])(?=(?:[A-Z]\d{1,4}|[^，。；\d]){0,30}?(?:项目(?:清单|名单|一览表)|批准|立项|获批|拟支持|资助|中标|获得|新增|下达)))"
    r"|(?:关于下达|关于公布|关于公示)(?:的)?((?:19|20)\d{2})\s*年(?!以来|[至到])"
)
_OF_GRANTS = re.compile(r"项目|课题|群体|资助|立项|依托|承担|牵头|批准|基金|经费|主持|(?i:project|grant|fund)")
_OF_OTHERS = re.compile(
    r"论文|专利|期刊|刊名|作者|获奖|奖|完成人|完成单位|发表|标准|出版|软著|主题|会次|教材|证书|报告人|主讲|讲者|演讲|授课|讲课|讲座|嘉宾"
)
_OF_RESEARCH = re.compile("(?:基金|科研|课题|科技计划)[^，。；]{0,12}(?:立项|资助|项目|课题|名单)")
"""What a house's own list says above rows of titles, departments and leaders."""
_A_FUND = re.compile(
    rf"国家自然科学基金|[{HAN}]{{0,4}}(?:省|市|自治区)自然科学基金|[{HAN}]{{0,6}}(?:科技计划|研发计划|攻关计划)"
)
_SORTED = frozenset({"category", "other"})
_IS_TYPE = re.compile(r"^(?:面上|青年|地区|重点|重大|优秀青年|杰出青年)[^，。；]{0,10}(?:项目|基金)$")
"""A cell under a header that is not known (类型) that tells a type of the fund's projects."""
_OWN_MONEY = re.compile("自筹(?:经费|资金)?(?:类|项目|课题)?")
"""A class of projects for which nobody but those who do them pays."""
_SPOKEN = 600
_UNDER_WAY = re.compile("在研|结题|验收|中期|年报|年鉴")
"""Words of lists whose year is not that in which the projects were granted."""
_IN_BRACKETS = re.compile(r"[（(](?P<name>[^（）()]{4,30})[)）]")
_SORT_WORDS = r"(?:企业|技术|单位)?(?:横向|纵向|委托|合作)(?:课题|项目|合作|委托|开发)*"
_SORT_BESIDE = re.compile(rf"^{_SORT_WORDS}\s*[-—–:：/]\s*|\s*(?:[（(]{_SORT_WORDS}[)）]|[-—–/]?{_SORT_WORDS})$")
"""The sort of a project beside who pays it: 某公司（横向）, 横向：某公司, 某公司委托项目."""
_GRANTS_ITSELF = re.compile("关于(?:公布|下达|批准|认定|同意)(?!.*(?:19|20)\\d\\d)")
_ISSUED = re.compile(r"(?:成文|发文|印发)日期\s*[:：]?\s*((?:19|20)\d{2})")
_SIGNED = re.compile(r"((?:19|20)\d{2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_ORDERED = re.compile("横向|企业委托|委托(?:项目|课题)|校企合作|院企合作")
"""What tells a list of projects for which those whom they are done for pay."""
_SIGNATURE = 160
"""How many characters at the end of a notice may hold its signature and date."""
_NEAR = 2
_PAGE_TOP = 24
_LONGEST_LINE = 60
_ANNOUNCES = re.compile(r"项目|课题|基金|专项|计划|立项|资助")
_SENTENCE = re.compile(r"[。；：:]|，.*，")
_OPENS_HEAD = re.compile(r"^[^，。；：:]{0,24}?关于(?!.*[，。；：:])")
_CLOSES_HEAD = re.compile(r"(?:通知|公告|公示|通告|决定|批复|意见|函|通报)(?:[（(][^（）()]*[)）])?$")
_PROVINCE = re.compile(rf"[{HAN}]{{2,6}}?(?:省|自治区|市)(?=[{HAN}]{{2,12}}(?:厅|局|委|委员会)$)")
_FUND_BODY = re.compile("国家自然科学基金委(?:员会)?|国家基金委|国家自然科学基金")
_SORT = re.compile(
    r"[A-Da-d甲乙丙ⅠⅡⅢⅣ一二三]类?(?:项目)?|(?:一般|重点|培育|面上|青年|资助|指令性|指导性|重大|自由探索|立项|预研)类?(?:项目|课题)?|无|[—–-]+"
)
"""What a cell may say of a row besides who pays it: a sort within the one programme of the list."""
_OF_CLASSES = re.compile("(?:类别|类型|类|种类|分类)$")
_OF_OTHER_PAYERS = re.compile("自筹|横向|委托|企业|[国省市区县厅局校院]级|国家|部委|基金|计划|专项|[^的]{2,6}[省市]")
_CALLED = re.compile(r"[“\"](?P<short>[^“”\"]{3,16})[”\"](?:均|特|系|即|是|专)*指(?P<words>[^。；]{6,100})")
"""What a page says that a word in its list stands for: “联合基金”系指…的某某联合基金."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What holds for all rows of a table."""

    sheet: Sheet
    programmes: Programmes
    unit: str
    heading: Value | None = None
    """The line above the header that names a type of the caption's fund (一、重点项目)."""
    years: tuple[int, ...] = ()
    place: str = ""
    """The province or town whose office speaks, for programmes that leave it out (省自然科学基金)."""
    called: tuple[tuple[str, str], ...] = ()
    """Words of cells, each with the programme that the page says they stand for."""


def is_of_grants(sheet: Sheet) -> bool:
    """Whether a table lists grants: titles, and who leads, hosts or pays them."""
    roles = sheet.roles
    headers = " ".join(column.header for column in sheet.columns)
    told = len(roles & {"lead", "host", "money", "code", "program", "funder"})
    if told and "host" not in roles and roles & {"ward", "term"} and any(map(_OF_RESEARCH.search, sheet.context)):
        told += 1
    told += any(is_of_part(column.header) for column in sheet.columns)
    return (
        "title" in roles
        and told >= (1 if "year" in roles else 2)
        and not roles & {"session", "chair", "theme", "branch", "speaker", "moderator", "talk"}
        and bool(_OF_GRANTS.search(headers) or ("lead" in roles and any(map(_OF_RESEARCH.search, sheet.context))))
        and not _OF_OTHERS.search(headers)
    )


def frame_of(document: Document, sheet: Sheet) -> Frame:
    """What the words around a table say of all its rows."""
    unit = unit_of_sheet(document, sheet)
    context = (*sheet.context, *announced(document, sheet))
    years, place = _years_of(sheet, context) or _year_issued(document, sheet), place_of(document)
    programmes = _placed(programmes_of(map(caption_text, context)), place)
    if not programmes.funder and not programmes.choices and ("program" in sheet.roles or _tells_types(sheet)):
        programmes = _told_above(document, sheet)
    heading = _type_above(document, sheet, programmes)
    return Frame(
        sheet=sheet,
        programmes=programmes,
        unit=unit,
        years=years,
        heading=heading,
        place=place,
        called=tuple(_called(document)),
    )


def _tells_types(sheet: Sheet) -> bool:
    """Whether each row of a table tells a type of a fund's projects in a column of a header that is not known (类型)."""
    told = [any(role in _SORTED and _IS_TYPE.search(cell.text) for role, cell in row.cells) for row in sheet.rows]
    return sum(told) > 1 and 2 * sum(told) >= len(told)


def _told_above(document: Document, sheet: Sheet) -> Programmes:
    """The science fund, where a table tells types of projects alone and the words above it speak of that fund and no other."""
    above = document.title + document.text[max(0, sheet.span.start - _SPOKEN) : sheet.span.start]
    named = {heal_name(one) for one in _A_FUND.findall(above)}
    return Programmes(funder="国家自然科学基金") if named == {"国家自然科学基金"} else Programmes()


def _called(document: Document) -> Iterator[tuple[str, str]]:
    """The programmes that the page calls by a shorter name that they end in."""
    for match in _CALLED.finditer(document.text):
        name = re.split("[的，]", heal_name(match["words"]))[-1]
        if name.endswith(match["short"]) and len(name) > len(match["short"]):
            yield match["short"], name


def _placed(found: Programmes, place: str) -> Programmes:
    """The programmes by the names that they have with their province or town; those without one are left out."""
    choices = (
        Programme(name=in_place(one.name, place), parent=in_place(one.parent, place) if one.parent else "")
        for one in found.choices
    )
    return Programmes(funder=in_place(found.funder, place), choices=tuple(one for one in choices if one.name))


def _above(document: Document, sheet: Sheet) -> list[Passage]:
    return [one for one in document.passages if one.span.end <= sheet.span.start][-_NEAR:]


def unit_of_sheet(document: Document, sheet: Sheet) -> str:
    """The unit of a table's sums: told by its column, its caption, a note, or right above; "" where nothing tells."""
    money = sheet.column("money")
    words = [*sheet.context[:3], *(note.text for note in sheet.notes)]
    words += [document.text[one.span.start : one.span.end] for one in _above(document, sheet)]
    return (money.unit if money else "") or next((found for found in map(unit_of, words) if found), "")


def announced(document: Document, sheet: Sheet) -> Iterator[str]:
    """The lines before a table, the nearest first, that announce what it lists, as a page's own title does."""
    before = [one for one in document.passages[:_PAGE_TOP] if one.span.end <= sheet.span.start]
    for line in reversed(_whole_heads([value(document, passage.span).text for passage in before])):
        if len(line) <= _LONGEST_LINE and _ANNOUNCES.search(line) and not _SENTENCE.search(line):
            yield line


def _whole_heads(lines: list[str]) -> list[str]:
    """The lines, those of a notice's head that was broken (关于下达… | …的通知) as one."""
    found: list[str] = []
    for line in lines:
        if found and _OPENS_HEAD.search(found[-1]) and not _CLOSES_HEAD.search(found[-1]) and len(found[-1]) < _LONGEST_LINE:
            found[-1] += line
        else:
            found.append(line)
    return found


def _type_above(document: Document, sheet: Sheet, programmes: Programmes) -> Value | None:
    """The nearest line above a table that names a type of the fund's, where the caption chooses none itself."""
    near = [document.text[one.span.start : one.span.end] for one in _above(document, sheet)[-1:]]
    for line in (*sheet.headings[:_NEAR], *near) if programmes.funder and not programmes.choices else ():
        named = programme_of_group(line, programmes) if programmes.funder not in line else None
        start = document.text.rfind(line, 0, sheet.span.start)
        if named and named.parent == programmes.funder and named.name.startswith(named.parent) and start >= 0:
            return value(document, Span(start=start, end=start + len(line)))
    return None


def _years_of(sheet: Sheet, context: Iterable[str]) -> tuple[int, ...]:
    """The year that the words above a table say of all its rows ("2022年度…资助清单"), where no column tells years."""
    if "year" in sheet.roles:
        return ()
    given = (text for text in context if not _UNDER_WAY.search(text))
    found = next((set(years) for text in given if (years := [one[1] or one[2] for one in _YEAR_OF_ALL.finditer(text)])), set())
    return (int(found.pop()),) if len(found) == 1 else ()


def _year_issued(document: Document, sheet: Sheet) -> tuple[int, ...]:
    """The year of a notice that itself grants (关于下达…的通知), by its date, where nothing else tells a year."""
    if "year" in sheet.roles or not _GRANTS_ITSELF.search(document.title):
        return ()
    dated = _ISSUED.search(document.text) or _SIGNED.search(document.text[-_SIGNATURE:])
    return (int(dated[1]),) if dated else ()


def payers(row: Row, frame: Frame) -> list[EntityRef]:
    """Who funds a row: its own cells, else its group's heading, else the caption; what cannot be told is left out."""
    cells = list(programme_cells(row, frame.programmes))
    own = _of_cells([cell.text for cell in cells], frame)
    if own is not None:
        return [programme_ref(own.name)]
    told = [*cells, *([funder] if (funder := row.get("funder")) else _client(row, frame))]
    noted = [match["name"] for cell in told for match in _IN_BRACKETS.finditer(cell.raw)]  # 横向（某公司）
    plain = (_SORT_BESIDE.sub("", cell.raw.strip()) for cell in told)
    named = next((found for words in (*plain, *noted) if (found := organizations(words))), ())
    if named:
        return [EntityRef(label="Organization", name=name) for name in named]
    if any(role in _SORTED and _OWN_MONEY.match(cell.text) for role, cell in row.cells):
        return []
    if cells and not _SORT.fullmatch(cells[0].text) and not _is_class(cells[0], frame):
        return []
    group = row.group or frame.heading
    whole = (programme_of_group(group.text, frame.programmes) if group else None) or frame.programmes.whole
    return [programme_ref(whole.name)] if whole and in_place(whole.name, frame.place) == whole.name else []


def _client(row: Row, frame: Frame) -> list[Value]:
    """The firm in the column of partners of a list of projects that firms order: 2031年横向课题: 合作企业."""
    partner = row.get("partners")
    ordered = partner is not None and any(map(_ORDERED.search, frame.sheet.context))
    return [partner] if partner is not None and ordered and organization_kind(partner.text) == "company" else []


def programme_cells(row: Row, known: Programmes) -> Iterator[Value]:
    """The cells that tell a row's programme; those of a bare column of classes (类别, 类型) that name types of the fund's."""
    told = [cell for role, cell in row.cells if role == "program"]
    sorts = [(role, cell) for role, cell in row.cells if role in _SORTED] if not told and known.funder.endswith("基金") else []
    typed = (cell for role, cell in sorts if is_type(cell.text) and (role == "category" or _IS_TYPE.search(cell.text)))
    yield from (*told, *typed)


def _is_class(cell: Value, frame: Frame) -> bool:
    """Whether a cell tells a class within the one programme that the words above name: a column of classes vouches for it."""
    column = frame.sheet.column("program")
    return column is not None and bool(_OF_CLASSES.search(column.header)) and not _OF_OTHER_PAYERS.search(cell.text)


def _of_cells(texts: list[str], frame: Frame) -> Programme | None:
    """The programme that a row's cells name: one of them, or a fund in the one and a type of it in the other."""
    known, place = frame.programmes, frame.place
    called = dict(frame.called)
    for text in texts:
        if text in called:
            return Programme(name=called[text])
        if _FUND_BODY.fullmatch(text):
            known = replace(known, funder="国家自然科学基金")
        elif (office := _PROVINCE.match(text)) is not None:
            place = office.group()
    named = [one for text in texts if not _FUND_BODY.fullmatch(text) and (one := programme_of(text, known))]
    if not named:
        return Programme(name=known.funder) if known is not frame.programmes else None
    found = max(named, key=lambda one: len(one.name))
    name = in_place(found.name, place)
    return replace(found, name=name) if name else None


def programme_ref(name: str) -> EntityRef:
    """A programme, or the organisation that the name is of ("某某科技厅")."""
    return EntityRef(label="Organization" if organization_kind(name) else "FundingProgram", name=name)
