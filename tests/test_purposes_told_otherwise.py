"""What diseases a technology is for, in the words of news: helped, lifted, told first, behind a relative clause."""

from __future__ import annotations

import pytest

from tests.test_prose import stated


def targets(text: str) -> set[tuple[str, str]]:
    """Technology and disease of the facts that say so."""
    return {(subject, thing) for subject, kind, thing in stated(text) if kind == "TARGETS"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("该研究认为磁共振成像可以有效辅助脑卒中诊断。", {("磁共振成像", "脑卒中")}),
        ("双能CT的应用显著提高了痛风的检出率。", {("双能CT", "痛风")}),
        (
            "放射治疗技术的广泛应用，极大地提高了鼻咽癌及淋巴瘤放射治疗的疗效。",
            {("放射治疗", "鼻咽癌"), ("放射治疗", "淋巴瘤")},
        ),
        ("在乳腺癌早期筛查中，乳腺X光片（钼靶）是最普及的影像学手段。", {("乳腺X线摄影", "乳腺癌")}),
        ("在前列腺癌分期方面，PET/CT具有独特的优势。", {("PET/CT", "前列腺癌")}),
        ("脑磁图可以广泛应用在脑科学研究、癫痫诊断等领域。", {("脑磁图", "癫痫")}),
        ("磁共振成像能够有效地诊断脑肿瘤。", {("磁共振成像", "脑肿瘤")}),
        ("低剂量CT检查是筛查和诊断肺癌的有效方法。", {("低剂量CT", "肺癌")}),
        ("将 AI 用于胰腺癌筛查，漏诊减少。", {("人工智能", "胰腺癌")}),
        ("在肝癌治疗中，CT显示病灶缩小。", set()),
        ("医院开展超声引导下甲状腺结节穿刺。", set()),
        ("在肺癌患者的治疗中，医院引进了PET/CT设备。", set()),
        ("该院提高了肺癌的检出率，引进了CT。", set()),
        ("CT的普及提高了医院收入，肺癌患者增多。", set()),
    ],
)
def test_what_it_is_for(text: str, found: set[tuple[str, str]]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "岚眼筛查系统突破性地实现了对先天性白内障、先天性上睑下垂、斜视等16种常见眼病的早期检测。",
            {("岚眼筛查系统", "白内障"), ("岚眼筛查系统", "斜视")},
        ),
        (
            "手术机器人已被成功应用于多种肿瘤切除手术，包括前列腺癌、膀胱癌等。",
            {("手术机器人", name) for name in ("肿瘤", "前列腺癌", "膀胱癌")},
        ),
        ("光子计数CT为冠心病、肺结节的精准诊断提供了有力支持。", {("光子计数CT", "冠心病"), ("光子计数CT", "肺结节")}),
        ("岚江团队开发出一种针对阿尔茨海默病的新型PET示踪剂。", {("PET显像剂", "阿尔茨海默病")}),
        ("选择性内放射治疗是肝癌患者的新选择。", {("选择性内放射治疗", "肝癌")}),
        ("云岭公司的经导管主动脉瓣膜系统获批上市，用于治疗重度主动脉瓣狭窄。", {("经导管主动脉瓣膜系统", "主动脉瓣狭窄")}),
        ("PET/CT为肺癌患者家属提供了休息室。", set()),
        ("手术机器人未能用于肝癌患者。", set()),
    ],
)
def test_brought_about_for_a_disease(text: str, facts: set[tuple[str, str]]) -> None:
    assert targets(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("胰腺癌的术前评估目前仍以双能CT为主。", {("双能CT", "胰腺癌")}),
        ("前列腺癌的诊断首选PET/CT。", {("PET/CT", "前列腺癌")}),
        ("超声内镜有助于胰腺癌的鉴别诊断。", {("超声内镜", "胰腺癌")}),
        ("对于肝硬化患者，磁共振弹性成像可无创评估纤维化程度。", {("磁共振弹性成像", "肝硬化")}),
        ("针对脑卒中，岚江团队研发了一键式灌注后处理软件。", {("一键式灌注后处理软件", "脑卒中")}),
        ("扩散峰度成像由国外学者提出，国内学者较早将其用于胶质瘤分级。", {("DKI", "胶质瘤")}),
        ("对于肾功能衰竭患者，磁共振成像可引起不适。", set()),
        ("前列腺癌的治疗以手术为主，PET/CT只作参考。", set()),
        ("双模态探针用于胃癌前哨淋巴结示踪。", {("双模态探针", "胃癌")}),
    ],
)
def test_the_disease_first(text: str, facts: set[tuple[str, str]]) -> None:
    assert targets(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("光声成像已成为乳腺癌的重要检查手段。", {("光声成像", "乳腺癌")}),
        ("乳腺癌术后患者应每年复查光声成像。", {("光声成像", "乳腺癌")}),
        ("对于乳腺癌，首选光声成像检查。", {("光声成像", "乳腺癌")}),
        ("乳腺癌的影像学检查以光声成像为主。", {("光声成像", "乳腺癌")}),
        ("乳腺癌可采用光声成像进行评估。", {("光声成像", "乳腺癌")}),
        ("光声成像适应证：乳腺癌。", {("光声成像", "乳腺癌")}),
        ("利用光声成像可以区分乳腺癌与正常组织。", {("光声成像", "乳腺癌")}),
        ("120例乳腺癌患者均行光声成像检查。", set()),
        ("乳腺癌患者不应采用光声成像，也应避免使用超声造影。", set()),
        ("光声成像对乳腺癌的诊断价值尚不明确。", set()),
        ("光声成像禁忌证：乳腺癌。", set()),
    ],
)
def test_what_guidelines_recommend(text: str, facts: set[tuple[str, str]]) -> None:
    assert targets(text) == facts
