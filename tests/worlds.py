"""Small random worlds for property tests: a few documents that speak of a few people, places of work and works."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.model import Assertion, Document, Value
from tests.stories import Story, org, person, thing, work

__all__ = ["assertions_of", "documents_of", "worlds"]

_PEOPLE = ("李静", "李 静", "顾云帆", "沈望舒", "Gu Yunfan", "Gu YF", "Yunfan Gu", "Wangshu Shen")
_HOMES = ("", "望湖医院", "江岳大学望湖医院", "云泽医大四院", "云泽医科大学第四医院", "云泽医科大学")
_MORE_HOMES = (
    "江岳大学附属望湖医院",
    "云泽医大附四院",
    "云泽医大四院放射科",
    "北大望湖医院",
    "北京大学",
    "北大",
    "省人民医院",
    "江苏省人民医院",
    "卫健委",
    "国家卫健委",
)
_PAPERS = ("Strain of the graft", "Strain of the Graft.", "Elastography revisited", "Editorial comment")
_JOURNALS = ("European Radiology", "Eur Radiol", "望湖影像杂志")
_GRANTS = ("移植肾灌注的定量成像方法与系统研究", "移植肾灌注定量成像方法及系统", "胰腺弹性成像的力学机制研究")
_WORKS = ("移植肾造影", "移植肾 造影", "弹性成像")
_TECHNOLOGIES = ("CT", "X线计算机断层成像", "移植肾灌注定量造影", "PET")
_TITLES = ("教授", "主任医师", "教授，主任医师")


@st.composite
def _story(draw: st.DrawFn, name: str) -> Story:
    story = Story(name)
    for _ in range(draw(st.integers(1, 7))):
        _say(draw, story)
    return story


def _say(draw: st.DrawFn, story: Story) -> None:
    name, home = draw(st.sampled_from(_PEOPLE)), draw(st.sampled_from(_HOMES))
    project = work(draw(st.sampled_from(_WORKS)))
    rank = draw(st.integers(1, 3))
    match draw(st.integers(0, 13)):
        case 0:
            story.works_at(name, home or _HOMES[1], title=draw(st.sampled_from(_TITLES)))
        case 1:
            story.fact(person(name, home), "PARTICIPATED_IN", project, rank=rank)
        case 2:
            story.fact(org(home or _HOMES[2]), "COMPLETED", project, rank=rank)
        case 3:
            story.alias(org(draw(st.sampled_from(_HOMES[1:]))), draw(st.sampled_from(_HOMES[1:])))
        case 4:
            story.fact(project, "CONCERNS", thing("Technology", draw(st.sampled_from(_TECHNOLOGIES))))
        case 5:
            story.alias(thing("Technology", draw(st.sampled_from(_TECHNOLOGIES))), draw(st.sampled_from(_TECHNOLOGIES)))
        case 6:
            story.fact(
                org(draw(st.sampled_from(_HOMES[1:]))), "PART_OF", org(_HOMES[5]), basis=(draw(st.sampled_from(_TITLES)),)
            )
        case 9:
            story.fact(person(name, home), "AUTHORED", thing("Publication", draw(st.sampled_from(_PAPERS))), order=rank)
        case 10:
            paper = thing("Publication", draw(st.sampled_from(_PAPERS)))
            journal = thing("Journal", draw(st.sampled_from(_JOURNALS)))
            story.fact(paper, "PUBLISHED_IN", journal, year=draw(st.sampled_from((2012, 2013, 2015, 2018))))
        case 11:
            story.fact(person(name, home), "LEADS", thing("Grant", draw(st.sampled_from(_GRANTS))))
        case 12:
            story.attribute(
                thing("Grant", draw(st.sampled_from(_GRANTS))), "number", draw(st.sampled_from(("82799001", "82799002")))
            )
        case 13:
            story.works_at(name, draw(st.sampled_from(_MORE_HOMES)))
        case 7:
            grade: dict[str, Value] = draw(
                st.sampled_from(({}, {"year": 2019}, {"year": 2020}, {"year": 2020, "grade": "一等奖"}))
            )
            story.fact(project, "RECEIVED", thing("Award", "望湖科技奖"), **grade)
        case _:
            story.attribute(project, "field", draw(st.sampled_from(_TITLES)))


@st.composite
def _world(draw: st.DrawFn) -> list[Story]:
    return [draw(_story(name)) for name in "甲乙丙丁"[: draw(st.integers(1, 4))]]


worlds = _world()
"""Up to four stories, told apart by their names."""


def assertions_of(stories: list[Story]) -> list[Assertion]:
    return [one for story in stories for one in story.assertions]


def documents_of(stories: list[Story]) -> list[Document]:
    return [story.document for story in stories]
