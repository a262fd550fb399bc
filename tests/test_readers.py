"""Readers: the same document in four formats is the same text, spans hold, and what cannot be read says so in one line."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.base import Reader
from ingest.layout import heal
from ingest.readers.celled import with_rows
from ingest.readers.html import HtmlReader
from ingest.readers.markup import strip_tags
from ingest.readers.packed import unpacks_within
from ingest.readers.pdf import PdfReader
from ingest.readers.text import TextReader
from ingest.readers.word import WordReader
from kg.errors import ReadError
from kg.model import Cell, Document, Span, Table
from tests import specimen
from tests.conftest import unavailable

READERS: dict[str, Callable[[], Reader]] = {".txt": TextReader, ".html": HtmlReader, ".docx": WordReader, ".pdf": PdfReader}


def read(path: Path) -> Document:
    document = READERS[path.suffix]().read(path)
    assert_whole(document)
    return document


def read_text(folder: Path, text: str | bytes, *, suffix: str = ".txt") -> Document:
    path = folder / f"file{suffix}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def assert_whole(document: Document) -> None:
    """Every word of the text is in one passage, passages follow each other, cells lie in their table and end no line."""
    covered = [document.text[p.span.start : p.span.end] for p in document.passages]
    assert "".join("".join(covered).split()) == "".join(document.text.split())
    assert [p.index for p in document.passages] == list(range(len(covered)))
    assert all(text == text.strip() for text in covered)
    for table in document.tables:
        assert all(table.span.start <= cell.span.start <= cell.span.end <= table.span.end for cell in table.cells)


def passages(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, heal(document.text, p.span).text) for p in document.passages]


def words(document: Document) -> list[str]:
    """The passages without any blank: what is left when each format's own spacing is taken away."""
    return ["".join(text.split()) for _, text in passages(document)]


def rows(document: Document, table: Table) -> list[list[str]]:
    count = 1 + max(cell.row for cell in table.cells)
    return [[quote(document, cell) for cell in table.cells if cell.row == row] for row in range(count)]


def quote(document: Document, cell: Cell) -> str:
    return document.text[cell.span.start : cell.span.end]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("specimen")
    (place / "specimen.txt").write_text(specimen.as_text(), encoding="utf-8")
    (place / "wrapped.txt").write_text(specimen.as_text(width=64).replace("\n", "\n\n"), encoding="utf-8")
    (place / "specimen.html").write_text(specimen.as_html(), encoding="utf-8")
    specimen.as_docx(place / "specimen.docx")
    if specimen.CHROMIUM:
        specimen.as_pdf(place / "specimen.pdf")
    return place


@pytest.mark.parametrize("name", ["specimen.txt", "specimen.html", "specimen.docx", "specimen.pdf"])
def test_four_formats_say_the_same(folder: Path, name: str) -> None:
    if not (folder / name).exists():
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")
    document = read(folder / name)
    expected = [text for _, text in specimen.BLOCKS] + ["".join(row) for row in (*specimen.PEOPLE, specimen.NOTE)]
    assert words(document) == ["".join(text.split()) for text in expected]
    assert document.title == specimen.BLOCKS[0][1]
    kinds = [kind for kind, _ in passages(document)]
    assert kinds == ["heading", "paragraph", "heading", "paragraph", "heading", "item", "item", "heading"] + ["row"] * 4
    assert [list(row) for row in specimen.PEOPLE] == rows(document, document.tables[0])[:3]
    assert [cell for cell in rows(document, document.tables[0])[3] if cell] == list(specimen.NOTE)
    assert document.passages[6].headings[-1] == "二、创新内容"


def test_a_line_of_a_table_has_a_tab_before_each_column(folder: Path) -> None:
    lines = read(folder / "specimen.html").text.split("\n")
    assert lines[-4:] == ["\t".join(row) for row in (*specimen.PEOPLE, specimen.NOTE)]


def test_hard_wrapped_lines_become_paragraphs_again(folder: Path) -> None:
    document = read(folder / "wrapped.txt")
    assert words(document)[:8] == ["".join(text.split()) for _, text in specimen.BLOCKS]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_codings(tmp_path: Path, coding: str) -> None:
    text = "项目名称：肺气体成像\r\n完成人：钟离岳、䶮明\r\n"
    assert read_text(tmp_path, text.encode(coding)).text == "项目名称：肺气体成像\n完成人：钟离岳、䶮明"


