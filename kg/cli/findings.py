"""What a graph's making left over: violations of the shapes, facts that did not fit, facts that resolution dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.cli.sources import sources
from kg.shapes import validate

if TYPE_CHECKING:
    from kg.resolve import Dropped, Resolution
    from kg.workspace import Rejection, Workspace

__all__ = ["COLUMNS", "findings"]

COLUMNS = ("finding", "what", "why", "where")


def findings(resolution: Resolution, workspace: Workspace) -> list[dict[str, str]]:
    """All of them as rows of ``COLUMNS``, of violations also why in Chinese; none is silently dropped."""
    called = sources(workspace)
    return [
        *_violations(resolution),
        *_left(workspace.rejected(), "rejected", called),
        *_left(resolution.dropped, "dropped", called),
    ]


def _violations(resolution: Resolution) -> Iterable[dict[str, str]]:
    for found in validate(resolution.graph):
        yield {
            "finding": found.severity,
            "what": f"{found.name} ({found.id})",
            "why": found.message_en,
            "why_zh": found.message_zh,
            "where": found.path,
        }


def _left(left: Iterable[Rejection | Dropped], finding: str, called: Mapping[str, str]) -> Iterable[dict[str, str]]:
    for one in left:
        where = f"{called.get(one.document, one.document)}: {one.rule}"
        yield {"finding": finding, "what": one.assertion, "why": one.reason, "where": where}
