"""Notices and forms: grades in brackets, users by any label, experts who nominate, rows under heads, papers title first."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award.papers import reference
from ingest.layout import View
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

Facts = dict[tuple[str, str, str], dict[str, object]]
WORK = "角膜光学相干断层成像评估圆锥角膜的关键技术"


def read(text: str, tmp_path: Path, suffix: str = ".txt") -> Facts:
    """The facts of a text, with their qualifiers."""
    path = tmp_path / f"form{suffix}"
    path.write_text(text, "utf-8")
    kept, rejected, _ = read_assertions(read_document(path), pipeline())
    assert not rejected
    return {(one.subject.name, one.predicate, one.object.name): dict(one.qualifiers) for one in kept if isinstance(one, Fact)}


def test_a_grade_in_brackets_behind_the_work(tmp_path: Path) -> None:
    found = read(
        f"捷报：我院荣获2021年度岚江省科学技术奖\n1.“{WORK}”（二等奖）\n主要完成人：蓝屿，裘宁\n主要完成单位：溪山市眼科医院\n",
        tmp_path,
    )
    assert found[(WORK, "RECEIVED", "岚江省科学技术奖")] == {"year": 2021, "grade": "二等奖"}
    assert found[("裘宁", "PARTICIPATED_IN", WORK)] == {"rank": 2}


def test_a_grade_behind_the_class_is_no_part_of_it(tmp_path: Path) -> None:
    title = "关于提名2022年度岚江医学科技奖项目的公示"
    people = "完成人：蓝屿、裘宁\n完成单位：溪山市眼科医院\n"
    for field in ("科学技术进步奖，一等奖", "科学技术进步奖/二等", "科学技术进步奖；拟申报等级：三等奖"):
        found = read(f"{title}\n项目名称：{WORK}\n提名奖种：{field}\n{people}", tmp_path)
        assert {whose for _, what, whose in found if what == "NOMINATED_FOR"} == {"岚江医学科技奖"}


def test_users_whatever_they_are_called(tmp_path: Path) -> None:
    for label in ("成果应用单位", "项目推广应用单位", "技术使用单位"):
        found = read(
            f"项目名称\t{WORK}\n推荐单位\t岚江省教育厅\n主要完成人\t蓝屿、裘宁\n主要完成单位\t溪山市眼科医院\n"
            f"{label}\t青石县医院、临湾市人民医院\n",
            tmp_path,
        )
        assert {whom for _, what, whom in found if what == "ADOPTED_BY"} == {"青石县医院", "临湾市人民医院"}
        assert {who for who, what, _ in found if what == "COMPLETED"} == {"溪山市眼科医院"}


def test_experts_who_nominate_are_no_nominating_units(tmp_path: Path) -> None:
    people = "完成人：蓝屿、裘宁\n完成单位：溪山市眼科医院\n"
    found = read(f"项目名称：{WORK}\n提名者：冉秋水 院士 岚江理工大学；池小舟 教授 青石大学\n{people}", tmp_path)
    assert not any(what == "NOMINATED" for _, what, _ in found)
    assert ("冉秋水", "AFFILIATED_WITH", "岚江理工大学") in found
    for nominator in ("溪山市科学技术局", "岚江省医学会、岚江省教育厅"):
        found = read(f"项目名称：{WORK}\n提名者：{nominator}\n{people}", tmp_path)
        assert {who for who, what, _ in found if what == "NOMINATED"} == set(nominator.split("、"))


TABLE = f"""<html><head><title>提名公示</title></head><body><table>
<tr><td>项目名称</td><td colspan=4>{WORK}</td></tr>
<tr><td>提名单位</td><td colspan=4>岚江省教育厅</td></tr>
<tr><td>完成单位情况</td><td colspan=2>单位名称</td><td>排名</td><td>创新推广贡献</td></tr>
<tr><td></td><td colspan=2>溪山市眼科医院</td><td>1</td><td>牵头</td></tr>
<tr><td></td><td colspan=2>岚江理工大学</td><td>2</td><td>仪器</td></tr>
</table></body></html>"""


def test_rows_with_a_number_below_a_heads_words_are_rows(tmp_path: Path) -> None:
    found = read(TABLE, tmp_path, ".html")
    assert {who: said["rank"] for (who, what, _), said in found.items() if what == "COMPLETED"} == {
        "溪山市眼科医院": 1,
        "岚江理工大学": 2,
    }


def told(text: str) -> tuple[str, str, int | None, list[str]] | None:
    """What a reference line tells."""
    paper = reference(View(text, tuple(range(len(text)))), 1)
    return (paper.title, paper.journal, paper.year, [one.name for one in paper.authors]) if paper else None


def test_papers_whose_title_stands_first() -> None:
    assert told(
        "Photoacoustic imaging of corneal vessels in a rabbit model. Optics Letters. 2018, 43: 120-124. Lan Y, Qiu N."
    ) == (
        "Photoacoustic imaging of corneal vessels in a rabbit model",
        "Optics Letters",
        2018,
        ["Lan Y", "Qiu N"],
    )
    untold = told("Light sheet microscopy of cleared mouse brain tissue. Journal of Microscopy, 2020; 12(3): 5-9")
    assert untold == ("Light sheet microscopy of cleared mouse brain tissue", "Journal of Microscopy", 2020, [])
    assert told("Ministry of Science and Technology of the Province. Notice No. 12. Issued by the Office") is None
    assert told("The company was founded in the city of Lanjiang. It employs 2000 people today") is None


def test_who_is_corresponding_by_a_name_in_other_letters(tmp_path: Path) -> None:
    found = read(
        f"<html><body><p>项目名称：{WORK}</p><p>完成人：蓝屿、裘宁</p><p>完成单位：溪山市眼科医院</p><p>代表性论文目录</p><table>"
        "<tr><td>序号</td><td>论文名称/刊名/作者</td><td>年卷页码</td><td>通讯作者</td></tr>"
        "<tr><td>1</td><td>Corneal epithelial mapping for keratoconus screening/Cornea/Lan Y, Qiu N</td>"
        "<td>2019,38:1-6</td><td>裘宁</td></tr></table></body></html>",
        tmp_path,
        ".html",
    )
    said = {who: one.get("corresponding") for (who, what, _), one in found.items() if what == "AUTHORED"}
    assert said == {"Lan Y": False, "Qiu N": True}


def test_first_and_corresponding_authors_alone(tmp_path: Path) -> None:
    found = read(
        f"<html><body><p>项目名称：{WORK}</p><p>完成人：蓝屿、裘宁</p><p>完成单位：溪山市眼科医院</p><p>代表性论文目录</p><table>"
        "<tr><td>序号</td><td>论文名称</td><td>刊名</td><td>发表时间</td><td>第一作者</td><td>通讯作者</td></tr>"
        "<tr><td>1</td><td>角膜上皮厚度图筛查圆锥角膜的研究</td><td>岚江眼科杂志</td><td>2019</td><td>蓝屿</td>"
        "<td>裘宁</td></tr></table></body></html>",
        tmp_path,
        ".html",
    )
    said = {who: one.get("corresponding") for (who, what, _), one in found.items() if what == "AUTHORED"}
    assert said == {"蓝屿": False, "裘宁": True}


def test_title_and_journal_in_one_cell(tmp_path: Path) -> None:
    rows = (
        "<tr><td>1</td><td>T1/T2 mapping of the cornea in young adults/Cornea Today: Imaging</td><td>2019年8卷1-6</td>"
        "<td>裘宁、蓝屿</td><td>蓝屿</td></tr>"
        "<tr><td>2</td><td>角膜上皮厚度图筛查圆锥角膜的研究/岚江眼科杂志</td><td>2021年9卷7-9</td><td>蓝屿</td><td>蓝屿</td></tr>"
        "<tr><td>3</td><td>Tracking of the eye by optics/acoustics of small lenses</td><td>2020年1卷3-4</td>"
        "<td>蓝屿</td><td>蓝屿</td></tr>"
    )
    found = read(
        f"<html><body><p>项目名称：{WORK}</p><p>完成人：蓝屿、裘宁</p><p>完成单位：溪山市眼科医院</p><p>代表性论文目录</p><table>"
        f"<tr><td>序号</td><td>论文专著名称/刊名</td><td>年卷页码</td><td>全部作者</td><td>通讯作者</td></tr>{rows}</table></body></html>",
        tmp_path,
        ".html",
    )
    assert {(work, where, one["year"]) for (work, what, where), one in found.items() if what == "PUBLISHED_IN"} == {
        ("T1/T2 mapping of the cornea in young adults", "Cornea Today: Imaging", 2019),
        ("角膜上皮厚度图筛查圆锥角膜的研究", "岚江眼科杂志", 2021),
    }
    assert ("蓝屿", "AUTHORED", "Tracking of the eye by optics/acoustics of small lenses") in found


def test_a_journal_that_opens_with_a_small_word_is_none(tmp_path: Path) -> None:
    title = "Anterior segment tomography for keratoconus in school age A"
    row = f"1 {title} Optics in Medicine and Sight 2021,4(9):25-31 蓝屿、裘宁 裘宁 4"
    found = read(
        f"项目名称：{WORK}\n完成人：蓝屿、裘宁\n完成单位：溪山市眼科医院\n代表性论文目录\n"
        f"序号 论文名称 刊名 年,卷(期)及页码 全部作者 通讯作者 他引总次数\n{row}\n",
        tmp_path,
    )
    assert not any(what == "PUBLISHED_IN" and where[0].islower() for _, what, where in found)


def test_the_number_of_a_document_names_no_award(tmp_path: Path) -> None:
    for number in ("岚医学奖字〔2031〕18号", "岚医科奖〔2031〕第7号"):
        found = read(
            f"岚江医学图像学会\n{number}\n关于2031年度岚江医学图像学会科学技术奖授奖的决定\n各有关单位：\n一、自然科学奖\n"
            "等级\t项目名称\t完成人\t完成单位\n"
            f"一等奖\t{WORK}\t蓝屿（溪山大学）、裘宁（溪山大学）\t溪山大学\n",
            tmp_path,
        )
        assert {whose for _, what, whose in found if what == "RECEIVED"} == {"岚江医学图像学会科学技术奖"}


def test_a_heading_of_persons_ends_the_works(tmp_path: Path) -> None:
    below = "候选人：柏舟，男，1986年7月生，溪山大学附属医院放疗科副主任、副主任医师。2029年获岚江医学奖三等奖（排名第二）。\n"
    for heading in ("二、岚江青年医学科技奖（人选1名）", "（二）拟推荐人选（1人）"):
        found = read(
            f"关于2031年度科技奖申报的公示\n一、岚江医学奖（1项）\n项目名称：{WORK}\n推荐单位：溪山市医学会\n"
            "主要完成单位：溪山大学附属医院\n主要完成人：1.蓝屿 2.裘宁\n曾获奖励：2030年溪山市科技进步奖二等奖\n"
            f"{heading}\n{below}推荐单位：岚江抗癌协会\n",
            tmp_path,
        )
        assert {who for who, what, _ in found if what == "PARTICIPATED_IN"} == {"蓝屿", "裘宁"}
        assert {whose for who, what, whose in found if what == "RECEIVED" and who == WORK} == {"溪山市科技进步奖"}
        assert {who for who, what, _ in found if what == "NOMINATED"} == {"溪山市医学会"}
        assert found[("柏舟", "AFFILIATED_WITH", "溪山大学附属医院")]["title"] == "副主任医师"


def test_a_nominator_that_a_line_breaks_off(tmp_path: Path) -> None:
    found = read(
        "2031年度岚江医学科技奖拟授奖项目公示名单\n\n序号\n项目名称\n主要完成单位\n主要完成人\n推荐单位\n拟奖等级\n"
        f"1\n{WORK[:12]}\n{WORK[12:]}\n溪山市眼科医院\n蓝屿，裘宁，\n柏舟\n溪山市卫生健康委\n员会\n二等奖\n"
        "2\n膝关节软骨定量磁共振\n评估体系\n溪山大学附属医院\n翟远，韩岳\n溪山大学\n三等奖\n\n公示期七天。\n",
        tmp_path,
    )
    assert {(who, what) for who, predicate, what in found if predicate == "NOMINATED"} == {
        ("溪山市卫生健康委员会", WORK),
        ("溪山大学", "膝关节软骨定量磁共振评估体系"),
    }


PARTS = (
    "主要完成单位为岚江大学附属医院、溪山市眼科医院。该项目主要完成人有蓝屿（岚江大学附属医院）、裘宁（溪山市眼科医院）。"
    "提名单位：岚江省医学会。"
)
POINTS = "创新点一：提出分层扫描方案。创新点二：建立角膜图谱，用于分级。"


@pytest.mark.parametrize(
    "paragraph",
    [
        f"成果名称：{WORK}。申报奖种：2022年度岚江省科学技术进步奖。{PARTS}{POINTS}应用单位：青石县医院、临湾市人民医院。",
        f"“{WORK}”拟申报2022年度岚江省科学技术进步奖，现予公示。{PARTS}{POINTS}项目成果在青石县医院、临湾市人民医院等单位应用。",
        f"我院“{WORK}”项目拟提名2022年度岚江省科学技术进步奖。由岚江省医学会推荐。由岚江大学附属医院、溪山市眼科医院共同完成。"
        f"主要完成人：蓝屿（岚江大学附属医院）、裘宁（溪山市眼科医院）。{POINTS}该技术已被青石县医院、临湾市人民医院等采用。",
    ],
)
def test_all_fields_of_a_work_in_one_paragraph(paragraph: str, tmp_path: Path) -> None:
    found = read(f"公示\n{paragraph}\n附件：提名书\n异议受理：冉秋水，电话：0000-1234567\n", tmp_path)
    assert ("岚江省医学会", "NOMINATED", WORK) in found
    assert found[(WORK, "NOMINATED_FOR", "岚江省科学技术进步奖")]["year"] == 2022
    assert found[("裘宁", "PARTICIPATED_IN", WORK)] == {"rank": 2}
    assert {who for who, what, _ in found if what == "COMPLETED"} == {"岚江大学附属医院", "溪山市眼科医院"}
    assert ("裘宁", "AFFILIATED_WITH", "溪山市眼科医院") in found
    assert {what for whose, told, what in found if told == "HAS_INNOVATION"} == {f"{WORK}#1", f"{WORK}#2"}
    assert {whom for whose, told, whom in found if told == "ADOPTED_BY"} == {"青石县医院", "临湾市人民医院"}
    assert not any("冉秋水" in edge for edge in found)


def test_a_sentence_of_the_summary_that_names_completers_is_no_field(tmp_path: Path) -> None:
    summary = (
        "项目简介：圆锥角膜早期难以发现，患者多为青少年，视力损害不可逆，给家庭和社会带来沉重负担，筛查手段长期缺乏。"
        "主要完成人是我国较早开展这项工作的专家之一。"
    )
    found = read(
        f"项目名称：{WORK}\n提名单位：岚江省医学会\n{summary}\n完成人：蓝屿、裘宁\n完成单位：溪山市眼科医院\n", tmp_path
    )
    assert {who for who, what, _ in found if what == "PARTICIPATED_IN"} == {"蓝屿", "裘宁"}


OTHER = "眼眶PET/CT分子影像新方法的建立与推广"


@pytest.mark.parametrize(
    "layout",
    [
        "（{cn}）{work}\n完成单位：{units}\n完成人：{people}\n",
        "{n}．{work}　完成单位：{units}　完成人：{people}\n",
        "{n}. “{work}”（完成单位：{units}；完成人：{people}；提名单位：溪山市科学技术局）\n",
        "{n}. 项目名称：{work}\n主要完成单位：{units}\n主要完成人：{people}\n提名单位：溪山市科学技术局\n",
    ],
)
def test_works_of_a_notice_each_with_its_own(layout: str, tmp_path: Path) -> None:
    items = ((1, "一", WORK, "溪山市眼科医院、岚江大学", "蓝屿、裘宁"), (2, "二", OTHER, "青石县医院", "池小舟、冉秋水"))
    text = "".join(layout.format(n=n, cn=cn, work=work, units=units, people=people) for n, cn, work, units, people in items)
    found = read(f"关于拟推荐申报2022年度岚江医学科技奖项目的公示\n{text}", tmp_path)
    assert {(who, work) for who, what, work in found if what == "PARTICIPATED_IN"} == {
        ("蓝屿", WORK),
        ("裘宁", WORK),
        ("池小舟", OTHER),
        ("冉秋水", OTHER),
    }
    assert {(who, work) for who, what, work in found if what == "COMPLETED"} == {
        ("溪山市眼科医院", WORK),
        ("岚江大学", WORK),
        ("青石县医院", OTHER),
    }
    nominated = {(who, work) for who, what, work in found if what == "NOMINATED"}
    assert nominated == ({("溪山市科学技术局", WORK), ("溪山市科学技术局", OTHER)} if "提名单位" in layout else set())
    assert {work for work, what, _ in found if what == "NOMINATED_FOR"} == {WORK, OTHER}


def test_who_consents_nominates_where_no_field_says_who(tmp_path: Path) -> None:
    people = "完成人：蓝屿、裘宁\n完成单位：溪山市眼科医院\n"
    consent = "岚江省医学会认真审阅了提名材料，同意提名。"
    found = read(f"项目名称：{WORK}\n提名意见：\n{consent}\n{people}", tmp_path)
    assert [who for who, what, _ in found if what == "NOMINATED"] == ["岚江省医学会"]
    found = read(f"项目名称：{WORK}\n提名单位：溪山市人民政府\n提名意见：\n{consent}\n{people}", tmp_path)
    assert [who for who, what, _ in found if what == "NOMINATED"] == ["溪山市人民政府"]


def test_people_a_row_each_beside_one_work_are_ranked_by_their_order(tmp_path: Path) -> None:
    head = "<tr><td>序号</td><td>项目名称</td><td>完成人</td><td>工作单位</td><td>职称</td><td>提名单位</td></tr>"
    rows = (
        f'<tr><td rowspan="2">2</td><td rowspan="2">{WORK}</td><td>蓝屿</td><td>溪山市眼科医院</td><td>主任医师</td>'
        '<td rowspan="2">岚江省教育厅</td></tr><tr><td>裘宁</td><td>岚江理工大学</td><td>教授</td></tr>'
    )
    title = "2022年度岚江省技术发明奖拟提名项目公示"
    found = read(f"<html><body><h2>{title}</h2><table>{head}{rows}</table></body></html>", tmp_path, ".html")
    assert found[("蓝屿", "PARTICIPATED_IN", WORK)] == {"rank": 1}
    assert found[("裘宁", "PARTICIPATED_IN", WORK)] == {"rank": 2}
    assert ("岚江省教育厅", "NOMINATED", WORK) in found


@pytest.mark.parametrize(
    "text",
    [
        f"一等奖\n{WORK}\n完成单位：溪山市眼科医院，岚江大学\n完成人：蓝屿，裘宁\n如有异议，请于公示期内反映。\n",
        f"一、项目名称：{WORK} 二、主要完成单位：溪山市眼科医院、岚江大学 三、主要完成人：蓝屿、裘宁\n公示期：七天\n",
        f"项目名称：{WORK}\n完成人：蓝屿、裘宁\n完成单位：溪山市眼科医院、岚江大学\n公示期内，任何单位和个人有异议的，请书面反映。\n",
    ],
)
def test_works_and_fields_that_lines_alone_part(text: str, tmp_path: Path) -> None:
    found = read(f"2022年岚江医学科技奖拟授奖项目公示\n{text}", tmp_path)
    assert {(who, work) for who, what, work in found if what == "PARTICIPATED_IN"} == {("蓝屿", WORK), ("裘宁", WORK)}
    assert {(who, work) for who, what, work in found if what == "COMPLETED"} == {
        ("溪山市眼科医院", WORK),
        ("岚江大学", WORK),
    }


def test_a_sentence_above_who_did_something_names_no_work(tmp_path: Path) -> None:
    found = read("岚江医学科技奖\n为贯彻办法，现就有关工作开展研究\n完成单位：溪山市眼科医院\n完成人：蓝屿\n", tmp_path)
    assert not {what for _, what, _ in found} & {"PARTICIPATED_IN", "COMPLETED"}


def test_a_grade_above_the_second_work_is_its_own(tmp_path: Path) -> None:
    found = read(
        f"关于公布2022年度岚江省科学技术进步奖获奖项目的通知\n一等奖（1项）\n项目1：{WORK}\n完成单位：1.溪山市眼科医院\n"
        f"二等奖（1项）\n项目2：{OTHER}\n完成单位：1.安影（溪山）医疗器械有限公司 2.岚江大学\n"
        "完成人：1.裘宁（安影（溪山）医疗器械有限公司） 2.池小舟（岚江大学）\n",
        tmp_path,
    )
    grades = {work: said["grade"] for (work, what, _), said in found.items() if what == "RECEIVED"}
    assert grades == {WORK: "一等奖", OTHER: "二等奖"}
    assert ("裘宁", "AFFILIATED_WITH", "安影（溪山）医疗器械有限公司") in found
    assert {who for who, what, work in found if (what, work) == ("COMPLETED", OTHER)} == {
        "安影（溪山）医疗器械有限公司",
        "岚江大学",
    }
