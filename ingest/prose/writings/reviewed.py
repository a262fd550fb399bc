"""What an article is about, by its own words: its key words, its aim, and what it says that it reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion

__all__ = ["read"]

REVIEWED = Rule("reviewed_in_article")
"""本文就甲显像在乙病、丙病中的应用进行综述; 目的 探讨甲技术诊断乙病的价值; 关键词：甲；乙病."""

_REVIEWS = re.compile(
    r"(?:本文|本综述|本研究|笔者)[^。；]{0,12}?(?:就|对|围绕|针对|综述了?|总结了?|回顾了?|阐述了?|概述了?|介绍了?|梳理了?)(?P<what>[^。；]{4,120}?)"
    r"(?:(?:进行|[作做]一?|加以|予以)[^。；，]{0,6}(?:综述|述评|回顾|总结|概述|阐述|评述|归纳|梳理|介绍)|[，。；]|$)"
)
_AIM = re.compile(r"\W*(?:摘\s*要\W*)?目\s*的\W*(?:探讨|评价|评估|分析|研究|比较|观察|探究|验证|总结)(?P<what>[^。；]{4,120})")
_KEY_WORDS = re.compile(r"\W*关\s*键\s*[词字]")
_LABELS = {"Technology": "CONCERNS", "Disease": "TARGETS"}


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """CONCERNS and TARGETS of the article that the document is."""
    told = _told(scene, reading)
    from ingest.article_head import article_of  # it needs this package itself

    article = article_of(reading.document) if told is not None else None
    if told is None or article is None or article.ref.label != "Publication":
        return
    for one in scene.within(*told, *_LABELS):
        yield reading.fact(REVIEWED, article.ref, _LABELS[one.label], one.ref, one.span)


def _told(scene: Scene, reading: Reading) -> tuple[int, int] | None:
    """Where a sentence says what the article is about; None where it does not."""
    told = _AIM.match(scene.text) or (_REVIEWS.search(scene.text) if "本" in scene.text or "笔者" in scene.text else None)
    if told is not None:
        return told.span("what")
    text, at = reading.document.text, scene.sentence.view.offsets[0]
    return (0, len(scene.text)) if _KEY_WORDS.match(text, text.rfind("\n", 0, at) + 1, at + 1 + len("【关 键 词")) else None
