"""Sessions told by their number alone, of the one series that their paragraph names: 第三届会议2013年在甲市召开."""

from __future__ import annotations

import re

from ingest.layout import chinese_marks, heal
from ingest.prose.meetings.sessions_of_bodies import Named
from ingest.prose.reading import Reading, Scene
from ingest.table.sessions import numbered
from ingest.table.titled_session import series_titled
from kg.model import Document, EntityRef, Span

__all__ = ["sessions_alone"]

_SENTENCE_ENDS = ("。", "！", "？", "；", "”", "：", ":")
_COUNTED = re.compile(r"(?:^|[。；，：])\s*(?:其中|此后|随后|其后)?(?:第[^，。；]{1,6}|首)[届次]")


def sessions_alone(scene: Scene, reading: Reading) -> list[Named]:
    """The sessions of a sentence that only the sentences before it in the paragraph tell the series of."""
    if _COUNTED.search(scene.text) is None:
        return []
    at = scene.sentence.view.offsets[0]
    spans = _above(reading.document, at)
    above = chinese_marks(heal(reading.document.text, *spans)).text if spans else ""
    told = (one for one in numbered(above + scene.text, series_titled(reading.document)) if one.start >= len(above))
    return [Named(one.start - len(above), one.end - len(above), EntityRef(label="Conference", name=one.name)) for one in told]


def _above(document: Document, at: int) -> list[Span]:
    """The paragraph up to a place, with the one that breaks off in the midst of a sentence before it."""
    spans: list[Span] = []
    for passage in document.passages:
        if passage.span.start >= at:
            break
        words = document.text[passage.span.start : passage.span.end].rstrip()
        broken = passage.kind == "paragraph" and not words.endswith(_SENTENCE_ENDS)
        if passage.span.end >= at:
            spans.append(Span(start=passage.span.start, end=at))
        else:
            spans = [passage.span] if broken else []
    return spans
