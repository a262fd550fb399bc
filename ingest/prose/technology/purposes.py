"""What diseases a technology is for: 甲显像用于乙癌分期, 甲在乙病诊断中, 甲对乙病的检出率, 甲治疗乙病."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.clauses import clause_start, clause_starts, subject_start
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.things import device_at, things
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

USED_FOR = Rule("used_for")
"""甲显像主要用于乙癌和丙癌的分期, 甲软件适用于乙病患者; 针对乙病，甲团队研发了丙软件."""
USED_ON = Rule("used_on")
"""甲在乙病诊断中, 甲对乙病的检出率, 甲诊断乙病, 甲是诊断乙病的手段; 乙病的评估以甲为主; 对于乙病患者，甲可…."""

_FAR = 30
"""How many characters, at most, part a technology from the disease that it is for."""
_SEES = r"诊断|鉴别|分期|分级|分型|筛查|检出|检测|发现|识别|评估|评价|监测|随访|预测|预警|定位|显示|判断"
_AIM = rf"{_SEES}|治疗|诊疗|手术|研究|诊治|防治|消融|栓塞|疗效|预后|早期|应用|术前"
_KIND = r"[脑心肺肝骨全身胸腹]{0,2}(?:显像|成像|扫描)|\s?技术|检查|系统|方法|手段|疗法|拍片|平片|摄片|摄影|造影|测量|序列"
_SORT = r"设备|技术|方法|检查|手段|仪器|项目|指标|模型|软件|疗法"
_ROW = rf"(?:[、和与及][^，。；、对于]{{2,16}}){{0,3}}(?:等[^，。；对于]{{0,12}}?(?:{_SORT}))?"
_TAIL = rf"\s?(?:{_KIND})?(?:\s*[（(][^（）()]{{1,30}}[)）])?{_ROW}"
_OFTEN = (
    r"主要|广泛|常|常规|多|特别|尤其|更|最|较|逐渐|开始|逐步|率先|首次|目前|临床上?|成功|专门"
    r"|有效地?|精准地?|准确地?|快速地?|自动|智能|直接|同时|早期|拟|即|[特高突][异效破]性?地?"
)
_MOSTLY = rf"(?:也|是|已|已经|均|都|还|被|可|可以|能|能够|{_OFTEN}|，)*"
_FOR = re.compile(
    rf"{_TAIL}{_MOSTLY}(?:(?<!不)(?:用于|应用[于在]|适用于|用来|用以|适合(?:于|用于)?)|(?:专门)?(?:针对|面向)|的?(?:主要|临床|常见)*适应[证症]的?(?:主要)?(?:[:：]|[为是有]|包括))(?P<aim>[^，。；]{{0,14}}?)$"
)
_IN = re.compile(rf"{_TAIL}{_MOSTLY}在(?P<aim>[^，。；]{{0,8}}?)$")
_ON = re.compile(rf"{_TAIL}{_MOSTLY}对(?P<aim>[^，。；对]{{0,10}}?)$")
_DOES = re.compile(
    rf"{_TAIL}{_MOSTLY}(?:联合[^，。；]{{2,10}})?(?:(?:是|为|成为|作为)(?:目前|临床上?|早期|有效|无创|精准)*)?(?:(?:筛查|诊断|鉴别|评估|监测|检测)[、和与及或])?(?:引导下?的?(?:微创|精准|经皮)*)?(?P<does>区分|显示|显影|靶向|杀[死伤灭]|清除|直达|预警|治愈|消融|诊断|筛查|检出|治疗|鉴别|预测|评估|评价|识别|发现|检测|监测)(?!、)(?P<aim>(?:(?!患者|病人|合并|其|[一左右双了伴示有])[^，。；诊治]){{0,6}}?)$"
)
_ROOT = re.compile(
    rf"{_TAIL}{_MOSTLY}(?:是|为|成为|作为)(?:[^，。；]{{2,20}}?(?:研发|研制|开发|自研|推出|打造)的)?(?P<aim>[^，。；]{{0,6}}?)$"
)
_FOR_THEM = re.compile(r"(?:患者|病人|人群)的?(?:新|首选|主要|有效|理想|重要|又一)*的?(?:选择|希望|福音|利器|武器|疗法|方案)")
"""甲是|乙病|患者的新选择."""
_MEANS = re.compile(
    rf"[{HAN}、]{{0,10}}?(?:诊断|治疗|筛查|分期|鉴别|评估|监测|随访)[^，。；]{{0,8}}?(?:手段|方法|方式|技术|金标准|利器|选择|检查|工具|依据|模型|软件|系统|试剂|探针|显像剂|药物)"
    r"|(?:患者)?的(?:重要|主要|首选|常用|常规|有效|新兴?|一线|理想|可靠|必要|不可或缺的?)+的?(?:影像学?|无创|检查|辅助)*(?:检查|手段|方法|技术|工具|方式|选择)(?=[，。；、]|之一|$)"
)
_HELPS = re.compile(
    rf"{_TAIL}{_MOSTLY}(?:高效|有效|精准|快速|智能|及时)*地?(?:辅助|协助|助力|指导(?!下)|支持|有[助利]于|便于)(?:医[生师])?(?:对|提高|改善|实现)?(?P<aim>[^，。；]{{0,6}}?)$"
)
"""甲可以辅助|乙病|诊断, 甲有助于|乙病|的鉴别."""
_BRINGS = re.compile(
    rf"{_TAIL}{_MOSTLY}(?:(?:实现|完成|支持|做到|提供|开展)了?(?:对|针对)?|为|使|让|能够?[使让对]|可[使让对])(?P<aim>[^，。；]{{0,6}}?)$"
)
"""甲实现了对|乙病|的早期检测, 甲为|乙病|的诊断提供了…, 甲使|乙病|的诊断更精准."""
_BROUGHT = re.compile(
    rf"(?:[、和与及或][^，。；]{{2,40}}?)?(?:等[^，。；]{{0,24}}?|患者|病灶|病变|[ⅠⅡⅢⅣ]+期)?的?(?:进行|精准|早期|无创|自动|智能|快速|辅助|临床|功能学?|定量|定性|及时|、|和|与)*(?:{_AIM})"
)
_LIFTS = re.compile(
    rf"(?:{_KIND})?(?:的?(?:广泛)?应用|的?(?:引入|出现|普及))?[，,]?(?:将|可|能|也|已|使|大大|极大|显著|明显|有效|进一步|地)*(?:提高|提升|改善|改变)了?(?P<aim>[^，。；]{{0,4}}?)$"
)
"""甲的应用提高了|乙病|的检出率."""
_LIFTED = re.compile(
    r"(?:患者|病人|病灶|病变)?的?(?:放射治疗|放疗|手术|介入|早期|药物|综合)*的?(?:治疗|诊断|诊疗|筛查)?的?"
    r"(?:疗效|检出率|诊断率|诊断准确率|准确率|生存率|治愈率|控制率|早诊率|诊断水平|诊疗水平|治疗水平|预后|发现率)"
)
_AIM_FIRST = re.compile(
    rf"[^，。；、]{{0,4}}(?:{_AIM})[^，。；]{{0,4}}(?:中|方面|领域|过程中|上)[，,]?(?:目前|最|常用的|首选的|主要|以)*$"
)
"""在|乙病|筛查中，|甲是…手段."""
_ROLE_OF = re.compile(
    rf"(?:{_KIND})?(?:[（(][^（）()]*[)）])?\s*(?:依然|仍然?|一直|已|也|均|都)*(?:(?:是|为|成为|作为)[^，。；]{{0,14}}?(?:手段|方法|方式|技术|选择|首选|检查|标准|工具)"
    r"|(?:具有|有着|发挥|起着?|起到|扮演)[^，。；]{0,10}?(?:价值|优势|作用|意义|角色|地位))"
)
_RELIES = re.compile(
    rf"(?:患者|病灶)?的?[^，。；、]{{0,8}}?(?:{_AIM}|检查)[^，。；、]{{0,4}}?(?:目前|现阶段|临床上?|仍然?|多|主要|常规?|一般|通常|大多|也|均|都|，)*"
    r"(?P<by>以|首选|优先选择|依靠|依赖(?:于)?|有赖于|推荐(?:使用|采用)?|离不开)$"
)
"""乙病|的术前评估目前仍以|甲为主, 乙病|诊断首选|甲."""
_AS_MAIN = re.compile(
    r"(?:等|检查|扫描|显像|成像)*(?:[、和与及][^，。；]{2,16}?)?(?:为主|为首选|为金标准|作为(?:首选|主要|重要|一线))"
)
_TAKES = re.compile(
    r"(?:术[前后中])?(?:患者|病人|患儿|者)?(?:[^，。；]{0,4}?[时前后])?(?:(?<!不)(?:可以?|应当?|宜)|建议|推荐|首选|优先)+(?:常规|至少|首先|进一步|优先|首选)*(?:每(?:隔)?[^，。；]{1,8}?)?"
    r"(?:采用|[施进]?行|使用|选用|选择|应用|复查|完善|接受|结合|利用|通过)"
)
"""乙病患者应每年|复查|甲, 乙病可采用|甲."""
_FIRST_CHOICE = re.compile("(?:首选|推荐|建议|优先)(?:采用|选择|使用|行)?$")
_DOUBTED = re.compile(
    "[^，。；]{0,16}?(?:不明确|不清楚|不确定|未明确|未得到|未证实|存在争议|有争议|有待(?:进一步)?(?:验证|证实|研究|明确))"
)
"""What says that it is not known whether: 甲对乙病|的价值尚不明确."""
_OF_SUCH = re.compile(r"(?:^|[，。；])[^，。；]{0,4}(?:对于?|针对)[^，。；、]{0,6}$")
_FOR_SUCH = re.compile(
    r"(?:患者|病人|人群|病灶|病变|病例)?(?:的[^，。；]{2,8})?(?:来说|而言|者)?[，,](?:则|应|可|宜|建议|推荐|首选|优先|选择|采用|使用|以|目前|临床|常|多|更)*$"
)
"""对于|乙病|患者，|甲可…."""
_CAN = re.compile(
    rf"(?:{_KIND})*(?:[（(][^（）()]*[)）])?(?:也|还|则|往往|通常|均|都|已)*(?:(?:可以?|能够?)(?!能|引起|导致|造成|诱发|加重|增加|出现|发生|使)|更|应(?!慎|避|禁|注意)|宜|是(?!禁|相对|绝对)|为(?!禁|相对|绝对)|作为|具有|优于|最|有助|无创|的(?:敏感|灵敏|准确|诊断|检出|特异))"
)
_MADE_FOR = re.compile(
    r"(?:患者|病人|人群)?(?:这一|的)?[^，。；、]{0,12}?[，,][^，。；]{0,30}?(?:研发|研制|开发|设计|构建|推出|提出|建立|搭建|创建)(?:出|了|成功|并|应用)*"
)
"""针对|乙病|，甲团队研发了|丙软件."""
_BARE_AGENT = re.compile("(?:分子)?(?:探针|显像剂|对比剂|造影剂|示踪剂)")
"""What names none of them alone, behind words that say which: 双模态|探针."""
_AIM_BEFORE = re.compile(rf"(?:患者|病灶)?的?(?:早期|精准|辅助|影像|智能|筛查|诊断|检测|治疗|鉴别|评估|分期)*(?:{_AIM})的?$")
_FOR_IT = re.compile(r"(?:用于|适用于|针对|面向)[^，。；]{0,4}$")
"""用于|乙病|诊断的甲."""
_AGAINST = re.compile(r"(?:针对|面向|靶向|专治|治疗)[^，。；]{0,2}$")
_OF_THEM = re.compile(
    rf"(?:患者|病灶|等[^，。；的]{{0,8}})?的(?:我国|国内|全球|世界)?(?:首[个款台种]|新型|创新|国产|新一代|小分子|口服|靶向)*[{HAN}]{{0,3}}$"
)
"""针对|乙病|的新型|甲."""
_SUCH_AS = re.compile(r"[^，。；]{0,12}[，,]?(?:包括|例如|比如|如|涵盖|尤其是|特别是)")
"""用于|多种肿瘤|治疗，包括丙癌、丁癌."""
_AND = re.compile(
    rf"(?:、[{HAN}]{{2,10}}?(?:下垂|[症病炎瘤癌]|损伤|障碍|狭窄|反流|畸形))*\s*(?:等)?(?:[、,，和与及或]|以及)\s*[{HAN}]{{0,3}}?(?:(?<![、和与及或])[、和与及或])?"
)
_OWN_AIM = re.compile(
    r"(?:患者|病人|病变|病灶)?的[^，。；、]{1,14}?(?:治疗|诊断|手术|检查|成像|显像|植入|置换|术)(?:$|[，。；、,;等]|均|都|也)"
)
_AIMED = re.compile(
    rf"(?:[^，。；、]{{0,8}}?(?:患者|人群|病灶|病变|等疾病|等|[ⅠⅡⅢⅣ]+期))?(?:的|中|上|方面|领域)*[^，。；、对]{{0,6}}?(?:{_AIM})"
)
_RATE = re.compile(
    rf"(?:[^，。；]{{0,6}}?|[、及和与][^，。；]{{2,24}}?)的?(?:(?:{_AIM})[^，。；]{{0,8}}?(?:率|性|度|值|价值|优势|效能|AUC)|(?:{_AIM})|(?:敏感|灵敏|特异|准确))"
)
_BACK = re.compile(
    r"(?:该|这一|这套|这种|这台|这款|这项)(?:系统|设备|技术|产品|仪器|装置|算法|软件|方法|探针|模型|显像剂)|[^，。；]{0,16}?[将把][其它](?=(?:应|运)?用[于来])|(?=特别适合|尤其适合|(?:拟|主要|可|专门|临床)?用于|适用于|适合|(?:可以?|能够?)(?:对|为|使|治疗|诊断|检测|识别|早期)|实现了?对|对(?!比|照|于?(?:提[升高]|推|促|加[快强]|完善|实现|保障|满足|缓解|我国))|在[^，。；]{2,14}?(?:诊断|治疗|筛查|鉴别|分期|评估))"
)
_NEXT_AIM = re.compile(r"[^，。；]{0,16}?(?:[、和及或]|以及)[^，。；、]{0,4}")
_CLASS_OF = re.compile("等(?:多种|各种|多项|先进|大型|高端|一系列|新型|融合|[一二两三四五六七八九十]种)+$")
"""What stands between examples and the name of their class, of which nothing more is told: 甲、乙等多种|设备."""
_NOTE = re.compile(r"[（(][^（）()]{1,12}[)）]")
_NO_PROOF = re.compile(
    r"(?:尚|并|还|仍|目前)*(?:没有|无|缺乏|缺少)(?:充分|足够|可靠|任何|直接|高质量)*的?(?:循证)?(?:证据|数据|依据|资料)(?:能够?|可以?)?(?:表明|证明|支持|显示|证实|提示)"
)
"""尚无证据表明|甲可用于乙病."""
_NEGATED = re.compile(r"(?:不|未|非|无法|难以|没有|排除|避免|禁|慎)[^，。；]{0,4}$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """TARGETS of technologies in a sentence."""
    diseases = scene.of("Disease")
    if not diseases:
        return
    for disease in diseases if "对" in scene.text else ():
        made = _made_for(scene, disease)
        if made is not None:
            yield reading.fact(USED_FOR, made[0], "TARGETS", disease.ref, scene.sentence.view.span(disease.start, made[1]))
    for ref, start, end in _technologies(scene, reading):
        if _NO_PROOF.search(scene.text, clause_start(scene.text, start), start):
            continue
        for disease in diseases:
            if disease.end <= start and _aim_first(scene, start, end, disease):
                yield reading.fact(USED_ON, ref, "TARGETS", disease.ref, scene.sentence.view.span(disease.start, end))
            if disease.start < end:
                continue
            rule = _aimed(scene, end, disease)
            if rule is not None:
                for one in _all_aimed(scene, end, disease, rule):
                    where = scene.sentence.view.span(start, one.end)
                    yield reading.fact(rule, ref, "TARGETS", one.ref, where)
                break


def _technologies(scene: Scene, reading: Reading) -> Iterator[tuple[EntityRef, int, int]]:
    """What a clause opens with, what the lexicon names, and what 该系统 or a clause without a subject goes on about."""
    named = [(one.ref, one.start, one.end) for one in things(scene) if one.ref.label == "Technology"]
    inside = [(start, end) for _, start, end in named]
    known = [one for one in scene.of("Technology") if not any(start <= one.start < end for start, end in inside)]
    known = [one for one in known if not _CLASS_OF.search(scene.text, 0, one.start) and not _is_half(scene.text, one)]
    begins = [subject_start(scene.text, start) for start in clause_starts(scene.text, len(scene.text))]
    yield from named
    yield from ((one.ref, one.start, one.end) for one in known)
    openers = [*named, *((one.ref, one.start, one.end) for one in known if one.start in begins)]
    for begin in begins:
        back = _BACK.match(scene.text, begin)
        if back is None:
            continue
        goes_on = not back.group() or back.group().endswith(("其", "它"))
        before = [(ref, start) for ref, start, end in openers if end <= begin] if goes_on else []
        meant, start = before[-1] if before else (reading.product, begin)
        if meant is not None:
            yield meant, start, back.end()


def _is_half(text: str, one: Mention) -> bool:
    """Whether a mention is only what the name of an agent ends in: 双模态|探针."""
    before = text[one.start - 1 : one.start]
    return _BARE_AGENT.fullmatch(one.surface) is not None and re.fullmatch(rf"[{HAN}A-Za-z0-9]", before) is not None


def _made_for(scene: Scene, disease: Mention) -> tuple[EntityRef, int] | None:
    """What was made for a disease that the sentence opens with, and where it ends: 针对乙病，甲团队研发了丙软件."""
    if not _OF_SUCH.search(scene.text[: disease.start]):
        return None
    made = _MADE_FOR.match(scene.text, disease.end)
    thing = device_at(scene, made.end()) if made is not None else None
    return (thing.ref, thing.end) if thing is not None and thing.ref.label == "Technology" else None


def _aimed(scene: Scene, end: int, disease: Mention) -> Rule | None:
    """The rule by which the words between a technology and a disease, and those behind it, say that it is for that."""
    text = scene.text
    between = text[end : disease.start]
    if len(between) > _FAR or _NEGATED.search(between) or any(mark in between for mark in "。；"):
        return None
    after = _after_row(scene, disease)
    if _DOUBTED.match(text, after):
        return None
    if _FOR.fullmatch(between):
        return USED_FOR
    if (_IN.fullmatch(between) and _AIMED.match(text, after)) or (_ON.fullmatch(between) and _RATE.match(text, after)):
        return USED_ON
    if _BRINGS.fullmatch(between) and _BROUGHT.match(text, after):
        return USED_ON
    if _HELPS.fullmatch(between) and _AIMED.match(text, after):
        return USED_FOR
    if _LIFTS.fullmatch(between) and _LIFTED.match(text, after):
        return USED_ON
    if _DOES.fullmatch(between) or (_ROOT.fullmatch(between) and (_MEANS.match(text, after) or _FOR_THEM.match(text, after))):
        return USED_ON
    return None


def _aim_first(scene: Scene, start: int, end: int, disease: Mention) -> bool:
    """Whether what a technology is for stands in front of it: 在乙病筛查中，甲是首选; 用于乙病诊断的甲."""
    text = scene.text
    note = _NOTE.match(text, disease.end)
    between = text[note.end() if note is not None else disease.end : start]
    if len(between) > _FAR or _NEGATED.search(between):
        return False
    if _OF_THEM.fullmatch(between) and _AGAINST.search(text[: disease.start]):
        return True
    relies = _RELIES.fullmatch(between)
    if relies is not None:
        return relies["by"] != "以" or _AS_MAIN.match(text, end) is not None
    if _FOR_SUCH.fullmatch(between) and _OF_SUCH.search(text[: disease.start]):
        return _CAN.match(text, end) is not None or _FIRST_CHOICE.search(between) is not None
    if _TAKES.fullmatch(between):
        return True
    if _AIM_BEFORE.fullmatch(between):
        return _FOR_IT.search(text[: disease.start]) is not None
    opened = re.search(r"(?:^|[，。；])[^，。；]{0,4}在[^，。；]{0,4}$", text[: disease.start])
    return opened is not None and bool(_AIM_FIRST.fullmatch(between)) and bool(_ROLE_OF.match(text, end))


def _all_aimed(scene: Scene, end: int, first: Mention, rule: Rule) -> list[Mention]:
    """The diseases in a row with one; behind 用于 those of each aim too: 甲癌的分期、乙癌的诊断."""
    found = [first, *_of_this_aim(scene, end, first)]
    for one in scene.of("Disease") if rule is USED_FOR else ():
        if one.start >= found[-1].end and _NEXT_AIM.fullmatch(scene.text, found[-1].end, one.start):
            found.append(one)
    such = _SUCH_AS.match(scene.text, found[-1].end)
    listed = [one for one in scene.of("Disease") if such is not None and such.end() <= one.start <= such.end() + 2]
    return [*found, *listed[:1], *(_joined(scene, listed[0]) if listed else ())]


def _of_this_aim(scene: Scene, end: int, first: Mention) -> list[Mention]:
    """The diseases in a row, behind a verb (甲治疗乙病) up to one with an aim of its own: ，丙病患者的丁治疗."""
    found = _joined(scene, first)
    if _DOES.fullmatch(scene.text, end, first.start):
        for at, one in enumerate(found):
            if scene.text[one.start - 1] in "，," and _OWN_AIM.match(scene.text, one.end):
                return found[:at]
    return found


def _joined(scene: Scene, first: Mention) -> list[Mention]:
    """The diseases that stand in a row behind one."""
    found = [first]
    for one in scene.of("Disease"):
        if one.start >= found[-1].end and _AND.fullmatch(scene.text, found[-1].end, one.start):
            found.append(one)
    return found[1:]


def _after_row(scene: Scene, first: Mention) -> int:
    return _joined(scene, first)[-1].end if _joined(scene, first) else first.end
