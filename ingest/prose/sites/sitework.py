"""Things that are being built, by the names that news gives them: of which the next clauses tell site, sum and size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import PLACES
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.sites.facilities import about_facility, facility_of
from ingest.prose.sites.standing import SITE_HEAD
from ingest.prose.technology.naming import is_unbroken
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

BUILT_AT = Rule("built_at")
"""…光源在某园区建成."""

_HEAD = r"中心|基地|产业园|科技园|园区|光源|装置|设施|平台|研究院|实验室|示范区"
_NOTE = r"[（(](?!以下|简称|下称|又称)[^（）()]{2,20}[)）]"
_SHORT = r"[（(](?:以下|下)?简?称[^（）()]{2,16}[)）]"
_EVENT = r"封顶|开工|奠基|竣工|动工|破土|落成|建成|启用|投用|投入(?:使用|运行|运营)|取得施工许可|通过[^，。；]{0,8}验收"
_SAID = (
    r"[，,]?(?:总投资|总造价|总概算|固定资产投资|投资|占地|总占地|总建筑|建筑面积|总用地|规划用地|建设规模|位于|坐落|选址|落户|落地|地处)"
    rf"|(?:主体结构|主体工程|土建工程)?(?:正式|全面|顺利|实现|成功|今[日天]|日前|近日|已|[\d月日])*(?:{_EVENT})"
    rf"|(?:开工|奠基|揭牌|启动|封顶|竣工|落成|启用)(?:仪式|典礼)|(?:双双|同[日时期]|均|都)?在[^，。；]{{2,20}}?(?:正式|全面|顺利)?(?:{_EVENT})"
    r"|由[^，。；]{2,40}?(?:批准|批复|投资|承建|建设|立项)|也?是[^，。；]{2,40}?项目"
)
_AT = re.compile(
    rf"(?:(?:开工|奠基|揭牌|启动|封顶|竣工|落成|启用)(?:仪式|典礼))?(?:日前|近日|今[日天]|双双|同[日时期]|均|都)?在(?P<place>[^，。；在]{{2,20}}?)(?:正式|全面|顺利|隆重|举行|举办|同[日时期步]|双双|均|先后|分别|{_EVENT})"
)
_NAMED = re.compile(
    rf"(?P<name>(?:[{HAN}A-Za-z0-9+\-/·]|{_NOTE}){{4,44}}?(?:{_HEAD})(?:{_NOTE})?)"
    rf"(?:(?P<more>[及暨与][^，。；、的]{{2,12}}?)(?=项目|工程))?(?:[一二三首][期批])?(?P<project>(?:建设)?(?:项目|工程))?(?:[一二三首]期)?(?:{_SHORT})?(?={_SAID})"
)
_LEADS_TO = re.compile(
    r"^[^，。；]{0,40}?(?:(?:承建|建设|投资|打造|参建|设计|筹建|兴建)的|(?:位于|落地于?|坐落于?|落户于?|地处)[^，。；的]{2,24}的|——|—|:|：)"
)
_SITE = re.compile(r"[，。；\w\s]{0,40}?(?:位于|落地于?|坐落于?|落户于?|地处)(?P<place>[^，。；的]{2,24})的$")
_HEADS_ALONE = re.compile(
    rf"(?:国家|全国|全省|全市|该|本|这|其|新|大型|一流|高端|先进|综合|区域|重点|重大|国际|国内|首[个座]|科研|医疗|医学|医用|研究|研发|创新|服务|公共|治疗|诊疗|临床|产业|技术|示范|应用|科技|教学|培训|健康|生产|制造)*(?:{_HEAD})"
)
_SEVERAL = re.compile("[两二双2][个座台套大][^，。；]{0,16}(?:——|—|：|:)$")
_TOGETHER = re.compile("[^，。；]{0,16}?(?:同[日时期步]|双双|均|都|先后)")
_JOINED = re.compile("(?:" + "|".join(f"(?<={head})" for head in _HEAD.split("|")) + ")(?:和|与|以及)")
"""Where one of two names ends that a sentence tells together."""
_NO_NAME = re.compile(
    r"^(?:[该本其各这此]|标志|推动|推进|加快|目前|近日|日前|以及|同时|据|为|在|将|对|把|由|从|使|让|与|和|及|新建|拟建|在建|患者|我[国省市院校])"
    r"|[了着过]|是|携手|会同|联手|有限公司$|的|开展|建设|进行|通过|实现|完成|举行|召开"
)
_INSIDE = re.compile(rf"{_NOTE}|[及暨与和]|应用|研发|研制|开发|设计|发展|创新|支持")
"""What names of sites hold that those of technologies do not."""
_REGION = rf"(?:[{HAN}]{{2,6}}[省市]|华[东南北中]|西[南北]|东北|全[国省市]|亚洲|我国|国内)(?:地区)?"
_OPENS = re.compile(
    rf"(?:(?:{_REGION})?(?:首[个座台套条]|第一[个座台套]|最大的?|唯一的?)|备受关注的|国产(?!化)|(?:具有|拥有)?(?:完全|全)?自主知识产权的?)+"
)
_SHORTEST = 7


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """CONCERNS and LOCATED_IN of what is being built, by its name; its clauses are read by those who follow facilities."""
    if not re.search(rf"{_EVENT}|投资|造价|占地|面积|用地|位于|坐落|落户|落地|选址", scene.text):
        return
    for start in reversed(clause_starts(scene.text, len(scene.text))):
        for at in _places(scene.text, subject_start(scene.text, start)):
            match = _NAMED.match(scene.text, at)
            for ref in _sites(scene, match) if match is not None else ():
                if match is not None and ref not in reading.facilities:
                    yield from about_facility(scene, reading, ref, _place(scene.text[:at]), (start, match.end()))
                    yield from _stands(scene, reading, ref, match)


def _sites(scene: Scene, match: re.Match[str]) -> list[EntityRef]:
    """What the name is of; each of two that the sentence tells together: 两个装置——甲光源和乙设施, 甲光源和乙设施同日奠基."""
    together = _SEVERAL.search(scene.text, 0, match.start()) or _TOGETHER.match(scene.text, match.end())
    joined = _JOINED.search(match["name"]) if together is not None else None
    both = [facility_of(match["name"][: joined.start()]), facility_of(match["name"][joined.end() :])] if joined else []
    refs = [ref for ref in both if ref is not None]
    whole = _site(scene, match) if len(refs) < 2 else None
    return refs if len(refs) == 2 else [whole] if whole is not None else []


def _stands(scene: Scene, reading: Reading, ref: EntityRef, named: re.Match[str]) -> Iterator[Assertion]:
    """…光源在某园区建成: where the clause says that it stands, right behind the name."""
    at = _AT.match(scene.text, named.end())
    if at is None or scene.within(*at.span("place"), "Organization"):
        return
    if SITE_HEAD.fullmatch(at["place"]) or any(at["place"].startswith(known) for known in PLACES):
        place = EntityRef(label="Place", name=at["place"])
        yield reading.fact(BUILT_AT, ref, "LOCATED_IN", place, scene.sentence.view.span(named.start(), at.end()))


def _places(text: str, at: int) -> Iterator[int]:
    """Where the name may start in a clause: at its front, or behind who builds it and where it stands."""
    leads = _LEADS_TO.match(text[at:])
    front = at + leads.end() if leads is not None else at
    opens = _OPENS.match(text, front)
    yield opens.end() if opens is not None else front


def _place(before: str) -> str | None:
    """The site told before a name: 位于某地的|某某中心."""
    found = _SITE.search(before)
    return found["place"] if found is not None else None


def _site(scene: Scene, match: re.Match[str]) -> EntityRef | None:
    """What the name is of; None where it is a house that runs already, a kind of thing or half a sentence."""
    project = bool(match["project"])
    name = heal_name(match["name"] + ((match["more"] or "") + match["project"] if match["more"] else ""))
    body = scene.starting_at(match.start(), "Organization")
    if body is not None and body.end == match.end("name") and not project:
        return None
    plain = _INSIDE.sub("", name)
    if len(plain) < _SHORTEST or _HEADS_ALONE.fullmatch(plain) or _NO_NAME.search(plain) or not is_unbroken(plain):
        return None
    if scene.within(match.start(), match.end(), "Person"):
        return None
    return EntityRef(label="Facility", name=name)
