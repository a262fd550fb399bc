"""What is looked for before a long pattern is tried: characters of which each of its matches ends in one."""

from __future__ import annotations

from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from ingest.names import ORGANIZATION_END, ORGANIZATION_LASTS
from ingest.posts import TITLE, TITLE_LASTS


def last_characters(parts: list[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """The characters that a pattern's matches may end in, and whether a match may be empty."""
    found: set[str] = set()
    for code, told in reversed(parts):
        ends, empty = _of_part(code, told)
        found |= ends
        if not empty:
            return found, False
    return found, True


def _of_part(code: Any, told: Any) -> tuple[set[str], bool]:
    if code is codes.LITERAL:
        return {chr(told)}, False
    if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
        return set(), True
    if code is codes.IN:
        assert all(one is codes.LITERAL for one, _ in told), "a class of many characters ends a match"
        return {chr(char) for _, char in told}, False
    if code is codes.SUBPATTERN:
        return last_characters(list(told[3]))
    if code is codes.BRANCH:
        several = [last_characters(list(branch)) for branch in told[1]]
        return set().union(*(ends for ends, _ in several)), any(empty for _, empty in several)
    assert code in (codes.MAX_REPEAT, codes.MIN_REPEAT), code
    ends, empty = last_characters(list(told[2]))
    return ends, empty or told[0] == 0


@pytest.mark.parametrize(
    ("pattern", "lasts"), [(ORGANIZATION_END.pattern, ORGANIZATION_LASTS), (TITLE, TITLE_LASTS)], ids=["organisation", "title"]
)
def test_a_gate_holds_every_character_that_a_match_may_end_in(pattern: str, lasts: frozenset[str]) -> None:
    found, empty = last_characters(list(_parser.parse(pattern)))
    assert not empty
    assert found == set(lasts), f"the characters beside the pattern lack {found - lasts}, and {lasts - found} end none"


def test_the_last_characters_of_a_pattern_are_told() -> None:
    assert last_characters(list(_parser.parse("(?:甲|乙(?!丙))丁?|戊[己庚](?=辛)"))) == (set("甲乙丁己庚"), False)
    assert last_characters(list(_parser.parse("(?:甲乙)*"))) == ({"乙"}, True)
