"""Names that hold words of the sentence around them are refused, and the ledger tells which words."""

from __future__ import annotations

import pytest

from ingest.misread import misread
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions
from kg.model import Fact
from tests.table_facts import document_of


@pytest.mark.parametrize(
    ("label", "name", "words"),
    [
        ("Technology", "该云影像平台", "该"),
        ("Technology", "数字化CT召开成果鉴定会", "召开"),
        ("Technology", "3.0", "3.0"),
        ("Technology", "样机", "样机"),
        ("Achievement", "磁共振探针的", "的"),
        ("Organization", "西陵医院版权所有", "版权所有"),
        ("Organization", "西陵大学（2/3）", "（2/3）"),
        ("Organization", "4西陵大学", "4"),
        ("Technology", "一批诊断设备", "一批"),
        ("Technology", "揭牌暨双源CT", "揭牌"),
        ("Technology", "创新诊疗设备", "创新诊疗设备"),
        ("Technology", "溪山401331)光声成像", "401331"),
        ("Technology", "对比增强能谱摄影", None),
        ("Technology", "大型放疗设备", None),
        ("Technology", "对比传统CT", "对比"),
        ("Technology", "对比剂增强超声", None),
        ("Technology", "部分脾动脉栓塞", None),
        ("Technology", "经颅交流电刺激", None),
        ("Facility", "本溪市影像诊断中心", None),
        ("Facility", "新一代人工智能影像平台", None),
        ("Conference", "在线影像教学论坛第3次", None),
        ("Organization", "溪山影像协会理事长单位联盟", None),
        ("Facility", "赴溪山大学研究中心", "赴"),
        ("Facility", "西陵光源和岚江跨尺度成像设施", "光源和岚江跨尺度成像设施"),
        ("Facility", "西陵光源", None),
        ("Facility", "01溪山重离子医学中心", "01"),
        ("Conference", "高峰论坛第3次", "高峰论坛第"),
        ("Conference", "溪山影像高峰论坛第3次", None),
        ("ConferenceSeries", "溪山影像协会2031年年会", "2031年"),
        ("Award", "现代影像之父", "之父"),
        ("Award", "溪山设计金奖", None),
        ("Organization", "今年恰逢医院", "今年"),
        ("Organization", "西陵医学会常务理事和影像学会", "常务理事"),
        ("Organization", "西陵医学会影像学分会西陵医学会", "西陵医学会影像学分会西陵医学"),
        ("Organization", "裘宁(西陵大学", "(西陵大学"),
        ("Organization", "西陵大学附属(口腔)医院", None),
        ("Technology", "3.0T磁共振", None),
        ("Technology", "使用者行为监测系统", None),
        ("Organization", "302医院", None),
        ("Organization", "西陵大学（筹）", None),
        ("Person", "该云", None),
    ],
)
def test_words_of_the_sentence(label: str, name: str, words: str | None) -> None:
    assert misread(label, name) == words


def test_the_ledger_tells_why() -> None:
    text = "刘大厚团队研发的数字PET突破了传统技术，取得了进展。"
    kept, rejected, _ = read_assertions(document_of(text), pipeline())
    assert not [one for one in kept if isinstance(one, Fact) and "突破了" in one.object.name]
    assert [one.reason for one in rejected if "突破了" in one.reason] == [
        '"突破了" in "数字PET突破了传统技术" is of the sentence and of no name'
    ]
