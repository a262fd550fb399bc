"""An abbreviation means what the document says that it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.glossary import glossed
from ingest.nlp import entities, pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact


def meant(text: str, name: str, tmp_path: Path) -> set[str]:
    """The concepts that the name is read as in the lines of a document."""
    (tmp_path / "text.txt").write_text(text, "utf-8")
    document = read_document(tmp_path / "text.txt")
    with glossed(document, pipeline()):
        lines = [(line, one) for line in document.text.splitlines() for one in entities(line, pipeline())]
    return {one.concept for line, one in lines if line[one.start : one.end] == name}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("糖尿病视网膜病变（DR）的筛查\n他用DR筛查模型。", "DR", {"糖尿病视网膜病变"}),
        ("全院现有DR 3台。", "DR", {"DR"}),
        ("计算机辅助诊断(CAD)系统；CAD漏诊3例", "CAD", {"计算机辅助诊断"}),
        ("冠心病患者中CAD-RADS分级", "CAD", {"冠心病"}),
        ("CAD软件漏诊3例", "CAD", set()),
        ("两人测量的组内相关系数（ICC）为0.91，ICC低于0.75者剔除", "ICC", set()),
        ("肝内胆管细胞癌（ICC）与肝细胞癌（HCC）", "ICC", {"肝内胆管癌"}),
        ("植入心内除颤起搏器（ICD）", "ICD", {"ICD"}),
        ("疾病按ICD-10编码", "ICD", set()),
        ("瞬时弹性成像（transient elastography，TE）\nTE值", "TE", {"瞬时弹性成像"}),
        ("我国二十年\n瞬时弹性成像（TE）可用", "TE", {"瞬时弹性成像"}),
        ("血清肿瘤标志物（TE）", "TE", set()),
        ("诊断肝癌（CT）和肺癌（MRI）", "CT", {"CT"}),
        ("成果发表于ACS Nano", "ACS", set()),
    ],
)
def test_abbreviations(text: str, name: str, expected: set[str], tmp_path: Path) -> None:
    assert meant(text, name, tmp_path) == expected


def test_an_explanation_holds_for_one_document_alone(tmp_path: Path) -> None:
    assert meant("糖尿病视网膜病变（DR）的DR筛查", "DR", tmp_path) == {"糖尿病视网膜病变"}
    assert meant("新添DR一台", "DR", tmp_path) == {"DR"}


def test_facts_by_an_abbreviation(tmp_path: Path) -> None:
    path = tmp_path / "review.txt"
    path.write_text("瞬时弹性成像（TE）是一种超声弹性成像技术。\nTE可用于肝纤维化的评估。\n", "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    found = {(one.subject.name, one.predicate, one.object.name) for one in kept if isinstance(one, Fact)}
    assert ("瞬时弹性成像", "TARGETS", "肝纤维化") in found


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("岚江散射成像（lanjiang scattering imaging，LSI）问世。\nLSI可用于肝癌。", "LSI", {"岚江散射成像"}),
        ("目前常用的松江引导下细针穿刺（SJ-FNA）安全。\n松江引导下细针穿刺可用", "松江引导下细针穿刺", {"松江引导下细针穿刺"}),
        ("岚江成像产业\n散射成像（SCI）发展很快", "散射成像", {"散射成像"}),
        ("频域光学相干断层成像用于青光眼。\n频域光学相干断层成像较快。", "频域光学相干断层成像", {"频域光学相干断层成像"}),
        ("术前超声内镜检查。\n术前超声内镜可用。", "术前超声内镜", set()),
        ("胸部磁共振成像。\n胸部磁共振成像可用。", "胸部磁共振成像", set()),
        ("《松江超声影像学杂志》刊出。\n松江超声影像学杂志", "松江超声影像", set()),
        ("裘宁任主任委员（WXYZ）", "WXYZ", set()),
    ],
)
def test_techniques_that_the_document_alone_names(text: str, name: str, expected: set[str], tmp_path: Path) -> None:
    assert meant(text, name, tmp_path) == expected
