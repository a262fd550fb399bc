"""Whose a technology is by other words than making it, what laboratories and meetings are about: our own sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_document
from ingest.prose import ProseIngester
from kg.model import Fact


def told(text: str, predicate: str, folder: Path) -> set[tuple[str, str]]:
    (folder / "page.txt").write_text(text, "utf-8")
    facts = (one for one in ProseIngester().ingest(read_document(folder / "page.txt"), pipeline()) if isinstance(one, Fact))
    return {(one.subject.name, one.object.name) for one in facts if one.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("该公司的荧光导航系统源自澄江大学祝云帆课题组的研究。", {("祝云帆", "荧光导航系统")}),
        ("这套低场磁共振成像系统出自澄江大学祝云帆教授团队之手。", {("祝云帆", "低场磁共振成像系统")}),
        ("新型光声显微镜脱胎于澄江大学的科研成果。", {("澄江大学", "光声显微成像")}),
        ("样本来自澄江大学附属医院的研究。", set()),
        ("数据来自祝云帆教授团队的研究。", set()),
        (
            "澄江大学祝云帆团队取得了移动式安检系统、焊缝检测技术等多项成果。",
            {("祝云帆", "移动式安检系统"), ("祝云帆", "焊缝检测技术")},
        ),
        ("澄江大学附属医院取得了一等奖、二等奖等多项成果。", set()),
        ("祝云帆教授介绍，团队自主研制的氙气发生装置已稳定运行。", {("祝云帆", "氙气发生装置")}),
        ("祝云帆教授表示，国外公司研发的超声系统价格昂贵。", set()),
        ("这款乳腺断层仪由澄江大学祝云帆教授带领的成像团队研发。", {("祝云帆", "乳腺断层仪")}),
    ],
)
def test_where_technologies_come_from(tmp_path: Path, text: str, works: set[tuple[str, str]]) -> None:
    assert told(text, "WORKS_ON", tmp_path) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("祝云帆教授是我国核医学的奠基人。", {("祝云帆", "核医学")}),
        ("祝云帆教授到会。论坛邀请了澄江省超声医学专业的领军人物祝云帆教授。", {("祝云帆", "超声医学")}),
        ("祝云帆教授获此奖，以表彰其在PET及骨显像方面的贡献。", {("祝云帆", "PET"), ("祝云帆", "骨显像")}),
        ("祝云帆教授是医院PET中心的患者代表。", set()),
        ("澄江大学天工实验室聚焦医学人工智能领域，推动临床转化。", {("澄江大学天工实验室", "医学人工智能")}),
        ("澄江大学脑科学实验室面向患者需求建设CT室。", set()),
        ("祝云帆医师到会。祝云帆医师凭借《乳腺X线摄影技术》的展示，斩获一等奖。", {("祝云帆", "乳腺X线摄影")}),
        ("祝云帆教授讲解了微波消融治疗肝癌的适应证。", {("祝云帆", "微波消融")}),
        ("祝云帆教授介绍了医院PET/CT中心建设的进展。", set()),
    ],
)
def test_who_stands_for_a_technology(tmp_path: Path, text: str, works: set[tuple[str, str]]) -> None:
    found = told(text, "WORKS_ON", tmp_path)
    assert {who for who, _ in found} == {who for who, _ in works}
    assert len(found) == len(works)


def test_what_bodies_are_named_for(tmp_path: Path) -> None:
    page = "澄江大学分子影像学重点实验室隶属澄江大学。澄江大学磁共振成像研究中心神经科学实验室隶属澄江大学。"
    assert told(page, "WORKS_ON", tmp_path) == {("澄江大学分子影像学重点实验室", "分子影像")}


MEETING = "2024年5月6日，2024年澄江影像学术年会在广州市召开。"


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (f"{MEETING}年会设介入超声、心血管超声2个分会场。", {"介入超声", "心血管超声"}),
        (f"{MEETING}光子计数CT、光声成像等前沿技术成为本次年会的焦点话题。", {"光子计数CT", "光声成像"}),
        (f"{MEETING}与会专家围绕弹性成像、超声造影等热点问题展开讨论。", {"弹性成像", "超声造影"}),
        (f"{MEETING}会场位于酒店三层，备有CT展台。", set()),
    ],
)
def test_sessions_of_meetings(tmp_path: Path, text: str, topics: set[str]) -> None:
    found = {topic for _, topic in told(text, "CONCERNS", tmp_path)}
    assert topics <= found
    assert bool(found - {"医学影像"}) == bool(topics)


def test_what_facilities_hold(tmp_path: Path) -> None:
    bank = "澄江包虫病影像数据库由澄江医院建设，已收录CT、磁共振和超声影像9700套。"
    assert {"CT", "磁共振成像"} <= {thing for _, thing in told(bank, "CONCERNS", tmp_path)}


def test_several_houses(tmp_path: Path) -> None:
    page = "甲川县人民医院、乙江市人民医院等9家医院接入云影像平台。丁海市医院等5家医院参加了PET/CT培训。"
    assert told(page, "ADOPTED_BY", tmp_path) == {("云影像", "甲川县人民医院"), ("云影像", "乙江市人民医院")}
