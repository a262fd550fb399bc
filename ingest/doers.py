"""People by what only people do: a name that opens a clause before 毕业于, 坦言 or 任, and rows of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ingest.lexicon import COMPOUND_SURNAMES, is_person
from ingest.names import Found
from ingest.numerals import number
from ingest.posts import KNOWN_AS, OF_OFFICE, STRADDLES, USUAL, WARD_END
from ingest.verbs import COMMON_VERBS, LIKE_NAMES, VERBS_OF_PEOPLE
from kg.text import HAN

__all__ = ["doers"]

_YEAR = r"(?:自|于|在|从|早在)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[春夏秋冬初底末]|起|至今|以来|开始)?"
_ADVERBS = (
    rf"(?:现(?!任|为|有)|(?:既|不仅|不只)(?=[是任担兼])|曾(?!任|获|为)|就(?![业读职任])|则|也|还|又|均|都|已|便|再次|再度|先后|分别|依次|相继|随后|后来|此前|之前|早年|曾经|此后|最终|一直|长期|多年来?|多次|今年|去年|连续[数多两三四五六七八九十\d]{{1,2}}[届次年]|全票|高票|光荣|正式|全职|积极|主动|亲自|全程|同时|共同|联合"
    rf"|当场|当即|如今|目前|毕业后|回国后|退休后|{_YEAR}|[，,](?={_YEAR}))*"
)
_LIFE = (
    r"(?:本科|硕士|博士|研究生)?毕业于|毕业后|放弃|加盟|师从|师承|就读于?|攻读|留学|留校|赴[美英德日法加澳港]|(?:学成)?[回归]国|退休|逝世|去世|病逝|辞世|离世|仙逝|与世长辞|遗体|追思会|追悼会|诞辰|因[病对在其]|(?:到|在|赴|进入)[^，。；的]{4,24}(?:工作|任职|任教)(?=[，。；至到]|$)|在[^，。；的]{4,24}(?:担任|任)(?=[^，。；]{2,12}(?:[，。；、]|$))|出生|生于|受聘|供职|就职|任职|任教|单位[为是]|执教|入职|调[任入至离往]"
    r"|参加工作|(?:由|从)[^，。；的]{3,24}[调转][任入至到往]|接替(?=[^，。；]{2,20}[任为])|赴[^，。；的]{2,24}(?:任|做|进修|访学|访问|深造|学习)|(?:今年|现年|时年)[\d一二三四五六七八九十]{2,4}岁"
    r"|从医|从教|从事|致力于|潜心|深耕|擅长|主攻"
    r"|(?:[是系]|(?<![其他她])为)(?=[^，。；]{2,30}?(?:负责人|带头人|专家|学家|主任|院长|所长|理事|委员|会长|主委|学者|奠基人|开拓者|创始人|教授|研究员|医师|获得者|得主)(?:之一)?(?:[，。；、（(]|$))"
)
_SAYS = r"坦言|直言|感慨|感叹|回忆|谈到|谈及|表示|介绍|告诉记者|认为|指出|强调|透露|说(?=[，,：:“])|笑[着称道说]"
_HOLDS = (
    r"现[任为]|曾[任为]|获[聘任选推]|历任|时任|身兼|[兼担出就升接续连改转][任]|任(?=[^务何意期性])|当选|被(?:聘|选|推选|推举|评为|授予|任命|增[选补]|破格|[^，。；的]{3,24}(?:聘请?|聘任|任命)[为任])|接任|离任|履新|主编|副主编|参编|执笔|编著|[著译编]有(?=《)|(?:出版|完成|撰写|编写)了?(?:专著|译著|教材|著作)?(?=《)|增[选补]为|获(?=[^，。；的]{4,60}等?(?:荣誉|光荣)?称号)"
    r"|荣获|荣膺|喜获|[斩摘]获|[摘夺捧]得|捧回|获评|入选|享受(?=[^，。]{2,12}津贴)|获[授颁评得“]|曾获|以第[一二三四五六七八九十\d]+(?:完成人|作者|名)|以(?:共同|通[讯信])?(?:第一)?作者"
)
_LEADS = (
    r"主持|承担了?(?=国家|教育部|科技部|[省部市]级|[^，。；]{2,8}基金|[“《]|[^，。；“”]{2,20}(?:项目|课题|基金|计划))|历时|获批(?=国家|[^，。；“”]{2,20}(?:项目|课题|基金|计划|专项))|的(?=(?:国家|[^，。；“”的]{2,4}[省市])[^，。；“”]{2,20}(?:基金|计划|专项|项目|课题)“)|率[队团领]|带领|牵头|领衔|担纲|挂帅|操刀|主讲|主刀|应邀|受邀|致[辞词开欢]|宣读|授课"
    r"|的(?=[“《][^“”《》]{6,80}[”》](?:项目|课题)?(?:也|又|喜|荣|成功|等)*(?:获|入选|立项|中标|列入))"
    r"|负责(?!人|制|任|单位|部门)|为前[一二三四五六七八九十\d]+名|分获|分别获"
)
_ACTS = (
    rf"参与|入选|上榜|榜上有名|带着|把(?![握关手])|等\d+人|离开|加入|成为|发表|提供|率先|首次|最早|同志|课题组|团队|小组|对记者|[作做]了?(?:题为|关于|主题|专题|大会|特邀|主旨)[^，。；]{{0,40}}?(?:报告|讲座|演讲|发言|授课)|就?开展了|在(?:国内|国际|世界|全国|全球|省内)(?:首次|首先|率先|最早|最先)|站在|走[进上]|积累|编著|撰写|创[办立建]|开创|组建"
    rf"|{_YEAR}(?:荣|喜)?获"
)
_IN_WORK = (
    r"(?:[列为是系]|位列|分列|排名|排在|排|作为|担任)第[一二三四五六七八九十\d]{1,2}(?:主要)?完成人|(?:排名|位列)第[一二三四五六七八九十\d]{1,2}(?=[，。；）)]|$)"
    r"|参与完成的[“《]"
)
"""What is told of somebody's place in a work: 甲医院|张三|列第三完成人."""
_DOES = re.compile(rf"{_ADVERBS}(?:{_IN_WORK}|{_LIFE}|{_SAYS}|{_HOLDS}|{_LEADS}|{_ACTS})")
"""What tells a name of the usual length that opens a clause."""
_SPEAKS = re.compile(
    r"(?:重点|详细|系统|首先|还|则|也)*(?:(?:就|围绕|针对)[^，。；]{2,40}?(?:[作做]了?|进行了?|发表了?|展开)|(?:介绍|汇报|报告|分享|展示|演示|回顾|阐述|讲解|解读|探讨|讨论)了"
    r"|[作做]了(?=[^，。；]{0,30}(?:报告|发言|演讲|讲座|汇报)))"
)
"""What speakers at meetings do, of whom the words before tell the house."""
_DID = re.compile(
    rf"{_ADVERBS}(?:(?:率先|首先|首次|最早|最先)|在(?:国内|国际|世界|全国|全球|省内|[全本]省|[\u4e00-\u9fff]{{2,8}}(?:上|中))[^，。；]{{0,8}}?(?:率先|首先|首次|最早|报道|开展|提出|完成)"
    r"|在(?:此|其|上述|这一)(?:基础|工作)上[，,]?(?:进一步|率先|又|还)*(?:引入|提出|改[进良]|建立|构建|设计|研发|开发|采用|将|结合|加入)"
    r"|[将把](?:其|这一|该|[^，。；]{2,24}(?:用于|应用[于到]|用来|引入|推广|拓展|扩展|结合|融合))|(?:利用|采用|应用|使用|通过|基于|借助|运用)[^，。；的]{2,24}"
    r"|(?:提出|报道|发现|证实|证明|揭示|建立|构建|研制|研发|发明|设计|开发|完成|比较|观察|分析|评[价估]|总结|改进|撰文)"
    r"(?:出|成功|[过了]|(?=[，。；])|(?=[^，。；的]{2,30}(?:[，。；]|$))))"
)
"""What researchers do, of whom the words before tell the house: 甲大学的|张三|则将其用于…, 乙医院|李四|首先报道了…."""
_FOUND = re.compile(
    rf"{_ADVERBS}(?:研究(?:发现|表明|显示|证实|认为|指出|提示)|回顾性?(?:分析|研究|总结)了?|合作(?=[，,]|完成|开展|报道|提出|研)|(?:认为|指出|建议|强调|推荐|主张)(?=[，,：:]|[^，。；]{{4}})"
    r"|对[^，。；]{2,30}?(?:进行|开展|作|做)了?|的?(?:最新|该项?|(?:另)?一项|前期|系列|多中心|回顾性|前瞻性|队列|临床|动物)*(?:研究|报道|试验|实验)(?:结果|数据)?(?:[，,]?(?:也|还|同样|进一步))?(?:显示|表明|发现|证实|提示|认为|纳入|证明|指出))"
)
"""What is told of research, of whom the words before tell the house: 甲医院|张三等|研究发现…, 乙大学|李四|的研究显示…."""
_OTHERS = re.compile(r"等(?:[\d一二三四五六七八九十]*[位名]?(?:专家|学者|作者)|\d*人)?(?:\[[\d,，\-–]+\])?")
_NO_NAMES = COMMON_VERBS | LIKE_NAMES
_LINKS_HOUSES = frozenset("和由向原应都与及")
"""Characters behind a house that link it to what follows, rare surnames all."""
_BEHIND_HOUSE = (USUAL, 2, 4)
_THING = re.compile("[性度率期仪器化法量式图机型值]$")
"""What the names of people hardly end in, and those of methods and measures do."""
_SURELY = re.compile(
    rf"{_ADVERBS}(?:{_IN_WORK}|离开|获[聘任选推]为?[^，。；奖]{{3,30}}(?:会长|主席|主任|委员|理事|院士|会士|教授)"
    r"|毕业于|放弃|加盟|师从|就读于|攻读|留学|逝世|去世|病逝|辞世|离世|因病|遗体|生于|出生于|受聘|供职|就职于|任教|坦言|直言|感慨|回忆说|告诉记者"
    r"|作为(?=(?:该|本)?(?:项目|课题)的?(?:总?负责人|首席|主持人|牵头人))|现[任为]|曾任|历任|[兼担出升接续改]任|[任为](?=(?:该|本)?(?:项目|课题)的?(?:总?负责人|首席|主持人|组长))|任首席"
    r"|(?<=[由，,].{2})主持(?=[，。；])|(?<=由.{2})(?:主持|牵头|领衔|负责)(?=[，。；])|的(?=[“《][^“”《》]{6,80}[”》](?:项目|课题)?(?:喜|荣|成功)*(?:获|入选|立项|中标|列入))|为(?:总负责人|负责人|首席科学家|主持人)(?=[，。；])|当选|被(?:聘|选|推选|推举|评为|任命|增[选补])|以第[一二三四五六七八九十\d]+(?:完成人|作者)|主编|主讲|主刀|身兼|接替|赴[^，。；的]{2,24}(?:任|做|进修|访学|访问|深造|学习)|(?:今年|现年|时年)[\d一二三四五六七八九十]{2,4}岁"
    r"|(?:在(?:国内|国际|世界|全国))?(?:首[次先]|率先|最早|最先)(?:报道|开展|提出|应用)|荣获|荣膺|(?:任|是|系)[^，。；]{1,24}?(?:[院所校会]长|主席|书记|教授|奠基人|创始人|带头人|主任)(?=[，。；、]|$)"
    r"|增[选补]为|(?:由|从)[^，。；的]{3,24}[调转][任入至到往]|参加工作|主持(?:完成|在研)?(?=国家|教育部|科技部|[省部]级|自然科学基金)"
    r"|(?:回到|返回|加入|考入|进入|成为)(?=[^，。；的]{2,20}(?:大学|学院|医院|研究院|研究所)))"
)
"""What tells any name."""
_IN_YEAR = re.compile(r"(?:19|20)\d\d年")
_BY = re.compile(r"(?:牵头|负责(?![人制])|主持|领衔|担任|主讲|带队|率队|执笔|承担|完成)")
"""What is done by somebody: 由|张三|牵头."""
_BY_WHOM = re.compile("由|执笔[者人]?[：:]|(?:^|(?<=[，。；]))(?=[^，。；]{2,16}(?:执笔|撰稿|起草|撰写))")
_WROTE = re.compile(
    r"等?(?:[两二三四五六七八九十\d]+[位名人])?(?:共同|联合|分别)?(?:执笔|撰稿|起草|撰写|牵头|主持|负责(?![人制])|主编)"
    r"|(?<=[：:、].{2})$|(?<=[：:、].{3})$"
)
"""What several people have done: 由张三、李四|执笔."""
_EPITHET = "|".join(f"(?<={word})" for word in KNOWN_AS)
_OPENS = re.compile(
    rf"(?:^|(?<=[，。；：:！？、“《》（(])|(?<=[^\d\s]\s)|(?<=[^自来经理缘]由)|(?<=[长任员授者访岁]的)|(?<=出生的)|(?<=[我本][院校科所])|{_EPITHET}"
    r"|(?<=[其的](?:学生|弟子|门生|徒弟|导师|老师|恩师|同事|助手|妻子|丈夫|夫人|爱人|父亲|母亲|儿子|女儿))|(?<=[其的](?:博士|硕士|研究)生))"
    rf"(?:其中|此外|同时|会上|近日|日前|据悉|据了解|目前|如今|当天|当日|随后|此后|后来|其后|{_YEAR}|[，,])*"
)
_ROW_OPENS = re.compile(
    r"(?:^|(?<=[，。；：:！？（(\s])|(?<=[^为是有由和与][为是有由])|成员|学生|学员|选手|队员|研究生|本科生|博士生|硕士生|包括|以及|分别[是为])"
)
_ITEM = re.compile(rf"[{HAN}]{{2,4}}?(?=[、，。；：:（()）\s等为任担分共均的]|和|与|及|$|[两二三四五六七八九十\d]+[位名人])")
_GOES_ON = re.compile(r"、|和(?!平|谐)|与|及|以及")
_ROW_ENDS = re.compile(
    r"[，。；）)（(\s]|$|等|的(?=作品|论文|项目|课题|团队|[“《])|为|任|担任|分|共|均|[两二三四五六七八九十\d]+[位名人]"
)
_ELECTED = re.compile(
    r"(?:等\s*[\d一二三四五六七八九十]*[位名人]?(?:专家|同志|委员)?)?(?:分别|共同|全票|同时)*"
    r"(?:当选|被?(?:选举|推选|推举|选|聘任|聘|任命|增补)(?=[为任])|担任|任|为)[^，。；、]{0,12}?(?:委员|理事|会长|主委|秘书长?|监事)"
)
"""What is told of a row of people alone: 裘宁、沈越、章远|等3人被选为常务委员."""
_COUNTED = re.compile(r"(?P<count>[两三四五六七八九十\d]+)[人位名]")
_LINKS = frozenset("主在现曾则也还又将拟任从对就")
_OPENS_DEED = frozenset("接出担连转续改于自")
"""Characters that open what somebody does and hardly end a name."""
_HOPED = ("有望", "可望", "即将", "准备")
"""What stands between a name and what has not come yet."""
_SAME_HOUSE = re.compile("(?:同|该)[校院所](?=的)")
"""A house that the words point back to: 同校|的张三."""
_LEAST_ROW = 3
_LENGTHS = (USUAL, 2, 4)


