"""Nomination forms whose labels are told in other words: the same form, one label told otherwise, in lines and in tabs."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

WORK = "肝脏磁共振弹性成像关键技术及应用"
LABELS = {
    "award": "提名奖种",
    "work": "项目名称",
    "nominator": "提名单位",
    "summary": "项目简介",
    "innovations": "主要科技创新",
    "people": "主要完成人",
    "units": "主要完成单位",
    "name": "姓名",
    "rank": "排名",
    "title": "技术职称",
    "position": "行政职务",
    "employer": "工作单位",
    "unit": "完成单位",
    "contribution": "对本项目贡献",
}
PEOPLE = (
    ("裘宁", "1", "教授", "放射科主任", "岚江大学第一医院", "岚江大学第一医院", "创新点1"),
    ("霍启明", "2", "研究员", "无", "西陵市中心医院", "西陵市中心医院", "创新点2"),
    ("司马青", "3", "工程师", "无", "岚江医学影像有限公司", "岚江大学第一医院", "创新点2"),
)
COLUMNS = ("name", "rank", "title", "position", "employer", "unit", "contribution")
TOLD = {"PARTICIPATED_IN", "COMPLETED", "NOMINATED", "NOMINATED_FOR", "AFFILIATED_WITH", "HAS_INNOVATION", "CONTRIBUTED_TO"}


def form(tabs: bool, **other: str) -> str:
    words = LABELS | other
    head = (
        f"云岭省科学技术奖提名公示\n{words['work']}：{WORK}\n{words['award']}：云岭省科学技术进步奖\n"
        f"{words['nominator']}：云岭省卫生健康委员会\n{words['summary']}：\n项目建立了肝脏磁共振弹性成像定量评估方法。\n"
        f"{words['innovations']}：\n1. 提出多频磁共振弹性成像新方法。\n2. 研制肝脏弹性成像专用激励装置。\n"
    )
    if tabs:
        rows = [words["people"], "\t".join(words[one] for one in COLUMNS), *map("\t".join, PEOPLE)]
    else:
        told = ("，".join(f"{words[one]}：{said}" for one, said in zip(COLUMNS, who, strict=True)) for who in PEOPLE)
        rows = [f"{words['people']}：", *told]
    return head + "\n".join(rows) + f"\n{words['units']}：\n1. 岚江大学第一医院\n2. 西陵市中心医院\n"


def read(folder: Path, text: str) -> set[tuple[str, str, str, object]]:
    path = folder / "form.txt"
    path.write_text(text, "utf-8")
    facts = (one for one in read_assertions(read_document(path), pipeline())[0] if isinstance(one, Fact))
    return {
        (one.subject.name, one.predicate, one.object.name, one.qualifiers.get("rank")) for one in facts if one.predicate in TOLD
    }


@pytest.mark.parametrize("tabs", [False, True], ids=["lines", "tabs"])
@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("award", "申请奖种"),
        ("award", "推荐奖励类型"),
        ("work", "报奖项目名称"),
        ("work", "成果题目"),
        ("nominator", "推荐学会"),
        ("nominator", "组织推荐单位"),
        ("nominator", "推荐（提名）单位"),
        ("summary", "研究内容"),
        ("innovations", "核心创新点"),
        ("innovations", "创新与突破"),
        ("people", "主要候选人"),
        ("people", "主要完成人（按贡献大小排序）"),
        ("people", "主要参加人员"),
        ("people", "项目组主要成员"),
        ("units", "主要承担单位"),
        ("units", "主要研制单位"),
        ("name", "人员姓名"),
        ("rank", "署名排序"),
        ("title", "现任职称"),
        ("position", "所任职务"),
        ("employer", "目前工作单位"),
        ("employer", "就职单位"),
        ("unit", "完成项目时所在单位"),
        ("unit", "项目完成时所在单位"),
        ("contribution", "承担工作"),
        ("contribution", "本人主要贡献"),
    ],
)
def test_one_label_in_other_words(label: str, word: str, tabs: bool, tmp_path: Path) -> None:
    known = read(tmp_path, form(tabs))
    assert (WORK, "NOMINATED_FOR", "云岭省科学技术进步奖", None) in known
    assert {who for who, said, _, _ in known if said == "PARTICIPATED_IN"} == {"裘宁", "霍启明", "司马青"}
    assert read(tmp_path, form(tabs, **{label: word})) == known
