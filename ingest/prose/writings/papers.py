"""Papers that news tells of: the title, the journal, who is first or corresponding author, whose team published it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lexicon import is_person
from ingest.mentions import Mention
from ingest.prose.blocks import Sentence
from ingest.prose.clauses import clause_end, clause_start
from ingest.prose.people.described import POST_WORDS
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef, Value
from kg.text import HAN, heal_name

__all__ = ["introduce", "is_title", "read"]

PAPER_IN = Rule("paper_in_journal")
"""在《某刊》发表题为“…”的论文, 以“…”为题发表于Some Journal."""
PAPER_TITLE = Rule("paper_title")
"""“English title”（中文译名）: another name of a paper."""
AUTHOR_OF = Rule("author_of_paper")
"""张三、李四为论文共同第一作者, 通讯作者为甲大学王五教授, 张三博士的论文“…”."""
TEAM_PUBLISHED = Rule("team_published")
"""甲大学张三教授团队在《某刊》发表题为“…”的论文."""

_OPEN, _CLOSE = '[“《「"]', '[”》」"]'
_TITLED = re.compile(
    r"(?:题[为目名][为是]?|标题[为是]?|以|论文|撰文|撰写[了的]?|文章|综述|成果|研究|工作|发表了?|刊[发登载]了?|名为|一篇|[：:])\s*[：:]?\s*"
    rf"{_OPEN}(?P<title>[^“”《》「」\"]{{6,260}}){_CLOSE}(?:\s*[（(](?P<other>[^（）()]{{6,160}})[)）])?"
    r"(?P<after>(?:为题|一文|的?[^，。；“”《》]{0,14}?(?:论文|文章|综述|研究|成果|工作|通讯|快报|报道|长文|article)|[，,]?\s*(?:于|在|发表|刊)|))"
)
_TALK = re.compile(
    r"的?[^，。；在于被获]{0,8}?(?:报告|演讲|讲座|讲话|发言|授课|致辞|主旨|讨论|汇报|论坛|分享|活动|培训|专题|招标|项目|课题)"
)
_NO_PAPER = re.compile(
    r"(?:计划|专项|项目|工程|基金|奖|称号|五|共识|指南|规范|标准|专著|教材|图谱|条例|办法|通知|意见|杂志|期刊|学报|日报|公报)$"
)
_LABELLED = re.compile(
    r"(?:论文|文章)(?:的?中?文?)?(?:题目|标题|名称|题名)[:：]\s*(?P<title>[^“”《》「」\"：:。；\s][^“”《》「」\"。；：:]{6,200}?)\s*(?=[。；]|$)"
)
"""论文题目：|甲成像的应用, without marks."""
_IN_LABELLED = re.compile(
    r"(?:^|[，。；\s])(?:(?:论文)?(?:发表|刊[登载发]|所[在属])(?:的)?)(?:期刊|杂志|刊物)(?:名称)?[:：]\s*《?(?P<name>[^《》，。；：:（()]{2,80}?)》?\s*(?=[，。；（(]|$|近日|日前)"
)
"""发表期刊：|某刊."""
_NOT_TAKEN = re.compile(
    r"未(?:获|被|能|予)|没有?(?:被|获)|拒稿|拒绝|退稿|被拒|转投|(?<!已)(?:拟|计划|准备|有望|即将|等待)(?:投|发|在)|投稿至?(?![^，。；]{0,20}(?:发表|录用|接[收受]))"
)
"""What tells of a journal that did not print the paper."""
_SAYS_PAPER = re.compile(
    r"论文|撰文|文章|综述|期刊|杂志|学报|一文|刊[发登于]|作者|在线发表|发表[于在]|《[A-Z][A-Za-z:& ,\-]+》"
)
_CALLED = re.compile(
    rf"{_OPEN}(?P<title>[^“”《》「」\"]{{6,260}}){_CLOSE}(?:\s*[（(](?P<other>[^（）()]{{6,160}})[)）])?(?:一文|的(?:研究|学术|原创)?(?:论文|文章|论著))"
)
_PRINTED = re.compile(
    rf"(?:刊[发登载]了?[^，。；“”《》]{{2,40}}?的|(?:发表|刊[发登载])[于在]《[^《》]{{2,60}}》(?:杂志|期刊)?上?的)(?:文章|论文|综述)?"
    rf"{_OPEN}(?P<title>[^“”《》「」\"]{{6,260}}){_CLOSE}(?P<other>)"
)
"""《某刊》刊发了张三教授的|《甲》; 李四等发表于《某刊》的|《乙》."""
_TRANSLATED = re.compile(rf"(?P<name>[^（）()]*[{HAN}][^（）()]*?)\s*[（(](?P<other>[^（）()\u4e00-\u9fff]{{15,}})[)）]")
_LATIN_TITLE = re.compile(r"[A-Za-zα-ωΑ-Ω0-9][^\u4e00-\u9fff]{14,}")
_HAN_TITLE = re.compile(rf"(?=(?:.*?[{HAN}]){{6}})(?!.*[，。；！]).{{8,80}}")
_LATIN_NAME = r"(?:The )?[A-Z][A-Za-z\-]*(?:(?: (?:of|and|in|the|for|on|&|et|de)|,|:|：| -| &)* [A-Z&][A-Za-z\-]*){0,9}"
_BEFORE_JOURNAL = (
    r"(?:(?:发表|刊发|刊登|刊载|见刊|登载|在线|上线|接收|录用|发布)[于在]|[刊载]于|(?<![正存现所])在|登上|投稿至?|被|获"
    r"|期刊|杂志|子刊|刊物|学报|顶刊|由)"
)
_JOURNAL = re.compile(
    rf"{_BEFORE_JOURNAL}(?P<lead>[^，。；“”《》（）()A-Z]{{0,36}}?)(?:《(?P<named>[^《》]{{2,90}})》|(?P<latin>{_LATIN_NAME}))"
    r"(?:\s*[（(](?P<note>[^（）()]{2,90}(?:[（(][^（）()]*[)）][^（）()]*)?)[)）])?(?=(?P<after>[^。；《]{0,30}))"
)
_OPENS_WITH = re.compile(
    rf"(?:^|[，。；：])(?P<lead>[^，。；“”《》（）()]{{0,36}}?)(?:《(?P<named>[^《》]{{2,90}})》|(?P<latin>{_LATIN_NAME}))"
    r"(?:\s*[（(](?P<note>[^（）()]{2,90})[)）])?(?P<after>(?:杂志|期刊|学报)?(?:\s*(?:19|20)\d\d年)?(?:第?\d+卷)?(?:第?\d+期)?(?:以[^，。；]{2,12}形式)?(?:于[^，。；]{2,12})?[，,]?"
    r"(?:在线|正式|全文|网络|重磅|同期|最新)*(?:发表|刊发|刊登|刊载|报道|登载|接收|录用))"
)
_PUBLISHED = re.compile(r"发表|[刊载]于|撰文|刊发|刊登|刊载|刊出|见刊|登载|在线|上线|接收|录用|报道|封面|出版")
_NOT_JOURNAL = re.compile(
    r"^(?:CT|MRI|PET|SCI|IF|JCR|AI|RSNA|NSFC|DOI|Science Citation|PubMed|Medline|ESI)\b"
    r"|新闻|日报|晚报|条例|规划|指南|共识|规范|办法|标准"
)
_WHO = re.compile("(?:家|教授|博士|医[生师]|研究员|院士|学者|团队|先生|女士)$")
"""Who publishes, by a name in letters, rather than where: 神经病学家Anna Beck发表了…."""
_METRICS = re.compile(r"IF|影响因子|JCR|SCI|区|Top|TOP|\d{4}|DOI|doi|简称|ISSN|Q\d", re.IGNORECASE)
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
_YEAR_NOTED = re.compile(r"\s*((?:19|20)\d\d)(?=\s*(?:[，,；;]|$))")
"""Some Journal（|2023|, IF=7.0）."""
_APPEARED = re.compile(
    r"(?:该文|此文|论文|文章|该?研究|成果|全文)[^，。；]{0,6}?[于在]?\s*(?P<year>(?:19|20)\d\d)\s*年[^，。；年]{0,12}?"
    r"(?:正式|在线|全文|率先|网络|印刷)*(?:发表|刊[发出登载]|见刊|上线|出版)"
)
_TEAM_OF = re.compile(
    rf"(?:{POST_WORDS}|博士|[、，])*(?:与|和|、|联合|及|及其|带领的?|领衔的?|牵头的?|所在的?|的)*(?:科研|研究|创新|合作)?(?:团队|课题组|研究组|研究团队|项目组|小组)"
)
_NTH = r"第[一二三四]"
_KIND = (
    rf"(?:共同|并列|唯一|本文|该文|论文|文章|研究)*(?P<kind>{_NTH}(?:[、和]{_NTH})*|(?:最后)?(?:通[讯信]|责任)|末位|首位?)作者"
)
_ROLE = re.compile(rf"{_KIND}(?:(?:兼|和|及|、|，也是|并任)(?:共同|唯一)*(?P<more>{_NTH}|通[讯信]|责任)作者)?")
_TO_ROW = re.compile(r"(?:依次|分别)?(?:[为是系由：:]|还?包括|有)?[、，]?\s*")
_IS_ROLE = re.compile(
    r"(?:同学|等(?:[一二三四五六七八九十\d]+[位名]?)?人?)?[，,]?\s*"
    r"(?:(?:[就又还也曾均都]|先后|分别)*以|(?P<noted>[（(])|(?:分别|共同|均|同)*(?:[为是任系]|担任|作为)(?:该|本|此|这[篇项])?(?:论文|文章|研究|工作|成果|文)?"
    r"(?:[“《][^“”《》]{6,260}[”》])?的?)$"
)
_TITLES = (
    rf"(?:{POST_WORDS}|博士后?(?:研究员)?|博士研究生|硕士研究生|博士生|硕士生|研究生|同学|老师"
    r"|[、/（(](?![^（）()]*作者)[^（）()，。；]{1,12}[)）])*"
)
_OWN_ROLE = re.compile(rf"{_TITLES}(?:分别|共同|均|同)*(?:[为是任系]|担任|作为)[^，。；]{{0,12}}作者")
"""What tells that a name belongs to the words behind it."""
_ITS_PAPER = re.compile(
    rf"{_TITLES}(?:撰写|完成|发表|署名)?的(?:一篇|最新|新|学术|研究|原创|系列|科研|综述|性|题为|为|题|，)*(?:论文|文章|成果|综述|论著|工作|来信)(?:题?为|，题为)?[:：]?\s*{_OPEN}"
    rf"|{_TITLES}(?:等人?)?(?:于?(?:19|20)\d\d年)?(?:(?:发表|刊[发登载])[于在]《[^《》]{{2,60}}》(?:杂志|期刊)?上?)?的(?:论文|文章)?《"
)
"""张三教授|的最新研究成果：“|甲."""
_NEXT = re.compile(rf"{_TITLES}\s*(?:[、，,和与及]|以及)\s*")
_VERB = re.compile(r"作者|指出|表示|认为|提出|介绍|发现|[为是]|论文|研究(?!员|所|院|生|中心|室|组)")
_MARKS = re.compile("[，。；;：:“”《》]")
_REACH = 46
_NEWEST = re.compile(r"(?:[此本这]次|最新)(?:发表|刊发|研究|公布|的)*新?(?:论文|成果|文章|研究)|新论文")
"""What points back, past other papers, to the one that the news is about, which it told first."""
_SHORTEST = 2
_NTHS = re.compile(f"{_NTH}|首")
_ORDERS = {"第一": 1, "首": 1, "第二": 2, "第三": 3, "第四": 4}


@dataclass(frozen=True, slots=True)
class _Title:
    """A paper's title where a sentence gives it."""

    name: str
    other: str
    start: int
    end: int