def doers(text: str, houses: Mapping[int, int]) -> Iterator[Found]:
    """The names that open clauses, or stand behind houses, before what people do, and those of rows of three or more.

    ``houses`` are the places where organisations end, with those where they begin.
    """
    for start in (*(opens.end() for opens in _OPENS.finditer(text)), *houses):
        found = _doer(text, start)
        if found is not None:
            yield found
    for by in _BY_WHOM.finditer(text):
        yield from _writers(text, by.end())
    ends = {start: end for end, start in houses.items()}
    for end in (*houses, *(same.end() for same in _SAME_HOUSE.finditer(text))):
        yield from _researchers(text, end, ends)
    if text.count("、") + 1 >= _LEAST_ROW - 1:
        for end in houses:
            yield from _row(text, end)
        for opens in _ROW_OPENS.finditer(text):
            yield from _row(text, opens.end())


def _doer(text: str, start: int) -> Found | None:
    for length in _LENGTHS:
        end = start + length
        name = text[start:end]
        if end >= len(text) or not is_person(name) or OF_OFFICE.match(text, start):
            continue
        if name[0] == "由":  # 由|张三主编
            return _doer(text, start + 1) if not text.startswith("由于", start) else None
        if name.endswith(_HOPED) and is_person(name[:-2]):
            continue  # 裘宁|有望接任
        if (name[-1] in _LINKS or STRADDLES.match(text, end - 1)) and is_person(name[:-1]):
            continue  # 王铁|主任, 刘谦|在致辞中
        if name[-1] in "于自" and is_person(name[:-1]) and _IN_YEAR.match(text, end):
            if _DOES.match(text, end - 1):
                return Found(start, end - 1)  # 刘谦|于2031年首次报道
            continue
        if name[-1] in _OPENS_DEED and is_person(name[:-1]) and _SURELY.match(text, end - 1):
            continue  # 王铁|接任, 刘谦|于2031年出任
        by = text[start - 1 : start] == "由" and _BY.match(text, end) is not None
        usual = length == USUAL or text[start : start + 2] in COMPOUND_SURNAMES
        if by or _SURELY.match(text, end) or (usual and _DOES.match(text, end)):
            return Found(start, end)
    return None


