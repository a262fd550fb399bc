"""Tables of devices with who makes them and of houses that use them, whose columns blanks set, evenly or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from ingest.readers.aligned import with_tabs
from kg.model import Fact

DEVICES = """序号  装备名称                  研制单位              所在地   性能指标
 1   便携式膝关节MRI        登州蓬影医疗科技有限公司     登州市   磁体重量96 kg，扫
                                                                  描孔径18 cm
 2   车载移动DR     胶莱医学影像科技有限公司      胶州市   焦点尺寸0.6 mm
 3   手持式眼底OCT系统       登州蓬影医疗科技有限公司      登州市   轴向分辨率7 μm，
                                                                  视野40°
"""


def facts(tmp_path: Path, text: str) -> set[tuple[str, str, str]]:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    found = ListingIngester().ingest(read_document(path), pipeline())
    return {(one.subject.name, one.predicate, one.object.name) for one in found if isinstance(one, Fact)}


def test_columns_that_sway_from_row_to_row_are_read_by_their_count() -> None:
    rows = [line.split("\t") for line in with_tabs(DEVICES).splitlines() if "\t" in line]
    assert rows[0] == ["序号", "装备名称", "研制单位", "所在地", "性能指标"]
    assert [row[4] for row in rows[1:]] == ["磁体重量96 kg，扫描孔径18 cm", "焦点尺寸0.6 mm", "轴向分辨率7 μm，视野40°"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" 2   车载移动DR     胶莱", " 2   车载移动DR 胶莱"),
        (" 3   手持式", " 5   手持式"),
        (
            "                                                                  描孔径",
            "                                          描孔径",
        ),
        ("磁体重量96 kg，扫\n", "磁体重\n"),
    ],
    ids=["a cell is missing", "the numbers do not count up", "a line stands below no column", "a line was not full"],
)
def test_other_lines_are_left_alone(old: str, new: str) -> None:
    assert "\t" not in with_tabs(DEVICES.replace(old, new))


def test_devices_have_their_makers_and_figures(tmp_path: Path) -> None:
    found = facts(tmp_path, f"登州市医学影像装备推广目录\n\n{DEVICES}")
    assert {
        ("登州蓬影医疗科技有限公司", "WORKS_ON", "便携式膝关节MRI"),
        ("胶莱医学影像科技有限公司", "WORKS_ON", "车载移动DR"),
        ("便携式膝关节MRI", "HAS_METRIC", "扫描孔径"),
        ("手持式眼底OCT系统", "HAS_METRIC", "视野"),
    } <= found


@pytest.mark.parametrize(
    ("house", "device", "lead"),
    [("试点医院", "试点装备", "试点负责人"), ("示范应用单位", "产品名称", "负责人"), ("使用医院", "设备名称", "应用负责人")],
)
def test_houses_use_the_devices_of_their_rows(tmp_path: Path, house: str, device: str, lead: str) -> None:
    rows = "1\t登州市人民医院\t车载移动DR\t柏青山（放射科主任）\n2\t蓬莱医科大学附属医院\t便携式膝关节MRI\t乐正川（教授）\n"
    found = facts(tmp_path, f"装备应用名单\n\n序号\t{house}\t{device}\t{lead}\n{rows}")
    assert found == {
        ("车载移动DR", "ADOPTED_BY", "登州市人民医院"),
        ("柏青山", "AFFILIATED_WITH", "登州市人民医院"),
        ("便携式膝关节MRI", "ADOPTED_BY", "蓬莱医科大学附属医院"),
        ("乐正川", "AFFILIATED_WITH", "蓬莱医科大学附属医院"),
    }


def test_houses_that_only_ask_use_nothing(tmp_path: Path) -> None:
    rows = "1\t登州市人民医院\t车载移动DR\n2\t蓬莱医科大学附属医院\t便携式膝关节MRI\n"
    assert facts(tmp_path, f"装备试点申报需求表\n\n序号\t使用单位\t设备名称\n{rows}") == set()


def test_a_table_of_installations_tells_houses_makers_and_years(tmp_path: Path) -> None:
    rows = (
        "登州市人民医院\t胶莱省\t3.0T磁共振\t登州蓬影医疗科技有限公司\t2029年3月\n"
        "蓬莱医科大学附属医院\t四川\tPET/CT、SPECT\t胶莱医学影像科技有限公司\t2030-04\n"
        "胶州医院\t\t直线加速器\t胶莱医学影像科技有限公司\t预计2032年\n合计\t\t4台\t\t\n"
    )
    path = tmp_path / "list.txt"
    path.write_text(f"表1 大型设备在用情况\n医院名称\t所在省市\t设备\t厂商\t启用时间\n{rows}", encoding="utf-8")
    told = [one for one in ListingIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    assert {(one.subject.name, one.predicate, one.object.name) for one in told} == {
        ("3.0T磁共振", "ADOPTED_BY", "登州市人民医院"),
        ("PET/CT", "ADOPTED_BY", "蓬莱医科大学附属医院"),
        ("SPECT", "ADOPTED_BY", "蓬莱医科大学附属医院"),
        ("登州市人民医院", "LOCATED_IN", "胶莱省"),
        ("蓬莱医科大学附属医院", "LOCATED_IN", "四川"),
        ("登州蓬影医疗科技有限公司", "WORKS_ON", "3.0T磁共振"),
        ("胶莱医学影像科技有限公司", "WORKS_ON", "PET/CT"),
        ("胶莱医学影像科技有限公司", "WORKS_ON", "SPECT"),
        ("胶莱医学影像科技有限公司", "WORKS_ON", "直线加速器"),
    }
    assert {one.qualifiers["year"] for one in told if one.predicate == "ADOPTED_BY"} == {2029, 2030}


def test_the_caption_names_the_device_of_all_rows(tmp_path: Path) -> None:
    page = (
        "<html><body><table><caption>表2 省内PET/MR装机情况</caption>"
        "<tr><th>单位</th><th>地区</th><th>型号</th><th>装机时间</th></tr>"
        "<tr><td>登州市人民医院</td><td rowspan='2'>四川</td><td>LM-9</td><td>2030年6月</td></tr>"
        "<tr><td>蓬莱医院</td><td>LM-9</td><td>—</td></tr></table></body></html>"
    )
    path = tmp_path / "list.html"
    path.write_text(page, encoding="utf-8")
    told = [one for one in ListingIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    assert {(one.subject.name, one.predicate, one.object.name) for one in told} == {
        ("PET/MR", "ADOPTED_BY", "登州市人民医院"),
        ("登州市人民医院", "LOCATED_IN", "四川"),
        ("蓬莱医院", "LOCATED_IN", "四川"),
    }


@pytest.mark.parametrize(
    "head",
    [
        "表1 拟配置设备\n医院\t设备\t台数",
        "表1 配置许可名单\n医疗机构\t设备名称\t许可年份",
        "表1 采购结果\n采购单位\t设备\t金额（万元）",
        "表1 各家情况\n医院\t设备\t数量",
    ],
)
def test_what_is_only_permitted_or_bought_is_not_in_use(tmp_path: Path, head: str) -> None:
    rows = "登州市人民医院\t3.0T磁共振\t2\n蓬莱医院\tPET/CT\t1\n"
    assert not {one for one in facts(tmp_path, f"{head}\n{rows}") if one[1] == "ADOPTED_BY"}


def test_the_place_beside_a_house_is_not_its_devices_makers(tmp_path: Path) -> None:
    found = facts(
        tmp_path,
        "表1 准予许可名单\n医疗机构\t所在省市\t设备名称\t生产企业\n登州市人民医院\t四川\tPET/CT\t胶莱医学影像科技有限公司\n"
        "蓬莱医院\t云南\tPET/CT\t胶莱医学影像科技有限公司\n",
    )
    assert found == {
        ("登州市人民医院", "LOCATED_IN", "四川"),
        ("蓬莱医院", "LOCATED_IN", "云南"),
        ("胶莱医学影像科技有限公司", "WORKS_ON", "PET/CT"),
    }


HISTORY = """表1 弹性成像的发展历程
年份\t{who}\t单位\t{work}\t参考文献
1994\t裘宁\t登州理工大学\t声辐射力脉冲样机\t[3]
2004年\t哈斯巴根\t蓬莱医科大学附属医院\t甲状腺结节评分\t[4]
"""


@pytest.mark.parametrize(("who", "work"), [("完成者", "工作"), ("研究者", "代表性技术"), ("提出人", "主要贡献")])
def test_a_history_tells_who_worked_on_what(tmp_path: Path, who: str, work: str) -> None:
    assert facts(tmp_path, HISTORY.format(who=who, work=work)) == {
        ("裘宁", "AFFILIATED_WITH", "登州理工大学"),
        ("裘宁", "WORKS_ON", "声辐射力脉冲样机"),
        ("哈斯巴根", "AFFILIATED_WITH", "蓬莱医科大学附属医院"),
    }


def test_a_history_without_people_tells_it_of_the_houses(tmp_path: Path) -> None:
    text = HISTORY.format(who="意义", work="突破")
    assert facts(tmp_path, text) == {("登州理工大学", "WORKS_ON", "声辐射力脉冲样机")}


@pytest.mark.parametrize(
    "text",
    [
        HISTORY.format(who="完成者", work="工作").replace("发展历程", "拟开展工作"),
        HISTORY.format(who="完成者", work="工作").replace("年份", "奖项"),
        HISTORY.format(who="完成者", work="论文题目"),
    ],
)
def test_other_lists_of_work_are_no_history(tmp_path: Path, text: str) -> None:
    assert not {one for one in facts(tmp_path, text) if one[1] == "WORKS_ON"}
