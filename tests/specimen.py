"""One document of our own in four formats, and small files that no reader should accept."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

__all__ = [
    "BLOCKS",
    "CHROMIUM",
    "PEOPLE",
    "as_docx",
    "as_html",
    "as_pdf",
    "as_text",
    "define_list",
    "minimal_pdf",
    "numbered",
    "print_page",
    "wrapped",
]

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)

_TOKEN = re.compile(r"[\w.%+\-/]+[，。；：、！？）》”,.;:)]*| +|.[，。；：、！？）》”,.;:)]*", re.ASCII)

BLOCKS = (
    ("h1", "肺气体成像关键技术申报材料"),
    ("p", "推荐单位：东湖市医学会"),
    ("h2", "一、项目简介"),
    (
        "p",
        "肺部疾病早期常无症状，常规检查难以看清气体在肺泡中的去向。本项目以超极化氙气（129Xe）为造影剂，配合 3D GRE 序列，"
        "在一次屏气内完成通气与扩散两种成像，使微小病灶也能被看见。",
    ),
    ("h2", "二、创新内容"),
    ("p", "（1）提出变采样率的压缩感知重建方法，扫描时间由 23.5 s 缩短至 9.8 s。"),
    ("p", "（2）建成覆盖东湖市 12 家医院的协作网，累计检查 1860 例。"),
    ("h2", "三、主要完成人"),
)
PEOPLE = (
    ("姓名", "排名", "工作单位", "职称"),
    ("钟离岳", "1", "东湖大学附属第二医院", "教授,主任医师"),
    ("苗晓舟", "2", "东湖市中心医院", "副研究员"),
)
NOTE = ("对本项目的贡献", "负责总体设计，对创新 1、2 均有贡献。")


def as_html() -> str:
    """The specimen as a page: its table ruled, the note's cell merged over three columns."""
    body = "".join(f"<{tag}>{text}</{tag}>\n" for tag, text in BLOCKS)
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in PEOPLE)
    note = f'<tr><td>{NOTE[0]}</td><td colspan="3">{NOTE[1]}</td></tr>'
    style = (
        "@page{size:A4;margin:25mm}body{font:11pt/1.7 serif}p{text-indent:2em;text-align:justify;margin:0}"
        "table{border-collapse:collapse;width:100%}td{border:1px solid;padding:2pt}"
    )
    head = f'<head><meta charset="utf-8"><title>{BLOCKS[0][1]}</title><style>{style}</style></head>'
    return f"<!DOCTYPE html><html>{head}<body>\n{body}<table>{rows}{note}</table></body></html>"


def as_text(*, width: int = 0) -> str:
    """The specimen as text, paragraphs set in by two blanks and wrapped at so many columns where a width is given."""
    lines: list[str] = []
    for tag, text in BLOCKS:
        words = f"    {text}" if tag == "p" else text
        lines.extend(wrapped(words, width) if width else [words])
    return "\n".join([*lines, *("\t".join(row) for row in (*PEOPLE, NOTE))]) + "\n"


def as_docx(path: Path) -> None:
    """The specimen as a Word document whose second-level headings Word itself numbers."""
    document = docx.Document()
    define_list(document, 77, ("chineseCounting", "%1、"))
    define_list(document, 78, ("decimal", "（%1）"))
    for tag, text in BLOCKS:
        if tag == "h1":
            document.add_heading(text, 0)
        elif tag == "h2":
            numbered(document.add_heading(text[2:], 1), 77)
        elif text.startswith("（"):
            numbered(document.add_paragraph(text[3:]), 78)
        else:
            document.add_paragraph(text)
    table = document.add_table(rows=4, cols=4)
    for i, row in enumerate(PEOPLE):
        for j, cell in enumerate(row):
            table.cell(i, j).text = cell
    table.cell(3, 0).text = NOTE[0]
    table.cell(3, 1).merge(table.cell(3, 3)).text = NOTE[1]
    document.save(str(path))


def as_pdf(path: Path) -> None:
    """The specimen as Chromium prints it."""
    print_page(as_html(), path)


def print_page(html: str, path: Path) -> None:
    """Print a page to PDF with Chromium."""
    assert CHROMIUM, "no Chromium on this machine"
    page = path.with_suffix(".print.html")
    page.write_text(html, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={path}"]
    subprocess.run([CHROMIUM, *options, page.as_uri()], check=True, capture_output=True, timeout=120)
    page.unlink()


def numbered(paragraph: Paragraph, number: int, *, depth: int = 0) -> None:
    """Put the paragraph into a list of Word's."""
    mark = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(mark))


def minimal_pdf(*objects: str, trailer: str = "") -> bytes:
    """A PDF of these objects (numbered from 1; the first is the catalogue) with a right cross-reference table."""
    data, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{i} 0 obj\n{body}\nendobj\n".encode()
    start = len(data)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return data + f"trailer\n<< /Root 1 0 R /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many columns, as a typesetter parts them: no word cut, no closing mark at a line's beginning."""
    lines, room = [""], width
    for token in _TOKEN.findall(text):
        columns = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in token)
        if columns > room and lines[-1]:
            lines.append("")
            room = width
        lines[-1] += token if lines[-1] or len(lines) == 1 else token.lstrip(" ")
        room -= columns
    return lines


def define_list(document: docx.document.Document, number: int, *levels: tuple[str, str]) -> None:
    """A list of Word's by its number: the format and the text ("%1.%2") of each level."""
    root = document.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{body}</w:abstractNum>'))
    use = f'<w:abstractNumId w:val="{number}"/>'
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{use}</w:num>'))
