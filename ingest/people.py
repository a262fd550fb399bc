"""Where names of people stand in running Chinese text: beside their institution, title or team; precise before complete."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping

from ingest.doers import doers
from ingest.lexicon import TITLES, could_be_person, is_person
from ingest.name_before import LATIN, name_before
from ingest.names import Found
from ingest.posts import (
    CALLS,
    JOINED,
    LENGTHS,
    OF_OFFICE,
    ROLES,
    SAME_HOUSE,
    STRADDLES,
    TITLE,
    TITLE_LASTS,
    UNIT_REACH,
    USUAL,
    WARD_END,
)
from ingest.verbs import COMMON_VERBS, LIKE_NAMES, VERBS_OF_PEOPLE
from ingest.wards import before_unit, behind_ward
from kg.text import HAN

__all__ = ["LEADS_LINE", "people"]


_ROLE_AFTER = re.compile(
    rf"(?:\[[\d,，\-–]+\])?(?:等|及其)?(?:(?:领衔|带领|牵头|所在|率领)的?(?:[^，。；、]{{0,6}}?)?{ROLES}|(?:领衔|牵头|主持|负责|申报|申请|承担)(?:承担|申报|完成)?的(?=[^，。；“]{{0,24}}[“《])|{ROLES}|(?:领衔|率领|为首)|为(?:学科|学术|技术)?(?:带头人|首席|核心|队长|组长)的|(?<=[^院所校室科])的(?:悉心|精心|亲自)?(?:带领|指导|主持|领导|率领)下|(?:劳模|名医|名师|专家)(?:创新)?工作室"
    rf"|[两二三四五六七八九十\d]+[位名任代](?:{ROLES}|专家|学者|(?:学科|学术)带头人|负责人)"
    r"|(?<=等)(?:多[位名])?(?:国内外|院内外|知名|著名)*(?:专家|学者|嘉宾))"
)
_AUTHOR = r"(?:共同|并列|唯一|本文|论文|文章)*(?:第[一二三四](?:[、和]第[一二三四])*|通[讯信]|责任|首位?|末位|共同)作者"
_AS_AUTHOR = re.compile(
    r"(?:同学)?(?:等(?:[一二三四五六七八九十\d]+[位名]?)?人?)?"
    rf"(?:(?:分别)?(?:同?为|是|任|系|担任|作为)(?:该|本|此|这[篇项])?(?:论文|文章|研究|工作|成果)?的?{_AUTHOR}|以{_AUTHOR}|[（(]{_AUTHOR}"
    rf"|(?:并列|同列|并为)(?:为)?(?:第一|通[讯信]|共同)+作者)"
)
"""张三、李四为共同第一作者; 张三以第一作者身份; 张三（通讯作者）."""
_TITLES_BEFORE = re.compile(
    rf"(?:(?:(?<![{HAN}])[院校所](?=[党副])|分管(?:医疗|业务|科研|教学|此项)?(?:工作)?的?|名誉|荣誉|外籍|原|前(?!任)|候任|侯任|前任|首任|现任|时任|历任|历届|常务|执行|党委|党组|纪委|团委|机关|副|特聘|讲席|终身|资深|客座|兼职|新一届|本届|上一?届|前一届|首届|(?<![{HAN}])(?:科室?|病区)|行政|大会|会议|论坛|共同)*{TITLE}[、兼/]?)+(?:(?<=、)[{HAN}]{{2,12}}(?:、[{HAN}]{{2,12}}){{0,2}}(?:专家|学家))?(?:[（(](?:主持|兼|负责|代理?|分管|挂职)[^（）()]{{0,10}}[)）])?"
    r"(?P<of>的?(?:分别|原|现|依次|先后)*[为是由有:：]|[ \u3000])?"
)
_MARKS_OFF = "，。；、,;：:的任由据在和（( /聘兼及”》"
_EDITS_WHAT = re.compile("(?:现|兼|还|也)?(?:担任|兼任|任|是|为|系)(?=《[^《》]{2,60}》[^，。；]{0,12}(?:编委|主编|编辑|总编))")
"""张三|任《某某杂志》编委."""
_WROTE = re.compile("(?:合[著编译撰]|共同(?:主编|编著|编写|撰写|执笔)|编著|执笔|撰写)[了的](?=《)|合[著编译](?=《)")
"""张三与李四|合著的《…》."""
_MAKES = re.compile("由|(?:选举|推选|推举|聘任|聘请|任命|提名|增补|补选|增选|(?:全票|一致|表决|投票)通过)(?:产生)?了?")
_MAKES_NEXT = re.compile(rf"(?:{_MAKES.pattern})$")
_ROW_MARK = re.compile("[、和]")
_AS = re.compile(rf"(?:{ROLES})?(?:为|担任|任)")
_UNIT = re.compile(
    rf"(?:[{HAN}A-Z/]{{1,11}}(?:部|处|科|办|局|司|室|系|中心|学院|所|组|门诊|病区|病房|研究院|委员会|理事会))?(?:学术|教学|科研|行政|医疗)?"
)
"""A unit inside an organisation, before the post of its head."""
_JOINS_HOUSE = re.compile(
    r"(?:[，,]?\s*(?:自|于|在)?(?:19|20)\d\d年(?:\d+月)?(?:起)?)?[，,]?\s*(?:如今|现在|目前|同时|已经?|[也还又均都正](?=[是为系担兼出])|(?:既|不仅|不只)(?=[是任担兼])|先后)*(?:[现曾后](?=[供就任受]))?"
    r"(?:现任|曾任|历任|时任|现为|所在的?|(?:曾|先后)*被聘[为任]|是|系|[担兼出接继续改调转连离委就卸留辞]任|借调[至到]|受聘于?|就职于|任职于|供职于|加入|入职|调入|任)$"
)
"""What stands between a person and the house that the sentence goes on to name."""
_OF_HOUSE = re.compile(
    rf"(?:[{HAN}]{{1,10}}?(?:科|系|室|中心|部|学院|课题组|团队))?(?:[（(][^（）()]{{2,60}}[）)])?的(?:(?:{'|'.join(TITLES)}|博士生|硕士生|研究生))*"
)
_OF_CLASS = re.compile(
    r"(?:\d{2,4}级[^，。；、]{0,12}?|\d班|专业|本科|年级)的?(?:本科|硕士|博士|研究)?(?:学生|同学|本科生|研究生|硕士生|博士生)[:：]?"
)
"""2019级某班学生|张三、李四: what names of students follow."""
_AS_HEAD = re.compile(rf"作为[^，。；]{{4,40}}{TITLE}，")
_GRADE = re.compile(r"20\d\d级$")
_NO_NAMES = COMMON_VERBS | LIKE_NAMES
_FOLLOWS = re.compile(
    r"的(?!是|有|话)|[为以围就对与于从向把将被让给因按代分召]|(?:19|20)?\d\d|[一二三四五六七八九十][十年]|也|还|又|则|却|均"
)
_OF_FIRM = re.compile(
    "董事长|总裁|总经理|创始人|首席(?:执行|运营|技术|财务|科学)官|总监|首席科学家|总工程师|(?:研发|事业|市场|项目|产品).{0,2}经理"
)
"""Heads of firms, which go by names that no grammar tells for organisations."""
_OPENING_UNIT = re.compile(
    rf"(?:^|(?<=[，。；、,;：:（( ])|(?<=[提说谈]起)|(?<=[提见]到))(?:[A-Z]{{2,5}}|[{HAN}A-Z/]{{1,9}}"
    rf"(?:部|处|科|办|局|司|室|系|中心|学院|所|组|研究院|委员会|专|学|厅|卫健委|科技委|发改委)|[{HAN}]{{0,9}}(?:科研院|研究生院|工会|团委|党委|纪委|[学医]会|协会|分会|促会|专委会|学校|医院))$"
)
_LEVELLED = re.compile(
    rf"(?:^|[，。；、,;：:（(由和与及对])[省市县区](?:科学?技术?|卫生健康|卫健|财政|发展和?改革|发改|教育|工业和信息化|工信|药监|医保|中医药)(?:厅|局|委员会|委)[{HAN}]{{2,12}}[处科室办]$"
)
"""The unit of an authority told by its level alone, before its people: 省科技厅社会发展处|处长张三."""
_LEVELLED_REACH = 26
_SHARED_POST = re.compile("原|前任|历任|名誉|荣誉|前?副|(?:常务)?(?:委员|理事)$|常委$")
"""Posts that the people of a row hold together: 副理事长张三、李四."""
_ROW_GOES_ON = re.compile(r"[、，。；,;]|和|及|等|担任|教授|$")
_OF_SEVERAL = re.compile("(?:成员|医[师生]|技师|护士|博士后?|博士生|硕士生|研究生|工程师|讲师|教授|研究员)$")
"""Titles that a row of names may share."""
_ADVERBIAL = frozenset("一则就也")
"""Words of one character that stand behind a name of three and are no part of a longer one."""
_FUNCTION = frozenset("为在以从对由将被和于自与向等是的到给了过")
"""Words of one character that what precedes them may be a verb with, or a name before."""
_LINKS = frozenset("作做就在对从也还将把被让给向已曾于均都便又则亦")
"""Words of one character that stand between a name and what somebody does."""
_GOES_ON = re.compile(
    rf"[、，。；,;：:）)（(“]|{ROLES}|等|和|与|以及|陪同|会见|接见|看望|慰问|挂[任职]|口述|本人|系(?=[^统列，。；]{{3,40}}(?:主任|院长|所长|教授|委员|会长|主委|医师|研究员))|分获|荣获|率先|牵头|领衔|带领|率|提出|开展|介绍|表示|说|认为|指出|在|为|担任|作(?!为)|主持|发表|发明|研制|研发|建立|致辞"
    r"|分(?=获|别)|榜上有名|上榜|入选|名列|出席|参加|参与|应邀|受邀|团队|课题组|$|分[别头]|共同|先后|依次|相继|随后|首先|最后|一行|亲自|全程|均|也|还|主刀|向|给|告诉|坦言|透露|感慨|直言|解释|补充|回忆|算了|笑|正在|(?:线上|视频|远程|现场|书面)(?:致辞|致词|讲话|发言|参会|出席|连线|主持|指导|授课)|每[周月天年逢]|主攻|师从|从事|擅长|来自|长期|曾|获|当选|如今|看来|多年|任|及|主讲|讲|就|对|从|以|携|则|笑|如[是此]|一(?:开口|句话|边|针见血|语道破|一|直|行|起|同|对一|手|连|上台)|的(?=[答办团课实团看做想回门诊电]|[^，。；]{0,8}(?:之路|人生|故事|情怀|追求|传奇|初心|坚守|答卷)|话|问候|带领|陪同|主持下|(?:[大鼎全]力)?支持|(?:悉心|精心|亲自)?指导|(?:密切|积极|大力)?配合|帮助|邀请|委托|倡议)|代表|宣读|汇报|回顾|总结|强调|希望|致|作|做|莅临|到会|到场|到访|参会|围绕|带队"
    r"|常(?=常|[这那说对把讲给被])|刚刚?(?=荣|获|被|从|做|当选)|(?:接|授|揭|领|颁)牌|遗体|追思会|追悼会|逝世|去世|病逝|辞世|离世|诞辰|因(?!此|而|为|子|素)|早[在年]|\d{1,2}月\d{1,2}日|(?:19|20)\d\d年|[于自](?=(?:19|20)\d\d年)|简要|详细|重点(?!实验|学科|专科|研发)|着重|热情|高度|充分|全面|深入|深刻|衷心|诚挚|逐一|认真|亲切|当场|率队"
)
_YEAR = re.compile(r"(?:19|20)\d\d年")
_LIFE = r"(?=\s?[（(]\s?\d{4}(?:[年.][^）)]{0,10}?)?[—\-–~～至，,]|\s?[（(]\s?\d{4}年?[^）)]{0,6}生)"
LEADS_LINE = re.compile(
    rf"(?:[{HAN}]{{2,8}}\s*[|｜]\s*|(?:候选人|被提名人|主讲人|报告人|讲者|获奖者|得主)(?:简介)?[:：]?|[【\[][{HAN}]{{2,12}}[】\]]|[{HAN}]{{2,8}}[:：]|[（(]?\d{{1,2}}[)）.、．](?!\d)|[·•●◆■▲★])\s*"
)
"""A label or the mark of an item, before whom a line presents."""
_PRESENTED = re.compile(
    rf"(?P<name>[{HAN}]{{2,4}}|[{HAN}][ \u3000]{{1,4}}[{HAN}]|[A-Z][A-Za-zà-öø-ÿ.'’\- ]{{3,30}})"
    rf"(?:{_LIFE}|(?:\s*[，,：:|｜]\s*|\s+)(?:[男女](?=[，,。\s]|$)|[{HAN}]{{1,3}}族[，,]|(?:中共|民进|民盟|民建|民革|农工党|致公党|台盟|九三学社)(?:中央)?(?:党员|会员|盟员|社员|成员)|无党派|(?:19|20)\d\d年"
    rf"|(?:外籍|特聘|客座|讲席|名誉|兼职|副|助理)*(?:{'|'.join(TITLES)}|(?:医学|理学|工学)?[博硕]士|[博硕]士(?:研究)?生导师|科主任|护士长|技师长)(?=[，,、。；\s/|｜（(]|$))"
    rf"|[，,]\s*(?:[我本]校)?[^，。；]{{0,6}}(?:\d{{2,4}}级|届)[^，。；]{{0,12}}(?:毕业|校友)|[，,]\s*[^，。；]{{4,40}}[，,](?=[^，。；]{{0,12}}(?:\d{{6}}|E-?mail|邮箱))|[，,]\s*(?:现[任为]|毕业于|是[^，。；]{{2,30}}(?:专家|学者|教授|院士|医[师生]|带头人|奠基人|科学家))"
    r"|[，,]\s*[A-Z]{3,8}[A-Za-z ]{0,12}(?:高级|终身|资深)?(?:会员|会士|Fellow|Member)"
    rf"|[，,]\s*[{HAN}]{{2,16}}(?:学家|专家)(?=[，,、。；])"
    rf"|[，,]\s*(?:原籍|祖籍)?(?:(?![均为是的])[{HAN}]){{4,12}}(?<![年病老男女成])人(?=[，,。；]\s*(?:(?:19|20)\d\d年|[男女][，,]|[^，。；]{{0,20}}(?:教授|医[师生]|研究员|院士|学家)[，,。；、]))"
    rf"|(?:[，,：:]|\s)\s*[{HAN}]{{4,24}}(?:{'|'.join(TITLES)}|院长|所长|校长|主任|理事长|会长|(?:学科|学术)带头人|书记|董事长|总经理|[博硕]士)(?=[，,、。；]|$))"
)
_TERM = r"(?:(?:第[一二三四五六七八九十\d]+|首|新一|本)届)?(?:委员会|理事会|学组|分会|专委会|学会|协会)?的?"
_ELECTED = re.compile(
    r"(?:[（(][按以][^（）()]{2,16}[)）])?(?:等\s*[一二三四五六七八九十\d]*[位名人]?(?:专家|同志)?)?(?:全票|高票|一致|再次|再度|成功|光荣|正式|双双|同时)*(?:当选|连任|续任|改任|(?:被|受)(?:推选|推举|选举|聘任?|增选|增补|任命|提名)|(?:[兼续担出]?任|为(?=[^，。；]{0,12}(?:委员|会长|理事|秘书)))(?="
    + _TERM
    + r"(?:候任|前任|名誉|常务|执行|大会|共同|学术|副)*"
    r"(?:主任委员|会长|理事长|主席|秘书长|秘书|组长|常委|委员|理事)))"
)
_GIVEN = re.compile("(?<![作成])为$")
_OFFICE_GIVEN = re.compile(
    "(?:候任|前任|名誉|荣誉|常务|执行|副)*(?:主任委员|主委|会长|理事长|主席|秘书长?|组长|常委|委员|理事|监事|顾问)"
)
"""选举张三为|副主任委员: the 为 before it ends no name."""
_HONOURED = re.compile(
    rf"(?:(?:等\s*[一二三四五六七八九十\d]{{1,3}}[位名]?(?:专家|教授|学者|医[生师]|同志|人)|[一二三四五六七八九十\d]{{1,3}}[位名][{HAN}]{{0,4}}(?:工作者|专家|教授|学者|医[生师]|科学家|青年|骨干))?(?:双双|分别?|也|又|均|曾|先后|一举|刚刚?)?(?:荣获|喜获|荣膺|斩获|摘得|夺得|获评|获颁|获授|被(?:[^，。；“”获]{{3,30}}?)?(?:授予|评为)|获得?(?=[“全中国省第本该一二三特金银铜]|20|19|[。；，]|$|(?![知悉邀准批取])[^。；，：评颁]{{2,30}}奖))"
    r"|凭借|[则也又]?以(?=[《“])|(?:最终)?以[^，。；“]{2,16}?(?:成绩|总分|高分|优势|票数)(?=[^，。；]{0,4}[获得摘夺捧膺])|(?:合作|共同|联合)(?:完成|撰写|带来)?的(?=[《“])|撰写的?(?:论文|文章|《)|的?(?:论文|文章|报告|课件|作品)《"
    r"|的(?:(?:(?:获奖|参赛)?(?:项目|课题|成果|作品|研究))(?=[《“])|(?=《))"
    r"|[（(]第[一二三四五六七八九十\d]{1,2}(?:主要)?完成人|(?:[为是系]|作为)(?:该|本)?(?:项目|成果)?的?第[一二三四五六七八九十\d]{1,2}(?:主要)?完成人)"
)
"""张三荣获…奖, 甲医院李四获“…”称号, 王五凭借…, 赵六（第二完成人）."""
_WINS_BY = re.compile(r"的(?:项目|课题|作品|论文)?《[^《》]{4,60}》(?:《[^《》]{4,60}》)*[^，。；《》]{0,6}获")
"""张三的《…》获…: what tells a name of two characters for one."""
_HONOUR_SAID = re.compile("[获凭夺摘捧膺《]|完成人|授予|被评")
_UNIT_LIKE = re.compile("[科室部院所组队处]$")
_TITLES_END = re.compile(rf"(?:\s*{ROLES})+$")
_IN_BRACKETS = re.compile(rf"[{HAN}A-Za-z]{{0,12}}(?:[，,、 ]\s*{TITLE}){{0,3}}[)）]")
"""What follows an organisation that a bracket holds, its unit and a title behind a mark included."""
_BLANKS = "[ \u3000]{1,4}"
_SET_APART = re.compile(
    rf"(?:[{HAN}A-Z]{{1,10}}(?:科|系|室|部|中心|学院|所))?(?:(?:常务|执行|名誉)?副?(?:主任|院长|所长|校长|处长|护士长))?{_BLANKS}(?P<name>[{HAN}]{{2,4}}|[{HAN}]{_BLANKS}[{HAN}]){_BLANKS}(?=(?:{'|'.join(TITLES)}|院士))"
)
"""甲大学 张三 教授, 甲医院放射科主任 张三 教授: a name that blanks part from its house or post and its title."""
_LEADS_IN = re.compile(r"(?:邀请|聘请|特邀|包括|以及|还有|分别[是为]|来自|专家|[为是有由])了?$")
"""What stands before the first of several whose houses are told in brackets."""
_AND_OTHERS = re.compile(
    r"等(?:人|学者|研究者)?(?:\[[\d,，\-–~]+\]|[（(](?:19|20)\d\d年?[)）])?(?:(?:于|在)(?:19|20)\d\d年(?:\d{1,2}月)?)?(?:最早|最先|首先|进一步|随后|最终|曾|则|还|也|又|的)*"
    r"(?=率先|首次|提出|研[制发究]|发现|报[道告]|建立|开发|发展|证[实明]|发明|构建|将|通过|利用|采用|基于|从|对|在"
    r"|改[进良]|优化|引入|设计|验证|探讨|比较|分析|评[估价]|总结|观察|回顾性|运用|应用|使用|结合|描述|揭示|尝试|发表|撰写)"
)
"""What tells those who are cited for a study."""
_FOREIGN = re.compile(
    rf"\s?(?P<name>{LATIN}"
    rf"|[{HAN}]{{1,7}}[·•・][{HAN}]{{1,7}}?(?={_GOES_ON.pattern}))"
)
"""A name in letters, or one with a dot, behind a title: its end is told by what may follow."""
_NOTED = re.compile(rf"[（(](?:(?:以下)?简称)?[:：]?[^（）()，。；]{{2,20}}[)）](?:[{HAN}]{{2,9}}(?:科|室|部|中心|系|处))?$")
"""A short name in brackets behind an organisation, a post of which follows: 甲委员会（简称“甲委”）|副主任."""
_NOTE_REACH = 36
_IN_ROW = re.compile(rf"(?P<of>的?)(?P<name>[{HAN}]{{2,3}}?)(?:[，、；。—]|[和与及]|等|分别|$)")
_LISTED_UNDER = re.compile(
    r"(?:^|[，。；;：:\s])(?:(?:名誉|候任|常务|执行|副)*(?:主任委员|主委|会长|理事长|常[委务]委?员?|理事|委员|秘书长?|顾问|组长)|[特一二三优]等奖|[金银铜]奖)"
    r"(?:[（(]?[一二两三四五六七八九十\d]{1,2}[名位项篇人][)）]?)?[：:]$"
)
"""The office or the grade whose holders a line lists, before the house of the first: 副主任委员：|甲医院张三."""
_ROW_LED = re.compile("(?:来自|包括|以及|还有|成员有|专家有|邀请到?了?|特邀了?|[由与和])$")
"""What stands before a row of people with their houses, so that two are enough for one."""
_HEADED_BY = re.compile("(?:主任委员|主委|会长|理事长|主席|秘书长|组长|副?主任|负责人|带头人|执笔人|作者|主编)[为是由]$")
_HEAD_NAMED = re.compile("[，。；、（(]|担任|$")
"""What follows who heads something, by name behind the house: 主任委员为甲医院|张三，…."""
_EACH = re.compile("(?:分别|依次)[为是有由]$")
"""实验室副主任分别为|甲大学张三和…: who follows is named behind the house."""
_OF_THAT_HOUSE = re.compile(
    rf"(?<=[是有为自由])[该我本同](?:院|校|所|科|中心)(?:[{HAN}]{{1,8}}?(?:科|系|室|中心|部|学院|研究所))?的(?!是|有)"
)
"""队员是该院的|张三、李四, 负责人是该校光电学院的|王五."""
_LEADS_TO_HOUSE = re.compile(r"(?:来自|由|(?:人|[者主家长授员])(?:分别|依次)?[为是：]|分别[为是：]|殊荣[：，])$")
"""What stands before the house of one who is named behind it: 负责人为|甲大学的张三, 由|乙医院的李四."""
_LEAST_ROW = 3
_LONGEST = max(LENGTHS)


def people(text: str, organizations: list[Found]) -> Iterator[Found]:
    """People, in the order of the text: 甲大学张三团队, 李四教授, 教授王五率先…, and those that stand in a row with them."""
    ends = {found.end: found.start for found in organizations}
    taken: dict[int, Found] = {}
    named = (
        *_presented(text),
        *_at_homes(text, organizations, ends),
        *_set_apart(text, organizations),
        *_beside(text, organizations),
        *_before_roles(text, ends),
        *_made_at_homes(text, organizations),
        *_in_rows_of_houses(text, organizations),
    )
    for found in (*named, *_after_titles(text, ends), *_made(text), *doers(text, ends)):
        for one in (found, *_row_before(text, found, ends)):
            if not _inside(one, organizations) and not any(
                known.start < one.end and one.start < known.end for known in taken.values()
            ):
                taken[one.start] = one
    yield from (taken[start] for start in sorted(taken))


def _in_rows_of_houses(text: str, organizations: list[Found]) -> Iterator[Found]:
    """甲医院张三，乙医院李四，丙大学王五等: three names or more, each behind its house, the next house behind the mark.

    Two are enough behind 来自 and the like.
    """
    row: list[Found] = []
    least = _LEAST_ROW
    for place, house in enumerate(organizations):
        named = _IN_ROW.match(text, house.end)
        if named is None or not is_person(named["name"]) or WARD_END.search(named["name"]):
            row = []
            continue
        if not row:
            least = _LEAST_ROW - (_ROW_LED.search(text, max(0, house.start - 4), house.start) is not None)
        if not row and _EACH.search(text, max(0, house.start - 4), house.start):
            yield Found(named.start("name"), named.end("name"))
        least = 1 if not row and _LISTED_UNDER.search(text, 0, house.start) else least
        row.append(Found(named.start("name"), named.end("name")))
        goes_on = place + 1 < len(organizations) and organizations[place + 1].start == named.end()
        if not goes_on and len(row) >= least:
            yield from row
        row = row if goes_on else []


def _presented(text: str) -> Iterator[Found]:
    """张三，教授，…; 张三，1970年生: whom a text presents."""
    lead = LEADS_LINE.match(text)
    first = _PRESENTED.match(text, lead.end() if lead else 0)
    if first is not None and is_person(re.sub("[ \u3000](?=[^A-Za-z])", "", first["name"])):
        yield Found(first.start("name"), first.end("name"))


def _at_homes(text: str, organizations: list[Found], ends: Collection[int]) -> Iterator[Found]:
    """张三（甲医院）、李四（乙大学）: whose house a bracket tells."""
    for home in organizations:
        if text[home.start - 1 : home.start] not in ("（", "(") or not _IN_BRACKETS.match(text, home.end):
            continue
        end = len(text[: home.start - 1].rstrip())
        titled = _TITLES_END.search(text, max(0, end - 20), end)
        end = titled.start() if titled is not None else end
        found = name_before(text, end, ends) or _led_in(text, end)
        if found is not None:
            yield found


def _beside(text: str, organizations: list[Found]) -> Iterator[Found]:
    """张三是甲医院…, 张三2012年加入乙大学, 来自丙医院的李四: at a boundary before what joins a house, behind the house."""
    row = -1
    for house in organizations:
        joins = _JOINS_HOUSE.search(text[: house.start])
        if joins is not None:
            found = name_before(text, joins.start(), ())
            if found is not None and (found.start == 0 or text[found.start - 1] in _MARKS_OFF or text[found.start - 1] == "“"):
                yield found
        named = house.start == row or _LEADS_TO_HOUSE.search(text, max(0, house.start - 5), house.start)
        of_it = _OF_HOUSE.match(text, house.end) if named else None
        after = _first_name(text, of_it.end(), _GOES_ON) if of_it is not None else None
        if after is not None:
            row = after.end + 1 if text[after.end : after.end + 1] in JOINED else -1
            yield after


def _set_apart(text: str, organizations: list[Found]) -> Iterator[Found]:
    for house in organizations:
        named = _SET_APART.match(text, house.end)
        if named is not None and is_person(re.sub("[ \u3000]", "", named["name"])):
            yield Found(named.start("name"), named.end("name"))


def _led_in(text: str, end: int) -> Found | None:
    starts = (end - length for length in LENGTHS if end >= length)
    named = (start for start in starts if is_person(text[start:end]) and _LEADS_IN.search(text[max(0, start - 6) : start]))
    return next((Found(start, end) for start in named), None)


def _before_roles(text: str, ends: Collection[int]) -> Iterator[Found]:
    yield from _honoured(text, ends)
    for role in (
        *_ROLE_AFTER.finditer(text),
        *_ELECTED.finditer(text),
        *_AND_OTHERS.finditer(text),
        *(_AS_AUTHOR.finditer(text) if "作者" in text else ()),
        *(_EDITS_WHAT.finditer(text) if "》" in text and "编" in text else ()),
        *(_WROTE.finditer(text) if "》" in text else ()),
    ):
        given = _GIVEN.search(text, 0, role.start()) and _OFFICE_GIVEN.match(text, role.start())
        found = name_before(text, role.start() - 1 if given else role.start(), ends)
        if found is not None:
            yield found


def _honoured(text: str, ends: Collection[int]) -> Iterator[Found]:
    """Who received something, beside a house; without one only a name of the usual length that opens a clause."""
    if not _HONOUR_SAID.search(text):
        return
    for verb in _HONOURED.finditer(text):
        found = name_before(text, verb.start(), ends)
        if found is None or _UNIT_LIKE.search(text[found.start : found.end]):
            continue
        usual = found.end - found.start == USUAL or behind_ward(text, found.start)
        if found.start in ends or usual or text[verb.start()] in "（(" or _WINS_BY.match(text, verb.start()):
            yield found


def _after_titles(text: str, ends: Collection[int]) -> Iterator[Found]:
    """教授张三率先…: a title (after an organisation, its unit or a boundary), the name, and a word that goes on from a name."""
    for clause in _AS_HEAD.finditer(text) if "作为" in text else ():
        found = _first_name(text, clause.end(), _GOES_ON)
        if found is not None:
            yield found
    for group in _OF_CLASS.finditer(text) if "生" in text or "同学" in text else ():
        found = _first_name(text, group.end(), _GOES_ON)
        if found is not None:
            yield from (found, *_row_after(text, found))
    for house in _OF_THAT_HOUSE.finditer(text):
        found = _first_name(text, house.end(), _ROW_GOES_ON)
        if found is not None:
            yield from (found, *_row_after(text, found))
    for title in _TITLES_BEFORE.finditer(text) if not TITLE_LASTS.isdisjoint(text) else ():
        parts = (title.start(), *(title.start() + place + 1 for place, mark in enumerate(title.group()) if mark == "、"))
        if not any(_is_titled(text, start, ends) for start in parts) and not _OF_FIRM.search(title.group()):
            continue
        found = _first_name(text, title.end(), _GOES_ON)
        if found is None and title.start() in ends:
            found = _rare_name(text, title.end())
        found = found or _before_any_verb(text, title.end()) or _plainly(text, title.end())
        if found is not None:
            yield found
            if title["of"] or _OF_SEVERAL.search(title.group()) or _SHARED_POST.match(title.group()):
                yield from _row_after(text, found)


def _rare_name(text: str, start: int) -> Found | None:
    """A name whose surname is rarely one, between a post right behind its house and what people do: 某大学校长|来某某|认为."""
    end = start + USUAL
    goes_on = text[end : end + 2] in VERBS_OF_PEOPLE or (
        text[start - 2 : start] == "院士" and text[end : end + 1] in "，、；。"
    )
    fits = goes_on and could_be_person(text[start:end]) and not OF_OFFICE.match(text, start)
    return Found(start, end) if fits else None


def _before_any_verb(text: str, start: int) -> Found | None:
    """A name that is no common word, between a post and any verb: 院长|裘宁川|辞去…; none where two lengths would do."""
    fits = [
        Found(start, end)
        for end in (start + length for length in LENGTHS)
        if text[end : end + 2] in COMMON_VERBS and _is_name(text[start:end]) and text[end - 1 : end + 1] not in COMMON_VERBS
    ]
    return fits[0] if len(fits) == 1 and not OF_OFFICE.match(text, start) else None


def _plainly(text: str, start: int) -> Found | None:
    """A name of the usual length that holds no word, between a post and what may follow any noun: 主任|裘宁川|的."""
    end = start + USUAL
    name, told = text[start:end], _FOLLOWS.match(text, end)
    words = (name[:2], name[1:], text[end - 1 : end + 1])
    fits = told is not None and _is_name(name) and _NO_NAMES.isdisjoint(words) and STRADDLES.match(text, end - 1) is None
    return Found(start, end) if fits else None


def _is_name(words: str) -> bool:
    return is_person(words) and words not in LIKE_NAMES


def _made(text: str) -> Iterator[Found]:
    """选举张三为主任委员, 聘任李四教授担任顾问: whom somebody makes something."""
    for verb in _MAKES.finditer(text):
        found = _first_name(text, verb.end(), _AS)
        row = [] if found is not None else _row_made(text, verb.end())
        yield from [found] if found is not None else row


def _made_at_homes(text: str, organizations: list[Found]) -> Iterator[Found]:
    """选举甲医院张三为主任委员; 主任委员为甲医院张三."""
    for house in organizations:
        made = _MAKES_NEXT.search(text, max(0, house.start - 6), house.start)
        heads = _HEADED_BY.search(text, max(0, house.start - 8), house.start)
        found = _first_name(text, house.end, _AS) if made is not None else None
        found = found or (_first_name(text, house.end, _HEAD_NAMED) if heads is not None else None)
        if found is not None:
            yield found


def _row_made(text: str, at: int) -> list[Found]:
    """增补|张三、李四为…: the names of a row whose last is made something."""
    row: list[Found] = []
    while (one := _first_name(text, at, _ROW_MARK) or _first_name(text, at, _AS)) is not None:
        row.append(one)
        if _ROW_MARK.match(text, one.end) is None:
            return row
        at = one.end + 1
    return []


def _is_titled(text: str, start: int, ends: Collection[int]) -> bool:
    """Whether a title may begin here: at a boundary or an organisation's end, a unit (科教处) between allowed."""
    before = text[max(0, start - UNIT_REACH) : start]
    if (
        start in ends
        or (before[-1:] == "的" and start - 1 in ends)
        or not before
        or before[-1] in _MARKS_OFF
        or CALLS.search(before)
        or _GRADE.search(before)
        or SAME_HOUSE.search(before)
    ):
        return True
    inside = max((end for end in ends if start - UNIT_REACH <= end < start), default=None)
    inside = inside + 1 if inside is not None and text[inside] in "）)" else inside  # 甲医院（乙医院）|放射科主任
    if inside is not None and _UNIT.fullmatch(text, inside, start):
        return True
    noted = _NOTED.search(text, max(0, start - _NOTE_REACH), start)
    if noted is not None and noted.start() in ends:
        return True
    if _LEVELLED.search(text, max(0, start - _LEVELLED_REACH), start):
        return True
    unit = _OPENING_UNIT.search(before)
    return unit is not None and (unit.start() > 0 or start <= UNIT_REACH or before[0] in _MARKS_OFF)


