"""Lists of a university's projects whose cells of hosts name its hospitals and schools alone."""

from __future__ import annotations

from pathlib import Path

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

ROWS = (
    ("1", "胎盘灌注的磁共振定量方法研究", "虞伯言", "第一附属医院", "49"),
    ("2", "经颅光声成像的声像差校正算法", "凌霜降", "生物医学工程学院", "30"),
    ("3", "骨质疏松骨折风险的影像组学评估", "谷雨时", "附属骨科医院", "48"),
)


def read(path: Path, title: str, above: str = "", head: str = "所在单位", rows: tuple[tuple[str, ...], ...] = ROWS) -> set[str]:
    cells = (("序号", "项目名称", "负责人", head, "资助经费（万元）"), *rows)
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    path.write_text(f"<html><body><h1>{title}</h1><p>{above}</p><table>{table}</table></body></html>", "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    wanted = ("HOSTED_BY", "AFFILIATED_WITH", "PART_OF")
    return {
        f"{one.subject.name} {one.predicate} {one.object.name}"
        for one in kept
        if isinstance(one, Fact) and one.predicate in wanted and one.object.label == "Organization"
    }


PARTS = {
    "虞伯言 AFFILIATED_WITH 沅州大学第一附属医院",
    "凌霜降 AFFILIATED_WITH 沅州大学生物医学工程学院",
    "谷雨时 AFFILIATED_WITH 沅州大学附属骨科医院",
    *(f"{title} HOSTED_BY 沅州大学" for _, title, *_ in ROWS),
    *(f"沅州大学{part} PART_OF 沅州大学" for part in ("第一附属医院", "生物医学工程学院", "附属骨科医院")),
}


def test_the_title_names_the_university(tmp_path: Path) -> None:
    assert read(tmp_path / "a.html", "沅州大学2023年度国家自然科学基金获资助项目一览表") == PARTS


def test_a_label_names_the_university(tmp_path: Path) -> None:
    found = read(tmp_path / "a.html", "2024年度岭南省自然科学基金立项项目汇总表", "申报单位（盖章）：沅州大学", "承担单位")
    assert found == PARTS


def test_houses_of_their_own(tmp_path: Path) -> None:
    """Hosts that go by a whole name are no parts of the university that the title names."""
    rows = tuple(
        (*row[:3], house, row[4]) for row, house in zip(ROWS, ("北岭市中心医院", "岭南理工大学", "岭南省人民医院"), strict=True)
    )
    found = read(tmp_path / "a.html", "沅州大学影像联合基金2023年度资助项目一览表", rows=rows)
    assert "胎盘灌注的磁共振定量方法研究 HOSTED_BY 北岭市中心医院" in found
    assert not any("PART_OF 沅州大学" in one for one in found)


def test_no_university_is_named(tmp_path: Path) -> None:
    found = read(tmp_path / "a.html", "2023年度资助项目一览表")
    assert not any("沅州" in one for one in found)
