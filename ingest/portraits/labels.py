"""What the labels of a page about a person announce: 【学术兼职】, 研究方向：, 代表性论文（*通讯作者）."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.text import HAN

__all__ = ["ENDS", "MIXED", "NUMBERING", "label_of", "labelled"]

MIXED = "outcome"
"""Parts that tell of several kinds, in sentences."""
_MOST_KINDS = 3
ENDS = "ends"
"""A heading where the page goes on to something else: news, links, others."""

_OPENS = (
    r"(?:[他她](?!人)|该同志|[\u4e00-\u9fff]{2,3}(?:教授|主任|同志|医生|院士)(?=目前|近|先后|曾|现|已|主|承|负)|个人|本人|主要|其他|近五年来?|近年来?|近期|目前|已|现|历年|部分|代表性?|重要|主讲|获得|所获|相关|作者|曾|正在|先后"
    r"|发表|出版|编写|撰写|主持|承担|负责|参与)*的?"
)
_OF = r"(?:情况|经历|信息|目录|列表|一览|介绍|简介|概述|概况|描述|背景|内容|节选|选录)*"
_KINDS: tuple[tuple[str, str], ...] = (
    ("name", r"姓名|教师姓名|导师姓名|医生姓名|专家姓名"),
    ("title", r"职称|专业技术职[称务]|技术职[称务]|学术职称"),
    ("post", r"职务|职[称务][及与和/、]?职[称务]|行政职务|现任职务|担任职务|党政职务|行政任职"),
    ("unit", r"(?:所在|工作|任职|所属)?(?:单位|院系|学院|部门|科室|医院|机构|院所)|所属(?:课题组|研究[部组])|单位名称"),
    (
        "education",
        r"(?:教育|学习|求学|受教育)(?:背景|经历|简历)|学历(?:学位)?|学位|毕业(?:院校|学校|时间)|最高学历|进修(?:学习)?经历|访学经历|培训经历",
    ),
    ("patents", r"(?:授权|发明|申请|国家)?(?:发明)?专利(?:成果)?|软件著作权|知识产权"),
    (
        "none",
        r"(?:电子)?(?:邮箱|邮件)|邮件|E-?mail|(?:联系|咨询|办公|预约|科室|门诊)?电话|手机|传真|通讯地址|通信地址|地址|办公(?:地点|室|地址)|邮编|邮政编码|个人主页|主页|网址|性别|民族|出生(?:年月|日期)?|籍贯|政治面貌|年龄"
        r"|导师(?:类别|类型)|(?:博士|硕士|研究生)?招生(?:信息|专业|方向|计划|名额)?|招生学科|指导(?:学生|研究生)|学生(?:培养|情况)|培养(?:学生|研究生)|(?:主讲|讲授|教授|本科|研究生)?课程|教学(?:工作|课程|任务)?|联系方式|出诊(?:信息|时间|地点)|门诊(?:时间|安排)|坐诊时间"
        r"|学术(?:会议|交流|报告)|会议报告|在读|团队成员|毕业生|关键词|学科专业|专业(?!特|擅|方向|技|专)|学科|导师",
    ),
    (
        "skills",
        r"(?:专业|医疗|诊疗|临床|技术)?(?:擅长|专长|特长)(?:领域|疾病|方向)?|诊治(?:范围|专长)|主治(?:疾病)?|专业方向|亚专业(?:方向)?|业务专长|临床方向",
    ),
    (
        "fields",
        r"(?:科学|学术|科研|科学)?研究(?:方向|领域|兴趣|内容|专长|重点|课题组方向)(?:[及与和](?:研究)?(?:内容|兴趣|领域))?|科研方向|学术方向|研究",
    ),
    (
        "posts",
        r"(?:学术|社会|行业|专业|学会|期刊|国内外?|学术团体|学术组织|社会学术|学术[及与和/]社会|学术社会)*(?:兼职|任职|团体任职|组织任职|职务|服务)(?:[及与和]荣誉)?",
    ),
    (
        "career",
        r"(?:工作|任职|职业|科研|学术|学习工作|执业|研究|个人|工作[及与和]学习|教育[及与和]工作|学习[及与和]工作)(?:经历|简历|履历|历程|背景)|简历|履历",
    ),
    (
        "projects",
        r"(?:在研|已?完[成结]|已?结题|主持|承担|参与|负责|科学|科研|研究|教学|纵向|横向|国家级|省部级|主持[及与和]参与|承担[及与和]参与|[及与和])*(?:科研|研究|基金|纵向|课题)*(?:项目|课题|基金)(?:[及与和]课题|[/、]课题)?",
    ),
    (
        "honours",
        r"(?:科研|学术|科技|教学|成果|人才|个人|科研成果)*(?:获奖|奖励|奖项|荣誉|表彰|获奖成果|荣誉称号|人才称号|科技奖励|称号|荣誉奖励|奖惩)(?:[及与和、/]?(?:获奖|奖励|奖项|荣誉|荣誉称号|表彰|人才(?:计划|项目|称号)|称号))*",
    ),
    (
        "papers",
        r"(?:学术|科研|英文|中文|SCI|期刊)*(?:论文|文章|论著|发表物|文献)(?:[及与和]论?著作?|发表|论著)?|学术成果"
        r"|(?:Selected )?Publications?",
    ),
    (
        "books",
        r"(?:学术|出版)?(?:著作|专著|论著作|教材|编著|译著|书籍|出版物)(?:[及与和、](?:教材|专著|指南|译著|著作))*|参编著作|指南(?:[及与和]共识)?|主编(?:[及与和]参编)?著作",
    ),
    (
        "bio",
        r"(?:个人|人物|专家|医生|医师|教师|导师|作者|自我|基本|主任|大夫)*(?:简介|介绍|概况|情况|资料|信息|说明|简述|小传)|简介",
    ),
    (
        MIXED,
        r"(?:科研|学术|教学|主要|研究|工作|临床|教学科研|教研|科技|医疗|技术|学科)*(?:成果|成就|业绩|贡献|工作|能力|水平|进展|情况)(?:[及与和](?:荣誉|获奖|贡献|影响))?|科研|科学研究",
    ),
    (
        ENDS,
        r"相关(?:新闻|专家|医生|阅读|链接|文章|推荐)|推荐(?:专家|医生|阅读|医院)|(?:其他|更多|同科室?|本科室?)(?:专家|医生|教师|新闻)|友情链接|上一[篇页条]|下一[篇页条]|患者评价|网友评论|评论|常用链接|快速(?:通道|链接)|科室导航|新闻(?:动态|中心)|扫一扫|分享到",
    ),
)
_CARD = frozenset({"name", "title", "post", "unit"})
_PATTERNS = tuple((kind, re.compile(rf"{_OPENS}(?:{words}){'' if kind in _CARD else _OF}")) for kind, words in _KINDS)
_JOINED = re.compile("[及与和、/]|以及")
NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}\s*[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}\s*[、.．](?!\d)|[◆●■▶▪•·★☆※►]\s*)\s*"
)
_NOTE = re.compile(r"[（(][^（）()]{1,40}[)）]|[A-Za-z&/ ]{4,40}$")
_LABEL = re.compile(
    rf"^\W{{0,3}}(?:[【\[［〖「](?P<boxed>[{HAN}A-Za-z/、 \u3000]{{2,20}})[】\]］〗」](?:[（(][^（）()]{{1,40}}[)）])?[:：]?"
    rf"|(?P<plain>[{HAN}][{HAN}/、 \u3000（）()*#＊＃，,]{{1,38}}?)\s*[:：])\s*"
)


@lru_cache(maxsize=1 << 12)
def label_of(words: str) -> str | None:
    """What a label announces, None for what is no label of a person's page.

    >>> [label_of(words) for words in ("【学术兼职】", "姓 名", "三、主持科研项目", "代表性论文（*通讯作者）", "放射科")]
    ['posts', 'name', 'projects', 'papers', None]
    """
    bare = NUMBERING.sub("", words.strip())
    bare = _NOTE.sub("", bare).strip("【】[]［］〖〗「」:： \u3000—-")
    bare = re.sub(r"\s+|(?<=.{4})(?:主要)?(?:有|包括|如下|如下所示)$", "", bare)
    if not 2 <= len(bare) <= 16:
        return None
    return _kind(bare) or _of_several(bare)


def _kind(bare: str) -> str | None:
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(bare)), None)


def _of_several(bare: str) -> str | None:
    """What a label of two things announces (科研项目及成果): the one where both are the same, else a mixture."""
    kinds = {_kind(part) for part in _JOINED.split(bare)}
    if None in kinds or len(kinds) > _MOST_KINDS:
        return None
    return kinds.pop() if len(kinds) == 1 else MIXED


def labelled(text: str) -> tuple[str, int] | None:
    """The label that a line opens with: what it announces and where its words begin; None where the line opens with none.

    >>> labelled("研究方向：低剂量CT"), labelled("【著  作】"), labelled("张三：教授")
    (('fields', 5), ('books', 6), None)
    """
    match = _LABEL.match(NUMBERING.sub(lambda mark: " " * len(mark.group()), text))
    kind = label_of(match["boxed"] or match["plain"]) if match else None
    return (kind, match.end()) if match is not None and kind is not None else None
