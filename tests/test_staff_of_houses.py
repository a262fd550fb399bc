"""People whose house the words beside their names leave out: on a department's page, after a hospital was told; with traps."""

from __future__ import annotations

import dataclasses

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document

Said = tuple[str, str, str, str]
HOUSE = "岚江大学附属滨江医院"


def told(text: str, title: str = "") -> set[Said]:
    """Who is said to be where, with position and title."""
    page = dataclasses.replace(document(text), title=title)
    found = set[Said]()
    for one in ProseIngester().ingest(page, pipeline()):
        if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH":
            said = one.qualifiers
            found.add((one.subject.name, one.object.name, str(said.get("position", "")), str(said.get("title", ""))))
    return found


def test_heads_on_a_department_s_page() -> None:
    text = (
        f"{HOUSE}核医学科成立于1978年。科主任：邱启航，主任医师、教授，博士生导师。副主任：姚远山，副主任医师。护士长：郭立言，主管护师。\n"
        "我科现任副主任薛立刚教授。学科带头人戴礼教教授为学科建设作出了贡献。"
    )
    assert told(text, f"{HOUSE}核医学科简介") >= {
        ("邱启航", HOUSE, "核医学科主任", "主任医师,教授"),
        ("姚远山", HOUSE, "核医学科副主任", "副主任医师"),
        ("郭立言", HOUSE, "核医学科护士长", "主管护师"),
        ("戴礼教", HOUSE, "核医学科学科带头人", "教授"),
    }
    assert {fact[1] for fact in told(text, f"{HOUSE}核医学科简介")} == {HOUSE}


def test_lines_of_staff_with_blanks() -> None:
    text = (
        f"{HOUSE}放射科始建于1953年。\n医护团队\n闻若海  主任医师，科主任，岚江医学院教授、硕士生导师。\n"
        "贲 晖  副主任医师，副主任（分管介入）。\n【技师】车梦溪 主任技师，技师长"
    )
    assert told(text, "放射科") >= {
        ("闻若海", "岚江医学院", "", "教授"),
        ("贲晖", HOUSE, "放射科副主任", "副主任医师"),
        ("车梦溪", HOUSE, "放射科技师长", "主任技师"),
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "研究由岚江医院放射科完成。放射科鲍若宁副主任医师为项目骨干，影像科主任和神经内科令狐清主任医师为顾问。",
            {("鲍若宁", "岚江医院", "", "副主任医师"), ("令狐清", "岚江医院", "", "主任医师")},
        ),
        ("在临河县第二人民医院，影像科主任毕四海向记者演示了软件。", {("毕四海", "临河县第二人民医院", "影像科主任", "")}),
        ("在澜平县中医医院，新机器已运行一年，院长阙成礼算了一笔账。", {("阙成礼", "澜平县中医医院", "院长", "")}),
        (
            "岚江影像研究中心于2015年成立，由西陵大学吴若群院士任中心主任，东岭医院张静新教授任副主任。",
            {
                ("吴若群", "岚江影像研究中心", "中心主任", "院士"),
                ("张静新", "岚江影像研究中心", "副主任", "教授"),
                ("吴若群", "西陵大学", "", "院士"),
                ("张静新", "东岭医院", "", "教授"),
            },
        ),
    ],
)
def test_after_the_one_house_that_was_told(text: str, facts: set[Said]) -> None:
    assert told(text) == facts


def test_our_department_is_of_the_house_that_speaks() -> None:
    text = f"我科毕启明主治医师获奖，与我院超声科苗若兰教授、西陵医院焦立群主任医师合作。\n版权所有：{HOUSE}"
    assert told(text) == {
        ("毕启明", HOUSE, "", "主治医师"),
        ("苗若兰", HOUSE, "", "教授"),
        ("焦立群", "西陵医院", "", "主任医师"),
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("岚江医院聘任霍启明同志为影像中心主任，免去柏若涵职务。", {("霍启明", "岚江医院", "影像中心主任", "")}),
        ("岚江大学任命霍启明教授为医学影像学院院长。", {("霍启明", "岚江大学", "医学影像学院院长", "教授")}),
        ("岚江医院、岚江大学任命霍启明为影像中心主任。", set()),
        ("云岭省医学会聘任霍启明为顾问，岚江医院授予柏若涵为优秀员工。", set()),
        (
            "西陵大学教授王若谷、约翰·史密斯博士（英国伦敦学院）参会。",
            {("王若谷", "西陵大学", "", "教授"), ("约翰·史密斯", "英国伦敦学院", "", "")},
        ),
        (
            "岚影公司技术总监霍启明、产品经理李若白介绍了新产品。",
            {("霍启明", "岚影公司", "技术总监", ""), ("李若白", "岚影公司", "产品经理", "")},
        ),
    ],
)
def test_appointed_and_noted(text: str, facts: set[Said]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "岚江医院、西陵医院联合完成研究。放射科鲍若宁副主任医师参加。",
        "会议在岚江召开。放射科鲍若宁副主任医师参加，院长阙成礼致辞。",
        "岚江医院与西陵大学医学院签约，院长阙成礼致辞。",
        "岚江医院启用新设备。记者李立本报道，患者王建国接受了检查。",
        "岚江医院举办培训，副省长臧文博出席，学员赵立群发言。",
        "近日，超声科李若莹副主任医师赴武汉岚江医院进修。",
    ],
)
def test_where_the_house_could_be_another(text: str) -> None:
    assert told(text) == set()