def introduce(sentences: Sequence[Sentence], reading: Reading) -> None:
    """Learn the papers that the text tells by title: of one alone, all that it says of authors and journals is said."""
    found = [one.name for sentence in sentences for one in _titles(sentence.text)]
    names = list(dict.fromkeys(found))
    reading.paper = EntityRef(label="Publication", name=names[0]) if len(names) == 1 else None
    reading.papers_told = len(names)
    reading.news_paper = EntityRef(label="Publication", name=names[0]) if names else None


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AUTHORED and PUBLISHED_IN of the paper that the sentence names, or of the one that the text tells of."""
    if not reading.papers_told:
        return
    titles = list(_titles(scene.text))
    if titles:
        reading.paper = EntityRef(label="Publication", name=titles[-1].name)
    elif reading.news_paper is not None and _NEWEST.search(scene.text):
        reading.paper = reading.news_paper
    elif reading.papers_told > 1 and reading.paper_paragraph != scene.sentence.paragraph:
        reading.paper = None
    if reading.paper is None:
        return
    reading.paper_paragraph = scene.sentence.paragraph
    for one in titles if len(titles) == 1 else ():
        yield from _told(scene, reading, one)
    if len(titles) < 2:
        yield from _published(scene, reading, reading.paper)
        yield from _authors(scene, reading, reading.paper)
        yield from _whose(scene, reading, reading.paper, titles[0]) if titles else ()
        yield from _teams(scene, reading, reading.paper) if titles else ()


def _parted(title: str, other: str) -> tuple[str, str]:
    """A title and its translation, which may stand in brackets inside the marks."""
    inner = _TRANSLATED.fullmatch(title)
    return (inner["name"], inner["other"]) if inner is not None else (title, other)


def _titles(text: str) -> Iterator[_Title]:
    """The papers that a sentence names by title; what is no paper's (a talk, a programme) is left out."""
    if not _SAYS_PAPER.search(text):
        return
    labelled = _LABELLED.search(text)
    if labelled is not None and not _NO_PAPER.search(labelled["title"]):
        yield _Title(heal_name(labelled["title"].strip(" .")), "", labelled.start("title"), labelled.end("title"))
        return
    found = {
        match.start("title"): match for match in (*_PRINTED.finditer(text), *_CALLED.finditer(text), *_TITLED.finditer(text))
    }
    for _, match in sorted(found.items()):
        title, other = _parted(match["title"], match["other"] or "")
        name = heal_name(title.strip(" .。,，"))
        if is_title(name) and not _TALK.match(text, match.end("title") + 1):
            yield _Title(name, other, match.start("title"), match.end("title"))


