"""What looks like an article in a nomination form is the form's, and a person's house ends before what the person did."""

from __future__ import annotations

from pathlib import Path

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

FORM = """松江省科学技术进步奖提名书
项目名称：肝脏超声精准诊疗关键技术
提名单位：松江省卫生健康委员会
推荐意见（限600字）
该项目建立了肝脏超声诊疗体系，提名为松江省科学技术进步奖一等奖。
主要完成人情况
完成人1：裘宁远
职称：主任医师，工作单位：岚江大学附属医院
该完成人负责项目总体设计与组织实施，对创新点1做出了贡献。
完成人2：冉竹
职称：副教授，工作单位：岚江医科大学
对“三、主要科技创新”所列第1项创新做出了贡献。
主要完成单位：岚江大学附属医院、岚江医科大学
代表性论文
论文名称：肝脏超声造影的方法研究
刊名：溪山影像学杂志
年卷页码：2031年7卷11-15页
通讯作者：祝云帆
"""


def test_a_form_is_no_article_and_a_house_ends_where_deeds_begin(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text(FORM, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    facts = [one for one in kept if isinstance(one, Fact)]
    works = {one.object.name for one in facts if one.predicate == "AUTHORED"}
    assert not {work for work in works if "推荐意见" in work or "年卷页码" in work}
    housed = {(one.subject.name, one.object.name) for one in facts if one.predicate == "AFFILIATED_WITH"}
    assert housed == {("裘宁远", "岚江大学附属医院"), ("冉竹", "岚江医科大学")}
    assert ("裘宁远", "肝脏超声精准诊疗关键技术") in {(one.subject.name, one.object.name) for one in facts}
