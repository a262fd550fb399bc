"""Appointments, panels in one line, editors behind a book, leaders behind a title, plain honours, signatures."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document, stated

AT, IN, LEADS, WROTE, RECEIVED = "AFFILIATED_WITH", "MEMBER_OF", "LEADS", "AUTHORED", "RECEIVED"


def read(text: str, tmp_path: Path, *predicates: str) -> set[tuple[str, str]]:
    path = tmp_path / "page.txt"
    path.write_text(text + "\n", "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {(one.subject.name, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate in predicates}


def told(text: str, *predicates: str) -> set[tuple[str, str]]:
    return {(one, other) for one, predicate, other in stated(text) if predicate in predicates}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "任命柏秋实同志为云岭市第三人民医院副院长；聘任龙若溪为岚江大学影像学院院长(试用期一年)。",
            {("柏秋实", "云岭市第三人民医院"), ("龙若溪", "岚江大学影像学院")},
        ),
        ("免去柏秋实同志云岭市第三人民医院影像科主任职务。", {("柏秋实", "云岭市第三人民医院")}),
        (
            "免去柏秋实同志云岭市第三人民医院影像科主任职务，任命其为岚江医院副院长。",
            {("柏秋实", "云岭市第三人民医院"), ("柏秋实", "岚江医院")},
        ),
        ("柏秋实回国后创办云岭医疗股份有限公司并任董事长。", {("柏秋实", "云岭医疗股份有限公司")}),
        ("柏秋实曾为云岭研究院研究员。", {("柏秋实", "云岭研究院")}),
        ("柏秋实创办云岭医疗股份有限公司，龙若溪任董事长。", set()),
        ("岚江大学聘请知名影像专家柏秋实担任特聘教授。", {("柏秋实", "岚江大学")}),
        ("岚江大学聘请柏秋实教授、龙若溪教授为客座教授。", {("柏秋实", "岚江大学"), ("龙若溪", "岚江大学")}),
        ("柏秋实2012年被岚江大学聘为兼职教授。", {("柏秋实", "岚江大学")}),
        ("岚江大学拟聘请柏秋实教授为客座教授。", set()),
        ("岚江大学质量控制中心聘请柏秋实教授为专家委员会委员。", set()),
        ("柏秋实先后在岚江大学医学院、云岭医院工作。", {("柏秋实", "岚江大学医学院"), ("柏秋实", "云岭医院")}),
        ("柏秋实曾到岚江大学、云岭医院进修。", set()),
        ("柏秋实此前在云岭医院放射科任副主任。", {("柏秋实", "云岭医院")}),
        ("近日，柏秋实博士正式加盟云岭医院，出任影像中心主任。", {("柏秋实", "云岭医院")}),
        ("任命大会在云岭市第三人民医院召开，柏秋实出席。", set()),
        ("建议任命一名副院长，柏秋实为岚江医院写了报告。", set()),
    ],
)
def test_appointed_and_relieved(text: str, facts: set[tuple[str, str]]) -> None:
    assert told(text, AT) == facts


def test_a_panel_in_one_line() -> None:
    text = "云岭影像中心学术委员会：主任 柏秋实(中国科学院院士，岚江大学)；副主任 龙若溪(云岭医院)、池小满；秘书 顾知秋。"
    board = "云岭影像中心学术委员会"
    assert told(text, IN) == {(name, board) for name in ("柏秋实", "龙若溪", "池小满", "顾知秋")}
    assert told(text, AT) == {("柏秋实", "岚江大学"), ("龙若溪", "云岭医院")}
    branch = "云岭省医学会超声分会"
    assert told(f"{branch}：主任委员 柏秋实；副主任委员 龙若溪、池小满。", IN) == {
        (name, branch) for name in ("柏秋实", "龙若溪", "池小满")
    }
    assert told(f"{branch}：主任委员会议将于下月召开；副主任委员 名单待定。", IN) == set()


def test_editors_behind_the_book() -> None:
    book = "儿童心脏影像学"
    names = {(name, book) for name in ("柏秋实", "龙若溪", "孔令奇", "池小满")}
    assert (
        told("《儿童心脏影像学》由云岭医院柏秋实、岚江大学龙若溪共同主编，副主编为孔令奇、池小满，2019年出版。", WROTE) == names
    )
    assert told("《儿童心脏影像学》主编柏秋实，副主编孔令奇、池小满。", WROTE) == names - {("龙若溪", book)}
    penned = told("《心肌病检查专家共识》由柏秋实教授、龙若溪主任医师共同执笔完成。", WROTE)
    assert penned == {(name, "心肌病检查专家共识") for name in ("柏秋实", "龙若溪")}
    assert told("《心肌病检查专家共识》由柏秋实教授审阅。", WROTE) == set()
    assert told("《云岭影像学杂志》主编柏秋实到会。", WROTE) == set()
    text = "由云岭医院柏秋实教授、龙若溪主编，云岭科技出版社出版的《儿童心脏影像学》近日问世。"
    assert told(text, WROTE) == {("柏秋实", book), ("龙若溪", book)}
    assert told("会议由柏秋实教授主持，会上发布了龙若溪主编的《儿童心脏影像学》。", WROTE) <= {("龙若溪", book)}
    assert told("柏秋实教授著有《儿童心脏影像学》。", WROTE) == {("柏秋实", book)}
    guide = "胎儿心脏磁共振检查专家共识"
    assert told(f"《{guide}》执笔人为柏秋实和龙若溪，通信作者为云岭医院池小满。", WROTE) == {
        (name, guide) for name in ("柏秋实", "龙若溪", "池小满")
    }


def test_the_board_of_a_journal_is_told_by_its_offices() -> None:
    text = "《云岭影像学杂志》新一届编委会成立，总编辑柏秋实，副总编辑龙若溪、池小满，编辑部主任孔令奇。"
    assert told(text, "EDITS") == {(name, "云岭影像学杂志") for name in ("柏秋实", "龙若溪", "池小满")}
    assert told("《云岭影像学杂志》刊发了柏秋实的论文，编委会成立，总编辑出席。", "EDITS") == set()
    assert told("《儿童心脏影像学》由柏秋实推荐给读者。", WROTE) == set()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "国家自然科学基金重点项目“活体心肌代谢研究新方法”(批准号见附件)，主持人：令狐秋白。",
            {("令狐秋白", "活体心肌代谢研究新方法")},
        ),
        ("课题“肺结节智能筛查关键技术”的负责人为柏秋实。", {("柏秋实", "肺结节智能筛查关键技术")}),
        (
            "下设四个课题，课题二“单分子探针的研制”由柏秋实负责，课题四“传感器的研制”负责人是龙若溪。",
            {("柏秋实", "单分子探针的研制"), ("龙若溪", "传感器的研制")},
        ),
        ("课题“肺结节智能筛查关键技术”由柏秋实评审。", set()),
        ("国家自然科学基金重点项目“活体心肌代谢研究新方法”，主持人宣布了结果，柏秋实到会。", set()),
    ],
)
def test_who_leads_behind_the_title(text: str, facts: set[tuple[str, str]]) -> None:
    assert told(text, LEADS) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("柏秋实获云岭市科学技术奖三等奖，并被评为云岭市优秀学科带头人。", {"云岭市科学技术奖", "云岭市优秀学科带头人"}),
        ("柏秋实享受国务院政府特殊津贴，并被评为云岭市优秀人才。", {"国务院政府特殊津贴", "云岭市优秀人才"}),
        ("云岭医学会把本年度“终身成就奖”授予中国科学院院士、岚江大学教授柏秋实。", {"云岭医学会终身成就奖"}),
        ("2025年度云岭医学奖授予中国工程院院士、肿瘤学家柏秋实。", {"云岭医学奖"}),
        ("第十七届云岭青年科技奖评选结果揭晓，云岭医院医师龙若溪、岚江大学讲师柏秋实等10人获奖。", {"云岭青年科技奖"}),
        ("柏秋实因对介入放射学的突出贡献，5日在岚江被授予云岭介入放射学会年度金奖。", {"云岭介入放射学会年度金奖"}),
        ("柏秋实培养优秀人才20名，当选专家委员会委员。", set()),
        ("科室有享受国务院政府特殊津贴专家3人。", set()),
    ],
)
def test_honours_in_plain_words(text: str, facts: set[str]) -> None:
    assert {award for who, award in told(text, RECEIVED) if who == "柏秋实"} == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "院长柏秋实、党委书记江若兰陪同来宾参观。（云岭市第二医院）",
            {("柏秋实", "云岭市第二医院"), ("江若兰", "云岭市第二医院")},
        ),
        ("会前，校党委书记柏秋实会见了来宾。——岚江医科大学国际处", {("柏秋实", "岚江医科大学")}),
        ("我科医师柏秋实参加了比赛。岚江医科大学附属肿瘤医院超声科 供稿", {("柏秋实", "岚江医科大学附属肿瘤医院")}),
        ("近日，我院(岚江医科大学第二医院)柏秋实教授牵头的项目通过验收。", {("柏秋实", "岚江医科大学第二医院")}),
        ("院长柏秋实陪同来宾参观。（云岭日报记者）", set()),
        ("院长柏秋实陪同来宾参观。（云岭省医学会）", set()),
    ],
)
def test_the_house_that_signs(text: str, facts: set[tuple[str, str]]) -> None:
    assert told(text, AT) == facts


def test_officers_below_a_line_that_heads_them(tmp_path: Path) -> None:
    panel = "云岭医学基金会核医学专家委员会"
    text = (
        "云岭医学基金会第二届核医学专家委员会副主任委员(按姓氏笔画排序)\n"
        "岚江大学附属第三医院核医学科 卞  涛\n云岭医院核医学科 司徒敏\n会议选举产生新一届委员会。"
    )
    assert read(text, tmp_path, IN) == {("卞涛", panel), ("司徒敏", panel)}
    assert read("云岭医学基金会核医学专家委员会副主任委员会见了来宾\n云岭医院核医学科 司徒敏", tmp_path, IN) == set()


def test_further_societies_of_one_who_was_elected() -> None:
    text = "柏秋实当选云岭省医学会超声分会常务委员、云岭省预防医学会乳腺筛查专委会委员。"
    assert told(text, IN) == {("柏秋实", "云岭省医学会超声分会"), ("柏秋实", "云岭省预防医学会乳腺筛查专委会")}


def test_houses_of_the_town_that_the_page_is_of(tmp_path: Path) -> None:
    text = "德岭市医学会超声分会换届：市中医院何淑贞、市妇保院单于静为副主任委员。"
    assert read(text, tmp_path, AT) == {("何淑贞", "德岭市中医院"), ("单于静", "德岭市妇保院")}
    assert {name for name, _ in told(text, IN)} == {"何淑贞", "单于静"}


def test_winners_behind_grades() -> None:
    text = "第二届“云岭超声杯”技能竞赛成绩公布：一等奖 纪蓓蓓(云岭医院)；二等奖 薛海樱(岚江医院)、李妍芳(云岭医院)。"
    cup = "“云岭超声杯”技能竞赛"
    assert told(text, RECEIVED) == {(name, cup) for name in ("纪蓓蓓", "薛海樱", "李妍芳")}
    assert told("第二届“云岭超声杯”技能竞赛评委：一等奖 由专家评出；二等奖 若干。", RECEIVED) == set()


def test_works_put_forward() -> None:
    text = "同意推荐“无创心磁图筛查技术及设备”参评2023年度云岭省技术发明奖，“甲状腺超声智能分级体系”参评科学技术普及奖。"
    assert told(text, "NOMINATED_FOR") == {
        ("无创心磁图筛查技术及设备", "云岭省技术发明奖"),
        ("甲状腺超声智能分级体系", "科学技术普及奖"),
    }
    assert told("“无创心磁图筛查技术及设备”参加云岭展览会并获推荐。", "NOMINATED_FOR") == set()


def test_where_somebody_went_to_work() -> None:
    text = "毕业后，柏秋实到中国科学院云岭光机所工作；1981年调入中国科学院岚江硅酸盐所。"
    assert told(text, AT) == {("柏秋实", "中国科学院云岭光机所"), ("柏秋实", "中国科学院岚江硅酸盐研究所")}
    assert told("柏秋实到岚江大学参观。", AT) == set()


def test_a_leader_who_came_later() -> None:
    text = "课题“超声微泡递药研究”的负责人原为柏秋实，2019年调离后改由鄢小飞主持。"
    assert told(text, LEADS) == {("柏秋实", "超声微泡递药研究"), ("鄢小飞", "超声微泡递药研究")}


def stated_with(text: str, predicate: str) -> set[tuple[str, str, str]]:
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {
        (one.subject.name, one.object.name, name + ":" + str(value))
        for one in facts
        if one.predicate == predicate
        for name, value in one.qualifiers.items()
    }


@pytest.mark.parametrize(
    ("text", "predicate", "facts"),
    [
        ("柏秋实现供职于岚江国立大学，任助理教授。", AT, {("柏秋实", "岚江国立大学", "title:助理教授")}),
        (
            "柏秋实1984年调入云岭医学院，历任影像教研室主任、教务处副处长。",
            AT,
            {("柏秋实", "云岭医学院", "position:影像教研室主任")},
        ),
        ("柏秋实现任云岭医院特诊科副主任医师。", AT, {("柏秋实", "云岭医院", "title:副主任医师")}),
        ("柏秋实曾获云岭市科技奖(三等奖)。", RECEIVED, {("柏秋实", "云岭市科技奖", "grade:三等奖")}),
        ("柏秋实早在2016年就荣获云岭市育才奖。", RECEIVED, {("柏秋实", "云岭市育才奖", "year:2016")}),
        ("柏秋实教授为岚江国立大学信息工程学院院长，获奖多项。", AT, {("柏秋实", "岚江国立大学信息工程学院", "position:院长")}),
        ("据了解，柏秋实为云岭医院放射科主任。", AT, {("柏秋实", "云岭医院", "position:放射科主任")}),
        ("柏秋实系云岭医院副院长。", AT, {("柏秋实", "云岭医院", "position:副院长")}),
        ("图为柏秋实教授为云岭医院院长介绍病情。", AT, set()),
        ("建议柏秋实为云岭医院副院长。", AT, set()),
        ("上图为云岭医院副院长，右图为云岭医院放射科主任。", AT, set()),
        ("柏秋实供职于岚江国立大学，其学生任助理教授。", AT, set()),
        ("柏秋实曾获云岭市科技奖(五次)。", RECEIVED, set()),
    ],
)
def test_what_goes_with_it(text: str, predicate: str, facts: set[tuple[str, str, str]]) -> None:
    assert stated_with(text, predicate) == facts


def test_a_panel_whose_first_office_follows_its_term() -> None:
    branch = "云岭省医学会超声医学分会"
    text = f"{branch}第八届委员会主任委员：柏秋实；副主任委员：龙若溪、池小满；秘书：顾知秋。"
    assert told(text, IN) == {(name, branch) for name in ("柏秋实", "龙若溪", "池小满", "顾知秋")}
    assert told(f"{branch}通知：各位委员会后到会场集合；秘书处设在云岭医院。", IN) == set()


def test_members_behind_the_heads_of_a_board() -> None:
    board = "云岭实验室学术委员会"
    text = f"{board}主任赵宪庚院士，副主任邓建军院士、范国滨院士，委员彭述明总工程师、张伟教授、张俊波教授出席会议。"
    assert told(text, IN) == {(name, board) for name in ("赵宪庚", "邓建军", "范国滨", "彭述明", "张伟", "张俊波")}
    assert told("云岭医院主任赵宪庚，委员彭述明、张伟教授出席会议。", IN) == set()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "云岭医院院长柏秋实教授因在介入放射学领域的杰出贡献,5日在年会上与两名同行一道被授予云岭介入放射学会年度金奖。",
            {("柏秋实", "云岭介入放射学会年度金奖")},
        ),
        (
            "云岭核医学会授予中科院院士、岚江医科大学教授柏秋实“终身成就奖”，以表彰他的贡献。",
            {("柏秋实", "云岭核医学会终身成就奖")},
        ),
        ("云岭医院院长柏秋实教授因在介入放射学领域的杰出贡献，由龙若溪推荐，两名同行被授予云岭介入放射学会年度金奖。", set()),
    ],
)
def test_honoured_for_merit(text: str, facts: set[tuple[str, str]]) -> None:
    assert told(text, RECEIVED) == facts


def test_paragraphs_of_a_page_end_where_the_page_ends_them(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    long = (
        "他长期从事肿瘤影像诊断和放射治疗的临床、教学与科研工作，带领学科团队建成了省级重点专科，"
        "年均完成各类检查十余万例，先后培养研究生三十余名。"
    )
    lines = (
        "柏秋实院士在省肿瘤医院带教国外进修医师",
        "柏秋实  中国工程院院士,医学博士",
        "云岭省劳动模范、云岭省道德模范",
        long,
    )
    page.write_text("<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>", "utf-8")
    kept, _, _ = read_assertions(read_document(page), pipeline())
    facts = {(one.subject.name, one.predicate, one.object.name) for one in kept if isinstance(one, Fact)}
    assert ("柏秋实", IN, "中国工程院") in facts
    assert not any(predicate == AT for _, predicate, _ in facts)  # 带教国外进修医师 is no title of whom the next line names
    halves = ("柏秋实教授现任岚江大学附属肿瘤医院的副院长、放射科主任、", "云岭省医学会放射学分会副主任委员。")
    page.write_text("<html><body>" + "".join(f"<p>{line}</p>" for line in (*halves, long)) + "</body></html>", "utf-8")
    kept, _, _ = read_assertions(read_document(page), pipeline())
    assert ("柏秋实", "云岭省医学会放射学分会") in {
        (one.subject.name, one.object.name) for one in kept if isinstance(one, Fact)
    }


def test_who_is_the_first_to_hold_the_pen() -> None:
    found = told("云岭省医学会于2031年颁布《心肌病检查专家共识》，柏秋实教授为第一执笔人。", WROTE)
    assert {one[0] for one in found} == {"柏秋实"}
