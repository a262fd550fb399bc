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
