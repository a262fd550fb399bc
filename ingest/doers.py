"""People by what only people do: a name that opens a clause before 毕业于, 坦言 or 任, and rows of names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ingest.lexicon import COMPOUND_SURNAMES, is_person
from ingest.names import Found
from ingest.numerals import number
from ingest.posts import KNOWN_AS, OF_OFFICE, STRADDLES, USUAL, WARD_END
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
    r"主持|承担了?(?=国家|教育部|科技部|[省部市]级|[^，。；]{2,8}基金|[“《])|历时|率[队团领]|带领|牵头|领衔|担纲|挂帅|操刀|主讲|主刀|应邀|受邀|致[辞词开欢]|宣读|授课"
    r"|负责(?!人|制|任|单位|部门)|为前[一二三四五六七八九十\d]+名|分获|分别获"
)
_ACTS = (
    rf"参与|入选|上榜|榜上有名|带着|把(?![握关手])|等\d+人|离开|加入|成为|发表|提供|率先|首次|最早|同志|课题组|团队|小组|对记者|站在|走[进上]|积累|编著|撰写|创[办立建]|开创|组建"
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
    r"|[将把](?:其|这一|该|[^，。；]{2,24}(?:用于|应用[于到]|用来|引入|推广|拓展|扩展|结合|融合))|(?:利用|采用|应用|使用|通过|基于|借助|运用)[^，。；的]{2,24}"
    r"|(?:提出|报道|发现|证实|证明|揭示|建立|构建|研制|研发|发明|设计|开发|完成|比较|观察|分析|评[价估]|总结|改进|撰文)"
    r"(?:出|成功|[过了]|(?=[，。；])|(?=[^，。；的]{2,30}(?:[，。；]|$))))"
)
"""What researchers do, of whom the words before tell the house: 甲大学的|张三|则将其用于…, 乙医院|李四|首先报道了…."""
_THING = re.compile("[性度率期仪器化法量式图机型值]$")
"""What the names of people hardly end in, and those of methods and measures do."""
_SURELY = re.compile(
    rf"{_ADVERBS}(?:{_IN_WORK}|离开|获[聘任选推]为?[^，。；奖]{{3,30}}(?:会长|主席|主任|委员|理事|院士|会士|教授)"
    r"|毕业于|放弃|加盟|师从|就读于|攻读|留学|逝世|去世|病逝|辞世|离世|因病|遗体|生于|出生于|受聘|供职|就职于|任教|坦言|直言|感慨|回忆说|告诉记者"
    r"|现[任为]|曾任|历任|[兼担出升接]任|当选|增[选补]为|被(?:聘|选|推选|推举|评为|任命|增[选补])|以第[一二三四五六七八九十\d]+(?:完成人|作者)|主编|主讲|主刀|身兼|接替|赴[^，。；的]{2,24}(?:任|做|进修|访学|访问|深造|学习)|(?:今年|现年|时年)[\d一二三四五六七八九十]{2,4}岁"
    r"|(?:由|从)[^，。；的]{3,24}[调转][任入至到往]|参加工作|主持(?:完成|在研)?(?=国家|教育部|科技部|[省部]级|自然科学基金)|[是系](?=[^，。；]{4,24}(?:主任|院长|所长|教授|研究员|医师)[，。；、])"
    r"|(?:回到|返回|加入|考入|进入|成为)(?=[^，。；的]{2,20}(?:大学|学院|医院|研究院|研究所)))"
)
"""What tells any name."""
_HEADS = re.compile("[现首]?[担兼]?任(?=[^，。；务何意期性]{1,12}(?:[，。；、]|$))")
"""由|张三|任主任."""
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
_LINKS = frozenset("主在现曾则也还又将任从对就")
_OPENS_DEED = frozenset("接出担连转续于自")
"""Characters that open what somebody does and hardly end a name."""
_LEAST_ROW = 3
_LENGTHS = (USUAL, 2, 4)


def doers(text: str, houses: Collection[int]) -> Iterator[Found]:
    """The names that open clauses, or stand behind houses, before what people do, and those of rows of three or more.

    ``houses`` are the places where organisations end.
    """
    for start in (*(opens.end() for opens in _OPENS.finditer(text)), *houses):
        found = _doer(text, start)
        if found is not None:
            yield found
    for end in houses:
        found = _speaker(text, end + text.startswith("的", end))
        if found is not None:
            yield found
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
        if name[0] == "由" and length > min(_LENGTHS) and is_person(name[1:]):
            return _doer(text, start + 1)  # 由|张三主编
        if (name[-1] in _LINKS or STRADDLES.match(text, end - 1)) and is_person(name[:-1]):
            continue  # 王铁|主任, 刘谦|在致辞中
        if name[-1] in _OPENS_DEED and is_person(name[:-1]) and _SURELY.match(text, end - 1):
            continue  # 王铁|接任, 刘谦|于2031年出任
        usual = length == USUAL or text[start : start + 2] in COMPOUND_SURNAMES
        if (_DOES if usual else _SURELY).match(text, end) or (text[start - 1 : start] == "由" and _HEADS.match(text, end)):
            return Found(start, end)
    return None


def _speaker(text: str, start: int) -> Found | None:
    """甲大学|张三|介绍了…, 甲大学的|张三|就…作了报告, 乙医院|李四|首先报道了…."""
    end = start + USUAL
    named = end < len(text) and is_person(text[start:end]) and not OF_OFFICE.match(text, start)
    named = (
        named and text[end - 1] not in _LINKS and not WARD_END.search(text[start:end]) and not _THING.search(text[start:end])
    )
    return Found(start, end) if named and (_SPEAKS.match(text, end) or _DID.match(text, end)) else None


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
