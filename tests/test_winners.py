"""Lists of winners: lines below headings, and tables whose heads do not say that something was given."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.entries import title_line
from ingest.headings import heading_of
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

Facts = dict[tuple[str, str, str], dict[str, object]]

ROLL = """岚江医学影像学会2023年学术年会表彰名单

一、终身成就奖（2名）
邢大伟  岚江大学附属第三医院
巫远（溪山市人民医院）

二、优秀论文奖
一等奖（1篇）
1. 《乳腺断层摄影的剂量优化》 柏舟、翟远（岚江省肿瘤医院）
二等奖（2篇）
1．骨龄自动评估的多中心验证   池小舟   青石县医院
2．《肝脏弹性成像的可重复性》 古月、封晓（岚江理工大学、青石县医院）

三、优秀组织奖
溪山市人民医院、青石县医院

编辑：鄢小岚
岚江医学影像学会
2023年11月20日
"""


def read(text: str, tmp_path: Path, suffix: str = ".txt") -> Facts:
    """The facts of a text, with their qualifiers."""
    path = tmp_path / f"roll{suffix}"
    path.write_text(text, "utf-8")
    kept, rejected, _ = read_assertions(read_document(path), pipeline())
    assert not rejected
    found: Facts = {}
    for one in kept:
        if isinstance(one, Fact):
            found.setdefault((one.subject.name, one.predicate, one.object.name), {}).update(one.qualifiers)
    return found


def of(found: Facts, predicate: str) -> set[tuple[str, str]]:
    return {(subject, thing) for subject, verb, thing in found if verb == predicate}


def test_people_papers_and_bodies_below_headings(tmp_path: Path) -> None:
    found = read(ROLL, tmp_path)
    society, papers = "岚江医学影像学会", "岚江医学影像学会优秀论文奖"
    assert of(found, "RECEIVED") == {
        *((name, f"{society}终身成就奖") for name in ("邢大伟", "巫远")),
        *((name, papers) for name in ("柏舟", "翟远", "池小舟", "古月", "封晓")),
        *((name, f"{society}优秀组织奖") for name in ("溪山市人民医院", "青石县医院")),
    }
    assert found["柏舟", "RECEIVED", papers] == {"year": 2023, "grade": "一等奖"}
    assert found["池小舟", "RECEIVED", papers] == {"year": 2023, "grade": "二等奖"}


def test_where_the_winners_work(tmp_path: Path) -> None:
    assert of(read(ROLL, tmp_path), "AFFILIATED_WITH") == {
        ("邢大伟", "岚江大学附属第三医院"),
        ("巫远", "溪山市人民医院"),
        ("柏舟", "岚江省肿瘤医院"),
        ("翟远", "岚江省肿瘤医院"),
        ("池小舟", "青石县医院"),
    }


def test_what_the_winners_wrote(tmp_path: Path) -> None:
    assert of(read(ROLL, tmp_path), "AUTHORED") == {
        ("柏舟", "乳腺断层摄影的剂量优化"),
        ("翟远", "乳腺断层摄影的剂量优化"),
        ("池小舟", "骨龄自动评估的多中心验证"),
        ("古月", "肝脏弹性成像的可重复性"),
        ("封晓", "肝脏弹性成像的可重复性"),
    }


def test_works_in_lines_without_labels(tmp_path: Path) -> None:
    text = """2021年度岚江医学科技奖获奖项目目录
二等奖
1  胎儿心脏超声筛查网络的建立   翟远、池小舟   青石县医院、岚江理工大学
"""
    found = read(text, tmp_path)
    work = "胎儿心脏超声筛查网络的建立"
    assert found[work, "RECEIVED", "岚江医学科技奖"] == {"year": 2021, "grade": "二等奖"}
    assert of(found, "PARTICIPATED_IN") == {("翟远", work), ("池小舟", work)}
    assert found["岚江理工大学", "COMPLETED", work] == {"rank": 2}


def test_lines_that_tell_what_one_received(tmp_path: Path) -> None:
    text = """岚江省肿瘤医院影像科2022年获奖情况

