"""The running text of a document as sentences: wrapped lines joined, tables, captions and English left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from ingest.article_byline import authors_in
from ingest.chair_rows import chairs_in
from ingest.layout import View, chinese_marks, heal, lines
from ingest.lexicon import TITLES, could_be_person, is_person, organization_kind
from ingest.posts import ASIDE
from ingest.prose.funding.outlined import guide_of
from ingest.table.recognise import organizations
from ingest.tables import sheets
from ingest.wrapping import broken_at
from kg.model import Document, Span
from kg.text import HAN, heal_name

__all__ = ["Sentence", "sentences"]

_TABLE_CAPTION = re.compile(r"(?:续\s*)?(?:附\s*)?表\s*\d+(?:[-–.]\d+)?(?:\s|[:：.、]|(?=[^\d\s（(中列给显]))(?!.*[。；;]$)")
_FIGURE_CAPTION = re.compile(r"图\s*\d+\s+\S")
_REFERENCES = re.compile(
    r"[【\[]?\s*(?:主要|部分)?参\s*考\s*文\s*献\s*(?:[（(][^（）()]{1,8}[)）])?\s*[】\]]?\s*[:：]?$|(?:References?|REFERENCES)\s*[:：]?$"
)
_NUMBERED_HEADING = re.compile(
    r"(?:\d+(?:\.\d+)+|\d+)\s+[^\d\s]\S{1,38}$|[一二三四五六七八九十]+、.{1,38}$|第[一二三四五六七八九十\d]+[章节]"
)
_PROSE = re.compile(rf"[{HAN}“”（）()].*[，。；！？]|[{HAN}）)”][,.;:]\s?")
_CLOSED = re.compile(r"[。！？；!?;:：][”’）)\]]*$|[^\dA-Za-z]\.$|\)\.$")
_HAN = re.compile(f"[{HAN}]")
_END = re.compile(
    rf"[。！？；!?;]+[”’」』）)]?|(?<=[{HAN}）)\]”’%\dA-Za-z])(?<!\s[A-Z])\."
    rf"(?!(?<=[：: \u3000]\d\.)[{HAN}]{{2,4}}\s*[（(；;。\s])(?=\s*(?:[{HAN}“]|$)|\s+[A-Z\d])(?!\d)"
)
"""The end of a sentence; the number before a name in a list (主要完成人：1.甲（某院） 2.乙) is none."""
_HEADED = re.compile(
    rf"(?:[（(][一二三四五六七八九十\d]{{1,2}}[)）]|[一二三四五六七八九十]{{1,2}}、)\s*(?P<name>[{HAN}]{{2,12}})\s+(?=[^，。；：]{{6,}}[，。；])"
)
_RUNS_ON, _MARKED = re.compile("[，。；、]"), re.compile(r"[，。；：、:\s]")
_HOUSE_AT_END = re.compile(rf"[{HAN}（）]{{3,}}$")
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_BLANK_BEFORE_NAME = re.compile(rf"(?<=[院学所司心科团部室校]) (?=(?P<name>[{HAN}]{{2,4}}?)(?:{_TITLE}|博士))")
_LATIN_WORDS = re.compile(r"[A-Za-z]{2,}.*[A-Za-z]{2,}|[A-Za-z]{4,}")
_BEHIND_LABEL = re.compile(r"^[^：:]{2,12}[：:]")
_LONGEST_BODIES = 40
_LABELLED = re.compile(rf"[{HAN}]{{2,8}}(?:[（(][{HAN}]{{1,14}}[)）])?[:：](?!$)")
_BRACKETED = re.compile(rf"\s*【[{HAN} \u3000]{{2,14}}】")
"""A label in brackets, which begins a part wherever it begins a line: 【执笔人】."""
_ROSTER = re.compile(
    rf"(?P<home>[{HAN}（）()]{{4,40}})(?:[ \u3000]+(?P<name>[{HAN}·]{{2,8}})|的?(?P<titled>[{HAN}]{{2,4}}?) ?(?:{_TITLE}))"
)
_ROSTER_OF_NAMES = re.compile(
    rf"(?P<name>[{HAN}·](?:[ \u3000]{{0,3}}[{HAN}·]){{1,15}}?)[ \u3000]+(?P<home>[{HAN}（）()]{{4,40}})"
)
_WIDE = re.compile("[ \u3000]{2,}|\u3000")
"""A gap that no words of a sentence have between them."""
_B = "[ \u3000]*"
_CARD = (
    rf"姓{_B}名|性{_B}别|职{_B}[称务]|学{_B}[历位]|专{_B}[业长]|(?:所在|工作)?单{_B}位|所在(?:部门|科室|学院)|科{_B}室|导师类别"
    "|研究方向|出生年月|电子邮箱|联系电话"
)
_OFFICE = (
    r"(?:历任|历届|现任|首任|候任|前任|名誉|荣誉|常务|执行|大会|学术|共同|第一|编委会|青年"
    r"|本?(?:共识|指南|规范|标准)|(?:编[写制]|制[定订]|修订|起草|撰写|写作|专家|工作|核心)+(?:小?组|委员会)?)*"
    rf"(?:副?主任委员|副?会长|副?理事长|副?组{_B}长|副?主席|副?主编|副?主任|护士长|技师长|常[委务]委?员?|理事|委员|监事长?|秘{_B}书长?"
    rf"|顾{_B}问|(?:团队|课题组|项目组|研究组|主要|核心)*成{_B}员|执笔(?:人|者|专家)?|编{_B}[委者审写](?:专家|人员|组|成员)?|审{_B}[稿阅校](?:专家|人)?|外审专家|专家组?"
    "|讨论专家|起草人|参与专家)"
)
_SEAT = re.compile(
    rf"[{HAN}（）()]{{2,24}}(?:学会|协会|研究会|联盟|分会|学组|专委会|委员会|联合体)(?:第[一二三四五六七八九十]+届)?(?:[、兼]?{_OFFICE})+[。；;]?"
)
"""A line that is a society and an office in it, as those of a card: 某省医学会放射学分会委员."""
_APART = re.compile(
    r"[【\[]?(?:主要|项目|成果)?(?:完成(?:人员?|单位)|(?:获奖)?(?:项目|成果)(?:中文)?名称|获奖(?:项目|成果|作品)|完成团队|(?:获奖|奖励|授奖)(?:等级|类别|奖项)|奖项(?:名称|类别)?)[】\]]?\s*[:：]"
    r"|附件\s*[一二三四五六七八九十\d]{0,2}\s*[:：]"
    r"|(?:会议|大会|举办)?(?:(?:主办|承办|协办|支持)(?:单位|方|机构)?|地点|时间|内容|(?:名誉|执行|共同|大会|会议)主席)\s*(?:[—–]{1,2}|[/|｜])"
    r"|[^，。；]{2,40}[ \u3000]20\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[ \u3000]+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$"
    r"|[^，。；]{0,40}20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}[^，。；]{0,12}(?:\d{1,2}[:：]\d{2}|发表于|浏览|阅读|点击|访问|人气|来源|作者|编辑|责编|发布)"
    r"|(?:作者|发布[者人]|(?:发布|发表|更新)(?:时间|日期)|(?:信息|文章|稿件|新闻)?来源|供稿(?:人|单位)?|撰稿人?|责?任?编辑|点击(?:数|量|率)?|浏览(?:数|量|次数)?"
    r"|索引号|文[号件]编?号?|发文字号|发布(?:机构|单位|日期)|成文日期|公开方式|主题(?:分类|词)|字[号体]|(?:您)?(?:当前|所在|现在)?的?位置)\s*[:：][^，。；]{0,60}$"
    r"|[^，。；：:]{2,16}(?:\s*(?:>{1,2}|»|›|\|)\s*[^，。；：:>»›|]{2,20}){2,}$"
)
"""A field of a work honoured, an attachment, a label of a meeting before a dash, a page's masthead (某医院 2023-05-12 17:20
发表于某地): they end no sentence.

