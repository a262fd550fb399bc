"""Web pages: their words without scripts, styles and navigation; headings, lists and tables with merged cells."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ingest.readers.build import Draft
from ingest.readers.flow import Block, FlowTable, flow
from ingest.readers.furniture import is_site_line
from ingest.readers.outline import heading_style, is_caption
from ingest.readers.publisher import publisher_of
from ingest.readers.source import Source, clean, decode, load
from kg.model import Document

__all__ = ["HtmlReader"]

_DECLARED = re.compile(rb"""<\?xml[^>]*encoding=["']([\w.:-]+)|<meta[^>]*charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_HEAD = 4096
_BOLD_HEADING = re.compile(r"[^。！？!?；;，,\t]{2,30}$")


class HtmlReader:
    """Reads .html and .htm in the coding that the page declares, or in UTF-8 or GB18030."""

    name = "html"
    version = "1"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def read(self, path: Path) -> Document:
        """The document; ReadError for a file that is missing, empty, binary or holds no words."""
        source = load(path, self.suffixes)
        root = _parse(source)
        draft = Draft(source, media_type="text/html")
        for part in flow(root):
            if isinstance(part, FlowTable):
                caption = draft.paragraph(part.caption) if part.caption else None
                draft.table(part.grid, caption=caption)
            elif not is_site_line(part.text):
                _write(draft, part)
        whole = clean(root.findtext(".//title") or "").strip()
        return draft.document(
            reader=f"{self.name} {self.version}", title=_title(root, whole), publisher=publisher_of(root, whole)
        )


def _parse(source: Source) -> HtmlElement:
    declared = _DECLARED.search(source.data[:_HEAD])
    name = next((group for group in declared.groups() if group), b"") if declared else b""
    text = _XML_DECLARATION.sub("", decode(source, declared=name.decode("ascii")), count=1)
    try:
        return document_fromstring(text, parser=HTMLParser(remove_comments=True, remove_pis=True))
    except etree.ParserError:
        raise source.error("it holds no page", "give a page with text in it") from None


def _write(draft: Draft, block: Block) -> None:
    if block.level:
        draft.heading(block.text, style=f"h{block.level}")
    elif block.item:
        draft.item(block.text)
    elif block.bold and _BOLD_HEADING.match(block.text) and not is_caption(block.text):
        draft.heading(block.text, style=heading_style(block.text) or "label")
    else:
        draft.line(block.text)


def _title(root: HtmlElement, title: str) -> str:
    """The page's title, or its one main heading where the title only adds the site's name to it."""
    first = next((block.text for block in flow(root) if isinstance(block, Block) and block.level == 1), "")
    return first if first and first in title else title
