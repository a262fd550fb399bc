"""Pages about a person and lists of people, in words of our own: what their parts tell, and whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.portraits.page import portraits
from kg.model import Fact

Said = set[tuple[str, str, str]]
AT = "AFFILIATED_WITH"
CARD = "姓名：祝云帆\n职称：研究员\n单位：澄江大学药学院\n"


def read(tmp_path: Path, text: str, *, suffix: str = ".txt") -> list[Fact]:
    path = tmp_path / f"page{suffix}"
    path.write_text(text, "utf-8")
    kept, rejected, _ = read_assertions(read_document(path), pipeline())
    assert not rejected
    return [one for one in kept if isinstance(one, Fact)]


def said(facts: list[Fact], *predicates: str) -> Said:
    return {(one.subject.name, one.predicate, one.object.name) for one in facts if one.predicate in predicates}


def of(facts: list[Fact], predicate: str, target: str) -> dict[str, object]:
    return dict(next(one.qualifiers for one in facts if one.predicate == predicate and one.object.name == target))


@pytest.mark.parametrize(
    "text",
    [
        CARD,
        "祝云帆 研究员 博士生导师\n单位：澄江大学药学院\n邮箱：zyf@cj.edu.cn\n研究方向：光声成像\n学术兼职：无\n",
        "祝云帆\n\n祝云帆，男，1978年生，研究员。现任澄江大学药学院研究员。\n",
        "澄江大学药学院\n\n祝  云  帆\n研究员  博士生导师\n\n【研究方向】\n光声成像\n【在研及完结项目】\n无\n",
    ],
)
def test_a_page_presents_its_person(tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    assert [(one.name, one.own) for one in portraits(read_document(path))] == [("祝云帆", True)]
    assert ("祝云帆", "AFFILIATED_WITH", "澄江大学药学院") in said(read(tmp_path, text), "AFFILIATED_WITH")


@pytest.mark.parametrize(
    "text",
    [
        "澄江大学药学院召开影像论坛\n\n近日，祝云帆教授作了报告。会议由副院长柳青原主持。\n",
        "放射科\n\n澄江市中心医院放射科成立于1970年，现有医师20人。\n",
        "目录\n\n第一章 概述\n第二章 方法\n",
        "澄江大学药学院\n\n祝 云 帆\n研究员\n\n柳 青 原\n教授\n\n【获奖】\n无\n\n【在研及完结项目】\n无\n",
    ],
)
def test_other_pages_present_nobody(tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    assert portraits(read_document(path)) == ()


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        ("【学术兼职】\n中国超声医学工程学会 理事兼副秘书长；\n", {"中国超声医学工程学会": ("理事", "副秘书长")}),
        (
            "社会任职：中华医学会放射学分会委员、磁共振学组副组长\n",
            {"中华医学会放射学分会": ("委员",), "中华医学会放射学分会磁共振学组": ("副组长",)},
        ),
        (
            "学会任职\n1. 澄江省生物医学工程学会，常务理事\n2. 澄江省医学会核医学分会：候任主任委员\n",
            {"澄江省生物医学工程学会": ("常务理事",), "澄江省医学会核医学分会": ("候任主任委员",)},
        ),
        ("学术兼职：师从中华医学会放射学分会主任委员吴大有教授\n", {}),
        ("学术兼职：《光学影像》编委；某省基金评审专家\n", {}),
    ],
)
def test_offices(tmp_path: Path, lines: str, roles: dict[str, tuple[str, ...]]) -> None:
    facts = [one for one in read(tmp_path, CARD + lines) if one.predicate == "MEMBER_OF" and one.subject.name == "祝云帆"]
    assert {one.object.name: one.qualifiers["role"] for one in facts if one.evidence.ingester == "profile"} == roles


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("2012.03—2016.08 北岭大学生命科学学院 副教授", "北岭大学生命科学学院"),
        ("2012年3月至2016年8月，北岭市第二人民医院影像科，主治医师", "北岭市第二人民医院"),
        ("2012-2016  加拿大多伦多大学  博士后", "加拿大多伦多大学"),
        ("2008.09—2012.06 北岭大学 物理学 博士", ""),
        ("2015.01—2016.01 北岭大学附属医院 访问学者", ""),
        ("2015年 北岭大学附属医院 进修", ""),
    ],
)
def test_a_line_of_a_career_is_an_employment_where_it_tells_a_post(tmp_path: Path, line: str, house: str) -> None:
    facts = read(tmp_path, CARD + "工作经历：\n" + line + "\n")
    told = {one.object.name for one in facts if one.predicate == "AFFILIATED_WITH"} - {"澄江大学药学院"}
    assert told == ({house} if house else set())


PROJECTS = [
    "1. 国家自然科学基金面上项目，82170000，光声成像评价肾纤维化的研究，2022.01-2025.12，52万元，在研，主持",
    "（1）国家自然科学基金面上项目：光声成像评价肾纤维化的研究（批准号：82170000），2022—2025，52万元，项目负责人",
    "[1] 光声成像评价肾纤维化的研究，国家自然科学基金面上项目（82170000），2022/01-2025/12，52万，主持",
    "主持国家自然科学基金面上项目“光声成像评价肾纤维化的研究”（82170000，52万元，2022-2025）",
]


@pytest.mark.parametrize("line", PROJECTS)
def test_a_project_whichever_way_its_fields_stand(tmp_path: Path, line: str) -> None:
    facts = read(tmp_path, f"{CARD}科研项目：\n{line}\n")
    title = "光声成像评价肾纤维化的研究"
    assert ("祝云帆", "LEADS", title) in said(facts, "LEADS")
    assert (title, "FUNDED_BY", "国家自然科学基金面上项目") in said(facts, "FUNDED_BY")
    assert of(facts, "FUNDED_BY", "国家自然科学基金面上项目")["amount_wan"] == 52


def test_who_takes_part_leads_nothing(tmp_path: Path) -> None:
    line = "国家自然科学基金重点项目，82030000，肾病多模态影像研究，2021.01-2025.12，290万元，参与"
    facts = read(tmp_path, f"{CARD}科研项目：\n{line}\n")
    assert ("肾病多模态影像研究", "FUNDED_BY", "国家自然科学基金重点项目") in said(facts, "FUNDED_BY")
    assert not said(facts, "LEADS")


@pytest.mark.parametrize(
    "line",
    [
        "（1）2020年澄江省科学技术进步奖二等奖，肾纤维化光声成像新技术，第2完成人",
        "祝云帆(2/8); 肾纤维化光声成像新技术; 澄江省科学技术进步奖; 二等奖; 2020",
        "“肾纤维化光声成像新技术”获2020年度澄江省科学技术进步奖二等奖（排名第二）",
    ],
)
def test_an_award_whichever_way_its_fields_stand(tmp_path: Path, line: str) -> None:
    facts = read(tmp_path, f"{CARD}获奖情况：\n{line}\n")
    assert ("祝云帆", "PARTICIPATED_IN", "肾纤维化光声成像新技术") in said(facts, "PARTICIPATED_IN")
    assert of(facts, "PARTICIPATED_IN", "肾纤维化光声成像新技术")["rank"] == 2
    told = of(facts, "RECEIVED", "澄江省科学技术进步奖")
    assert (told["year"], told["grade"]) == (2020, "二等奖")


def test_counts_of_awards_are_none(tmp_path: Path) -> None:
    facts = read(tmp_path, f"{CARD}获奖情况：\n获省部级科技奖励3项\n多次获校级奖励\n")
    assert not said(facts, "RECEIVED")


@pytest.mark.parametrize(
    "line",
    [
        "1. Zhu YF#, Liu Q, Gu HM*. Photoacoustic imaging of renal fibrosis. Radiology, 2021, 300(2): 410-419.",
        "[1] Zhu YF, Liu Q, Gu HM*. Photoacoustic imaging of renal fibrosis[J]. Radiology. 2021;300(2):410-419. (IF=11.1)",
        "Zhu YF, Liu Q, Gu HM* (2021). Photoacoustic imaging of renal fibrosis. Radiology, 300(2), 410-419.",
    ],
)
def test_a_paper_with_its_authors(tmp_path: Path, line: str) -> None:
    facts = [one for one in read(tmp_path, f"{CARD}代表性论文（*通讯作者）：\n{line}\n") if one.predicate == "AUTHORED"]
    assert [(one.subject.name, one.qualifiers["order"]) for one in facts] == [("祝云帆", 1), ("Liu Q", 2), ("Gu HM", 3)]
    assert [one.qualifiers.get("corresponding") for one in facts] == [None, None, True]


def test_doctors_of_a_table_work_at_the_hospital_of_the_page(tmp_path: Path) -> None:
    rows = (
        "<tr><td>祝云帆</td><td>主任医师</td><td>胎儿磁共振</td></tr><tr><td>柳青原</td><td>主治医师</td><td>乳腺钼靶</td></tr>"
    )
    table = f"<table><tr><th>姓名</th><th>职称</th><th>擅长</th></tr>{rows}</table>"
    page = f"<html><body><h1>影像科</h1><p>澄江市妇幼保健院影像科现有医师2人。</p><h3>医生介绍</h3>{table}</body></html>"
    facts = read(tmp_path, page, suffix=".html")
    assert said(facts, "AFFILIATED_WITH") == {
        ("祝云帆", "AFFILIATED_WITH", "澄江市妇幼保健院"),
        ("柳青原", "AFFILIATED_WITH", "澄江市妇幼保健院"),
    }
    assert of(facts, "AFFILIATED_WITH", "澄江市妇幼保健院")["title"] == "主任医师"


def test_what_stands_under_one_doctor_is_not_the_next_ones(tmp_path: Path) -> None:
    page = (
        "<h1>超声科</h1><p>澄江市中心医院超声科成立于1990年。</p><h2>专家团队</h2><h4>祝云帆</h4><p>主任医师，科主任</p><p>擅长：超声造影。</p>"
        "<h4>柳青原</h4><p>副主任医师</p><p>擅长：心脏超声。</p><h2>特色技术</h2><p>1、弹性成像：全省率先开展；</p><p>2、介入超声。</p>"
    )
    facts = read(tmp_path, f"<html><body>{page}</body></html>", suffix=".html")
    found = said(facts, "WORKS_ON")
    assert {("祝云帆", "WORKS_ON", "超声造影"), ("柳青原", "WORKS_ON", "超声心动图")} <= found
    assert {one for one in found if one[0] == "柳青原"} == {("柳青原", "WORKS_ON", "超声心动图")}
    assert any(one[0] == "澄江市中心医院超声科" and "弹性成像" in one[2] for one in found)


@pytest.mark.parametrize(
    "line",
    [
        "<p>科室负责人：祝云帆，主任医师，科主任；柳青原，副主任医师，科副主任。</p>",
        "<p>主任：祝云帆（主任医师）；副主任：柳青原（副主任医师）</p>",
        "<h3>人员介绍</h3><ul><li>祝云帆：主任、主任医师，擅长弹性成像。</li><li>柳青原：副主任、副主任医师。</li></ul>",
    ],
)
def test_people_in_a_row_hold_each_their_own_post(tmp_path: Path, line: str) -> None:
    page = (
        f"<html><body><h1>超声科</h1><p>澄江市中心医院超声科成立于1990年。</p>{line}<p>技术：开展介入超声。</p></body></html>"
    )
    facts = [one for one in read(tmp_path, page, suffix=".html") if one.evidence.ingester == "profile"]
    told = {one.subject.name: one.qualifiers for one in facts if "title" in one.qualifiers}
    assert [told[name]["title"] for name in ("祝云帆", "柳青原")] == ["主任医师", "副主任医师"]
    assert str(told["祝云帆"]["position"]).removeprefix("科室负责人、") == "超声科主任"
    assert told["柳青原"]["position"] == "超声科副主任"
    assert not any(one.subject.name == "柳青原" and one.predicate == "WORKS_ON" for one in facts)


def test_a_portrait_ends_where_the_page_speaks_of_the_house_again(tmp_path: Path) -> None:
    lines = "<p>祝云帆，主任医师，科主任。</p><p>科研：2021年获“省级青年文明号”。</p><p>技术特点：常规开展超声造影。</p>"
    page = f"<html><body><h1>超声科</h1><p>澄江市中心医院超声科成立于1990年。</p>{lines}</body></html>"
    found = said(read(tmp_path, page, suffix=".html"), "RECEIVED", "WORKS_ON")
    assert found == {
        ("澄江市中心医院超声科", "RECEIVED", "省级青年文明号"),
        ("澄江市中心医院超声科", "WORKS_ON", "超声造影"),
    }


def test_a_label_beside_several_rows_tells_of_each(tmp_path: Path) -> None:
    page = """<html><body><h2>祝云帆</h2><table>