Nor does the page's navigation (首页 > 科研 > 正文), nor what heads an official notice (索引号：…).
"""
_IMPRINT = re.compile(
    r"(?:Vol\.?\s?\d[^，。]*(?:PDF|HTML|[\d\s–-])|(?:DOI|doi)\s*[:：]\s*10\.\d{4,}/\S+)\s*(?:PDF|HTML)?\s*$"
    rf"|[{HAN}][,，（(\s]*(?<!\d)[1-8]\d{{5}}\s*[)）]?\s*$"
)
"""A journal's own line above a title: its volume and pages, the number of the paper; an address, its postcode last."""
_COUNTED_THING = re.compile(r"[^，。；：]{2,30}?(?:[ \u3000]+|[（(])\d+\s*[台套][)）]?")
"""64排CT 2台: a line of a list of devices."""
_STAFF = re.compile(
    rf"(?P<name>[{HAN}]{{2,4}}|[{HAN}][ \u3000]+[{HAN}])[ \u3000]+(?:{'|'.join(TITLES)})(?=[ \u3000，,、；;]|$)"
)
_ADDRESS = re.compile(
    rf"(?:[（(]?\d{{1,2}}[.、．)）]?\s*)?(?:\d{{6}}\s+[{HAN} ]{{2,8}}[,，]\s*)?(?P<home>[{HAN}·（）()]{{4,40}})"
)
_SPREAD = re.compile(rf"[{HAN}](?:[ \u3000]+[{HAN}]{{1,2}}){{1,3}}[ \u3000]*[:：]")
"""A label that its line spreads out: 护 士 长：."""
_LIST_LABEL = re.compile(
    rf"[【\[]?(?:{_CARD}|{_OFFICE})(?:名单)?[】\]]?\s*(?:[（(][^（）()]{{1,20}}[)）])?\s*(?:[:：】\]]|$)"
    rf"|{_OFFICE}(?:[ \u3000]{{2,}}|\u3000|(?<=委员|理事|会长|事长|书长|秘书)[ \u3000])[ \u3000]*"
    rf"(?=[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}(?:[ \u3000（(、，]|$))"
)
"""Labels of a card about a person, or of a list of people by office, each with a line of its own."""
_LISTED = re.compile(
    r"[【★☆●◎◆◇■□▲△▪▶►➤※✦✔√❖]|[·•]\s|[（(]\d{1,2}[)）](?!年)|\d{1,2}[.、．]\s*[^\d\s]|\[\d{1,2}\]"
    r"|\d{1,2}[:：]\d{2}\s*[-—–~～至]+\s*\d{1,2}[:：]\d{2}"
    r"|(?:19|20)\d\d(?:年(?:\d{1,2}月)?|[./-]\d{1,2})?(?: {2,}|\u3000)"
)
"""What a line of a list, an item of a programme, or a line of a life by years begins with."""
_ROLL_ITEM = re.compile(
    r"\s*(?:第[一二三四五六七八九十\d]{1,3}[届任]"
    r"|(?:19|20)\d\d年?(?:\d{1,2}月)?\s*[—–~～至\-]+\s*(?:(?:19|20)\d\d年?(?:\d{1,2}月)?|今))(?:[:：]|[ \u3000\t]+)"
    rf"(?=[{HAN}])[^，。；]{{2,40}}"
)
"""A line of a roll of heads: 第三届：张三（2003—2008）; 2003年—2008年　张三　甲医院."""
_GOES_ON_BELOW = re.compile(r"[、，,；（(]\s*$|[（(][^（）()]*$")
_CUT_NAME = re.compile(rf"[、；;：:]\s*(?P<head>[{HAN}]{{1,2}})$")
_REST_OF_NAME = re.compile(rf"(?P<rest>[{HAN}]{{1,2}})(?=\s*[（(][{HAN}]{{4,}}|[、，])")
"""A line of a list of people that ends inside a name (成员：裘|宁（甲医院）), and the line below."""
_NOTED = re.compile(rf"(?P<name>[{HAN}](?:[ \u3000]*[{HAN}·]){{1,7}}?)\s*[（(](?P<home>[{HAN}]{{4,40}})[)）][；;]?")
_OF_HOUSE = re.compile(rf"(?P<home>[{HAN}]{{4,30}})[:：（(]\s*(?P<name>[{HAN}·]{{2,8}})(?=[、，,）)]|$)")
_HOLDERS = re.compile(r"(?:主办|承办|协办|支持|指导)(?:单位|方|机构)\s*[:：]")
"""A line of those who hold a meeting, which a blank line ends: it breaks off in no sentence."""
_LABELS = 3
_SHARE = 0.3
"""How many lines, and which part of all, must open with a label and a colon for labels to begin paragraphs."""
_WRAPPED_BELOW = 80
_FULL_LINE = 0.75
_PAGE, _ROOM = "text/html", 2
_LOOKAHEAD = 3
_LEAST_PROSE = 10
_CAPTION_LINES = 8
_SHORT_LINE = 36
_FEWEST_ENDS, _LONG_CELL = 2, 40
_QUOTED_LINES = 4
"""How many lines a quotation may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence (or what a semicolon closes), healed. ``paragraph`` counts paragraphs from 0."""

    view: View
    paragraph: int

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.view.text


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    passage: int
    heading: bool
    row: bool = False
    """Whether the line is of a table that was read as one."""


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of the running text, in order. Rows, captions, table blocks, references and English lines are left out."""
    for number, spans in enumerate(_paragraphs(document)):
        view = _with_names_beside(chinese_marks(heal(document.text, *spans)))
        for start, end in _split(view.text):
            yield Sentence(view=View(view.text[start:end], view.offsets[start:end]), paragraph=number)


def _with_names_beside(view: View) -> View:
    """The view without the blank between a house and one who is told with a title: 甲医院 |张三教授作了报告.

    A line that holds no more than these is one of a list.
    """
    text = view.text
    apart = _BLANK_BEFORE_NAME.finditer(text) if " " in text and _RUNS_ON.search(text) else iter(())
    blanks = {one.start() for one in apart if _is_at_house(text, one)}
    kept = [at for at in range(len(text)) if at not in blanks]
    return View("".join(text[at] for at in kept), tuple(view.offsets[at] for at in kept)) if blanks else view


def _is_at_house(text: str, blank: re.Match[str]) -> bool:
    house = _HOUSE_AT_END.search(text, max(0, blank.start() - _LONGEST_BODIES), blank.start())
    return house is not None and organization_kind(house.group()) is not None and could_be_person(blank["name"])


def _split(text: str) -> Iterator[tuple[int, int]]:
    start = _headed(text)
    yield from _stripped(text, 0, start)
    for match in _END.finditer(text):
        if text.count("“", start, match.end()) > text.count("”", start, match.end()) or _open(text, start, match.end()):
            continue
        if match.group() == "." and text.count("《", start, match.end()) > text.count("》", start, match.end()):
            continue  # 《某某百科全书.核医学》
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, len(text))


def _headed(text: str) -> int:
    """Where the text of a paragraph begins behind a heading that only a blank parts from it: （二）检查量 2031年全国…."""
    head = _HEADED.match(text)
    named = head is not None and (could_be_person(head["name"]) or organization_kind(head["name"]) is not None)
    return head.end() if head is not None and not named else 0


def _open(text: str, start: int, end: int) -> bool:
    return sum(text.count(mark, start, end) for mark in "（(") > sum(text.count(mark, start, end) for mark in "）)")


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    if words.strip():
        yield start, start + len(words.strip())


def _paragraphs(document: Document) -> Iterator[list[Span]]:
    kept = list(_prose_lines(document))
    widths = [len(line.text) for line in kept if not line.heading]
    width = median(widths) if widths else 0
    wrapped = 0 < width < _WRAPPED_BELOW
    widest = max(widths, default=0)
    page = document.media_type == _PAGE
    labels = sum(bool(_LABELLED.match(line.text)) for line in kept)
    labelled = labels >= _LABELS and labels >= len(kept) * _SHARE
    broken = broken_at(document)
    current: list[_Line] = []
    for line in kept:
        if current and current[-1].span.end in broken and current[-1].passage == line.passage:
            current.append(line)
            continue
        apart = (labelled and bool(_LABELLED.match(line.text))) or bool(_BRACKETED.match(line.text))
        apart = apart or (len(current) == 1 and _is_title(document, current[0], line))
        alone = bool(current) and (page or (widest > _WRAPPED_BELOW and _LISTED.match(current[-1].text) is not None))
        ends = _ends_itself(current[-1], line, widest) if alone else False
        if current and (apart or ends or _breaks(current[-1], line, wrapped=wrapped, width=width)):
            yield [one.span for one in current]
            current = []
        current.append(line)
    if current:
        yield [one.span for one in current]


def _is_title(document: Document, first: _Line, below: _Line) -> bool:
    """Whether a line is the page's title, and the one below a paragraph that is no longer than it."""
    alone = first.text == document.title and first.passage != below.passage and not _PROSE.search(first.text)
    return alone and not _GOES_ON_BELOW.search(first.text) and bool(_CLOSED.search(below.text))


