"""Where the value of a label ends, within what stands before the next label that the grammar knows."""

from __future__ import annotations

import re

from ingest.award.forms.grammar import Group, Kind
from ingest.award.forms.mark import Head, Mark
from ingest.award.forms.sections import before_chapter, before_next_section, before_signature
from ingest.award.forms.tabled import LISTS
from ingest.lexicon import organization_kind
from kg.text import HAN

__all__ = ["value_end"]

_UP_TO_CHAPTER = LISTS | {"contributions"}
_LONG_FIELDS = frozenset({"opinion", "field", "funding"})
_SHORT_KINDS = frozenset(
    {Kind.PERSON, Kind.RANK, Kind.ORGANIZATION, Kind.TITLE, Kind.POSITION, Kind.SEX, Kind.DATE, Kind.SHORT}
)
_NUMBERED_SO = frozenset({"achievement", "nominator", "award", "grade", "category", "innovations", "units", "people"})
"""What the next of the form's numbered headings ends, known or not; other texts go on telling of the work."""
_OTHER_LABEL = re.compile(
    rf"\n[ \t]*【[{HAN}（）()/、 ]{{2,16}}】"
    rf"|\n[ \t]*[{HAN}]{{0,8}}(?:编号|名称|类别|等级|时间|日期|年度|领域|学科|来源|方式|评审组|序号|登记号|密级)[ ]*[:：]"
)
_OTHER_ROW = re.compile(
    rf"\n[ ]*(?P<label>[{HAN}\d]{{2,14}}(?:效益|情况|说明|意见|时间|日期|名称|奖励|论文|专利|产权|目录|备注"
    r"|附件|编号|领域|学科|内容|简介|关系|来源|成果|指标|经费|数据|证明|材料)(?:[（(][^（）()\n\t]{1,16}[)）])?)[ ]*\t"
)
"""A row of a form that is a table, whose label the grammar does not know."""
_LABEL_BESIDE = re.compile(
    rf"(?<=\S)[ ]+[{HAN}（）()]{{2,12}}(?:类别|等级|时间|日期|编号|登记号|领域|分类|行业|来源|评审组|密级|组别)[ ]+(?=\S)"
)
"""A label that the grammar does not know, between blanks, in a row of fields without colons: 项目名称 某某研究 登记号 123."""
_PAIRS = re.compile(rf"\t(?P<said>[^\n\t]+)\t[ ]*(?P<label>[{HAN}（）()/]{{2,12}})[ ]*\t[^\n\t]*(?=\n|$)")
"""A row of two fields whose second label the grammar does not know: 推荐单位 | 某某学会 | 所属行业 | 卫生."""
_PAGE_NUMBER = re.compile(r"\n[ ]*\d{1,3}\s*\Z")
_NAMED_KINDS = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.TITLE, Kind.POSITION})
_UNKNOWN_LABEL = re.compile(
    rf"\n[ \t]*(?:[{HAN}][{HAN}（）()/、 ]{{1,14}}(?P<mark>[:：]|\t(?=[^\n\t]))|【[{HAN}（）()/、 ]{{2,16}}】"
    rf"|[{HAN}]{{2,8}}(?:单位|名称|类别|等级|时间|日期|年度|编号|领域|学科|来源|方式|评审组|序号)[ \t]*\n"
    rf"|[{HAN}]{{2,8}}(?:类别|等级|时间|日期|年度|编号|学科|评审组|序号|登记号|密级|行业)[ ]+(?=\S)"
    rf"|[一二三四五六七八九十]{{1,3}}、[ \t]*[{HAN}（）()、]{{2,24}}[ \t]*[:：]?[ \t]*(?=\n))"
)


def value_end(text: str, token: Mark | Head, end: int) -> int:
    """Where a value ends: a short one before a line that opens with a label that the grammar does not know."""
    if isinstance(token, Head):
        return end
    end = before_signature(text, token.end, end)
    if any(one.field in _NUMBERED_SO for one in token.labels):
        end = before_next_section(text, (token.start, token.end), end)
    if token.colon and any(one.kind in _NAMED_KINDS for one in token.labels):
        end = _before_page_number(text, token.end, end)
    label = token.label(Group.TOP, Group.RECORD)
    if any(one.field in _UP_TO_CHAPTER or one.kind is Kind.ORGANIZATION for one in token.labels):
        end = before_chapter(text, token.end, end)
    if any(one.field in LISTS for one in token.labels) and (other := _OTHER_LABEL.search(text, token.end, end)):
        return other.start() if text[token.end : other.start()].strip() else end
    if any(one.field in LISTS for one in token.labels) and text[token.end : token.end + 1] == "\t":
        below = next(
            (one for one in _OTHER_ROW.finditer(text, token.end, end) if organization_kind(one["label"]) is None), None
        )
        return below.start() if below else end
    if label is None or label.field in _LONG_FIELDS or (label.group is Group.RECORD and label.kind not in _SHORT_KINDS):
        return end
    if not token.colon and (beside := _LABEL_BESIDE.search(text, token.end + 1, end)):
        end = beside.start()
    if label.group is Group.TOP and (pairs := _PAIRS.match(text, token.end, end)) and organization_kind(pairs["label"]) is None:
        return pairs.end("said")
    row = text[token.end : token.end + 1] == "\t"
    others = (match for match in _UNKNOWN_LABEL.finditer(text, token.end, end) if row or match["mark"] != "\t")
    following = next(others, None)
    return following.start() if following and text[token.end : following.start()].strip() else end


def _before_page_number(text: str, start: int, end: int) -> int:
    """Where the number of a page stands below a name, on a line of its own."""
    page = _PAGE_NUMBER.search(text, start, end)
    return page.start() if page and text[start : page.start()].strip() else end
