"""Books of a page: title and part, in whatever order a line of the part that lists books has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.layout import View, chinese_marks
from ingest.profile.sitter import Sitter
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["read"]

OWN_BOOK = "profile.book"
"""《某某诊断学》，副主编，某某出版社，2031; 主编《某某图谱》: in the part of a page that lists books."""

_BOOK = re.compile(r"《(?P<name>[^《》]{3,60})》(?!\s*(?:杂志|期刊|学报|编委|审稿))")
_JOURNAL = re.compile("(?:杂志|学报|期刊|通讯|文摘)$")
_ROLE = r"(?:共同|联合|执行|总|副)*(?:主编|主译|主审)|参编|参译|编委|编著|独著|合著"
_BEFORE = re.compile(rf"(?P<role>{_ROLE})(?:了|出版)*(?:专著|著作|教材|译著|图书)*\s*[:：]?\s*(?:《[^《》]*》[、，,和及\s]*)*$")
_BEHIND = re.compile(
    rf"(?:[（(][^（）()编译著审]*[)）])?[^《》，,；;。（()）编译著审]{{0,14}}?(?:[，,（(\s][^《》；;。编译著审]{{0,30}}?)?[，,（(\s]*(?P<role>{_ROLE})"
)
_TELLING = re.compile("(?:共同|联合|执行|总|副)*(?:主编|主译|主审)|参编")


def read(sitter: Sitter, line: View, label: str = "") -> Iterator[Assertion]:
    """AUTHORED of each book of a line that says, or stands below a label that says, what the person did for it.

    An editor of a journal wrote no book.
    """
    view, part = chinese_marks(line), _TELLING.search(label)
    for book in _BOOK.finditer(view.text):
        said = _BEFORE.search(view.text, 0, book.start()) or _BEHIND.match(view.text, book.end())
        if said is None and part is not None and not _JOURNAL.search(book["name"]):
            work = EntityRef(label="Guideline", name=heal_name(book["name"]))
            yield sitter.at(view, *book.span(), OWN_BOOK).fact(sitter.who, "AUTHORED", work, role=part.group())
        if said is None or said["role"] == "编委" or _JOURNAL.search(book["name"]):
            continue
        told = _TELLING.fullmatch(said["role"])
        work = EntityRef(label="Guideline", name=heal_name(book["name"]))
        speaker = sitter.at(view, min(book.start(), said.start("role")), max(book.end(), said.end("role")), OWN_BOOK)
        yield speaker.fact(sitter.who, "AUTHORED", work, role=told.group() if told is not None else "")