def _ends_itself(before: _Line, line: _Line, widest: int) -> bool:
    """Whether a paragraph is too short, beside the widest, to have been broken for want of room."""
    goes_on = _GOES_ON_BELOW.search(before.text) is not None
    return before.passage != line.passage and not goes_on and len(before.text) * _ROOM < widest


def _breaks(before: _Line, line: _Line, *, wrapped: bool, width: float) -> bool:
    if before.heading and line.heading and before.passage == line.passage:  # a title of two lines
        return False
    if _cuts_a_name(before.text, line.text):
        return False
    if _are_two_bodies(before.text, line.text) or (_SEAT.fullmatch(before.text) and _SEAT.fullmatch(line.text)):
        return True
    if _ROLL_ITEM.fullmatch(before.text) or _ROLL_ITEM.fullmatch(line.text):
        return True
    if before.heading or line.heading or _is_roster(line.text) or _is_roster(before.text):
        return True
    if before.passage != line.passage and (_COUNTED_THING.fullmatch(before.text) or _presents(line.text)):
        return True
    if _IMPRINT.search(before.text) or _are_authors(before.text, line.text):
        return True
    if before.passage != line.passage and _HOLDERS.match(before.text) and not _GOES_ON_BELOW.search(before.text):
        return True
    if len(before.text) < width * _FULL_LINE and _LABELLED.match(before.text) and not _GOES_ON_BELOW.search(before.text):
        return True
    if not wrapped:
        return before.passage != line.passage
    if any(_APART.match(one.text) or _SPREAD.match(one.text) for one in (before, line)):
        return True
    listed = _LISTED.match(line.text) or _LIST_LABEL.match(line.text) or _LIST_LABEL.match(before.text)
    listed = listed or (_LABELLED.match(line.text) and _LABELLED.match(before.text))
    if listed and before.passage != line.passage and not _GOES_ON_BELOW.search(before.text):
        return True
    short = len(before.text) < width * _FULL_LINE
    return (
        (short or bool(_CLOSED.search(before.text)))
        if before.passage != line.passage
        else short and bool(_CLOSED.search(before.text))
    )


