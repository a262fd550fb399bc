"""Projects of news that won what a body calls its projects, with who gives the money and the house that adds to it."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document

TITLE = "胎盘代谢成像定量评估研究"
HEAD = "松岚市中心医院 2031-06-21 18:02\n\n喜报\n\n"


def paid(text: str) -> set[tuple[str, object, object]]:
    """Who pays the project, the sum and the year."""
    found = ProseIngester().ingest(document(HEAD + text), pipeline())
    return {
        (one.object.name, one.qualifiers.get("amount_wan"), one.qualifiers.get("year"))
        for one in found
        if isinstance(one, Fact) and one.predicate == "FUNDED_BY"
    }


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        (
            f"★ 霍启明主持的“{TITLE}”获2030年度岚江省卫生健康委员会重点科研项目立项，资助30万元；",
            "岚江省卫生健康委员会重点科研项目",
        ),
        (f"霍启明主持的《{TITLE}》喜获2030年度松岚市卫健委科研课题资助，经费30万元。", "松岚市卫健委科研课题"),
        (f"霍启明申报的“{TITLE}”成功入选2030年度岚江省教育厅青年科研项目，资助30万元。", "岚江省教育厅青年科研项目"),
        (f"“{TITLE}”获2030年度松岚市科技计划（社会发展）项目立项，资助经费30万元。", "松岚市科技计划（社会发展）项目"),
        (
            f"2030年9月，该技术获奖。霍启明牵头的课题《{TITLE}》同年列入松岚市科技计划，资助经费30万元。",
            "松岚市科技计划",
        ),
        (f"2030年9月，该技术获奖。霍启明主持的“{TITLE}”当年获岚江省重点研发计划立项，资助30万元。", "岚江省重点研发计划"),
    ],
)
def test_what_a_body_calls_its_projects(text: str, programme: str) -> None:
    assert paid(text) == {(programme, 30.0, 2030)}


@pytest.mark.parametrize(
    "text",
    [
        f"霍启明申报的“{TITLE}”拟推荐岚江省卫生健康委员会重点科研项目。",
        f"霍启明申报的“{TITLE}”获科室重点推荐，正在评审中。",
        f"霍启明主持的“{TITLE}”获科研处重视，有关项目将另行通知。",
    ],
)
def test_nothing_where_none_was_won(text: str) -> None:
    assert paid(text) == set()


@pytest.mark.parametrize(
    ("behind", "more"),
    [
        ("市科技局资助8万元，医院1∶1配套", {("松岚市科技局", 8.0, None), ("松岚市中心医院", 8.0, None)}),
        ("松岚市科学技术局资助8万元", {("松岚市科学技术局", 8.0, None)}),
        ("资助8万元，我院按1:1比例配套", {("松岚市中心医院", 8.0, None)}),
        ("资助8万元，医院另配套经费4万元", {("松岚市中心医院", 4.0, None)}),
        ("资助8万元，医院拟1:1配套", set()),
        ("资助8万元，学校1:1配套", set()),  # a hospital speaks
    ],
)
def test_who_gives_the_sum_and_who_adds_to_it(behind: str, more: set[tuple[str, object, object]]) -> None:
    text = f"霍启明主持的“{TITLE}”获松岚市科技计划（社会发展）项目立项，{behind}；"
    assert paid(text) == {("松岚市科技计划（社会发展）项目", 8.0, None), *more}
