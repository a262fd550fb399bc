"""Who is who: hard cases of names, each of which some simpler rule would get wrong."""

from __future__ import annotations

import pytest

from kg.resolve import Resolution
from tests.stories import Story, names, org, people, person, resolved, thing, work


def institutions(*stories: Story) -> list[str]:
    return names(resolved(*stories), "Organization")


def rules(resolution: Resolution) -> set[str]:
    return {merge.rule for merge in resolution.merges}


def uses(name: str, *orgs: str) -> Story:
    story = Story(name)
    for one in orgs:
        story.fact(org(one), "COMPLETED", work(f"{name}的成果"))
    return story


def test_a_university_is_not_its_hospitals() -> None:
    three = ("江岳大学", "江岳大学第三医院", "江岳大学第一医院")
    assert institutions(uses("一", *three), uses("二", *three)) == sorted(three)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("云泽医大四院", "云泽医科大学第四医院"),
        ("云医大一附院", "云泽医科大学第一附属医院"),
        ("江大二院", "江岳大学附属第二医院"),
        ("云泽医大第四医院", "云泽医科大学第四医院"),
        ("江岳省卫健委", "江岳省卫生健康委员会"),
        ("江岳省卫生健康委", "江岳省卫生健康委员会"),
        ("江岳自然科学基金委", "江岳自然科学基金委员会"),
        ("望湖医院", "江岳医学科学院望湖医院"),
        ("杭州望湖医院", "江岳大学附属杭州望湖医院"),
        ("杭州望湖医院", "杭州市望湖医院"),
        ("映川研究所", "江岳科学院映川研究所"),
    ],
)
def test_a_short_form_is_its_full_name(short: str, full: str) -> None:
    resolution = resolved(uses("一", short, full))
    node = next(node for node in resolution.graph.nodes if node.label == "Organization")
    assert (node.name, node.aliases) == (full, (short,))
    assert [(merge.name, merge.joined) for merge in resolution.merges] == [(full, short)]
    assert resolution.merges[0].evidence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云泽医大四院", "云泽医科大学第三医院"),
        ("江大二院", "江岳医科大学第二医院"),
        ("第一医院", "江岳大学第一医院"),
        ("肿瘤医院", "江岳大学附属肿瘤医院"),
        ("人民医院", "江岳大学人民医院"),
        ("江岳大学医院", "江岳大学附属医院"),
        ("江岳医学会", "江岳医学会影像分会"),
        ("江岳大学望湖医院", "云泽大学望湖医院"),
        ("杭州儿童医院", "杭州市儿童医院"),
        ("望湖医院", "江岳市望湖医院"),
        ("江岳科学院", "江岳医学科学院"),
    ],
)
def test_names_that_only_look_alike_are_two(one: str, other: str) -> None:
    assert institutions(uses("一", one, other)) == sorted((one, other))


def test_a_short_form_with_two_owners_is_nobodys_elsewhere() -> None:
    first, second = uses("一", "望湖医院", "江岳大学望湖医院"), uses("二", "望湖医院", "云泽大学望湖医院")
    assert institutions(first) == ["江岳大学望湖医院"]
    assert institutions(first, second) == sorted(("江岳大学望湖医院", "云泽大学望湖医院"))
    third = uses("三", "望湖医院")
    assert institutions(first, second, third) == sorted(("江岳大学望湖医院", "云泽大学望湖医院", "望湖医院"))


def test_a_short_form_without_a_place_is_learnt_from_a_document_that_uses_both() -> None:
    apart = uses("一", "望湖医院"), uses("二", "江岳大学望湖医院")
    assert len(institutions(*apart)) == 2
    assert institutions(*apart, uses("三", "望湖医院", "江岳大学望湖医院")) == ["江岳大学望湖医院"]
    assert len(institutions(uses("一", "杭州医院"), uses("二", "江岳大学附属杭州医院"))) == 2
    assert len(institutions(uses("一", "杭州望湖医院"), uses("二", "江岳大学附属杭州望湖医院"))) == 1


def test_ranks_in_one_list_keep_institutions_apart() -> None:
    story = Story("一").fact(org("望湖医院"), "COMPLETED", work("造影"), rank=1)
    story.fact(org("江岳大学望湖医院"), "COMPLETED", work("造影"), rank=2)
    assert len(institutions(story)) == 2


def test_departments_and_branches_belong_to_what_their_document_speaks_of() -> None:
    one, other = uses("一", "核医学科", "影像分会"), uses("二", "核医学科", "影像分会")
    assert institutions(one, other) == ["影像分会", "影像分会", "核医学科", "核医学科"]


