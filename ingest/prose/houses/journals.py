"""Who is behind a journal: whose organ it is, who publishes and edits it, and of which field it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.reading import Reading, Rule, Scene, row
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

JOURNAL_RUN = Rule("journal_run_by")
"""《某某杂志》由甲主管、乙主办, 由甲主办的《某某杂志》."""

_NAME = rf"《(?P<name>[^《》]{{3,24}}(?:杂志|学报|期刊|通报|进展|影像学|[{HAN}]{{2,}}))》"
_JOURNAL = re.compile(_NAME)
_OF_JOURNALS = re.compile("期刊|杂志|学报|刊物|创刊|月刊|双月刊|季刊|发行|刊号|主管")
_ROLE = re.compile(
    r"(?:等[^，。；、]{0,6}?)?[，,、]?(?:于?(?:19|20)\d\d年)?(?:共同|联合|委托)*(?P<role>主管|主办|承办|协办|编辑出版|编辑|出版)(?:单位)?(?=[，。；,、（(的和及]|并|编辑|出版|$)"
)
_BY = re.compile(r"(?:由|是|为|受|[，,、；]|主管|主办|承办|协办|和|及)$")
_OFFICES = ("编辑部", "编委会", "杂志社", "期刊社")
"""What makes a journal's name that of those who work there, who may hold a meeting: 论坛由甲和《某某杂志》|编辑部|承办."""
_ROLES = {"编辑": "编辑出版", "出版": "编辑出版"}


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """RUN_BY of a journal that a sentence presents."""
    found = [one for one in _JOURNAL.finditer(scene.text) if one.end() - one.start() > 4]
    if (
        len(found) != 1
        or scene.text.startswith(_OFFICES, found[0].end())
        or not _OF_JOURNALS.search(scene.text)
        or not re.search("主管|主办", scene.text)
    ):
        return
    journal = EntityRef(label="Journal", name=found[0]["name"])
    for body in scene.of("Organization"):
        said = _ROLE.match(scene.text, body.end)
        bodies = row(scene, body) if said is not None else []
        if said is None or not _BY.search(scene.text[: bodies[0].start].rstrip()):
            continue
        where = scene.sentence.view.span(min(found[0].start(), bodies[0].start), max(found[0].end(), said.end()))
        role = _ROLES.get(said["role"], said["role"])
        for one in bodies:
            yield reading.fact(JOURNAL_RUN, journal, "RUN_BY", reading.organization(one), where, role=(role,))
