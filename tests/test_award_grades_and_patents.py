"""A grade below its label, and patents among references."""

from __future__ import annotations

from pathlib import Path

from ingest.award.papers import reference
from ingest.layout import View
from tests.test_award_layouts import read, told


def test_a_grade_below_its_label_heads_no_group(tmp_path: Path) -> None:
    form = "提名等级\n一等奖\n项目名称\n肺结节能谱成像研究\n提名单位\n湖南省医学会\n主要完成人\n谷雨生、司马晴\n"
    assert told(read(tmp_path, form), "NOMINATED") == {("湖南省医学会", "肺结节能谱成像研究")}


def view(text: str) -> View:
    return View(text, tuple(range(len(text))))


def test_a_patent_among_references_is_no_paper() -> None:
    assert reference(view("谷雨生, 于菲. 一种骨密度分割方法: 中国, ZL201810123456.7[P]. 2020-05-11."), 1) is None
    assert reference(view("谷雨生, 于菲. 骨密度定量分割方法的研究[J]. 放射学实践, 2020, 35(5): 11-16."), 1) is not None