def test_a_stated_alias_holds_in_other_documents() -> None:
    story = Story("一").alias(org("江岳大学附属映川医院"), "江岳省肿瘤防治中心")
    story.fact(org("江岳大学附属映川医院"), "COMPLETED", work("造影"))
    resolution = resolved(story, uses("二", "江岳省肿瘤防治中心"))
    assert names(resolution, "Organization") == ["江岳大学附属映川医院"]
    assert rules(resolution) == {"STATED_ALIAS"}


def test_a_part_cannot_be_an_alias_of_its_whole() -> None:
    resolution = resolved(Story("一").alias(org("江岳大学第三医院"), "江岳大学"))
    assert names(resolution, "Organization") == ["江岳大学", "江岳大学第三医院"]
    assert [one.reason for one in resolution.dropped] == ["the one is named as a part of the other"]


def test_an_alias_of_two_things_is_either_only_where_its_document_says_so() -> None:
    first = Story("一").alias(thing("FundingProgram", "望湖计划"), "专项")
    second = Story("二").alias(thing("FundingProgram", "映川计划"), "专项")
    third = Story("三").fact(thing("Grant", "甲"), "FUNDED_BY", thing("FundingProgram", "专项"))
    assert names(resolved(first, third), "FundingProgram") == ["望湖计划"]
    assert names(resolved(first, second, third), "FundingProgram") == ["专项", "映川计划", "望湖计划"]


def test_a_chain_of_aliases_is_one_thing() -> None:
    story = (
        Story("一")
        .alias(org("望湖影像有限公司"), "望湖影像")
        .alias(org("望湖影像"), "WHI")
        .alias(org("望湖影像有限公司"), "WHI")
    )
    assert institutions(story) == ["望湖影像有限公司"]


def test_spellings_of_a_concept_are_one_technology_and_two_concepts_never() -> None:
    story = Story("一")
    for spelling in ("T1 Mapping", "T1 mapping", "Ｔ１ ｍａｐｐｉｎｇ"):
        story.fact(work("造影"), "CONCERNS", thing("Technology", spelling))
    story.alias(thing("Technology", "CT"), "PET")
    resolution = resolved(story)
    assert len(names(resolution, "Technology")) == 3
    assert [one.reason for one in resolution.dropped] == ["the ontology holds them apart"]


def test_a_city_is_one_place_with_and_without_its_ending() -> None:
    story = Story("一").fact(org("甲院"), "LOCATED_IN", thing("Place", "北京市"))
    story.fact(org("乙院"), "LOCATED_IN", thing("Place", "北京"))
    assert names(resolved(story), "Place") == ["北京"]


def test_two_people_of_one_name_in_one_document() -> None:
    story = Story("一").works_at("李静", "望湖医院", title="教授").works_at("李静", "映川医院", title="教授")
    resolution = resolved(story)
    assert people(resolution, "李静") == 2
    both = [node for node in resolution.graph.nodes if node.label == "Person"]
    assert [node.properties["namesakes"] for node in both] == [(both[1].id,), (both[0].id,)]
    assert resolution.namesakes[0].ids == (both[0].id, both[1].id)


def test_a_name_that_is_written_once_is_one_person() -> None:
    resolution = resolved(Story("一").sentence("望湖医院院长、映川大学教授李静出席", "李静", "望湖医院", "映川大学"))
    assert people(resolution, "李静") == 1
    assert "ONE_PLACE_IN_TEXT" in rules(resolution)


def test_a_name_that_is_written_twice_may_be_two() -> None:
    story = Story("一").sentence("望湖医院李静和映川大学李静出席", "李静", "望湖医院", "映川大学")
    assert people(resolved(story), "李静") == 2


def test_near_names_are_two_people() -> None:
    resolution = resolved(Story("一").works_at("王伟", "望湖医院").works_at("王伟民", "望湖医院"))
    assert names(resolution, "Person") == ["王伟", "王伟民"]
    assert not resolution.namesakes


def test_one_name_at_one_institution_is_one_person() -> None:
    resolution = resolved(Story("一").works_at("李静", "望湖医院"), Story("二").works_at("李 静", "望湖医院"))
    assert people(resolution, "李静") == 1
    assert "SAME_INSTITUTION" in rules(resolution)


def test_a_person_with_two_institutions_in_one_record_is_one() -> None:
    story = Story("一").fact(person("李静", "望湖医院"), "AFFILIATED_WITH", org("映川医院")).works_at("李静", "映川医院")
    assert people(resolved(story), "李静") == 1


