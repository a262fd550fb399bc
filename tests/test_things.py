"""What a clause opens with that no lexicon has, told by the grammar of its name, and figures in the wording of news."""

from __future__ import annotations

import pytest

from ingest.layout import View
from ingest.mentions import mentions
from ingest.nlp import pipeline
from ingest.prose.blocks import Sentence
from ingest.prose.reading import Scene
from ingest.prose.things import things
from tests.test_measures import figures, stated


def named(text: str) -> list[tuple[str, str]]:
    """The things that the clauses of a sentence open with."""
    view = View(text, tuple(range(len(text))))
    scene = Scene(Sentence(view=view, paragraph=0), mentions(view, pipeline()))
    return [(one.ref.label, one.ref.name) for one in things(scene)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the head noun and what is said of it bound the name
        ("膝关节半月板撕裂识别软件在五家医院试用。", [("Technology", "膝关节半月板撕裂识别软件")]),
        ("岚江医学影像云平台已接入机构90家。", [("Facility", "岚江医学影像云平台")]),
        ("云岭胸痛影像数据库由两家单位共建。", [("Facility", "云岭胸痛影像数据库")]),
        # praise, counts and who made it are no part of it
        ("这款经颅光声成像仪重约8公斤。", [("Technology", "经颅光声成像仪")]),
        ("全国首台移动式乳腺CT落户岚江医院。", [("Technology", "移动式乳腺CT")]),
        ("西陵大学团队研发的磁粒子成像仪灵敏度高。", [("Technology", "磁粒子成像仪")]),
        ("由云岭研究所承建的活体成像装置日前启用。", [("Facility", "活体成像装置")]),
        # what the lexicon has with a general word behind it is what the lexicon has
        ("升级后的4D Flow序列扫描时间更短。", [("Technology", "4D Flow")]),
        # a name in quotation marks
        ("“岚瞳”眼底筛查系统已进驻社区。", [("Technology", "岚瞳眼底筛查系统")]),
    ],
)
def test_things_that_no_lexicon_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "医学影像设备在基层发展迅速。",
        "智能诊断系统已成为趋势。",
        "江苏省大型医用设备配置数增加。",
        "患者接受的成像系统由医师操作。",
        "胸部CT平均报告时间缩短。",
        "平台建设取得进展，设备采购完成。",
        "推进影像云平台建设是今年的任务。",
        "“诊疗装备与材料”重点专项2023年度指南发布。",
    ],
)
def test_what_names_no_one_thing(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of the device that the clause opens with, or that a house or maker is named before
        (
            "双平板乳腺断层仪空间分辨率达到85微米，单侧扫描耗时9秒。",
            {("双平板乳腺断层仪", 85, "微米"), ("双平板乳腺断层仪", 9, "秒")},
        ),
        ("岚江医疗的移动式头部CT已在全国40家医院装机。", {("移动式头部CT", 40, "家")}),
        ("西陵公司研制的手持超声探头频率为12兆赫。", {("便携式超声", 12, "兆赫")}),
        ("岚江医院磁共振预约等候时间从8天缩短到3天。", {("岚江医院", 3, "天")}),
        # of the facility
        (
            "云岭脑影像数据库库容40万例，现有样本6.5万份。",
            {("云岭脑影像数据库", 40, "万例"), ("云岭脑影像数据库", 6.5, "万份")},
        ),
        (
            "云岭分子成像装置项目总投资3.1亿元，建设周期为30个月。",
            {("云岭分子成像装置", 3.1, "亿元"), ("云岭分子成像装置", 30, "个月")},
        ),
        # of the park, of the device that 该 means
        ("岚江高新区聚集影像企业70余家。", {("岚江高新区", 70, "家")}),
        ("岚江国际影像产业园签约项目45个。", {("岚江国际影像产业园", 45, "个")}),
        ("岚江大学生物医学工程系现有教授21人。", {("岚江大学生物医学工程系", 21, "人")}),
        ("西陵公司研制的移动DR累计交付900台。", {("移动DR", 900, "台")}),
        ("西陵公司发布了岚影9.4T磁共振系统。该系统孔径82厘米。", {("岚影9.4T磁共振系统", 82, "厘米")}),
        # counts whose unit stands in their name
        ("岚江医院去年体检人次首次突破8万。", {("岚江医院", 8, "万人次")}),
    ],
)
def test_whose_figures_of_devices_and_facilities_are(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "我国每年新增胃癌患者约40万例。",
        "全球每年约有70万人死于肝癌。",
        "岚江医院诚聘超声医师6名。",
        "西陵集团创始人霍某持有公司股份15%。",
        "岚江医院牵头的卒中筛查项目三年累计筛查居民8万人。",
        "系统试运行已14个月。",
        "对比剂用量按每公斤体重1.2毫升计算，注射速度每秒3毫升。",
        "PET-CT引导下穿刺的一次成功率为97%。",
        "AI辅助组漏诊率较对照组下降6个百分点。",
        "低场磁共振功耗不到后者的十分之一。",
    ],
)
def test_figures_in_news_that_are_nobodys(text: str) -> None:
    assert stated(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("骨龄判读模型准确率达95%，高于住院医师的88%。", ("准确率", "住院医师", 88.0)),
        ("骨龄判读模型单例耗时90秒，较人工提速12倍。", ("单例耗时", "人工", None)),
        ("岚江医院完成检查9800例，较去年增长12%。", ("完成检查例数", None, None)),
        ("光子计数CT辐射剂量较常规CT下降45%。", ("辐射剂量下降", "常规CT", None)),
        ("骨龄判读模型的信噪比为常规方法的2倍。", ("信噪比与常规方法之比", "常规方法", None)),
        ("岚江省影像联盟成员单位由32家发展到218家。", ("成员单位", "32家", 32.0)),
        ("低剂量扫描可使辐射剂量下降30%，岚江医院平均报告时间由60分钟压缩至25分钟。", ("平均报告时间", "60分钟", 60.0)),
    ],
)
def test_what_a_figure_is_set_against(text: str, expected: tuple[str, str | None, float | None]) -> None:
    told = {
        (one.object.name, one.qualifiers.get("comparator"), one.qualifiers.get("comparator_value")) for one in figures(text)
    }
    assert expected in told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("岚江介入机器人已在20家医院推广应用。", "推广应用医院数"),
        ("岚江介入机器人在9家医院装机。", "装机医院数"),
        ("岚江介入机器人重约80公斤。", "重量"),
        ("岚江介入机器人获得3次的创新奖。", "获得创新奖次数"),
        ("岚江介入机器人整机功耗不足2千瓦。", "整机功耗"),
        ("我国医学影像市场规模超过900亿元。", "医学影像市场规模"),
        ("江苏省每百万人口拥有12台。", "每百万人口拥有量"),
        ("江苏省80余家医院完成数据上传。", "完成数据上传医院数"),
    ],
)
def test_what_a_figure_is_called(text: str, name: str) -> None:
    assert [one.object.name for one in figures(text)] == [name]
