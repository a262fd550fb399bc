"""Markup that strays into plain text: HTML tags in a .txt file, and what Markdown writes before and around words."""

from __future__ import annotations

import html
import re

__all__ = ["heading_mark", "strip_tags", "unmark"]

_TAGS = (
    "abbr|blockquote|body|br|col|colgroup|div|em|font|h[1-6]|head|hr|html|img|li|ol|pre|span|strong|sub|sup|table|tbody|td"
    "|tfoot|th|thead|title|tr|ul"
)
_TAG = re.compile(
    rf"</?(?:(?:[abipsu]|big|small|code|center)(?:\s[^<>]*=[^<>]*|\s*)|(?:{_TAGS})(?:\s[^<>]*)?)/?>", re.IGNORECASE
)
"""A tag; a word between angles that text goes on behind (<A large trial …>) is one only with an attribute."""
_CELL = re.compile(r"</t[dh]\s*>\s*", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:blockquote|br|center|div|h[1-6]|hr|li|ol|p|pre|table|title|tr|ul)(?:\s[^<>]*)?/?>[ ]*", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_HEADING_MARK = re.compile(r"^\s{0,3}(#{1,6})\s+(?=\S)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_BOOKMARK = re.compile(r"\[bookmark:\s*\w+\]\s*")


def strip_tags(text: str) -> str:
    r"""Text without HTML's tags and comments: a block's tag is a line break, a cell's a tab; entities only beside tags.

    >>> strip_tags("<b>名称</b>\t<p>甲</p> <p>乙 &lt; 丙</p>"), strip_tags("P<0.05, a>b &amp; c")
    ('名称\t\n甲\n\n乙 < 丙\n', 'P<0.05, a>b &amp; c')
    """
    if not _TAG.search(text):
        return text
    text = _CELL.sub("\t", _COMMENT.sub("", text))
    return html.unescape(_TAG.sub("", _BLOCK.sub("\n", text)))


def heading_mark(line: str) -> int:
    """The level of a Markdown heading, 0 for any other line."""
    match = _HEADING_MARK.match(line)
    return len(match.group(1)) if match else 0


def unmark(line: str) -> str:
    """The line without Markdown's heading and emphasis marks, and without the bookmarks that Word converters leave.

    >>> unmark("## **一、概况**"), unmark("[bookmark: _Toc1]四、结果"), unmark("C# 语言")
    ('一、概况', '四、结果', 'C# 语言')
    """
    return _EMPHASIS.sub(r"\2", _BOOKMARK.sub("", _HEADING_MARK.sub("", line)))