def test_a_ward_that_is_called_a_centre_is_no_house_of_its_own() -> None:
    text = f"{HOUSE}召开科技大会。会上，儿科疾病诊疗中心姚远山副教授介绍了经验。"
    assert {fact[1] for fact in told(text, f"{HOUSE}召开科技大会")} <= {HOUSE}
    assert ("薛立刚", "岚江市眼科中心", "", "教授") in told("岚江市眼科中心薛立刚教授介绍了经验。")


def test_staff_on_the_page_of_a_house_that_names_others() -> None:
    first = "溪山市肿瘤医院东院区举行仪式，溪山市肿瘤医院院长裘宁出席，仪式由副院长邬简主持。"
    page = dataclasses.replace(
        document(
            f"{first}\n该系统已在松江大学附属医院完成试验。\n放射科主任乔安主任医师介绍了情况。首席物理师钟越博士带领团队完成验证。"
        ),
        publisher="溪山市肿瘤医院",
    )
    found = {
        (one.subject.name, one.object.name, one.qualifiers.get("position"))
        for one in ProseIngester().ingest(page, pipeline())
        if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"
    }
    assert found >= {
        ("邬简", "溪山市肿瘤医院", "副院长"),
        ("乔安", "溪山市肿瘤医院", "放射科主任"),
        ("钟越", "溪山市肿瘤医院", "首席物理师"),
    }
    # where two houses were told and nobody says whose page it is, it is nobody's
    assert not any(who == "乔安" for who, *_ in told(page.text))


def test_offices_of_the_town_whose_hospital_speaks() -> None:
    text = "市卫生健康委员会主任裘宁、市科技局副局长邬简出席。"
    page = dataclasses.replace(document(text), publisher="溪山市第二人民医院")
    found = {
        (one.subject.name, one.object.name)
        for one in ProseIngester().ingest(page, pipeline())
        if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"
    }
    assert found == {("裘宁", "溪山市卫生健康委员会"), ("邬简", "溪山市科学技术局")}
    other = dataclasses.replace(document(text + "甲水市人民医院也派人参加。"), publisher="溪山市第二人民医院")
    assert not any(
        one.object.name.startswith("溪山市卫生") for one in ProseIngester().ingest(other, pipeline()) if isinstance(one, Fact)
    )


def test_what_a_former_head_is_now() -> None:
    text = f"{HOUSE}核医学科成立于1978年。老主任邱启航教授于2003年至2018年主持科室工作，现任名誉主任。"
    assert (HOUSE, "核医学科名誉主任", "教授") in {said[1:] for said in told(text, f"{HOUSE}核医学科简介")}
    other = f"{HOUSE}核医学科成立于1978年。邱启航教授调入岚江大学，现任副主任。"
    assert not told(other, f"{HOUSE}核医学科简介") & {("邱启航", HOUSE, "核医学科副主任", "教授")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "2008年11月，溪山大学第二医院引进国内首台TE检测仪，时任超声诊断中心主任裘敬之带领团队完成了首例检查。",
            {("裘敬之", "溪山大学第二医院", "超声诊断中心主任", "")},
        ),
        (
            "1999年，岚江脑科医院引进国内第一台脑磁图仪，时任院长裘敬之主持了启用仪式。",
            {("裘敬之", "岚江脑科医院", "院长", "")},
        ),
        (
            "2003年，溪山医院购置首台PET/CT，现任核医学科主任甄一平主持了首例检查。",
            {("甄一平", "溪山医院", "核医学科主任", "")},
        ),
        ("2011年，溪山市第一医院引进了3.0T磁共振，裘敬之教授率先将其用于心肌病。", {("裘敬之", "溪山市第一医院", "", "教授")}),
        ("同年，岚江医院购置了PET/CT，甄一平主任医师带领团队开展肿瘤显像。", {("甄一平", "岚江医院", "", "主任医师")}),
        ("2011年，溪山市第一医院引进了3.0T磁共振，裘敬之教授应邀作了讲座。", set()),
        ("感谢岚江声学仪器有限公司应用工程师古敬之提供设备参数。", {("古敬之", "岚江声学仪器有限公司", "", "工程师")}),
        ("图由岚江声学仪器有限公司应用工程师绘制。", set()),
    ],
)
def test_who_is_at_the_house_that_the_sentence_opens_with(text: str, facts: set[Said]) -> None:
    assert told(text) == facts


def test_the_staff_of_a_house_that_speaks_unnamed_are_not_of_the_guests_hospital() -> None:
    guest = ("封晓", "岚江大学附属第一医院", "超声科主任", "")
    text = (
        "由我院梅川副院长作为负责人承担的项目启动会召开。岚江大学附属第一医院超声科封晓主任等出席会议。"
        "梅川副院长汇报了项目总体方案，科研处处长周舟介绍了管理办法，放射科主任吴明讲解了技术路线。"
    )
    assert told(text) == {guest}
    named = told(text, title=f"{HOUSE}牵头的项目启动")
    assert named == {guest, ("梅川", HOUSE, "副院长", "")}
