"""The documents by which resolution is measured: about as many mentions as asked for, the same ones each time, uneven names."""

from __future__ import annotations

from collections import Counter

from tests.scale import Field, table


def test_the_same_size_gives_the_same_documents() -> None:
    one, other = ([story.document for story in Field(2_000).stories()] for _ in range(2))
    assert one == other


def test_names_are_spread_unevenly() -> None:
    people = Counter(name for name, _ in Field(40_000).people)
    homes = Counter(home for _, home in Field(40_000).people)
    assert people.most_common(1)[0][1] > 5
    assert homes.most_common(1)[0][1] > 3 * len(Field(40_000).people) / len(homes)


def test_a_line_tells_what_one_run_took() -> None:
    head, _, line = table(3_000)
    mentions, people, *_, megabytes = (int(cell.replace(",", "")) for cell in line.strip("| ").split("|"))
    assert head.count("|") == line.count("|")
    assert 2_500 < mentions < 3_500
    assert people > 50
    assert megabytes > 30