def test_a_session_table_without_institutions_names_the_same_person() -> None:
    story = Story("一").fact(person("顾云帆"), "CHAIRED", thing("Conference", "望湖论坛第3次"), order=1)
    assert people(resolved(story.works_at("顾云帆", "望湖医院")), "顾云帆") == 1
    assert people(resolved(story.works_at("顾云帆", "映川医院")), "顾云帆") == 3


def test_a_name_without_institution_elsewhere_is_a_possible_namesake() -> None:
    chair = Story("一").fact(person("顾云帆"), "CHAIRED", thing("Conference", "望湖论坛第3次"), order=1)
    resolution = resolved(chair, Story("二").works_at("顾云帆", "望湖医院"))
    assert people(resolution, "顾云帆") == 2
    assert [one.name for one in resolution.namesakes] == ["顾云帆"]


def test_the_narrow_field_joins_an_uncommon_name_only() -> None:
    def stories(name: str) -> list[Story]:
        chair = Story("一").fact(person(name), "CHAIRED", thing("Conference", "望湖论坛第3次"), order=1)
        chair.fact(thing("Conference", "望湖论坛第3次"), "CONCERNS", thing("Technology", "移植肾灌注定量造影"))
        return [
            chair,
            Story("二")
            .works_at(name, "望湖医院")
            .fact(person(name, "望湖医院"), "WORKS_ON", thing("Technology", "移植肾灌注定量造影")),
        ]

    assert people(resolved(*stories("顾云帆")), "顾云帆") == 1
    assert people(resolved(*stories("李静")), "李静") == 2


def test_an_institution_and_its_only_part_with_the_name_are_one_persons() -> None:
    part = ("云泽大学附属望湖医院", "云泽大学附属映川医院")
    story = Story("一").works_at("顾云帆", "云泽大学").works_at("顾云帆", part[0])
    for one in part:
        story.fact(org(one), "PART_OF", org("云泽大学"))
    assert people(resolved(story), "顾云帆") == 1
    assert people(resolved(story.works_at("顾云帆", part[1])), "顾云帆") == 3


def test_a_department_by_name_is_part_of_its_hospital() -> None:
    story = Story("一").works_at("李静", "望湖医院").works_at("李静", "望湖医院放射科").works_at("李静", "映川医院")
    assert people(resolved(story), "李静") == 2


def test_a_bare_department_tells_nobody_apart() -> None:
    story = Story("一").works_at("李静", "望湖医院").works_at("李静", "核医学科")
    assert people(resolved(story), "李静") == 1


def test_titles_are_one_with_and_without_their_marks() -> None:
    story = Story("一")
    for spelling in ("《超声造影专家共识》", "超声造影专家共识", "超声造影专家共识。"):
        story.fact(person("顾云帆"), "AUTHORED", thing("Guideline", spelling))
    resolution = resolved(story)
    assert len(names(resolution, "Guideline")) == 1
    assert rules(resolution) == {"SAME_SPELLING"}


def test_a_moved_person_stays_one_where_the_work_says_so() -> None:
    before = Story("一").works_at("李静", "望湖医院").fact(person("李静", "望湖医院"), "LEADS", thing("Grant", "造影定量"))
    after = Story("二").works_at("李静", "映川医院").fact(person("李静", "映川医院"), "LEADS", thing("Grant", "造影定量"))
    resolution = resolved(before, after)
    assert people(resolution, "李静") == 1
    assert "SAME_WORK" in rules(resolution)
    employers = {edge.target for edge in resolution.graph.edges if edge.type == "AFFILIATED_WITH"}
    assert len(employers) == 2


def test_a_shared_work_joins_nobody_where_a_document_has_two_of_the_name() -> None:
    two = Story("一").works_at("李静", "望湖医院").works_at("李静", "映川医院")
    other = Story("二").works_at("李静", "长桥医院")
    for story, home in ((two, "望湖医院"), (two, "映川医院"), (other, "长桥医院")):
        story.fact(person("李静", home), "PARTICIPATED_IN", work("造影"))
    assert people(resolved(two, other), "李静") == 3


def test_the_same_place_in_a_list_is_the_same_person() -> None:
    story = Story("一").fact(person("李静", "望湖医院"), "PARTICIPATED_IN", work("造影"), rank=2)
    story.fact(person("李静", "映川医院"), "PARTICIPATED_IN", work("造影"), rank=2)
    assert people(resolved(story), "李静") == 1
    story.fact(person("李静", "长桥医院"), "PARTICIPATED_IN", work("造影"), rank=5)
    assert people(resolved(story), "李静") == 2


