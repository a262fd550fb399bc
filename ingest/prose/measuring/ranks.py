"""Rankings: who stands first, second and so on, with the figure that each is told to have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.figures import Figure
from ingest.numerals import number
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.measuring.subjects import CHINA, opening
from ingest.prose.phrases import listed
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import EntityRef, Fact
from kg.text import HAN, heal_name

__all__ = ["Ranked", "read"]

RANKED = Rule("ranked")
"""甲(14万篇)排名第二, 乙以2万篇位列第七, 丙、丁(…)分列第三、四位; 在某领域的申请量排名第一."""

_N = r"[一二三四五六七八九十]{1,3}|\d{1,3}"
_RANK = re.compile(
    rf"(?:(?P<each>分列|分居|分别(?:位列|位居|排名|列|居)?)|(?:排名|排在?|位列|位居|名列|居|列|位于|高居|稳居|雄踞))(?:\s|了|在|到)*(?P<scope>全国|全球|欧洲|北美|亚太|华东|华南|华北|华中|西南|西北|东北|全市|省内|世界|国内|国际|亚洲|全省|同行业|行业)?(?:各国|各省|医院)?(?:的)?"
    rf"(?P<place>第\s*(?:{_N})(?:位|名)?(?:\s*[、~～\-–—至到和]\s*第?\s*(?:{_N})(?:位|名)?)*(?:位|名)?|(?<=分列)(?:{_N})(?:[、~～至和](?:{_N}))+位|(?<=分居)(?:{_N})(?:[、~～至和](?:{_N}))+位|首位|榜首|之首)"
    r"(?P<of>的)?(?!作者|完成|届|批|期|轮|次|代|类|方阵|梯队|单位|章|条|款|例|台|个|所|家|部|发明|责任)"
)
_RANGE = re.compile("[~～\\-–—至到]")
_NOUN = re.compile(
    r"发文量|论文总?[数量]|发表量|(?:专利|论文)?(?:申请|授权)总?量|专利[数量]|产量|销量|装机量|保有量|市场份额|市场规模|产值|检查量|手术量|服务量|总量|总数|数量|规模|经费|引用量|被引频次"
)
_BY_UNIT = {"篇": "论文数", "件": "专利数"}
_BETWEEN = re.compile(rf"\s*(?:的?(?P<noun>[{HAN}A-Za-z]{{2,14}}?))?\s*[（(]\s*(?:约|近|超过?|达)?\s*$")
_DOMAINS = re.compile(
    rf"(?:在)?(?P<list>[{HAN}A-Za-z0-9/、和与及\-]{{2,60}}?)(?:等)?(?:\d*个?)?(?:领域|方面|方向)的?(?P<noun>[{HAN}]{{2,12}}?)?(?:均|都|也|已|仍|连续[^，]{{1,4}}年|长期)?$"
)
_AMONG = re.compile("全球|全国|世界|国内|国际|亚洲|全省|全市")
"""Where those are that somebody is ranked among, at the start of a clause that says no more of whom."""
_PLAIN_NOUN = re.compile(
    rf"的?(?P<noun>[{HAN}A-Za-z]{{0,10}}(?:量|数|额|率|规模|份额|产值|能力|水平|经费|影响力|实力|综合得分|声誉))(?:均|都|也|已|仍|连续[^，]{{1,4}}年|长期)?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Somebody's rank, with the figure that goes with it; ``start`` and ``end`` are in the sentence."""

    ref: EntityRef
    name: str
    rank: int
    figure: Figure | None
    start: int
    end: int
    scope: str = ""

    @property
    def figures(self) -> tuple[int, ...]:
        """Where the figure starts that is spoken for, if there is one."""
        return (self.figure.start,) if self.figure is not None else ()

    def fact(self, scene: Scene, reading: Reading) -> Fact:
        """HAS_METRIC: the figure with its rank, or the rank itself in 位."""
        one = self.figure
        return reading.fact(
            RANKED,
            self.ref,
            "HAS_METRIC",
            EntityRef(label="Metric", name=self.name),
            scene.sentence.view.span(self.start, self.end),
            value=one.value if one is not None else float(self.rank),
            unit=one.unit if one is not None else "位",
            bound=one.bound if one is not None else "",
            rank=self.rank,
            scope=self.scope,
            value_text=one.value_text if one is not None else "",
        )


@dataclass(frozen=True, slots=True)
class _Item:
    """A name with the figure that stands behind it in parentheses."""

    ref: EntityRef
    noun: str
    figure: Figure
    start: int
    end: int


def read(scene: Scene, reading: Reading, found: list[Figure]) -> Iterator[Ranked]:
    """The ranks that a sentence tells."""
    matches = list(_RANK.finditer(scene.text)) if "第" in scene.text or "首" in scene.text else []
    items = list(_items(scene, reading, found)) if matches else []
    noun = ""
    for match in matches:
        told = list(_told(scene, reading, match, items, found, noun))
        noun = _noun(told[-1].name) if told else noun
        yield from told


def _noun(name: str) -> str:
    found = _NOUN.search(name)
    return found.group() if found else ""


