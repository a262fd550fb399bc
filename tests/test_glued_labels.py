"""Labels and values that a page's text ran together are told apart; sentences that open with a label's words are not."""

from __future__ import annotations

from pathlib import Path

from ingest.award import AwardIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact

PAGE = """
2023年临江省医院协会科技创新奖获奖项目简介之三
获奖项目肝脏磁共振弹性成像定量评估体系的建立
完成单位临江大学附属第一医院，霁川理工大学，望桥医疗科技有限公司
完  成 人濮阳若溪，仇一鸣，鄢澜
项目简介
肝硬化是继慢性肝炎、脂肪性肝病之后的第三大负担，患者需要无创的随访手段。项目组建立了三维磁共振弹性成像流程。
"""

SENTENCES = """
2023年临江省医院协会科技创新奖获奖项目简介之三
获奖项目在我省推广应用。
完成单位和完成人应在公示期内核对信息。
完成人濮阳若溪，仇一鸣，鄢澜
"""


def facts(path: Path, text: str) -> set[tuple[str, str, str, object]]:
    path.write_text(text, "utf-8")
    stated = AwardIngester().ingest(read_document(path), pipeline())
    made = (one for one in stated if isinstance(one, Fact) and one.predicate in ("COMPLETED", "PARTICIPATED_IN"))
    return {(one.subject.name, one.predicate, one.object.name, one.qualifiers.get("rank")) for one in made}


def test_labels_without_a_colon_are_read(tmp_path: Path) -> None:
    work = "肝脏磁共振弹性成像定量评估体系的建立"
    units = ("临江大学附属第一医院", "霁川理工大学", "望桥医疗科技有限公司")
    people = ("濮阳若溪", "仇一鸣", "鄢澜")
    assert facts(tmp_path / "page.txt", PAGE) == {
        *((name, "COMPLETED", work, rank) for rank, name in enumerate(units, 1)),
        *((name, "PARTICIPATED_IN", work, rank) for rank, name in enumerate(people, 1)),
    }


def test_the_words_that_say_so_stand_in_the_document(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    document = read_document(path)
    stated = [one for one in AwardIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    said = {document.text[one.evidence.span.start : one.evidence.span.end] for one in stated}
    assert {"仇一鸣", "霁川理工大学"} <= said


def test_what_a_disease_is_ranked_behind_is_no_theme(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    stated = AwardIngester().ingest(read_document(path), pipeline())
    assert {one.object.name for one in stated if isinstance(one, Fact) and one.predicate == "TARGETS"} == {"肝硬化"}


def test_sentences_that_open_with_the_words_of_labels_are_no_form(tmp_path: Path) -> None:
    assert facts(tmp_path / "page.txt", SENTENCES) == set()
