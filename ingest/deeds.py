"""What a form's prose says was done: societies founded, funding, adoption, facilities; and what names say of belonging."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.case import Case
from kg.model import Assertion

__all__ = ["stated"]


def stated(case: Case) -> Iterator[Assertion]:
    yield from ()