def _told(
    scene: Scene, reading: Reading, match: re.Match[str], items: list[_Item], found: list[Figure], noun: str
) -> Iterator[Ranked]:
    places = _places(match["place"])
    start = _clause(scene.text, match.start())
    if match["of"]:
        chosen = _following(scene.text, match.end(), items)
    else:
        chosen = [item for item in items if start <= item.start and item.end <= match.start()]
    if chosen and (match["of"] or match["each"] or len(chosen) == 1):
        numbers = places if len(places) == len(chosen) else [places[0]] if len(chosen) == 1 else []
        for item, rank in zip(chosen, numbers, strict=False):
            name = item.noun or _measure(scene.text, match.start(), item.figure.unit) or noun
            if name:
                yield Ranked(ref=item.ref, name=name, rank=rank, figure=item.figure, start=item.start, end=item.end)
    elif not chosen and not match["of"] and not match["each"] and len(places) == 1:
        yield from _single(scene, reading, match, found, start, places[0], noun)


def _single(
    scene: Scene, reading: Reading, match: re.Match[str], found: list[Figure], start: int, rank: int, noun: str
) -> Iterator[Ranked]:
    """One that is ranked: with a figure of its own clause (以2万篇位列第七, 居第一(42万篇)), or with none."""
    ref, begin, end, scope = _subject(scene, reading, match.start())
    if ref is None:
        return
    own = next((one for one in found if end <= one.start and one.end <= match.start() and one.start >= start), None)
    behind = next((one for one in found if re.fullmatch(r"\s*[（(]\s*", scene.text[match.end() : one.start])), None)
    figure = own if own is not None and scene.text[: own.start].rstrip("约近超过").endswith("以") else behind
    words = scene.text[max(start, end) : match.start()]
    if figure is not None:
        name = _measure(scene.text, match.start(), figure.unit) or noun
        if name:
            last = max(figure.end, match.end())
            yield Ranked(ref=ref, name=name, rank=rank, figure=figure, start=begin, end=last)
        return
    if own is not None:
        return
    for name in _names(words, noun):
        yield Ranked(ref=ref, name=name, rank=rank, figure=None, start=begin, end=match.end(), scope=match["scope"] or scope)


def _names(words: str, noun: str) -> Iterator[str]:
    """在甲和乙领域的申请量: one name for each field; 综合影响力: that."""
    fields = _DOMAINS.fullmatch(words.strip())
    if fields is not None:
        what = fields["noun"] or noun
        yield from (f"{item}领域{what}排名" for item in listed(fields["list"].removeprefix("在")) if what)
        return
    plain = _PLAIN_NOUN.search(words)
    if plain is not None:
        yield heal_name(plain["noun"]) + "排名"


def _subject(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef | None, int, int, str]:
    """Who is ranked, and among whom: what the clause opens with, or an earlier one where this opens with nothing else.

    全球市场份额排名第五 ranks nobody but whom an earlier clause names: 全球 is where the others are.
    """
    scope = ""
    for start in clause_starts(scene.text, at):
        among = _AMONG.match(scene.text, subject_start(scene.text, start))
        if among is not None:
            scope = scope or among.group()
            continue
        found = opening(scene, reading, start)
        if found is not None and found.end <= at:
            ref = found.refs[0] if len(found.refs) == 1 else None
            return (ref if ref and ref.label in ("Place", "Organization") else None), start, found.end, scope
    return None, 0, 0, scope


def _clause(text: str, at: int) -> int:
    """Where the clause starts that a place stands in; a comma inside parentheses parts nothing."""
    depth = 0
    for index in range(at - 1, -1, -1):
        depth += (text[index] in "）)") - (text[index] in "（(")
        if depth <= 0 and text[index] in "，。；：,;:":
            return index + 1
    return 0


def _places(words: str) -> list[int]:
    """The ranks that 第二、三位, 第3~5 and 首位 mean."""
    if words.startswith(("首", "榜", "之")):
        return [1]
    said = [int(number(one) or 0) for one in re.findall(_N, words)]
    if len(said) == 2 and _RANGE.search(words):
        return list(range(said[0], said[1] + 1))
    return said


def _items(scene: Scene, reading: Reading, found: list[Figure]) -> Iterator[_Item]:
    """Every 名称(数值) of the sentence, with the noun that may stand between."""
    for figure in found:
        if scene.text[figure.end : figure.end + 1] not in ("）", ")"):
            continue
        named = [one for one in scene.of("Place", "Organization") if one.end <= figure.start]
        home = scene.text.rfind("我国", 0, figure.start)
        if named and named[-1].end > home:
            between = _BETWEEN.fullmatch(scene.text, named[-1].end, figure.start)
            ref = reading.organization(named[-1]) if named[-1].label == "Organization" else named[-1].ref
            start = named[-1].start
        elif home >= 0:
            between, ref, start = _BETWEEN.fullmatch(scene.text, home + 2, figure.start), CHINA, home
        else:
            continue
        if between is not None:
            yield _Item(ref, between["noun"] or "", figure, start, figure.end + 1)


def _following(text: str, at: int, items: list[_Item]) -> list[_Item]:
    """The items that follow each other from a place on."""
    chosen: list[_Item] = []
    for item in items:
        if item.start >= at and re.fullmatch(r"\s*[、,和与及]?\s*", text[chosen[-1].end if chosen else at : item.start]):
            chosen.append(item)
    return chosen


def _measure(text: str, at: int, unit: str) -> str:
    """What is ranked: the last noun of quantity before, else what the unit counts."""
    nouns = list(_NOUN.finditer(text, 0, at))
    return nouns[-1].group() if nouns else _BY_UNIT.get(unit.lstrip("万亿千百"), "")
