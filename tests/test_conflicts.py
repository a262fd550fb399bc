"""Contradictions: each kind is found with its words, and what only looks like one is let alone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest

from kg.codec import content_id
from kg.conflicts import Conflict, conflicts
from kg.model import Assertion, Document, EntityRef, Evidence, Fact, Passage, Span, Value
from kg.queries import ask
from kg.resolve import resolve
from kg.resolve.figures import Range, agree, range_of
from kg.store import Store
from tests.stories import Story, org, person, thing, work

MAJOR = "望湖基金重大项目"
ROWS = (("肺部气体成像机理", 100.0), ("肾脏灌注定量方法", 200.0), ("脑网络成像", 200.0), ("骨骼弹性成像", 180.0))


class Page:
    """A document of lines; a fact stands on the words that it quotes."""

    def __init__(self, *lines: str) -> None:
        self.text = "\n".join(lines)
        self.id = content_id("Document", hashlib.sha256(self.text.encode()).hexdigest())
        self.facts: list[Assertion] = []

    def fact(self, ends: tuple[EntityRef, str, EntityRef], quote: str, rule: str = "measure", /, **qualifiers: Value) -> Page:
        start = self.text.index(quote)
        words = Evidence(document=self.id, span=Span(start=start, end=start + len(quote)), quote=quote, ingester="t", rule=rule)
        self.facts.append(Fact(subject=ends[0], predicate=ends[1], object=ends[2], qualifiers=qualifiers, evidence=words))
        return self

    def metric(self, name: str, quote: str, value: float, unit: str, **more: Value) -> Page:
        ends = (thing("FundingProgram", MAJOR), "HAS_METRIC", thing("Metric", name))
        return self.fact(ends, quote, value=value, unit=unit, value_text=quote, **more)

    def grant(self, name: str, quote: str, rule: str = "grant.row", **more: Value) -> Page:
        return self.fact((thing("Grant", name), "FUNDED_BY", thing("FundingProgram", MAJOR)), quote, rule, **more)

    @property
    def document(self) -> Document:
        passages, start = [], 0
        for index, line in enumerate(self.text.split("\n")):
            passages.append(Passage(index=index, kind="paragraph", span=Span(start=start, end=start + len(line)), page=1))
            start += len(line) + 1
        return Document(
            id=self.id,
            source="一.txt",
            sha256=self.id,
            media_type="text/plain",
            title="一",
            text=self.text,
            passages=tuple(passages),
        )


def page(*prose: str, table: int = 2, rows: Sequence[tuple[str, float]] = ROWS) -> Page:
    lines = [
        *prose,
        f"表 {table} 望湖基金资助的重大项目",
        "项目名称 经费(万元)",
        *(f"{name} {amount}" for name, amount in rows),
    ]
    made = Page(*lines)
    for name, amount in rows:
        made.grant(name, f"{name} {amount}", amount_wan=amount)
    return made


def found(*pages: Page) -> tuple[Conflict, ...]:
    facts, documents = [fact for one in pages for fact in one.facts], [one.document for one in pages]
    return conflicts(resolve(facts, documents).graph, facts)


def told(*stories: Story) -> list[tuple[str, str, list[Value]]]:
    facts, documents = [fact for story in stories for fact in story.assertions], [story.document for story in stories]
    listed = conflicts(resolve(facts, documents).graph, facts)
    assert all(said.evidence and said.ids for one in listed for said in one.said)
    return [(one.kind, one.name, [said.value for said in one.said]) for one in listed]


LATER = "2011年批准了“肺部气体成像机理”。此后，共有3个重大项目支持影像研究(表2)，投入经费超过600万元。"


def test_a_sum_that_the_rows_do_not_reach() -> None:
    one = page(LATER).grant(ROWS[0][0], f"“{ROWS[0][0]}”", "granted")
    one.metric("重大项目数", "3个", 3, "个").metric("投入经费", "600万元", 600, "万元", bound=">")
    (conflict,) = found(one)
    assert (conflict.kind, conflict.what) == ("sum", f"{MAJOR} 投入经费")
    stated, listed = conflict.said
    assert (stated.value, stated.evidence[0].quote) == (">600万元", "600万元")
    assert (listed.value, len(listed.ids)) == ("580万元", 3)
    assert all(ROWS[0][0] not in words.quote for words in listed.evidence)


@pytest.mark.parametrize(
    ("stated", "bound", "quote"),
    [(580, "", "580万元"), (500, ">", "500万元"), (600, "约", "600万元"), (600, "近", "600万元"), (900, "<", "900万元")],
)
def test_a_sum_that_fits_its_words_is_no_conflict(stated: float, bound: str, quote: str) -> None:
    one = page(LATER.replace("超过600万元", quote)).grant(ROWS[0][0], f"“{ROWS[0][0]}”", "granted")
    one.metric("重大项目数", "3个", 3, "个").metric("投入经费", quote, stated, "万元", **({"bound": bound} if bound else {}))
    assert not found(one)


def test_a_question_tells_what_a_table_belies_from_both_engines(embedded: Store, neo4j: Store) -> None:
    one = page(LATER).grant(ROWS[0][0], f"“{ROWS[0][0]}”", "granted")
    one.metric("重大项目数", "3个", 3, "个").metric("投入经费", "600万元", 600, "万元", bound=">")
    graph = resolve(one.facts, [one.document]).graph
    answers = []
    for store in (embedded, neo4j):
        store.write(graph)
        answers.append(ask(store, "evidence_tables").rows)
    (row,) = answers[0].records()
    assert (row["subject"], row["figure"], row["stated"], row["listed"]) == (MAJOR, "投入经费", ">600万元", ["580万元"])
    assert (row["words"], row["row_words"]) == (["600万元"], sorted(f"{name} {amount}" for name, amount in ROWS[1:]))
    assert len(row["edges"]) == 1 + len(ROWS[1:])
    assert answers[0] == answers[1]


def test_who_names_nothing_before_the_rest_is_not_held_to_it() -> None:
    one = page("此后，共有3个重大项目支持影像研究(表2)，投入经费超过600万元。")
    one.metric("重大项目数", "3个", 3, "个").metric("投入经费", "600万元", 600, "万元", bound=">")
    assert not found(one)


def test_a_count_that_its_table_does_not_bear_out() -> None:
    (conflict,) = found(page("该基金共支持了6个重大项目（见表2）。").metric("支持重大项目数", "6个", 6, "个"))
    assert (conflict.kind, [said.value for said in conflict.said]) == ("count", ["6个", "4个"])


@pytest.mark.parametrize(
    "sentence",
    [
        "该基金共支持了6个重大项目。",
        "该基金共支持了6个重大项目（表3）。",
        "其中6个重大项目已经结题（表2）。",
        "重大项目已结题，有6个重大项目延期（表2）。",
        "表2已经列出。该基金共支持了6个重大项目。",
    ],
    ids=["no table", "another table", "some", "some have", "another sentence"],
)
def test_a_count_of_something_else_is_no_conflict(sentence: str) -> None:
    assert not found(page(sentence).metric("支持重大项目数", "6个", 6, "个"))


def test_a_count_of_a_time_of_others_or_of_several_is_no_conflict() -> None:
    sentence = "该基金五年间共支持了6个重大项目、2个群体（表2）。"
    assert not found(page(sentence).metric("支持重大项目数", "6个", 6, "个", period="五年间"))
    assert not found(page(sentence).metric("参与单位数", "6个", 6, "个"))
    assert not found(page(sentence).metric("重大项目数", "6个", 6, "个").metric("项目数", "2个", 2, "个"))
    assert not found(
        page("该基金支持了10余个重大项目（表2）。", rows=[(f"成像方法{n}", 1.0) for n in range(12)]).metric(
            "重大项目数", "10余个", 10, "个", bound="余"
        )
    )


def test_a_mean_or_unknown_amounts_are_not_summed() -> None:
    sentence = "该基金共支持了4个重大项目（表2），平均经费300万元。"
    assert not found(page(sentence).metric("重大项目数", "4个", 4, "个").metric("平均经费", "300万元", 300, "万元"))
    total = page(sentence.replace("平均", "总")).metric("重大项目数", "4个", 4, "个").metric("总经费", "300万元", 300, "万元")
    assert [one.kind for one in found(total)] == ["sum"]
    total.facts = [one for one in total.facts if not (isinstance(one, Fact) and one.subject.name == ROWS[3][0])]
    assert not found(total.grant(ROWS[3][0], f"{ROWS[3][0]} {ROWS[3][1]}"))


def test_sessions_against_their_table() -> None:
    lines = ["望湖影像论坛共举办5次会议（表1）。", "表 1 望湖影像论坛历次会议", *(f"第{n}次 影像进展" for n in (1, 2, 3))]
    one, series = Page(*lines), thing("ConferenceSeries", "望湖影像论坛")
    one.fact((series, "HAS_METRIC", thing("Metric", "会议数")), "5次", value=5, unit="次", value_text="5次")
    for n in (1, 2, 3):
        session = thing("Conference", f"望湖影像论坛第{n}次")
        one.fact((session, "IN_SERIES", series), f"第{n}次 影像进展", "conference.session-row", number=str(n))
    assert [(one.kind, [said.value for said in one.said]) for one in found(one)] == [("count", ["5次", "3次"])]


def test_two_ranks_titles_and_years_of_one_fact() -> None:
    story = (
        Story("一").fact(person("顾云帆"), "PARTICIPATED_IN", work("造影"), rank=2).works_at("沈望舒", "望湖医院", title="教授")
    )
    other = (
        Story("二")
        .fact(person("顾云帆"), "PARTICIPATED_IN", work("造影"), rank=3)
        .works_at("沈望舒", "望湖医院", title="主管技师")
    )
    for one, year in ((story, 2019), (other, 2020)):
        one.fact(thing("Grant", "灌注方法研究"), "FUNDED_BY", thing("FundingProgram", "望湖基金"), year=year)
    assert told(story, other) == [
        ("edge", "title", ["主管技师", "教授"]),
        ("edge", "year", [2019, 2020]),
        ("edge", "rank", [2, 3]),
    ]


def test_what_can_both_be_true_is_no_conflict() -> None:
    story = (
        Story("一")
        .works_at("沈望舒", "望湖医院", title="教授，主任医师")
        .works_at("顾云帆", "望湖医院", title="讲师", year=2012)
    )
    other = Story("二").works_at("沈望舒", "望湖医院", title="教授").works_at("顾云帆", "望湖医院", title="教授", year=2019)
    for one, year, amount in ((story, 2019, 30.0), (other, 2021, 50.0)):
        one.fact(thing("Facility", "望湖成像中心"), "FUNDED_BY", org("望湖市政府"), year=year, amount_wan=amount)
        one.fact(work("造影"), "RECEIVED", thing("Award", "望湖科技奖"), year=year)
    assert [one for one in told(story, other) if one[1] != "title"] == []
    assert [one for one in told(story, other) if "教授，主任医师" in one[2]] == []


def figure(story: Story, value: float, unit: str = "家", **more: Value) -> Story:
    text = {"value_text": f"{value:g}{unit}"}
    return story.fact(org("望湖医院"), "HAS_METRIC", thing("Metric", "协作医院数"), value=value, unit=unit, **text, **more)


def test_two_figures_of_one_metric() -> None:
    assert told(figure(Story("一"), 12), figure(Story("二"), 20))[0][:2] == ("figure", "value")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"value": 12, "year": 2019}, {"value": 20, "year": 2021}),
        ({"value": 12, "period": "“十二五”"}, {"value": 20, "period": "“十三五”"}),
        ({"value": 12, "bound": ">"}, {"value": 20}),
        ({"value": 12, "scope": "省内"}, {"value": 20, "scope": "国内"}),
        ({"value": 1.2, "unit": "亿元"}, {"value": 12000, "unit": "万元"}),
        ({"value": 1.6, "unit": "亿元"}, {"value": 15828, "unit": "万元"}),
        ({"value": 12, "unit": "家"}, {"value": 20, "unit": "个省"}),
    ],
)
def test_figures_of_other_times_places_units_or_bounds_agree(one: dict[str, Value], other: dict[str, Value]) -> None:
    assert not told(figure(Story("一"), **one), figure(Story("二"), **other))  # type: ignore[arg-type]


def test_two_figures_in_one_passage_are_of_two_things() -> None:
    one = Page("望湖医院有6个团队两次获资助，2个团队三次获资助。")
    for quote, value in (("6个", 6), ("2个", 2)):
        one.fact((org("望湖医院"), "HAS_METRIC", thing("Metric", "团队数")), quote, value=value, unit="个", value_text=quote)
    assert not found(one)


def test_a_property_stated_twice_has_the_words_of_each() -> None:
    story = Story("一").attribute(work("造影"), "field", "超声")
    assert told(story, Story("二").attribute(work("造影"), "field", "放射")) == [("property", "field", ["放射", "超声"])]


def test_figures_are_as_wide_as_their_words() -> None:
    exact = Range(12, 12, "家")
    assert agree(exact, Range(10, 15, "家"))
    assert not agree(exact, Range(13, 15, "家"))
    assert agree(exact, Range(13, 15, "例"))
    assert range_of({"value": 5, "value_low": 5.0, "value_high": 8.0, "unit": "千例"}) == Range(5000, 8000, "例")
    assert range_of({"value": "五", "unit": "例"}) is None