def test_a_page_is_read_in_the_coding_it_declares(tmp_path: Path) -> None:
    page = '<html><head><meta charset="gb2312"></head><body><p>东湖市医学会</p></body></html>'
    assert read_text(tmp_path, page.encode("gb18030"), suffix=".html").text == "东湖市医学会"


def test_stray_tags_in_text_go_and_blocks_part_lines(tmp_path: Path) -> None:
    document = read_text(tmp_path, "<b>项目名称</b>\t肺成像\t\t\n<b>简介</b>\t<p>第一段，P<0.05。</p> <p>第二段。</p>\t\n")
    assert document.text.split("\n") == ["项目名称\t肺成像", "简介", "第一段，P<0.05。", "第二段。"]


def test_markdown_headings_and_bars(tmp_path: Path) -> None:
    document = read_text(tmp_path, "# 总题\n\n## 名单\n\n| 姓名 | 单位 |\n| --- | --- |\n| 苗晓舟 | 东湖市中心医院 |\n")
    assert [text for _, text in passages(document)] == ["总题", "名单", "姓名 单位", "苗晓舟 东湖市中心医院"]
    assert document.passages[2].headings == ("总题", "名单")
    assert rows(document, document.tables[0])[1] == ["苗晓舟", "东湖市中心医院"]


def test_a_row_cut_by_a_page_is_made_whole(tmp_path: Path) -> None:
    document = read_text(tmp_path, "序号\t论文\t刊名\n1\tEarly lung\t东湖医\n\n\timaging\t学杂志\n2\tNext\tJournal\n")
    assert rows(document, document.tables[0])[1] == ["1", "Early lung imaging", "东湖医学杂志"]
    assert len(document.tables) == 1


ROWS = "1\t气体成像\t柯望舒\n2\t探针\t阮怀瑾\n"


def test_a_heading_between_rows_stands_across_their_table(tmp_path: Path) -> None:
    document = read_text(tmp_path, f"序号\t题目\t负责人\n医学科学部\n{ROWS}信息科学部\n{ROWS}")
    (table,) = document.tables
    assert [quote(document, cell) for cell in table.cells if cell.colspan == 3] == ["医学科学部", "信息科学部"]
    assert rows(document, table)[5] == ["1", "气体成像", "柯望舒"]


@pytest.mark.parametrize(
    "between",
    ["表 2 探针\n", "以上为气体成像。\n", "\n医学科学部\n\n", "医学科学部\n序号\t题目\t负责人\n", "医学科学部\n序号\t题目\n"],
)
def test_what_else_stands_between_rows_parts_their_tables(between: str, tmp_path: Path) -> None:
    assert len(read_text(tmp_path, f"序号\t题目\t负责人\n{ROWS}{between}{ROWS}").tables) == 2


def test_cells_that_a_converter_wrote_on_lines(tmp_path: Path) -> None:
    people = "\n\n".join(f"\t{i}\n\t某{i}\n\t主任医师\n\t第{i}奖（第一完成人）\n第二奖（第二完成人）" for i in range(1, 4))
    document = read_text(tmp_path, f"\t排名\n\t姓名\n\t职称\n\t曾获奖\n\n{people}\n\n说明文字。\n")
    assert document.text.split("\n")[1] == "1\t某1\t主任医师\t第1奖（第一完成人） 第二奖（第二完成人）"
    assert [kind for kind, _ in passages(document)] == ["row"] * 4 + ["paragraph"]


def test_a_form_cell_of_many_paragraphs_stays_many_lines(tmp_path: Path) -> None:
    long = "正文" * 25
    page = f"<table><tr><td>名称<td>肺成像<tr><td>项目简介<td><p>一、概况</p><p>{long}。</p><p>二、结果</p><p>好。</p></table>"
    document = read_text(tmp_path, page, suffix=".html")
    assert document.text.split("\n") == ["名称\t肺成像", "项目简介", "一、概况", f"{long}。", "二、结果", "好。"]
    assert document.passages[3].headings == ("项目简介", "一、概况")
    assert quote(document, document.tables[0].cells[3]).startswith("一、概况")


