"""Tables whose cells are of several works or people, lines that name a work with its grade, units told one behind another."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact
from tests.test_award_layouts import numbers, told
from tests.test_award_layouts import read as read_text

WORK = "胎儿心脏超声智能切面识别技术"
OTHER = "膝关节软骨磁共振定量成像方法"


def read(folder: Path, body: str, title: str = "关于拟提名2024年度岚江省科学技术奖项目的公示") -> list[Fact]:
    path = folder / "form.html"
    path.write_text(f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>", "utf-8")
    return [one for one in AwardIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]


def row(*cells: str) -> str:
    return "<tr>" + "".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in cells) + "</tr>"


@pytest.mark.parametrize("count", ["项目", "成果"])
def test_a_cell_that_counts_works_heads_no_column(count: str, tmp_path: Path) -> None:
    table = "".join(
        row(f'<td rowspan="3">{count}{number}</td>', "项目名称", work)
        + row("完成单位", f"{house}、岚江大学")
        + row("完成人", f"{first}（{house}）、{second}（岚江大学）")
        for number, work, house, first, second in (
            (1, WORK, "岚江妇幼保健院", "裘宁", "鲁一舟"),
            (2, OTHER, "云溪骨科医院", "柏舟", "鲁一舟"),
        )
    )
    found = read(tmp_path, f"<p>一、科学技术进步奖（2项）</p><table>{table}</table>")
    assert told(found, "PARTICIPATED_IN") == {("裘宁", WORK), ("鲁一舟", WORK), ("柏舟", OTHER), ("鲁一舟", OTHER)}
    assert told(found, "COMPLETED") == {
        ("岚江妇幼保健院", WORK),
        ("岚江大学", WORK),
        ("云溪骨科医院", OTHER),
        ("岚江大学", OTHER),
    }


MERGED = (
    "<p>二、技术发明奖（2项）</p><table>"
    + row("项目名称", "序号", "完成人", "职称/职务", "所在单位", "主要贡献")
    + row(f'<td rowspan="2">{WORK}</td>', "1", "裘宁", "教授/超声科主任", "岚江妇幼保健院", "提出总体方案，发明点1的完成人")
    + row("2", "鲁一舟", "副教授", "岚江大学", "对发明点2作出贡献")
    + row(f'<td rowspan="2">{OTHER}</td>', "1", "柏舟", "主任医师", "云溪骨科医院", "发明点1的完成人")
    + row("2", "闵思齐", "讲师", "岚江大学", "负责软件")
    + "</table>"
)


def test_people_have_a_row_each_beside_the_cell_of_their_work(tmp_path: Path) -> None:
    found = read(tmp_path, MERGED)
    ranks = {
        (one.subject.name, one.object.name): one.qualifiers.get("rank") for one in found if one.predicate == "PARTICIPATED_IN"
    }
    assert ranks == {("裘宁", WORK): 1, ("鲁一舟", WORK): 2, ("柏舟", OTHER): 1, ("闵思齐", OTHER): 2}
    assert told(found, "AFFILIATED_WITH") == {
        ("裘宁", "岚江妇幼保健院"),
        ("鲁一舟", "岚江大学"),
        ("柏舟", "云溪骨科医院"),
        ("闵思齐", "岚江大学"),
    }
    asked = [one for one in found if one.predicate == "NOMINATED_FOR"]
    assert {(one.subject.name, one.qualifiers.get("category")) for one in asked} == {
        (WORK, "技术发明奖"),
        (OTHER, "技术发明奖"),
    }


def test_a_heading_of_the_next_table_is_none_of_the_work_above(tmp_path: Path) -> None:
    first = row("项目名称", "肺结节低剂量计算机断层成像随访技术") + row("完成单位", "岚江大学") + row("完成人", "谷雨生、裘宁")
    found = read(tmp_path, f"<p>一、科学技术进步奖（1项）</p><table>{first}</table>{MERGED}")
    asked = {one.subject.name: one.qualifiers.get("category") for one in found if one.predicate == "NOMINATED_FOR"}
    assert asked["肺结节低剂量计算机断层成像随访技术"] == "科学技术进步奖"


ACROSS = (
    f"<p>项目名称：{WORK}</p><p>提名单位：岚江省医学会</p><p>完成单位：岚江妇幼保健院、岚江大学</p>"
    "<h4>■ 主要完成人情况表</h4><table>"
    + row("姓名", "裘宁", "鲁一舟", "Ana Brekke")
    + row("排名", "1", "2", "3")
    + row("技术职称", "主任医师", "副教授", "讲师")
    + row("行政职务", "超声科主任", "无", "无")
    + row("工作单位", "岚江妇幼保健院", "岚江大学", "岚江大学")
    + row("完成单位", "岚江妇幼保健院", "岚江大学", "岚江大学")
    + row("对本项目的<br>创造性贡献", "总体方案，完成创新点1", "对应创新点2", "对应创新点2")
    + "</table>"
)


def test_people_side_by_side(tmp_path: Path) -> None:
    found = read(tmp_path, ACROSS)
    assert told(found, "AFFILIATED_WITH") == {("裘宁", "岚江妇幼保健院"), ("鲁一舟", "岚江大学"), ("Ana Brekke", "岚江大学")}
    posts = {one.subject.name: one.qualifiers.get("position") for one in found if one.predicate == "AFFILIATED_WITH"}
    assert posts["裘宁"] == "超声科主任"
    assert numbers(found) == {("裘宁", "1"), ("鲁一舟", "2"), ("Ana Brekke", "2")}


def test_a_row_with_a_cell_too_few_tells_of_nobody(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ACROSS.replace("<td>岚江大学</td><td>岚江大学</td></tr><tr><td>完成单位", "<td>岚江大学</td></tr><tr><td>完成单位"),
    )
    assert ("鲁一舟", "岚江妇幼保健院") not in told(found, "AFFILIATED_WITH")
    assert len(told(found, "PARTICIPATED_IN")) == 3


GIVEN = "关于表彰2022年度科技成果获奖项目的通报\n各科室：\n对以下获奖项目予以表彰。\n二、2022年度岚江省医学科技奖（2项）\n"


@pytest.mark.parametrize(
    ("first", "second"), [("1.一等奖：", "2.三等奖："), ("（1）一等奖：", "（2）三等奖："), ("一等奖：", "三等奖：")]
)
def test_a_line_names_a_work_with_its_grade(first: str, second: str, tmp_path: Path) -> None:
    items = (
        f"{first}《{WORK}》\n完成人：裘宁、鲁一舟\n完成单位：岚江妇幼保健院，岚江大学\n"
        f"{second}《{OTHER}》（第二完成单位）\n完成人：柏舟、裘宁\n完成单位：云溪骨科医院\n"
    )
    found = read_text(tmp_path, GIVEN + items)
    given = {(one.subject.name, one.object.name, one.qualifiers.get("grade")) for one in found if one.predicate == "RECEIVED"}
    assert given == {(WORK, "岚江省医学科技奖", "一等奖"), (OTHER, "岚江省医学科技奖", "三等奖")}
    assert told(found, "PARTICIPATED_IN") == {("裘宁", WORK), ("鲁一舟", WORK), ("柏舟", OTHER), ("裘宁", OTHER)}
    assert told(found, "COMPLETED") == {("岚江妇幼保健院", WORK), ("岚江大学", WORK), ("云溪骨科医院", OTHER)}


@pytest.mark.parametrize("verb", ["荣获", "获2022年度", "项目获"])
def test_a_sentence_names_a_work_with_its_award(verb: str, tmp_path: Path) -> None:
    work = f"《{WORK}》{verb}岚江省科学技术进步奖二等奖。\n完成单位：岚江妇幼保健院、岚江大学\n完成人：裘宁、鲁一舟\n"
    found = read_text(tmp_path, GIVEN.split("二、")[0] + work)
    assert told(found, "PARTICIPATED_IN") == {("裘宁", WORK), ("鲁一舟", WORK)}
    assert told(found, "RECEIVED") == {(WORK, "岚江省科学技术进步奖")}


def test_a_paper_between_quotes_that_nobody_is_said_to_have_done_is_no_work(tmp_path: Path) -> None:
    found = read_text(tmp_path, GIVEN + f"1.一等奖：《{WORK}》\n颁奖仪式在岚江大学举行。\n完成人：裘宁、鲁一舟\n")
    assert not told(found, "PARTICIPATED_IN")


HEAD = f"项目名称：{WORK}\n提名单位：岚江省医学会\n主要完成人：裘宁、鲁一舟\n"


def test_units_told_one_behind_another(tmp_path: Path) -> None:
    units = (
        "完成单位贡献\n岚江妇幼保健院：总体设计，对应创新点1、3；岚江大学：完成算法，对应创新点2；"
        "云溪影像有限公司：完成样机，对应创新点4。\n"
    )
    found = read_text(tmp_path, HEAD + "主要完成单位：岚江妇幼保健院、岚江大学、云溪影像有限公司\n" + units)
    assert told(found, "COMPLETED") == {("岚江妇幼保健院", WORK), ("岚江大学", WORK), ("云溪影像有限公司", WORK)}
    assert {("岚江大学", "2"), ("云溪影像有限公司", "4"), ("岚江妇幼保健院", "3")} <= numbers(found)
    assert ("岚江妇幼保健院", "2") not in numbers(found)


def test_a_name_of_three_spaced_characters_is_whole(tmp_path: Path) -> None:
    people = "主要完成人\n1.裘 宁（岚江大学）；2.谷 雨 生（岚江大学）；3.鲁一舟（岚江大学）\n"
    found = read_text(tmp_path, f"项目名称：{WORK}\n提名单位：岚江省医学会\n{people}")
    assert told(found, "PARTICIPATED_IN") == {("裘宁", WORK), ("谷雨生", WORK), ("鲁一舟", WORK)}


def test_heads_that_slashes_part_are_no_paper(tmp_path: Path) -> None:
    heads = "代表性论文目录\n序号  论文名称 / 刊名 / 年卷期 / 全部作者 / 检索数据库\n"
    heads += "1  胎儿心脏切面质量的评价 / 岚江医学杂志 / 2020,3:1-5\n"
    found = read_text(tmp_path, HEAD + heads)
    assert not [one for one in found if one.predicate == "OUTPUT_OF" and one.subject.name.startswith("/")]


@pytest.mark.parametrize(("outcome", "names"), [("省医学会一等奖", set()), ("岚江省医学科技奖一等奖", {"岚江省医学科技奖"})])
def test_an_award_that_a_table_shortens_to_its_giver_has_no_name(outcome: str, names: set[str], tmp_path: Path) -> None:
    head = "完成人合作关系一览\n序号\t合作者/项目排名\t合作方式\t起止时间\t合作成果\n"
    row_told = f"1\t鲁一舟/2\t共同获奖\t2018-2021\t{outcome}\n"
    found = read_text(tmp_path, HEAD + head + row_told)
    assert {name for _, name in told(found, "RECEIVED")} == names


def test_title_and_houses_in_one_cell(tmp_path: Path) -> None:
    """The label of the people says which house is which; 项目名称 stands beside 中文名 and 英文名."""
    people = [
        ("1", "谷雨生", "教授、麓山第一医院、麓山第一医院", "总体设计"),
        ("2", "司马晴", "副主任医师、麓山第一医院、衡岳妇幼保健院", "临床验证"),
    ]
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in people)
    table = (
        '<tr><td rowspan="2">项目名称</td><td>中文名</td><td colspan="3">颅底肿瘤多模态影像导航技术</td></tr>'
        '<tr><td>英文名</td><td colspan="3">Multimodal navigation</td></tr>'
        '<tr><td>主要完成单位</td><td colspan="4">单位1（含法人证书）：麓山第一医院</td></tr>'
        '<tr><td rowspan="3">主要完成人（职称、完成单位、工作单位）</td>'
        f"<td>排名</td><td>姓名</td><td>职称、单位</td><td>主要贡献</td></tr>{body}"
    )
    found = read(tmp_path, f"<table>{table}</table>")
    houses = {
        (one.subject.name, one.object.name, one.qualifiers.get("title"), one.qualifiers.get("basis"))
        for one in found
        if one.predicate == "AFFILIATED_WITH"
    }
    assert houses == {
        ("谷雨生", "麓山第一医院", "教授", None),
        ("司马晴", "衡岳妇幼保健院", "副主任医师", "工作单位"),
        ("司马晴", "麓山第一医院", None, "完成单位"),
    }
    works = {one.object.name for one in found if one.predicate == "PARTICIPATED_IN"}
    assert works == {"颅底肿瘤多模态影像导航技术"}
