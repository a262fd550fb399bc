"""The same list says the same in whatever layout it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import read_document
from tests.layouts import KINDS, LAYOUTS, made
from tests.table_facts import facts

SEEDS = range(4)
LEAST_FOUND, LEAST_RIGHT = 0.97, 0.99
"""Of the facts of all lists in a layout, of those read."""


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_says_the_same_in_each_layout(layout: str, tmp_path: Path) -> None:
    told = found = right = 0
    for kind in KINDS:
        for seed in SEEDS:
            listed = made(kind, seed)
            path = tmp_path / f"{kind}{seed}.{'html' if layout == 'web page' else 'txt'}"
            path.write_text(LAYOUTS[layout](listed), "utf-8")
            read = facts(read_document(path), predicates=frozenset(fact[1] for fact in listed.facts))
            told, found, right = told + len(listed.facts), found + len(read), right + len(read & listed.facts)
    assert right >= LEAST_FOUND * told
    assert right >= LEAST_RIGHT * found
