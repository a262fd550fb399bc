"""Tables of teams with what they work on, and of guidelines with those who wrote them, however the text holds the cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact

CLOUD, RIVER = "松江大学", "松江医科大学第二附属医院"
TEAMS = [
    ["序号", "依托单位", "带头人", "主要方向", "起始年"],
    ["1", CLOUD, "裘宁远", "低场磁共振成像仪研制", "2031"],
    ["2", RIVER, "公冶棠\n柏舟", "胎盘弥散加权成像", "2028"],
    ["3", RIVER, "冉竹", "溪山文化与健康传播", "2030"],
]
LED = {
    ("裘宁远", "AFFILIATED_WITH", CLOUD),
    ("公冶棠", "AFFILIATED_WITH", RIVER),
    ("柏舟", "AFFILIATED_WITH", RIVER),
    ("冉竹", "AFFILIATED_WITH", RIVER),
}
DONE = {
    ("裘宁远", "WORKS_ON", "低场磁共振成像仪"),
    (CLOUD, "WORKS_ON", "低场磁共振成像仪"),
    ("公冶棠", "WORKS_ON", "胎盘弥散加权成像"),
    ("柏舟", "WORKS_ON", "胎盘弥散加权成像"),
    (RIVER, "WORKS_ON", "胎盘弥散加权成像"),
}
GUIDES = [
    ["年份", "名称", "发布机构", "执笔人"],
    ["2029", "胎儿磁共振检查中国专家共识", "松江影像联盟", "公冶棠"],
    ["2031", "儿童心脏磁共振扫描与报告专家\n共识", "松江医学会儿科影像分会", "裘宁远、柏舟"],
    ["2032", "床旁磁共振安全操作指南", "松江影像联盟", "冉竹"],
]
WRITTEN = {
    ("公冶棠", "AUTHORED", "胎儿磁共振检查中国专家共识"),
    ("裘宁远", "AUTHORED", "儿童心脏磁共振扫描与报告专家共识"),
    ("柏舟", "AUTHORED", "儿童心脏磁共振扫描与报告专家共识"),
    ("冉竹", "AUTHORED", "床旁磁共振安全操作指南"),
    ("胎儿磁共振检查中国专家共识", "ISSUED_BY", "松江影像联盟"),
    ("儿童心脏磁共振扫描与报告专家共识", "ISSUED_BY", "松江医学会儿科影像分会"),
    ("床旁磁共振安全操作指南", "ISSUED_BY", "松江影像联盟"),
}
DEVICES = [
    ["装机单位", "机型", "厂家或研制单位", "装机年份"],
    [RIVER, "NeoWave-7", "溪山微磁科技有限公司", "2030"],
    ["溪山市中心医院", "小鹿035样机", CLOUD, "2031"],
    ["溪山市儿童医院", "NeoWave-7", "溪山微磁科技有限公司", "（预计2033）"],
]


def told(path: Path, text: str) -> list[Fact]:
    path.write_text(text, "utf-8")
    document = read_document(path)
    if not ListingIngester().accepts(document):
        return []
    return [one for one in ListingIngester().ingest(document, pipeline()) if isinstance(one, Fact)]


def edges(found: list[Fact]) -> set[tuple[str, str, str]]:
    return {(one.subject.name, one.predicate, one.object.name) for one in found if one.predicate not in ("CONCERNS", "TARGETS")}


def a_cell_a_line(rows: list[list[str]]) -> str:
    return "".join(f"{cell}\n" for row in rows for cell in row)


def of_tabs(rows: list[list[str]]) -> str:
    return "".join("\t".join(cell.replace("\n", " ") for cell in row) + "\n" for row in rows)


def of_html(rows: list[list[str]]) -> str:
    written = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><body><table>{written}</table></body></html>".replace("\n", "<br>")


@pytest.mark.parametrize(("rows", "facts"), [(TEAMS, LED | DONE), (GUIDES, WRITTEN)], ids=["teams", "guidelines"])
@pytest.mark.parametrize("written", [a_cell_a_line, of_tabs, of_html])
def test_a_row_tells_of_a_team_or_a_guideline(
    rows: list[list[str]], facts: set[tuple[str, str, str]], written: object, tmp_path: Path
) -> None:
    assert callable(written)
    name = "list.html" if written is of_html else "list.txt"
    text = written(rows)
    assert edges(told(tmp_path / name, text if written is of_html else f"表3-1  一览\n{text}资料来源：各单位自报。\n")) == facts


def test_a_table_that_a_page_ends_in_goes_on(tmp_path: Path) -> None:
    head, *rows = TEAMS
    text = a_cell_a_line([head, *rows[:2]]) + "— 17 —\n表3-1（续）\n" + a_cell_a_line([head, *rows[2:]])
    assert edges(told(tmp_path / "list.txt", f"表3-1  主要团队\n{text}")) == LED | DONE


@pytest.mark.parametrize(
    ("head", "caption"),
    [
        (["序号", "单位", "团队负责人", "研究方向"], "主要团队"),
        (["编号", "所在单位", "学科带头人", "特色技术"], "溪山市影像学科一览"),
        (["序号", "依托单位", "团队首席", "研究领域"], "表2 团队"),
    ],
)
def test_heads_in_other_words(head: list[str], caption: str, tmp_path: Path) -> None:
    rows = [[*row[:4]] for row in TEAMS[1:]]
    assert edges(told(tmp_path / "list.txt", f"{caption}\n{of_tabs([head, *rows])}")) == LED | DONE


@pytest.mark.parametrize(
    ("caption", "head"),
    [
        ("团队申报一览", TEAMS[0]),
        ("招生团队", TEAMS[0]),
        ("资助团队", ["序号", "依托单位", "带头人", "主要方向", "经费(万元)"]),
        ("学员名单", ["序号", "单位", "姓名", "研究方向", "起始年"]),
    ],
)
def test_other_tables_tell_of_no_team(caption: str, head: list[str], tmp_path: Path) -> None:
    found = edges(told(tmp_path / "list.txt", f"{caption}\n{of_tabs([head, *TEAMS[1:]])}"))
    assert not {one for one in found if one[1] == "WORKS_ON"}


def test_guidelines_yet_to_be_written_and_lists_of_other_works_have_no_writers(tmp_path: Path) -> None:
    assert not told(tmp_path / "list.txt", f"表4 拟立项的指南\n{of_tabs(GUIDES)}")
    papers = [GUIDES[0], *([row[0], "胎儿脑发育的影像研究", *row[2:]] for row in GUIDES[1:])]
    assert not told(tmp_path / "list.txt", f"表4 文件\n{of_tabs(papers)}")


@pytest.mark.parametrize("written", [a_cell_a_line, of_tabs])
def test_who_has_which_device_since_when_and_who_makes_it(written: object, tmp_path: Path) -> None:
    assert callable(written)
    found = told(tmp_path / "list.txt", f"表5  专用磁共振装机情况\n{written(DEVICES)}")
    assert {(*edge, one.qualifiers.get("year")) for one in found for edge in edges([one])} == {
        ("NeoWave-7", "ADOPTED_BY", RIVER, 2030),
        ("小鹿035样机", "ADOPTED_BY", "溪山市中心医院", 2031),
        ("溪山微磁科技有限公司", "WORKS_ON", "NeoWave-7", None),
        (CLOUD, "WORKS_ON", "小鹿035样机", None),
    }


def _stated(text: str, folder: Path) -> set[tuple[str, str, str]]:
    file = folder / "table.txt"
    file.write_text(text, "utf-8")
    document = read_document(file)
    found = ListingIngester().ingest(document, pipeline()) if ListingIngester().accepts(document) else ()
    return {(one.subject.name, one.predicate, one.object.name) for one in found if isinstance(one, Fact)}


def test_who_leads_a_department_where_something_is_done(tmp_path: Path) -> None:
    text = (
        "表2 开展双光子显微成像检查的医院\n医院\t科室\t学科带头人\t开展时间\n"
        f"{RIVER}\t皮肤科\t裘宁远\t2031年6月\n溪山市中心医院\t眼科\t冉竹\t2032年\n"
    )
    assert _stated(text, tmp_path) == {
        ("裘宁远", "AFFILIATED_WITH", RIVER),
        ("冉竹", "AFFILIATED_WITH", "溪山市中心医院"),
        ("双光子显微成像", "ADOPTED_BY", RIVER),
        ("双光子显微成像", "ADOPTED_BY", "溪山市中心医院"),
    }


def test_a_list_of_those_to_be_asked_has_no_crews(tmp_path: Path) -> None:
    text = f"表2 拟申报专科一览\n医院\t科室\t学科带头人\n{RIVER}\t皮肤科\t裘宁远\n溪山市中心医院\t眼科\t冉竹\n申报单位请填写\n"
    assert not {one for one in _stated(text, tmp_path) if one[1] == "ADOPTED_BY"}


def test_techniques_below_their_class(tmp_path: Path) -> None:
    text = "表1 分类\n大类\t技术\t分辨率\n相干成像\t散斑血流成像\t10 μm\n"
    text += "相干成像\t光学相干断层成像\t5 μm\n其他\t双光子显微成像\t1 μm\n"
    kinds = {one for one in _stated(text, tmp_path) if one[1] == "BROADER"}
    assert kinds == {("散斑血流成像", "BROADER", "相干成像"), ("OCT", "BROADER", "相干成像")}


def test_firms_by_their_short_names_and_the_authority_that_a_head_names(tmp_path: Path) -> None:
    text = (
        "表5 已上市软件\n企业\t产品\tFDA批准年份\n溪山智影科技\t骨折CT辅助检测软件\t2031\n松微医疗\t结节CT辅助检测软件\t2032\n"
        "合计\t骨密度CT测量软件\t2033\n"
    )
    authority = "美国食品药品监督管理局"
    kept = {one for one in _stated(text, tmp_path) if one[1] != "TARGETS"}
    assert kept == {
        ("溪山智影科技", "WORKS_ON", "骨折CT辅助检测软件"),
        ("松微医疗", "WORKS_ON", "结节CT辅助检测软件"),
        ("骨折CT辅助检测软件", "APPROVED_BY", authority),
        ("结节CT辅助检测软件", "APPROVED_BY", authority),
        ("骨密度CT测量软件", "APPROVED_BY", authority),
    }


def test_teams_of_a_field_by_their_heads(tmp_path: Path) -> None:
    text = (
        "表2 国内研究团队\n团队 单位 代表性成果 年份\n裘宁远 松江大学 直径2.5 mm光声内镜探头 2031\n"
        "冉竹 溪山理工大学 国内首次开展心脏磁共振检查 2032\n"
    )
    assert _stated(text, tmp_path) == {
        ("裘宁远", "AFFILIATED_WITH", "松江大学"),
        ("裘宁远", "WORKS_ON", "光声内镜探头"),
        ("冉竹", "AFFILIATED_WITH", "溪山理工大学"),
        ("冉竹", "WORKS_ON", "心脏磁共振检查"),
    }


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("技术\t研究团队\t所在单位", ("超声弹性成像\t裘宁远团队\t松江大学", "心脏磁共振\t冉竹团队\t溪山理工大学")),
        ("机构\t代表人物\t主攻技术", ("松江大学\t裘宁远教授\t超声弹性成像", "溪山理工大学\t冉竹\t心脏磁共振")),
        (
            "课题组\t依托单位\t研究内容\t文献",
            ("裘宁远课题组\t松江大学\t超声弹性成像\t[8]", "冉竹课题组\t溪山理工大学\t心脏磁共振\t[9]"),
        ),
    ],
)
def test_teams_by_other_heads(head: str, rows: tuple[str, str], tmp_path: Path) -> None:
    found = _stated("表4 国内研究团队\n" + "\n".join((head, *rows)) + "\n", tmp_path)
    assert {one for one in found if one[0] in ("裘宁远", "冉竹")} == {
        ("裘宁远", "AFFILIATED_WITH", "松江大学"),
        ("裘宁远", "WORKS_ON", "超声弹性成像"),
        ("冉竹", "AFFILIATED_WITH", "溪山理工大学"),
        ("冉竹", "WORKS_ON", "CMR"),
    }


@pytest.mark.parametrize("head", ["年份\t医院\t引进技术", "年份\t首家开展医院\t技术名称"])
def test_techniques_that_houses_took_up(head: str, tmp_path: Path) -> None:
    text = f"表5 大事记\n{head}\n" + f"2030\t{RIVER}\t超声弹性成像\n2031\t溪山市中心医院\t能谱CT\n"
    assert {one for one in _stated(text, tmp_path) if one[1] == "ADOPTED_BY"} == {
        ("超声弹性成像", "ADOPTED_BY", RIVER),
        ("能谱CT", "ADOPTED_BY", "溪山市中心医院"),
    }


@pytest.mark.parametrize("head", ["指南\t通信作者\t发布学会", "文件\t主要撰写人\t组织单位", "共识\t牵头专家\t年份"])
def test_who_wrote_guidelines_by_other_heads(head: str, tmp_path: Path) -> None:
    rows = "超声弹性成像专家共识\t裘宁远\t松江省医学会\n能谱CT检查技术指南\t冉竹\t松江省医学会\n"
    assert {one for one in _stated(f"表7 指南与共识\n{head}\n{rows}", tmp_path) if one[1] == "AUTHORED"} == {
        ("裘宁远", "AUTHORED", "超声弹性成像专家共识"),
        ("冉竹", "AUTHORED", "能谱CT检查技术指南"),
    }