翟远：2022年岚江省科学技术进步奖二等奖（排名第3），项目名称：肺结节随访的影像管理模式
● 池小舟：《乳腺断层摄影的剂量优化》，岚江医学会影像年会优秀论文一等奖
古月：负责全科质量控制与教学工作
封晓：拟申报2023年岚江医学科技奖
"""
    found = read(text, tmp_path)
    work, prize, papers = "肺结节随访的影像管理模式", "岚江省科学技术进步奖", "岚江医学会影像年会优秀论文奖"
    assert found["翟远", "RECEIVED", prize] == {"year": 2022, "grade": "二等奖", "rank": 3}
    assert found["翟远", "PARTICIPATED_IN", work] == {"rank": 3}
    assert of(found, "RECEIVED") == {("翟远", prize), (work, prize), ("池小舟", papers)}
    assert of(found, "AUTHORED") == {("池小舟", "乳腺断层摄影的剂量优化")}


@pytest.mark.parametrize(("suffix", "cut"), [(".txt", " | "), (".html", "</td><td>")])
def test_tables_of_an_announcement(suffix: str, cut: str, tmp_path: Path) -> None:
    rows = [
        ("获奖等级", "项目名称", "主要完成人", "主要完成单位", "提名单位"),
        ("一等奖", "直肠癌多参数磁共振评价体系", "翟远、池小舟", "青石县医院", "青石县卫生健康局"),
        ("三等奖", "便携式超声的山区应用", "古月、封晓", "溪山市人民医院、岚江理工大学", "溪山市科技局"),
    ]
    lines = [cut.join(row) for row in rows]
    if suffix == ".html":
        table = "".join(f"<tr><td>{line}</td></tr>" for line in lines)
        text = f"<html><body><h1>2021年度溪山市科学技术奖获奖名单</h1><table>{table}</table></body></html>"
    else:
        text = "2021年度溪山市科学技术奖获奖名单\n\n" + "\n".join(lines) + "\n"
    found = read(text, tmp_path, suffix)
    assert found["直肠癌多参数磁共振评价体系", "RECEIVED", "溪山市科学技术奖"] == {"year": 2021, "grade": "一等奖"}
    assert of(found, "NOMINATED") == {
        ("青石县卫生健康局", "直肠癌多参数磁共振评价体系"),
        ("溪山市科技局", "便携式超声的山区应用"),
    }
    assert {who for who, _ in of(found, "PARTICIPATED_IN")} == {"翟远", "池小舟", "古月", "封晓"}


@pytest.mark.parametrize(
    "text",
    [
        ROLL.replace("表彰名单", "拟表彰名单公示"),
        "岚江医学影像学会会员名单\n\n一、理事\n邢大伟  岚江大学附属第三医院\n",
        "喜报！我院两项成果获岚江医学科技奖\n\n★ 岚江医学科技奖一等奖\n\n编辑 | 鄢小岚\n审核：巫远  终审：古月\n",
    ],
)
def test_no_winners(text: str, tmp_path: Path) -> None:
    assert of(read(text, tmp_path), "RECEIVED") == set()


@pytest.mark.parametrize(
    ("line", "name", "grade"),
    [
        ("二、技术发明奖二等奖（3项）", "技术发明奖", "二等奖"),
        ("【青年科学家奖】", "青年科学家奖", ""),
        ("三等奖：", "", "三等奖"),
        ("技术进步类  一等奖", "", "一等奖"),
        ("★ 十佳影像技师", "十佳影像技师", ""),
    ],
)
def test_headings(line: str, name: str, grade: str) -> None:
    found = heading_of(line)
    assert found is not None
    assert (found.name, found.grade) == (name, grade)


@pytest.mark.parametrize("line", ["科研部", "颁奖", "各奖项评审办法", "获奖"])
def test_lines_that_head_nothing(line: str) -> None:
    assert heading_of(line) is None


WORKS = """关于公布2022年溪山市科学技术奖获奖名单的通知

