"""Counts with rules of their own: members of committees, rounds of awards, calls of programmes, years of a survey."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


def counted(text: str) -> set[tuple[str, str, float]]:
    """Whose figures a text tells, their names and values."""
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    found = [one for one in facts if one.predicate == "HAS_METRIC"]
    return {(one.subject.name, one.object.name, float(str(one.qualifiers["value"]))) for one in found}


BRANCH = "岚江省医学会超声医学分会"


@pytest.mark.parametrize(
    "text",
    [
        f"会议选举产生了{BRANCH}第六届委员会，委员会由63名委员组成，其中常务委员21名。",
        f"{BRANCH}现有委员63人、常务委员21人。",
        f"{BRANCH}换届选举会议在溪山市召开。大会推选委员63名，常务委员21名。",
    ],
)
def test_members_of_a_committee(text: str) -> None:
    assert counted(text) == {(BRANCH, "委员数", 63), (BRANCH, "常务委员数", 21)}


@pytest.mark.parametrize("said", ["我院刘大海等3人当选委员。", "本次评审由11名委员参加。", "会议增选委员4名。"])
def test_some_of_the_members_are_not_all(said: str) -> None:
    assert not any("委员数" in name for _, name, _ in counted(f"会议选举产生了{BRANCH}第六届委员会。{said}"))


def test_the_body_above_has_no_count_of_the_committee() -> None:
    text = "新成立的脉冲影像专家委员会隶属于由省卫生厅主管的岚江医学影像学会，有委员192人。"
    assert not any(whose == "岚江医学影像学会" for whose, _, _ in counted(text))


def test_a_number_before_an_award_is_no_part_of_its_name() -> None:
    assert not any(
        "名" in whose for whose, _, _ in counted("经全国179名岚江医学科技奖评审委员会委员评审，最终评出获奖成果85项。")
    )


PRIZE = "岚江医学科技奖"


@pytest.mark.parametrize(
    "text",
    [
        f"2022年度{PRIZE}评审工作已经结束，共评选出获奖项目41项，其中一等奖5项、二等奖14项。",
        f"2022年度{PRIZE}共评出41项获奖项目，其中一等奖5项，二等奖14项。",
        f"2022年度{PRIZE}评审结果公布如下。共评选出获奖项目41项，包括一等奖5项、二等奖14项。",
    ],
)
def test_a_round_of_an_award(text: str) -> None:
    assert {(PRIZE, "获奖项目数", 41), (PRIZE, "一等奖数", 5), (PRIZE, "二等奖数", 14)} <= counted(text)


def test_what_says_that_it_was_given_is_no_part_of_its_name() -> None:
    text = "据了解，本届评选共申报87个项目，评出岚江科技创新奖10项（一等奖2项，二等奖3项，三等奖5项）。"
    assert not any("评出" in whose for whose, _, _ in counted(text))


def test_works_of_a_grade() -> None:
    text = f"“肝癌消融的关键技术”等5个项目荣获2022年{PRIZE}一等奖，“胎儿心脏影像体系”等14个项目荣获2022年{PRIZE}二等奖。"
    assert counted(text) == {(PRIZE, "一等奖项目数", 5), (PRIZE, "二等奖项目数", 14)}


@pytest.mark.parametrize(
    "text",
    [
        f"2022年度{PRIZE}揭晓，我院获一等奖1项、二等奖2项。",
        f"喜报：我院“肝癌消融的关键技术”等3项成果荣获{PRIZE}一等奖。",
        f"{PRIZE}评选结果昨日公布，溪山市人民医院获一等奖1项、二等奖2项。",
    ],
)
def test_what_a_house_got_or_rules_allow_is_no_round(text: str) -> None:
    assert not any(whose == PRIZE for whose, _, _ in counted(text))


CALL = "青年托举专项"


@pytest.mark.parametrize(
    "text",
    [
        f"2021年度，省基金办共收到“{CALL}”申请642项。经形式审查，不予受理9项，正式受理633项。最终58项申请获得资助，平均资助强度25万元/项。",
        f"2021年共接收“{CALL}”项目申请642项，初审不予受理项目9项，受理633项。经评审，决定资助58项。平均资助强度为25万元/项。",
    ],
)
def test_a_call_of_a_programme(text: str) -> None:
    assert counted(text) == {
        (CALL, "申请项目数", 642),
        (CALL, "不予受理项目数", 9),
        (CALL, "受理项目数", 633),
        (CALL, "资助项目数", 58),
        (CALL, "平均资助强度", 25),
    }


def test_what_a_house_took_is_of_no_programme() -> None:
    text = f"省基金办共收到“{CALL}”申请642项。我校共受理校内申请31项，其中5项获得资助。"
    assert {one for one in counted(text) if one[0] == CALL} == {(CALL, "申请项目数", 642)}


def test_a_survey_year_by_year() -> None:
    text = (
        "全国介入医学科现状调查\n\n2020年全国介入科室为812个，较2012年增长15.2%；其中介入医学科由2012年的300个增至2020年的512个。"
        "开展粒子植入的单位2012年为120家，2020年为241家。数字减影设备2012年为801台，2020年达到1650台。"
    )
    assert {
        ("中国", "介入医学科数", 300),
        ("中国", "介入医学科数", 512),
        ("中国", "开展粒子植入的单位数", 120),
        ("中国", "开展粒子植入的单位数", 241),
        ("数字减影设备", "数量", 801),
        ("数字减影设备", "数量", 1650),
    } <= counted(text)


def test_departments_in_a_row_have_a_count_together() -> None:
    text = "岚江大学附属第三医院放射科、核医学科、心内科等科室共获科研立项14项。"
    assert counted(text) == {("岚江大学附属第三医院", "科研立项数", 14)}


def test_the_count_of_a_grade_is_told_with_the_award() -> None:
    text = f"“肝癌消融的关键技术”等5个项目荣获2022年{PRIZE}一等奖。"
    facts = [one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]
    (metric,) = (one for one in facts if one.predicate == "HAS_METRIC")
    assert metric.evidence.quote.startswith("5个项目")
    assert PRIZE in metric.evidence.quote
