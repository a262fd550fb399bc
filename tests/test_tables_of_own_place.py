"""News of a house with a table of what its works won: the house's place, whose team, the year; accounts named for short."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact, Value

HOUSE = "松岚大学附属第二医院"
PAGE = """<html><head><title>医院动态 - {title}</title></head><body>
<div><span>松岚大学附属第二医院（溪州市红十字医院）</span></div>
<div>首页 医院概况 就诊指南 科室医生 本院动态</div>
<h1>{title}</h1><div>发布时间：2021/05/06</div>
<p>2020年度溪州省科学技术奖昨天颁发。{lead}</p>
<table border="1"><tr>{heads}</tr>{rows}</table><p>科研处提醒：请及时报送材料。</p></body></html>"""


def cells(row: str) -> str:
    return "".join(f"<td>{cell}</td>" for cell in row.split("|"))


def page(
    tmp_path: Path, heads: str, *rows: str, title: str = "我院两个项目获省科技奖", lead: str = ""
) -> set[tuple[object, ...]]:
    body = "".join(f"<tr>{cells(row)}</tr>" for row in rows)
    path = tmp_path / "news.html"
    path.write_text(PAGE.format(title=title, lead=lead, heads=cells(heads), rows=body), "utf-8")
    return facts(path)


def facts(path: Path) -> set[tuple[object, ...]]:
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {_short(one) for one in kept if isinstance(one, Fact) and one.predicate not in ("PART_OF", "LOCATED_IN", "MENTIONS")}


def _short(one: Fact) -> tuple[str, str, str, Value | None]:
    told = one.qualifiers.get("rank") or one.qualifiers.get("grade") or one.qualifiers.get("position")
    return (one.subject.name, one.predicate, one.object.name, told)


FIRST, SECOND = "肺结节影像诊断体系的建立与应用", "心肌灌注显像的临床推广"
PRIZE = "溪州省科技进步奖"


@pytest.mark.parametrize(
    ("heads", "place", "rank"),
    [
        ("项目|奖项|等级|团队|本院位次", "唯一完成单位", 1),
        ("项目名称|奖项|等级|团队|我院排名", "第一完成单位", 1),
        ("项目|奖种|获奖等级|项目负责人|本院完成单位排序", "第三完成单位", 3),
        ("项目名称|奖项|等级|负责人|我院署名", "2/5", 2),
        ("项目|奖项|等级|我院完成人|医院排名", "第2", 2),
        ("项目|奖项|等级|获奖团队|本院角色", "参与单位", None),
    ],
)
def test_the_place_of_the_house_that_speaks(tmp_path: Path, heads: str, place: str, rank: int | None) -> None:
    found = page(tmp_path, heads, f"{FIRST}|{PRIZE}|一等奖|霍启明|{place}", f"{SECOND}|{PRIZE}|二等奖|柏若涵团队|{place}")
    assert found >= {
        (HOUSE, "COMPLETED", FIRST, rank),
        (FIRST, "RECEIVED", PRIZE, "一等奖"),
        (SECOND, "RECEIVED", PRIZE, "二等奖"),
        ("霍启明", "PARTICIPATED_IN", FIRST, None),
        ("柏若涵", "PARTICIPATED_IN", SECOND, None),
    }


@pytest.mark.parametrize(
    ("heads", "title"),
    [
        ("项目|奖项|等级|团队|排名", "我院两个项目获省科技奖"),  # of people, perhaps
        ("项目|申报奖项|等级|团队|本院位次", "我院两个项目获省科技奖提名"),
        ("项目|奖项|等级|团队|本院位次", "我院拟申报省科技奖的项目"),
    ],
)
def test_no_place_where_none_is_told_or_given(tmp_path: Path, heads: str, title: str) -> None:
    found = page(tmp_path, heads, f"{FIRST}|{PRIZE}|一等奖|霍启明|第一完成单位", title=title)
    assert "COMPLETED" not in {one[1] for one in found}


def test_teams_got_the_prizes_and_grades_of_several_are_no_name(tmp_path: Path) -> None:
    lead = f"我院有两个项目上榜：副院长霍启明团队得到{PRIZE}一等奖，院长柏若涵团队拿到二等奖；护理部没有得到溪州省科普奖。"
    found = page(tmp_path, "科室|电话", "放射科|123", title="我院两个团队分获一、二等奖", lead=lead)
    assert found == {
        ("霍启明", "AFFILIATED_WITH", HOUSE, "副院长"),
        ("柏若涵", "AFFILIATED_WITH", HOUSE, "院长"),
        ("霍启明", "RECEIVED", PRIZE, "一等奖"),
        ("柏若涵", "RECEIVED", PRIZE, "二等奖"),
    }


@pytest.mark.parametrize(
    ("account", "text", "house"),
    [
        (
            "原创  放射科  溪州二院  2024-11-19 17:42  发表于溪州",
            "她是松岚大学附属溪州医院（溪州市第二人民医院）的患者。",
            "松岚大学附属溪州医院",
        ),
        ("原创 放射科 溪州二院 2024-11-19 17:42", "她是溪州市第二人民医院的患者。", "溪州市第二人民医院"),
        ("欢迎关注“松大附二院”公众号", "他到松岚大学附属第二医院就诊。", "松岚大学附属第二医院"),
        ("欢迎关注“溪州二院”", "她曾在溪州市第一人民医院就诊。", None),
        ("欢迎关注“溪州二院”", "溪州市第二人民医院、溪州区第二中医院都来了。", None),
    ],
)
def test_an_account_is_called_for_short(tmp_path: Path, account: str, text: str, house: str | None) -> None:
    path = tmp_path / "news.txt"
    path.write_text(f"{account}\n\n影像新技术见闻\n\n{text}我院院长周砚秋、我院放射科郑国栋教授出席了会议。\n", "utf-8")
    found = {one[2] for one in facts(path) if one[0] == "周砚秋"}
    assert found == ({house} if house else set())