溪山市科学技术进步奖
一等奖（1项）
右心声学造影评估肺高压的技术体系
溪山市人民医院 裘宁，冉秋水，池小舟
二等奖（1项）
2．口腔种植导板的数字化设计与应用
溪山市口腔医院 邢露、边疆；岚江理工大学 闻溪
"""


def test_titles_above_who_did_the_works(tmp_path: Path) -> None:
    found = read(WORKS, tmp_path)
    award = "溪山市科学技术进步奖"
    first, second = "右心声学造影评估肺高压的技术体系", "口腔种植导板的数字化设计与应用"
    assert {(who, said["grade"]) for (who, what, _), said in found.items() if what == "RECEIVED"} == {
        (first, "一等奖"),
        (second, "二等奖"),
    }
    assert all(whose == award for _, what, whose in found if what == "RECEIVED")
    assert {who for who, what, work in found if what == "PARTICIPATED_IN" and work == second} == {"邢露", "边疆", "闻溪"}
    assert found[("溪山市人民医院", "COMPLETED", first)] == {"rank": 1}


def test_a_title_that_runs_into_its_award_and_label(tmp_path: Path) -> None:
    text = "岚江大学附属医院喜获多项科技奖\n技术发明奖二等奖牙周内镜成像系统的研制及应用完成人：柏舟、翟远\n"
    found = read(text, tmp_path)
    assert found[("牙周内镜成像系统的研制及应用", "RECEIVED", "技术发明奖")] == {"grade": "二等奖"}
    assert {who for who, what, _ in found if what == "PARTICIPATED_IN"} == {"柏舟", "翟远"}


@pytest.mark.parametrize("line", ["现将有关事项通知如下", "溪山市人民医院", "裘宁 主任医师", "以下项目按姓氏笔画排序"])
def test_lines_that_are_no_titles(line: str) -> None:
    assert title_line(line) == ""


COMMENDED = (
    "关于表彰2030年度科技成果获奖项目的通报\n\n各科室：\n2030年，我院科技奖励工作取得好成绩，现将获奖项目通报如下。\n\n"
    "一、2030年度松江省医学科技奖（2项）\n1.一等奖：《弹性成像评估甲状腺结节的临床研究》\n完成人：钮怀远、郜其琛\n"
    "完成单位：沙州省立医院，江陵中心医院\n2.二等奖：《胎儿心脏超声筛查网络的构建与推广》\n完成人：缑新野、祝云帆\n"
    "完成单位：沙州省立医院\n\n二、2030年度医院科技进步奖（院级，2项）\n序号{0}项目名称{0}项目负责人{0}科室{0}等级\n"
    "1{0}能谱CT鉴别肾结石成分的研究{0}虞伯言{0}影像科{0}一等奖\n2{0}床旁超声评分指导撤机{0}凌霜{0}重症医学科{0}二等奖\n\n{1}2030年1月22日\n"
)


@pytest.mark.parametrize("gap", ["\t", "     "], ids=["tabs", "blanks"])
def test_works_told_in_lines_above_a_table_of_others(gap: str, tmp_path: Path) -> None:
    """Each section's works have its own award; the house's own goes by its name, and by none where no house is told."""
    found = read(COMMENDED.format(gap, "沙州省立医院\n"), tmp_path)
    assert of(found, "COMPLETED") == {
        ("沙州省立医院", "弹性成像评估甲状腺结节的临床研究"),
        ("江陵中心医院", "弹性成像评估甲状腺结节的临床研究"),
        ("沙州省立医院", "胎儿心脏超声筛查网络的构建与推广"),
    }
    assert of(found, "RECEIVED") == {
        ("弹性成像评估甲状腺结节的临床研究", "松江省医学科技奖"),
        ("胎儿心脏超声筛查网络的构建与推广", "松江省医学科技奖"),
        ("能谱CT鉴别肾结石成分的研究", "沙州省立医院科技进步奖"),
        ("床旁超声评分指导撤机", "沙州省立医院科技进步奖"),
    }
    nameless = of(read(COMMENDED.format(gap, ""), tmp_path), "RECEIVED")
    assert {award for _, award in nameless} == {"松江省医学科技奖"}


CEREMONY = (
    "2月3日上午，松江省科技奖励大会在溪山召开。岚江医院获一等奖2项。\n柏舟教授（左七）代表超声科团队上台领奖\n"
    "自然科学奖一等奖肝癌影像组学机制研究完成人：翟远、孟舒\n"
    "科技进步奖一等奖乳腺癌超声早诊技术的创新与推广完成人：柏舟、章岚\n"
)


def test_works_whose_titles_run_into_the_label_of_their_people(tmp_path: Path) -> None:
    found = read("松江省科技奖励大会召开 岚江医院荣获多项奖励\n2031-02-04 728发布者：祁昊\n" + CEREMONY, tmp_path)
    mechanism, screening = "肝癌影像组学机制研究", "乳腺癌超声早诊技术的创新与推广"
    assert {(work, award) for work, award in of(found, "RECEIVED") if work in (mechanism, screening)} == {
        (mechanism, "松江省自然科学奖"),
        (screening, "松江省科学技术进步奖"),
    }
    assert of(found, "PARTICIPATED_IN") == {
        ("翟远", mechanism),
        ("孟舒", mechanism),
        ("柏舟", screening),
        ("章岚", screening),
    }
