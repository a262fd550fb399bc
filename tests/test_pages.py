"""Web pages as sites serve them: the article stays whole, what stands around it goes; codings, packing, layout by tables."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from ingest.readers.html import HtmlReader
from kg.errors import ReadError
from kg.model import Document

HOSPITAL = """<html><head><title>我院葛若水主任团队获奖-云溪市第一医院</title>
<style>.a{}</style></head><body class="has-sidebar">
<div class="top_bar"><a href="/">网站首页</a> | <a href="/a">医院概况</a> |
<a href="/b">新闻动态</a> | <a href="/c">联系我们</a></div>
<div class="mainNav"><ul><li><a>专家介绍</a></li><li><a>科室导航</a></li></ul></div>
<div class="content-sidebar-wrap"><div class="left">
<ul><li><a>机构设置</a></li><li><a>规章制度</a></li><li><a>教学动态</a></li></ul></div>
<div class="right"><div class="position">您现在的位置：<a>首页</a>&gt;<a>新闻</a>&gt;正文</div>
<div class="title">我院葛若水主任团队获奖</div>
<div class="info">发布日期：2024-03-05 　 来源：宣传科 　 <a>【打印】</a></div>
<div class="TRS_Editor"><font face="宋体">&nbsp;&nbsp;&nbsp;&nbsp;近日，葛若水主任团队获云溪省科技进步奖二等奖。
<br><br>　　该项目由云溪市第一医院牵头。</font></div>
<div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div>
<p><a>【关闭窗口】</a></p>
<div>上一篇：<a>门诊改造通知</a></div><div>下一篇：<a>没有了</a></div></div></div>
<div class="friendlink">友情链接：<a>云溪市卫健委</a></div>
<div class="bottom">版权所有：云溪市第一医院 云ICP备0000号<br>地址：云溪市某路1号</div>
<script>var a="<p>脚本</p>"</script></body></html>"""

BLOG = """<!DOCTYPE html><html><body><header class="site-header"><a>影像之友</a><nav><ul><li>栏目</li></ul></nav></header>
<main><article class="post"><header class="entry-header"><h1>光声成像实验室</h1><p>作者：闵怀舟</p></header>
<div class="entry-content"><p>实验室由闵怀舟教授领导。</p><ul><li>研制光声探头</li></ul></div>
<footer class="entry-footer">光声实验室供稿</footer></article>
<div id="comments">游客：好！</div></main><aside class="sidebar"><h2>最新文章</h2><a>他文</a></aside>
<footer id="colophon">Proudly powered</footer></body></html>"""

GOVERNMENT = """<html><body><table width=1000><tr><td width=200><a>网站首页</a><br><a>政务公开</a><br><a>办事指南</a></td><td>
<h2>拟奖项目公示</h2><table class=MsoNormalTable border=1><tr><td><p class=MsoNormal><span>序号</span><o:p></o:p></p></td>
<td><p>项目名称</p></td><td><p>完成单位</p></td></tr><tr><td><p>1</p></td><td><p>肺部低场<br>磁共振</p></td>
<td><p>云溪大学</p><p>云溪市第一医院</p></td></tr></table><p>公示期五天。</p></td></tr></table></body></html>"""


def page(folder: Path, data: str | bytes) -> Document:
    path = folder / "page.html"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return HtmlReader().read(path)


def test_a_hospitals_page(tmp_path: Path) -> None:
    document = page(tmp_path, HOSPITAL)
    assert document.text.split("\n") == [
        "我院葛若水主任团队获奖",
        "发布日期：2024-03-05 来源：宣传科 【打印】",
        "近日，葛若水主任团队获云溪省科技进步奖二等奖。",
        "该项目由云溪市第一医院牵头。",
        "地址：云溪市某路1号",
    ]


def test_a_blogs_page_keeps_what_its_article_calls_header_and_footer(tmp_path: Path) -> None:
    lines = page(tmp_path, BLOG).text.split("\n")
    assert lines == ["光声成像实验室", "作者：闵怀舟", "实验室由闵怀舟教授领导。", "研制光声探头", "光声实验室供稿"]


def test_a_page_laid_out_by_a_table_keeps_the_table_in_it(tmp_path: Path) -> None:
    document = page(tmp_path, GOVERNMENT)
    expected = ["拟奖项目公示", "序号\t项目名称\t完成单位", "1\t肺部低场 磁共振\t云溪大学 云溪市第一医院", "公示期五天。"]
    assert document.text.split("\n") == expected
    assert len(document.tables) == 1


INNER = "<table><tr><td>姓名<td>单位<tr><td>闵怀舟<td>云溪大学</table>"


def test_a_table_behind_a_label_stands_below_it(tmp_path: Path) -> None:
    rows = f"<tr><td>名称<td>光声成像<tr><td>完成人<td>{INNER}<tr><td>年度<td>2024"
    document = page(tmp_path, f"<table>{rows}</table>")
    assert document.text.split("\n") == ["名称\t光声成像", "完成人", "姓名\t单位", "闵怀舟\t云溪大学", "年度\t2024"]
    assert len(document.tables) == 3


def test_a_table_in_one_of_many_cells_stays_there(tmp_path: Path) -> None:
    rows = f"<tr><td>序号<td>名称<td>完成人<tr><td>1<td>光声成像<td>{INNER}<tr><td>2<td>低场磁共振<td>苗晓舟"
    document = page(tmp_path, f"<table>{rows}</table>")
    assert document.text.split("\n")[1] == "1\t光声成像\t姓名 单位 闵怀舟 云溪大学"


@pytest.mark.parametrize(
    "words",
    [
        "首页设计大赛由云溪大学主办。",
        "上一届主任委员闵怀舟出席。",
        "分享会上闵怀舟教授介绍了光声成像。",
        "大会由云溪市医学会主办。",
        "下一步，实验室将开展临床试验。",
    ],
)
def test_sentences_that_open_like_a_sites_words_stay(words: str, tmp_path: Path) -> None:
    assert page(tmp_path, f"<div class=content><p>{words}</p></div>").text == words


def test_links_to_people_are_no_menu(tmp_path: Path) -> None:
    people = "".join(f"<li><a>{name} 主任医师</a></li>" for name in ("闵怀舟", "葛若水", "岑文远"))
    assert page(tmp_path, f"<h2>专家团队</h2><ul>{people}</ul>").text.count("主任医师") == 3


@pytest.mark.parametrize(
    "declared", ["", '<meta charset="gb2312">', '<meta http-equiv="Content-Type" content="text/html; charset=GBK">']
)
def test_codings_declared_or_not(declared: str, tmp_path: Path) -> None:
    data = f"<html><head>{declared}</head><body><p>云溪大学闵怀舟教授研制光声成像探头</p></body></html>".encode("gb18030")
    assert page(tmp_path, data).text == "云溪大学闵怀舟教授研制光声成像探头"
    assert page(tmp_path, gzip.compress(data)).text == "云溪大学闵怀舟教授研制光声成像探头"


def test_what_is_packed_too_tight_or_breaks_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="larger than 200 MB"):
        page(tmp_path, gzip.compress(b" " * (201 << 20), 9))
    with pytest.raises(ReadError, match="breaks off"):
        page(tmp_path, gzip.compress(HOSPITAL.encode())[:200])
    with pytest.raises(ReadError, match="damaged"):
        page(tmp_path, b"\x1f\x8b\x08" + b"?" * 99)
