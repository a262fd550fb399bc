"""Papers, citations, books and awards: small pieces of the grammar of nomination forms."""

from __future__ import annotations

import pytest

from ingest.award.books import books_cited, books_in
from ingest.award.citations import citations_in, paper_numbers
from ingest.award.cited import papers_of
from ingest.award.forms import Form, read_forms, sheet
from ingest.award.honours import award_name, awarded, honours_in
from ingest.award.innovations import innovations_of, referred
from ingest.award.nominations import nomination_of
from ingest.layout import View

HEAD = "项目名称：脑血管影像研究\n推荐单位：某某医学会\n代表性论文目录\n"


def view(text: str) -> View:
    return View(text, tuple(range(len(text))))


def form(text: str) -> Form:
    (one,) = read_forms(sheet(text))
    return one


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        ("2020, Mar 18: 1-20", {"year": 2020, "date": "2020-03-18", "pages": "1-20"}),
        ("2018, 14 (5): 825-844", {"year": 2018, "volume": "14", "issue": "5", "pages": "825-844"}),
        ("2022, 10, 892418:1-16", {"year": 2022, "volume": "10", "article_number": "892418", "pages": "1-16"}),
        ("2021, 14, 1927-1938", {"year": 2021, "volume": "14", "pages": "1927-1938"}),
        (
            "2020 年 7 月第 29 卷第 7 期, 901-908",
            {"year": 2020, "date": "2020-07", "volume": "29", "issue": "7", "pages": "901-908"},
        ),
        ("2019;7(3):e1034-e1041", {"year": 2019, "volume": "7", "issue": "3", "pages": "e1034-e1041"}),
        ("2023年", {"year": 2023}),
    ],
)
def test_year_volume_issue_and_pages(issue: str, expected: dict[str, object]) -> None:
    text = f"{HEAD}序号\t论文名称\t刊名\t年,卷(期)及页码\n1\tCerebral vessel wall imaging in stroke\tStroke Imaging\t{issue}\n"
    (paper,) = papers_of(form(text))
    assert paper.attributes == expected
    assert (paper.journal, paper.year, paper.number) == ("Stroke Imaging", expected["year"], 1)


def test_authors_in_order_and_who_corresponds() -> None:
    head = (
        "序号\t论文名称\t刊名\t全部作者(国内作者须填写\t通讯作者(含共同,国内作)\t影响因子\t他引总次数\n"
        "\t\t\t中文姓名)\t者须填写中文姓名)\t\t\n"
    )
    row = (
        "1\tVessel wall imaging and\tNeuro Imaging\t岑参商、John A. Smith、\t岑参商\t5.2\t31\n"
        "\trecurrent stroke\t\t路遥知\t\t\t\n"
    )
    (paper,) = papers_of(form(HEAD + head + row))
    assert paper.title == "Vessel wall imaging and recurrent stroke"
    assert [(one.name, one.order, one.corresponding) for one in paper.authors] == [
        ("岑参商", 1, True),
        ("John A. Smith", 2, False),
        ("路遥知", 3, False),
    ]
    assert paper.attributes == {"impact_factor": 5.2, "cited_by": 31}


def test_starred_authors_correspond_where_no_column_says() -> None:
    text = f"{HEAD}论文名称\t期刊\t作者\n脑血管壁成像的多中心研究\t影像医学杂志\t岑参商，路遥知*\n"
    (paper,) = papers_of(form(text))
    assert [(one.name, one.corresponding) for one in paper.authors] == [("岑参商", False), ("路遥知", True)]


def test_first_and_corresponding_authors_alone() -> None:
    text = f"{HEAD}序号\t论文题目\t刊名\t第一作者\t通讯作者\n1\t脑血管壁成像的多中心研究\t影像医学杂志\t岑参商\t路遥知\n"
    (paper,) = papers_of(form(text))
    assert [(one.name, one.order, one.corresponding) for one in paper.authors] == [("岑参商", 1, False), ("路遥知", None, True)]


@pytest.mark.parametrize(
    ("head", "cell", "told"),
    [
        (
            "论文题目/刊名/年卷页",
            "Calf T1/T2 mapping in veins/ Vascular Imaging/ 2021, 8: 11–19",
            ("Calf T1/T2 mapping in veins", "Vascular Imaging", 2021),
        ),
        ("论文名称", "小腿静脉的三维超声研究／影像医学杂志／2017年9卷3期", ("小腿静脉的三维超声研究", "影像医学杂志", 2017)),
        (
            "题目",
            "Speckle tracking of valves / Echo, Flow and Strain / 2019;4(2):7-15",
            ("Speckle tracking of valves", "Echo, Flow and Strain", 2019),
        ),
        ("论文名称", "PET/MR/CT fusion of 2019 atlases", ("PET/MR/CT fusion of 2019 atlases", "", None)),
    ],
)
def test_title_journal_and_issue_in_one_cell(head: str, cell: str, told: tuple[str, str, int | None]) -> None:
    (paper,) = papers_of(form(f"{HEAD}序号\t{head}\t通讯作者\t第一作者\n1\t{cell}\t岑参商\t路遥知\n"))
    assert (paper.title, paper.journal, paper.year) == told


