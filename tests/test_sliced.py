"""Texts cut every so many characters: joined where they were cut, left alone where an author ended his lines."""

from __future__ import annotations

import pytest

from ingest.readers.sliced import unsliced

NEWS = (
    "2021年9月，沙州省立医院放射科主任钮怀远教授团队在科室会上宣布，医院引进的3.0T磁共振设备累计完成心脏检查13500例，"
    "平均检查时间由62分钟缩短到28分钟，报告一致率达到97.25%，两项成果先后在European Radiology发表。\n"
    "团队成员还有郜其琛副主任医师、佘敏技师，他们负责扫描方案和质量控制，每月与六家县医院会诊一次，已经坚持了四年之久。"
)


def sliced(text: str, length: int) -> str:
    return "\n".join(line[at : at + length] for line in text.split("\n") for at in range(0, len(line), length))


@pytest.mark.parametrize("length", [20, 27, 33, 40, 52])
def test_cut_anywhere_is_whole_again(length: int) -> None:
    assert unsliced(sliced(NEWS, length)) == NEWS


def test_lines_wrapped_by_words_are_left_to_the_paragraphs() -> None:
    text = "本中心的CT设备，\n每年完成Cardiac CT检查约3200例，阳性率为\n41.5%，患者来自全省各地，其中基层医院转来的\n占到六成。"
    assert unsliced(text) == text


def test_names_one_a_line_stay_apart() -> None:
    text = "\n".join(["江陵大学附属第一医院放射医学科", "河阳大学附属第三医院超声医学科", "沙州大学附属第二医院心脏内科学"] * 2)
    assert unsliced(text) == text


def test_rows_of_one_length_stay_apart() -> None:
    row = "{} 医学影像设备质量控制研究 沙州省立医院 2021{} 30"
    text = "\n".join(row.format(n, n) for n in range(1, 8))
    assert unsliced(text) == text


def test_a_sentence_that_ends_with_the_line_is_not_joined_to_an_item() -> None:
    text = (
        "本次会议选举产生了新的委员会，名单按任职排列如下。\n"
        "一、主任委员由沙州省立医院钮怀远担任，任期四年时间\n"
        "，连选可以连任，不得超过两届。"
    )
    assert unsliced(text).split("\n")[0] == text.split("\n")[0]


def test_items_of_one_length_stay_apart() -> None:
    text = "\n".join(
        f"{n}.{name}（沙州省立医院，主管技师；参与病例收集，对创新点2有贡献）"
        for n, name in enumerate(("钮怀远", "郜其琛", "佘敏秋"), 1)
    )
    assert unsliced(text) == text


def test_a_signature_at_the_right_is_no_measure_of_the_lines() -> None:
    words = "本项目针对急性脑卒中救治中影像评估耗时长、基层判读能力弱的难题，创建了一站式扫描方案，"
    words += "有效剂量由8.2mSv降至3.1mSv，并在沙州等143家医院应用，曾获得2020年度的奖励"
    signed = f"{sliced(words, 24)}。\n{' ' * 40}沙州省立医院科研处\n{' ' * 44}2023年10月16日"
    assert unsliced(signed).split("\n")[0] == words + "。"


TABLE = (
    "序号\t论文名称\t刊名\t年,卷(期)及页码\t全部作者\t通讯作者\n"
    "1\tMR elastography of thyroid nodules in 2021\tEuropean Radiology\t2021, 31 (3): 1204-1211\t钮怀远、郜其琛\t郜其琛\n"
    "2\t超声弹性成像评估甲状腺结节良恶性的多中心研究\t中华超声影像学杂志\t2020, 29(2): 12-18\t佘敏秋、柳一、窦佳毅\t佘敏秋\n"
    "3\tDeep learning of perfusion maps\tRadiology\t2022, 12: 1-9\t祝云帆、缑新野、凌霜\t凌霜\n"
)


@pytest.mark.parametrize("length", [23, 27, 33, 40])
def test_rows_with_tabs_that_were_cut_too(length: int) -> None:
    assert unsliced(sliced(NEWS + "\n" + TABLE, length)) == (NEWS + "\n" + TABLE).rstrip("\n")


def test_rows_longer_than_the_lines_were_not_cut() -> None:
    text = sliced(NEWS, 40) + "\n" + TABLE
    assert unsliced(text) == NEWS + "\n" + TABLE
