"""Whose officers a list or table gives that names no body itself: the one of whose election the page tells."""

from __future__ import annotations

import re

from ingest.lexicon import organization_kind
from ingest.names import organizations
from kg.model import Document, EntityRef
from kg.text import HAN, heal_name

__all__ = ["elected_body", "elected_term"]

_ELECTS = re.compile(
    r"换届|改选|选举|推选|增选|第?[一二三四五六七八九十\d]+届(?:常务)?(?:委员会|理事会)|(?:委员会|分会|专委会|学组|理事会)(?:正式|宣告)?成立"
    r"|(?:委员会|理事会|领导班子)(?:成员|人员|委员|组成)*名单"
)
_NOT_THIS = re.compile("候选人|提名名单|征集|推荐人选|青年委员会|青委会|女性?医师委员会")
_TERM = re.compile(rf"(?:第?[一二三四五六七八九十\d]+|首)届(?:常务)?(?:委员会|理事会)(?![{HAN}]{{0,2}}(?:学组|分会))")
_TERM_TOLD = re.compile("(第?[一二三四五六七八九十\\d]+届)(?:常务)?(?:委员会|理事会)")
_REACH = 800
"""How far above a list the election may be told."""
_OF_SOCIETY = re.compile("理事会|会长|理事长|会员(?:代表)?大会")
"""What a society has, and a branch's committee mostly has not."""


def elected_body(document: Document, at: int) -> EntityRef | None:
    """The one branch, else the one society, that the title or else the text above a place names, where an election is told.

    None where another list is told of (候选人, 青年委员会), and where several are named.
    """
    above = document.text[max(0, at - _REACH) : at]
    if not any(map(_ELECTS.search, (document.title, above))) or _NOT_THIS.search(document.title + above):
        return None
    for kind in ("society_branch", "society") if _OF_SOCIETY.search(document.title + above) else ("society_branch",):
        for words in (document.title, above):
            told = _named(words, kind)
            if told:
                return EntityRef(label="Organization", name=told.pop()) if len(told) == 1 else None
    return None


def elected_term(document: Document, at: int) -> str:
    """The term of the committee of whose election the text above a place, else the title, tells last; "" for none."""
    for words in (document.text[max(0, at - _REACH) : at], document.title):
        told = _TERM_TOLD.findall(words)
        if told:
            return str(told[-1])
    return ""


def _named(words: str, kind: str) -> set[str]:
    """The bodies of a kind that words name, each by its longest name."""
    plain = _TERM.sub("，", words)
    named = {heal_name(plain[one.start : one.end]) for one in organizations(plain)}
    told = {name for name in named if organization_kind(name) == kind}
    return {name for name in told if not any(name != other and name in other for other in told)}