def _cuts_a_name(before: str, below: str) -> bool:
    """Whether a line ends with the beginning of a name whose rest opens the line below; one of both is no name by itself."""
    head, rest = _CUT_NAME.search(before), _REST_OF_NAME.match(below)
    parted = head is not None and rest is not None and 1 in (len(head["head"]), len(rest["rest"]))
    return parted and head is not None and rest is not None and is_person(head["head"] + rest["rest"])


def _are_authors(before: str, below: str) -> bool:
    """Whether a line holds names alone and the line below opens with a house: an article's authors and their address."""
    home = _ADDRESS.match(below)
    return home is not None and organization_kind(home["home"]) is not None and len(authors_in(before)) > 1


def _are_two_bodies(before: str, below: str) -> bool:
    """Whether a line ends with a whole name and another is all of the line below: 主办单位：甲省医学会⏎甲省医学会超声分会."""
    told = _BEHIND_LABEL.sub("", before).strip()
    if max(len(told), len(below)) > _LONGEST_BODIES or not organization_kind(below) or not organization_kind(told):
        return False
    return len(organizations(f"{told} {below}")) > max(1, len(organizations(told)))


def _presents(text: str) -> bool:
    """Whether a line opens with somebody and the title, a blank between: one of a list of staff."""
    staff = _STAFF.match(text)
    return staff is not None and is_person(heal_name(staff["name"]))


