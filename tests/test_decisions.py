"""Decisions of people on who is who: they hold before all rules, outlive rebuilds, can be undone, and lose nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.decisions import DECISIONS, Decision, Side, append, bind, drop, line_of, read
from kg.errors import DecisionError
from kg.model import EntityRef
from kg.resolve import Resolution, resolve
from tests.stories import Story, names, org, people, person, resolved, thing, work
from tests.worlds import assertions_of, documents_of, worlds


def decide(stories: list[Story], *decisions: Decision) -> Resolution:
    numbered = [
        Decision(decide=one.decide, label=one.label, one=one.one, other=one.other, why=one.why, line=line)
        for line, one in enumerate(decisions, 1)
    ]
    bound = bind(numbered, {story.document.source: [story.id] for story in stories})
    return resolve(assertions_of(stories), documents_of(stories), decisions=bound)


def side(name: str, institution: str = "", document: str = "") -> Side:
    return Side(name=name, institution=institution, document=document)


def merge(one: Side, other: Side, label: str = "Person") -> Decision:
    return Decision(decide="merge", label=label, one=one, other=other, why="同一份简历")


def split(one: Side, other: Side | None = None, label: str = "Person") -> Decision:
    return Decision(decide="split", label=label, one=one, other=other, why="两份简历")


def states(resolution: Resolution) -> list[str]:
    return [one.state for one in resolution.verdicts]


MOVED = [Story("一").works_at("李静", "望湖医院"), Story("二").works_at("李静", "映川医院")]


def test_two_are_one_by_decision_with_the_reason() -> None:
    assert people(resolved(*MOVED), "李静") == 2
    found = decide(MOVED, merge(side("李静", "望湖医院"), side("李静", "映川医院")))
    assert people(found, "李静") == 1
    merges = [one for one in found.merges if one.rule == "DECIDED_MERGE"]
    assert [(one.why, len(one.evidence)) for one in merges] == [("同一份简历", 2)]
    assert merges[0].id in {node.id for node in found.graph.nodes}
    assert states(found) == ["applied"]


def test_a_merge_does_not_reach_a_third_of_the_name() -> None:
    third = Story("三").works_at("李静", "长桥医院")
    found = decide([*MOVED, third], merge(side("李静", "望湖医院"), side("李静", "映川医院")))
    assert people(found, "李静") == 2


def test_two_names_are_one_person_by_decision() -> None:
    story = (
        Story("一").works_at("闻人朗", "望湖医院").fact(person("闻人朗", "望湖医院"), "PARTICIPATED_IN", work("造影"), rank=1)
    )
    paper = Story("二").fact(person("Lang Wenren"), "AUTHORED", thing("Publication", "Renal perfusion"), order=1)
    found = decide([story, paper], merge(side("闻人朗", "望湖医院"), side("Lang Wenren", document="二.txt")))
    nodes = [node for node in found.graph.nodes if node.label == "Person"]
    assert [(node.name, node.aliases) for node in nodes] == [("闻人朗", ("Lang Wenren",))]


def test_names_are_not_joined_over_a_split_of_theirs() -> None:
    mine = Story("一").works_at("闻人朗", "望湖医院")
    theirs = Story("二").works_at("郎文仁", "映川医院").works_at("郎文仁", "长桥医院")
    for home in ("映川医院", "长桥医院"):
        theirs.fact(person("郎文仁", home), "PARTICIPATED_IN", work("造影"), rank=2)
    found = decide(
        [mine, theirs],
        split(side("闻人朗", "望湖医院"), side("郎文仁", "长桥医院")),
        merge(side("闻人朗", "望湖医院"), side("郎文仁", "映川医院")),
    )
    assert names(found, "Person") == ["郎文仁", "闻人朗"]
    assert states(found) == ["applied", "overridden"]


def test_one_is_two_by_document_and_by_institution() -> None:
    stories = [Story("一").works_at("李静", "望湖医院"), Story("二").works_at("李静", "望湖医院")]
    assert people(resolved(*stories), "李静") == 1
    assert people(decide(stories, split(side("李静", document="二.txt"))), "李静") == 2
    both = Story("三").works_at("李静", "望湖医院").works_at("李静", "映川医院")
    for home in ("望湖医院", "映川医院"):
        both.fact(person("李静", home), "PARTICIPATED_IN", work("造影"), rank=2)
    assert people(resolved(both), "李静") == 1
    assert people(decide([both], split(side("李静", "映川医院"))), "李静") == 2
    assert people(decide([both], split(side("李静", "映川医院"), side("李静", "望湖医院"))), "李静") == 2


def test_who_has_no_institution_may_still_be_either_side_of_a_split() -> None:
    stories = [Story("一").works_at("顾云帆", "望湖医院").works_at("顾云帆", "映川医院"), Story("二")]
    stories[1].works_at("顾云帆", "望湖医院").fact(person("顾云帆"), "PARTICIPATED_IN", work("造影"))
    assert people(decide(stories, split(side("顾云帆", "映川医院"))), "顾云帆") == 2


def test_the_later_line_holds_and_the_other_is_told() -> None:
    one, other = side("李静", "望湖医院"), side("李静", "映川医院")
    undone = decide(MOVED, merge(one, other), split(one, other))
    assert people(undone, "李静") == 2
    assert states(undone) == ["overridden", "applied"]
    assert "line 2 came later" in undone.verdicts[0].note
    again = decide(MOVED, split(one, other), merge(one, other))
    assert people(again, "李静") == 1
    assert states(again) == ["overridden", "applied"]


def test_a_chain_of_merges_does_not_cross_a_later_split() -> None:
    stories = [*MOVED, Story("三").works_at("李静", "长桥医院")]
    homes = [side("李静", home) for home in ("望湖医院", "映川医院", "长桥医院")]
    found = decide(stories, merge(homes[0], homes[1]), merge(homes[1], homes[2]), split(homes[0], homes[2]))
    assert people(found, "李静") == 2
    assert states(found) == ["overridden", "applied", "applied"]


def test_a_side_that_is_gone_is_told_and_harms_nothing() -> None:
    found = decide(MOVED, merge(side("李静", "望湖医院"), side("李静", "长桥医院")), split(side("王岚", document="一.txt")))
    assert found.graph == resolved(*MOVED).graph
    assert states(found) == ["idle", "idle"]
    assert "李静（长桥医院）" in found.verdicts[0].note


def test_institutions_and_technologies_are_joined_by_decision() -> None:
    stories = [Story("一").works_at("顾云帆", "望湖医院"), Story("二").works_at("沈望舒", "望湖平江院区")]
    found = decide(stories, merge(side("望湖医院"), side("望湖平江院区"), "Organization"))
    assert len(names(found, "Organization")) == 1
    assert [(one.rule, one.why) for one in found.merges] == [("DECIDED_MERGE", "同一份简历")]
    apart = Story("三").fact(work("造影"), "CONCERNS", thing("Technology", "灌注造影法"))
    apart.fact(work("造影"), "CONCERNS", thing("Technology", "望湖造影"))
    joined = decide([apart], merge(side("灌注造影法"), side("望湖造影"), "Technology"))
    assert len(names(joined, "Technology")) == 1


def test_a_stated_alias_is_not_believed_against_a_decision() -> None:
    story = Story("一").works_at("顾云帆", "望湖医院").alias(org("望湖医院"), "平江医院")
    assert len(names(resolved(story), "Organization")) == 1
    found = decide([story], split(side("望湖医院"), side("平江医院"), "Organization"))
    assert len(names(found, "Organization")) == 2
    assert [one.reason for one in found.dropped] == ["somebody decided that they are two"]


def test_two_names_of_one_concept_can_be_parted() -> None:
    story = Story("一")
    for name in ("CT成像", "X射线计算机断层成像"):
        story.fact(work("造影"), "CONCERNS", thing("Technology", name))
    assert len(names(resolved(story), "Technology")) == 1
    assert len(names(decide([story], split(side("X射线计算机断层成像"), side("CT成像"), "Technology")), "Technology")) == 2


def test_a_name_in_one_document_is_another_thing() -> None:
    stories = [
        Story("一").fact(work("造影"), "FUNDED_BY", org("望湖基金")),
        Story("二").fact(work("弹性"), "FUNDED_BY", org("望湖基金")),
    ]
    found = decide(stories, split(side("望湖基金", document="二.txt"), label="Organization"))
    assert names(found, "Organization") == ["望湖基金", "望湖基金"]
    back = decide(
        stories,
        split(side("望湖基金", document="二.txt"), label="Organization"),
        merge(side("望湖基金"), side("望湖基金", document="二.txt"), "Organization"),
    )
    assert names(back, "Organization") == ["望湖基金"]
    assert states(back) == ["overridden", "applied"]


def test_innovations_are_joined_by_name() -> None:
    story = Story("一")
    for name in ("造影#1", "造影#2", "造影#3"):
        story.fact(person("顾云帆"), "CONTRIBUTED_TO", thing("Innovation", name))
    found = decide(
        [story],
        *(merge(side("造影#1"), side(f"造影#{number}"), "Innovation") for number in (2, 3)),
        merge(side("造影#3"), side("造影#1"), "Innovation"),
    )
    assert len(names(found, "Innovation")) == 1


def test_the_order_of_assertions_is_no_matter_under_decisions() -> None:
    stories = [*MOVED, Story("三").works_at("李静", "望湖医院").alias(org("望湖医院"), "平江医院")]
    decisions = bind(
        [
            merge(side("李静", "望湖医院"), side("李静", "映川医院")),
            split(side("李静", document="三.txt")),
            merge(side("映川医院"), side("平江医院"), "Organization"),
        ],
        {story.document.source: [story.id] for story in stories},
    )
    expected = resolve(assertions_of(stories), documents_of(stories), decisions=decisions)
    shuffled = assertions_of(stories)
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        assert resolve(shuffled, documents_of(stories), decisions=decisions) == expected


SIDES = st.builds(
    Side,
    name=st.sampled_from(("李静", "顾云帆", "沈望舒", "无名氏")),
    institution=st.sampled_from(("", "望湖医院", "云泽医大四院", "云泽医科大学第四医院")),
    document=st.sampled_from(("", "甲.txt", "乙.txt")),
)
ORGANIZATIONS = st.builds(
    Side,
    name=st.sampled_from(("望湖医院", "江岳大学望湖医院", "云泽医大四院", "云泽医科大学第四医院", "云泽医科大学")),
    document=st.sampled_from(("", "", "甲.txt")),
)


@st.composite
def rulings(draw: st.DrawFn) -> list[Decision]:
    made = []
    for line in range(1, draw(st.integers(1, 6)) + 1):
        label, sides = draw(st.sampled_from((("Person", SIDES), ("Organization", ORGANIZATIONS))))
        kind = draw(st.sampled_from(("merge", "split")))
        made.append(Decision(decide=kind, label=label, one=draw(sides), other=draw(sides), why="x", line=line))
    return made


def test_two_that_were_decided_to_be_two_stay_so_at_the_end_of_a_chain_of_aliases() -> None:
    story = Story("一").alias(org("江岳大学望湖医院"), "云泽医大四院").alias(org("云泽医大四院"), "望湖医院")
    split = Decision(
        decide="split", label="Organization", one=Side(name="望湖医院"), other=Side(name="江岳大学望湖医院"), why="x", line=1
    )
    found = resolve(story.assertions, [story.document], decisions=[split])
    named = [{node.name, *node.aliases} for node in found.graph.nodes if node.label == "Organization"]
    assert sorted(map(sorted, named)) == [["云泽医大四院", "江岳大学望湖医院"], ["望湖医院"]]


@settings(deadline=None, max_examples=80)
@given(worlds, rulings(), st.randoms(use_true_random=False))
def test_any_decisions_make_one_graph_in_any_order(stories: list[Story], made: list[Decision], shuffle: random.Random) -> None:
    bound = bind(made, {story.document.source: [story.id] for story in stories})
    assertions, documents = assertions_of(stories), documents_of(stories)
    expected = resolve(assertions, documents, decisions=bound)
    assert [one.decision.line for one in expected.verdicts] == [one.line for one in made]
    ids = [node.id for node in expected.graph.nodes]
    assert len(ids) == len(set(ids))
    assert {end for edge in expected.graph.edges for end in (edge.source, edge.target)} <= set(ids)
    for verdict in expected.verdicts:
        one, other = verdict.decision.one, verdict.decision.other
        if verdict.state == "applied" and other and one.name != other.name and verdict.decision.label == "Organization":
            named = [{node.name, *node.aliases} for node in expected.graph.nodes if node.label == "Organization"]
            together = any({one.name, other.name} <= names for names in named)
            assert together == (verdict.decision.decide == "merge") or one.document or other.document
    shuffle.shuffle(assertions)
    assert resolve(assertions, documents, decisions=bound[::-1]) == expected


def test_a_file_comes_back_and_a_line_can_be_dropped(tmp_path: Path) -> None:
    assert read(tmp_path) == ()
    first = append(tmp_path, merge(side("李静", "望湖医院"), side("李静", document="二.txt")))
    second = append(tmp_path, split(side("李静", document="三.txt")))
    assert (first.line, second.line) == (1, 2)
    assert read(tmp_path) == (first, second)
    assert drop(tmp_path, 1) == first
    assert [one.line for one in read(tmp_path)] == [1]
    assert (tmp_path / DECISIONS).read_text("utf-8") == line_of(second) + "\n"
    with pytest.raises(DecisionError, match="no decision 7; there: 1"):
        drop(tmp_path, 7)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not JSON"),
        ("[]", "not an object"),
        ('{"decide": "merge"}', "lacks label, one, why"),
        ('{"decide": "join", "label": "Person", "one": {"name": "李静"}, "why": "x"}', '"join" is no decision'),
        ('{"decide": "merge", "label": "Bird", "one": {"name": "李静"}, "why": "x"}', '"Bird" is no label'),
        ('{"decide": "merge", "label": "Person", "one": {"name": "李静"}, "why": "x"}', "two sides"),
        ('{"decide": "split", "label": "Person", "one": {"name": "李静"}, "why": "x"}', "institution or a document"),
        ('{"decide": "split", "label": "Person", "one": {"name": ""}, "why": "x"}', '"one" is not a name'),
        ('{"decide": "split", "label": "Person", "one": {"name": "李静", "document": "a"}, "why": " "}', "reason"),
        ('{"decide": "split", "label": "Person", "one": {"name": "李静", "document": "a"}, "why": "x", "date": "May"}', "date"),
        ('{"decide": "split", "label": "Person", "one": {"name": "李静", "age": "9"}, "why": "x"}', '"one" is not a name'),
        ('{"decide": "split", "label": "Person", "one": {"name": "李静"}, "why": 3}', "not text"),
        ('{"decide": "split", "label": "Person", "one": {"name": "李静"}, "why": "x", "mood": "good"}', "unknown: mood"),
    ],
)
def test_a_malformed_line_is_told_with_its_place_and_nothing_is_lost(tmp_path: Path, line: str, told: str) -> None:
    append(tmp_path, split(side("李静", document="三.txt")))
    with (tmp_path / DECISIONS).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    before = (tmp_path / DECISIONS).read_bytes()
    with pytest.raises(DecisionError, match=f"identity.jsonl:2: .*{told}"):
        read(tmp_path)
    with pytest.raises(DecisionError):
        append(tmp_path, split(side("李静", document="四.txt")))
    assert (tmp_path / DECISIONS).read_bytes() == before


def test_sides_of_a_person_may_be_aliases() -> None:
    story = Story("一").works_at("顾云帆", "望湖医院").alias(person("顾云帆", "望湖医院"), "Gu Yunfan")
    story.fact(person("Gu Yunfan", "望湖医院"), "AUTHORED", thing("Publication", "Renal perfusion"))
    other = Story("二").fact(EntityRef(label="Person", name="Y. Gu"), "AUTHORED", thing("Publication", "Lung perfusion"))
    found = decide([story, other], merge(side("Gu Yunfan", "望湖医院"), side("Y. Gu", document="二.txt")))
    assert names(found, "Person") == ["顾云帆"]
