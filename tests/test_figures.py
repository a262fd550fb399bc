"""Figures: values, units, bounds, names, comparisons, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.figures import Figure, figures, to_wan
from ingest.layout import heal
from ingest.numerals import number
from kg.model import Span


def read(text: str) -> list[Figure]:
    return list(figures(heal(text, Span(start=0, end=len(text)))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("系统已覆盖37家基层医院", [("覆盖基层医院数", 37, "家", "")]),
        ("培训技师2400余人次", [("培训技师人次", 2400, "人次", "余")]),
        ("完成三万二千余例筛查", [("完成筛查例数", 32000, "例", "余")]),
        ("病灶检出的敏感性和特异性分别达93.5%和88%", [("病灶检出的敏感性", 93.5, "%", ""), ("病灶检出的特异性", 88, "%", "")]),
        ("两年、四年生存率分别为70.2%及51%", [("两年生存率", 70.2, "%", ""), ("四年生存率", 51, "%", "")]),
        ("项目总投资超过6.8亿元", [("总投资", 6.8, "亿元", ">")]),
        ("建筑面积2.5万平方米", [("建筑面积", 2.5, "万平方米", "")]),
        ("现有医、技、护人员6名", [("医、技、护人员人数", 6, "名", "")]),
        ("中级与初级职称22名", [("中级与初级职称人数", 22, "名", "")]),
        ("由建科时3名医生发展到现有工作人员14名", [("工作人员人数", 14, "名", "")]),
        ("外科病房现开放病床36张", [("开放病床数", 36, "张", "")]),
        ("检查结束30分钟内出具报告", [("出具报告时间", 30, "分钟", "")]),
        ("拥有数字PET/CT(2台)", [("数字PET/CT数", 2, "台", "")]),
        ("在招博士生导师15名", [("在招博士生导师人数", 15, "名", "")]),
        ("现有德国Xichuan Lumira Vision PET/CT 1台", [("Xichuan Lumira Vision PET/CT数", 1, "台", "")]),
        ("每年治疗约40例肿瘤和良性病患者", [("治疗肿瘤和良性病患者例数", 40, "例/年", "约")]),
        ("投入专科经费800余万", [("投入专科经费", 800, "万元", "余")]),
        ("每年接诊上万例患者", [("接诊患者例数", 10000, "例/年", "上")]),
        ("诊断准确率≥95%", [("诊断准确率", 95, "%", ">=")]),
        ("授权发明专利11项", [("授权发明专利数", 11, "项", "")]),
        ("总影响因子为203.7", [("总影响因子", 203.7, "", "")]),
        ("设备使用率(82%)", [("设备使用率", 82, "%", "")]),
        ("对比剂注射量为45毫升", [("对比剂注射量", 45, "毫升", "")]),
        ("二是将靶区误差控制在1.5 mm以内", [("靶区误差", 1.5, "mm", "<=")]),
        ("采用1 300 nm光源", [("光源", 1300, "nm", "")]),
        ("共检出肺结节1052个，漏诊12个", [("检出肺结节数", 1052, "个", ""), ("漏诊数", 12, "个", "")]),
        ("工作频率(基频)为7.5MHz，曲线下面积(AUC)为0.91", [("工作频率", 7.5, "MHz", ""), ("曲线下面积", 0.91, "", "")]),
        ("两次测量的一致性（Kappa值）由0.58升至0.81", [("两次测量的一致性", 0.81, "", "")]),
        ("敏感度为0.92，特异度0.88", [("敏感度", 0.92, "", ""), ("特异度", 0.88, "", "")]),
        ("诊断符合率为93%，较常规阅片高6%", [("诊断符合率", 93, "%", ""), ("诊断符合率高", 6, "%", "")]),
        ("有效剂量0.4mSv，仅为常规方案的五分之一", [("有效剂量", 0.4, "mSv", ""), ("有效剂量与常规方案之比", 0.2, "", "")]),
        ("一次扫描仅需30秒，帧率达到每秒20帧", [("一次扫描时间", 30, "秒", ""), ("帧率", 20, "帧/秒", "")]),
        ("疗效判定时间由12周提前至4周", [("疗效判定时间", 4, "周", "")]),
        ("较常规显像多检出48处病灶", [("检出病灶数", 48, "处", "")]),
        ("在线计划耗时往往超过1小时", [("在线计划耗时", 1, "小时", ">")]),
        ("与手工勾画相比，耗时缩短了70%", [("耗时缩短", 70, "%", "")]),
        ("超过半数老年瓣膜疾病是由退行性病变引起", [("老年瓣膜疾病比例", 50, "%", ">")]),
        ("治疗百余名患者", [("治疗患者人数", 100, "名", "余")]),
        ("完成2亿元B轮融资", [("B轮融资", 2, "亿元", "")]),
        ("左心耳封堵术（LAAO）总量仍达3500例", [("左心耳封堵术总量", 3500, "例", "")]),
        ("近百款AI医疗应用获批", [("AI医疗应用数", 100, "款", "近")]),
        ("中度及以上狭窄患者约占11.5%", [("中度及以上狭窄患者占比", 11.5, "%", "")]),
        (
            "对肝癌、胆管癌和转移瘤的检出率分别为91%、88%和95%",
            [("肝癌的检出率", 91, "%", ""), ("胆管癌的检出率", 88, "%", ""), ("转移瘤的检出率", 95, "%", "")],
        ),
        (
            "建立尿酸、磷酸和草酸结石的参考范围，判定符合率分别为98%、90%和87%",
            [("尿酸判定符合率", 98, "%", ""), ("磷酸判定符合率", 90, "%", ""), ("草酸结石判定符合率", 87, "%", "")],
        ),
    ],
)
def test_a_figure_is_read(text: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert [(figure.name, figure.value, figure.unit, figure.bound) for figure in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2019年6月5日签署协议",
        "如前所述[12,13]",
        "见表3和图2",
        "1.2 研究内容",
        "第3届年会",
        "采用T1与4D方法",
        "代码H18",
        "“十四五”规划",
        "一种新方法",
        "三维重建",
        "详见http://example.org/2019/12项",
        "20世纪70年代",
        "岚江影像学杂志 2030年5期",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_a_value_is_told_from_what_it_is_set_against() -> None:
    (figure,) = read("建立时间由以往的30分钟缩短至12分钟")
    assert (figure.name, figure.value, figure.unit) == ("建立时间", 12, "分钟")
    assert (figure.comparator, figure.comparator_value) == ("以往的30分钟", 30)


def test_thousands_that_a_blank_parts_are_one_number() -> None:
    (figure,) = read("累计检查18 200例")
    assert (figure.value, figure.unit) == (18200, "例")
    assert [one.value for one in read("共纳入患者 12 例")] == [12]


def test_digits_that_a_scan_has_torn_apart_are_no_number() -> None:
    assert not read("开展检查的单位 2 82 9家")
    assert [(one.value, one.unit) for one in read("诊断设备 4 899台")] == [(4899, "台")]


def test_the_number_of_a_grant_counts_no_nations() -> None:
    assert not read("某省自然科学基金 81227 国家自然科学基金 81301")
    assert [(one.value, one.unit) for one in read("产品销往27 国家")] == [(27, "个")]


def test_a_range_has_both_ends() -> None:
    (figure,) = read("扫描时间为8~12分钟")
    assert (figure.value, figure.high) == (8, 12)


def test_a_year_that_opens_the_clause_is_the_figures() -> None:
    (figure,) = read("2021年该市死亡人数较2015年下降9.4%")
    assert (figure.name, figure.year, figure.comparator) == ("该市死亡人数下降", 2021, "2015年")


@pytest.mark.parametrize(
    ("text", "wan"), [("2.3亿元", 23000), ("1200万", 1200), ("3000余万元", 3000), ("5亿美元", None), ("12家", None)]
)
def test_money(text: str, wan: float | None) -> None:
    assert to_wan(text) == wan


@given(st.integers(min_value=1, max_value=99_999_999))
def test_chinese_numerals_round_trip(value: int) -> None:
    assert number(_written(value)) == value


@given(st.text(alphabet="一二三万亿年月约超达0123456789.%例家项（）由至分别为、和 \n", max_size=60))
def test_spans_are_the_words(text: str) -> None:
    for figure in read(text):
        assert text[figure.span.start : figure.span.end].strip()
        assert figure.value_text


def _written(value: int) -> str:
    """The number in Chinese characters."""
    high, low = divmod(value, 10_000)
    return (_below_wan(high) + "万" if high else "") + (_below_wan(low) if low else "")


def _below_wan(value: int) -> str:
    digits, scales = "零一二三四五六七八九", ("千", "百", "十", "")
    parts = [(digits[int(char)] + scale) if char != "0" else "零" for char, scale in zip(f"{value:04d}", scales, strict=True)]
    return "".join(parts).strip("零").replace("零零", "零")
