"""The year in which a project that running text quotes was granted: beside its programme, in its note, or of the list."""

from __future__ import annotations

import re

from ingest.dated import RELATIVE_YEAR, year_meant
from ingest.prose.funding.won_by_house import win_of
from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef
from kg.text import heal_name

__all__ = ["WON_HERE", "year_beside", "year_told"]

_YEAR_BEFORE = re.compile(
    r"((?:19|20)\d{2})\s*(?:年?度?|年(?:\d{1,2}月)?(?:成功|首次|再次|又|就)*(?:获批?得?|获准|主持|承担|申请到|申请|中标|得到)了?)\s*$"
)
"""2031年度|某基金, 曾于2031年获|某基金."""
_YEAR_BEHIND = re.compile(
    r"(?:项目|课题)?(?:[（(][^（）()]{2,40}[)）])?(?:已|也)?(?:于|在)?(?P<year>(?:19|20)\d{2})年?度?(?:\d{1,2}月)?(?:正式|成功)?(?:获批|立项|获得?|启动|获准|入选|批准)"
)
_YEAR_NOTED = re.compile(
    r"[（(，,、；;\s]((?:19|20)\d{2})(?:年度?(?:获批|立项|资助|批准)?|[./年]\d{1,2}月?)?"
    r"(?=\s*(?:[)），,、；;]|[—\-–~～至]+\s*(?:19|20)\d\d))"
)
"""“某研究”（2031年，52万元）, （2031—2034年）: the year in a project's brackets, of a term the first."""
_YEAR_WON = re.compile(
    r"(?:项目|课题)?[^，。；“”《》]{0,12}?(?:获批?得?|喜获|立项|入选|中标|列入|得到|受到?)(?:了|批准?)?((?:19|20)\d{2})年?度"
)
"""“某研究”喜获|2031年度某基金立项."""
_YEAR_OPENS = re.compile(r"(?:^|[，。；])((?:19|20)\d{2})\s*年[，,]?$")
_YEAR_OF_WHOSE = re.compile(
    r"(?:^|[，。；])\s*(?:于|在)?((?:19|20)\d{2})\s*年(?:\d{1,2}月)?[，,]?(?![^，。；]*(?:毕业|回国|加入|来到|成立|创办|起|以来))[^，。；]{0,40}的$"
)
"""2031年，张三主持的|某项目“某研究”获批."""
_SINCE_THEN = re.compile(
    rf"(?P<when>{RELATIVE_YEAR})(?:初|年?底|[上下]半年|\d{{1,2}}月(?:\d{{1,2}}日)?)?[，,]?[^，。；“”《》]{{0,24}}?"
    r"(?:获批?得?|获准|主持|承担|申请到|中标|拿到|得到|牵头)了?(?:一?[项个])?$"
)
_LATELY = re.compile(
    rf"(?:项目|课题)?(?:[（(][^（）()]{{2,40}}[)）])?(?:已|也)?(?:于|在)?(?P<when>{RELATIVE_YEAR})(?:初|年?底|[上下]半年|\d{{1,2}}月(?:\d{{1,2}}日)?)?"
    r"(?:正式|成功|刚刚?|顺利)*(?:获批|立项|获得?|启动|获准|入选|批准)"
)
"""某基金“某研究”|今年1月获批."""
WON_HERE = re.compile("获批|立项|入选|获得?资助|中标|榜上有名|喜获|拿下|获得?[^，。；“”《》]{2,30}?(?:资助|支持)")
"""某厅公布了某计划立项名单，我科三项课题获批: whose the titles that follow are."""
_RESULTS = re.compile(r"(?P<of>[^，。；\n]{0,30}(?:公布|发布|下达|揭晓)了?[^，。；\n]{4,70}?(?:结果|名单|清单))")
_YEAR_OF_LIST = re.compile(r"((?:19|20)\d{2})年")
_IN_SAME_YEAR = re.compile(r"(?:项目|课题)?(?:[（(][^（）()]{2,40}[)）])?(?:也|又|还|于)?(?:同年|当年)")
_TOLD_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_NEAR = 200
_BASE = re.compile(r".*?(?:基金(?!会)|计划|专项)")
"""The fund or plan that a programme's name opens with (某基金|面上项目)."""


def year_beside(text: str, start: int, behind: int, note: str, *, whose: bool, supported: int | None) -> int | None:
    """The year told beside a project: before its programme at ``start``, behind its title, or in its note.

    ``whose``: the sentence says that it was approved, so that a year before those whose it is may be its own;
    ``supported``: where the clause begins of a programme that takes it up.
    """
    year = _YEAR_BEFORE.search(text[:start])
    if year is None and supported is not None:
        year = _YEAR_OPENS.search(text[:supported])
    if year is None and whose:
        year = _YEAR_OF_WHOSE.search(text[:start])
    year = year or _YEAR_BEHIND.match(text, behind) or _YEAR_WON.match(text, behind) or _YEAR_NOTED.search(note)
    return int(year[1]) if year is not None else None


def year_told(scene: Scene, reading: Reading, payer: EntityRef, start: int, behind: int) -> int | None:
    """The year of the list that the text says was made known, or of 去年获批 in a text that is dated."""
    return _announced(scene, reading, payer) or _this_year(scene, reading, start, behind) or _same_year(scene, reading, behind)


def _same_year(scene: Scene, reading: Reading, behind: int) -> int | None:
    """The year of “某研究”同年列入|某计划: the one that the paragraph told last."""
    if not _IN_SAME_YEAR.match(scene.text, behind):
        return None
    before = reading.document.text[: scene.sentence.view.offsets[behind - 1]].rpartition("\n\n")[2][-_NEAR:]
    told = _TOLD_YEAR.findall(before)
    return int(told[-1]) if told else None


def _this_year(scene: Scene, reading: Reading, start: int, behind: int) -> int | None:
    """The year of 张三去年获批|某基金“某研究”, “某研究”今年1月获批, in a text that is dated."""
    said = _SINCE_THEN.search(scene.text[:start]) or _LATELY.match(scene.text, behind)
    return year_meant(reading.document, said["when"]) if said is not None else None


def _announced(scene: Scene, reading: Reading, payer: EntityRef) -> int | None:
    """The year of the results that the text says were made known, or a house won, where they are the payer's."""
    if not WON_HERE.search(scene.text):
        return None
    lists = [heal_name(one["of"]) for one in _RESULTS.finditer(reading.document.text)]
    win = win_of(reading.document, scene.sentence.view.offsets[0])
    base = _BASE.match(payer.name)
    named = (base.group() if base is not None else payer.name).removesuffix("重点专项")
    lists = lists or [words for words in ([win.words, reading.document.title] if win is not None else []) if named in words]
    years = {year for one in lists for year in _YEAR_OF_LIST.findall(one)}
    return int(years.pop()) if lists and all(named in one for one in lists) and len(years) == 1 else None
