"""What a web site puts around its article: menus, paths, share buttons, neighbours, imprints; and tables that only lay out."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

__all__ = ["heads_other_pages", "is_furniture", "is_layout", "is_site_line", "is_title_of_another", "own_cells", "own_rows"]

_ROLES = {"navigation", "banner", "contentinfo", "menu", "menubar", "search", "tooltip"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_UNSEEN = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
"""What a script shows once the page stands: the article too, on some sites."""
_RELATED = re.compile(
    r"(?:相关|推荐|热门|最新|更多|往期|延伸|精彩|图片|猜你喜欢)(?:的)?(?:阅读|新闻|文章|链接|推荐|资讯|回顾|内容|动态|专题|报道)?[：:>»]*$"
)
"""The heading of a list of links to other articles."""
_OTHER_PAGES = re.compile(
    r"\W*(?:(?:相关|热门|推荐|往期)(?:阅读|新闻|文章|推荐|资讯|回顾)|更多(?:文章|新闻|推荐|精彩内容)|猜你喜欢|大家都在看|热点排行|点击排行)\W*"
)
"""The line above the titles of other pages, in a page saved as text; 相关链接 and 延伸阅读 may head its own words."""
_LONGEST_TITLE = 48
_TAGS = {"footer", "header", "aside"}
_NAMES = frozenset(
    """
    nav navbar navigation topnav subnav menu submenu breadcrumb breadcrumbs crumb crumbs share sharing bdshare bdsharebuttonbox
    social footer foot copyright sidebar comments respond related recommend pagination pager prevnext toolbar toolbox searchform
    search login qrcode friendlink links skip tagcloud advert
    """.split()  # noqa: SIM905
)
"""Words in an element's class or id that say what it is for."""
_WORD = re.compile(r"[A-Z]?[a-z]+")
_HOME = re.compile(r"(?:网站|本站|返回)?首页$|Home$", re.IGNORECASE)
_SECTION = re.compile(
    r".{0,4}(?:概况|简介|动态|新闻|公告|通知|通知公告|指南|办事指南|联系我们|联系方式|下载中心|资料下载|规章制度|机构设置|组织机构|党建.{0,4}"
    r"|人才招聘|预约挂号|(?:院务|政务|信息)公开|科室导航|网站地图|English)$"
)
"""What sites call their sections; two such names among short links make a menu."""
_SHORT = 10
_MOST = 0.4
"""An element with this share of the page's words is its article, whatever its class says."""
_SENTENCES = 2
"""What holds so many sentences is an article."""
_LISTS = {"ul", "ol", "div", "dl"}
_FEWEST_LINKS = 3
_LINKED = 0.7

