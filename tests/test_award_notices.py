"""Notices of nominations: works that the heading alone names, experts who nominate, numbers that refer to units, points."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact
from tests.test_award_layouts import numbers, read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK, ranked

BODY = "主要完成人：谷雨生、司马晴\n主要完成单位：麓山第一医院、潇湘理工大学\n"


@pytest.mark.parametrize(
    "heading",
    [
        f"关于“{WORK}”申报2024年度湖南省科学技术奖的公示",
        f"《{WORK}》拟提名湖南省科学技术奖公示内容",
        f"我院谷雨生团队的「{WORK}」成果拟参评\n2024年度湖南省科学技术奖，现予公示。",
        f"关于{WORK}项目申报湖南省科学技术奖的公示",
    ],
)
def test_a_work_that_the_heading_alone_names(heading: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{heading}\n{BODY}")
    assert {work for _, work in told(found, "PARTICIPATED_IN") | told(found, "COMPLETED")} == {WORK}
    assert told(found, "NOMINATED_FOR") == {(WORK, "湖南省科学技术奖")}


@pytest.mark.parametrize(
    "heading",
    [
        "关于“颅底肿瘤导航”“眼眶肿瘤成像”两项成果申报湖南省科学技术奖的公示",  # two works
        "根据《湖南省科学技术奖励办法》，现将拟申报湖南省科学技术奖的人员公示如下。",  # a regulation
        "关于麓山第一医院拟申报湖南省科学技术奖的公示",  # who applies
        f"关于《{WORK}》讲座的通知",  # no award
    ],
)
def test_other_headings_name_no_work(heading: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(f"{heading}\n{BODY}", "utf-8")
    assert not AwardIngester().accepts(read_document(path))


EXPERTS = {("卓景行", "岳麓大学"), ("夏侯敏", "湘江科技大学")}


@pytest.mark.parametrize(
    "experts",
    [
        "提名专家：\n1. 卓景行，教授，放射医学，岳麓大学\n2. 夏侯敏，研究员，生物医学工程，湘江科技大学\n",
        "提名专家姓名：卓景行\n工作单位：岳麓大学\n职称：教授\n提名专家姓名：夏侯敏\n工作单位：湘江科技大学\n职称：研究员\n",
        "提名者：卓景行（岳麓大学）、夏侯敏（湘江科技大学）\n",
        "提名专家情况\n姓名\t工作单位\t职称\t学科\n卓景行\t岳麓大学\t教授\t影像医学\n夏侯敏\t湘江科技大学\t研究员\t工学\n",
    ],
)
def test_experts_nominate_and_take_no_part(experts: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{experts}项目名称：{WORK}\n{BODY}")
    assert told(found, "AFFILIATED_WITH") == EXPERTS
    assert {who for who, _ in told(found, "PARTICIPATED_IN")} == {"谷雨生", "司马晴"}
    assert not told(found, "NOMINATED")


def test_people_behind_an_empty_field_of_experts_are_those_who_did_it(tmp_path: Path) -> None:
    text = f"提名专家：无\n项目名称：{WORK}\n姓名：谷雨生\n排名：1\n姓名：司马晴\n排名：2\n"
    assert ranked(read(tmp_path, text), "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2)}


@pytest.mark.parametrize(
    ("people", "units"),
    [
        ("谷雨生1、司马晴2、雷鸣川2", "1.麓山第一医院；2.潇湘理工大学"),
        ("谷雨生①，司马晴②，雷鸣川②", "①麓山第一医院②潇湘理工大学"),
        ("谷雨生（1） 司马晴（2） 雷鸣川（2）", "（1）麓山第一医院（2）潇湘理工大学"),
        ("谷雨生¹ 司马晴² 雷鸣川²", "麓山第一医院、潇湘理工大学"),
        ("谷雨生1，司马晴2，雷鸣川2（1.麓山第一医院；2.潇湘理工大学）", "麓山第一医院"),
    ],
)
def test_numbers_behind_names_refer_to_units(people: str, units: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"主要完成人：{people}\n主要完成单位：{units}\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2), ("雷鸣川", 3)}
    assert told(found, "AFFILIATED_WITH") == {
        ("谷雨生", "麓山第一医院"),
        ("司马晴", "潇湘理工大学"),
        ("雷鸣川", "潇湘理工大学"),
    }


@pytest.mark.parametrize(
    ("people", "units"),
    [
        ("谷雨生（1）、司马晴（2）、雷鸣川（3）", "1.麓山第一医院；2.潇湘理工大学；3.衡岳影像科技有限公司"),
        ("谷雨生1、司马晴2、雷鸣川4", "1.麓山第一医院；2.潇湘理工大学"),
    ],
)
def test_numbers_that_may_be_ranks_or_refer_to_nothing_tell_no_place(people: str, units: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"主要完成人：{people}\n主要完成单位：{units}\n")
    assert len(ranked(found, "PARTICIPATED_IN")) == 3
    assert not told(found, "AFFILIATED_WITH")


@pytest.mark.parametrize(
    "points",
    [
        "科技创新1）提出导航配准方法。\n科技创新2）建立颅底肿瘤图谱。",
        "【创新点1】提出导航配准方法\n【创新点2】建立颅底肿瘤图谱",
        "创新点一——提出导航配准方法\n创新点二——建立颅底肿瘤图谱",
        "主要创新如下：一是提出导航配准方法；二是建立颅底肿瘤图谱。",
        "I. 提出导航配准方法。\nII. 建立颅底肿瘤图谱。",
        "关键技术1：提出导航配准方法\n关键技术2：建立颅底肿瘤图谱",
        "颅底肿瘤难以显露。项目组（1）提出导航配准方法；（2）建立颅底肿瘤图谱。",
        "颅底肿瘤难以显露。本项目①提出导航配准方法；②建立颅底肿瘤图谱。",
    ],
)
def test_points_however_they_are_numbered(points: str, tmp_path: Path) -> None:
    assert len(told(read(tmp_path, HEAD + PEOPLE + f"主要科技创新\n{points}\n"), "HAS_INNOVATION")) == 2


@pytest.mark.parametrize(
    "said", ["创新点1，2相互支撑，创新点2，3共同验证。", "团队成员：一是医师，二是工程师。", "本项目（1项）获奖；（2）略。"]
)
def test_numbers_in_a_sentence_are_no_points(said: str, tmp_path: Path) -> None:
    assert not told(read(tmp_path, HEAD + PEOPLE + f"项目简介\n{said}\n"), "HAS_INNOVATION")


@pytest.mark.parametrize(
    "quoted", ["对科技创新“1”和“2”有贡献", "是创新点（1）（2）的主要贡献者", "完成创新点一、二", "对（1）（2）项创新均有贡献"]
)
def test_references_to_points(quoted: str, tmp_path: Path) -> None:
    text = HEAD + f"主要完成人贡献：\n谷雨生：{quoted}。\n" + PEOPLE
    assert numbers(read(tmp_path, text)) == {("谷雨生", "1"), ("谷雨生", "2")}


@pytest.mark.parametrize("at", [24, 30, 36, 41])
def test_colon_fields_of_a_person_wrapped_over_lines(at: int, tmp_path: Path) -> None:
    line = (
        "姓名：谷雨生，排名：1，职称：主任医师，行政职务：影像中心主任，工作单位：麓山第一医院，"
        "完成单位：麓山第一医院，对本项目的贡献：提出总体思路，对创新点1、2作出创造性贡献。"
    )
    wrapped = "\n".join(line[start : start + at] for start in range(0, len(line), at))
    found = read(tmp_path, HEAD + wrapped + "\n")
    (works,) = [one for one in found if one.predicate == "AFFILIATED_WITH"]
    assert (works.object.name, works.qualifiers) == ("麓山第一医院", {"title": "主任医师", "position": "影像中心主任"})
    assert numbers(found) == {("谷雨生", "1"), ("谷雨生", "2")}


def everything(folder: Path, text: str) -> set[tuple[str, str, str]]:
    (folder / "notice.txt").write_text(text, "utf-8")
    found, _, _ = read_assertions(read_document(folder / "notice.txt"), pipeline())
    return {(one.subject.name, one.predicate, one.object.name) for one in found if isinstance(one, Fact)}


NEWS = "谷雨生教授2021年获湖南省杰出青年医师奖。该院的肺结节随访系统已在衡岳市人民医院使用。\n"


@pytest.mark.parametrize("behind", ["", "联系人：祝老师，0731-5550\n", "\n麓山第一医院科教部\n2024年4月11日\n"])
def test_sentences_below_the_form_are_read_as_such(behind: str, tmp_path: Path) -> None:
    found = everything(tmp_path, f"{HEAD}{BODY}{NEWS}{behind}")
    assert ("谷雨生", "RECEIVED", "湖南省杰出青年医师奖") in found
    assert ("司马晴", "PARTICIPATED_IN", WORK) in found


def test_sentences_of_the_form_are_left_to_its_own_rules(tmp_path: Path) -> None:
    summary = "项目简介：本项目建立导航方法。谷雨生教授2021年获湖南省杰出青年医师奖。\n"
    assert {found for found in everything(tmp_path, f"{HEAD}{summary}{BODY}") if found[1] == "RECEIVED"} <= {
        (WORK, "RECEIVED", "湖南省杰出青年医师奖"),
        ("谷雨生", "RECEIVED", "湖南省杰出青年医师奖"),
    }
