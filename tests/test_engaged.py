"""Who works on a technology by what teams use, speakers present and firms sell, and traps where nobody does."""

from __future__ import annotations

import pytest

from tests.test_prose import stated


def told(text: str, predicate: str = "WORKS_ON") -> set[tuple[str, str]]:
    return {(subject, object_) for subject, said, object_ in stated(text) if said == predicate}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # teams that use one
        ("近年来，霍启明团队[3]利用超声造影评价肾移植排斥反应。", {("霍启明", "超声造影")}),
        ("柏若涵等[12]将光声成像与弹性成像用于乳腺肿块的鉴别。", {("柏若涵", "光声成像"), ("柏若涵", "弹性成像")}),
        ("霍启明课题组把显像剂18F-XR204用于小鼠。", {("霍启明", "18F-XR204")}),
        # speakers
        ("柏若涵教授分享了4D Flow在主动脉疾病中的应用。", {("柏若涵", "4D Flow")}),
        ("霍启明研究员汇报了心磁图的最新进展。", {("霍启明", "心磁图")}),
        ("会上，霍启明教授作题为《磁共振指纹成像的标准化》的大会报告。", {("霍启明", "磁共振指纹成像")}),
        (
            "岚江医院霍启明主任、西陵医院柏若涵主任分别作了“能谱CT碘定量”“胎儿磁共振成像”的专题讲座。",
            {("霍启明", "能谱CT"), ("柏若涵", "胎儿磁共振成像")},
        ),
        ("霍启明院士作了心磁图成像研究进展的主旨报告。", {("霍启明", "心磁图")}),
        ("霍启明教授以“超高场磁共振的脑研究”为主题，结合团队经验做了专题报告。", {("霍启明", "超高场磁共振成像")}),
        ("霍启明院长作了医院年度工作的报告。", set()),
        (
            "会上，霍启明教授讲授超声造影的临床应用，柏若涵主任结合病例讲解剪切波弹性成像。",
            {("霍启明", "超声造影"), ("柏若涵", "剪切波弹性成像")},
        ),
        ("柏若涵教授介绍了磁共振弹性成像技术。", {("柏若涵", "磁共振弹性成像")}),
        # who studies, betters, spreads or brings in
        ("霍启明教授优化了磁共振弹性成像。", {("霍启明", "磁共振弹性成像")}),
        ("霍启明团队率先引进超声造影技术，柏若涵负责术中光声成像。", {("霍启明", "超声造影"), ("柏若涵", "光声成像")}),
        ("霍启明主任负责超声造影室的排班。", set()),
        ("霍启明主任推广磁共振公司的产品。", set()),
        # products
        (
            "岚江影源医疗科技有限公司的全身低场磁共振系统已在12家医院装机。",
            {("岚江影源医疗科技有限公司", "全身低场磁共振系统")},
        ),
        # traps
        ("霍启明院长介绍了医院超声科的建设情况。", set()),
        ("霍启明教授介绍，CT检查应当预约。", set()),
        ("柏若涵主任解读了《超声造影临床应用指南》。", set()),
        ("柏若涵教授在《超声医学》上发表的论文获奖。", set()),
        ("霍启明主任、柏若涵主任分别作了《磁共振指纹成像》的报告。", set()),
        ("霍启明教授作了《超声造影专家共识》解读报告。", set()),
        ("1989年，岚江医学院的霍启明就在国内首先报道了磁共振波谱在脑肿瘤中的应用。", {("霍启明", "MRS")}),
        ("光声显微成像技术最早由岚江大学霍启明提出。", {("霍启明", "光声显微成像")}),
        ("霍启明教授等将深度学习用于肺结节检测。", {("霍启明", "深度学习")}),
        ("霍启明教授等将在会议上介绍深度学习。", set()),
        ("岚江影源医疗科技有限公司的总部已在岚江落地。", set()),
    ],
)
def test_who_is_engaged_with_a_technology(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1996年霍启明、柏若涵等的《经食管超声心动图的临床研究》获国家科技进步三等奖。", {"霍启明", "柏若涵"}),
        ("2004年，霍启明等完成的“放射性粒子植入治疗研究”荣获省科技进步奖。", {"霍启明"}),
        ("该院的《超声造影的临床研究》获省科技进步奖。", set()),
        ("霍启明的《超声随笔》一书由岚江出版社出版。", set()),
    ],
)
def test_whose_work_won(text: str, expected: set[str]) -> None:
    assert {who for who, _ in told(text, "PARTICIPATED_IN")} == expected


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "岚江医疗科技有限公司成立于2031年。公司主要产品包括数字乳腺机、移动DR，产品销往30多个国家。",
            {"数字乳腺机", "移动DR"},
        ),
        ("岚江医疗科技有限公司是一家高新技术企业，产品涵盖口腔CBCT和骨科三维C形臂。", {"口腔CBCT", "骨科三维C形臂"}),
        ("岚江医疗科技有限公司的产品覆盖全国30个省份。", set()),
    ],
)
def test_the_range_of_a_firm(text: str, things: set[str]) -> None:
    assert told(text) == {("岚江医疗科技有限公司", thing) for thing in things}


def test_half_of_a_name_is_not_presented() -> None:
    assert told("苗若兰研究员分享了其课题组在超极化碳13磁共振方面的最新工作。") == set()