_SITE_LINES = re.compile(
    r"(?:(?:您|你)?(?:现在|当前|目前)?(?:的|所在|所处)*位置|(?:网站|本站)?首页)\s*(?:[:：>＞»›/|]|-+>?|$)"
    r"|[【\[]?(?:上|下)一?(?:篇|条|页|则)(?:文章|新闻)?[】\]]?\s*(?:[:：>»]|$)"
    r"|(?:Previous|Next)(?: (?:post|article))?\s*(?:[:：]|$)"
    r"|(?:一键)?分享(?:到|至|本文)?\s*(?:[:：]|$)|(?:微信|手机)?扫一扫|(?:点击|轻触|戳)[^。]{0,10}(?:蓝字|关注)|关注该公众号|预览时标签不可点|(?:点击|轻触)?阅读原文$"
    r"|继续滑动看下一个|(?:喜欢|赞赏)作者|(?:长按|扫码|扫描)[^。]{0,12}(?:关注|分享|二维码)|版权所有|Copyright|©"
    r"|[^。]{0,60}(?:ICP备|ICP证|公网安备)|友情链接|(?:技术支持|网站标识码|您是第)\s*[:：\d]|(?:相关|推荐|热门)(?:阅读|新闻|文章|链接|推荐)[:：]?$"
    r"|(?:[【\[(（]?(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回(?:顶部|列表|上一页|首页)?|回到顶部|加入收藏|设为首页|大|中|小)"
    r"[】\])）]?[\s|/]*)+$|(?:字(?:号|体)(?:大小)?|视力保护色?)\s*[:：][\s【\[大中小】\]]*(?:打印|收藏|分享|关闭|$)[^。]{0,12}$"
    r"|今[天日]是\s*[：:]?\s*(?:19|20)\d\d|现在时间\s*[:：]",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:网站|本站)?首页|English|EN|ENGLISH|中文(?:版|网)?|英文版|无障碍(?:阅读|浏览|版)?|长者(?:版|模式|助手)|(?:关怀|适老)(?:版|模式|化)|[繁简]體?体?(?:中文|版)?|手机版"
    r"|移动版|登录|注册|用户登录|站内搜索|搜索|检索|高级搜索|请输入关键[词字]|网站(?:地图|导航)|收藏本站|旧版(?:网站|回顾)?|RSS|微信|微博|APP|客户端"
    r"|今天是.{6,24}|现在时间.{4,24}|欢迎(?:您|光临|访问|来到)[^。]{2,30}[!！]?"
)
"""A link or a button of a site that stands by itself."""
_MENU = re.compile(
    rf"{_BUTTON.pattern}|(?:医院|学校|学院|科室|中心|平台|公司|学会|研究所|本[院所校科]|机构|基金|关于我们?|部门|单位|实验室|分会|协会)?(?:概况|简介|概览|介绍|文化|荣誉|风貌|历史|沿革|章程|领导|设置|动态|新闻|要闻|公告|概要)"
    r"|(?:新闻|媒体|信息|通知|健康|就医|教学|科研|人才|党建|党群|专家|医疗|学术|招聘|招生|学生|护理|院务|政务|数据|资料|下载|服务|互动|联系|交流|仪器|设备|人员|规章|收费|采购|招标)"
    r"(?:中心|资讯|动态|公告|公示|公开|导航|指南|服务|工作|园地|建设|团队|队伍|天地|科普|教育|管理|平台|学习|信息|制度|标准|专区|专栏|报道|聚焦|招聘|招标|互动|交流|合作|我们|方式|设备|介绍|培训|培养|研究|之窗|预约|查询|就业)?"
    r"|(?:预约)?挂号|来院导航|联系我们|关于我们|在线(?:咨询|服务)|办事(?:服务|指南)|政策法规|法律法规|下载专区|视频|图片|专题(?:专栏)?|院长信箱|加入我们|人才招聘|友情链接|国际(?:交流|合作|医疗)|信息公开|通知公告"
)
_MENU_CUT = re.compile(r"[\s|｜·/▏┃•>＞»]+")
_SHORTEST, _FEWEST_OFFERS, _LONGEST_OFFER = 2, 3, 8
_LONGEST = 120


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element is hidden, marked as furniture, or a list of links to the site's own pages."""
    if _is_marked(element):
        return True
    if _is_related(element):
        return True
    names = {word.lower() for name in ("class", "id") for word in _WORD.findall(element.get(name, ""))}
    if element.tag not in _TAGS and not names & _NAMES:
        return element.tag in {"ul", "div", "p", "dl", "td"} and _is_menu(element)
    return element.tag not in {"html", "body", "article", "main"} and not _holds_article(element)


def is_site_line(text: str) -> bool:
    """Whether a line is a site's and not the article's: a path, a menu, a neighbour, a button, an imprint.

    >>> [is_site_line(line) for line in ("当前位置：首页 > 新闻", "上一篇：某某", "首页设计获奖", "版权所有 某某医院")]
    [True, True, False, True]
    >>> [is_site_line(line) for line in ("English | 无障碍阅读", "医院概况  新闻中心  科室导航", "科研处  放射科  新闻中心")]
    [True, True, False]
    """
    return len(text) <= _LONGEST and (bool(_SITE_LINES.match(text)) or _offers(text))


