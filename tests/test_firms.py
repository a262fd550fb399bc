"""Firms: their parents, those who head them, their towns."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document

FIRM, GROUP = "昆明云岭医疗科技股份有限公司", "西陵核技术集团有限公司"
OPENS = f"产业观察\n● 云岭医疗（{FIRM}）2011年成立于昆明，主营影像设备。"


def told(text: str, predicate: str) -> set[tuple[str, str, str]]:
    """What the prose says by a predicate, with posts."""
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {
        (one.subject.name, one.object.name, str(one.qualifiers.get("position", "")))
        for one in facts
        if one.predicate == predicate and one.evidence.rule in ("subsidiary", "heads_firm", "noted_town")
    }


@pytest.mark.parametrize(
    ("words", "part", "whole"),
    [
        (f"{OPENS}其全资子公司溪山云岭影像有限公司负责重建算法。", "溪山云岭影像有限公司", FIRM),
        (f"{OPENS}控股子公司溪山云岭影像有限公司负责重建算法。", "溪山云岭影像有限公司", FIRM),
        (f"岚江核药业有限公司（下称“岚江核药”）是{GROUP}的控股子公司。", "岚江核药业有限公司", GROUP),
        (f"岚江核药业有限公司系{GROUP}旗下全资子公司，位于岚江。", "岚江核药业有限公司", GROUP),
        (f"{GROUP}旗下控股子公司岚江核药业有限公司投产。", "岚江核药业有限公司", GROUP),
        (f"岚江核药业有限公司（{GROUP}全资子公司）中标。", "岚江核药业有限公司", GROUP),
    ],
)
def test_whose_subsidiary_a_firm_is(words: str, part: str, whole: str) -> None:
    assert told(words, "PART_OF") == {(part, whole, "")}


@pytest.mark.parametrize(
    "words",
    [
        f"岚江核药业有限公司曾是{GROUP}的全资子公司。",
        f"岚江核药业有限公司不再是{GROUP}的控股子公司。",
        f"岚江核药业有限公司是{GROUP}的参股公司。",
        f"岚江核药业有限公司拟成为{GROUP}的全资子公司。",
        f"岚江核药业有限公司与{GROUP}的子公司签约。",
        f"{OPENS}公司拟收购的溪山影像有限公司未披露业绩。",
    ],
)
def test_who_is_no_subsidiary(words: str) -> None:
    assert told(words, "PART_OF") == set()


@pytest.mark.parametrize(
    ("words", "name", "post"),
    [
        (f"{OPENS[:-1]}，创始人、董事长马礼安。", "马礼安", "创始人、董事长"),
        (f"{OPENS}总经理裘宁安透露，公司将扩产。", "裘宁安", "总经理"),
        (f"{OPENS}首席科学家由岚江大学马礼安教授担任。", "马礼安", "首席科学家"),
        (f"{OPENS}公司首席技术官裘宁安说。", "裘宁安", "首席技术官"),
        (f"{OPENS}马礼安教授兼任公司首席科学家。", "马礼安", "首席科学家"),
        (f"{FIRM}由岚江大学翟文莉教授于2019年创立。", "翟文莉", "创始人"),
    ],
)
def test_who_heads_the_firm_that_opens_the_paragraph(words: str, name: str, post: str) -> None:
    assert told(words, "AFFILIATED_WITH") == {(name, FIRM, post)}


@pytest.mark.parametrize(
    "words",
    [
        f"{OPENS}前CEO马礼安已于2月离任。",
        f"{OPENS}总经理马礼安已于2月离任。",
        f"{OPENS}岚江医院核医学科主任马礼安说。",
        f"{OPENS}对此，溪山影像有限公司总经理马礼安不予置评。",
        f"近日行业会议召开。{FIRM}参会。总经理马礼安致辞。",
    ],
)
def test_who_heads_another_or_none(words: str) -> None:
    assert (FIRM not in {one[1] for one in told(words, "AFFILIATED_WITH")}) is True


def test_the_town_in_brackets_behind_a_firm() -> None:
    assert told("云岭核医疗装备有限公司（无锡）今年仅售出2台。", "LOCATED_IN") == {("云岭核医疗装备有限公司", "无锡", "")}
    assert told("云岭核医疗装备有限公司（甲方）今年仅售出2台。", "LOCATED_IN") == set()