def test_merged_cells_stand_once_and_keep_their_columns(tmp_path: Path) -> None:
    page = '<table><tr><th rowspan="2">门类<th colspan="2">学会<tr><td>甲学会<td>影像分会<tr><td><td>乙学会<td>超声分会</table>'
    document = read_text(tmp_path, page, suffix=".html")
    assert document.text.split("\n") == ["门类\t学会", "\t甲学会\t影像分会", "\t乙学会\t超声分会"]
    first = document.tables[0].cells[0]
    assert (first.rowspan, document.tables[0].cells[1].colspan) == (2, 2)


def test_rows_without_words_lie_in_their_table_and_a_table_without_is_none(tmp_path: Path) -> None:
    blank = "<tr><td><td>"
    document = read_text(
        tmp_path, f"<p>名单</p><table>{blank}<tr><td>甲<td>乙{blank}</table><table>{blank}</table>", suffix=".html"
    )
    assert document.text == "名单\n甲\t乙"
    assert [len(table.cells) for table in document.tables] == [6]


def test_what_a_page_hides_or_navigates_with_is_left_out(tmp_path: Path) -> None:
    page = (
        "<title>公示 - 某网</title><nav>首页</nav><script>x()</script><h1>公示</h1><p>正\n文&nbsp;一</p>"
        '<div style="display: none">暗</div><ol start="3"><li>三<li>四</ol>'
    )
    document = read_text(tmp_path, f"<html><body>{page}</body></html>", suffix=".html")
    assert document.text.split("\n") == ["公示", "正文 一", "3. 三", "4. 四"]
    assert document.title == "公示"


def test_word_numbers_count_by_level_and_restart_below_a_new_one(tmp_path: Path) -> None:
    document = docx.Document()
    specimen.define_list(document, 91, ("chineseCounting", "第%1章"), ("decimal", "%2）"), ("decimalEnclosedCircle", "%3"))
    for text, depth in (("总论", 0), ("甲，完。", 1), ("乙，完。", 1), ("丙，完。", 2), ("分论", 0), ("丁，完。", 1)):
        specimen.numbered(document.add_paragraph(text), 91, depth=depth)
    document.add_paragraph("戊，完。", style="List Bullet")
    document.save(str(tmp_path / "list.docx"))
    lines = ["第一章 总论", "1）甲，完。", "2）乙，完。", "①丙，完。", "第二章 分论", "1）丁，完。", "戊，完。"]
    assert read(tmp_path / "list.docx").text.split("\n") == lines


TWO_COLUMNS = """<html><head><meta charset=utf-8><style>@page{size:A4;margin:18mm;@top-center{content:"影像学报 第 7 卷"}}
body{font:10.5pt/1.6 serif;text-align:justify}.c{column-count:2;column-gap:8mm}p{margin:0;text-indent:2em}
table{border-collapse:collapse;width:100%%;border-top:1px solid;border-bottom:1px solid}th{border-bottom:1px solid}
td,th{padding:3pt 4pt;text-align:left;vertical-align:middle;font-weight:normal}</style></head><body>
<h1 style="text-align:center">肺气体成像的进展</h1><p>%s</p><div class=c>%s</div><p>表 1 历次研讨会</p>
<table><tr><th>会次<th>主题<th>主席</tr>%s</table><p>尾声到此为止。</p></body></html>"""


@pytest.fixture(scope="session")
def two_columns(tmp_path_factory: pytest.TempPathFactory) -> Document:
    if not specimen.CHROMIUM:
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")
    path = tmp_path_factory.mktemp("columns") / "columns.pdf"
    sentence = "第{}句说明气体在肺里如何扩散，以及 MRI 怎样看见它。"
    full = "".join(sentence.format(i) for i in range(6))
    columns = "".join(f"<p>{''.join(sentence.format(10 * p + i) for i in range(10))}</p>" for p in range(1, 9))
    theme = "超极化气体磁共振成像在慢性阻塞性肺疾病早期诊断中的关键科学问题与展望"
    table = "".join(f"<tr><td>{i}<td>{theme}{i}<td>钟离岳、苗晓舟</tr>" for i in range(1, 5))
    specimen.print_page(TWO_COLUMNS % (full, columns, table), path)
    return read(path)


