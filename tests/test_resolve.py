"""Resolution: what holds for every graph, and how facts become edges and properties."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.codec import content_id
from kg.errors import ResolveError
from kg.model import Edge, EntityRef, Graph, Node, Value
from kg.resolve import Citations, resolve
from tests.stories import Story, org, person, resolved, thing, work
from tests.worlds import assertions_of, documents_of, worlds


@settings(deadline=None)
@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_assertions_and_documents_is_no_matter(stories: list[Story], random: st.randoms) -> None:  # type: ignore[valid-type]
    expected = resolved(*stories)
    assertions, documents = assertions_of(stories), documents_of(stories)
    random.shuffle(assertions)  # type: ignore[attr-defined]
    random.shuffle(documents)  # type: ignore[attr-defined]
    assert resolve(assertions, documents) == expected


@settings(deadline=None)
@given(worlds)
def test_saying_it_twice_changes_nothing(stories: list[Story]) -> None:
    assert resolve(assertions_of(stories) * 2, documents_of(stories)).graph == resolved(*stories).graph


@settings(deadline=None)
@given(worlds)
def test_every_edge_has_its_ends_and_every_statement_its_words(stories: list[Story]) -> None:
    graph = resolved(*stories).graph
    texts = {story.id: story.document.text for story in stories}
    ids = [node.id for node in graph.nodes]
    assert ids == sorted(set(ids))
    assert [edge.id for edge in graph.edges] == sorted({edge.id for edge in graph.edges})
    citations = Citations(graph)
    things: list[Node | Edge] = [*graph.nodes, *graph.edges]
    for thing_ in things:
        assert thing_.evidence or (isinstance(thing_, Node) and thing_.label in {"Document", "Passage"})
        for words in thing_.evidence:
            assert texts[words.document][words.span.start : words.span.end] == words.quote
            passage = citations.passage(words)
            assert words.quote in str(passage.properties["text"])
            assert citations.reference(words) == f"{passage.id}@{words.span.start}-{words.span.end}"
    for edge in graph.edges:
        assert {edge.source, edge.target} <= set(ids)
        assert edge.source != edge.target


@settings(deadline=None)
@given(worlds)
def test_every_fact_is_on_an_edge_or_told_as_dropped(stories: list[Story]) -> None:
    resolution = resolved(*stories)
    kept = {
        (words.document, words.span) for edge in resolution.graph.edges if edge.type != "IN_DOCUMENT" for words in edge.evidence
    }
    facts = {(one.evidence.document, one.evidence.span) for one in assertions_of(stories) if hasattr(one, "predicate")}
    circular = [one for one in resolution.dropped if one.reason == "both ends are one thing"]
    assert len(facts - kept) >= len(circular)
    assert bool(facts - kept) == bool(circular)


@settings(deadline=None)
@given(worlds)
def test_every_spelling_of_a_thing_is_a_name_of_one_node(stories: list[Story]) -> None:
    graph = resolved(*stories).graph
    for assertion in assertions_of(stories):
        refs = [getattr(assertion, field, None) for field in ("subject", "object", "of")]
        for ref in (one for one in refs if isinstance(one, EntityRef)):
            speaking = [node for node in graph.nodes if node.label == ref.label and assertion.evidence in node.evidence]
            assert any(ref.name in (node.name, *node.aliases) for node in speaking)


@settings(deadline=None)
@given(worlds)
def test_people_of_one_name_know_each_other(stories: list[Story]) -> None:
    resolution = resolved(*stories)
    told = {one: set(sakes.ids) - {one} for sakes in resolution.namesakes for one in sakes.ids}
    stated = {
        node.id: set(node.properties["namesakes"])  # type: ignore[arg-type]
        for node in resolution.graph.nodes
        if "namesakes" in node.properties
    }
    assert stated == told


@settings(deadline=None)
@given(worlds, st.sampled_from(("李静", "顾云帆", "沈望舒")), st.booleans())
def test_a_namesake_elsewhere_leaves_every_id(stories: list[Story], name: str, at_home: bool) -> None:
    other = Story("别处").fact(person(name, "石桥县中医院" if at_home else ""), "LEADS", thing("Grant", "石桥方言语料"))
    other.fact(thing("Grant", "石桥方言语料"), "FUNDED_BY", thing("FundingProgram", "石桥基金"))
    assert ids(resolved(*stories).graph) <= ids(resolved(*stories, other).graph)


@settings(deadline=None)
@given(worlds)
def test_more_about_a_person_where_he_works_leaves_every_id(stories: list[Story]) -> None:
    before = resolved(*stories).graph
    homes: dict[str, set[str]] = {}
    for edge in before.edges:
        if edge.type == "AFFILIATED_WITH":
            homes.setdefault(edge.source, set()).add(edge.target)
    named = {node.id: node.name for node in before.nodes}
    settled = [(named[one], named[min(at)]) for one, at in sorted(homes.items()) if len(at) == 1]
    for name, home in settled:
        again = Story("再").works_at(name, home, title="教授").fact(person(name, home), "LEADS", thing("Grant", "三"))
        assert ids(before) <= ids(resolved(*stories, again).graph), (name, home)


def test_the_home_that_most_documents_tell_is_kept() -> None:
    def longer(*more: Story) -> set[str]:
        return ids(resolved(moved("一"), moved("二"), *more).graph, "Person")

    def moved(name: str, home: str = "望湖医院") -> Story:
        return Story(name).works_at("顾云帆", home).fact(person("顾云帆", home), "LEADS", thing("Grant", "造影定量"))

    assert longer() == longer(moved("三", "映川医院"))
    assert longer() != longer(*(moved(name, "映川医院") for name in "三四五"))


def test_a_person_without_a_home_is_told_by_the_work() -> None:
    story = Story("一").fact(person("顾云帆"), "LEADS", thing("Grant", "造影定量"))
    again = Story("二").fact(person("顾云帆"), "LEADS", thing("Grant", "造影定量"))
    assert (
        ids(resolved(story).graph, "Person")
        == ids(resolved(again).graph, "Person")
        == ids(resolved(story, again).graph, "Person")
    )


def ids(graph: Graph, label: str = "") -> set[str]:
    return {node.id for node in graph.nodes if node.label == label or not label}


def test_hash_seeds_are_no_matter(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; import sys\n"
        "from tests.stories import Story, org, person, resolved, thing, work\n"
        "from kg.export.jsonl import write_jsonl\n"
        "a, b = Story('一'), Story('二')\n"
        "for story in (a, b):\n"
        "    for home in ('望湖医院', '江岳大学望湖医院', '云泽医大四院', '云泽医科大学第四医院', '长桥医院'):\n"
        "        story.works_at('李静', home, title='教授')\n"
        "        for name in ('顾云帆', '沈望舒', '李静'):\n"
        "            story.fact(person(name, home), 'PARTICIPATED_IN', work('造影'), rank=2)\n"
        "            story.fact(person(name), 'LEADS', thing('Grant', '造影'))\n"
        "write_jsonl(resolved(a, b).graph, Path(sys.argv[1]))\n"
    )
    root = Path(__file__).parents[1]
    written = []
    for seed in ("1", "2", "3"):
        folder = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        subprocess.run([sys.executable, "-c", code, str(folder)], check=True, env=environment, cwd=root)
        written.append([(folder / name).read_bytes() for name in ("nodes.jsonl", "edges.jsonl")])
    assert written[0] == written[1] == written[2]
    assert written[0][1]


def edges(graph: Graph, kind: str) -> list[Edge]:
    return sorted(
        (edge for edge in graph.edges if edge.type == kind), key=lambda edge: sorted(map(str, edge.qualifiers.items()))
    )


def qualifiers(graph: Graph, kind: str) -> list[dict[str, Value]]:
    return [dict(edge.qualifiers) for edge in edges(graph, kind)]


def test_ids_are_what_a_thing_is_and_not_what_is_said_of_it() -> None:
    story = Story("一").works_at("顾云帆", "望湖医院", title="教授")
    first = resolved(story).graph
    longer = resolved(
        story.works_at("顾云帆", "望湖医院", position="超声科主任"), Story("二").works_at("顾云帆", "望湖医院")
    ).graph
    assert {node.id for node in first.nodes} <= {node.id for node in longer.nodes}
    assert edges(first, "AFFILIATED_WITH")[0].id == edges(longer, "AFFILIATED_WITH")[0].id
    person_id = next(node.id for node in first.nodes if node.label == "Person")
    assert person_id == content_id("Person", "顾云帆", "Organization", "望湖医院")


def test_qualifiers_that_agree_meet_on_one_edge() -> None:
    story = Story("一").works_at("顾云帆", "望湖医院", title="教授").works_at("顾云帆", "望湖医院", position="主任")
    story.works_at("顾云帆", "望湖医院").works_at("顾云帆", "望湖医院", title="教 授", basis="工作单位")
    graph = resolved(story).graph
    assert qualifiers(graph, "AFFILIATED_WITH") == [{"title": "教授", "position": "主任", "basis": ("工作单位",)}]
    assert len(edges(graph, "AFFILIATED_WITH")[0].evidence) == 4


def test_two_values_of_a_single_qualifier_stand_side_by_side() -> None:
    story = Story("一").fact(person("顾云帆"), "PARTICIPATED_IN", work("造影"), rank=2)
    story.fact(person("顾云帆"), "PARTICIPATED_IN", work("造影"))
    other = Story("二").fact(person("顾云帆"), "PARTICIPATED_IN", work("造影"), rank=3)
    graph = resolved(story, other).graph
    assert qualifiers(graph, "PARTICIPATED_IN") == [{"rank": 2}, {"rank": 3}]
    assert sorted(len(edge.evidence) for edge in edges(graph, "PARTICIPATED_IN")) == [1, 2]


def test_a_poorer_fact_joins_the_only_fuller_one() -> None:
    award = thing("Award", "望湖科技奖")
    story = Story("一").fact(work("造影"), "RECEIVED", award).fact(work("造影"), "RECEIVED", award, year=2019)
    story.fact(work("造影"), "RECEIVED", award, year=2019, grade="一等奖")
    assert qualifiers(resolved(story).graph, "RECEIVED") == [{"year": 2019, "grade": "一等奖"}]
    story.fact(work("造影"), "RECEIVED", award, year=2021)
    found = qualifiers(resolved(story).graph, "RECEIVED")
    assert len(found) == 3
    assert {} in found


def test_years_of_employment_are_collected_and_the_first_is_kept() -> None:
    story = Story("一").works_at("顾云帆", "望湖医院", year=2016, years=(2016, 2018))
    other = Story("二").works_at("顾云帆", "望湖医院", year=2012, years=(2012, 2016))
    assert qualifiers(resolved(story, other).graph, "AFFILIATED_WITH") == [{"year": 2012, "years": (2012, 2016, 2018)}]


def test_properties_that_differ_are_all_kept() -> None:
    story = Story("一").attribute(work("造影"), "field", "超声").attribute(work("造影"), "field", "放射")
    other = Story("二").attribute(work("造影"), "field", "放 射")
    node = next(node for node in resolved(story, other).graph.nodes if node.label == "Achievement")
    assert node.properties["field"] in {"放射", "放 射"}
    assert len(node.properties["field_stated"]) == 2  # type: ignore[arg-type]
    assert "超声" in node.properties["field_stated"]  # type: ignore[operator]


def test_a_fact_of_a_thing_with_itself_is_told() -> None:
    story = Story("一").alias(org("望湖影像有限公司"), "望湖影像").fact(org("望湖影像"), "PART_OF", org("望湖影像有限公司"))
    resolution = resolved(story)
    assert not edges(resolution.graph, "PART_OF")
    assert [one.assertion for one in resolution.dropped] == ["望湖影像有限公司 -PART_OF-> 望湖影像有限公司"]


def test_documents_and_the_passages_that_support_something_are_nodes() -> None:
    story = Story("一").works_at("顾云帆", "望湖医院")
    document = story.document
    graph = resolve(story.assertions, [document, Story("二").document]).graph
    labels = [node.label for node in graph.nodes]
    assert (labels.count("Document"), labels.count("Passage")) == (2, 1)
    passage = next(node for node in graph.nodes if node.label == "Passage")
    assert passage.properties == {"document": story.id, "start": 0, "end": len(document.text), "text": document.text, "page": 1}
    link = next(edge for edge in graph.edges if edge.type == "IN_DOCUMENT")
    assert (link.source, link.target, link.evidence[0].quote) == (passage.id, story.id, document.text)


def test_facts_of_a_document_that_is_not_given_are_an_error() -> None:
    with pytest.raises(ResolveError, match="give them all"):
        resolve(Story("一").works_at("顾云帆", "望湖医院").assertions, [])
