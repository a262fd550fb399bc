"""Models of devices beside their kinds: who makes one makes the kind, of which it is one."""

from __future__ import annotations

import pytest

from ingest.lexicon import organization_kind
from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.prose.technology.models import model_in
from kg.model import Fact
from tests.test_prose import document


def stated(text: str) -> set[tuple[str, str, str]]:
    """Who works on what, and what is one of what, by a text."""
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {(one.subject.name, one.predicate, one.object.name) for one in facts if one.predicate in ("WORKS_ON", "BROADER")}


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("我国首款能谱CT oCT Lanjiang", "oCT Lanjiang", "能谱CT"),
        ("Lanstar 128螺旋CT", "Lanstar 128", "螺旋CT"),
        ("5T磁共振oMR Riva", "oMR Riva", "5T磁共振"),
        ("彩色多普勒超声诊断系统“岚星”", "岚星", "彩色多普勒超声诊断系统"),
    ],
)
def test_a_model_beside_its_kind(words: str, name: str, kind: str) -> None:
    model = model_in(words)
    assert model is not None
    assert (model.name, model.kind) == (name, kind)


@pytest.mark.parametrize(
    "words",
    ["AI辅助诊断系统", "18F-PSMA显像探针", "U-Net分割网络", "CT图像重建系统", "PET/CT设备", "DR 设备", "128排CT", "3D打印机"],
)
def test_what_is_no_model(words: str) -> None:
    assert model_in(words) is None


def test_who_makes_a_model_makes_its_kind() -> None:
    text = "日前，联影医疗自主研发的我国首款光子计数CT oCT Lanjiang获批上市。"
    assert stated(text) == {
        ("联影医疗", "WORKS_ON", "oCT Lanjiang"),
        ("联影医疗", "WORKS_ON", "光子计数CT"),
        ("oCT Lanjiang", "BROADER", "光子计数CT"),
    }


def test_makers_with_notes_stand_in_a_row() -> None:
    text = "全球只有佳能医疗（2031年获批）、飞利浦（2033年获批）推出临床级光子计数CT。"
    assert stated(text) == {("佳能医疗", "WORKS_ON", "光子计数CT"), ("飞利浦", "WORKS_ON", "光子计数CT")}


def test_a_maker_by_its_short_name_and_trade_is_a_firm() -> None:
    assert organization_kind("东软医疗") == "company"
    assert organization_kind("智慧医疗") is None
