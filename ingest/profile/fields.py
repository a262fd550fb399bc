"""What somebody works on: 研究方向, 擅长."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.layout import View, chinese_marks
from ingest.profile.sitter import Sitter
from ingest.prose.phrases import listed, technology
from kg.model import Assertion, EntityRef

__all__ = ["read"]

OWN_FIELD = "profile.field"
"""研究方向：甲成像、乙治疗: in the part of a page that tells what its person works on."""

_NUMBERING = re.compile(r"(?:(?<=^)|(?<=[；;。\s]))(?:[（(\[]?\d{1,2}[)）\].、．](?!\d)|[①-⑳])\s*")
_SPLIT = re.compile("[；;。]")
_NOT_ITS = re.compile("[他她]的导师|师从")
_LONGEST = 400


def read(sitter: Sitter, line: View) -> Iterator[Assertion]:
    """WORKS_ON of every technology that the words name, known to the lexicon or told by how an item ends."""
    view = chinese_marks(line)
    if len(view.text) > _LONGEST or _NOT_ITS.search(view.text):
        return
    speaker = sitter.at(view, 0, len(view.text.rstrip()), OWN_FIELD)
    known = [one for one in sitter.named(view) if one.label == "Technology"]
    told = [one.ref for one in known]
    for words in _SPLIT.split(_NUMBERING.sub("；", view.text)):
        for item in listed(words):
            name = technology(item)
            if name is not None and not any(one.surface in item for one in known):
                told.append(EntityRef(label="Technology", name=name))
    for ref in dict.fromkeys(told):
        yield speaker.fact(sitter.person, "WORKS_ON", ref)
