"""A paper that an item tells part by part between commas, labelled or not: 《题目》，期刊，2020，第一作者：甲."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.award.forms.align import could_be_named
from ingest.award.papers import Author, Paper, attributes_of, bare_name, is_journal, journal_apart, names_in, year_of
from ingest.layout import View
from kg.text import heal_name

__all__ = ["authors_of", "told"]

_KIND = re.compile(r"\s*(?:代表性|代表|学术|期刊|研究|SCI|核心)*(?:论文|文章)\d{0,2}(?:[：:]\s*|\s*(?=[《“\"]))")
_NO_PAPER = re.compile(
    r"\s*(?:中国|国家|实用|国际|团体|行业|地方|企业|美国|国内|授权)*"
    r"(?:发明|新型|外观|专利|软件著作|软著|标准|著作权|计算机|教材|指南|专家共识|专著)"
)
_TITLED = re.compile(r"\s*[《“\"](?P<title>[^《》“”\"]{6,300})[》”\"]\s*[，,.。；;]?\s*")
_STOPPED = re.compile(
    r"\s*(?P<title>[^.．。；;\n]{8,300}?)\s*(?:\[[A-Z/]{1,4}\])?[.．。]\s*(?P<journal>[^,，.．。；;\d]{2,60}?)[,，.．]?\s*"
    r"(?P<issue>(?:19|20)\d\d[^。；]*?)\s*[.．。；;，,]\s*(?=(?:(?:共同|并列)?第一|通[讯信]|全部|所有)?作者\s*[：:])"
)
"""Title and journal parted by stops, the authors labelled behind: 题目. 期刊, 2020年5卷. 通讯作者：甲."""
_NOTED = re.compile(
    r"\s*(?P<title>[^（）()《》]{8,200})[（(](?P<rest>[^（）()《》][^《》]*(?:19|20)\d\d[^《》]*)[)）][。；;]?\s*$"
)
"""题目（甲、乙，期刊，2020，5（2）：11）."""
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d\s*年?(?:\d{1,2}月)?")
_WIDE_CUT = re.compile(r"[，；。]\s*")
_ANY_CUT = re.compile(r"[，；。,;]\s*")
_LABEL = re.compile(
    r"(?:(?P<title>(?:论文)?(?:题目|题名|标题|名称))|(?P<journal>(?:发表)?(?:期刊|刊物|杂志)(?:名称)?|刊名)"
    r"|(?P<issue>(?:发表)?(?:时间|年份|日期)|年卷期(?:页码)?|卷期(?:页码?)?|页码?)"
    r"|(?P<authors>(?:全部|全体|所有|完整|论文)?作者)|(?P<first>(?:共同|并列)?第一作者)|(?P<corresponding>(?:共同)?通[讯信]作者)"
    r"|(?P<other>影响因子|IF|他引次数|收录(?:情况)?))\s*[：:]\s*"
)
_AUTHORS_LABELLED = re.compile(r"(?:第一|全部|全体|所有|完整|论文)?作者\s*[：:]")
_SLASH = re.compile(r"\s*[/／]\s*")
_NAMES_CUT = re.compile(r"[、,，]|\s{2,}")
_DATED = re.compile(r"\s*(?:19|20)\d\d(?!\d)")
_LEAST_TITLE = 8


@dataclass(slots=True)
class _Telling:
    """What the parts of an item have told so far."""

    title: str = ""
    labelled: bool = False
    """Whether labels name the authors: then no other part does."""
    journal: str = ""
    issue: list[str] = field(default_factory=list)
    ahead: str = ""
    """A year that stands before the title."""
    names: dict[str, list[str]] = field(default_factory=lambda: {"authors": [], "first": [], "corresponding": []})

    def take(self, label: str, words: str, *, dated: bool = False) -> None:
        """A part with its label, or none: names, the title, then the journal, then the issue.

        ``dated`` says that a year stands behind the part, as behind a journal whose name looks like a person's.
        """
        journal = dated and not label and self.title and not self.journal and is_journal(words)
        named = _names(words) if (label or not self.labelled) and not journal else []
        if not label and not self.title and _YEAR_ALONE.fullmatch(words):
            self.ahead = words
            return
        if label in ("", "authors"):
            self.names["corresponding"] += [name for _, name, star in names_in(words) if star and name in named]
        if label in self.names or (not label and named and (self.title or len(named) > 1 or could_be_named(words))):
            self.names[label or "authors"] += named
        elif label == "title" or (not label and not self.title):
            self.title = words.strip('《》“”" .')
        elif label == "journal" or (not label and not self.journal and not self.issue and is_journal(words)):
            self.journal, behind = journal_apart(words)
            self.issue.append(behind)
        elif label in ("", "issue"):
            self.issue.append(words)


def told(view: View, number: int | None) -> Paper | None:
    """The paper of an item; None where it tells no title, journal and year, or is something else (专利, 标准)."""
    if _NO_PAPER.match(view.text):
        return None
    kind = _KIND.match(view.text)
    titled = _TITLED.match(view.text, kind.end() if kind else 0)
    labelled = _AUTHORS_LABELLED.search(view.text) is not None
    stopped = None if titled else _STOPPED.match(view.text, kind.end() if kind else 0)
    telling = _Telling(title=titled["title"] if titled else "", labelled=labelled)
    if stopped is not None and is_journal(stopped["journal"]):
        telling = _Telling(stopped["title"], labelled=True, journal=stopped["journal"].strip("《》 "), issue=[stopped["issue"]])
        titled = stopped
    elif titled is None and (slashed := _slashed(view.text[kind.end() if kind else 0 :])) is not None:
        return _paper(slashed, view, number)
    start = titled.end() if titled else kind.end() if kind else 0
    noted = None if titled else _NOTED.match(view.text, start)
    if noted is not None and any(is_journal(part.strip()) for part in _ANY_CUT.split(noted["rest"])):
        telling.title = noted["title"].strip()
    else:
        noted = None
    rest = noted["rest"] if noted else view.text[start:]
    last = ""
    parts = (_WIDE_CUT if _WIDE_CUT.search(rest) else _ANY_CUT).split(rest)
    journals = [place for place, part in enumerate(parts) if is_journal(part.strip()) and not _names(part)]
    for place, part in enumerate(parts):
        label = _LABEL.match(part.strip())
        words = part.strip()[label.end() if label else 0 :].strip()
        goes_on = label is None and last in telling.names and bool(_names(words))
        last = last if goes_on else (label.lastgroup or "") if label else ""
        if words:
            dated = max(journals, default=-1) < place < len(parts) - 1 and _DATED.match(parts[place + 1]) is not None
            telling.take(last, words, dated=dated)
    return _paper(telling, view, number)


def _slashed(words: str) -> _Telling | None:
    """What an item tells with slashes between: 题目/期刊/2020年5卷/甲、乙; the title may hold some of its own (PET/CT)."""
    parts = [part.strip(" .。") for part in _SLASH.split(words)]
    for place in range(1, len(parts) - 1):
        if is_journal(parts[place]) and year_of(parts[place + 1]) is not None:
            telling = _Telling(title="/".join(parts[:place]).strip("《》"))
            for part in parts[place:]:
                label = _LABEL.match(part)
                telling.take(label.lastgroup or "" if label else "", part[label.end() if label else 0 :])
            return telling
    return None


def _paper(telling: _Telling, view: View, number: int | None) -> Paper | None:
    issue = ", ".join(filter(None, [telling.ahead, *telling.issue]))
    year = year_of(issue)
    if len(telling.title) < _LEAST_TITLE or not telling.journal or year is None or not any(telling.names.values()):
        return None
    return Paper(
        title=heal_name(telling.title),
        span=view.span(0, len(view.text)),
        number=number,
        journal=heal_name(telling.journal),
        year=year,
        authors=tuple(authors_of(telling.names)),
        attributes=attributes_of(issue, ""),
    )


def authors_of(names: dict[str, list[str]]) -> list[Author]:
    """All authors in order; of first and corresponding ones alone, the first of the first has the order 1."""
    corresponding = set(names["corresponding"])
    order = {name: place for place, name in enumerate(names["authors"], 1)} or dict.fromkeys(names["first"][:1], 1)
    everyone = dict.fromkeys([*names["authors"], *names["first"], *names["corresponding"]])
    return [
        Author(name=name, order=order.get(name), corresponding=name in corresponding if corresponding else None)
        for name in everyone
    ]


def _names(words: str) -> list[str]:
    """The names of a part that holds nothing else."""
    parts = [part for part in _NAMES_CUT.split(re.sub(r"等$", "", words)) if part.strip()]
    found = [name for _, name, _ in names_in(words)]
    return found if len(found) == len(parts) and all(bare_name(part) in found for part in parts) else []
