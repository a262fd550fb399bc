"""Societies and branches where merged cells and columns are lost."""

from __future__ import annotations

from ingest.society import SocietyIngester
from kg.model import Alias, Attribute, Fact
from kg.vocab import PREDICATES
from tests.table_facts import assertions, document_of, facts


def parts(text: str) -> set[tuple[str, str]]:
    return {(branch.removeprefix(society), society) for branch, _, society in facts(document_of(text))}


def test_emits_what_the_vocabulary_has() -> None:
    assert SocietyIngester.emits <= PREDICATES.keys()


def test_one_group_of_columns() -> None:
    text = (
        "表5 学会\n大类 一级学会 二级分会\n理科 华夏谱学学会 质谱分会\n波谱专业委\n员会\n"
        "医科 华夏影像学会 超声分会\n这里是正文, 不属于表.\n"
    )
    assert parts(text) == {("质谱分会", "华夏谱学学会"), ("波谱专业委员会", "华夏谱学学会"), ("超声分会", "华夏影像学会")}
    categories = {
        a.subject.name: a.value for a in assertions(document_of(text)) if isinstance(a, Attribute) and a.name == "category"
    }
    assert categories == {"华夏谱学学会": "理科", "华夏影像学会": "医科"}


def test_a_society_set_in_the_middle_of_its_rows() -> None:
    text = "学会 分会\n质谱分会\n华夏谱学学会 波谱分会\n光谱分会\n超声分会\n华夏影像学会\n放射分会\n"
    assert parts(text) == {
        *((branch, "华夏谱学学会") for branch in ("质谱分会", "波谱分会", "光谱分会")),
        *((branch, "华夏影像学会") for branch in ("超声分会", "放射分会")),
    }


def test_two_groups_side_by_side() -> None:
    text = (
        "学会 分会 学会 分会\n华夏谱学学会\n质谱分会\n华夏影像学会\n超声分会\n波谱分会 放射分会\n"
        "华夏光学会 激光分会 介入分会\n核医学分会\n华夏力学会 材料分会 华夏检验学会 分子分会\n"
    )
    found = parts(text)
    assert {society for branch, society in found if branch in ("质谱分会", "波谱分会")} == {"华夏谱学学会"}
    assert {branch for branch, society in found if society == "华夏影像学会"} == {
        "超声分会",
        "放射分会",
        "介入分会",
        "核医学分会",
    }
    assert ("激光分会", "华夏光学会") in found


def test_what_cannot_be_told_is_left_out() -> None:
    """Three branches on one line of a table of two groups: the lines are not the table's own."""
    text = "学会 分会 学会 分会\n华夏谱学学会 质谱分会 华夏影像学会 超声分会 波谱分会 放射分会 光谱分会\n"
    assert parts(text) == set()


def test_a_cell_may_list_branches_and_repeat_the_society() -> None:
    text = "学会\t分会\n华夏谱学学会\t质谱分会、波谱分会\n华夏影像学会\t华夏影像学会超声分会\n"
    assert parts(text) == {("质谱分会", "华夏谱学学会"), ("波谱分会", "华夏谱学学会"), ("超声分会", "华夏影像学会")}


def test_bare_branch_names_are_no_aliases() -> None:
    text = "学会 分会\n华夏谱学学会 质谱分会\n"
    assert not [a for a in assertions(document_of(text)) if isinstance(a, Alias)]


OFFICERS = (
    "云岭省医学会放射学分会第八届委员会委员名单\n序号\t姓名\t工作单位\t职称\t学会职务\n"
    "1\t霍启明\t岚江大学附属滨江医院\t主任医师\t主任委员\n2\t柏若涵\t西陵大学第一医院放射科\t教授\t常务委员\n"
    "3\t池小满\t云岭省肿瘤医院\t副主任医师\t委员兼秘书\n"
)
PEOPLE = frozenset({"MEMBER_OF", "AFFILIATED_WITH"})


def test_officers_of_the_society_that_the_heading_names() -> None:
    branch = "云岭省医学会放射学分会"
    assert facts(document_of(OFFICERS), predicates=PEOPLE) == {
        *((name, "MEMBER_OF", branch) for name in ("霍启明", "柏若涵", "池小满")),
        ("霍启明", "AFFILIATED_WITH", "岚江大学附属滨江医院"),
        ("柏若涵", "AFFILIATED_WITH", "西陵大学第一医院"),
        ("池小满", "AFFILIATED_WITH", "云岭省肿瘤医院"),
    }
    members = [a for a in assertions(document_of(OFFICERS)) if isinstance(a, Fact) and a.predicate == "MEMBER_OF"]
    roles = {fact.subject.name: fact.qualifiers["role"] for fact in members}
    assert roles == {"霍启明": ("主任委员",), "柏若涵": ("常务委员",), "池小满": ("委员", "秘书")}


def test_a_heading_gives_all_one_office() -> None:
    text = "云岭省抗癌协会影像专业委员会常务委员名单\n姓名\t单位\n霍启明\t岚江医院\n柏若涵\t西陵医院\n翟文莉\t东岭医院\n"
    assert {fact[0] for fact in facts(document_of(text), predicates=frozenset({"MEMBER_OF"}))} == {"霍启明", "柏若涵", "翟文莉"}


def test_speakers_beside_their_houses() -> None:
    text = (
        "第十六届云岭影像论坛日程\n时间\t报告题目\t报告人\t单位\t主持人\n8:30-9:00\t光子计数CT\t霍启明 教授\t岚江医院\t柏若涵\n"
        "9:00-9:30\t低场磁共振进展\t翟文莉\t西陵医院\t池小满\n9:30-9:45\t茶歇\t\t\t\n"
    )
    assert facts(document_of(text), predicates=PEOPLE) == {
        ("霍启明", "AFFILIATED_WITH", "岚江医院"),
        ("翟文莉", "AFFILIATED_WITH", "西陵医院"),
    }


