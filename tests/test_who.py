"""Who is who, told: mentions, what joined them, what kept others apart, what was refused; in any order."""

from __future__ import annotations

import random

from kg.decisions import Decision, Side
from kg.resolve.who import Told, Who
from tests.stories import Story, org, person, thing, work
from tests.worlds import assertions_of


def told(name: str, *stories: Story, decisions: tuple[Decision, ...] = ()) -> Told:
    return Who(assertions_of(list(stories)), decisions).tell(name)


def reasons(found: Told) -> list[str]:
    return [one.reason for one in found.aparts]


def test_mentions_and_joins_have_their_words() -> None:
    story = Story("一").works_at("李静", "望湖医院").fact(person("李静"), "PARTICIPATED_IN", work("造影"))
    (one,) = told("李静", story, Story("二").works_at("李静", "望湖医院")).identities
    assert sorted((said.context, said.times) for said in one.mentions) == [("", 1), ("望湖医院", 1), ("望湖医院", 1)]
    assert {merge.rule for merge in one.merges} == {"SAME_INSTITUTION", "SAME_DOCUMENT"}
    assert all(merge.evidence and merge.id == one.id for merge in one.merges)
    assert one.institutions == ("望湖医院",)


def test_what_keeps_people_apart() -> None:
    moved = told("李静", Story("一").works_at("李静", "望湖医院"), Story("二").works_at("李静", "映川医院"))
    assert reasons(moved) == ["DIFFERENT_INSTITUTIONS"]
    assert set(moved.aparts[0].detail.split(" / ")) == {"望湖医院", "映川医院"}
    ranked = Story("一")
    for rank, home in ((2, "望湖医院"), (5, "映川医院")):
        ranked.fact(person("李静", home), "PARTICIPATED_IN", work("造影"), rank=rank)
    listed = told("李静", ranked)
    assert reasons(listed) == ["ONE_LIST_TWO_PLACES"]
    assert all(part in listed.aparts[0].detail for part in ("造影", "2", "5"))
    homeless = Story("三").fact(person("李静"), "PARTICIPATED_IN", work("弹性"))
    assert reasons(told("李静", Story("一").works_at("李静", "望湖医院"), homeless)) == ["NOTHING_IN_COMMON"]
    both = told("李静", Story("一").works_at("李静", "望湖医院"), Story("二").works_at("李静", "映川医院"), homeless)
    assert sorted(reasons(both)) == ["DIFFERENT_INSTITUTIONS", "SEVERAL_COULD_BE_MEANT", "SEVERAL_COULD_BE_MEANT"]


def test_a_decision_is_told_as_the_reason() -> None:
    one, other = Story("一").works_at("李静", "望湖医院"), Story("二").works_at("李静", "望湖医院")
    split = Decision(decide="split", label="Person", one=Side(name="李静", document=other.id), why="两份简历", line=1)
    found = told("李静", one, other, decisions=(split,))
    assert [(apart.reason, apart.detail) for apart in found.aparts] == [("DECIDED_SPLIT", "两份简历")]
    assert [verdict.state for verdict in found.verdicts] == ["applied"]
    assert told("望湖医院", one, other, decisions=(split,)).verdicts == ()


def test_institutions_tell_bare_names_ambiguous_short_forms_and_refused_aliases() -> None:
    story = Story("一").fact(org("核医学科"), "COMPLETED", work("造影"))
    bare = told("核医学科", story, Story("二").fact(org("核医学科"), "COMPLETED", work("弹性")))
    assert reasons(bare) == ["NOBODYS_OWN"]
    part = Story("一").alias(org("江岳大学第三医院"), "江岳大学").fact(org("江岳大学"), "COMPLETED", work("造影"))
    refused = told("江岳大学", part).refused
    assert [one.reason for one in refused] == ["the one is named as a part of the other"]
    assert told("江岳大学第三医院", part).refused == refused


def test_a_technology_tells_its_spellings() -> None:
    story = (
        Story("一")
        .fact(work("造影"), "CONCERNS", thing("Technology", "灌注 造影法"))
        .fact(work("弹性"), "CONCERNS", thing("Technology", "灌注造影法"))
    )
    (one,) = told("灌注造影法", story).identities
    assert [merge.rule for merge in one.merges] == ["SAME_SPELLING"]


def test_an_id_tells_the_namesakes_and_an_alias_tells_the_thing() -> None:
    stories = Story("一").works_at("李静", "望湖医院"), Story("二").works_at("李静", "映川医院")
    first = told("李静", *stories).identities[0]
    assert len(told(first.id, *stories).identities) == 2
    named = Story("一").works_at("顾云帆", "望湖医院").alias(org("望湖医院"), "平江医院")
    assert [one.name for one in told("平江医院", named).identities] == ["望湖医院"]
    assert told("无此", named) == Told()


def test_the_order_of_assertions_is_no_matter() -> None:
    stories = [
        Story("一").works_at("李静", "望湖医院"),
        Story("二").works_at("李静", "映川医院").alias(org("映川医院"), "平江医院"),
    ]
    shuffled = assertions_of(stories)
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        for name in ("李静", "映川医院"):
            assert Who(shuffled).tell(name) == told(name, *stories)