def test_columns_are_read_one_after_the_other(two_columns: Document) -> None:
    numbers = [text for kind, text in passages(two_columns) if kind == "paragraph" and text.startswith("第")]
    assert [text.split("句")[0] for text in numbers] == ["第0", *(f"第{10 * p}" for p in range(1, 9))]
    assert all(text.count("句") in {6, 10} and text.endswith("看见它。") for text in numbers)


def test_a_table_with_level_rules_has_rows_of_several_lines(two_columns: Document) -> None:
    (table,) = two_columns.tables
    found = rows(two_columns, table)
    assert found[0] == ["会次", "主题", "主席"]
    assert [row[0] for row in found[1:]] == ["1", "2", "3", "4"]
    assert all(row[1].startswith("超极化") and row[1].endswith(f"展望{row[0]}") for row in found[1:])
    assert {row[2] for row in found[1:]} == {"钟离岳、苗晓舟"}
    assert table.caption is not None
    assert two_columns.text[table.caption.start : table.caption.end] == "表 1 历次研讨会"


def test_running_heads_go_and_pages_are_known(two_columns: Document) -> None:
    assert "第 7 卷" not in two_columns.text
    assert {p.page for p in two_columns.passages} >= {1}


PAGE = ("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
EMPTY_PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
LOCK = "<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + "ab" * 32 + "> /U <" + "cd" * 32 + "> >>"
WHOLE_PDF = specimen.minimal_pdf(*PAGE, EMPTY_PAGE)
LOCKED_PDF = specimen.minimal_pdf(*PAGE, EMPTY_PAGE, LOCK, trailer="/Encrypt 4 0 R /ID [<00><00>]")
PACKED = zlib.compress(b" " * (201 << 20), 9)
BOMB = WHOLE_PDF.replace(
    b"xref\n",
    b"4 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\nxref\n" % (len(PACKED), PACKED),
    1,
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n", "empty"),
        ("a.txt", bytes(range(128, 256)) * 4, "not text"),
        ("a.txt", b"\x00\x01\x02\x03" * 9, "not text"),
        ("a.txt", b"%PDF-1.4 x", "it is a PDF"),
        ("a.txt", "肺氣體成像關鍵技術之應用與推廣".encode("big5"), "not text"),
        ("a.xlsx", b"PK", "its suffix is '.xlsx'"),
        ("a", b"text", "no suffix"),
        ("a.html", b"<html><body><script>x</script></body></html>", "holds no text"),
        ("a.docx", b"PK\x03\x04 broken", "not a Word document"),
        ("a.docx", OLE + b"\0" * 99, "old Word file"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.pdf", b"junk" * 9, "not a PDF"),
        ("a.pdf", WHOLE_PDF[:-20], "breaks off"),
        ("a.pdf", b"%PDF-1.4\n%%EOF", "damaged"),
        ("a.pdf", WHOLE_PDF, "scan"),
        ("a.pdf", LOCKED_PDF, "password"),
        ("a.pdf", BOMB, "unpacked it is larger than 200 MB"),
    ],
)
def test_what_cannot_be_read_says_where_what_and_what_to_do(tmp_path: Path, name: str, data: bytes, found: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        READERS.get(path.suffix, TextReader)().read(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert found in message
    assert "; " in message
    assert "\n" not in message


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    for name in ("none.txt", "folder.txt"):
        with pytest.raises(ReadError, match=name):
            TextReader().read(tmp_path / name)


@given(st.text(st.sampled_from("肺像。，：（1）一、\t\n |#<b></b>表 ab12"), max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_text_holds_its_spans_hold(tmp_path: Path, text: str) -> None:
    try:
        document = read_text(tmp_path, text)
    except ReadError:
        assert not strip_tags(text).replace("|", "").replace("#", "").strip("- \t\n")
        return
    assert document.text


TAGS = "<p>|</p>|<td>|<tr>|<table>|</table>|<li>|<ol>|<br>|<b>|<h2>|<script>|<td rowspan=2>|&nbsp;"
MARKUP = st.sampled_from([*TAGS.split("|"), "肺", "像。", "a", "1", " "])


@given(st.lists(MARKUP, max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_page_holds_its_spans_hold(tmp_path: Path, parts: list[str]) -> None:
    try:
        document = read_text(tmp_path, "".join(parts), suffix=".html")
    except ReadError:
        return
    assert document.text


@given(st.sampled_from(["specimen.docx", "specimen.html", "specimen.txt", "specimen.pdf"]), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused(folder: Path, tmp_path: Path, name: str, data: st.DataObject) -> None:
    """A stretch of the file overwritten, and perhaps the rest of it gone: a document or a ReadError, nothing else."""
    whole = folder / name if (folder / name).exists() else folder / "specimen.docx"
    damaged = bytearray(whole.read_bytes())
    start = data.draw(st.integers(0, len(damaged) - 1))
    damaged[start : start + 40] = data.draw(st.binary(max_size=40))
    path = tmp_path / whole.name
    path.write_bytes(damaged[: data.draw(st.sampled_from([len(damaged), start + 40]))])
    with contextlib.suppress(ReadError):
        assert read(path).text


@pytest.mark.parametrize("reader", list(READERS.values()))
def test_readers_say_who_they_are(reader: Callable[[], Reader]) -> None:
    made = reader()
    assert made.name
    assert made.version
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in made.suffixes)


def test_a_title_of_two_lines_is_whole(tmp_path: Path) -> None:
    text = (
        "“心脑血管影像装备”重点专项2022年度项目申\n报指南\n\n"
        "为落实有关部署安排，国家重点研发计划启动实施“心\n脑血管影像装备”重点专项，围绕整机与核心部件两个\n"
        "方向安排任务。根据专项实施方案，现发布本年度指南\n，请各推荐单位认真组织申报。\n"
    )
    document = read_text(tmp_path, text)
    assert document.title == "“心脑血管影像装备”重点专项2022年度项目申报指南"
    assert [p.kind for p in document.passages] == ["heading", "paragraph"]
    assert document.passages[0].headings == (document.title,)


def test_a_first_line_as_wide_as_the_text_is_no_title(tmp_path: Path) -> None:
    text = (
        "松原影像科技有限公司研制了五通道乳腺专用断层扫描\n成像系统。该系统已在二十家医院使用，并获得省科技进\n步奖二等奖。\n"
    )
    document = read_text(tmp_path, text)
    assert passages(document) == [("paragraph", text.replace("\n", ""))]


def test_lines_of_a_list_stay_apart(tmp_path: Path) -> None:
    text = (
        "第三届影像分会青年委员候选人推荐名单与工作单位\n松原医科大学第一附属医院放射科阮怀瑾副主任医师\n"
        "东溪大学附属仁德医院核医学科柯望舒副主任技师\n"
    )
    assert [text for _, text in passages(read_text(tmp_path, text))] == text.split()


def test_text_recognition_parts_every_character(tmp_path: Path) -> None:
    text = "主要完成人情况表\n柯望舒，松原医科大学附属医院教授。\n该项目获2019年度省科技进步奖二等奖。\n"
    spaced = "\n".join(" ".join(line) for line in text.split("\n"))
    assert words(read_text(tmp_path, spaced)) == words(read_text(tmp_path, text))
    assert "该项目获" in read_text(tmp_path, spaced).text


def test_padded_names_keep_their_spaces(tmp_path: Path) -> None:
    text = "出席人员名单如下所列共计六人\n柯 望 阮 怀 傅 宁\n均为影像医学领域的教授或主任医师并长期从事心血管成像研究\n"
    assert "柯 望 阮 怀 傅 宁" in read_text(tmp_path, text).text


def test_a_line_that_text_recognition_parted(tmp_path: Path) -> None:
    plain = "项目于2016年在松原医科大学启动，由柯望舒教授主持。"
    spaced = "阮 怀 瑾 于 2016 年 在 松 原 医 科 大 学 完 成 CT 引 导 的 穿 刺 研 究 。"
    document = read_text(tmp_path, f"{plain}\n\n{spaced}\n\n{plain}\n\n{plain}\n")
    assert document.text.split("\n")[1] == "阮怀瑾于2016年在松原医科大学完成CT引导的穿刺研究。"


def test_wide_digits_and_letters_are_plain_ones_and_marks_stay(tmp_path: Path) -> None:
    assert read_text(tmp_path, "２０１６年（ＣＴ）９８．５％，１／２：好。").text == "2016年（CT）98.5%，1/2：好。"


@pytest.mark.parametrize("hyphen", ["\u00ad", "\u2010", "-"])
def test_a_word_broken_at_a_line_s_end_is_whole(hyphen: str, tmp_path: Path) -> None:
    document = read_text(tmp_path, f"Quantitative suscep{hyphen}\ntibility of lungs.\n")
    assert heal(document.text, Span(start=0, end=len(document.text))).text == "Quantitative susceptibility of lungs."


def test_a_soft_hyphen_within_a_line_goes(tmp_path: Path) -> None:
    assert read_text(tmp_path, "electro\u00adencephalography").text == "electroencephalography"


def test_a_print_that_text_recognition_parted(tmp_path: Path) -> None:
    if not specimen.CHROMIUM:
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")
    lines = (
        "该项目获省科技进步奖二等奖。",
        "已在十二家医院应用。",
        "柯望舒，松原医科大学附属医院教授，长期从事心血管成像研究。",
    )
    body = "".join(f"<p>{' '.join(line)}</p>" for line in lines)
    specimen.print_page(f"<html><head><meta charset=utf-8></head><body>{body}</body></html>", tmp_path / "page.pdf")
    assert read(tmp_path / "page.pdf").text.split("\n") == list(lines)


def test_pictures_of_a_page_may_be_large() -> None:
    packed = zlib.compress(bytes(5000))
    drawn = b"1 0 obj\n<< /Subtype /Image /Filter /FlateDecode >>\nstream\n" + packed
    assert unpacks_within(drawn, 4999)
    assert not unpacks_within(drawn.replace(b"/Subtype /Image ", b""), 4999)
    assert unpacks_within(drawn.replace(b"/Subtype /Image ", b""), 5000)


def test_streams_too_short_to_hold_much_are_not_unpacked() -> None:
    short = b"1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + zlib.compress(bytes(5000)) + b"\nendstream"
    assert not unpacks_within(short, 4999)
    assert unpacks_within(short, 200 << 20)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "栏目：科研 | 通知\n\n2021年度江北省自然科学基金影像类资助项目一览\n\n一、重点项目\n\n张舟 江北大学",
            "2021年度江北省自然科学基金影像类资助项目一览",
        ),
        (
            "学报 2020年 第3期\n\n我国光声成像仪器的研制与进展\n\n1 引言\n\n光声成像发展很快，应用很广。",
            "我国光声成像仪器的研制与进展",
        ),
        ("江北省卫生健康委员会文件\n\n关于公布影像质控中心名单的通知\n\n各医院：", "关于公布影像质控中心名单的通知"),
        ("1 引言\n\n光声成像发展很快，应用很广。", "1 引言"),
    ],
)
def test_a_numbered_heading_or_an_annex_is_no_title(tmp_path: Path, lines: str, title: str) -> None:
    assert read_text(tmp_path, lines).title == title


def test_a_heading_of_a_page_that_a_break_cuts_is_one(tmp_path: Path) -> None:
    page = "<html><body><h1>关于“智慧影像”<br>重点专项立项的公示</h1><p>第一行<br>第二行。</p></body></html>"
    found = passages(read_text(tmp_path, page, suffix=".html"))
    assert [text for _, text in found] == ["关于“智慧影像”重点专项立项的公示", "第一行", "第二行。"]


def test_rows_of_staff_whose_cells_stand_on_lines() -> None:
    rows = "姓名\n职称\n专业特长\n裘宁\n主任医师、教授\n心脏磁共振，\n负荷灌注\n邬 简\n副主任医师\n肺部CT\n（排名不分先后）"
    assert with_rows(rows).split("\n")[:3] == [
        "姓名\t职称\t专业特长",
        "裘宁\t主任医师、教授\t心脏磁共振，负荷灌注",
        "邬 简\t副主任医师\t肺部CT",
    ]
    # another table below is one of its own
    again = with_rows(f"{rows}\n护理\n{rows}").split("\n")
    assert again.count("邬 简\t副主任医师\t肺部CT") == 2
    # a row that misses a cell, and two columns alone, are left as they are
    for lost in (
        "姓名\n性别\n职称\n研究方向\n裘宁\n男\n教授\nCT\n邬简\n副教授\n超声\n乔安\n女\n讲师\nMR",
        "姓名\n职称\n裘宁\n教授\n邬简\n讲师",
    ):
        assert with_rows(lost) == lost