def _offers(text: str) -> bool:
    """Whether a line consists of what menus offer: all of it a single one, else most of three and more."""
    if len(text) < _SHORTEST:
        return False
    parts = [part for part in _MENU_CUT.split(text.strip(" |｜·/【】[]")) if part]
    known = sum(_MENU.fullmatch(part) is not None for part in parts)
    if len(parts) < _FEWEST_OFFERS:
        return bool(parts) and all(map(_BUTTON.fullmatch, parts))
    return known * 3 >= len(parts) * 2 and all(len(part) <= _LONGEST_OFFER for part in parts)


def heads_other_pages(text: str) -> bool:
    """Whether a line stands above the titles of other pages of the site.

    >>> heads_other_pages("【相关阅读】"), heads_other_pages("热门推荐："), heads_other_pages("相关阅读材料见附件")
    (True, True, False)
    """
    return len(text) <= _SHORT and bool(_OTHER_PAGES.fullmatch(text))


def is_title_of_another(text: str) -> bool:
    """Whether a line below such a heading may be one of those titles: short, and no sentence."""
    return len(text) <= _LONGEST_TITLE and not text.endswith(("。", "；", "：", "，"))


def is_layout(table: HtmlElement) -> bool:
    """A table that only arranges a page: it says so, has one column, holds headings or menus, or little but other tables."""
    rows = [own_cells(row) for row in own_rows(table)]
    cells = [cell for row in rows for cell in row]
    if table.get("role") == "presentation" or max(map(len, rows), default=0) < 2:
        return True
    if table.find(".//table") is not None:
        worded = [cell for cell in cells if cell.find(".//table") is None and cell.text_content().strip()]
        return len(worded) < 4
    return any(_is_menu(cell) or cell.xpath(".//h1|.//h2|.//h3|.//article") for cell in cells)


def own_rows(table: HtmlElement) -> list[HtmlElement]:
    """A table's rows, without those of the tables in its cells."""
    parts = [part for part in table if part.tag in {"tr", "thead", "tbody", "tfoot"}]
    return [row for part in parts for row in ([part] if part.tag == "tr" else part.iterchildren("tr"))]


def own_cells(row: HtmlElement) -> list[HtmlElement]:
    """A row's cells."""
    return list(row.iterchildren("td", "th"))


def _is_marked(element: HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") in _ROLES
        or bool(_HIDDEN.search(element.get("style", "")))
        or (bool(_UNSEEN.search(element.get("style", ""))) and element.text_content().count("。") < _SENTENCES)
    )


def _is_related(element: HtmlElement) -> bool:
    """Whether an element is a list of links, and what stands before it is the heading of links to other articles."""
    before = element.getprevious() if element.tag in _LISTS else None
    if before is None or not isinstance(before.tag, str) or element.find(".//a") is None:
        return False
    title = "".join(before.text_content().split())
    linked = sum(len("".join(link.text_content().split())) for link in element.findall(".//a"))
    return bool(_RELATED.match(title)) and linked >= _LINKED * _words(element)


def _holds_article(element: HtmlElement) -> bool:
    if element.xpath("ancestor::article") and element.tag in _TAGS:
        return True
    if element.xpath(".//h1|.//article|.//main"):
        return True
    whole = element.getroottree().getroot()
    return _words(element) > _MOST * _words(whole)


def _is_menu(element: HtmlElement) -> bool:
    """Links alone, or nearly: one to the site's first page, or all of them short and two to sections as sites have them."""
    names = [link.text_content().strip() for link in element.findall(".//a")]
    if len(names) < _FEWEST_LINKS or sum(len("".join(name.split())) for name in names) < _LINKED * _words(element):
        return False
    sections = sum(bool(_SECTION.match(name)) for name in names)
    return any(_HOME.match(name) for name in names) or (sections > 1 and max(map(len, names)) <= _SHORT)


def _words(element: HtmlElement) -> int:
    return sum(len("".join(text.split())) for text in element.xpath(".//text()[not(parent::script or parent::style)]"))
