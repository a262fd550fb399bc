"""Bodies that prose calls by the end of their names (第一医院, 市肿瘤医院): whose they are by the document, or nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.layout import heal
from ingest.lexicon import PLACES
from ingest.names import organizations
from ingest.offices import in_place, place_of
from kg.model import Alias, Assertion, Attribute, Document, EntityRef, Fact
from kg.resolve.institutions import is_nobodys_own
from kg.text import HAN, fold

__all__ = ["REASON", "is_bare_school", "owned"]

REASON = "a bare kind, ordinal or field that many bodies go by; the document does not say whose it is"

_PROSE = "prose"
_ORDINAL = "一二三四五六七八九十"
_HOSPITAL = re.compile(
    rf"(?P<home>[^省市区县]*?(?:医院|保健院|[{_ORDINAL}]院))(?P<rest>(?:[^院]{{1,10}}(?:科|中心|室|部|病区))?)"
)
_POINTS = re.compile("[我本该此贵]")
_LEVELLED = re.compile(
    rf"(?P<level>[省市])(?![级属内外直立])(?:[{HAN}]{{1,12}}(?:医院|保健院)|妇保院|妇幼院|职防院|防治院|政协|科协|侨联|文联|妇联|[{HAN}]{{1,12}}(?:学会|协会|中心|学院|研究院|研究所|大学))[{HAN}]*"
)
"""市肿瘤医院, 省医学会影像分会: whose place is left out."""
_FIELD = (
    r"生物|医学|基础|临床|公共|卫生|护理|药|生命|科学|影像|口腔|信息|工程|技术|计算机|自动化|电子|光电|光学|机械|材料|物理|化学|化工|数学|数理"
    r"|人工|智能|软件|管理|经济|心理|仪器|精密|控制|检验|康复|环境|能源|航空|航天|核|网络|安全|大数据|数据|制造|动力|交叉|未来|健康|医疗|学科|与|和|及"
)
_SCHOOL = re.compile(
    rf"(?:{_FIELD})+学院|(?:{_FIELD}){{2,}}学?(?:学部|研究院|研究所)|(?:医学部|研究生院)[{HAN}]{{2,8}}[处部办]"
)
"""生物医学工程学院, 人工智能研究院: a field, which each university has a school or an institute of."""
_BRANCH = re.compile(rf"[{HAN}]{{2,12}}(?:分会|学组|专委会|专业委员会)")
_CAMPUS = re.compile(rf"[{HAN}]{{1,4}}(?<![医总])院区")
"""东院区: what several hospitals call a part of theirs."""
_PLAIN = re.compile(
    rf"(?:[{HAN}]{{2,4}}[省市])?(?:国家|全国|省部共建|教育部)?(?:级)?重点实验室(?:学术委员会)?|基金会(?:[{HAN}]{{2,10}}委员会)?|医学部|监理组"
    rf"|[{HAN}]{{2,4}}[省市](?:临床医学|工程技术?|技术创新)(?:研究)?中心"
)
"""国家重点实验室, 基金会, 松江省重点实验室: a sort, which says neither what it is for nor whose it is."""
_SOCIETY = re.compile("学会|协会|研究会|联合会|促进会|基金会|联盟")
_ATTACHED = re.compile("(?:附属|直属)")
_UNIVERSITY = re.compile(r".{2,}(?:大学|医学院)")
_BARE_ORDINAL = re.compile(rf"(?P<n>[{_ORDINAL}]+)(?=(?:人民)?医院)")
_SHORT = re.compile(
    rf"(?P<level>[省市县区])(?P<n>[{_ORDINAL}]+)(?:人民)?(?:医院|院)(?P<rest>[{HAN}]{{1,10}}(?:科|中心|室|部|病区))?"
)
"""市三院, 市一医院: what a town's 第三人民医院 is called at home."""
_TWICE = 2


def owned(assertions: Iterable[Assertion], document: Document) -> Iterator[tuple[Assertion, bool]]:
    """The assertions, hospitals by their full names where the document has the one that is meant; False for those to drop.

    Of prose alone: in a form or a table the place of a name tells whose it is.
    """
    stated = list(assertions)
    names = {end.name for one in stated for end in _ends(one) if end.label == "Organization"}
    names |= {end.context for one in stated for end in _ends(one) if end.label == "Person" and end.context}
    owners = {name for name in names if _is_part(name)}
    names |= set(_named_in(document)) | {document.publisher} - {""} if owners else set()
    bare = {name: _meant(name, names, document) for name in owners}
    for one in stated:
        if not bare or one.evidence.ingester != _PROSE:
            yield one, True
        elif any(end.label == "Organization" and bare.get(end.name, end.name) == "" for end in _ends(one)):
            yield one, False
        else:
            yield _named(one, bare), True


def is_bare_school(name: str) -> bool:
    """Whether a name is that of a field which each university has a school of (物理学院, 生物医学工程学院)."""
    return _SCHOOL.fullmatch(name) is not None


def _named_in(document: Document) -> Iterator[str]:
    """The organisations that the text names, whatever it says of them."""
    for passage in document.passages:
        words = heal(document.text, passage.span).text
        yield from (words[found.start : found.end] for found in organizations(words))


