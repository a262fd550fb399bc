"""A document under construction: text grows line by line, and every passage and cell keeps its span."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.readers.grid import Grid, GridCell, one_line
from ingest.readers.outline import Outline, ends_sentence, heading_style, is_item
from ingest.readers.regular import lifted, regular, stacked
from ingest.readers.source import Source
from kg.codec import content_id
from kg.model import Cell, Document, Passage, Span, Table
from kg.text import HAN

__all__ = ["Draft"]

_NAMED = re.compile(r"^(?:项目|成果|课题)名称[:：\t ]\s*(\S[^\n\t]{3,79})$", re.MULTILINE)
_ROW = re.compile(rf"[{HAN}] +[{HAN}].*[{HAN}] +[{HAN}]")
_NO_TITLE = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、．.]|\s)|\d+(?:\.\d+)+|附(?:[：:件录表]|\s)|关键词|.{1,5}$|.{2,20}(?:文件|[：:])$"
    rf"|[{HAN}]{{4,24}}(?:局|厅|委员会|政府|办公室)$"
)
"""A numbered heading, an annex, the head of an official paper, an address: never what a document is called."""
_NO_HEADLINE = re.compile(
    r"[>＞»›|｜〉〔]|首页|[。；;，,]|\s·\s|(?:\s\S+){2}|\s[A-Za-z ]+$|[:：]\S|第\s?\d+\s?[卷期]|文\s?件$"
    r"|^(?:推荐|申报|提名|项目|奖)\S{1,4}\s|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|[（(]?(?:续?[图表]|Fig|Table)\s?\d"
    r"|\S*(?:大学|学院|医院|研究[所院]|学会|分会|协会|实验室|中心|公司|日报|新闻网?|官网|网站)\W*$"
    r"|\S{0,6}(?:新闻|动态|要闻|公告|资讯)$"
)
"""Marks of a page's navigation and masthead, the name of a house, a caption, a field of a form, a sentence's comma."""
_NAVIGATION = re.compile(
    r"^[^>＞»›]{2,12}[>＞»›]+\s*\S|(?:[|｜][^|｜]*){2}|首页|^(?:\S{2,6}\s+){3,}\S{2,6}$|A\+\s*A-|关注我们|欢迎您"
    r"|^\W*(?:作者|(?:\S{2})?来源|发布时间|浏览次?数?|点击次?数?|编辑)\s*[:：]|^\W*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s|$)"
    r"|^原创\s|\s(?:19|20)\d\d-\d{1,2}-\d{1,2}(?:\s|$)"
)
"""A path, a menu, a greeting, who brought the page and when: above what a page is called, never its name."""
_HEADLINE_LENGTH = 9
_PROSE_LENGTH = 60
_ENDS_AS_TITLE = re.compile(
    r"(?:[^\s｜|>·•（(【\d.、]|(?=(?:19|20)\d\d年))[^｜|>。；;！？]{7,80}(?:通知|公告|公示|公布|通报|名单|一览表?|清单|汇总表?|情况|指南|综述|评述|共识|进展|现状|展望|思考|研究|纪要"
    r"|简报|发布|介绍|简介|报告|意见|办法|方案|目录|列表)(?:[》”]?发布|[（(][^（）()]{2,12}[)）])?$"
)
_NEAR_THE_TOP = 10
"""How many passages a page's navigation and masthead may take before its title."""
_TITLE_LENGTH = 80


