"""Who did the works that received awards, and awards that are given in other words than that somebody received them."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document

Said = tuple[str, str, str]


def stated(text: str, *predicates: str) -> dict[Said, dict[str, object]]:
    """The facts of these predicates, with their qualifiers."""
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {
        (one.subject.name, one.predicate, one.object.name): dict(one.qualifiers) for one in facts if one.predicate in predicates
    }


def did(text: str) -> dict[tuple[str, str], object]:
    """Who did which work, with the rank."""
    found = stated(text, "PARTICIPATED_IN", "COMPLETED")
    return {(who, work): said.get("rank") for (who, _, work), said in found.items()}


WORK = "膝关节软骨定量磁共振评估体系"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            f"岚江大学附属第三医院骨科影像组柏舟教授牵头完成的“{WORK}”荣获岚江医学科技奖二等奖。",
            {"柏舟", "岚江大学附属第三医院"},
        ),
        (
            f"“{WORK}”摘得岚江医学科技奖一等奖，该项目由岚江大学主持，联合溪山市人民医院、岚江影维科技有限公司共同攻关完成。",
            {"岚江大学", "溪山市人民医院", "岚江影维科技有限公司"},
        ),
        (
            f"由岚江大学牵头，溪山市人民医院、岚江影维科技有限公司共同完成的“{WORK}”荣获岚江医学科技奖一等奖。",
            {"岚江大学", "溪山市人民医院", "岚江影维科技有限公司"},
        ),
        (f"论坛由岚江大学牵头，溪山市人民医院完成的“{WORK}”获岚江医学科技奖三等奖。", {"溪山市人民医院"}),
        (f"由溪山市人民医院和岚江理工大学合作完成的“{WORK}”项目喜获岚江医学科技奖三等奖。", {"溪山市人民医院", "岚江理工大学"}),
        (f"溪山市人民医院放射科主任冉秋水凭借“{WORK}”项目夺得岚江省科技进步奖三等奖。", {"冉秋水", "溪山市人民医院"}),
        (f"岚江理工大学池云教授团队的《{WORK}》获岚江省自然科学奖一等奖。", {"池云", "岚江理工大学"}),
    ],
)
def test_who_did_a_work(text: str, who: set[str]) -> None:
    assert {name for name, work in did(text) if work == WORK} == who


@pytest.mark.parametrize(
    ("behind", "ranks"),
    [
        ("放射科副主任医师鄢小岚为第三完成人。", {"鄢小岚": 3}),
        ("柏舟、鄢小岚、冉秋水依次为前三完成人。", {"柏舟": 1, "鄢小岚": 2, "冉秋水": 3}),
        ("溪山市人民医院鄢小岚、冉秋水分列第二、第三完成人。", {"鄢小岚": 2, "冉秋水": 3}),
        ("除柏舟外，鄢小岚、冉秋水分别列第二、三完成人。", {"鄢小岚": 2, "冉秋水": 3}),
        ("柏舟、鄢小岚等依次为前三完成人。", {}),
        ("鄢小岚列第二完成人，冉秋水列第三完成人。", {"鄢小岚": 2, "冉秋水": 3}),
        ("青石县医院、岚江影维科技有限公司参与了项目研究。", {"青石县医院": None, "岚江影维科技有限公司": None}),
        ("溪山市人民医院为第二完成单位。", {"溪山市人民医院": 2}),
        ("项目第一完成人为岚江大学柏舟教授。", {"柏舟": 1}),
        ("成果主要完成人为柏舟、鄢小岚、冉秋水。", {"柏舟": 1, "鄢小岚": 2, "冉秋水": 3}),
        ("完成人为柏舟、Anna Novak，溪山市人民医院为唯一完成单位。", {"柏舟": 1, "Anna Novak": 2, "溪山市人民医院": 1}),
        ("项目负责人为溪山市人民医院放射科主任柏舟教授。", {"柏舟": None}),
        ("合作单位包括岚江理工大学和岚江影维科技有限公司。", {"岚江理工大学": None, "岚江影维科技有限公司": None}),
        (
            "该项目由溪山市人民医院牵头，岚江理工大学、青石县医院参加。",
            {"溪山市人民医院": None, "岚江理工大学": None, "青石县医院": None},
        ),
    ],
)
def test_ranks_in_a_work(behind: str, ranks: dict[str, int]) -> None:
    found = did(f"“{WORK}”获2021年岚江医学科技奖一等奖。{behind}")
    assert {name: rank for (name, work), rank in found.items() if work == WORK} == ranks


@pytest.mark.parametrize(
    "text",
    [
        f"岚江省科技厅组织评审的“{WORK}”获岚江医学科技奖一等奖。",
        f"“{WORK}”由岚江省医学会推荐，获岚江医学科技奖一等奖。",
        f"“{WORK}”获岚江医学科技奖一等奖。柏舟教授牵头的“骨龄自动评估”正在申报国家奖。",
        "柏舟教授牵头完成的“膝关节软骨定量磁共振评估体系”已通过专家鉴定。",
        f"“{WORK}”获岚江医学科技奖一等奖，岚江省省长邢大伟为项目颁奖。",
    ],
)
def test_who_did_not_do_it(text: str) -> None:
    assert did(text) == {}


@pytest.mark.parametrize(
    ("text", "who", "award", "year"),
    [
        ("学会授予岚江大学附属医院柏舟教授2022年度岚江影像医学杰出贡献奖。", {"柏舟"}, "岚江影像医学杰出贡献奖", 2022),
        ("岚江核医学终身成就奖授予溪山市人民医院邢大伟教授。", {"邢大伟"}, "岚江核医学终身成就奖", None),
        ("“青年科学家奖”由溪山市人民医院放射科鄢小岚副主任医师摘得。", {"鄢小岚"}, "青年科学家奖", None),
        ("溪山医院冉秋水、岚江医院鄢小岚获“十佳影像技师”称号。", {"冉秋水", "鄢小岚"}, "十佳影像技师", None),
        (
            "省科协公布第十届岚江青年科技奖获奖者名单，岚江大学教授柏舟、溪山市人民医院放射科主任邢大伟榜上有名。",
            {"柏舟", "邢大伟"},
            "岚江青年科技奖",
            None,
        ),
        ("“终身成就奖”由86岁的著名影像学家邢大伟教授获得。", {"邢大伟"}, "终身成就奖", None),
        (
            "年度最佳论文奖由岚江大学柏舟、溪山市人民医院鄢小岚合作的《骨龄的自动评估》夺得。",
            {"柏舟", "鄢小岚"},
            "年度最佳论文奖",
            None,
        ),
        ("年度团队奖花落溪山市人民医院和岚江大学。", {"溪山市人民医院", "岚江大学"}, "年度团队奖", None),
        ("岚江市科技突出贡献奖获得者——溪山市人民医院邢大伟教授登台。", {"邢大伟"}, "岚江市科技突出贡献奖", None),
        ("2019年，柏舟教授被评为“岚江省优秀科技工作者”。", {"柏舟"}, "岚江省优秀科技工作者", 2019),
        ("溪山市人民医院柏舟的论文《膝关节软骨的定量评估》获年会优秀论文一等奖。", {"柏舟"}, "年会优秀论文奖", None),
    ],
)
def test_awards_that_are_given(text: str, who: set[str], award: str, year: int | None) -> None:
    found = stated(text, "RECEIVED")
    assert {person for person, _, name in found if name == award} == who
    assert {said.get("year") for said in found.values()} == {year}


def test_each_work_its_own_person() -> None:
    text = (
        "“骨龄自动评估的研究”、“颈椎影像测量软件”均获岚江医学科技奖三等奖，"
        "分别由岚江大学柏舟教授、溪山市人民医院鄢小岚主任医师领衔完成。"
    )
    assert {("柏舟", "骨龄自动评估的研究"), ("鄢小岚", "颈椎影像测量软件")} <= set(did(text))


def test_whose_work_a_pronoun_tells() -> None:
    text = "柏舟教授从医三十年。2015年，他主持的“骨龄自动评估的研究”获岚江医学科技奖三等奖。"
    assert ("柏舟", "骨龄自动评估的研究") in did(text)


@pytest.mark.parametrize(
    ("text", "who", "award"),
    [
        (
            "岚江影维科技有限公司成立于2015年。2021年，公司被授予“国家技术创新示范企业”称号。",
            "岚江影维科技有限公司",
            "国家技术创新示范企业",
        ),
        ("柏舟教授从医三十年。2017年她获评“岚江省先进工作者”。", "柏舟", "岚江省先进工作者"),
    ],
)
def test_who_is_named_by_a_noun_or_a_pronoun(text: str, who: str, award: str) -> None:
    assert (who, "RECEIVED", award) in stated(text, "RECEIVED")


def test_the_rank_of_whom_a_pronoun_means() -> None:
    text = f"柏舟教授从医三十年。2014年，“{WORK}”获岚江医学科技奖三等奖，她为第一完成人。"
    assert did(text) == {("柏舟", WORK): 1}


def test_a_contest_gives_the_name_of_bare_grades() -> None:
    text = "在岚江超声演讲比赛中，溪山医院翟远获得一等奖，青石医院池小舟、岚江医院古月获二等奖。"
    found = stated(text, "RECEIVED")
    assert {(who, said["grade"]) for (who, _, award), said in found.items() if award == "岚江超声演讲比赛"} == {
        ("翟远", "一等奖"),
        ("池小舟", "二等奖"),
        ("古月", "二等奖"),
    }


def test_classes_below_the_heading_of_their_award() -> None:
    text = (
        "一、高等学校科学研究优秀成果奖\n“骨龄自动评估的研究”获自然科学奖二等奖。\n"
        "二、岚江省科学技术奖\n“颈椎影像测量软件”获技术发明奖一等奖。"
    )
    assert {(who, award) for who, _, award in stated(text, "RECEIVED")} == {
        ("骨龄自动评估的研究", "高等学校科学研究优秀成果奖"),
        ("颈椎影像测量软件", "岚江省技术发明奖"),
    }


def test_each_their_own_award() -> None:
    text = "溪山医院院长邢大伟和岚江大学教授柏舟分获岚江医药创新奖和岚江临床医学奖。"
    assert set(stated(text, "RECEIVED")) == {
        ("邢大伟", "RECEIVED", "岚江医药创新奖"),
        ("柏舟", "RECEIVED", "岚江临床医学奖"),
    }


@pytest.mark.parametrize(
    "text",
    [
        f"柏舟教授团队申报的“{WORK}”被提名岚江省技术发明奖。",
        "柏舟教授曾获2016年岚江医学创新奖提名。",
        f"溪山市人民医院力争三年内凭“{WORK}”获得岚江省科学技术进步奖一等奖。",
        "岚江省卫生健康委员会主任邢大伟为获得一等奖的项目颁奖。",
        f"溪山市人民医院拟推荐“{WORK}”申报岚江医学科技奖。",
        "鄢小岚获本次大会专家的一致好评。",
        "溪山医院鄢小岚团队带来的“骨龄自动评估的研究”获得提名奖。",
    ],
)
def test_what_is_not_received(text: str) -> None:
    assert stated(text, "RECEIVED") == {}


def test_a_row_of_departments_of_one_house() -> None:
    text = "溪山市人民医院骨科翟远院士、手外科柏舟教授、放射科鄢小岚教授获颁“岚江医学杰出贡献奖”。"
    assert {who for who, _, _ in stated(text, "RECEIVED")} == {"翟远", "柏舟", "鄢小岚"}


def test_a_grade_alone_is_of_the_same_year() -> None:
    text = "“骨龄自动评估的研究”等7个项目获2015年岚江医学科技奖一等奖；“颈椎影像测量软件”等27个项目获二等奖。"
    assert {said.get("year") for said in stated(text, "RECEIVED").values()} == {2015}


OTHER = "肩袖损伤超声造影评分的多中心研究"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"1996年柏舟、鄢小岚等的《{WORK}》获国家科技进步三等奖。", {("柏舟", WORK), ("鄢小岚", WORK)}),
        (
            f"放射科柏舟主任“{WORK}”、鄢小岚副主任医师“{OTHER}”分别获得岚江省科学技术二等奖。",
            {("柏舟", WORK), ("鄢小岚", OTHER)},
        ),
        (f"超声科鄢小岚教授“{OTHER}”获得岚江省科学技术三等奖。", {("鄢小岚", OTHER)}),
        (f"近日，国内首个“{WORK}”获岚江医学科技奖二等奖。", set()),
        (f"2019年度发布的《{WORK}》获岚江医学科技奖二等奖。", set()),
    ],
)
def test_people_by_bare_names_and_titles_before_a_work(text: str, who: set[tuple[str, str]]) -> None:
    assert set(did(text)) == who


def test_works_that_another_clause_has_won_with_are_no_part_of_a_row() -> None:
    text = (
        f"柏舟教授“{WORK}”获得岚江省科学技术二等奖，鄢小岚教授“{OTHER}”、"
        "冉秋水教授“腕管超声诊断规范研究”分别获得岚江省科学技术三等奖。"
    )
    grades = {(work, said.get("grade")) for (work, _, _), said in stated(text, "RECEIVED").items()}
    assert grades == {(WORK, "二等奖"), (OTHER, "三等奖"), ("腕管超声诊断规范研究", "三等奖")}


@pytest.mark.parametrize(
    "opening",
    [
        "江西省科学技术厅发布“关于授予2016年江西省科学技术奖的决定”，我院获8项江西省科学技术奖。",
        "会议表彰了2016年度江西科学技术奖的代表。",
    ],
)
def test_the_round_that_a_report_opens_with_dates_its_prizes(opening: str) -> None:
    text = f"{opening}柏舟教授主持的“{WORK}”获得江西省科学技术进步奖二等奖。"
    assert {said.get("year") for (who, _, _), said in stated(text, "RECEIVED").items() if who == WORK} == {2016}


def test_a_society_that_gives_an_honour_runs_it() -> None:
    text = "本次大会上，岚江介入放射学会授予溪山市人民医院院长、著名介入专家冉秋水教授杰出贡献奖，以表彰他的工作。"
    award = "岚江介入放射学会杰出贡献奖"
    assert set(stated(text, "RECEIVED", "RUN_BY")) == {
        ("冉秋水", "RECEIVED", award),
        (award, "RUN_BY", "岚江介入放射学会"),
    }


def test_whom_an_honour_is_not_given_to() -> None:
    text = "岚江介入放射学会授予溪山市人民医院团体奖，因冉秋水教授的支持，会议设杰出贡献奖。"
    assert not stated(text, "RECEIVED")


def test_houses_right_before_a_work_completed_it() -> None:
    text = f"溪山市人民医院、岚江影维科技有限公司“{WORK}”项目获得岚江省科技进步奖特等奖。"
    assert set(did(text)) == {("溪山市人民医院", WORK), ("岚江影维科技有限公司", WORK)}


@pytest.mark.parametrize(
    "text",
    [
        f"经岚江省医学会推荐，“{WORK}”获岚江省科技进步奖三等奖。",
        f"颁奖大会在溪山市人民医院举行，“{WORK}”获岚江省科技进步奖三等奖。",
        f"岚江省医学会“{WORK}”获岚江省科技进步奖三等奖。",
    ],
)
def test_houses_that_did_not_do_the_work(text: str) -> None:
    assert did(text) == {}


def test_a_clause_without_a_subject_goes_on_of_the_work() -> None:
    text = (
        f"柏舟教授主持的“{WORK}”获得岚江省科学技术进步奖二等奖。"
        "该项目共获得知识产权12项，发表论文30余篇，曾获溪山市科学技术奖一等奖。"
    )
    awards = {(who, award) for who, _, award in stated(text, "RECEIVED")}
    assert (WORK, "溪山市科学技术奖") in awards


def test_a_clause_of_others_does_not_go_on_of_the_work() -> None:
    text = f"“{WORK}”获得岚江省科学技术进步奖二等奖。该项目培养了学科团队，曾获溪山市科学技术奖一等奖。"
    assert (WORK, "溪山市科学技术奖") not in {(who, award) for who, _, award in stated(text, "RECEIVED")}


@pytest.mark.parametrize("marks", ["①②③", "123"])
def test_a_list_of_works_that_a_house_nominates(marks: str) -> None:
    first, second, third = (f"{mark}、" if mark.isdigit() else mark for mark in marks)
    text = (
        f"我院召开2019年度申报评定会。本次申报岚江市科学技术进步奖的3项课题分别是：{first}腕管超声诊断的临床研究（超声科）；"
        f"{second}肩袖损伤磁共振分级的应用（放射科）；{third}儿童骨龄智能评估系统的推广（影像中心）。其中第一项获好评。"
    )
    works = {who for (who, _, award) in stated(text, "NOMINATED_FOR") if award == "岚江市科学技术进步奖"}
    assert works == {"腕管超声诊断的临床研究", "肩袖损伤磁共振分级的应用", "儿童骨龄智能评估系统的推广"}


@pytest.mark.parametrize(
    "text",
    [
        "申报岚江市科学技术进步奖的材料包括：①推荐书一式三份；②成果登记证书复印件；③论文全文。",
        "申报岚江市科学技术进步奖的项目须具备以下条件：1.完成应用研究两年以上。2.无知识产权争议。",
        "申报岚江市科学技术进步奖的单位分别是：①溪山市人民医院放射科团队；②岚江大学附属医院。",
    ],
)
def test_lists_that_are_not_of_works(text: str) -> None:
    assert not stated(text, "NOMINATED_FOR")


@pytest.mark.parametrize("giver", ["岚江省医学会颁发的", "岚江省影像技术协会评选的", ""])
def test_who_gives_an_award_is_no_part_of_its_name(giver: str) -> None:
    text = f"去年12月，“{WORK}”获得{giver}岚医创新奖二等奖。"
    assert {award for _, _, award in stated(text, "RECEIVED")} == {"岚医创新奖"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("清江医科大学郭小姣获青松基金医学创新奖。", {"郭小姣"}),
        ("清江医科大学赵铱明、云岭大学张学文、温岭大学李丹青等8人获青松基金医学进步奖。", {"赵铱明", "张学文", "李丹青"}),
        ("清江医科大学获云岭省科技进步奖。", {"清江医科大学"}),
        ("清江医院郭小姣获知本次评奖结果。", set()),
    ],
)
def test_who_received_behind_a_house(text: str, who: set[str]) -> None:
    facts = ProseIngester().ingest(document(f"表彰大会召开\n\n{text}"), pipeline())
    assert {one.subject.name for one in facts if isinstance(one, Fact) and one.predicate == "RECEIVED"} == who


@pytest.mark.parametrize(
    "told",
    [
        "完成单位为岚江大学、溪山市人民医院，由松江省教育厅提名。",
        "主要完成单位为岚江大学和溪山市人民医院，提名单位为松江省教育厅。",
        "该项目由松江省教育厅推荐，完成单位为岚江大学、溪山市人民医院。",
    ],
)
def test_who_put_a_work_forward_did_not_do_it(told: str) -> None:
    text = f"“{WORK}”荣获2033年度松江省科技进步奖二等奖，{told}"
    assert set(did(text)) == {("岚江大学", WORK), ("溪山市人民医院", WORK)}
    assert set(stated(text, "NOMINATED")) == {("松江省教育厅", "NOMINATED", WORK)}


def test_a_bracket_behind_the_award_tells_who_won() -> None:
    text = f"“{WORK}”2033年获松江省科技进步奖二等奖（裘宁、郦安平、翟远）；裘宁远2031年被评为劳动模范（岚江、溪山）。"
    assert did(text) == {("裘宁", WORK): 1, ("郦安平", WORK): 2, ("翟远", WORK): 3}


def test_an_old_professor_keeps_his_name() -> None:
    assert set(stated("终身成就奖授予九十一岁的郭松行老教授。", "RECEIVED")) == {("郭松行", "RECEIVED", "终身成就奖")}


@pytest.mark.parametrize(
    "text",
    [
        "大会收到论文387篇，评出“松声杯”优秀论文奖5篇。溪山市第三医院蓝芷获一等奖，岚江大学附属医院裘宁远、松波医院郦安平获二等奖。",
        "会议颁发了“松声杯”优秀论文奖：一等奖蓝芷（溪山市第三医院）；二等奖裘宁远（岚江大学附属医院）、郦安平（松波医院）。",
        "闭幕式上颁发了“松声杯”优秀论文奖。一等奖由溪山市第三医院蓝芷获得，二等奖由岚江大学附属医院裘宁远和松波医院郦安平获得。",
        "经评审，溪山市第三医院蓝芷荣获“松声杯”优秀论文奖一等奖；岚江大学附属医院裘宁远、松波医院郦安平荣获“松声杯”优秀论文奖二等奖。",
        "本届年会“松声杯”优秀论文奖揭晓，一等奖1名：溪山市第三医院蓝芷；二等奖2名：岚江大学附属医院裘宁远、松波医院郦安平。",
    ],
)
def test_grades_of_the_award_for_papers_that_a_meeting_gave(text: str) -> None:
    won = {(who, said["grade"]) for (who, _, prize), said in stated(text, "RECEIVED").items() if prize.endswith("优秀论文奖")}
    assert won == {("蓝芷", "一等奖"), ("裘宁远", "二等奖"), ("郦安平", "二等奖")}


@pytest.mark.parametrize(
    "text",
    [
        "大会将颁发“松声杯”优秀论文奖，一等奖由评审委员会主任蓝芷教授揭晓。",
        "会议设“松声杯”优秀论文奖。一等奖由主办方提供奖金，蓝芷主任作了说明。",
        "学会公布优秀论文奖评选办法，二等奖2名：每名奖励两千元。",
    ],
)
def test_grades_that_nobody_is_told_to_have_won(text: str) -> None:
    assert stated(text, "RECEIVED") == {}