def test_what_is_no_list_of_officers() -> None:
    students = OFFICERS.replace("云岭省医学会放射学分会第八届委员会委员名单", "云岭省放射培训班学员名单").replace(
        "学会职务", "备注"
    )
    talks = "日程\n时间\t报告人\t主持人\t单位\n8:30\t霍启明\t柏若涵\t岚江医院\n9:00\t翟文莉\t池小满\t西陵医院\n"
    for text in (students, talks):
        assert facts(document_of(text), predicates=PEOPLE) == set()


LISTED = (
    "学会\t分支机构\t负责人\t职务\t单位\n华夏影像学会\t超声分会\t成若水\t主任委员\t华夏大学附属医院\n"
    "华夏影像学会\t超声分会血管学组\t漆雕\t组长\t海陵市人民医院\n华夏谱学学会\t（海陵大学）波谱专委会\t祁望舒\t主任\t海陵大学\n"
)


def told(text: str) -> set[tuple[str, str, str, object]]:
    found = [one for one in assertions(document_of(text)) if isinstance(one, Fact)]
    return {(one.subject.name, one.predicate, one.object.name, one.qualifiers.get("role")) for one in found}


def test_who_heads_a_branch_in_its_row() -> None:
    assert told(LISTED) >= {
        ("成若水", "MEMBER_OF", "华夏影像学会超声分会", ("主任委员",)),
        ("成若水", "AFFILIATED_WITH", "华夏大学附属医院", None),
        ("漆雕", "MEMBER_OF", "华夏影像学会超声分会血管学组", ("组长",)),
        ("华夏影像学会超声分会血管学组", "PART_OF", "华夏影像学会超声分会", None),
        ("祁望舒", "MEMBER_OF", "华夏谱学学会波谱专委会", ("主任",)),
    }


def test_a_column_of_leaders_alone_tells_the_office() -> None:
    text = (
        "学会\t分会\t负责人\t单位\n华夏影像学会\t超声分会\t成若水\t华夏大学附属医院\n华夏谱学学会\t波谱分会\t祁望舒\t海陵大学\n"
    )
    assert ("成若水", "MEMBER_OF", "华夏影像学会超声分会", ("负责人",)) in told(text)


def test_a_row_of_several_branches_has_no_head() -> None:
    text = LISTED.replace("超声分会\t成若水", "超声分会、放射分会\t成若水").replace("漆雕\t组长", "待定\t-")
    assert not [fact for fact in told(text) if fact[1] == "MEMBER_OF" and fact[0] != "祁望舒"]


def test_an_office_held_now_and_the_house_beside_it() -> None:
    text = (
        "一级学会\t二级分会/专业委员会\t成立年份\t现任主任委员\t主任委员单位\n"
        "华夏影像学会\t超声分会\t1986\t成若水\t华夏大学附属医院\n华夏谱学学会\t波谱分会\t2016\t（空缺）\t—\n"
    )
    assert told(text) >= {
        ("成若水", "MEMBER_OF", "华夏影像学会超声分会", ("主任委员",)),
        ("成若水", "AFFILIATED_WITH", "华夏大学附属医院", None),
    }
    assert not any(name in ("空缺", "（空缺）") for name, *_ in told(text))


def test_officers_below_a_heading_that_tells_of_a_change() -> None:
    rows = (
        "职务\t姓名\t单位\t职称\n主任委员\t马礼安\t岚江医科大学附属医院\t主任医师\n委员\t裘 宁\t溪山市人民医院\t副主任医师\n"
        "秘书\t霍启明\t岚江医科大学附属医院\t主治医师\n\n"
    )
    body = "岚江省核医学质量控制中心专家委员会"
    for heading in (f"四、{body}调整", f"{body}换届情况", f"（三）{body}组成人员", f"{body}成员调整如下：", body):
        found = facts(document_of(f"{heading}\n{rows}"), predicates=frozenset({"MEMBER_OF"}))
        assert found == {(name, "MEMBER_OF", body) for name in ("马礼安", "裘宁", "霍启明")}
    for heading in ("四、岚江省核医学质量控制中心专家委员会会议纪要", "四、岚江医院科室负责人调整", f"{body}指导下的培训"):
        assert not facts(document_of(f"{heading}\n{rows}"), predicates=frozenset({"MEMBER_OF"}))


def test_what_those_in_a_table_of_people_work_on() -> None:
    text = (
        "松江省医学影像专家名录\n姓名\t职称\t工作单位\t研究方向\n"
        "裘宁\t教授\t岚江大学附属第一医院\t超声弹性成像\n柏舟远\t研究员\t溪山市人民医院\t医院管理\n"
    )
    found = facts(document_of(text), predicates=frozenset({"WORKS_ON"}))
    assert found == {("裘宁", "WORKS_ON", "超声弹性成像")}


def test_a_committee_is_one_in_all_its_terms() -> None:
    text = (
        "松江省放射质量控制中心第三届专家委员会名单\n委员会职务\t姓名\t工作单位\n"
        "主任委员\t裘宁\t岚江大学附属第一医院\n委员\t柏舟远\t溪山市人民医院\n"
    )
    found = facts(document_of(text), predicates=frozenset({"MEMBER_OF"}))
    assert found == {(name, "MEMBER_OF", "松江省放射质量控制中心专家委员会") for name in ("裘宁", "柏舟远")}