def is_title(name: str) -> bool:
    """Whether a name is one that papers have, and no programme, book or journal."""
    latin = _LATIN_TITLE.fullmatch(name) is not None and " " in name
    return (latin or _HAN_TITLE.fullmatch(name) is not None) and not _NO_PAPER.search(name)


def _told(scene: Scene, reading: Reading, one: _Title) -> Iterator[Assertion]:
    if one.other and not _METRICS.search(one.other):
        where = scene.sentence.view.span(one.start, one.end + 1)
        yield reading.alias(PAPER_TITLE, EntityRef(label="Publication", name=one.name), one.other, where)


def _published(scene: Scene, reading: Reading, paper: EntityRef) -> Iterator[Assertion]:
    """The journal that the sentence says the paper is in; its year where the journal was told before."""
    if (labelled := _IN_LABELLED.search(scene.text)) is not None:
        reading.journals[paper.name] = journal = EntityRef(label="Journal", name=heal_name(labelled["name"]))
        yield reading.fact(PAPER_IN, paper, "PUBLISHED_IN", journal, scene.sentence.view.span(*labelled.span("name")))
        return
    if not _PUBLISHED.search(scene.text):
        return
    found = [*_OPENS_WITH.finditer(scene.text), *_JOURNAL.finditer(scene.text)]
    match = next((one for one in found if _is_journal(scene.text, one, paper)), None)
    if match is None:
        yield from _dated(scene, reading, paper)
        return
    name = heal_name(match["named"] or match["latin"])
    where = scene.sentence.view.span(match.start("named" if match["named"] else "latin"), match.end("after"))
    journal = EntityRef(label="Journal", name=name)
    reading.journals[paper.name] = journal
    year = _YEAR.search(scene.text) or _YEAR_NOTED.match(match["note"] or "")
    yield reading.fact(PAPER_IN, paper, "PUBLISHED_IN", journal, where, year=int(year[1]) if year else "")
    note = re.split("[，,]", match["note"] or "")[0].strip("《》 ")
    if len(note) > _SHORTEST and not _METRICS.search(note):
        yield reading.alias(PAPER_IN, journal, note, where)


