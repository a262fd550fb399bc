"""Forms whose lines a page's width broke: the same records as of the form that was not broken, at every width."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.award.forms.unwrapped import unwrapped
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from ingest.wrapping import broken_at
from kg.model import Fact
from tests.specimen import wrapped

FORM = "\n".join(
    (
        "2024年度临江省科学技术进步奖提名项目公示",
        "项目名称：基于光子计数探测器的冠状动脉斑块成像方法建立及其在基层医院的推广应用",
        "提名者：临江省卫生健康委员会",
        "项目简介：本项目针对冠状动脉钙化斑块伪影重、易损斑块难以识别的难题，建立了光子计数能谱成像方法，斑块"
        "成分识别准确率达到93.4%，已在临江省第二人民医院等18家医院应用。",
        "1. 姓名：慕容清和，排名：1，行政职务：医学影像科主任，技术职称：主任医师，工作单位：临江医科大学"
        "附属第一医院，完成单位：临江医科大学附属第一医院。对本项目贡献：提出总体方案，负责创新点1和创新点2"
        "。",
        "2. 姓名：丘知远，排名：2，行政职务：无，技术职称：副教授，工作单位：临江理工大学生物医学工程学院"
        "，完成单位：临江理工大学。对本项目贡献：建立能谱重建算法，完成创新点2。",
        "3. 姓名：葛小满，排名：3，行政职务：护士长，技术职称：副主任护师，工作单位：临江省第二人民医院，"
        "完成单位：临江省第二人民医院。对本项目贡献：负责检查流程的标准化和推广培训工作。",
    )
)


def facts(path: Path) -> set[tuple[str, str, str]]:
    stated = AwardIngester().ingest(read_document(path), pipeline())
    return {(one.subject.name, one.predicate, one.object.name) for one in stated if isinstance(one, Fact)}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, str]]:
    path = tmp_path_factory.mktemp("form") / "form.txt"
    path.write_text(FORM, "utf-8")
    found = facts(path)
    assert ("丘知远", "AFFILIATED_WITH", "临江理工大学生物医学工程学院") in found
    assert ("葛小满", "AFFILIATED_WITH", "临江省第二人民医院") in found
    return found


@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize("width", [40, 42, 44, 46, 50, 54, 60, 66, 72, 80])
def test_records_broken_at_any_width(width: int, indent: str, whole: set[tuple[str, str, str]], tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    lines = [line for one in FORM.splitlines() for line in wrapped(indent + one, width)]
    path.write_text("\n".join(lines), "utf-8")
    assert facts(path) == whole


def test_lines_that_are_not_full_stay(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("主要完成单位：单位1 临江医科大学\n单位2 联岭智影医疗技术有限公司\n单位3 粤岭人民医院\n", "utf-8")
    document = read_document(path)
    text, offsets = unwrapped(document.text, broken_at(document))
    assert text == document.text
    assert offsets == list(range(len(text)))


EVEN = "\n".join(
    (
        "2024年度临江省科学技术进步奖提名项目公示",
        "项目名称：基于光子计数探测器的冠状动脉斑块成像方法",
        "提名者：临江省卫生健康委员会",
        "主要完成人：",
        "慕容清和{0}主任医师{0}临江医科大学附属第一医院",
        "丘知远{0}副主任医师{0}临江医科大学附属第二医院",
        "葛小满{0}副主任护师{0}临江医科大学附属第三医院",
        "巴图吉日格{0}主治医师{0}临江医科大学附属第四医院",
        "陶秋水{0}副主任医师{0}临江医科大学附属第五医院",
    )
)
LONG = "\n推广应用：{}".format("该方法已在临江省多家医院的影像科应用，斑块成分识别的准确率明显提高，医师满意。" * 3)
HOUSES = [("慕容清和", "一"), ("丘知远", "二"), ("葛小满", "三"), ("巴图吉日格", "四"), ("陶秋水", "五")]


@pytest.mark.parametrize("mark", ["，", "、", "  "])
@pytest.mark.parametrize("rest", ["", LONG, "\n".join([LONG] * 6)])
def test_people_of_lines_of_one_width_keep_their_houses(rest: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text(EVEN.format(mark) + rest, "utf-8")
    housed = {(who, where) for who, predicate, where in facts(path) if predicate == "AFFILIATED_WITH"}
    assert housed == {(who, f"临江医科大学附属第{number}医院") for who, number in HOUSES}


def test_every_character_knows_its_place(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text("\n".join(line for one in FORM.splitlines() for line in wrapped(one, 44)), "utf-8")
    document = read_document(path)
    text, offsets = unwrapped(document.text, broken_at(document))
    assert text.count("\n") < document.text.count("\n")
    assert all(document.text[place] == char or char == " " for char, place in zip(text, offsets, strict=True))
    assert offsets == sorted(offsets)
