"""How the model becomes JSON and how content becomes ids; the same content gives the same bytes everywhere."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from kg.model import Value

__all__ = ["content_id", "dumps", "plain"]

_PREFIX_LENGTH = 3
_DIGEST_LENGTH = 20


def content_id(kind: str, *parts: str) -> str:
    """A stable id such as ``per_6f1c…``: the kind's first letters and 80 bits of SHA-256 over the kind and its parts.

    >>> content_id("Person", "张三") == content_id("Person", "张三") != content_id("Person", "李四")
    True
    """
    digest = hashlib.sha256("\x1f".join((kind, *parts)).encode()).hexdigest()
    return f"{kind[:_PREFIX_LENGTH].lower()}_{digest[:_DIGEST_LENGTH]}"


def dumps(value: Any) -> str:
    """Compact JSON with sorted keys and Chinese as Chinese."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def plain(values: Mapping[str, Value]) -> dict[str, Any]:
    """Qualifiers or properties as JSON values, sorted by name; tuples become lists."""
    return {name: _plain(values[name]) for name in sorted(values)}


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else value