def _dated(scene: Scene, reading: Reading, paper: EntityRef) -> Iterator[Assertion]:
    """该文于2024年6月在线刊出: the year, of a journal that was told before."""
    when, journal = _APPEARED.search(scene.text), reading.journals.get(paper.name)
    if when is not None and journal is not None:
        where = scene.sentence.view.span(*when.span())
        yield reading.fact(PAPER_IN, paper, "PUBLISHED_IN", journal, where, year=int(when["year"]))


def _is_journal(text: str, match: re.Match[str], paper: EntityRef) -> bool:
    name = heal_name(match["named"] or match["latin"])
    start = match.start("named" if match["named"] else "latin")
    quoted = text.rfind("“", 0, start) > text.rfind("”", 0, start)
    if name == paper.name or quoted or _NOT_JOURNAL.search(name) or (match["latin"] and len(name) < 4):
        return False
    if match["latin"] and match.re is _OPENS_WITH and _WHO.search(match["lead"]) and is_person(name):
        return False
    clause = text[clause_start(text, match.start(), "，。；") : clause_end(text, match.end())]
    return not _NOT_TAKEN.search(clause) and bool(_PUBLISHED.search(text[max(0, match.start() - 8) : match.end("after")]))


def _authors(scene: Scene, reading: Reading, paper: EntityRef) -> Iterator[Assertion]:
    """Whom the sentence calls first, second or corresponding author."""
    for role in _ROLE.finditer(scene.text) if "作者" in scene.text else ():
        row = _row_before(scene, role) or _row_after(scene, role.end())
        places = _NTHS.findall(role["kind"])
        corresponding = any(re.search("[通末责]", kind) for kind in (role["kind"], role["more"] or ""))
        orders = [_ORDERS.get(one) for one in (*places, *_NTHS.findall(role["more"] or ""))]
        each = orders if len(orders) == len(row) > 1 else [orders[0] if len(orders) == 1 else None] * len(row)
        for person, order in zip(row, each, strict=True):
            where = scene.sentence.view.span(min(person.start, role.start()), max(person.end, role.end()))
            stated: dict[str, Value] = {"order": order or "", "corresponding": True if corresponding else ""}
            yield reading.fact(AUTHOR_OF, reading.person(person.name), "AUTHORED", paper, where, **stated)