def test_an_author_whom_the_form_lists_needs_no_known_surname() -> None:
    people = "主要完成人\n排名\t姓名\t工作单位\n1\t额尔德木图\t麓山第一医院\n2\t岑参商\t麓山第一医院\n"
    row = "1\t脑血管壁成像的多中心研究\t影像医学杂志\t岑参商\t额尔德木图\n"
    (paper,) = papers_of(form(f"{people}{HEAD}序号\t论文题目\t刊名\t第一作者\t通讯作者\n{row}"))
    assert [(one.name, one.order, one.corresponding) for one in paper.authors] == [
        ("岑参商", 1, False),
        ("额尔德木图", None, True),
    ]


def test_reference_lines() -> None:
    text = f"{HEAD}1. 岑参商, 路遥知. 脑血管壁成像的多中心研究[J]. 影像医学杂志, 2020, 12(3): 1-9.\n2. 无\n"
    (paper,) = papers_of(form(text))
    assert (paper.number, paper.title, paper.journal, paper.year) == (1, "脑血管壁成像的多中心研究", "影像医学杂志", 2020)
    assert [one.name for one in paper.authors] == ["岑参商", "路遥知"]


def test_rows_that_name_no_paper_are_none() -> None:
    assert papers_of(form(f"{HEAD}序号\t论文名称\t刊名\n无\t\t\n1\t无\t无\n")) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("论文1、2、3、10", [1, 2, 3, 10]),
        ("全部论文（论文1-4）", [1, 2, 3, 4]),
        ("是代表性论文 7.1-3、7.1-4、7.1-6 的作者", [3, 4, 6]),
        ("发表论文 5 篇", []),
        ("论文10篇，SCI论文8篇", []),
        ("共同参与了3篇论文", []),
    ],
)
def test_numbers_of_papers(text: str, numbers: list[int]) -> None:
    assert [number for number, _ in paper_numbers(view(text))] == numbers


def test_citations_in_prose() -> None:
    found = list(
        citations_in(view("她揭示了斑块内出血与卒中复发的关系（Stroke Imaging. 2019），发表论文5篇（Neuro Imaging. 2020）。"))
    )
    assert [(one.about, one.journal, one.year) for one in found] == [("斑块内出血与卒中复发的关系", "Stroke Imaging", 2019)]


def test_guidelines_and_who_made_them() -> None:
    text = "1. 脑血管影像检查专家共识，2021年某某医学会发布，某某出版社出版。岑参商（主编）,路遥知、江自流（编委）。"
    (book,) = books_in(view(text))
    assert (book.name, book.year, book.number) == ("脑血管影像检查专家共识", 2021, 1)
    assert [(name, role) for name, role, _ in book.people] == [("岑参商", "主编"), ("路遥知", "编委"), ("江自流", "编委")]
    assert [
        one.name for _, _, one in books_cited(view("主编的《脑血管影像检查专家共识》被转载，成果写入国际指南《Stroke》"))
    ] == ["脑血管影像检查专家共识"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019年获国家科技进步二等奖，排名第3", ("国家科技进步奖", 2019, "二等奖", 3)),
        ("2021年“卒中研究”获湖北省科技进步奖一等奖（2/10）", ("湖北省科技进步奖", 2021, "一等奖", 2)),
        ("湖北省科学技术奖，2018年，三等奖", None),
        ("2020年教育部科技进步奖一等奖（R3）", ("教育部科技进步奖", 2020, "一等奖", 3)),
        ("2016年某某省医学会二等奖（第四完成人）", ("某某省医学会二等奖", 2016, "二等奖", 4)),
        ("无", None),
        ("多次获得各类奖", None),
    ],
)
def test_awards_of_a_cell(text: str, expected: tuple[str, int, str, int] | None) -> None:
    found = [(one.name, one.year, one.grade, one.rank) for one in honours_in(view(text))]
    if expected is not None:
        assert found == [expected]
    else:
        assert all(name not in ("三等奖", "各类奖") for name, *_ in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "获东州医学科技奖一等奖、中国某某协会杰出奖和西州科技进步二等奖。",
            ["东州医学科技奖", "中国某某协会杰出奖", "西州科技进步奖"],
        ),
        ("获国家发明专利3项，获软件著作权2项。", []),
        ("拟申报中华医学科技奖。", []),
        ("论文获优秀论文奖，医院获全国文明单位奖。", []),
        ("同类技术曾获西州医学科技奖二等奖。国外类似产品获红星设计奖金奖。", []),
        ("被授予国际“卓越影像中心金奖”（全国唯一）。", ["卓越影像中心金奖"]),
    ],
)
def test_awards_in_prose(text: str, names: list[str]) -> None:
    assert [honour.name for _, honour in awarded(view(text))] == names