def _ends(one: Assertion) -> tuple[EntityRef, ...]:
    match one:
        case Fact(subject=subject, object=target):
            return subject, target
        case Attribute(subject=subject):
            return (subject,)
        case Alias(of=of):
            return (of,)


def _is_part(name: str) -> bool:
    """Whether a name is the end of many a body's name."""
    return (
        _is_bare(name)
        or bool(_LEVELLED.fullmatch(name) or _SHORT.fullmatch(name) or _SCHOOL.fullmatch(name) or _CAMPUS.fullmatch(name))
        or bool(_PLAIN.fullmatch(name))
        or _is_branch(name)
    )


def _is_branch(name: str) -> bool:
    return bool(_BRANCH.fullmatch(name)) and not _SOCIETY.search(name) and not name.startswith(tuple(PLACES))


def _is_bare(name: str) -> bool:
    found = _HOSPITAL.fullmatch(name)
    return found is not None and not _POINTS.match(name) and is_nobodys_own(fold(found["home"]))


def _meant(name: str, names: Iterable[str], document: Document) -> str:
    """The full name of what is called by a part of it; the name itself where the document has no more; "" for nobody's."""
    if _is_bare(name):
        return _full_name(name, names, document)
    fulls = {full for full in names if full.endswith(name) and full != name and not _is_part(full)}
    longest = max(fulls, key=len, default="")
    if fulls and all(longest.endswith(full) for full in fulls):
        return longest
    if (short := _SHORT.fullmatch(name)) is not None and (whole := _in_full(short, names)):
        return whole
    if (level := _LEVELLED.fullmatch(name)) is not None:
        return _of_place(name, level["level"], names, document) or name
    schools = _universities(names, document) if _SCHOOL.fullmatch(name) else set()
    if len(schools) == 1:
        return schools.pop() + name
    institute = name.endswith(("研究院", "研究所", "学部"))
    return (
        ""
        if fulls or _CAMPUS.fullmatch(name) or _PLAIN.fullmatch(name) or (_SCHOOL.fullmatch(name) and not institute)
        else name
    )


def _in_full(short: re.Match[str], names: Iterable[str]) -> str:
    """The one hospital of a town that 市三院 means; "" where the document names none or several."""
    ending = re.compile(rf".+{short['level']}第{short['n']}(?:人民)?医院")
    told = {home for one in names if ending.fullmatch(home := _home(one))}
    return told.pop() + (short["rest"] or "") if len(told) == 1 else ""


def _of_place(name: str, level: str, names: Iterable[str], document: Document) -> str:
    """The body by the one place of its level that others of the document bear in front, else that which the page speaks for."""
    bearing = {found.group() for one in names if (found := re.match(rf"(?!{level})[{HAN}]{{2,4}}?{level}(?![级属])", one))}
    return bearing.pop() + name[1:] if len(bearing) == 1 else in_place(name, place_of(document)) if not bearing else ""


def _full_name(name: str, names: Iterable[str], document: Document) -> str:
    """The one hospital of the document that ends so, or that its one university has; empty where there is none."""
    found = _HOSPITAL.fullmatch(name)
    home, rest = (found["home"], found["rest"]) if found else (name, "")
    endings = {home, _BARE_ORDINAL.sub(r"第\g<n>", home) if _BARE_ORDINAL.match(home) else home}
    fulls = {_home(full) for full in names}
    meant = {full for full in fulls for ending in endings if _ends_in(full, ending)}
    if not meant and _ATTACHED.match(home):
        meant = {f"{owner}{home}" for owner in _universities(names, document)}
    return meant.pop() + rest if len(meant) == 1 else ""


def _home(name: str) -> str:
    found = re.fullmatch(r"(?P<home>.+?(?:医院|保健院))(?:[^院]{1,10}(?:科|中心|室|部|病区))?", name)
    return found["home"] if found else name


def _ends_in(full: str, ending: str) -> bool:
    front = full.removesuffix(ending)
    return front not in (full, "") and front[-1] not in f"{_ORDINAL}0123456789第" and not _is_bare(full)


def _universities(names: Iterable[str], document: Document) -> set[str]:
    """The universities that the document is about: its title has them, or it names them again and again."""
    known = {name for name in names if _UNIVERSITY.fullmatch(name)}
    wholes = {name for name in known if not any(other != name and name.startswith(other) for other in known)}
    return wholes if all(name in document.title or document.text.count(name) >= _TWICE for name in wholes) else set()


def _named(one: Assertion, bare: dict[str, str]) -> Assertion:
    match one:
        case Fact(subject=subject, object=target):
            ends = _ref(subject, bare), _ref(target, bare)
            return one if ends == (subject, target) else replace(one, subject=ends[0], object=ends[1])
        case Attribute(subject=subject):
            return replace(one, subject=_ref(subject, bare))
        case Alias(of=of):
            return replace(one, of=_ref(of, bare))


def _ref(ref: EntityRef, bare: dict[str, str]) -> EntityRef:
    if ref.label == "Organization" and bare.get(ref.name):
        return replace(ref, name=bare[ref.name])
    if ref.label == "Person" and ref.context in bare:
        return replace(ref, context=bare[ref.context])
    return ref
