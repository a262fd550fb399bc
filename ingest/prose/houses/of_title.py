"""The society whose page or report a text is: the one branch, else society, that its title names."""

from __future__ import annotations

import re

from ingest.lexicon import organization_kind
from ingest.prose.reading import Reading
from kg.model import EntityRef

__all__ = ["SELF", "self_meant", "titled_society"]

SELF = r"(?:本|该)?(?:学会|协会|研究会|分会|专业委员会|专委会)|(?:本|该)会"
"""How a page of a society calls it."""
_ENDINGS = {"专业委员会": "(?:专业)?委员会", "专委会": "(?:专业委员会|专委会)", "学会": "[学协]会|研究会", "会": "会"}
_SOCIETIES = ("society", "society_branch")


def titled_society(reading: Reading) -> EntityRef | None:
    """The one society or branch that the title names, of a society and its branch the branch."""
    title = reading.document.title
    named = [one for one in reading.bodies.values() if one.name in title and organization_kind(one.name) in _SOCIETIES]
    told = [one for one in named if not any(one.name in other.name for other in named if other != one)]
    return told[0] if len(told) == 1 else None


def self_meant(reading: Reading, noun: str) -> EntityRef | None:
    """The society of the title, where the noun that the text calls it by (学会, 本会, 分会) may mean it."""
    body, bare = titled_society(reading), noun.lstrip("本该")
    return body if body is not None and re.search(f"(?:{_ENDINGS.get(bare, bare)})$", body.name) else None
