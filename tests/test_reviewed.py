"""What an article is about, by its key words, its aim and what it says that it reviews."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from kg.ontology import check
from tests.test_prose import document

HEAD = (
    "澄江影像学杂志 2031年 第9卷 第2期\n\n双能量CT在痛风中的研究进展\n\n聂以安1，官若晨2\n\n"
    "1.澄江大学附属医院放射科，江苏 苏州 215000；2.溪山市人民医院风湿科，江苏 苏州 215001\n\n"
)


def about(text: str) -> set[tuple[str, str]]:
    found = [one for one in ProseIngester().ingest(document(HEAD + text), pipeline()) if isinstance(one, Fact)]
    told = [one for one in found if one.evidence.rule.endswith("reviewed_in_article")]
    assert all(check(one) is None and one.subject.name == "双能量CT在痛风中的研究进展" for one in told)
    return {(one.predicate, one.object.name) for one in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【摘要】本文就超声弹性成像在肝硬化、乳腺癌中的应用进行综述。", {("TARGETS", "肝硬化"), ("TARGETS", "乳腺癌")}),
        ("【摘要】目的 探讨磁共振弥散成像诊断前列腺癌的价值。方法 纳入50例患者。", {("TARGETS", "前列腺癌")}),
        ("本研究总结了光声成像评估银屑病的初步经验。", {("CONCERNS", "光声成像"), ("TARGETS", "银屑病")}),
        ("【关键词】痛风；类风湿关节炎；光声成像", {("TARGETS", "类风湿关节炎"), ("CONCERNS", "光声成像")}),
    ],
)
def test_what_it_is_about(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= about(text)


@pytest.mark.parametrize("text", ["既往研究显示光声成像可用于银屑病。", "前列腺癌是男性常见肿瘤，本文作者单位为澄江大学。"])
def test_what_others_found_is_not_its_subject(text: str) -> None:
    assert about(text) == set()