def _writers(text: str, start: int) -> list[Found]:
    """The names of a row that somebody's part in a work follows: 由|张三、李四|执笔."""
    for length in _LENGTHS:
        end = start + length
        link = _GOES_ON.match(text, end)
        if end > len(text) or text[start] == "于" or not is_person(text[start:end]):
            continue
        row = _writers(text, link.end()) if link is not None else []
        if row or (link is None and _WROTE.match(text, end)):
            return [Found(start, end), *row]
    return []


def _researchers(text: str, start: int, houses: Mapping[int, int]) -> list[Found]:
    """甲大学|张三|介绍了…, 甲医院|张三、李四|等报道了…, 甲医院|张三|和乙医院|李四|提出了…: those behind houses who did it.

    ``houses`` tells of the place where a house begins where it ends. Empty where anything else stands in the row.
    """
    start = houses.get(start, start)
    start += text.startswith("的", start)
    for length in _BEHIND_HOUSE:
        end = start + length
        if end >= len(text) or not _behind_house(text, start, end):
            continue
        link = _GOES_ON.match(text, end)
        row = _researchers(text, link.end(), houses) if link is not None else []
        if row or (link is None and _has_done(text, start, end)):
            return [Found(start, end), *row]
    return []


def _behind_house(text: str, start: int, end: int) -> bool:
    """Whether a name may stand here that nothing but its house tells."""
    name = text[start:end]
    if not is_person(name) or OF_OFFICE.match(text, start) or WARD_END.search(name) or _THING.search(name):
        return False
    if name[:2] in _NO_NAMES or name[0] in _LINKS_HOUSES:
        return False
    return not (name[-1] in _LINKS and is_person(name[:-1])) and not (name[-1] in "于自" and is_person(name[:-1]))


def _has_done(text: str, start: int, end: int) -> bool:
    others = _OTHERS.match(text, end)
    end_of_row = others.end() if others is not None else end
    told = _SPEAKS.match(text, end_of_row) or _DID.match(text, end_of_row) or _FOUND.match(text, end_of_row)
    if others is not None:
        return told is not None or text[end_of_row : end_of_row + 2] in VERBS_OF_PEOPLE
    return told is not None


def _row(text: str, start: int) -> list[Found]:
    """A row of names and nothing else; empty for anything less."""
    row: list[Found] = []
    at = start
    while (item := _ITEM.match(text, at)) is not None and is_person(item.group()):
        row.append(Found(*item.span()))
        more = _GOES_ON.match(text, item.end())
        if more is None:
            counted = _COUNTED.match(text, item.end())
            surely = _usual(row) or _ELECTED.match(text, item.end()) or (counted and number(counted["count"]) == len(row))
            return row if len(row) >= _LEAST_ROW and _ROW_ENDS.match(text, item.end()) and surely else []
        at = more.end()
    return []


def _usual(row: list[Found]) -> bool:
    """Whether most of the names are of the usual length, as names are and words are not."""
    return 2 * sum(one.end - one.start == USUAL for one in row) > len(row)