def test_the_same_people_around_join_a_person_who_moved() -> None:
    def team(name: str, home: str, project: str, others: tuple[str, ...]) -> Story:
        story = Story(name).works_at("顾云帆", home)
        for one in ("顾云帆", *others):
            story.fact(person(one, home), "PARTICIPATED_IN", work(project))
        return story

    friends = ("沈望舒", "陆清和")
    assert people(resolved(team("一", "望湖医院", "造影", friends), team("二", "映川医院", "弹性", friends)), "顾云帆") == 1
    assert people(resolved(team("一", "望湖医院", "造影", friends), team("二", "映川医院", "弹性", friends[:1])), "顾云帆") == 2


def test_another_name_of_a_person_is_an_alias() -> None:
    story = Story("一").works_at("顾云帆", "望湖医院").alias(person("顾云帆", "望湖医院"), "Gu Yunfan")
    story.fact(person("Gu Yunfan", "望湖医院"), "AUTHORED", thing("Publication", "Renal perfusion"))
    node = next(node for node in resolved(story).graph.nodes if node.label == "Person")
    assert (node.name, node.aliases) == ("顾云帆", ("Gu Yunfan",))


def test_an_innovation_is_its_achievements_and_number() -> None:
    story = Story("一").alias(work("移植肾造影关键技术"), "移植肾造影")
    for spelling in ("移植肾造影关键技术#1", "移植肾造影#1", "移植肾造影#2"):
        story.fact(person("顾云帆"), "CONTRIBUTED_TO", thing("Innovation", spelling))
    assert names(resolved(story), "Innovation") == ["移植肾造影关键技术#1", "移植肾造影关键技术#2"]


def test_a_session_is_its_series_and_number() -> None:
    story = Story("一").alias(thing("ConferenceSeries", "望湖影像论坛"), "望湖论坛")
    for spelling in ("望湖影像论坛第3次", "望湖论坛第3次", "望湖论坛第33次"):
        story.fact(person("顾云帆"), "CHAIRED", thing("Conference", spelling))
    assert len(names(resolved(story), "Conference")) == 2


def grant(name: str, title: str, *, number: str = "", leader: str = "") -> Story:
    story = Story(name).attribute(thing("Grant", title), "number", number) if number else Story(name)
    return (
        story.fact(person(leader), "LEADS", thing("Grant", title))
        if leader
        else story.attribute(thing("Grant", title), "note", "")
    )


def test_a_grant_is_one_by_its_number_or_by_its_leader_and_nearly_its_title() -> None:
    titles = ("胰腺弹性成像的力学机制研究", "胰腺弹性成像力学机制及应用研究")
    same = [grant(name, title, number="82799002") for name, title in zip("一二", titles, strict=True)]
    assert len(names(resolved(*same), "Grant")) == 1
    led = [
        grant(name, title, leader="顾云帆")
        for name, title in (("一", "胰腺的弹性成像与力学机制研究"), ("二", "胰腺弹性成像和力学机制"))
    ]
    assert len(names(resolved(*led), "Grant")) == 1
    others = [
        grant("一", "胰腺的弹性成像与力学机制研究", leader="顾云帆"),
        grant("二", "胰腺弹性成像和力学机制", leader="沈望舒"),
    ]
    assert len(names(resolved(*others), "Grant")) == 2


def test_two_numbers_are_two_grants_and_one_character_can_make_two() -> None:
    two = [
        grant(name, title, number=number)
        for name, title, number in (
            ("一", "胰腺的弹性成像与力学机制研究", "82799002"),
            ("二", "胰腺弹性成像和力学机制研究", "82799003"),
        )
    ]
    assert len(names(resolved(*two), "Grant")) == 2
    near = [
        grant(name, title, leader="顾云帆")
        for name, title in (("一", "肝癌早期诊断的超声分子探针研究"), ("二", "肺癌早期诊断的超声分子探针研究"))
    ]
    assert len(names(resolved(*near), "Grant")) == 2


def paper(name: str, title: str, journal: str, year: int) -> Story:
    return Story(name).fact(thing("Publication", title), "PUBLISHED_IN", thing("Journal", journal), year=year)


