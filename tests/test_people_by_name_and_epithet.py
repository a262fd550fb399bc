"""People told by epithets, commas, a heading or the house before: obituaries, pages with a name on top; with traps."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

Said = tuple[str, str, str, str]


def told(tmp_path: Path, text: str) -> set[Said]:
    """Who is said to be where, with the post or the title."""
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    kept, _, _ = read_assertions(read_document(page), pipeline())
    found = set[Said]()
    for one in kept:
        if isinstance(one, Fact) and one.predicate in ("AFFILIATED_WITH", "MEMBER_OF"):
            said = one.qualifiers
            roles = said.get("role", ())
            what = "、".join(map(str, roles)) if isinstance(roles, tuple) else str(roles)
            found.add(
                (one.subject.name, one.predicate[0], one.object.name, what or str(said.get("position", said.get("title", ""))))
            )
    return found


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "3月2日，我国超声诊断学奠基人、岚江市超声培训中心主任、岚江市第四医院超声科名誉主任、岚江市劳动模范邵启衡因病逝世，享年九十岁。",
            {("邵启衡", "A", "岚江市超声培训中心", "主任"), ("邵启衡", "A", "岚江市第四医院", "超声科名誉主任")},
        ),
        (
            "著名影像学家，中国工程院院士，中国医学科学院首届学部委员，岚江大学教授、生物医学工程研究所所长邵启衡同志，因病于昨日去世。",
            {
                ("邵启衡", "M", "中国工程院", "院士"),
                ("邵启衡", "M", "中国医学科学院", "学部委员"),
                ("邵启衡", "A", "岚江大学", "教授"),
                ("邵启衡", "A", "岚江大学生物医学工程研究所", "所长"),
            },
        ),
        (
            "岚江市第四医院核医学科原主任、国内核素治疗开拓者孟知远教授忆起旧友。",
            {("孟知远", "A", "岚江市第四医院", "核医学科原主任")},
        ),
        (
            "邵启衡是我国著名放疗专家，是柳州市抗癌协会理事、柳州市医学会放疗分会常委，是柳州市防癌研究会副理事长。",
            {
                ("邵启衡", "M", "柳州市抗癌协会", "理事"),
                ("邵启衡", "M", "柳州市医学会放疗分会", "常委"),
                ("邵启衡", "M", "柳州市防癌研究会", "副理事长"),
            },
        ),
    ],
)
def test_what_somebody_is_known_as_stands_before_the_name(tmp_path: Path, text: str, facts: set[Said]) -> None:
    assert told(tmp_path, text) >= facts


def test_a_page_with_a_name_on_top(tmp_path: Path) -> None:
    text = (
        "潘远舟\n1983年7月毕业于柳州医学院临床医学系。先后担任柳江县人民医院医务科科长、副院长职务。"
        "兼任岚江大学医学院兼职教授、华东地区急救协作委员会常务委员、岚江省放射质量控制中心主任委员。"
    )
    assert told(tmp_path, text) >= {
        ("潘远舟", "A", "柳江县人民医院", "医务科科长、副院长"),
        ("潘远舟", "A", "岚江大学医学院", "兼职教授"),
        ("潘远舟", "M", "华东地区急救协作委员会", "常务委员"),
        ("潘远舟", "M", "岚江省放射质量控制中心", "主任委员"),
    }


def test_the_house_told_before_and_its_short_name(tmp_path: Path) -> None:
    text = (
        "岚江大学党委常务副书记裘新民介绍情况。党委副书记周亚华宣读生平。副校长汪源民主持仪式。\n"
        "两岸医药交流促进会（简称“两医会”）主办会议。两医会会长王立启、两医会消化病学分会主委任建启到场。\n"
        "岚江省超声医学重点实验室通过验收。超声医学重点实验室主任周俊启汇报。沈阳四院放射科主任罗启山、湖北省妇幼超声科主任汪洋民点评。"
    )
    assert told(tmp_path, text) >= {
        ("周亚华", "A", "岚江大学", "党委副书记"),
        ("汪源民", "A", "岚江大学", "副校长"),
        ("王立启", "M", "两岸医药交流促进会", "会长"),
        ("任建启", "M", "两岸医药交流促进会消化病学分会", "主委"),
        ("周俊启", "A", "岚江省超声医学重点实验室", "主任"),
        ("罗启山", "A", "沈阳四院", "放射科主任"),
        ("汪洋民", "A", "湖北省妇幼", "超声科主任"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "侯惠生、杨胜文、唐希民院士，岚江大学附属中山医院院长樊嘉民等前来送行。",
        "国家卫生健康委员会主任马启伟、中宣部副部长侯惠生到会。",
        "科室历任主任、副主任为侯惠生、陈庆民。",
        "该院侯惠生是一名普通患者。",
    ],
)
def test_no_post_of_others(tmp_path: Path, text: str) -> None:
    assert not [one for one in told(tmp_path, text) if one[0] == "侯惠生"]


def test_a_short_name_that_is_no_hospital(tmp_path: Path) -> None:
    found = told(tmp_path, "上海五院校合作交流会召开，三院院长李启山致辞。全省妇幼健康服务机构代表周俊启发言。")
    assert not {one[2] for one in found} & {"上海五院", "全省妇幼"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "2005年，时年四十的丁明启仍在海外。2007年，32岁的严迟启留学回国进入岚江科技大学。",
            {("严迟启", "A", "岚江科技大学", "")},
        ),
        (
            "研究由西陵理工大学徐启升教授团队完成，同时参与的还有该校硕士生张子启。",
            {("徐启升", "A", "西陵理工大学", "教授"), ("张子启", "A", "西陵理工大学", "硕士生")},
        ),
        ("柳州市科委徐祖启常务副主任到会。", {("徐祖启", "A", "柳州市科委", "常务副主任")}),
    ],
)
def test_people_in_stories(tmp_path: Path, text: str, facts: set[Said]) -> None:
    assert told(tmp_path, text) >= facts


def test_a_stranger_s_post_is_not_that_of_the_one_before(tmp_path: Path) -> None:
    found = told(tmp_path, "魏启龙教授到会。1978年生的某学者是岚江光学研究所影像实验室主任。")
    assert not [one for one in found if one[0] == "魏启龙"]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "裘明远,核医学家,原籍溪山,1917年4月8日生于岚江。1937年毕业于溪山大学化学系。"
            "岚江大学医学院教授、松江医学科学院放射医学研究所荣誉所长。1981年当选中国科学院院士。",
            {
                ("裘明远", "A", "岚江大学医学院", "教授"),
                ("裘明远", "A", "松江医学科学院放射医学研究所", "荣誉所长"),
                ("裘明远", "M", "中国科学院", "院士"),
            },
        ),
        (
            "裘明远\n\n裘明远(1917.4.8-2015.6.30),著名放射学专家。曾任岚江大学附属医院放射科主任。",
            {("裘明远", "A", "岚江大学附属医院", "放射科主任")},
        ),
        (
            "她就是溪山肿瘤医院超声科首席专家、著名超声诊断、肾癌冷冻消融治疗专家裘明远。",
            {("裘明远", "A", "溪山肿瘤医院", "超声科首席专家")},
        ),
        (
            "岚江大学附属医院教授、主任医生、博士生导师裘明远，生于1934年9月。",
            {("裘明远", "A", "岚江大学附属医院", "教授,主任医生")},
        ),
        (
            "松江省精密测量创新研究院（以下简称精测院）研究员裘明远默默坚守。1993年，身为岚江大学副教授的裘明远依然忙碌。",
            {("裘明远", "A", "松江省精密测量创新研究院", "研究员"), ("裘明远", "A", "岚江大学", "副教授")},
        ),
        (
            "毕业后仅一年，裘宁成为岚江大学的助理教授，随后成为溪山医学会超声分会委员等学术职务。",
            {("裘宁", "A", "岚江大学", "助理教授"), ("裘宁", "M", "溪山医学会超声分会", "委员")},
        ),
        (
            "裘明远，松江省溪山县人，1923年3月14日出生。岚江大学附属医院教授、主任医师，心血管影像学主要创建者。",
            {("裘明远", "A", "岚江大学附属医院", "教授,主任医师")},
        ),
        ("1997年，裘宁回到母校岚江大学工作。", {("裘宁", "A", "岚江大学", "")}),
        ("裘宁在2014年出任松江技术研究院影像所所长。", {("裘宁", "A", "松江技术研究院", "影像所所长")}),
        ("岚江大学现任校长裘明远到会。", {("裘明远", "A", "岚江大学", "校长")}),
        ("老同事溪山市第六医院放射科的裘明远教授来信。", {("裘明远", "A", "溪山市第六医院", "教授")}),
    ],
)
def test_lives_as_encyclopaedias_and_papers_tell_them(tmp_path: Path, text: str, facts: set[Said]) -> None:
    assert told(tmp_path, text) >= facts


def test_who_is_called_by_surname_and_title(tmp_path: Path) -> None:
    page = "裘宁校友自1982年起从事影像工作。\n\n作为领头人，裘医师目前担任松江省医学会放射学分会副主任委员。"
    assert told(tmp_path, page) == {("裘宁", "M", "松江省医学会放射学分会", "副主任委员")}
    several = "岚江医院骆明安教授和骆远教授到会。骆教授担任松江省医学会放射学分会副主任委员。"
    assert not [one for one in told(tmp_path, several) if one[1] == "M"]


def test_a_name_of_two_characters_in_a_title(tmp_path: Path) -> None:
    page = "院士裘宁的超声之路\n\n裘宁常说自己只是医生。\n\n他兼任亚洲超声学会副主席。"
    assert told(tmp_path, page) >= {("裘宁", "M", "亚洲超声学会", "副主席")}


def test_a_branch_of_a_party_is_no_person(tmp_path: Path) -> None:
    found = told(tmp_path, "九三学社溪山大学附属医院支社主委、溪山大学附属医院影像科主任技师裘明远发言。")
    assert found == {
        ("裘明远", "A", "溪山大学附属医院", "主任技师"),
        ("裘明远", "M", "九三学社溪山大学附属医院支社", "主委"),
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "裘明远教授历任松波所所长、岚江大学附属医院放射科主任（1986—1993）、副院长（1993—2001年），溪山医学院院长（2001年至今）。",
            {("裘明远", "A", "岚江大学附属医院", "放射科主任、副院长"), ("裘明远", "A", "溪山医学院", "院长")},
        ),
        (
            "裘明远同时身兼岚江技术研究院生物医学研究所所长、松江省影像工程实验室主任等数职。",
            {("裘明远", "A", "岚江技术研究院生物医学研究所", "所长"), ("裘明远", "A", "松江省影像工程实验室", "主任")},
        ),
        (
            "裘明远2016年7月被任命为岚江技术研究院副院长。2018年再被任命为松江健康信息学重点实验室主任。",
            {("裘明远", "A", "岚江技术研究院", "副院长"), ("裘明远", "A", "松江健康信息学重点实验室", "主任")},
        ),
        (
            "裘明远教授兼任亚太超声学会副主席、国务院学位委员会学科评议组成员、国家科技奖评审组组长、"
            "松江省医学会超声医学分会主任委员等学术职务。",
            {("裘明远", "M", "亚太超声学会", "副主席"), ("裘明远", "M", "松江省医学会超声医学分会", "主任委员")},
        ),
        (
            "裘明远教授曾任松江省医学会常务理事和岚江市放射学会主任委员，现任核医学国家重点实验室学术委员会主任。",
            {
                ("裘明远", "M", "松江省医学会", "常务理事"),
                ("裘明远", "M", "岚江市放射学会", "主任委员"),
                ("裘明远", "M", "核医学国家重点实验室学术委员会", "主任"),
            },
        ),
        (
            "新任副校长是松江科学院院士裘明远。\n\n最初他就职于岚江技术研究院，历任副研究员、研究员，2014年出任岚江技术研究院院长。",
            {("裘明远", "A", "岚江技术研究院", "副研究员,研究员"), ("裘明远", "A", "岚江技术研究院", "院长")},
        ),
        ("裘明远（1900-1990），著名放射学家。早年任教溪山医学院。", {("裘明远", "A", "溪山医学院", "")}),
        (
            "裘明远，岚江大学分子医学研究所教授，973首席科学家，中科院院士。曾任松江NIH老年研究所资深研究员。",
            {
                ("裘明远", "A", "岚江大学分子医学研究所", "教授"),
                ("裘明远", "M", "中国科学院", "院士"),
                ("裘明远", "A", "松江NIH老年研究所", "资深研究员"),
            },
        ),
        (
            "访谈录\n\n裘明远\n\n岚江大学影像研究室主任、教授，中国科学院院士，“青年计划”专家，松江生物物理学会副理事长。\n\n"
            "笔者与裘明远院士畅谈。",
            {("裘明远", "M", "中国科学院", "院士"), ("裘明远", "M", "松江生物物理学会", "副理事长")},
        ),
        (
            "裘明远教授先后任松江声学学会常务理事兼超声工程分会主任委员，松江省医学会理事、放射学分会常委。",
            {
                ("裘明远", "M", "松江声学学会超声工程分会", "主任委员"),
                ("裘明远", "M", "松江省医学会放射学分会", "常委"),
            },
        ),
    ],
)
def test_posts_one_after_another(tmp_path: Path, text: str, facts: set[Said]) -> None:
    assert told(tmp_path, text) >= facts


def test_when_posts_were_held(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "裘明远教授曾任松江物理研究所所长（1987~1996），2021年底，他当选中国科学院院士，2014年起任岚江医学会超声分会委员。"
        "1950~1951年任溪山大学副研究员。",
        encoding="utf-8",
    )
    kept, _, _ = read_assertions(read_document(page), pipeline())
    found = {
        one.object.name: (one.qualifiers.get("year"), one.qualifiers.get("years"))
        for one in kept
        if isinstance(one, Fact) and one.predicate in ("AFFILIATED_WITH", "MEMBER_OF")
    }
    assert found == {
        "松江物理研究所": (None, (1987, 1996)),
        "中国科学院": (2021, None),
        "岚江医学会超声分会": (2014, None),
        "溪山大学": (None, None),
    }


def test_he_is_nobody_where_two_are_named(tmp_path: Path) -> None:
    found = told(tmp_path, "裘宁教授到会。骆安教授到会。\n\n他2014年出任岚江技术研究院院长。")
    assert found == set()


@pytest.mark.parametrize(
    ("text", "books"),
    [
        ("裘明远的《普通超声诊断学》出版，这是第一部专著。", {"普通超声诊断学"}),
        ("裘明远教授花十年写出的80万字《肾癌冷冻消融》是第一本工具书。", {"肾癌冷冻消融"}),
        (
            "裘明远主编了《核医学》、《中国医学全书.核医学》、《示踪技术》等12部专著，论文不计其数。",
            {"核医学", "中国医学全书.核医学", "示踪技术"},
        ),
        ("裘明远教授的《影像诊断学》获好评，他的论文在《岚江影像》杂志出版。", set()),
    ],
)
def test_books_of_somebody(tmp_path: Path, text: str, books: set[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    kept, _, _ = read_assertions(read_document(page), pipeline())
    facts = [one for one in kept if isinstance(one, Fact)]
    assert {one.object.name for one in facts if one.predicate == "AUTHORED" and one.subject.name == "裘明远"} == books
    assert not [one for one in facts if one.predicate == "HAS_METRIC"]


def received(tmp_path: Path, text: str) -> set[tuple[str, str]]:
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    kept, _, _ = read_assertions(read_document(page), pipeline())
    return {(one.subject.name, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate == "RECEIVED"}


@pytest.mark.parametrize(
    ("text", "honours"),
    [
        (
            "邵启衡教授曾获国家科技进步奖二等奖3项，光华工程科技奖和全国“五一”劳动奖章。",
            {"国家科技进步奖", "光华工程科技奖", "全国“五一”劳动奖章"},
        ),
        (
            "邵启衡先后获得了岚江省劳动模范、省优秀院长、市先进工作者等荣誉称号。",
            {"岚江省劳动模范", "省优秀院长", "市先进工作者"},
        ),
        ("1990年，世界生物超声联合会授予邵启衡同志Pioneer奖。", {"Pioneer奖"}),
    ],
)
def test_rows_of_honours(tmp_path: Path, text: str, honours: set[str]) -> None:
    assert received(tmp_path, text) == {("邵启衡", one) for one in honours}


def test_works_behind_an_honour_are_no_honours(tmp_path: Path) -> None:
    found = received(tmp_path, "邵启衡获评岚江省劳动模范、主持课题五项，培养了人才、专家数十名。")
    assert found <= {("邵启衡", "岚江省劳动模范")}
