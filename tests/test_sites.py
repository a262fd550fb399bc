"""Web pages as sites make them: articles that scripts uncover, tables of other elements, lists of others, damaged bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.html import HtmlReader

ARTICLE = (
    "<h1>我校获批磁共振成像重点项目</h1><p>近日，东湖大学钟离岳教授团队获批重点项目，直接经费298万元，执行期五年。</p>"
    "<p>项目将研制面向肺部疾病的气体成像方法，并在十二家医院验证。</p>"
)
READ = [
    "我校获批磁共振成像重点项目",
    "近日，东湖大学钟离岳教授团队获批重点项目，直接经费298万元，执行期五年。",
    "项目将研制面向肺部疾病的气体成像方法，并在十二家医院验证。",
]
PEOPLE = (("序号", "姓名", "单位"), ("1", "钟离岳", "东湖大学"), ("2", "苗晓舟", "松原大学"), ("3", "闵怀舟", "江汉大学"))


def lines(folder: Path, body: str | bytes) -> list[str]:
    data = body if isinstance(body, bytes) else f"<html><body>{body}</body></html>".encode()
    (folder / "page.html").write_bytes(data)
    return HtmlReader().read(folder / "page.html").text.split("\n")


def test_an_article_that_a_script_uncovers_is_read(tmp_path: Path) -> None:
    """As public accounts publish: the article unseen until a script has run, and what surrounds it in plain sight."""
    inner = "".join(
        f"<section><section><p><span>{text[:6]}</span><span>{text[6:]}</span></p></section></section>" for text in READ
    )
    around = (
        "<div><p>微信扫一扫<br>关注该公众号</p></div><div>预览时标签不可点</div><p>赞赏作者</p><p>阅读原文</p>"
        '<script>var json = {"content": "<p>不读的正文</p>"};</script><script type="application/json">{"p": "不读"}</script>'
    )
    page = f'<div id="js_content" style="visibility: hidden; opacity: 0;">{inner}</div>{around}'
    assert lines(tmp_path, page) == READ


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="visibility:hidden"><p>您的浏览器过旧。</p></div>',
        '<p style="DISPLAY : NONE">暗</p>',
        "<noscript>请启用脚本</noscript><textarea>稿</textarea><select><option>友情链接</select>",
    ],
)
def test_what_nobody_sees_is_not_read(hidden: str, tmp_path: Path) -> None:
    assert lines(tmp_path, ARTICLE + hidden) == READ


@pytest.mark.parametrize(
    ("table", "row", "cell"),
    [
        ("<div class=table>{}</div>", "<div class=tr>{}</div>", "<div class=td>{}</div>"),
        ("<div role=table><div role=rowgroup>{}</div></div>", "<div role=row>{}</div>", "<div role=cell>{}</div>"),
        ("<div>{}</div>", "<div style='display:table-row'>{}</div>", "<span style='display: table-cell'>{}</span>"),
        ("<ul class=list>{}</ul>", "<li>{}</li>", "<span>{}</span>"),
    ],
    ids=["class", "role", "style", "likeness"],
)
def test_a_table_of_other_elements_is_a_table(table: str, row: str, cell: str, tmp_path: Path) -> None:
    rows = "".join(row.format("".join(cell.format(value) for value in person)) for person in PEOPLE)
    assert lines(tmp_path, ARTICLE + table.format(rows)) == READ + ["\t".join(person) for person in PEOPLE]


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li><span>会议通知</span><span>2023-01-01</span><li><span>讲座通知</span><span>2023-02-01</span></ul>",
        "<div>" + f"<div>{'<p>项目将研制成像方法，并在医院验证。</p>' * 3}</div>" * 3 + "</div>",
        "<div><p><b>一</b><i>二</i>三<u>四</u></p><p><b>五</b><i>六</i>七<u>八</u></p><p><b>九</b><i>十</i>甲<u>乙</u></p></div>",
    ],
    ids=["dated list", "paragraphs", "emphasis"],
)
def test_likeness_alone_makes_no_table(body: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<html><body>{ARTICLE}{body}</body></html>", "utf-8")
    assert HtmlReader().read(tmp_path / "page.html").tables == ()


OTHERS = "<ul><li><a>松原大学获批重大项目</a><li><a>江汉大学召开会议</a><li><a>第三届影像大会通知</a></ul>"


@pytest.mark.parametrize("title", ["<h3>相关新闻</h3>", "<p>推荐阅读：</p>", "<h2>热门文章</h2>"])
def test_links_to_other_articles_are_left_out(title: str, tmp_path: Path) -> None:
    assert lines(tmp_path, f"{ARTICLE}<div>{title}{OTHERS}</div>")[:3] == READ
    assert "江汉大学" not in "".join(lines(tmp_path, f"{ARTICLE}<div>{title}{OTHERS}</div>"))


def test_links_below_a_heading_of_the_article_stay(tmp_path: Path) -> None:
    assert lines(tmp_path, f"{ARTICLE}<h3>获批单位</h3>{OTHERS}")[4:] == [
        "松原大学获批重大项目",
        "江汉大学召开会议",
        "第三届影像大会通知",
    ]


@pytest.mark.parametrize(
    ("coding", "declared"), [("utf-8", "gb2312"), ("gb18030", "utf-8"), ("utf-8", "utf-8"), ("gb18030", "gbk")]
)
@pytest.mark.parametrize("damage", [b"", b"\xff\xff"], ids=["whole", "damaged"])
def test_the_coding_may_be_misdeclared_and_a_few_bytes_damaged(
    damage: bytes, coding: str, declared: str, tmp_path: Path
) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>{ARTICLE}<p>END</p></body></html>'.encode(coding)
    assert lines(tmp_path, page.replace(b"END", damage + b"END")) == [*READ, "END"]
