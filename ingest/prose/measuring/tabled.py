"""What a sentence says of all rows of the table that it points to (共资助6项，见表1): of their one programme or series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.base import once
from ingest.conference import is_of_sessions, series_of_row
from ingest.figures import Figure
from ingest.numerals import number
from ingest.prose.reading import Rule, Scene
from ingest.table.funded import frame_of, is_of_grants, payers, programme_ref
from ingest.tables import Sheet, sheets
from kg.model import Document, EntityRef

__all__ = ["NOTICED", "TABLED", "Listing", "listing", "noticed", "told"]

TABLED = Rule("tabled")
"""A count or sum of what the table lists that the sentence points to."""
NOTICED = Rule("noticed")
"""What a notice says above its one list, where it counts as many as the list has rows, and of the sums beside that."""

_NUMBERS = r"(?P<{}>\d+|[一二三四五六七八九十]+)(?!\d)"
_POINTS = re.compile(
    rf"(?:[（(]\s*(?:请?参?[见阅]|详见|如)?|[见如])附?表\s*{_NUMBERS.format('number')}"
    rf"|表\s*{_NUMBERS.format('listing')}\s*(?:列[出举示了]|所[列示]|给出|显示|汇总|为)"
    r"|(?P<below>[下附]表|如下表|以下(?:项目|课题|会议))|(?P<above>上表)"
)
_CAPTION = re.compile(r"[\s（(【\[]*(?:续\s*)?附?表\s*(?P<number>\d+|[一二三四五六七八九十]+)")
_SOME = re.compile(
    r"其中|包括|分别|此外|另有?|除|前\s*[\d一二三四五六七八九十]+\s*[项个次届]|部分|代表|典型|例如|主要|节选|平均|每|均"
)
_PICKED = re.compile("部分|代表性|典型|例如|举例|主要|节选|摘录|一些")
_OF_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})\s*年度?[^，。；、\d]{0,12}$")
"""某专项2031年度拟立项的|7个项目."""
_NEAR, _SHORTEST_TITLE = 8, 4
_OF_OTHERS = re.compile(r"参[会加]|与会|代表|专家|论文|摘要|投稿|申请|申报|受理|推荐|获奖|专利|结题|验收|在研")
_PIECES = frozenset({"项", "个", "次", "届", "期", "场"})
_AFTER = re.compile(r"\s*(?P<noun>[^，。；、（(\d]{0,12}?(?:项目|课题|研究群体))")
_GIVEN = r"(?:资助|支持|立项|批准|获批|设立|部署|安排|启动)(?:了|的)?"
_ALL = r"(?:共|共计|合计|总计|累计|达到?|为|了|有)*\s*$"
_LISTED = re.compile(
    rf"{_GIVEN}(?P<noun>[^，。；、\d]{{0,12}}?(?:项目|课题|群体))?{_ALL}|(?:共计?|合计|总计|累计)(?:有|为)?\s*$"
)
_HELD = re.compile(r"(?:举办|召开|举行|主办|组织)(?:了|过)?(?:共|共计|合计|累计)?\s*$|(?:共计?|合计|总计|累计)(?:有|为)?\s*$")
_MONEY = re.compile(
    r"(?P<name>(?:资助|投入|国拨|财政|支持|立项|专项|中央财政)?(?:总|专项|项目)?(?:经费|金额|额度?|资金|投入|资助)(?:总额|总计)?)(?:总?[共合]?计?|总计|约?为|达到?|累计|超过|逾|近|约|共|不低于|人民币)*\s*$"
)
_COUNTS_ROWS = re.compile(r"(?:立项|资助|支持|批准|公示|入选|遴选出?|确定)(?:了|的)?[^，。；、\d]{0,12}$")
_ROWS_BEHIND = re.compile(
    r"\s*(?:[^，。；、（(\d]{0,10}?(?:项目|课题)(?!单位|负责|承担|申报|组)|(?:拟|予以|给予|获得?|入选|立项)[^，。；]{0,6}(?:立项|资助|支持|公示))"
)
_ITS_MONEY = re.compile(r"(?:经费|资金|补助|补贴|拨款|拨付|资助|金额|总额|费用|投入|额度)")
_OF_THE_LIST = re.compile(
    r"\s*(?:以上|上述|本[批次期]|该批|此次|其中)?[^，。；]{0,8}(?:项目|课题)?[^，。；]{0,8}(?:经费|资金|补助|拨款|总额)"
)
_APIECE = re.compile(r"每项|每个|单项|平均|[/／每]项|不超过|以内|自筹|配套")
_PART_OF_MONEY = re.compile(r"单项|直接|间接|自筹|配套|年度|最[高低多少]|首批|首期|剩余|结余|追加")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A table by its place and number (0 for none), its rows and what they are of, and whether they are sessions."""

    number: int
    rows: int
    start: int
    end: int
    owner: EntityRef
    sessions: bool


@once
def _listings(document: Document) -> tuple[Listing, ...]:
    """The tables whose rows are all of one programme or series, in order of their place."""
    return tuple(_of_tables(document))


def _of_tables(document: Document) -> Iterator[Listing]:
    for sheet in sheets(document):
        owners, sessions = _owners(document, sheet), is_of_sessions(sheet)
        whole = not (sheet.caption and _SOME.search(sheet.caption.text))
        owner = _one(document, sheet, owners) if whole and len(sheet.rows) > 1 else None
        if owner is not None:
            found = _CAPTION.match(sheet.caption.raw) if sheet.caption else None
            at = int(number(found["number"]) or 0) if found else 0
            yield Listing(
                number=at,
                rows=sum(len(row.text("title")) >= _SHORTEST_TITLE for row in sheet.rows),
                start=sheet.span.start,
                end=sheet.span.end,
                owner=owner,
                sessions=sessions,
            )


