"""Who uses an achievement, as the tables and lists of a form tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award.case import Case
from ingest.award.forms import Value
from ingest.award.listed import item_views, lines_of, organizations_in
from ingest.award.uptake import USERS
from ingest.award.used import used_in_row
from ingest.award.witness import Rule
from ingest.layout import View
from ingest.lexicon import organization_kind
from kg.model import Assertion
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["adopted_in_lists"]

USER_ROW = Rule("USER_ROW")
"""A row of the table 应用单位; 主要应用单位：某医院、某医院."""
USER_FIELD = Rule("USER_FIELD")
"""应用单位：某医院, and what was used there below; 主要应用单位: 1.某医院（2019年起，320例）."""

_SAYS_MORE = re.compile(r"应用|使用|推广|部署|安装|装机|用户|引进|采用|开展|合作|落户|进驻|入驻|装备|配备|配发|进入|覆盖")
_OF_USERS = re.compile(
    r"(?:应用|使用|推广|采用|装机|引进)(?:单位|医院|机构|用户)(?:名称|情况|名单|一览表?|目录)*(?:[及和与、](?:推广|应用|使用)*(?:情况|效果|评价))?(?:如下)?\s*[：:】]?\s*\Z"
)
"""The words of the section's label that speak of users alone."""
_SINCE = re.compile(r"[（(][^（）()]{0,4}(?:19|20)\d\d[^（）()]*[)）]")
"""Since when a house is a user: 甲医院（2016年起）."""
_COUNTED = re.compile(r"(?:^|(?<=[；;、，,。]))\s*(?:[①-⑳]|[（(]\d{1,2}[)）])")
"""The numbers of a list on one line: ①甲医院；②乙医院."""
_LABEL_REACH = 16
_LIST_GOES_ON = re.compile(r"[、，,；;]\s*$")
_ITEM = re.compile(
    r"\s*(?:[（(]?\d{1,2}[)）.．、]\s*|\d{1,2}\s+|[①-⑳]\s*|应用单位\d{0,2}[：:]\s*)?(?P<name>[^\s（(：:，,；;。、\d]{4,40})(?=[\s（(：:，,；;。]|\d|$)"
)
_GOES_ON = re.compile(r"\s*(?:[（(：:，,；;。]|(?:19|20)\d\d|\d+[例台套]|$)")


def adopted_in_lists(case: Case, nlp: Language) -> Iterator[Assertion]:
    """ADOPTED_BY of the rows of a table of users, and of a section that lists organisations and says nothing else."""
    for record in case.form.of("adoption"):
        for name in organizations_in(case.form.text(record.fields["user"])):
            words = case.at(case.form.page.span(*record.extent), USER_ROW)
            target = case.organization(name)
            if target is not None and organization_kind(name) in USERS:
                yield words.fact(case.achievement, "ADOPTED_BY", target)
                yield from used_in_row(case, record, target, nlp)
    for value in case.form.values("uptake"):
        view = case.form.view(value)
        labelled = _OF_USERS.search(case.form.page.text[: value[0][0]][-_LABEL_REACH:]) is not None
        if labelled and len(lines := lines_of(case.form, value)) > 1 and not _LIST_GOES_ON.search(lines[0].text):
            view = next((one for one in (view, lines[0]) if organizations_in(_SINCE.sub("", one.text))), view)
        names = () if _SAYS_MORE.search(view.text) else organizations_in(_COUNTED.sub("", _SINCE.sub("", view.text)))
        if len(names) > 1 and all(organization_kind(name) in USERS for name in names):
            for name in names:
                if (target := case.organization(name)) is not None:
                    yield case.at(view.span(0, len(view.text)), USER_ROW).fact(case.achievement, "ADOPTED_BY", target)
        elif labelled:
            yield from _in_items(case, value)


def _in_items(case: Case, value: Value) -> Iterator[Assertion]:
    """The houses that the items, or the lines, of a list of users open with; none where the first opens with none."""
    parts = [part for _, part in item_views(case.form, value)] or lines_of(case.form, value)
    for part in parts:
        opens = _ITEM.match(part.text)
        name = heal_name(opens["name"]) if opens else ""
        if opens is None or organization_kind(name) not in USERS or not _GOES_ON.match(part.text, opens.end()):
            return
        target = case.organization(name)
        if target is not None:
            span = part.span(opens.start("name"), _last(part))
            yield case.at(span, USER_FIELD).fact(case.achievement, "ADOPTED_BY", target)


def _last(part: View) -> int:
    return len(part.text.rstrip())
