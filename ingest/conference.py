"""Conferences: tables of a series' sessions, and sessions told in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.chair_rows import chair_rows, chairs_in
from ingest.layout import View, chinese_marks, heal
from ingest.lexicon import organization_kind
from ingest.named_for import named_for
from ingest.table.captions import caption_text, series_of
from ingest.table.dates import When, read_date, read_years
from ingest.table.recognise import organizations, persons, session_number
from ingest.table.session_lines import session_lines
from ingest.table.sessions import CONVENES, Session, find_sessions, numbered
from ingest.table.speaker import Speaker
from ingest.table.titled_session import headed, in_full, numbered_by_title, series_titled, series_told, titled
from ingest.table.towns import place_alone, places
from ingest.tables import Row, Sheet, sheets
from kg.model import Alias, Assertion, Document, EntityRef, Passage, Span
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ConferenceIngester", "is_of_sessions", "series_of_row"]

SESSION_ROW = "conference.session-row"
"""A session's row in a table whose caption, heading or cell names the series."""
SESSION_LINE = "conference.session-line"
"""A line of a list that tells a session by its number."""
SESSION_SENTENCE = "conference.session-sentence"
"""A sentence that names a series and the number of a session."""

CHAIR_OF_MEETING = "conference.chair-of-meeting"
"""大会主席张三: in a report, of the meeting that it told of before."""
TOPICS_OF_MEETING = "conference.topics-of-meeting"
"""内容涉及…: in a report, of the meeting that it told of before."""

_COVERS = re.compile(r"(?:内容|议题|报告|讲座|专题)(?:主要)?(?:涉及|涵盖|包括|覆盖|聚焦)(?P<topics>[^。；]{2,120})")
_TOPICS = frozenset({"Technology"})
_MENTION = re.compile(r"(?:第|科学会议)\s*[A-Z]{0,2}[\d〇零一二三四五六七八九十百]+\s*(?:[次届期]|(?<=\d{3})场)|首[届次]")
_SENTENCE_ENDS = ("。", "！", "？", ".", "”", "：", ":")
_WHOLE_LINE = re.compile(
    rf"(?:{CONVENES}|[会坛]|[次届期场][)）]|(?:[会坛]|[次届期场])[（(][^（）()]{{2,40}}[)）]|侧记|综述|纪要|简报|回顾|报道)$"
)
"""How a line ends that heads a report, rather than one that breaks off in the midst of a sentence."""
_LABELLED = re.compile(r"\W{0,4}(?:会议|活动|举办)?(?:时间|地点|日期|主题|(?:执行|大会|共同)主席)\s*[:：][^。\n]*")
"""A labelled line, which no sentence goes on from."""
_CHAIR_ALONE = re.compile(r"(?:会议|大会|论坛)?(?:执行|大会|共同|名誉)*主席(?:[（(][^（）()]*[)）])?\s*[:：]?")
"""A label of chairs who stand below it a line each, and are read line by line."""
_ROLES = {"organizer": "主办", "undertaker": "承办", "coorganizer": "协办"}
_OF_OTHERS = re.compile("前者|后者")
"""Words of a paragraph that tells of other meetings, one against the other."""
_CLAUSE = re.compile(r"[，。；：“”\"]|召开|举行|举办|组织了?")
_HELD = re.compile(
    rf"[”]?(?:[（(][^（）()]*[)）])?(?:暨[^，。；]{{2,40}}?)?(?:[^，。；]{{0,6}}?|[将定]?于[^，。；]{{2,40}}?){CONVENES}(?=[，。；]|$)"
)
_THERE = re.compile(r"[”》]?(?:[（(][^（）()]*[)）])?(?:上(?!海|[届述])|期间|中(?=[，,])|的?[开闭]幕)")
_WENT = re.compile("(?:出席|参加|亮相|主持|参与|承办|主办|举办|召开|举行|组织)了?[“《]?$")
_OTHER_NUMBER = re.compile(
    r"(?<=[的该年日在于是为，])第\s*(?P<number>[A-Z]{0,2}\d{1,4})\s*次(?:学术讨论会|学术会议|会议|讨论会|年会)"
)
"""A session that a sentence tells by its number alone, its series told before."""
_OF_SERIES = re.compile(r"(?P<series>.+)第[A-Z]{0,2}\d{1,4}次$")
_CALLED_OFF = re.compile("(?:已|因[^，。；]{1,12})?(?:取消|停办|未(?:能)?(?:召开|举[办行]))")
"""What stands for the days of a session that was never held."""
_MEETING_NUMBER = re.compile(r"第\s*(?:[A-Z]{0,2}\d{1,4}|[〇零一二三四五六七八九十百]{1,6})\s*[次届期场]|首[届次](?!全国代表)")