def _one(document: Document, sheet: Sheet, owners: set[EntityRef]) -> EntityRef | None:
    """What all rows are of: the one owner, or the funder of which all of several are types (甲基金重点项目, 甲基金青年项目)."""
    if len(owners) == 1:
        return next(iter(owners))
    funder = frame_of(document, sheet).programmes.funder if owners and is_of_grants(sheet) else ""
    return programme_ref(funder) if funder and all(one.name.startswith(funder) for one in owners) else None


def _owners(document: Document, sheet: Sheet) -> set[EntityRef]:
    if is_of_grants(sheet):
        frame = frame_of(document, sheet)
        return {one for row in sheet.rows for one in payers(row, frame)}
    if is_of_sessions(sheet):
        named = {series_of_row(document, row, sheet) for row in sheet.rows}
        return {EntityRef(label="ConferenceSeries", name=name) for name in named if name}
    return set()


def listing(scene: Scene, document: Document) -> Listing | None:
    """The table that a sentence points to, where it points to one whose rows are all of one thing."""
    pointed = list(_POINTS.finditer(scene.text)) if "表" in scene.text or "以下" in scene.text else []
    if len(pointed) != 1 or _PICKED.search(scene.text, max(0, pointed[0].start() - _NEAR), pointed[0].end() + _NEAR):
        return None
    one, at = pointed[0], scene.sentence.view.offsets[0]
    if one["below"]:
        return next((table for table in _listings(document) if table.start > at), None)
    if one["above"]:
        return next((table for table in reversed(_listings(document)) if table.end <= at), None)
    wanted = number(one["number"] or one["listing"])
    return next((table for table in _listings(document) if table.number == wanted), None)


def noticed(scene: Scene, document: Document, found: list[Figure]) -> Iterator[tuple[Figure, EntityRef]]:
    """The figures of a sentence above the only list of a notice that count its rows or tell its sums, and whose they are."""
    tables = _listings(document)
    if len(tables) > 1:
        yield from _by_name(scene, tables, found)
    if len(tables) != 1 or tables[0].sessions or scene.sentence.view.offsets[0] > tables[0].start:
        return
    counts = [one for one in found if _counts_rows(scene, tables[0], one)]
    for one in counts:
        noun = _AFTER.match(scene.text, one.end)
        of_year = _OF_YEAR.search(re.split("[。；;]", scene.text[: one.start])[-1])
        year = one.year or (int(of_year["year"]) if of_year is not None else None)
        yield replace(one, name=f"{noun['noun'] if noun else '立项项目'}数", year=year), tables[0].owner
    for one in found if counts or _OF_THE_LIST.match(scene.text) else ():
        clause = re.split("[，。；,;：:（(]", scene.text[: one.start])[-1]
        if "元" in one.unit and "/" not in one.unit and _ITS_MONEY.search(clause) and not _APIECE.search(clause):
            yield one, tables[0].owner


def _by_name(scene: Scene, tables: tuple[Listing, ...], found: list[Figure]) -> Iterator[tuple[Figure, EntityRef]]:
    """甲计划项目7项（附件1）和乙专项3项（附件2）: of a notice with several lists, each counted behind its name."""
    for one in found:
        for table in tables:
            named = re.search(rf"{re.escape(table.owner.name)}(?P<noun>(?:拟?立项)?(?:项目|课题)?)$", scene.text[: one.start])
            if named is not None and one.unit in _PIECES and one.value == table.rows and not table.sessions:
                yield replace(one, name=f"{named['noun'] or '立项项目'}数"), table.owner


def _counts_rows(scene: Scene, table: Listing, figure: Figure) -> bool:
    clause = re.split("[，。；,;：:（(]", scene.text[: figure.start])[-1]
    given = _COUNTS_ROWS.search(clause) or _ROWS_BEHIND.match(scene.text, figure.end)
    alike = figure.unit in _PIECES and figure.value == table.rows
    return alike and bool(given) and not _OF_OTHERS.search(clause)


def told(scene: Scene, table: Listing, figure: Figure) -> Figure | None:
    """The figure by a name of its own, where it counts or adds up the rows of the table; None where it says something else."""
    before = scene.text[: figure.start]
    clause = re.split("[，。；,;：:（(]", before)[-1]
    if _SOME.search(before) or _OF_OTHERS.search(clause):
        return None
    if figure.unit in _PIECES:
        return _counted(scene, table, figure, clause)
    money = _MONEY.search(clause)
    if "元" in figure.unit and "/" not in figure.unit and money and not table.sessions and not _PART_OF_MONEY.search(clause):
        return replace(figure, name=money["name"])
    return None


def _counted(scene: Scene, table: Listing, figure: Figure, clause: str) -> Figure | None:
    after = scene.text[figure.end :]
    if table.sessions:
        return (
            replace(figure, name="会议次数")
            if _HELD.search(clause) and not re.match(r"\s*[^，。；（(]*(?:论文|报告)", after)
            else None
        )
    found, noun = _LISTED.search(clause), _AFTER.match(after)
    if not found:
        return None
    return replace(figure, name=f"{noun['noun'] if noun else found['noun'] or '项目'}数")
