"""Lists of people and units in nomination forms: how they are numbered and parted, and what numbers behind names tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Fact
from tests.test_award_layouts import numbers, read, told

WORK = "颅底肿瘤多模态影像导航技术"
HEAD = f"项目名称：{WORK}\n提名单位：湖南省医学会\n"
PEOPLE = "主要完成人：谷雨生、司马晴、雷鸣川\n"
UNITS = {("麓山第一医院", 1), ("潇湘理工大学", 2), ("衡岳影像科技有限公司", 3)}


def ranked(found: list[Fact], predicate: str) -> set[tuple[str, object]]:
    return {(one.subject.name, one.qualifiers.get("rank")) for one in found if one.predicate == predicate}


@pytest.mark.parametrize(
    "units",
    [
        "一、麓山第一医院\n二、潇湘理工大学\n三、衡岳影像科技有限公司",
        "一、麓山第一医院；二、潇湘理工大学；三、衡岳影像科技有限公司。",
        "（一）麓山第一医院（二）潇湘理工大学（三）衡岳影像科技有限公司",
        "1-麓山第一医院 2-潇湘理工大学 3-衡岳影像科技有限公司",
        "No.1 麓山第一医院 No.2 潇湘理工大学 No.3 衡岳影像科技有限公司",
        "第一完成单位：麓山第一医院；第二完成单位：潇湘理工大学；第三完成单位：衡岳影像科技有限公司",
        "麓山第一医院（牵头单位）、潇湘理工大学（参与单位）、衡岳影像科技有限公司（协作单位）",
        "麓山第一医院/潇湘理工大学/衡岳影像科技有限公司",
        "麓山第一医院、潇湘理工大学和衡岳影像科技有限公司",
        "麓山第一医院，潇湘理工大学，衡岳影像科技有限公司等",
    ],
)
def test_units_however_they_are_numbered_and_parted(units: str, tmp_path: Path) -> None:
    assert ranked(read(tmp_path, HEAD + PEOPLE + f"主要完成单位：{units}\n"), "COMPLETED") == UNITS


@pytest.mark.parametrize(
    "unit", ["潇湘大学与麓山医院联合影像实验室", "麓山大学附属协和医院", "潇湘和平医院", "衡岳影像科技（集团）有限公司"]
)
def test_a_name_with_a_joining_word_is_one_unit(unit: str, tmp_path: Path) -> None:
    assert ranked(read(tmp_path, HEAD + PEOPLE + f"主要完成单位：{unit}\n"), "COMPLETED") == {(unit, 1)}


@pytest.mark.parametrize(
    "people",
    [
        "一、谷雨生，主任医师，麓山第一医院\n二、司马晴，教授，潇湘理工大学\n三、李和，讲师，潇湘理工大学",
        "（一）谷雨生 主任医师 麓山第一医院\n（二）司马晴 教授 潇湘理工大学\n（三）李和 讲师 潇湘理工大学",
        "1谷雨生（麓山第一医院） 2司马晴（潇湘理工大学） 3李和（潇湘理工大学）",
        "1：谷雨生（麓山第一医院）；2：司马晴（潇湘理工大学）；3：李和（潇湘理工大学）",
    ],
)
def test_people_however_they_are_numbered(people: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"主要完成人：\n{people}\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2), ("李和", 3)}
    assert told(found, "AFFILIATED_WITH") == {("谷雨生", "麓山第一医院"), ("司马晴", "潇湘理工大学"), ("李和", "潇湘理工大学")}


@pytest.mark.parametrize("people", ["李一、司马晴、王三", "谷雨生、李二、司马晴"])
def test_numerals_that_end_names_number_nothing(people: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"主要完成人：{people}\n")
    assert [who for who, _ in sorted(ranked(found, "PARTICIPATED_IN"), key=lambda one: str(one[1]))] == people.split("、")


def test_numbers_of_points_number_no_people(tmp_path: Path) -> None:
    text = "主要完成人及贡献\n1. 谷雨生 麓山第一医院 对创新点1、2、3有贡献\n2. 司马晴 潇湘理工大学 对创新点一、二有贡献\n"
    found = read(tmp_path, HEAD + text)
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2)}
    assert numbers(found) == {("谷雨生", "1"), ("谷雨生", "2"), ("谷雨生", "3"), ("司马晴", "1"), ("司马晴", "2")}


@pytest.mark.parametrize(
    "said",
    [
        "（1）麓山第一医院：负责创新点1、2的设计。\n（2）潇湘理工大学：参与创新点2的验证。",
        "一、麓山第一医院：牵头完成创新点1、2。\n二、潇湘理工大学：协助完成创新点2。",
        "麓山第一医院（第1完成单位）：负责创新点1、2。\n潇湘理工大学（第2完成单位）：对创新点2有支撑作用。",
        "1.麓山第一医院作为牵头单位，对创新点1、2作出贡献。\n2.潇湘理工大学负责创新点2的算法。",
    ],
)
def test_paragraphs_of_units(said: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"主要完成单位情况\n{said}\n")
    assert ranked(found, "COMPLETED") == {("麓山第一医院", 1), ("潇湘理工大学", 2)}
    assert numbers(found) == {("麓山第一医院", "1"), ("麓山第一医院", "2"), ("潇湘理工大学", "2")}


@pytest.mark.parametrize(
    "said",
    [
        "谷雨生（第1完成人）：提出创新点1、2的总体思路。\n司马晴（第2完成人）：对创新点2有贡献。",
        "1. 谷雨生，第一完成人：对创新点1、2有贡献；\n2. 司马晴，第二完成人：对创新点2有贡献。",
        "①谷雨生——完成创新点1\n和创新点2。\n②司马晴——完成创新点2。",
        "谷雨生、司马晴：共同完成创新点2。\n雷鸣川：整理资料。\n谷雨生：另完成创新点1。",
    ],
)
def test_contributions_behind_names(said: str, tmp_path: Path) -> None:
    found = numbers(read(tmp_path, HEAD + PEOPLE + f"主要完成人贡献：\n{said}\n"))
    assert found >= {("谷雨生", "2"), ("司马晴", "2")}
    assert {who for who, _ in found} == {"谷雨生", "司马晴"}


@pytest.mark.parametrize(
    "line",
    [
        "谷雨生，排名第1，行政职务影像中心主任，技术职称主任医师，工作单位麓山第一医院，对本项目贡献：完成创新点1。",
        "第1完成人：谷雨生，麓山第一医院影像中心主任，主任医师。完成创新点1。",
        "【姓名】谷雨生【排名】1【职称】主任医师【职务】影像中心主任【工作单位】麓山第一医院\n【贡献】完成创新点1。",
        "谷雨生 | 排名1 | 主任医师 | 影像中心主任 | 麓山第一医院 | 完成创新点1",
    ],
)
def test_a_person_told_in_one_line(line: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"主要完成人情况\n{line}\n")
    (works,) = [one for one in found if one.predicate == "AFFILIATED_WITH"]
    assert (works.subject.name, works.object.name) == ("谷雨生", "麓山第一医院")
    assert works.qualifiers == {"title": "主任医师", "position": "影像中心主任"}
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1)}
    assert numbers(found) == {("谷雨生", "1")}


@pytest.mark.parametrize("part", ["单位意见同意", "职称尚未评定", "工作单位不变"])
def test_words_that_open_like_a_label_are_no_place_of_work(part: str, tmp_path: Path) -> None:
    assert not told(read(tmp_path, HEAD + f"主要完成人：谷雨生（{part}）、司马晴、雷鸣川\n"), "AFFILIATED_WITH")


@pytest.mark.parametrize(
    "others",
    ["2.潇湘理工大学；3.衡岳影像科技有限公司", "1.潇湘理工大学；2.衡岳影像科技有限公司", "潇湘理工大学、衡岳影像科技有限公司"],
)
def test_a_list_of_the_others_counts_on(others: str, tmp_path: Path) -> None:
    text = HEAD + PEOPLE + f"第一完成单位：麓山第一医院\n其他完成单位：{others}\n"
    assert ranked(read(tmp_path, text), "COMPLETED") == UNITS


@pytest.mark.parametrize(
    "place", ["推图智能科技（长沙）有限公司", "衡岳影像（集团）股份有限公司", "麓山（香港）医学影像科技有限公司"]
)
@pytest.mark.parametrize("item", ["谷雨生（{}）", "谷雨生，{}，工程师", "谷雨生（工程师，{}）"])
def test_a_bracket_in_the_name_of_a_place_of_work(item: str, place: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"主要完成人：1.{item.format(place)} 2.司马晴（潇湘理工大学）\n")
    assert told(found, "AFFILIATED_WITH") == {("谷雨生", place), ("司马晴", "潇湘理工大学")}


def test_people_between_semicolons(tmp_path: Path) -> None:
    text = "谷雨生，排名1，主任医师、教授，麓山第一医院影像中心副主任，麓山第\n一医院；\n司马晴，排名2，教授，潇湘理工大学。\n"
    found = read(tmp_path, HEAD + f"主要完成人\t{text}")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2)}
    assert told(found, "AFFILIATED_WITH") == {("谷雨生", "麓山第一医院"), ("司马晴", "潇湘理工大学")}


@pytest.mark.parametrize("heading", ["二、提名者及提名意见", "二、推荐单位和推荐意见：", "二、以往公示情况"])
def test_a_chapter_ends_the_name_of_the_work(heading: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"一、项目名称\n{WORK}\n\n{heading}\n提名者：湖南省医学会\n三、主要完成人\n谷雨生、司马晴\n")
    assert {work for _, work in told(found, "PARTICIPATED_IN")} == {WORK}
    assert told(found, "NOMINATED") == {("湖南省医学会", WORK)}


@pytest.mark.parametrize(
    ("people", "placed"),
    [
        ("1.谷雨生 2.司马晴 3.雷鸣川（以上均为麓山第一医院）", {"谷雨生", "司马晴", "雷鸣川"}),
        ("谷雨生、司马晴、雷鸣川（单位均为：麓山第一医院）", {"谷雨生", "司马晴", "雷鸣川"}),
        ("1.谷雨生 2.司马晴 3.雷鸣川（以上人员均来自麓山第\n一医院）。", {"谷雨生", "司马晴", "雷鸣川"}),
        ("1.谷雨生 2.司马晴 3.雷鸣川（以上两人均来自麓山第一医院）", {"司马晴", "雷鸣川"}),
    ],
)
def test_a_note_behind_the_last_tells_where_all_work(people: str, placed: set[str], tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"主要完成人：{people}\n")
    assert told(found, "AFFILIATED_WITH") == {(name, "麓山第一医院") for name in placed}
    assert {who for who, _ in ranked(found, "PARTICIPATED_IN")} == {"谷雨生", "司马晴", "雷鸣川"}


def test_units_with_a_label_and_a_note_each(tmp_path: Path) -> None:
    units = "主要完成单位：\n单位1（含法人证书）：麓山第一医院\n单位2：潇湘理工大学\n单位3：衡岳影像科技有限公司\n"
    assert ranked(read(tmp_path, HEAD + PEOPLE + units), "COMPLETED") == UNITS
    line = "主要完成单位：单位1（牵头）：麓山第一医院 单位2：潇湘理工大学 单位3：衡岳影像科技有限公司\n"
    assert ranked(read(tmp_path, HEAD + PEOPLE + line), "COMPLETED") == UNITS


@pytest.mark.parametrize(
    "people",
    [
        "麓山第一医院：谷雨生、李和；潇湘理工大学：司马晴",
        "麓山第一医院 谷雨生 李和；潇湘理工大学 司马晴",
        "\n麓山第一医院 谷雨生 李和\n潇湘理工大学 司马晴",
    ],
)
def test_people_by_their_houses_have_no_rank(people: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"主要完成人：{people}\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", None), ("司马晴", None), ("李和", None)}
    assert told(found, "AFFILIATED_WITH") == {("谷雨生", "麓山第一医院"), ("司马晴", "潇湘理工大学"), ("李和", "麓山第一医院")}


def test_a_slash_between_name_and_house(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "研制人员：谷雨生/麓山第一医院；司马晴/潇湘理工大学；李和/麓山第一医院\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2), ("李和", 3)}
    assert told(found, "AFFILIATED_WITH") == {("谷雨生", "麓山第一医院"), ("司马晴", "潇湘理工大学"), ("李和", "麓山第一医院")}


def test_who_leads_and_who_takes_part_completed_where_no_field_says_who_did(tmp_path: Path) -> None:
    partners = "牵头单位：麓山第一医院\n参加单位：潇湘理工大学、衡岳影像科技有限公司\n"
    assert ranked(read(tmp_path, HEAD + PEOPLE + partners), "COMPLETED") == UNITS
    own = f"主要完成单位：麓山第一医院\n合作情况：良好\n{partners}"
    assert ranked(read(tmp_path, HEAD + PEOPLE + own), "COMPLETED") == {("麓山第一医院", 1)}


@pytest.mark.parametrize(
    "name", [f"{WORK}（公示材料）", f"{WORK}（提名项目公示内容）", f"中文：{WORK}", f"\n中文名：{WORK}\n英文名：Image guidance"]
)
def test_a_name_without_what_is_said_about_it(name: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"项目名称：{name}\n提名单位：湖南省医学会\n{PEOPLE}")
    assert told(found, "NOMINATED") == {("湖南省医学会", WORK)}


@pytest.mark.parametrize(
    "people",
    [
        "主要完成人：谷雨生/麓山第一医院/主任医师；司马晴/潇湘理工大学/教授",
        "主要完成人：谷雨生、司马晴\n完成人贡献：\n谷雨生：麓山第一医院主任医师，负责总体设计。\n司马晴：潇湘理工大学教授，参与算法验证。",
        "主要完成人情况\n一、谷雨生，麓山第一医院，主任医师。主要贡献：负责总体设计。\n二、司马晴，潇湘理工大学，教授。主要贡献：参与算法验证。",
    ],
)
def test_where_people_work_behind_slashes_and_in_what_they_did(people: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}{people}\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2)}
    titles = {
        (one.subject.name, one.object.name, one.qualifiers["title"]) for one in found if one.predicate == "AFFILIATED_WITH"
    }
    assert titles == {("谷雨生", "麓山第一医院", "主任医师"), ("司马晴", "潇湘理工大学", "教授")}


def test_what_was_done_at_a_house_tells_no_place_of_work(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}{PEOPLE}完成人贡献：\n谷雨生：麓山第一医院的病例由其收集，参与随访。\n司马晴：负责软件。\n")
    assert not told(found, "AFFILIATED_WITH")


@pytest.mark.parametrize(
    "people",
    [
        "（1）谷雨生 主任医师 麓山第一医院，排名第1\n贡献：对创新点1有贡献。\n"
        "（2）司马晴 教授 潇湘理工大学，排名第2\n贡献：负责创新点2。",
        "（一）谷雨生\n职称：主任医师\n工作单位：麓山第一医院\n主要贡献：对创新点1有贡献。\n"
        "（二）司马晴\n职称：教授\n工作单位：潇湘理工大学\n主要贡献：负责创新点2。",
        "1、麓山第一医院谷雨生主任医师。对创新点1有贡献。\n2、潇湘理工大学司马晴教授。完成创新点2的验证。",
        "完成人1：谷雨生\n职称：主任医师，工作单位：麓山第一医院\n对创新点1有贡献。\n"
        "完成人2：司马晴\n职称：教授，工作单位：潇湘理工大学\n对创新点2有贡献。",
        "姓名 谷雨生 性别 男 排名 1 国籍 中国\n职称 主任医师 职务 无\n完成单位 麓山第一医院\n贡献说明 对创新点1有贡献。\n"
        "姓名 司马晴 性别 女 排名 2 国籍 中国\n职称 教授 职务 无\n完成单位 潇湘理工大学\n贡献说明 完成创新点2。",
    ],
)
def test_what_stands_below_the_name_of_one_who_did_it(people: str, tmp_path: Path) -> None:
    points = "主要科技创新：\n1.建立了颅底肿瘤导航方法。\n2.研发了配准算法。\n"
    found = read(tmp_path, f"{HEAD}{points}主要完成人情况：\n{people}\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2)}
    placed = [one for one in found if one.predicate == "AFFILIATED_WITH"]
    assert {(one.subject.name, one.object.name, one.qualifiers["title"]) for one in placed} == {
        ("谷雨生", "麓山第一医院", "主任医师"),
        ("司马晴", "潇湘理工大学", "教授"),
    }
    assert numbers(found) == {("谷雨生", "1"), ("司马晴", "2")}


def test_places_in_brackets_behind_the_names_of_each_house(tmp_path: Path) -> None:
    people = "麓山第一医院：谷雨生（排名1）、雷鸣川（排名3）\n潇湘理工大学：司马晴（排名2）"
    found = read(tmp_path, f"{HEAD}主要完成人：\n{people}\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2), ("雷鸣川", 3)}
    assert told(found, "AFFILIATED_WITH") == {
        ("谷雨生", "麓山第一医院"),
        ("雷鸣川", "麓山第一医院"),
        ("司马晴", "潇湘理工大学"),
    }


@pytest.mark.parametrize(
    "units",
    [
        "第一完成单位：麓山第一医院\n创新推广贡献：为第一完成单位，完成创新点1。\n"
        "第二完成单位：潇湘理工大学\n创新推广贡献：为第二完成单位，完成创新点2。",
        "1.麓山第一医院\n医院拥有磁共振四台，完成创新点1。\n2.潇湘理工大学\n负责创新点2的算法设计。",
    ],
)
def test_what_units_did_on_the_line_below_each(units: str, tmp_path: Path) -> None:
    points = "主要科技创新：\n1.建立了颅底肿瘤导航方法。\n2.研发了配准算法。\n"
    found = read(tmp_path, f"{HEAD}{PEOPLE}{points}主要完成单位及创新推广贡献\n{units}\n")
    assert ranked(found, "COMPLETED") == {("麓山第一医院", 1), ("潇湘理工大学", 2)}
    assert numbers(found) == {("麓山第一医院", "1"), ("潇湘理工大学", "2")}


def test_a_name_of_a_unit_that_goes_on_below(tmp_path: Path) -> None:
    units = "主要完成单位：\n1.麓山大学\n附属第三医院。负责临床验证。\n2.潇湘理工大学\n负责算法设计。\n"
    assert ranked(read(tmp_path, HEAD + PEOPLE + units), "COMPLETED") == {("麓山大学附属第三医院", 1), ("潇湘理工大学", 2)}


def test_links_to_other_pages_are_no_people(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}主要完成人\t谷雨生、司马晴 上一篇：关于讲座的通知 下一篇：关于申报的通知\n")
    assert {name for name, _ in ranked(found, "PARTICIPATED_IN")} <= {"谷雨生", "司马晴"}


@pytest.mark.parametrize(
    "row",
    [
        "项目名称 {} 推荐单位 湖南省医学会\n成果登记号 93220 申报类别 应用类",
        "项目名称\t{}\t登记号\t93220\n推荐单位\t湖南省医学会\t所属行业\t卫生",
    ],
)
def test_fields_side_by_side_in_one_row(row: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"湖南省科学技术奖提名公示（2024）\n{row.format(WORK)}\n{PEOPLE}")
    assert told(found, "NOMINATED") == {("湖南省医学会", WORK)}
    asked = [(one.object.name, one.qualifiers["year"]) for one in found if one.predicate == "NOMINATED_FOR"]
    assert asked == [("湖南省科学技术奖", 2024)]


@pytest.mark.parametrize(
    "people",
    [
        "第1完成人谷雨生：主任医师，麓山第一医院。对创新点（一、二）有贡献。\n第2完成人司马晴：教授，潇湘理工大学。对应创新点：2。",
        "1/2 谷雨生 主任医师 麓山第一医院\n2/2 司马晴 教授 潇湘理工大学",
    ],
)
def test_who_is_numbered_by_place_before_the_name(people: str, tmp_path: Path) -> None:
    points = "主要科技创新：\n◆创新点一：建立了颅底肿瘤导航方法。\n◆创新点二：研发了配准算法。\n"
    found = read(tmp_path, f"{HEAD}{points}主要完成人情况：\n{people}\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2)}
    assert told(found, "AFFILIATED_WITH") == {("谷雨生", "麓山第一医院"), ("司马晴", "潇湘理工大学")}
    assert numbers(found) == ({("谷雨生", "1"), ("谷雨生", "2"), ("司马晴", "2")} if "创新点" in people else set())


def test_points_that_sentences_note_behind_them(tmp_path: Path) -> None:
    text = "项目简介：\n颅底肿瘤位置深在。建立了导航方法（创新点1）。研发了配准算法（创新点2）。\n"
    found = [one for one in read(tmp_path, HEAD + PEOPLE + text) if one.predicate == "HAS_INNOVATION"]
    assert {one.qualifiers["number"] for one in found} == {1, 2}
    other = "项目简介：\n颅底肿瘤位置深在。对配准算法作了改进（创新点2）。\n"
    assert not [one for one in read(tmp_path, HEAD + PEOPLE + other) if one.predicate == "HAS_INNOVATION"]


@pytest.mark.parametrize(
    "units",
    [
        "麓山第一医院：作为第一完成单位，负责总体设计。\n潇湘理工大学：为第二完成单位，负责算法。",
        "本项目由麓山第一医院牵头，联合潇湘理工大学共同完成。",
        "完成单位1：麓山第一医院\n\n贡献：是主要完成单位，负责总体设计。\n\n完成单位2：潇湘理工大学\n\n贡献：负责算法。",
        "单位名称：麓山第一医院\n单位排名：1\n联系人：张维佳\n创新推广贡献：负责总体设计。\n单位名称：潇湘理工大学\n单位排名：2\n联系人：李维佳",
    ],
)
def test_units_that_say_which_they_are(units: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}{PEOPLE}主要完成单位及创新推广贡献\n{units}\n")
    assert ranked(found, "COMPLETED") == {("麓山第一医院", 1), ("潇湘理工大学", 2)}


def test_a_sum_in_thousands_is_no_unit_of_a_work(tmp_path: Path) -> None:
    text = "颅底肿瘤导航技术公示\n提名单位：湖南省医学会\n近三年经济效益（单位：万元）\n主要完成人：谷雨生、司马晴\n"
    assert not [one for one in read(tmp_path, text) if one.predicate == "PARTICIPATED_IN"]
