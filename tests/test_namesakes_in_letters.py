"""People in Latin letters beside Chinese names: what joins them, and what does not."""

from __future__ import annotations

from kg.resolve import Resolution
from tests.stories import Story, names, org, person, resolved, thing, work

PAPER = thing("Publication", "Renal graft perfusion")


def team(*people: str, home: str = "望湖医院") -> Story:
    story = Story("一").fact(PAPER, "OUTPUT_OF", work("移植肾造影"))
    for rank, name in enumerate(people, start=1):
        story.fact(person(name, home), "PARTICIPATED_IN", work("移植肾造影"), rank=rank)
    return story


def authors(*people: str) -> Story:
    story = Story("二")
    for order, name in enumerate(people, start=1):
        story.fact(person(name), "AUTHORED", PAPER, order=order)
    return story


def rules(resolution: Resolution) -> set[str]:
    return {merge.rule for merge in resolution.merges}


def test_a_team_and_the_authors_of_its_paper() -> None:
    resolution = resolved(team("徐向晨", "顾云帆"), authors("Xu XC", "Gu Yunfan", "Smith J"))
    assert names(resolution, "Person") == ["Smith J", "徐向晨", "顾云帆"]
    assert rules(resolution) == {"LATIN_ON_WORK"}
    node = next(node for node in resolution.graph.nodes if node.name == "徐向晨")
    assert node.aliases == ("Xu XC",)
    joined = next(merge for merge in resolution.merges if merge.name == "徐向晨")
    assert (joined.joined, joined.id) == ("Xu XC", node.id)
    assert joined.evidence


def test_letters_that_fit_two_of_the_team_are_nobodys() -> None:
    assert "Xu XC" in names(resolved(team("徐向晨", "徐晓川"), authors("Xu XC")), "Person")


def test_one_initial_is_too_little_without_the_place_in_the_list() -> None:
    assert "Gu Y" in names(resolved(team("顾云帆"), authors("Gu Y")), "Person")
    story = Story("一").fact(person("顾云帆", "望湖医院"), "AUTHORED", PAPER, order=1)
    assert names(resolved(story, authors("Gu Y")), "Person") == ["顾云帆"]


def test_another_place_in_the_list_speaks_against() -> None:
    story = Story("一").fact(person("顾云帆", "望湖医院"), "AUTHORED", PAPER, order=2)
    assert names(resolved(story, authors("Gu YF", "Xu XC")), "Person") == ["Gu YF", "Xu XC", "顾云帆"]


def test_letters_alone_join_nobody() -> None:
    story = Story("一").works_at("徐向晨", "望湖医院").fact(org("望湖医院"), "COMPLETED", work("造影"))
    assert names(resolved(story, authors("Xu Xiangchen")), "Person") == ["Xu Xiangchen", "徐向晨"]


def test_the_institution_supports_a_full_name_of_three_syllables() -> None:
    def at(name: str, home: str) -> Story:
        return Story("二").fact(person(name, home), "AUTHORED", thing("Publication", "Elastography"), order=1)

    one, other = Story("一").works_at("徐向晨", "望湖医院"), Story("三").works_at("李静", "望湖医院")
    assert names(resolved(one, at("Xiangchen Xu", "望湖医院")), "Person") == ["徐向晨"]
    assert len(names(resolved(one, at("Xiangchen Xu", "映川医院")), "Person")) == 2
    assert len(names(resolved(one, at("Xu XC", "望湖医院")), "Person")) == 2
    assert len(names(resolved(other, at("Li Jing", "望湖医院")), "Person")) == 2
    two = one.works_at("徐湘辰", "望湖医院")
    assert len(names(resolved(two, at("Xiangchen Xu", "望湖医院")), "Person")) == 3


def test_foreign_names_in_either_order() -> None:
    story = Story("一").fact(person("Walter B. Knox"), "AUTHORED", PAPER, order=1)
    story.fact(person("William D. Knox"), "AUTHORED", PAPER, order=2)
    assert len(names(resolved(story, authors("Knox WB", "Knox WD")), "Person")) == 2
    other = Story("二").fact(person("Knox W"), "AUTHORED", PAPER)
    assert len(names(resolved(story, other), "Person")) == 3


def test_dots_and_blanks_of_a_foreign_name_are_no_difference() -> None:
    story = Story("一").fact(person("Walter B. Knox"), "CHAIRED", thing("Conference", "望湖论坛第3次"), order=1)
    other = Story("二").fact(person("Walter B Knox"), "CHAIRED", thing("Conference", "望湖论坛第3次"), order=1)
    assert len(names(resolved(story, other), "Person")) == 1


def test_short_latin_names_are_common_names() -> None:
    def paper(name: str, title: str) -> Story:
        story = Story(name)
        for order, one in enumerate(("Li J", "Wang Y", "Zhang H"), start=1):
            story.fact(person(one), "AUTHORED", thing("Publication", title), order=order)
        return story

    assert len(names(resolved(paper("一", "Graft perfusion"), paper("二", "Solid electrolytes")), "Person")) == 6