<tr><td>姓名</td><td>祝云帆</td><td>职称</td><td>主任医师</td></tr>
<tr><td rowspan="2">学术兼职</td><td colspan="2">澄江省医学会放射学分会</td><td>常务委员</td></tr>
<tr><td colspan="2">澄江市抗癌协会乳腺影像专业委员会</td><td>副主任委员</td></tr>
<tr><td rowspan="2">主持项目</td><td>乳腺断层合成的散射校正研究</td>
<td>国家自然科学基金面上项目</td><td>2031年，52万元</td></tr>
<tr><td>县域乳腺筛查的影像质控研究</td><td>浙江省重点研发计划</td><td>2029.01-2031.12，60万元</td></tr>
<tr><td>获奖</td><td>浙江省科学技术进步奖</td><td>2028年 二等奖</td><td>第二完成人</td></tr>
</table></body></html>"""
    facts = read(tmp_path, page, suffix=".html")
    assert of(facts, "MEMBER_OF", "澄江省医学会放射学分会")["role"] == ("常务委员",)
    assert of(facts, "MEMBER_OF", "澄江市抗癌协会乳腺影像专业委员会")["role"] == ("副主任委员",)
    assert said(facts, "LEADS") == {
        ("祝云帆", "LEADS", "乳腺断层合成的散射校正研究"),
        ("祝云帆", "LEADS", "县域乳腺筛查的影像质控研究"),
    }
    assert of(facts, "FUNDED_BY", "国家自然科学基金面上项目") == {"amount_wan": 52.0, "year": 2031}
    assert of(facts, "FUNDED_BY", "浙江省重点研发计划") == {"amount_wan": 60.0}
    assert of(facts, "RECEIVED", "浙江省科学技术进步奖") == {"year": 2028, "grade": "二等奖", "rank": 2}


def test_a_row_of_several_labels_keeps_each_its_cell(tmp_path: Path) -> None:
    page = """<html><body><h2>祝云帆</h2><table>
