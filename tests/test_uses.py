"""Who took a technology up: in the wording of news, and traps that state nothing."""

from __future__ import annotations

import pytest

from tests.test_prose import stated


def taken(text: str) -> set[tuple[str, str]]:
    return {(subject, object_) for subject, predicate, object_ in stated(text) if predicate == "ADOPTED_BY"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a clause opens with is used at hospitals and in places
        (
            "骨折智能识别软件已进驻岚江医院、西陵医院。",
            {("骨折智能识别软件", "岚江医院"), ("骨折智能识别软件", "西陵医院")},
        ),
        (
            "眼底照相质控软件先后在岚江医院、西陵医院等12家医院上线运行。",
            {("眼底照相质控软件", "岚江医院"), ("眼底照相质控软件", "西陵医院")},
        ),
        (
            "掌上超声骨密度仪已在青海、甘肃等5个省（区）的80家县医院推广应用。",
            {("掌上超声骨密度仪", "青海省"), ("掌上超声骨密度仪", "甘肃省")},
        ),
        ("全国首台移动式乳腺CT落户岚江医院。", {("移动式乳腺CT", "岚江医院")}),
        ("磁粒子成像仪已在岚江医院、西陵医院用于术前评估。", {("磁粒子成像仪", "岚江医院"), ("磁粒子成像仪", "西陵医院")}),
        ("磁粒子成像仪已在岚江医院完成31例志愿者成像。", {("磁粒子成像仪", "岚江医院")}),
        (
            "眼底照相质控软件已在岚江医院、西陵医院完成临床试用。",
            {("眼底照相质控软件", "岚江医院"), ("眼底照相质控软件", "西陵医院")},
        ),
        ("多延迟ASL方案已在岚江医院和西陵医院投入临床使用。", {("ASL", "岚江医院"), ("ASL", "西陵医院")}),
        (
            "云岭大学的骨折智能识别软件现已被岚江医院和西陵医院采用。",
            {("骨折智能识别软件", "岚江医院"), ("骨折智能识别软件", "西陵医院")},
        ),
        ("云岭大学的团队现已被岚江医院采用。", set()),
        ("磁粒子成像仪被岚江医院和云岭大学采用。", {("磁粒子成像仪", "岚江医院"), ("磁粒子成像仪", "云岭大学")}),
        # what a hospital obtained
        (
            "岚江医院放射科新近引进了两台光子计数CT和一台车载乳腺断层仪。",
            {("光子计数CT", "岚江医院放射科"), ("车载乳腺断层仪", "岚江医院放射科")},
        ),
        ("西陵医院购置的腔镜手术机器人完成首例手术。", {("手术机器人", "西陵医院")}),
        ("西陵公司研制的血流动力学监测仪自2021年起在岚江医院使用。", {("血流动力学监测仪", "岚江医院")}),
        # headlines and datelines
        ("岚江医院移动式头部CT正式投入使用", {("移动式头部CT", "岚江医院")}),
        (
            "岚江日报5月8日讯（记者霍启明）由西陵大学研制的磁粒子成像仪，在岚江医院已正式投入运行。",
            {("磁粒子成像仪", "岚江医院")},
        ),
        ("在西陵医院，去年装上的首台光子计数CT排起了队。", {("光子计数CT", "西陵医院")}),
        ("西陵医院引进的全景动态PET是全市首台。", {("全身PET", "西陵医院")}),
    ],
)
def test_who_took_it_up(text: str, expected: set[tuple[str, str]]) -> None:
    names = {"青海": "青海省", "甘肃": "甘肃省", "动脉自旋标记": "ASL"}
    assert {(names.get(one, one), names.get(user, user)) for one, user in taken(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "岚江医院计划明年引进手术机器人。",
        "该技术有望在岚江医院推广应用。",
        "与CT相比，磁共振在岚江医院的应用较少。",
        "西陵医院尚未配备PET/CT。",
        "岚江医院专家在西陵医院会诊，使用了磁共振图像。",
        "骨折智能识别软件将在岚江医院试用。",
        "眼底照相培训班在岚江医院开展。",
        "岚江医院采用的随访方案由西陵大学制定。",
        "我院影像中心引进了两台光子计数CT。",
        "西陵医院PET/CT检查量居全省首位。",
    ],
)
def test_what_nobody_took_up(text: str) -> None:
    assert taken(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a method is called in letters, the device that it runs on, a tracer that is delivered
        (
            "针对这一难题，研究团队将物理模型嵌入网络，提出了QX-NET方法。\n该方法已在岚江医院和西陵医院的3.0T磁共振设备上投入试用。",
            {("QX-NET", "岚江医院"), ("QX-NET", "西陵医院")},
        ),
        ("18F-FDG除自用外还供应岚江医院、西陵医院。", {("18F-FDG", "岚江医院"), ("18F-FDG", "西陵医院")}),
        # a method of another kind; a plan
        ("研究团队将物理模型嵌入网络，提出了QX-NET方法。\n\n该设备已在岚江医院投入试用。", set()),
        ("研究团队将物理模型嵌入网络，提出了QX-NET方法。\n该方法拟在岚江医院的设备上投入试用。", set()),
    ],
)
def test_a_method_in_letters(text: str, expected: set[tuple[str, str]]) -> None:
    assert taken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # some of the many that use it, by name; how many they are before the verb
        (
            "酰胺质子转移成像技术已走进全国40余家三甲医院，其中包括岚江医院、西陵医院。",
            {("APT成像", "岚江医院"), ("APT成像", "西陵医院")},
        ),
        (
            "眼底照相质控软件已被岚江医院、西陵医院等6家单位采用。",
            {("眼底照相质控软件", "岚江医院"), ("眼底照相质控软件", "西陵医院")},
        ),
        # 该 before a whole name, other words of arriving, what stands behind the house that it is at
        ("该骨折智能识别软件已在岚江医院上线运行。", {("骨折智能识别软件", "岚江医院")}),
        ("全省首套术中磁共振导航系统花落岚江医院。", {("术中磁共振导航系统", "岚江医院")}),
        ("在岚江医院，骨龄智能评估软件已成为儿科医生的好帮手。", {("骨龄智能评估软件", "岚江医院")}),
        ("该医院正在考察西陵医院的影像系统。", set()),
        ("磁粒子成像仪未来拟推广到40余家医院，其中包括岚江医院。", set()),
    ],
)
def test_some_of_many_users(text: str, expected: set[tuple[str, str]]) -> None:
    assert taken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岚江医院耗资3000万元购买的320排CT日前抵院。", {("320排CT", "岚江医院")}),
        ("该款内镜外径仅2.8毫米，已在岚江医院装机。", set()),
    ],
)
def test_bought_for_so_much(text: str, expected: set[tuple[str, str]]) -> None:
    assert taken(text) == expected


def test_a_product_behind_its_noun_is_used_where_a_later_clause_says() -> None:
    head = "溪山影像科技有限公司的脑定量软件BrainTau-Q于2月获批三类证，"
    for words in ("目前已在23家医院使用，包括岚江医科大学溪山医院", "已在全国10余家医院装机，其中包括岚江医科大学溪山医院"):
        assert ("BrainTau-Q", "岚江医科大学溪山医院") in taken(head + words + "。")
    for words in ("将在23家医院使用，包括岚江医科大学溪山医院", "首台装机于西陵医院，第二台预计年底落户岚江医科大学溪山医院"):
        assert ("BrainTau-Q", "岚江医科大学溪山医院") not in taken(head + words + "。")
