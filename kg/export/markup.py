"""Text within XML: escaped so that quotation marks, line ends and spaces come back as they were."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

__all__ = ["attribute", "content"]

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, not even as references."""

_REPLACED = "\ufffd"


def content(text: str) -> str:
    """The text of an element.

    >>> content("A&B <甲>")
    'A&amp;B &lt;甲&gt;'
    """
    return escape(_NO_XML.sub(_REPLACED, text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """The value of an attribute, with its quotation marks."""
    return quoteattr(_NO_XML.sub(_REPLACED, text))
