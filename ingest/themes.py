"""What a form's texts are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.case import Case
from kg.model import Assertion

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["stated"]


def stated(case: Case, nlp: Language) -> Iterator[Assertion]:
    yield from ()