@pytest.mark.parametrize(
    ("first", "second", "papers"),
    [
        (("European Radiology", 2019), ("Eur Radiol", 2020), 1),
        (("European Radiology", 2019), ("European Radiology", 2021), 1),
        (("European Radiology", 2019), ("European Radiology", 2022), 2),
        (("European Radiology", 2019), ("Radiology", 2020), 1),
        (("European Radiology", 2019), ("Radiology", 2021), 2),
    ],
)
def test_one_title_is_two_papers_where_years_are_far_apart(
    first: tuple[str, int], second: tuple[str, int], papers: int
) -> None:
    stories = paper("一", "Graft strain", *first), paper("二", "Graft Strain.", *second)
    assert len(names(resolved(*stories), "Publication")) == papers
    between = paper("三", "Graft strain", "European Radiology", 2020)
    assert len(names(resolved(*stories, between), "Publication")) == 1


def test_an_abbreviated_journal_is_the_one_that_fits() -> None:
    def journals(*some: str) -> list[str]:
        return names(
            resolved(*(paper(name, name, journal, 2019) for name, journal in zip("一二三", some, strict=False))), "Journal"
        )

    assert journals("J Nucl Med", "Journal of Nuclear Medicine") == ["Journal of Nuclear Medicine"]
    assert len(journals("J Nucl Med", "Journal of Nuclear Medicine", "Journal of Nucleic Medicine")) == 3
    assert len(journals("Radiol", "Radiology")) == 2


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("Award", "江岳省科学技术进步奖", "江岳省科技进步奖"),
        ("Conference", "第十二届江岳影像大会", "第12届江岳影像大会"),
        ("Conference", "2020江岳影像大会", "江岳影像大会2020"),
        ("Conference", "望湖论坛第十二次", "望湖论坛第12次"),
        ("Guideline", "移植肾超声共识（2021版）", "移植肾超声共识（2021年版）"),
        ("Technology", "移植肾灌注定量造影技术", "移植肾灌注定量造影"),
        ("Achievement", "移植肾超声造影关键技术及应用", "移植肾超声造影关键技术与应用"),
        ("Publication", "Multi-center study: T1 mapping", "Multicenter study - T1 mapping"),
    ],
)
def test_wordings_of_one_thing(label: str, one: str, other: str) -> None:
    story = Story("一").attribute(thing(label, one), "note", "甲")
    assert len(names(resolved(story, Story("二").attribute(thing(label, other), "note", "乙")), label)) == 1


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("Award", "江岳省科学技术进步奖", "江岳省自然科学奖"),
        ("Conference", "第十二届江岳影像大会", "第十三届江岳影像大会"),
        ("Guideline", "移植肾超声共识（2021版）", "移植肾超声共识（2023年版）"),
        ("Achievement", "移植肾超声造影关键技术及应用", "移植肝超声造影关键技术与应用"),
        ("Publication", "T2 mapping of the heart", "T2* mapping of the heart"),
        ("Publication", "Graft imaging at 1.5T", "Graft imaging at 15T"),
        ("FundingProgram", "江岳计划“影像”重点专项", "江岳计划“探针”专项"),
    ],
)
def test_wordings_of_two_things(label: str, one: str, other: str) -> None:
    story = Story("一").attribute(thing(label, one), "note", "甲")
    assert len(names(resolved(story, Story("二").attribute(thing(label, other), "note", "乙")), label)) == 2


@pytest.mark.parametrize(("short", "full"), [("省人民医院", "江苏省人民医院"), ("卫健委", "国家卫生健康委员会")])
def test_what_each_place_has_is_the_one_that_the_document_names(short: str, full: str) -> None:
    named = uses("一", short, full)
    assert institutions(named) == [full]
    assert institutions(named, uses("二", short)) == sorted((full, short))


def test_a_bare_commission_may_be_the_nations_and_a_bare_ordinal_a_universitys() -> None:
    assert len(institutions(uses("一", "卫健委", "江岳省卫生健康委员会"))) == 2
    assert len(institutions(uses("一", "扬州一院"), uses("二", "扬州市第一人民医院"))) == 2
    assert len(institutions(uses("一", "扬州市一院"), uses("二", "扬州市第一人民医院"))) == 1
    both = uses("一", "扬州一院", "扬州市第一人民医院")
    assert institutions(both) == ["扬州市第一人民医院"]
    assert len(institutions(both, uses("二", "扬州大学第一医院"), uses("三", "扬州一院"))) == 3


def test_well_known_bodies_go_by_their_official_names() -> None:
    resolution = resolved(uses("一", "北大", "中科院映川研究所"), uses("二", "Peking University", "中国科学院映川研究所"))
    assert len(names(resolution, "Organization")) == 2
    assert "AUTHORITY" in rules(resolution)
    assert len(institutions(uses("一", "南大"), uses("二", "南京大学", "南昌大学"))) == 3