def _is_roster(text: str) -> bool:
    """Whether a line holds a name and its institution, a blank or brackets between them, or opens with names of one."""
    text = re.sub(ASIDE, "", text)
    if len(text) <= _LONGEST_BODIES and not _MARKED.search(text) and len(one := chairs_in(text)) == 1 and one[0].home:
        return True
    match = _ROSTER.fullmatch(text) or _NOTED.fullmatch(text)
    behind = _ROSTER_OF_NAMES.fullmatch(text) if match is None else None
    if behind is not None and organization_kind(behind["home"]) is not None:
        name, apart = heal_name(behind["name"]), _WIDE.fullmatch(text[behind.end("name") : behind.start("home")])
        if is_person(name) or (apart is not None and could_be_person(name)):
            return True
    if match is None:
        house = _OF_HOUSE.match(text)
        return house is not None and is_person(house["name"]) and organization_kind(house["home"]) is not None
    home = organization_kind(match["home"])
    if match.re is _ROSTER and match["titled"]:
        return home is not None and is_person(match["titled"])
    return home is not None and (is_person(match["name"]) or (match.re is _NOTED and could_be_person(match["name"])))


def _prose_lines(document: Document) -> Iterator[_Line]:
    every = list(_lines(document))
    captions: list[_Line] = []
    position = 0
    while position < len(every):
        line = every[position]
        if _REFERENCES.match(line.text):
            break
        if _TABLE_CAPTION.match(line.text):
            position = _after_table(every, position + 1)
            continue
        if _FIGURE_CAPTION.match(line.text):
            end = _after_caption(every, position)
            captions += [_Line(one.span, one.text, line.passage, False) for one in every[position:end]]
            position = end
            continue
        if _is_prose(every, position):
            yield line
        position += 1
    for line in captions:
        heading = bool(_FIGURE_CAPTION.match(line.text))
        yield _Line(line.span, line.text, -1 - line.passage, heading and line is captions[0])


