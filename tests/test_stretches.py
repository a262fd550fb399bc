"""Stretches of words as cells: read word by word as they would be read whole, and never worth more than the search hopes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import read_document
from ingest.table.columns import Column
from ingest.table.lines import lines_of
from ingest.table.recognise import MOST, MOST_OTHERWISE
from ingest.table.split import Knowledge, split_rows
from ingest.table.stretches import as_read, join, stretches
from tests.table_facts import DATA

TABLES = [DATA / f"{name}.txt" for name in ("sessions_lost_columns", "grants_restart", "grants_numbers")]
KINDS = ("index", "text", "phrase", "persons", "organizations", "place", "money", "category", "department", "rank", "year")


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_stretch_is_read_as_its_words_together_and_scores_no_more_than_its_kind_may(path: Path) -> None:
    words = [word for line in lines_of(read_document(path)) for word in line.words][:60]
    for kind in KINDS:
        for place in range(len(words)):
            for count, one in enumerate(stretches(words, place, kind, {}), 1):
                assert one.text == as_read(kind, join(words[place : place + count]))
                assert one.fitting is None or one.fitting <= MOST.get(kind, MOST_OTHERWISE)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_what_can_still_score_enough_is_found_as_without_a_limit(path: Path) -> None:
    words = [word for line in lines_of(read_document(path)) for word in line.words][:60]
    columns = tuple(Column(header=kind, role=kind, kind=kind) for kind in ("index", "text", "persons", "organizations"))
    found = 0
    for first in range(len(words) - 20):
        ends = range(first + 1, first + 20)
        unlimited = split_rows(Knowledge(columns, words, [0.0] * len(words)), first, ends, least=-1000.0)
        limited = split_rows(Knowledge(columns, words, [0.0] * len(words)), first, ends, least=3.0)
        enough = {end: split.score for end, split in unlimited.items() if split.score >= 3.0}
        assert {end: limited[end].score for end in enough} == enough
        found += len(enough)
    assert found
