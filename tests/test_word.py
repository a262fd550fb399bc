"""What Word files hold beside plain paragraphs: tracked changes, hidden words, notes, readings above words, tabs."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.readers.word import WordReader
from ingest.tables import sheets
from kg.model import Document
from tests import specimen

W = nsdecls("w")
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def run(text: str, *, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str, properties: str = "") -> str:
    return f"<w:p {W}><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>"


def row(*cells: str, change: str = "") -> str:
    return f"<w:tr><w:trPr>{change}</w:trPr>{''.join(f'<w:tc><w:p>{run(cell)}</w:p></w:tc>' for cell in cells)}</w:tr>"


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind}s {W}><w:{kind} w:id="{number}"><w:p>{run(text)}</w:p></w:{kind}></w:{kind}s>'


def read(folder: Path, *elements: str, notes: dict[str, str] | None = None) -> Document:
    document = docx.Document()
    for element in elements:
        document.element.body.insert(len(document.element.body) - 1, parse_xml(element))
    for kind, xml in (notes or {}).items():
        name = PackURI(f"/word/{kind}s.xml")
        part = Part(name, NOTES.format(f"{kind}s"), xml.encode(), document.part.package)
        document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S"))
    document.save(str(folder / "file.docx"))
    return WordReader().read(folder / "file.docx")


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>副</w:delText></w:r></w:del>'
    put_in = f'<w:ins w:id="2" w:author="a">{run("主任")}</w:ins>'
    rows = (
        row("姓名", "单位"),
        row("阮怀瑾", "东溪大学", change='<w:del w:id="3" w:author="a"/>'),
        row("傅宁川", "松原医科大学", change='<w:ins w:id="4" w:author="a"/>'),
    )
    document = read(
        tmp_path,
        paragraph(run("柯望舒"), gone, put_in, run("医师到会。")),
        f"<w:tbl {W}><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>",
    )
    assert lines(document) == ["柯望舒主任医师到会。", "姓名\t单位", "傅宁川\t松原医科大学"]


def test_a_deleted_paragraph_mark_parts_nothing(tmp_path: Path) -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    document = read(
        tmp_path,
        paragraph(run("松原医科大学"), properties=gone),
        paragraph(run("附属医院"), properties=gone),
        paragraph(run("牵头承担该项目。")),
    )
    assert lines(document) == ["松原医科大学附属医院牵头承担该项目。"]


def test_hidden_words_and_readings_above_words_are_left_out(tmp_path: Path) -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('jin')}</w:rt><w:rubyBase>{run('瑾')}</w:rubyBase></w:ruby></w:r>"
    document = read(
        tmp_path,
        paragraph(
            run("阮怀"), ruby, run("任会长", properties="<w:vanish/>"), run("任主席。", properties='<w:vanish w:val="0"/>')
        ),
    )
    assert lines(document) == ["阮怀瑾任主席。"]


def test_a_footnote_follows_its_paragraph_and_an_endnote_the_whole(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        paragraph(run("阮怀瑾"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run("主持会议。")),
        paragraph(run("会议共三天"), '<w:r><w:endnoteReference w:id="5"/></w:r>', run("。")),
        paragraph(run("会后参观了实验室。")),
        notes={"footnote": note("footnote", 2, "东溪大学教授。"), "endnote": note("endnote", 5, "据会议简报。")},
    )
    assert lines(document) == ["阮怀瑾主持会议。", "东溪大学教授。", "会议共三天。", "会后参观了实验室。", "据会议简报。"]


def test_tabs_between_words_make_columns(tmp_path: Path) -> None:
    cells = [
        ("项目名称", "负责人", "依托单位"),
        ("颅内血流成像方法", "柯望舒", "松原医科大学"),
        ("低剂量重建", "阮怀瑾", "东溪大学"),
    ]
    document = read(
        tmp_path, *(paragraph("<w:r>" + "<w:tab/>".join(f"<w:t>{cell}</w:t>" for cell in one) + "</w:r>") for one in cells)
    )
    (sheet,) = sheets(document)
    assert [(one.text("lead"), one.text("host")) for one in sheet.rows] == [("柯望舒", "松原医科大学"), ("阮怀瑾", "东溪大学")]


def test_soft_hyphens_and_tabs_to_a_margin(tmp_path: Path) -> None:
    document = read(
        tmp_path, paragraph("<w:r><w:t>影</w:t><w:softHyphen/><w:t>像</w:t><w:ptab w:alignment='right'/><w:t>3</w:t></w:r>")
    )
    assert lines(document) == ["影像\t3"]


M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
BOX = "<w:r><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></w:r>"


def table(*rows: str) -> str:
    return f"<w:tbl {W}>{''.join(rows)}</w:tbl>"


def test_a_formula_s_words_are_words(tmp_path: Path) -> None:
    formula = f"<m:oMath {M}><m:r><m:t>10</m:t></m:r><m:r><m:t>cm</m:t></m:r></m:oMath>"
    assert lines(read(tmp_path, paragraph(run("病灶为"), formula, run("。")))) == ["病灶为10cm。"]


def test_a_text_box_in_a_cell_belongs_to_it(tmp_path: Path) -> None:
    box = BOX.format(f"<w:p>{run('框中之字')}</w:p>")
    cell = f"<w:tr><w:tc><w:p>{run('标题')}</w:p></w:tc><w:tc><w:p>{run('格中之字')}{box}</w:p></w:tc></w:tr>"
    assert lines(read(tmp_path, table(cell))) == ["标题\t格中之字 框中之字"]


def test_a_table_in_a_text_box_is_one(tmp_path: Path) -> None:
    box = BOX.format(table(row("姓名", "单位"), row("阮怀瑾", "东溪大学")))
    document = read(tmp_path, paragraph(run("名单。"), box))
    assert lines(document) == ["名单。", "姓名\t单位", "阮怀瑾\t东溪大学"]
    assert len(document.tables) == 1


def test_a_table_behind_a_label_stands_below_it(tmp_path: Path) -> None:
    inner = table(row("序号", "题目", "刊名"), row("1", "气体成像", "影像学报"))
    cell = f"<w:tr><w:tc><w:p>{run('代表性论文')}</w:p></w:tc><w:tc>{inner}<w:p/></w:tc></w:tr>"
    document = read(tmp_path, table(row("姓名", "阮怀瑾"), cell, row("年度", "2024")))
    assert lines(document) == ["姓名\t阮怀瑾", "代表性论文", "序号\t题目\t刊名", "1\t气体成像\t影像学报", "年度\t2024"]
    assert document.passages[2].headings == ("代表性论文",)


def test_a_table_in_one_of_many_cells_stays_there(tmp_path: Path) -> None:
    inner = table(row("甲", "乙"), row("丙", "丁"))
    cells = "".join(
        f"<w:tc>{inside}</w:tc>" for inside in (f"<w:p>{run('1')}</w:p>", f"<w:p>{run('名')}</w:p>", f"{inner}<w:p/>")
    )
    assert lines(read(tmp_path, table(f"<w:tr>{cells}</w:tr>"))) == ["1\t名\t甲 乙 丙 丁"]


def test_a_number_that_word_writes_into_an_empty_cell_is_there(tmp_path: Path) -> None:
    document = docx.Document()
    specimen.define_list(document, 91, ("decimal", "%1"))
    made = document.add_table(3, 2)
    for i, name in enumerate(("阮怀瑾", "柯望舒", "闵怀舟")):
        specimen.numbered(made.cell(i, 0).paragraphs[0], 91)
        made.cell(i, 1).text = name
    document.save(str(tmp_path / "file.docx"))
    assert lines(WordReader().read(tmp_path / "file.docx")) == ["1\t阮怀瑾", "2\t柯望舒", "3\t闵怀舟"]
