"""The same facts in every way that a form is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.printed import PEOPLE, printed, work_of
from tests.test_award_layouts import numbers, read, told
from tests.test_award_lists import ranked

SEEDS = range(6)
TELLS_NO_DEEDS = {"labelled brackets", "heads by line"}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("people", PEOPLE)
def test_a_form_says_the_same_however_it_is_printed(people: str, seed: int, tmp_path: Path) -> None:
    work = work_of(seed)
    found = read(tmp_path, printed(work, people, seed))
    assert told(found, "NOMINATED") == {(work.nominator, work.title)}
    assert ranked(found, "COMPLETED") == {(unit, rank) for rank, unit in enumerate(work.units, 1)}
    assert ranked(found, "PARTICIPATED_IN") == {(one.name, rank) for rank, one in enumerate(work.people, 1)}
    assert told(found, "AFFILIATED_WITH") == {(one.name, one.house) for one in work.people}
    assert {number for _, number in numbers(found, "HAS_INNOVATION")} == {"1", "2", "3"}
    did = {(one.name, str(one.point)) for one in work.people if people not in TELLS_NO_DEEDS}
    assert numbers(found) == did