def _first_name(text: str, start: int, goes_on: re.Pattern[str]) -> Found | None:
    foreign = _FOREIGN.match(text, start)
    if foreign is not None:
        name = foreign["name"]
        after = goes_on.match(text, foreign.end()) or goes_on.match(text, foreign.end() + 1)
        return Found(foreign.start("name"), foreign.end("name")) if is_person(name) and after else None
    for length in LENGTHS:
        end = start + length
        if end > len(text) or STRADDLES.match(text, end - 1) or text.startswith("以及", end - 1):
            continue
        if is_person(text[start:end]) and _ends_here(text, start, end, goes_on) and not OF_OFFICE.match(text, start):
            return Found(start, end)
    return None


def _ends_here(text: str, start: int, end: int, goes_on: re.Pattern[str]) -> bool:
    """Whether what follows goes on from a name: a mark, or a word that people are the subjects of.

    Of 王浩作|报告 and 王浩|作报告 the second is meant, where the shorter words are a name too.
    """
    if end - start == _LONGEST and (text[start + 2 : end] in VERBS_OF_PEOPLE or text[end - 1] in _ADVERBIAL):
        return False  # 全程|参加, 张秋实|一对一

    joined = text[end - 1 : end + 1] in COMMON_VERBS and text[end : end + 1] not in _FUNCTION
    if joined and text[end : end + 2] not in COMMON_VERBS and _is_name(text[start : end - 1]):
        return False  # 张伟|调任…

    if goes_on.match(text, end):
        link = text[end - 1] in "曾对在" or (text[end - 1] in "于自" and _YEAR.match(text, end) is not None)
        return (
            not link
            or (text[end] in _MARKS_OFF and text[end - 1 : end + 1] not in ("曾在", "曾任"))
            or not is_person(text[start : end - 1])
        )  # 张强|曾说, 张强|于2031年
    verb = goes_on is _GOES_ON and (text[end : end + 2] in VERBS_OF_PEOPLE or text[end : end + 3] in VERBS_OF_PEOPLE)
    return verb and not (text[end - 1] in _LINKS and is_person(text[start : end - 1]))


def _row_after(text: str, found: Found) -> Iterator[Found]:
    """The names that follow this one in a row: 副主任委员为张三、李四、王五."""
    one: Found | None = found
    while one is not None and text[one.end : one.end + 1] in ("、", "和", "及"):
        at = one.end + 1
        one = _first_name(text, at, _ROW_GOES_ON) or _first_name(text, at, _GOES_ON)
        if one is not None:
            yield one


def _row_before(text: str, found: Found, ends: Mapping[int, int]) -> Iterator[Found]:
    """The names that a row holds before this one: 甲大学张三、李四团队, 甲医院张三、乙医院李四当选."""
    start = before_unit(text, ends.get(found.start, found.start))
    while start > 2 and text[start - 1] in JOINED:
        one = name_before(text, start - 1, ends)
        if one is None:
            return
        yield one
        start = before_unit(text, ends.get(one.start, one.start))


def _inside(found: Found, organizations: list[Found]) -> bool:
    at = bisect_right([one.start for one in organizations], found.start) - 1
    return at >= 0 and organizations[at].end > found.start
