"""Who made a programme's guide, in rows at its foot, beside the committees that marks tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from kg.ontology import check
from tests.table_facts import document_of

TITLE = "岚江省科技攻关计划“分子影像探针”重点专项2031年度项目申报指南"
GROUP = f"{TITLE}编制专家组"


def facts(text: str, title: str = "") -> set[tuple[str, str, str, str]]:
    document = replace(document_of(text), title=title)
    found = [one for one in ProseIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    kept = [one for one in found if one.predicate in ("MEMBER_OF", "AFFILIATED_WITH")]
    return {(one.subject.name, one.predicate, one.object.name, _said(one)) for one in kept}


def _said(one: Fact) -> str:
    words = [one.qualifiers.get(name) for name in ("role", "title", "position")]
    return "/".join(",".join(map(str, word)) if isinstance(word, tuple) else str(word) for word in words if word)


def test_an_office_opens_its_row_and_holds_for_those_below() -> None:
    text = (
        f"附件1\n{TITLE}\n\n1.1 探针合成\n    指南编制专家组：\n    组  长  霍启明  岚江大学第二医院   教授\n"
        "    成  员  柏若涵  云岭理工大学       研究员\n                     — 9 —\n"
        "            车 沐   云岭影科技有限公司  高级工程师\n"
    )
    assert facts(text) == {
        ("霍启明", "MEMBER_OF", GROUP, "组长"),
        ("霍启明", "AFFILIATED_WITH", "岚江大学第二医院", "教授"),
        ("柏若涵", "MEMBER_OF", GROUP, "成员"),
        ("柏若涵", "AFFILIATED_WITH", "云岭理工大学", "研究员"),
        ("车沐", "MEMBER_OF", GROUP, "成员"),
        ("车沐", "AFFILIATED_WITH", "云岭影科技有限公司", "高级工程师"),
    }


def test_a_list_of_experts_is_no_group() -> None:
    text = f"{TITLE}编制专家名单\n序号 姓名 单位 职称\n1 霍启明 岚江大学 教授\n2 柏若涵 云岭省肿瘤医院 主任医师\n"
    assert facts(text, f"{TITLE}编制专家名单") == {
        ("霍启明", "AFFILIATED_WITH", "岚江大学", "教授"),
        ("柏若涵", "AFFILIATED_WITH", "云岭省肿瘤医院", "主任医师"),
    }


def test_marks_tell_the_same_group() -> None:
    text = f"关于发布{TITLE}的通知\n指南编写专家组名单\n组长：霍启明  岚江大学  教授\n成员：柏若涵  云岭省肿瘤医院  主任医师\n"
    group = f"{TITLE}编写专家组"
    told = {(name, role) for name, kind, body, role in facts(text) if kind == "MEMBER_OF" and body == group}
    assert told == {("霍启明", "组长"), ("柏若涵", "成员")}


@pytest.mark.parametrize(
    "rows",
    [
        "联系人 霍启明 岚江大学 教授\n柏若涵 云岭理工大学 研究员\n",
        "磁共振 成像研究所 核心部件\n超声 影像研究院 样机\n",
    ],
)
def test_whom_to_ask_and_things_are_no_experts(rows: str) -> None:
    assert not facts(f"{TITLE}\n指南编制专家组：\n{rows}")


def test_one_row_tells_where_somebody_works_and_no_group() -> None:
    assert facts(f"{TITLE}\n指南编制专家组：\n霍启明 岚江大学 教授\n") == {("霍启明", "AFFILIATED_WITH", "岚江大学", "教授")}


def test_experts_of_other_work_are_left_to_others() -> None:
    told = facts(f"{TITLE}\n项目评审：\n组长 霍启明 岚江大学 教授\n成员 柏若涵 云岭理工大学 研究员\n")
    assert not told
