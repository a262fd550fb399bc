"""Plain text and Markdown: paragraphs out of lines, tables out of tabs, bars and the cells that converters write on lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.readers.aligned import with_tabs
from ingest.readers.build import Draft
from ingest.readers.celled import with_rows
from ingest.readers.even import with_even_rows
from ingest.readers.furniture import heads_other_pages, is_site_line, is_title_of_another
from ingest.readers.grid import one_line
from ingest.readers.markup import heading_mark, strip_tags, unmark
from ingest.readers.outline import ends_sentence, heading_style, is_page_number
from ingest.readers.running import without_running
from ingest.readers.sliced import unsliced
from ingest.readers.source import decode, load
from ingest.readers.spacing import recognised
from ingest.readers.stroked import with_parted_rows
from ingest.readers.textgrid import TextTable, tables
from ingest.readers.wrapped import Line, paragraphs
from kg.model import Document
from kg.text import HAN

__all__ = ["TextReader"]

_PLAIN_HEADING = re.compile(rf"[{HAN}A-Za-z][^。，；：！？、,;:!?\t]{{1,19}}$")
_TITLE = re.compile(r"[^\s。；：！？:;!?，,][^\s。；：！？;!?，]{2,49}$")
_PROSE = 40
_OPENS_ALONE = re.compile(r"[^\s。；，：:,;|>]{2,12}[！!][^。；，：:,;|>！!]{4,36}")
_FULL_LINE = 24
_TITLE_LINES = 3
_IMPRINT = re.compile("地址|电话|邮箱|联系(?!我们)|(?:技术支持|版权所有|Copyright|©).*(?:院|学|研究所|公司|中心|会|局|厅|委)")
"""What a site's line tells of whose it is: it stays in a text."""


_SECTION = re.compile(
    r"(?:医院|学院|学校|综合|图片|本院|科室|科研|学术|行业|最新|媒体|热点)?(?:新闻|动态|要闻|快讯|资讯)(?:中心|动态|资讯|公告)?|通知公告|公[告示](?:通知|公告)|正文|(?:新闻|文章|内容)?详情"
    r"|news|latest news|notice",
    re.IGNORECASE,
)
"""The part of a site that a page is in, above its title."""
_NEAR_TOP = 3


class TextReader:
    """Reads .txt and .md. Lines stay as they are, less blank ones, what a site adds to its pages, and blanks at their ends."""

    name = "text"
    version = "1"
    suffixes: tuple[str, ...] = (".txt", ".md")

    def read(self, path: Path) -> Document:
        """The document; ReadError for a file that is missing, empty, binary or in an unknown coding."""
        source = load(path, self.suffixes)
        markdown = path.suffix.lower() == ".md"
        draft = Draft(source, media_type="text/markdown" if markdown else "text/plain")
        plain = without_running(recognised(strip_tags(unsliced(_without_site(decode(source))))))
        for part in tables(_lines(with_even_rows(with_rows(with_tabs(with_parted_rows(plain)))))):
            if isinstance(part, TextTable):
                draft.table(part.grid, page=part.page)
            else:
                _prose(draft, part)
        return draft.document(reader=f"{self.name} {self.version}")


def _without_site(text: str) -> str:
    """The text without the lines that a site adds, before any of them (首页 | 概况) is read as a table's or the title."""
    kept: list[str] = []
    above = 0
    for line in text.split("\n"):
        words = line.strip()
        section = above < _NEAR_TOP and _SECTION.fullmatch(words) is not None
        if not heads_other_pages(words) and (section or _added_by_site(words)):
            continue
        kept.append(line)
        above += bool(words)
    return "\n".join(kept)


def _lines(text: str) -> list[Line]:
    lines, blanks, page = list[Line](), 0, 1
    paged = "\f" in text
    elsewhere = False
    for sheet in text.split("\f"):
        for raw in sheet.split("\n"):
            words = raw.strip()
            elsewhere = heads_other_pages(words) or (elsewhere and (not words or is_title_of_another(words)))
            if elsewhere and lines:
                continue
            if not words and "\t" not in raw:
                blanks += 1
            elif not is_page_number(words):
                indent = len(raw) - len(raw.lstrip(" "))
                lines.append(Line(raw.rstrip("\n") if "\t" in raw else words, indent, blanks, page if paged else None))
                blanks = 0
        page += 1
    return lines


def _added_by_site(words: str) -> bool:
    """Whether a line is what a site adds to a page; a character alone (大, 小) is a cell, where each has its line."""
    return len(words) > 1 and is_site_line(words) and not _IMPRINT.search(words)


def _prose(draft: Draft, lines: Sequence[Line]) -> None:
    for run in _runs(lines):
        level = heading_mark(run[0].text)
        if level:
            draft.heading(unmark(run[0].text), style=f"h{level}", page=run[0].page)
        else:
            _paragraphs(draft, run)


def _runs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Lines between Markdown headings, and each such heading by itself."""
    start = 0
    for i, line in enumerate(lines):
        if heading_mark(line.text):
            if start < i:
                yield lines[start:i]
            yield lines[i : i + 1]
            start = i + 1
    if start < len(lines):
        yield lines[start:]


def _paragraphs(draft: Draft, lines: Sequence[Line]) -> None:
    groups = paragraphs(lines)
    for i, group in enumerate(groups):
        text = "\n".join(unmark(line.text) for line in group)
        after = groups[i + 1] if i + 1 < len(groups) else []
        style = "h1" if not i and draft.is_empty and _opens(group, after) else _style(group, groups[i - 1] if i else [], after)
        if style:
            draft.heading(text, style=style, page=group[0].page)
        else:
            draft.paragraph(text, page=group[0].page)


def _is_title(group: Sequence[Line]) -> bool:
    return len(group) <= _TITLE_LINES and bool(_TITLE.match(one_line("\n".join(line.text for line in group))))


def _opens(group: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether a document opens with its title: by its words, or as one short line that exclaims (喜报！…) above a blank one."""
    if _is_title(group):
        return True
    told = bool(after) and (ends_sentence(after[-1].text) or len(after[-1].text) >= _FULL_LINE)
    parted = told and after[0].blanks > 0
    return len(group) == 1 and parted and bool(_OPENS_ALONE.fullmatch(group[0].text))


def _style(group: Sequence[Line], before: Sequence[Line], after: Sequence[Line]) -> str | None:
    """A lone short line between a finished sentence and prose is a heading too, whatever its words."""
    if len(group) > 1:
        return None
    text = group[0].text
    prose = bool(after) and ends_sentence(after[-1].text) and sum(len(line.text) for line in after) >= _PROSE
    if _PLAIN_HEADING.match(text) and prose and (not before or ends_sentence(before[-1].text)):
        return heading_style(text) or "label"
    return heading_style(text)