def _row_before(scene: Scene, said: re.Match[str]) -> list[Mention]:
    """张三、李四为|共同第一作者, 张三与李四|并列第一作者: the people right before the words that say so."""
    at = said.start()
    people = [one for one in scene.of("Person") if one.end <= at]
    if not people:
        return []
    row = [people[-1]]
    link = re.sub(rf"^(?:{_TITLES}(?:[，,](?={_TITLES}[，,]))?)*", "", scene.text[row[0].end : at])
    role = _IS_ROLE.fullmatch(link)
    if role is None and (link or not said.group().startswith("并列")):
        return []
    for before in reversed(people[:-1] if role is None or not role["noted"] else ()):
        gap = scene.text[before.end : row[0].start]
        if not _joins(scene, before.end, row[0].start) or ("，" in gap and not _whole_piece(scene, before)):
            break
        row.insert(0, before)
    return row


def _whole_piece(scene: Scene, person: Mention) -> bool:
    """Whether a piece before a comma holds a name with its house alone: 甲大学张三，乙大学李四为通讯作者."""
    piece = re.split("[。；;，,]", scene.text[: person.start])[-1]
    home = next((one for one in scene.of("Organization") if one.end <= person.start and one.surface in piece), None)
    return not _VERB.search(piece) and (not piece or (home is not None and piece.startswith(home.surface)))


def _row_after(scene: Scene, at: int) -> list[Mention]:
    """通讯作者为|甲大学张三教授和乙医院李四: the people right behind, each perhaps after a house."""
    to_row = _TO_ROW.match(scene.text, at)
    end = to_row.end() if to_row else at
    row: list[Mention] = []
    for person in scene.of("Person"):
        if person.start < end:
            continue
        if row and (not _joins(scene, row[-1].end, person.start) or _OWN_ROLE.match(scene.text, person.end)):
            break
        if not row and not _is_post(scene.text[end : person.start]):
            break
        row.append(person)
    return row


def _joins(scene: Scene, start: int, end: int) -> bool:
    gap = _NEXT.match(scene.text, start, end)
    return gap is not None and _is_post(scene.text[gap.end() : end])


def _is_post(words: str) -> bool:
    """Whether words before a name say at most its house and post."""
    return len(words) <= _REACH and not _VERB.search(words) and not _MARKS.search(words)


def _whose(scene: Scene, reading: Reading, paper: EntityRef, title: _Title) -> Iterator[Assertion]:
    """张三博士的论文“…”, 刊发了张三教授的最新成果“…”: who stands right before the title."""
    for person in scene.of("Person"):
        if person.end <= title.start and _ITS_PAPER.fullmatch(scene.text, person.end, title.start):
            where = scene.sentence.view.span(person.start, title.end)
            yield reading.fact(AUTHOR_OF, reading.person(person.name), "AUTHORED", paper, where)


def _teams(scene: Scene, reading: Reading, paper: EntityRef) -> Iterator[Assertion]:
    """The heads of the teams that published the paper."""
    if not re.search("发表|刊[发登]|成果", scene.text):
        return
    for person in scene.of("Person"):
        team = _TEAM_OF.match(scene.text, person.end)
        if team is not None:
            where = scene.sentence.view.span(person.start, team.end())
            yield reading.fact(TEAM_PUBLISHED, reading.person(person.name), "AUTHORED", paper, where, basis=("团队",))
