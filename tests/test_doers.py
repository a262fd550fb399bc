"""People told by what they do: names that open clauses, rows of names; no word that looks like a name."""

from __future__ import annotations

import pytest

from ingest.names import organizations
from ingest.nlp import entities, pipeline
from ingest.people import people


def named(text: str) -> set[str]:
    return {text[one.start : one.end] for one in people(text, list(organizations(text)))}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("柏秋实毕业于云岭医学院，1998年起从事超声诊断。", {"柏秋实"}),
        ("尉迟岚负责序列优化，龙若溪参与了验证。", {"尉迟岚", "龙若溪"}),
        ("2012年，焦立群赴美留学。", {"焦立群"}),
        ("该课题改由臧文博主持。", {"臧文博"}),
        ("宫若鸿现供职于岚江大学。", {"宫若鸿"}),
        ("苏若谷以第二完成人身份获奖。", {"苏若谷"}),
        ("完成人为池小满、顾知秋、洪波，均来自云岭医院。", {"池小满", "顾知秋", "洪波"}),
        ("池小满、顾知秋、洪波三人入选。", {"池小满", "顾知秋", "洪波"}),
        ("岚江大学顾知秋、龙若溪共同主编。", {"顾知秋", "龙若溪"}),
        ("首任主任为留日归来的焦立群教授。", {"焦立群"}),
        ("超声科主任焦立坐在机器前。", {"焦立"}),
        ("1931年，焦立接任岚江医院放射科主任之职。", {"焦立"}),
        ("焦立于1935年出任岚江医学院院长。", {"焦立"}),
        ("焦立担任岚江医院院长。", {"焦立"}),
        ("臧文博于1935年出任岚江医学院院长。", {"臧文博"}),
    ],
)
def test_who_does_what_only_people_do(text: str, names: set[str]) -> None:
    assert named(text) >= names
    assert not any(one.startswith(tuple(names)) for one in named(text) - names)


@pytest.mark.parametrize(
    "text",
    [
        "高通量负责数据交换，金标准决定结论。",
        "设有方位、方向、方法三个选项。",
        "包括高血压、高血脂、高血糖三种情况。",
        "其中平扫期、动脉期、静脉期均为单期。",
        "江北区负责协调，项目组带领学生参观。",
        "刘主任在致辞中表示感谢。",
        "从浙大毕业后，他到研究所工作。",
        "该奖目前尚无人入选。",
        "高龄组，均为中老年人，1998年入组。",
        "项目由科室负责，成果由医院提供。",
    ],
)
def test_words_that_look_like_names(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize("who", ["焦立群", "焦立", "焦立群等", "焦立等[3]", "焦立群、洪波", "焦立群和云岭医院龙若溪"])
@pytest.mark.parametrize(
    "did",
    [
        "报道了超声造影",
        "于2031年报道了超声造影",
        "合作，率先报道了超声造影",
        "首先将超声造影用于肝癌",
        "回顾性分析了100例患者",
        "对100例患者进行超声造影",
        "研究发现超声造影优于CT",
        "的研究显示，超声造影优于CT",
        "共同研制了造影剂",
        "指出，超声造影优于CT",
    ],
)
def test_who_did_research_right_behind_a_house(who: str, did: str) -> None:
    for house in ("惠民医院", "惠民医院放射科", "岚江大学"):
        told = {name for name in ("焦立群", "洪波", "龙若溪") if name in who} or {"焦立"}
        assert named(f"{house}{who}{did}。") == told


@pytest.mark.parametrize(
    "text",
    [
        "惠民医院成功研制了造影剂。",
        "惠民医院全力开展超声造影。",
        "惠民医院关于发布指南的研究显示，情况良好。",
        "岚江大学高度重视，并提出了目标。",
        "岚江大学和云岭医院提出了方案。",
        "中心由放射、超声等提出了方案。",
    ],
)
def test_words_behind_a_house_are_nobody(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    "frame",
    [
        "由{}牵头完成。",
        "会议由{}主持。",
        "以{}为带头人的团队获奖。",
        "在{}的带领下，科室发展迅速。",
        "1985年，{}在国内首次报道。",
        "{}于1985年首次报道。",
        "{}是该院院长。",
        "{}劳模创新工作室成立。",
    ],
)
@pytest.mark.parametrize("who", ["焦立群", "欧阳清", "鄢若飞", "焦立"])
def test_frames_that_only_people_stand_in(frame: str, who: str) -> None:
    text = frame.format(who)
    assert named(text) <= {who}, "no part of a name and nothing longer"
    if len(who) > 2 or frame[0] in "由会" or "1985年" in frame:
        assert named(text) == {who}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("据焦立群教授介绍，技术先进。", "焦立群"),
        ("在焦立院士的指导下完成。", "焦立"),
        ("他师从焦立群教授。", "焦立群"),
        ("感谢古丽娜·艾合买提教授的帮助。", "古丽娜·艾合买提"),
        ("据古丽娜·艾合买提教授介绍，技术先进。", "古丽娜·艾合买提"),
        ("德国某中心主任科瓦奇·乔尔杰教授作报告。", "科瓦奇·乔尔杰"),
        ("John Smith教授团队提出了新方法。", "John Smith"),
        ("任命焦立为院长。", "焦立"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert named(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "由高校牵头完成。",
        "项目由双方负责。",
        "由甲方担任。",
        "据高级教授介绍，技术先进。",
        "在方法的指导下完成。",
        "成果为核心的团队获奖。",
    ],
)
def test_frames_of_people_that_hold_nobody(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由余军、范刚执笔。", {"余军", "范刚"}),
        ("朱丽华、金永康等执笔。", {"朱丽华", "金永康"}),
        ("执笔：焦立群、洪波", {"焦立群", "洪波"}),
        ("其中庾文静为副教授。", {"庾文静"}),
        ("受到放射科主任焦裕民的热情接待。", {"焦裕民"}),
        ("科研院院长荣致远主持开幕环节。", {"荣致远"}),
        ("工会主席江若水出席。", {"江若水"}),
        ("委托副院长桑若谷代为致辞。", {"桑若谷"}),
        ("岚江大学韩知秋团队与云岭医院合作。", {"韩知秋"}),
        ("陇右市人民医院邹超团队与滨海市中医院谢立新团队合作。", {"邹超", "谢立新"}),
        ("由于项目负责人调离，由科室、学校负责。", set()),
        ("由政府、企业牵头，会议由高校、企业主持。", set()),
        ("院长高度重视，主任全程参与，教授成功实施。", set()),
    ],
)
def test_rows_and_posts_before_any_word(text: str, names: set[str]) -> None:
    assert named(text) == names


def test_the_last_character_of_a_post_opens_no_town() -> None:
    found = [one.label for one in entities("云岭省科技厅副厅长沙明理为获奖单位授牌。", pipeline())]
    assert "PLACE" not in found
