"""Lists of designated bodies that stand below a line that names the designation, a body a line: 首批…示范基地名单."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import is_place, organization_kind
from ingest.prose.houses.designated import DESIGNATED, NAMED, NOT_YET, ROUND, of_designation
from ingest.prose.reading import Reading
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["read"]

_HEADING = re.compile(
    rf"\s*(?:附件?\s*\d*\s*[:：.、]?|[一二三四五六七八九十]+、)?\s*(?:现将|公布|入选|获批)?{ROUND}[“]?{ROUND}{NAMED}[”]?"
    r"(?:建设|入选|获批|授牌)?(?:单位|企业|机构)?的?(?:名单|一览表?|目录)(?:公布|通报)?(?:如下|为|是)?\s*(?:[（(][^（）()]{1,20}[)）])?\s*[:：]?\s*"
)
_OPENS = re.compile(
    rf".*?(?:认定|命名|确定|遴选|评选|确认)(?:了|以下|下列|如下|首批)*[^，。；：:“”]{{0,14}}(?:为|成为){ROUND}[“]?{NAMED}”?\s*(?:[（(][^（）()]{{1,20}}[)）])?\s*[:：]\s*"
)
"""确定以下12家医院为某某试点医院（排名不分先后）：, with the bodies in the lines below."""
_NUMBER = re.compile(
    r"\s*(?:[（(]?\d{1,3}[)）.、．:：]?|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|[●•·■◆▲★※-])\s*"
)
_CELLS = re.compile(r"\t|[|｜]|\s{2,}|\s(?=\S+$)")
_HEADER = re.compile(
    rf"序号|编号|(?:[{HAN}]{{0,6}}?(?:单位|医院|机构|企业|科室|基地)(?:名称)?)|名称|省份|地区|城市|所在地|备注"
)
_TOWN = re.compile(rf"[{HAN}]{{2,6}}(?:省|市|自治区|区|县)")
_WHERE = re.compile(rf"\s*(?:{_TOWN.pattern}|[{HAN}]{{1,4}}(?:直|属)[{HAN}]{{0,4}})\s*[:：]\s*")
_SIGNS = frozenset({"government", "society", "society_branch", "funder"})
"""Who signs below a list of hospitals, firms and laboratories."""
_ENDS = "；;。，,、"
_FEWEST, _OWN_NAME = 2, 3


def read(reading: Reading) -> Iterator[Assertion]:
    """RECEIVED of each body of such a list of two or more, unless candidates are listed."""
    text = reading.document.text
    if not any(word in text for word in ("名单", "一览", "以下", "下列", "如下")):
        return
    lines = [(match.start(), match.group()) for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    for place, (_, line) in enumerate(lines):
        told = any(word in line for word in ("基地", "单位", "示范", "试点"))
        heading = _HEADING.fullmatch(line) or _OPENS.fullmatch(line) if told else None
        award = of_designation(heading["name"], reading) if heading is not None else None
        if award is None or NOT_YET.search(line) or NOT_YET.search(reading.document.title):
            continue
        bodies = _without_signer(list(_below(lines[place + 1 :])))
        for name, span in bodies if len(bodies) >= _FEWEST else ():
            yield reading.fact(DESIGNATED, EntityRef(label="Organization", name=name), "RECEIVED", award, span)


def _below(lines: list[tuple[int, str]]) -> Iterator[tuple[str, Span]]:
    """The bodies of the lines up to the first that holds none; heads of columns and lines of places stand between."""
    for start, line in lines:
        number = _NUMBER.match(line)
        row = _of_town(line[number.end() if number else 0 :])
        if row:
            yield from ((name, Span(start=start, end=start + len(line.rstrip()))) for name in row)
            continue
        cells = [cell.strip(f" \u3000{_ENDS}") for cell in _CELLS.split(line[number.end() if number else 0 :].strip())]
        names = [heal_name(cell) for cell in cells if cell]
        bodies = [name for name in names if len(name) > _OWN_NAME and organization_kind(name) is not None]
        if len(bodies) == 1 and all(name in bodies or _NUMBER.fullmatch(name) or _is_town(name) for name in names):
            blank = len(line) - len(line.lstrip())
            yield bodies[0], Span(start=start + blank, end=start + len(line.rstrip()))
        elif not all(_HEADER.fullmatch(name) or _is_town(name) for name in names):
            return


def _of_town(words: str) -> list[str]:
    """The bodies of a line that is a row of them, with or without where they are before it: 某市：甲医院、乙医院."""
    where = _WHERE.match(words)
    names = [heal_name(one) for one in re.split("[、，,]", words[where.end() if where else 0 :].strip(f" \u3000{_ENDS}"))]
    whole = all(len(name) > _OWN_NAME and organization_kind(name) is not None and ":" not in name for name in names)
    return names if whole and (where is not None or len(names) > 1) else []


def _is_town(name: str) -> bool:
    return is_place(name) or _TOWN.fullmatch(name) is not None


def _without_signer(bodies: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """The bodies without an authority or a society that closes a list of others."""
    kinds = [organization_kind(name) in _SIGNS for name, _ in bodies]
    return bodies[:-1] if kinds and kinds[-1] and not any(kinds[:-1]) else bodies