def _after_caption(every: list[_Line], position: int) -> int:
    """The line after a figure's caption: its first English line, else the line after the first that closes it."""
    for end in range(position + 1, min(position + _CAPTION_LINES, len(every))):
        if not _HAN.search(every[end].text):
            return end
    for end in range(position, min(position + _CAPTION_LINES, len(every))):
        if _CLOSED.search(every[end].text) or len(every[end].text) < _SHORT_LINE:
            return end + 1
    return position + 1


def _lines(document: Document) -> Iterator[_Line]:
    tables = [table.span for table in document.tables]
    read = [sheet.span for sheet in sheets(document) if len(sheet.rows) > 1]
    guide = guide_of(document)
    parts = {part.span for part in (*guide.topics, *guide.directions)} if guide is not None else set()
    for passage in document.passages:
        told = passage.kind == "row" and _told_across(document.text[passage.span.start : passage.span.end])
        if passage.kind == "row" and not told:
            continue
        for span in lines(document.text, passage.span):
            if not told and any(table.start <= span.start < table.end for table in tables):
                continue
            text = document.text[span.start : span.end]
            heading = (passage.kind == "heading" and not _CLOSED.search(text)) or bool(
                _NUMBERED_HEADING.match(text) and not _PROSE.search(text)
            )
            heading = heading or span in parts
            row = any(sheet.start <= span.start < sheet.end for sheet in read)
            yield _Line(span, text, passage.index, heading and not row, row)


def _told_across(row: str) -> bool:
    """Whether a table's row is one cell that holds sentences: the life of a person below the card, a note on the whole."""
    return (
        "\t" not in row.strip() and row.count("。") >= _FEWEST_ENDS and row.rstrip().endswith("。") and len(row) >= _LONG_CELL
    )


def _after_table(every: list[_Line], position: int) -> int:
    """The line where running text goes on: prose itself, and most of the next lines are."""
    while position < len(every):
        near = every[position : position + _LOOKAHEAD]
        if _REFERENCES.match(every[position].text):
            return position
        if every[position].heading and _NUMBERED_HEADING.match(every[position].text):
            return position
        if _goes_on(near[0]) and sum(map(_goes_on, near)) * 2 > len(near):
            return position
        position += 1
    return position


def _goes_on(line: _Line) -> bool:
    return not line.row and _looks_prose(line.text)


def _looks_prose(text: str) -> bool:
    return bool(_PROSE.search(text)) and len(_HAN.findall(text)) >= _LEAST_PROSE and "\t" not in text


def _quotes(before: list[_Line]) -> bool:
    """Whether the lines before leave a quotation open, as a title in English that is wrapped."""
    words = "".join(line.text for line in before)
    return words.rfind("“") > words.rfind("”") or words.rfind("《") > words.rfind("》")


def _is_prose(every: list[_Line], position: int) -> bool:
    """No tabs and not English; an English line counts inside a quotation or parenthesis that is still open."""
    text = every[position].text
    if "\t" in text or every[position].row:
        return False
    if _HAN.search(text) or not _LATIN_WORDS.search(text):
        return True
    if _quotes(every[max(0, position - _QUOTED_LINES) : position]):
        return True
    before = every[position - 1].text if position else ""
    return bool(re.search(r"[（(][^（）()]*$", before)) and len(before) < _WRAPPED_BELOW