class ConferenceIngester:
    """Reads the sessions of conference series: number, days, place, theme, chairs, organisers."""

    name = "conference"
    version = "1"
    emits = frozenset({"IN_SERIES", "HELD_IN", "CHAIRED", "CONCERNS", "RUN_BY", "AFFILIATED_WITH", "WORKS_ON"})

    def accepts(self, document: Document) -> bool:
        """Whether the document has a table of sessions, or names a numbered session."""
        told = _MENTION.search(document.text) is not None or titled(document) is not None
        return told or any(is_of_sessions(sheet) for sheet in sheets(document))

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """Sessions of tables, then of sentences outside them, and what their names are about."""
        yield from named_for(self._read(document, nlp), nlp)

    def _read(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        found = [sheet for sheet in sheets(document) if is_of_sessions(sheet)]
        for sheet in found:
            for row in sheet.rows:
                yield from _row(self._speaker(document, row, sheet), row, sheet=sheet, nlp=nlp)
        listed = session_lines(document)
        for one in listed:
            speaker, theme = self._says(document, one.span, SESSION_LINE), one.session.theme
            at = Span(start=one.span.start + theme[0], end=one.span.start + theme[1]) if theme else None
            words = document.text[one.span.start : one.span.end]
            yield from _session(speaker, one.session, theme=at, words=words, nlp=nlp)
        told = _of_title(document)
        for spans in _prose(document, [*(sheet.span for sheet in found), *(line.span for line in listed)]):
            view = chinese_marks(heal(document.text, *spans))
            if len(spans) == 1 and (line := headed(view.text, document)) is not None:
                sessions = list(find_sessions(view.text, line)) if line else []
                told = _meeting_of(sessions, None)
                for session in sessions:
                    yield from self._sentence(document, view, session, nlp)
                continue
            series = told.name.rpartition("第")[0] if told is not None else series_titled(document)
            named = list(_told(document, view.text, series))
            sessions = [one for one in named if _says_something(one) or _is_held(one, view.text)]
            for session in sessions:
                yield from self._sentence(document, view, session, nlp)
            told = _meeting_of(sessions, told)
            name = told.name if told is not None else ""
            if told is not None and all(f"{one.series}第{one.number}次" == name and not one.chairs for one in named):
                yield from self._of_meeting(document, view, told, nlp)

    def _speaker(self, document: Document, row: Row, sheet: Sheet) -> Speaker:
        return Speaker(document=document, ingester=self.name, rule=SESSION_ROW, span=row.span)

    def _sentence(self, document: Document, view: View, session: Session, nlp: Language) -> Iterator[Assertion]:
        speaker = self._says(document, view.span(*session.at), SESSION_SENTENCE)
        theme = view.span(*session.theme) if session.theme else None
        yield from _session(speaker, session, theme=theme, words=view.text, nlp=nlp)

    def _of_meeting(self, document: Document, view: View, meeting: EntityRef, nlp: Language) -> Iterator[Assertion]:
        """The chairs and topics that a report gives to the meeting it told of before."""
        for row in chair_rows(view.text) if not _OF_OTHERS.search(view.text) else ():
            speaker = self._says(document, view.span(row.start, row.end), CHAIR_OF_MEETING)
            of = _other_session(view.text, row.start, meeting)
            among = frozenset(one.name for one in row.chairs if one.among)
            yield from _chaired(speaker, of, [(one.name, one.home, one.title) for one in row.chairs], among=among)
        for topics in _COVERS.finditer(view.text):
            speaker = self._says(document, view.span(*topics.span()), TOPICS_OF_MEETING)
            yield from speaker.topics(meeting, view.span(*topics.span("topics")), nlp, labels=_TOPICS)

    def _says(self, document: Document, span: Span, rule: str) -> Speaker:
        return Speaker(document=document, ingester=self.name, rule=rule, span=span)


def _told(document: Document, text: str, known: str) -> Iterator[Session]:
    """The sessions that a paragraph numbers, or that it names and the page's title numbers."""
    if _MENTION.search(text):
        yield from find_sessions(text, in_full(numbered(text, known), document), known=known)
    elif titled(document) is not None and (named := numbered_by_title(text, document)):
        yield from find_sessions(text, named)


def _says_something(session: Session) -> bool:
    return bool(session.when or session.place or session.theme or session.chairs)


def _is_held(session: Session, text: str) -> bool:
    """Whether the words beside a session say that it was held, or that somebody was there: 在第四届某论坛上."""
    start, end = session.at
    told = _HELD.match(text, end) or _THERE.match(text, end) or _WENT.search(text[:start])
    return not session.series.startswith(("在", "于")) and told is not None


def _of_title(document: Document) -> EntityRef | None:
    """The session on which a page reports by its title."""
    found = headed(document.title, document)
    return EntityRef(label="Conference", name=found[0].name) if found else None


def _meeting_of(sessions: list[Session], told: EntityRef | None) -> EntityRef | None:
    """The meeting that the next paragraphs report on: the first that the document tells of."""
    if told is None and sessions:
        return EntityRef(label="Conference", name=f"{sessions[0].series}第{sessions[0].number}次")
    return told


def _other_session(text: str, at: int, meeting: EntityRef) -> EntityRef:
    """The session of the series that the sentence itself numbers: 第S33次学术讨论会…，执行主席是张三; else the one told."""
    sentence = max((end.end() for end in re.finditer("[。！？]", text[:at])), default=0)
    numbered = list(_OTHER_NUMBER.finditer(text, sentence, at))
    series = _OF_SERIES.match(meeting.name)
    other = numbered[-1]["number"] if numbered and series is not None else ""
    return EntityRef(label="Conference", name=f"{series['series']}第{other}次") if series is not None and other else meeting


def is_of_sessions(sheet: Sheet) -> bool:
    """Whether a table lists the sessions of a series."""
    roles = sheet.roles
    dated = bool(roles & {"date", "year"})
    told = bool(roles & {"session", "meeting"}) or ("theme" in roles and dated)
    return told and bool(roles & {"theme", "title", "place", "chair"}) and not roles & {"money", "host", "branch", "lead"}


def _row(speaker: Speaker, row: Row, *, sheet: Sheet, nlp: Language) -> Iterator[Assertion]:
    meeting = _meeting(row)
    series = series_of_row(speaker.document, row, sheet)
    number = (
        session_number(row.text("session"))
        or _number_in(meeting)
        or _number_beside(row)
        or _number_above(speaker.document, sheet, series)
    )
    when = _when(row)
    years = (int(when.start[:4]),) if when else read_years(row.text("year") or row.text("date"))
    name = f"{series}第{number}次" if number else f"{years[0]}年{series}" if years else ""
    if not series or not name or _CALLED_OFF.match(row.text("date") or row.text("place")):
        return
    conference = EntityRef(label="Conference", name=name)
    theme = row.get("theme") or (row.get("title") if not meeting else None)
    place = places(row.text("place")) or (place_alone(row.text("place")) if sheet.exact else "")
    yield from _facts(speaker, conference, series=series, number=number, place=place)
    yield from speaker.attributes(
        conference,
        number=number,
        theme=theme.text if theme else "",
        start=when.start if when else str(years[0]) if years else "",
        end=when.end if when else "",
    )
    if meeting and number and _number_in(meeting):
        yield Alias(of=conference, name=meeting, evidence=speaker.evidence)
    chair = row.get("chair")
    yield from _chaired(speaker, conference, _chairs(chair.raw) if chair else ())
    yield from _organizers(speaker, conference, row)
    if theme:
        yield from speaker.topics(conference, theme.stretches, nlp, labels=_TOPICS)


def _chairs(cell: str) -> list[tuple[str, str, str]]:
    """Name, house and title of those whom a cell lists."""
    listed = [(one.name, one.home, one.title) for one in chairs_in(cell)]
    named = persons(cell)
    return listed if len(listed) >= len(named) else [(name, "", "") for name in named]


def series_of_row(document: Document, row: Row, sheet: Sheet) -> str:
    """The series that a row is a session of: its own cell tells it, else the words above the table; "" for none."""
    own = series_of(_MEETING_NUMBER.sub("", _meeting(row)))
    return own or next(filter(None, map(_series, sheet.context)), "") or _by_letters(document, sheet)


def _by_letters(document: Document, sheet: Sheet) -> str:
    """The series whose letters the caption has (历届IMSC), where the text writes them behind its name: …国际会议(IMSC)."""
    for letters in re.findall(r"(?<![A-Za-z])[A-Z][A-Za-z]*[A-Z](?![A-Za-z])", sheet.caption.text if sheet.caption else ""):
        noted = re.compile(
            rf"(?P<series>[{HAN}]{{4,30}})\s*[（(](?:[^（）()]*[^A-Za-z（）()])?{letters}(?![A-Za-z])[^（）()]{{0,12}}[）)]"
        )
        for match in noted.finditer(document.text):
            if (series := series_of(match["series"])) and match["series"].endswith(series):
                return series
    return ""


def _session(speaker: Speaker, session: Session, *, theme: Span | None, words: str, nlp: Language) -> Iterator[Assertion]:
    conference = EntityRef(label="Conference", name=f"{session.series}第{session.number}次")
    yield from _facts(speaker, conference, series=session.series, number=session.number, place=session.place)
    yield from speaker.attributes(
        conference,
        number=session.number,
        theme=words[slice(*session.theme)] if session.theme else "",
        start=session.when.start if session.when else "",
        end=session.when.end if session.when else "",
    )
    if session.surface != conference.name and not _CLAUSE.search(session.surface):
        yield Alias(of=conference, name=session.surface, evidence=speaker.evidence)
    chairs = [(*chair, title) for chair, title in zip(session.chairs, session.titles, strict=True)]
    yield from _chaired(speaker, conference, chairs, among=session.among)
    if theme:
        yield from speaker.topics(conference, theme, nlp, labels=_TOPICS)


def _facts(speaker: Speaker, conference: EntityRef, *, series: str, number: str, place: str) -> Iterator[Assertion]:
    yield speaker.fact(conference, "IN_SERIES", EntityRef(label="ConferenceSeries", name=series), number=number)
    if place:
        yield speaker.fact(conference, "HELD_IN", EntityRef(label="Place", name=place))


def _chaired(
    speaker: Speaker, conference: EntityRef, chairs: Iterable[tuple[str, str, str]], *, among: frozenset[str] = frozenset()
) -> Iterator[Assertion]:
    for order, (name, employer, title) in enumerate(chairs, 1):
        person = EntityRef(label="Person", name=name, context=employer)
        yield speaker.fact(person, "CHAIRED", conference, order=None if name in among else order)
        if employer:
            organization = EntityRef(label="Organization", name=employer)
            yield from speaker.attributes(organization, kind=organization_kind(employer))
            yield speaker.fact(person, "AFFILIATED_WITH", organization, title=title or None)


def _organizers(speaker: Speaker, conference: EntityRef, row: Row) -> Iterator[Assertion]:
    for role, word in _ROLES.items():
        cell = row.get(role)
        for name in organizations(cell.raw) if cell else ():
            organization = EntityRef(label="Organization", name=name)
            yield from speaker.attributes(organization, kind=organization_kind(name))
            yield speaker.fact(conference, "RUN_BY", organization, role=word)


def _meeting(row: Row) -> str:
    """What a row calls its meeting, also where the column of its number tells the series too."""
    session = row.text("session")
    return row.text("meeting") or (session if not session_number(session) else "")


def _series(text: str) -> str:
    return series_of(caption_text(text))


def _number_in(meeting: str) -> str:
    match = _MEETING_NUMBER.search(meeting)
    first = match is not None and match.group().startswith("首")
    return "1" if first else session_number(match.group()) if match else ""


def _number_beside(row: Row) -> str:
    """The number in another column (会议: 第12次), where one cell of the row holds nothing else."""
    cells = [cell.text for _, cell in (*row.cells, *row.others)]
    found = {number for words in cells if "第" in words and (number := session_number(words))}
    return found.pop() if len(found) == 1 else ""


def _number_above(document: Document, sheet: Sheet, series: str) -> str:
    """The number of the one session that stands above the labels of one meeting, or that the text tells, of the same series."""
    above = [one for words in dict.fromkeys(sheet.context) for one in numbered(words)] if len(sheet.rows) == 1 else []
    told = {number for name, number in series_told(document) if name == series} if len(sheet.rows) == 1 else set()
    return above[0].number if len(above) == 1 and above[0].series == series else told.pop() if len(told) == 1 else ""


def _when(row: Row) -> When | None:
    """The days of a row; a year in a column of its own goes before days without one."""
    words = row.text("date")
    return read_date(words) or (read_date(row.text("year") + words) if row.get("year") and words else None)


def _headed_apart(document: Document, passage: Passage) -> Iterator[Passage]:
    """A passage, its first line by itself where that heads the part of a session: 二、某会议第12次学术讨论会（某题）."""
    first, _, rest = document.text[passage.span.start : passage.span.end].partition("\n")
    if rest.strip() and _WHOLE_LINE.search(first.strip()) and headed(first.strip(), document):
        middle = passage.span.start + len(first)
        yield replace(passage, span=Span(start=passage.span.start, end=middle))
        yield replace(passage, span=Span(start=middle + 1, end=passage.span.end))
    else:
        yield passage


def _prose(document: Document, found: list[Span]) -> Iterator[list[Span]]:
    """The paragraphs outside the tables and lists of sessions; one that ends inside a sentence and the next belong together."""
    together: list[Span] = []
    for passage in (one for whole in document.passages for one in _headed_apart(document, whole)):
        inside = any(one.start < passage.span.end and passage.span.start < one.end for one in found)
        if inside or passage.kind in ("heading", "row"):
            yield together
            together = []
            if not inside and passage.kind == "heading":
                yield [passage.span]
            continue
        words = document.text[passage.span.start : passage.span.end].strip()
        if _WHOLE_LINE.search(words) and "\n" not in words and headed(words, document) is not None:
            yield together
            yield [passage.span]
            together = []
            continue
        if _CHAIR_ALONE.fullmatch(words) or (len(one := chairs_in(words)) == 1 and one[0].home):
            yield together
            together = []
            continue
        together.append(passage.span)
        if words.endswith(_SENTENCE_ENDS) or _LABELLED.fullmatch(words) or heal_name(words) == heal_name(document.title):
            yield together
            together = []
    yield together