class Draft:
    """Collects lines, passages and tables in reading order, then makes the Document of them."""

    def __init__(self, source: Source, *, media_type: str) -> None:
        self._source = source
        self._media_type = media_type
        self._parts: list[str] = []
        self._length = 0
        self._passages: list[Passage] = []
        self._tables: list[Table] = []
        self._outline = Outline()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""
        return not self._passages

    def heading(self, text: str, *, style: str, page: int | None = None) -> Span:
        """A heading on a line (or, hard-wrapped, lines) of its own; it is its own passage's last heading."""
        self._outline.enter(" ".join(one_line(text).split()), style=style)
        return self._passage("heading", text, page)

    def paragraph(self, text: str, *, page: int | None = None) -> Span:
        """A paragraph, or an item where it opens with an item's mark; it may keep the line breaks it was set with."""
        return self._passage("item" if is_item(text) else "paragraph", text, page)

    def item(self, text: str, *, page: int | None = None) -> Span:
        """An item of a list, whose mark the text may or may not show."""
        return self._passage("item", text, page)

    def line(self, text: str, *, page: int | None = None) -> Span:
        """A heading where the words are a heading's, else a paragraph."""
        style = heading_style(text)
        return self.heading(text, style=style, page=page) if style else self.paragraph(text, page=page)

    def table(self, grid: Grid, *, page: int | None = None, caption: Span | None = None) -> None:
        """A table: a line a row, a tab between columns; the blocks of a prose cell that ends its row on lines of their own."""
        titles, grid = lifted(regular(grid))
        for title in titles:
            span = self.paragraph(title, page=page)
            caption = caption or span
        start, cells = self._length, list[Cell]()
        for row in grid.rows():
            cells.extend(self._row(row, page, table=start))
        if places := stacked(grid):
            cells = [_moved(cell, *places[cell.row, cell.column]) for cell in cells if (cell.row, cell.column) in places]
        if self._length > start:
            span = Span(start=start, end=self._end())
            self._tables.append(Table(index=len(self._tables), span=span, cells=tuple(cells), page=page, caption=caption))

    def document(self, *, reader: str, title: str = "", publisher: str = "") -> Document:
        """The document; ReadError where nothing was read. Without a title it is the project named in it, or its first line."""
        text = "".join(self._parts).removesuffix("\n")
        if not text.strip():
            raise self._source.error("it holds no text", "give a file with text in it")
        sha256 = self._source.sha256
        return Document(
            id=content_id("Document", sha256),
            source=self._source.name,
            sha256=sha256,
            media_type=self._media_type,
            title=" ".join(title.split()) or self._title(text),
            text=text,
            passages=tuple(self._passages),
            tables=tuple(self._tables),
            reader=reader,
            publisher=publisher,
        )

    def _row(self, row: list[GridCell], page: int | None, *, table: int) -> list[Cell]:
        filled = [cell for cell in row if cell.blocks]
        if filled and len(filled) <= 2 and filled[-1].is_prose:
            return self._form_row(filled, page)
        start, column = self._length, 0
        cells: list[tuple[GridCell, Span | None]] = []
        for cell in row:
            if not cell.blocks:
                cells.append((cell, None))
                continue
            self._write("\t" * (cell.column - column))
            column = cell.column
            cells.append((cell, self._write(" ".join(cell.blocks))))
        end = self._length
        if end > start:
            first = next(span for _, span in cells if span)
            self._note("row", Span(start=first.start, end=end), page)
            self._write("\n")
        empty = end if end > start else max(table, self._end())  # a row without words stands where the one above it ends
        return [_placed(cell, span or Span(start=empty, end=empty)) for cell, span in cells]

    def _form_row(self, filled: list[GridCell], page: int | None) -> list[Cell]:
        cells = []
        for cell in filled[:-1]:
            label = " ".join(cell.blocks)
            cells.append(_placed(cell, self.heading(label, style="label", page=page)))
        spans = [self.line(block, page=page) for block in filled[-1].blocks]
        return [*cells, _placed(filled[-1], Span(start=spans[0].start, end=spans[-1].end))]

    def _passage(self, kind: str, text: str, page: int | None) -> Span:
        span = self._write(text.strip())
        self._note(kind, span, page)
        self._write("\n")
        return span

    def _note(self, kind: str, span: Span, page: int | None) -> None:
        index = len(self._passages)
        self._passages.append(Passage(index=index, kind=kind, span=span, page=page, headings=self._outline.path))

    def _write(self, text: str) -> Span:
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return Span(start=start, end=self._length)

    def _end(self) -> int:
        return self._length - 1 if self._parts and self._parts[-1] == "\n" else self._length

    def _title(self, text: str) -> str:
        named = _NAMED.search(text, 0, 4000)
        if named and not _ROW.search(named.group(1)):
            first = self._whole(text, *named.span(1))
        else:
            start = self._opening(text).span.start
            first = self._whole(text, start, start + len(text[start:].split("\n", 1)[0]))
            first = self._titled(text) or first if _NO_TITLE.match(first) else first
        return " ".join(first.split())[:_TITLE_LENGTH]

    def _opening(self, text: str) -> Passage:
        """The passage that heads the document: above its first prose what reads as a headline, or the first heading."""
        heading = next((p for p in self._passages if p.kind == "heading"), self._passages[0])
        for passage in self._passages[:_NEAR_THE_TOP]:
            words = one_line(text[passage.span.start : passage.span.end])
            if passage == heading and passage.kind == "paragraph" and _NAVIGATION.search(words):
                continue
            if passage == heading or len(words) > _PROSE_LENGTH:
                break
            if passage.kind == "paragraph" and len(words) >= _HEADLINE_LENGTH and not _NO_HEADLINE.search(words):
                return passage
        return heading

    def _whole(self, text: str, start: int, end: int) -> str:
        """What begins there, to its paragraph's end where that is a title's length and no sentence, or to its line's end."""
        whole = next((p.span.end for p in self._passages if p.span.start <= start < p.span.end and p.kind != "row"), end)
        words = one_line(text[start:whole])
        return words if len(words) <= _TITLE_LENGTH and not ends_sentence(words) else text[start:end]

    def _titled(self, text: str) -> str:
        """The first passage near the top that ends as a title does: what a page without a marked title is of."""
        near = (one_line(text[p.span.start : p.span.end]) for p in self._passages[:_NEAR_THE_TOP])
        return next((words for words in near if _ENDS_AS_TITLE.match(words)), "")


def _moved(cell: Cell, row: int, column: int) -> Cell:
    return replace(cell, row=row, column=column)


def _placed(cell: GridCell, span: Span) -> Cell:
    return Cell(span=span, row=cell.row, column=cell.column, rowspan=cell.rowspan, colspan=cell.colspan)
