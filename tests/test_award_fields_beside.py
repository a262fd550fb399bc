"""Notices whose works are numbered lines with their fields behind the name, grouped below the awards they are up for."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.lexicon import is_person
from tests.test_award_layouts import read, told
from tests.test_awarded import did

TITLE = "澄江医学研究院关于2023年度科技奖励提名项目的公示\n\n"
FIRST, SECOND, THIRD = "颅内动脉瘤壁高分辨磁共振成像研究", "乡镇卫生院远程超声会诊技术的推广", "肺结节低剂量筛查系统"


def notice(number: str, gap: str, by: str) -> str:
    return (
        f"{TITLE}一、云南省自然科学奖（1项）\n"
        f"  {number.format(1)}{FIRST}{gap}提名等级：二等奖{gap}{by}：云南省教育厅\n"
        "     完成人：虞怀瑾、费鸣谦\n     完成单位：澄江医学研究院、昆明理工大学\n"
        "二、云南省科学技术进步奖（2项）\n"
        f"  {number.format(2)}{SECOND}{gap}提名等级：一等奖{gap}{by}：云南省卫生健康委员会\n"
        "     完成人：郝照临、虞怀瑾\n     完成单位：澄江市人民医院、玉溪市第二人民医院\n"
        "     该成果原名“远程超声在基层的应用”，2019年获云南省卫生科技成果奖二等奖。\n"
        f"  {number.format(3)}{THIRD}{gap}{by}：云南省科学技术厅\n"
        "     完成人：费鸣谦\n     完成单位：昆明理工大学\n"
    )


@pytest.mark.parametrize(
    ("number", "gap", "by"), [("{}．", "    ", "提名者"), ("{}、", "　　", "提名单位"), ("（{}）", "  ", "推荐单位")]
)
def test_fields_behind_a_numbered_work(number: str, gap: str, by: str, tmp_path: Path) -> None:
    found = read(tmp_path, notice(number, gap, by))
    assert told(found, "NOMINATED_FOR") == {
        (FIRST, "云南省自然科学奖"),
        (SECOND, "云南省科学技术进步奖"),
        (THIRD, "云南省科学技术进步奖"),
    }
    assert told(found, "NOMINATED") == {("云南省教育厅", FIRST), ("云南省卫生健康委员会", SECOND), ("云南省科学技术厅", THIRD)}
    assert told(found, "PARTICIPATED_IN") == {
        *(("虞怀瑾", FIRST), ("费鸣谦", FIRST), ("郝照临", SECOND), ("虞怀瑾", SECOND)),
        ("费鸣谦", THIRD),
    }
    assert told(found, "COMPLETED") == {
        *(("澄江医学研究院", FIRST), ("昆明理工大学", FIRST), ("澄江市人民医院", SECOND)),
        *(("玉溪市第二人民医院", SECOND), ("昆明理工大学", THIRD)),
    }


def test_what_stands_behind_a_numbered_house_makes_no_work_of_it(tmp_path: Path) -> None:
    text = f"{TITLE}1．澄江市第一人民医院    提名者：云南省卫生健康委员会\n     完成人：虞怀瑾、费鸣谦\n"
    assert not told(read(tmp_path, text), "PARTICIPATED_IN")


def test_the_people_of_several_works_are_not_those_of_one_told_of_before() -> None:
    told_of = "“远程超声在基层的应用”项目2019年获云南省科学技术进步奖二等奖。\n\n"
    one, two = "完成人：郝照临、虞怀瑾。\n\n", "另一项目\n\n完成人：费鸣谦、虞怀瑾。\n\n"
    assert did(told_of + one)
    assert not did(told_of + one + two)


def test_who_stamps_for_another_is_no_person() -> None:
    assert not is_person("代章")