<tr><td>姓名</td><td>祝云帆</td><td>单位</td><td>澄江市中心医院</td></tr>
<tr><td>学术兼职</td><td>澄江省医学会放射学分会委员</td><td>职称</td><td>主任医师</td></tr>
</table></body></html>"""
    facts = read(tmp_path, page, suffix=".html")
    assert of(facts, "MEMBER_OF", "澄江省医学会放射学分会")["role"] == ("委员",)
    assert of(facts, "AFFILIATED_WITH", "澄江市中心医院") == {"title": "主任医师"}


KIN = "祝云帆，1963年生，澄江大学药学院教授。2001年起任澄江医院放射科副主任。"


@pytest.mark.parametrize(
    ("more", "theirs"),
    [
        ("2016年其学生柏若涵任云岭大学影像学院院长。", {("柏若涵", AT, "云岭大学影像学院")}),
        ("他的妻子柏若涵现任云岭医院主治医师。", {("柏若涵", AT, "云岭医院")}),
        ("后来她的大弟子任云岭医院院长。2019年其导师当选中国科学院院士。", set()),
    ],
)
def test_what_pupils_and_kin_became_is_theirs(tmp_path: Path, more: str, theirs: Said) -> None:
    found = said(read(tmp_path, f"人物：祝云帆\n\n{KIN}{more}\n"), AT, "MEMBER_OF")
    assert found == {("祝云帆", AT, "澄江大学药学院"), ("祝云帆", AT, "澄江医院")} | theirs


def test_a_sentence_that_ends_with_an_office_stumbles_over_nothing(tmp_path: Path) -> None:
    assert ("祝云帆", "MEMBER_OF", "中国科学院") in said(
        read(tmp_path, f"人物：祝云帆\n\n{KIN}2015年当选中国科学院院士\n"), "MEMBER_OF"
    )


def test_a_post_alone_in_brackets_behind_the_name(tmp_path: Path) -> None:
    lines = "<h4>祝云帆（科主任）</h4><p>主任医师，博士生导师。</p><h4>柳青原（科副主任）</h4><p>副主任医师。</p>"
    page = f"<h1>超声科</h1><p>澄江市中心医院超声科成立于1990年。</p><h2>专家团队</h2>{lines}<h4>放射科（中心）</h4>"
    facts = read(tmp_path, f"<html><body>{page}</body></html>", suffix=".html")
    assert {one[0] for one in said(facts, AT)} == {"祝云帆", "柳青原"}
    assert {one.qualifiers["position"] for one in facts if one.predicate == AT} == {"超声科主任", "超声科副主任"}


def test_rows_of_people_with_rare_surnames(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>主任医师</td><td>{post}</td></tr>"
        for name, post in (
            ("祝云帆", "某某省医学会放射学分会委员"),
            ("零怀远", "澄江市医学会核医学分会委员"),
            ("闭秋河", "无"),
        )
    )
    page = (
        "<html><head><title>影像科-澄江市中心医院</title></head><body><h2>影像科</h2><p>澄江市中心医院影像科有医师9人。</p>"
        f"<h3>专家团队</h3><table><tr><td>姓名</td><td>职称</td><td>社会任职</td></tr>{rows}</table></body></html>"
    )
    told = said(read(tmp_path, page, suffix=".html"), "MEMBER_OF")
    assert ("零怀远", "MEMBER_OF", "澄江市医学会核医学分会") in told
    assert ("祝云帆", "MEMBER_OF", "澄江市医学会核医学分会") not in told


@pytest.mark.parametrize("label", ["职称/职务", "职务职称", "职务、职称"])
def test_a_label_of_title_and_post(tmp_path: Path, label: str) -> None:
    facts = read(tmp_path, f"姓名：祝云帆\n{label}：研究员、博士生导师；光学研究所所长\n单位：澄江大学药学院\n")
    assert of(facts, AT, "澄江大学药学院") == {"title": "研究员", "position": "光学研究所所长"}


def test_research_after_the_doctorate_is_employment(tmp_path: Path) -> None:
    text = f"{CARD}个人简介：\n2008—2011年在岚江大学从事博士后研究，2012年赴西陵大学博士后流动站学习。\n"
    facts = read(tmp_path, text)
    assert of(facts, AT, "岚江大学") == {"title": "博士后", "years": (2008, 2011)}
    assert not any(one.object.name == "西陵大学" for one in facts)


TITLES = ("肺结节CT筛查策略研究", "光声内镜成像方法研究", "便携式超声样机研制")
DEPARTMENT = (
    "<html><head><title>核医学科-科室介绍-澄江市中心医院</title></head><body><h1>核医学科</h1>"
    "<p>澄江市中心医院核医学科有医师9人。</p><h3>学科带头人</h3><table><tr><td>姓名</td><td>祝云帆</td></tr>"
    "<tr><td>职务</td><td>核医学科主任</td></tr><tr><td>职称</td><td>主任医师</td></tr><tr><td colspan=2>从事核医学工作20年，"
    "擅长甲状腺癌131I治疗。主持松江省自然科学基金面上项目“光声内镜成像方法研究”（12万元）。</td></tr></table>{people}</body></html>"
)
PEOPLE = (
    "<h3>专家团队</h3><div><b>郁文澜</b><i>副主任（科研秘书）　主任技师</i><p>擅长PET/CT质量控制。</p></div>"
    '<div><span class="n">护士长　高远</span><span class="t">主管护师</span><p>澄江市护理学会影像护理分会委员。</p></div>'
)


def test_the_card_of_the_head_of_a_department_is_of_the_head_alone(tmp_path: Path) -> None:
    facts = read(tmp_path, DEPARTMENT.format(people=PEOPLE), suffix=".html")
    house = "澄江市中心医院"
    assert said(facts, AT) == {(name, AT, house) for name in ("祝云帆", "郁文澜", "高远")}
    assert of([one for one in facts if one.subject.name == "郁文澜"], AT, house) == {
        "title": "主任技师",
        "position": "核医学科副主任",
    }
    assert said(facts, "LEADS") == {("祝云帆", "LEADS", TITLES[1])}
    assert said(facts, "MEMBER_OF") == {("高远", "MEMBER_OF", "澄江市护理学会影像护理分会")}
    assert ("郁文澜", "WORKS_ON", "PET/CT") in said(facts, "WORKS_ON")


def test_a_page_of_one_doctor_stays_that_doctor_s(tmp_path: Path) -> None:
    links = "<h3>相关专家</h3><div><b>郁文澜</b><i>主任技师</i></div>"
    facts = read(tmp_path, DEPARTMENT.format(people=links), suffix=".html")
    assert {name for name, _, _ in said(facts, "WORKS_ON", "LEADS")} == {"祝云帆"}


def test_lists_with_a_cell_for_each_thing(tmp_path: Path) -> None:
    """Rows below the label of a list are one thing each; a blank cell below 工作经历 or 学术兼职 goes on with it."""
    text = (
        "关于推荐第十届澄江青年科技奖候选人的公示\n\n姓名\t祝云帆\t性别\t女\n工作单位\t澄江大学药学院\n专业技术职务\t教授\n"
        "工作经历\t2012.07—2015.03\t松江大学\t讲师\n\t2015.04—2019.12\t溪山理工大学\t副教授\n"
        "学术兼职\t松江省生物物理学会\t理事\n\t松江省核磁共振学会\t副理事长\n\n"
        "主持科研项目\n1\t国家自然科学基金面上项目\t低场磁共振肺通气成像研究\t2021—2024\t58万元\t主持\n"
        "2\t松江省科技重大专项\t便携式超声成像仪研制\t2022—2025\t100万元\t参与（负责人：柳青原）\n\n"
        "获奖情况\n序号\t获奖时间\t奖励名称\t等级\t项目名称\t排名\n1\t2022\t松江省自然科学奖\t一等奖\t肺部磁共振成像理论\t2/5\n"
        "2\t2019\t中国波谱学青年奖\t不分等级\t——\t个人\n3\t2023\t松江省科技进步奖（提名，未授奖）\t——\t——\t1/6\n"
    )
    facts = read(tmp_path, text)
    assert said(facts, "LEADS") == {
        ("祝云帆", "LEADS", "低场磁共振肺通气成像研究"),
        ("柳青原", "LEADS", "便携式超声成像仪研制"),
    }
    assert of(facts, "FUNDED_BY", "松江省科技重大专项") == {"amount_wan": 100.0}
    assert said(facts, "RECEIVED") == {
        ("祝云帆", "RECEIVED", "松江省自然科学奖"),
        ("肺部磁共振成像理论", "RECEIVED", "松江省自然科学奖"),
        ("祝云帆", "RECEIVED", "中国波谱学青年奖"),
    }
    assert of(facts, "PARTICIPATED_IN", "肺部磁共振成像理论") == {"rank": 2}
    assert of(facts, "AFFILIATED_WITH", "溪山理工大学") == {"title": "副教授", "years": (2015, 2019)}
    assert of(facts, "MEMBER_OF", "松江省核磁共振学会") == {"role": ("副理事长",)}


def test_a_name_in_letters_has_a_row_of_its_own(tmp_path: Path) -> None:
    rows = [
        ("祝云帆", "主任医师", "骨显像"),
        ("Omar Haddad<br/>（奥马尔）", "特聘研究员", "放射性药物合成"),
        ("杜若衡", "副主任技师", "PET/CT质量控制"),
    ]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = "<tr><th>姓名</th><th>职称</th><th>专业特长</th></tr>"
    text = f"<html><body><h3>溪山市人民医院核医学科专家团队</h3><table>{head}{cells}</table></body></html>"
    found = read(tmp_path, text, suffix=".html")
    titles = {one.subject.name: one.qualifiers.get("title") for one in found if one.predicate == AT}
    assert titles == {"祝云帆": "主任医师", "Omar Haddad": "特聘研究员", "杜若衡": "副主任技师"}


PAGE = "{name}简介\n\n{name}：澄江大学附属医院影像科副主任，副教授，硕士生导师。{rest}"


@pytest.mark.parametrize("name", ["祝云帆", "祝云"])
def test_the_page_of_one_told_by_the_house(tmp_path: Path, name: str) -> None:
    facts = said(read(tmp_path, PAGE.format(name=name, rest="现任澄江省超声学会理事。")), AT, "MEMBER_OF")
    assert facts == {(name, AT, "澄江大学附属医院"), (name, "MEMBER_OF", "澄江省超声学会")}


def test_labels_inside_a_paragraph(tmp_path: Path) -> None:
    rest = "获奖情况：（1）澄江省医学科技奖二等奖，2031年，第4完成人；（2）澄江科技奖（三等奖），2032，3/9。擅长光声成像。"
    facts = read(tmp_path, PAGE.format(name="祝云帆", rest=rest))
    assert of(facts, "RECEIVED", "澄江省医学科技奖") == {"year": 2031, "grade": "二等奖", "rank": 4}
    assert of(facts, "RECEIVED", "澄江科技奖") == {"year": 2032, "grade": "三等奖", "rank": 3}


def test_a_name_above_house_and_titles(tmp_path: Path) -> None:
    card = "祝云帆\n澄江大学附属医院影像科副主任，教授，博士生导师\n"
    page = f"{card}1. 学术兼职\n澄江省超声学会，理事\n2. 科研项目\n主持国家重点研发计划“光声成像研究与应用”，60万元\n"
    facts = said(read(tmp_path, page), AT, "MEMBER_OF", "LEADS")
    assert facts == {
        ("祝云帆", AT, "澄江大学附属医院"),
        ("祝云帆", "MEMBER_OF", "澄江省超声学会"),
        ("祝云帆", "LEADS", "光声成像研究与应用"),
    }


SITE = "澄江大学附属东湾医院\nDONGWAN HOSPITAL\n导师风采\n硕士生导师 ▏博士生导师\n放射治疗学 >> 导师详情\n祝云帆\n"


def test_a_page_below_what_its_site_puts_above_it(tmp_path: Path) -> None:
    lines = (
        "性别\t女\n科室\t肿瘤放疗中心\n职务\t肿瘤放疗中心副主任（主持工作）\n职称\t主任医师\n二、社会任职\n"
        "松江省抗癌协会放射治疗专业委员会\t副主任委员\n松江省医学会放射肿瘤学分会\t常务委员兼秘书\n"
        "三、研究方向\n1. 磁共振引导放疗；\n"
    )
    facts = read(tmp_path, SITE + lines)
    assert of(facts, AT, "澄江大学附属东湾医院") == {"title": "主任医师", "position": "肿瘤放疗中心副主任（主持工作）"}
    assert said(facts, "MEMBER_OF") == {
        ("祝云帆", "MEMBER_OF", "松江省抗癌协会放射治疗专业委员会"),
        ("祝云帆", "MEMBER_OF", "松江省医学会放射肿瘤学分会"),
    }


def test_the_same_house_as_above(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{post}</td><td>{title}</td><td>{house}</td></tr>"
        for name, post, title, house in (
            ("姓名", "岗位", "职称", "人事关系所在单位"),
            ("祝云帆", "平台主任", "教授", "澄江大学医学院"),
            ("谭子墨", "平台副主任", "高级实验师", "澄江大学实验动物中心"),
            ("高远", "技术员", "实验师", "同上"),
        )
    )
    page = (
        f"<html><head><title>平台简介-澄江大学影像平台</title></head><body><h2>人员队伍</h2><table>{rows}</table></body></html>"
    )
    facts = read(tmp_path, page, suffix=".html")
    assert ("高远", AT, "澄江大学实验动物中心") in said(facts, AT)