def test_ranks_that_a_note_names() -> None:
    text = "本项目曾获2018年东州科学技术进步奖一等奖（霍启明第1、柏若涵排名第3）。"
    [(_, honour)] = awarded(view(text))
    assert (honour.name, honour.grade, honour.year, honour.rank) == ("东州科学技术进步奖", "一等奖", 2018, None)
    assert honour.ranks == (("霍启明", 1), ("柏若涵", 3))


def test_award_names_without_grades() -> None:
    assert award_name("东州科学技术进步奖（二等奖）") == ("东州科学技术进步奖", "二等奖")
    assert award_name("卓越影像中心金奖") == ("卓越影像中心金奖", None)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("对创新 1-4做出贡献，旁证材料见附件 1.1-9、4.1-18。", [1, 2, 3, 4]),
        ("为创新点 2、3、4 作出贡献，旁证材料见附件4.4-5。", [2, 3, 4]),
        ("为创新 2、 3  作出贡献，  旁证材料见附件4.4、4.9。", [2, 3]),
        ("构建了数据库（创新点 1）和预测模型（创新点 3）。", [1, 3]),
        ("为创新点一、二、三均做出贡献", [1, 2, 3]),
        ("对主要科技创新第1、3项有贡献", [1, 3]),
        ("对第1、2项科技创新有贡献", [1, 2]),
        ("对应科技创新①②", [1, 2]),
        ("创新3项技术，获创新奖2次", []),
        ("参与2项创新技术的推广", []),
    ],
)
def test_numbers_of_innovation_points(text: str, numbers: list[int]) -> None:
    assert sorted(number for number, _, _ in referred(view(text))) == numbers


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("创新点一：提出新方法，效果好。\n创新点二：建立新模型。", ["提出新方法", "建立新模型"]),
        ("主要创新点：\n1.提出新方法：说明。1）细节甲。2）细节乙。\n2.建立新模型：说明。", ["提出新方法", "建立新模型"]),
        ("主要内容：（1）提出新方法。（2）建立新模型。三、推广情况：（1）推广。（2）应用。", ["提出新方法", "建立新模型"]),
        ("本病的危害有：1.致残。2.致死。", []),
    ],
)
def test_innovation_points_of_a_summary(text: str, titles: list[str]) -> None:
    found = innovations_of(form(f"项目名称：脑血管影像研究\n推荐单位：某某医学会\n项目简介\n{text}\n"))
    assert [one.title[: len(title)] for one, title in zip(found, titles, strict=True)] == titles


@pytest.mark.parametrize(
    ("text", "award", "category", "year"),
    [
        (
            "推荐奖种：医学科学技术奖（非基础医学类）\n项目名称：甲乙丙丁研究\n推荐单位：某某医学会",
            "医学科学技术奖",
            "非基础医学类",
            None,
        ),
        ("科技进步奖：\n项目名称：甲乙丙丁研究\n提名单位：山西省卫生健康委", "山西省科学技术进步奖", None, None),
        (
            "2022年华夏医学科技奖公示\n推荐奖种：科技进步奖\n项目名称：甲乙丙丁研究\n推荐单位：无",
            "华夏医学科技奖",
            "科技进步奖",
            2022,
        ),
        ("项目名称：甲乙丙丁研究\n提名意见：提名该项目为国家科学技术进步奖二等奖。", "国家科学技术进步奖", None, None),
        (
            "关于2021年度海南省科学技术奖提名的公示\n项目名称：甲乙丙丁研究\n提名单位：海南省教育厅",
            "海南省科学技术奖",
            None,
            2021,
        ),
    ],
)
def test_the_award_that_is_asked_for(text: str, award: str, category: str | None, year: int | None) -> None:
    found = nomination_of(form(text), title="")
    assert found is not None
    assert (found.award, found.category, found.year) == (award, category, year)
