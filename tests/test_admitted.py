"""Lists of techniques that a house admits to its practice."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.grant import GrantIngester
from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact
from kg.ontology import check


def told(text: str, folder: Path, name: str = "list.txt") -> set[tuple[str, str, str]]:
    file = folder / name
    file.write_text(text, "utf-8")
    document = read_document(file)
    assert not GrantIngester().accepts(document)
    if not ListingIngester().accepts(document):
        return set()
    found = [one for one in ListingIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return {(one.subject.name, one.predicate, one.object.name) for one in found}


HOUSE = "岚江市中心医院"
ROWS = (
    "1 超声医学科 超声引导下甲状腺结节微波消融术 限制类 丛大海\n"
    "2 放射科 冠状动脉CT血流储备分数分析 一般技术 印雪\n"
    "3 消化内科 共聚焦激光显微内镜检查 一般技术 相里红\n"
)


@pytest.mark.parametrize("title", [f"{HOUSE}2031年第二批新技术准入项目公示", f"{HOUSE}2031年获准开展新技术、新项目名单"])
def test_lines_that_lost_their_columns(title: str, tmp_path: Path) -> None:
    found = told(f"{title}\n各科室：\n序号 科室 新技术名称 技术级别 项目负责人\n{ROWS}医务部\n", tmp_path)
    assert {
        ("超声引导下甲状腺结节微波消融术", "ADOPTED_BY", HOUSE),
        ("共聚焦激光显微内镜检查", "ADOPTED_BY", HOUSE),
        ("印雪", "AFFILIATED_WITH", HOUSE),
        ("相里红", "WORKS_ON", "共聚焦激光显微内镜检查"),
        (f"{HOUSE}放射科", "PART_OF", HOUSE),
    } <= found


def test_a_page_of_the_house_with_what_a_technique_is_for(tmp_path: Path) -> None:
    rows = (
        ("内镜中心", "超声内镜引导下细针穿刺活检术在胰腺占位中的应用", "戚远"),
        ("超声科", "剪切波弹性成像", "苗　苗"),
        ("心内科", "提升患者满意度", "郝健"),
    )
    cells = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in rows)
    page = (
        f"<html><head><title>医疗新技术准入目录-{HOUSE}</title></head><body><h2>医疗新技术准入目录（2031年）</h2>"
        f"<table><tr><th>科室</th><th>项目名称</th><th>负责人</th></tr>{cells}</table></body></html>"
    )
    found = told(page, tmp_path, "list.html")
    assert ("剪切波弹性成像", "ADOPTED_BY", HOUSE) in found
    assert ("超声内镜引导下细针穿刺活检术", "ADOPTED_BY", HOUSE) in found
    assert not any("满意度" in name for fact in found for name in fact)


@pytest.mark.parametrize(
    "title", [f"{HOUSE}2031年新技术申报项目汇总", f"{HOUSE}2031年度未通过准入的新技术项目", "2031年新技术准入项目公示"]
)
def test_what_is_only_asked_for_or_of_no_house(title: str, tmp_path: Path) -> None:
    found = told(f"{title}\n各科室：\n序号 科室 新技术名称 技术级别 项目负责人\n{ROWS}", tmp_path)
    assert not any(predicate == "ADOPTED_BY" for _, predicate, _ in found)
