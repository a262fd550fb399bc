"""What people are good at, what houses perform, what somebody edited, what a department built: in sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_document
from ingest.prose import ProseIngester
from kg.model import Fact

WARD = "核医学科\n\n澄江市中心医院核医学科成立于1975年。"
OURS = "澄江市中心医院核医学科"


def told(text: str, predicate: str, folder: Path) -> set[tuple[str, str]]:
    (folder / "page.txt").write_text(text, "utf-8")
    facts = (one for one in ProseIngester().ingest(read_document(folder / "page.txt"), pipeline()) if isinstance(one, Fact))
    return {(one.subject.name, one.object.name) for one in facts if one.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("祝云帆，男，主任医师，擅长肺结节冷冻消融术及CT引导下穿刺活检。", {"肺结节冷冻消融术", "穿刺活检"}),
        ("祝云帆，男，主任医师，熟练掌握肺结节冷冻消融术。", {"肺结节冷冻消融术"}),
        ("祝云帆，副教授，尤其精通胎儿心脏超声、产前超声筛查。", {"胎儿超声心动图", "产前超声"}),
        ("祝云帆医师致力于磁共振血管壁成像在脑卒中的应用。", {"血管壁成像"}),
        ("祝云帆主任在省内率先将超声造影用于肝移植术后随访。", {"超声造影"}),
        ("祝云帆，男，主任医师，对肌骨超声、关节腔穿刺活检有丰富经验。", {"肌骨超声", "关节腔穿刺活检"}),
        ("祝云帆，男，主任医师，擅长冠心病、心肌病的诊治。", set()),
        ("祝云帆，男，主任医师，擅长动脉粥样硬化、支气管扩张、肺栓塞和束支阻滞。", set()),
        (
            "祝云帆，男，主任医师，擅长肾动脉栓塞、球囊扩张术和静脉曲张硬化治疗。",
            {"肾动脉栓塞", "球囊扩张", "静脉曲张硬化治疗"},
        ),
        ("祝云帆，男，主任医师，擅长腹部尤其是泌尿系统超声。", {"泌尿系统超声"}),
        ("祝云帆教授在建立骨显像国家重点实验室等方面作出了重要的贡献。", set()),
        ("祝云帆教授掌握了大量第一手资料。", set()),
        ("报告人：祝云帆\n\n为掌握全市床旁超声与ECMO的配置、人员和应用情况，中心开展了调查。", set()),
        ("祝云帆主任医师建立了影像专科联盟。", set()),
        # what somebody wishes others to do
        ("祝云帆主任委员表示祝贺，希望学组聚焦超声造影技术，搭建超声影像平台。", set()),
        ("祝云帆教授指出，要聚焦超声造影，将继续深耕弹性成像。", set()),
        ("祝云帆教授期待大家深耕超声造影。", set()),
        ("祝云帆教授长期专注于超声造影，在业内期望中成长。", {"超声造影"}),
    ],
)
def test_skills(tmp_path: Path, text: str, things: set[str]) -> None:
    assert {thing for who, thing in told(text, "WORKS_ON", tmp_path) if who == "祝云帆"} == things


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (f"{WARD}科室常规开展骨显像、肾动态显像等检查，率先开展放射性粒子植入术。", {"骨显像", "肾动态显像", "粒子"}),
        (f"{WARD}目前可开展心肌灌注显像和核素治疗。", {"心肌灌注显像", "核素治疗"}),
        (f"{WARD}全科全面开展PET/CT、SPECT/CT等项目。", {"PET/CT", "SPECT/CT"}),
        (f"{WARD}已开展各项检查，科室在省内率先开展骨显像。", {"骨显像"}),
        (f"{WARD}科室将开展PET/MR检查。", set()),
        (f"{WARD}科室开展了影像技术培训和义诊活动。", set()),
        (f"{WARD}科室计划明年率先开展PET/MR检查。", set()),
        ("澄江市中心医院核医学科主任祝云帆说，隔壁的云岭医院早就开展了骨显像。", set()),
        ("澄江市中心医院核医学科依托医学中心，与云岭医院一起，率先开展了骨显像。", {"骨显像"}),
    ],
)
def test_what_a_department_performs(tmp_path: Path, text: str, things: set[str]) -> None:
    found = {thing for who, thing in told(text, "WORKS_ON", tmp_path) if who == OURS}
    assert all(any(thing in name for name in found) for thing in things)
    assert len(found) == len(things)


@pytest.mark.parametrize(
    ("text", "books"),
    [
        (
            "祝云帆，男，教授，主编《核素治疗学》，副主编《分子影像》《骨显像图谱》等4部。",
            {"核素治疗学", "分子影像", "骨显像图谱"},
        ),
        ("祝云帆教授执笔《骨显像操作专家共识》。", {"骨显像操作专家共识"}),
        ("祝云帆教授参与编写了《影像质控规范》和《核医学手册》。", {"影像质控规范", "核医学手册"}),
        ("祝云帆教授任《影像杂志》编委，在《核医学通讯》发表论文3篇。", set()),
        ("祝云帆教授担任《分子影像学报》副主编。", set()),
    ],
)
def test_books(tmp_path: Path, text: str, books: set[str]) -> None:
    assert told(text, "AUTHORED", tmp_path) == {("祝云帆", book) for book in books}


@pytest.mark.parametrize(
    ("text", "built"),
    [
        (f"{WARD}2020年，科室建成澄江市远程核医学诊断平台。", {"澄江市远程核医学诊断平台"}),
        (f"{WARD}建有省分子影像重点实验室和放射性药物研发平台。", {"省分子影像重点实验室", "放射性药物研发平台"}),
        (f"{WARD}2019年牵头成立澄江市核医学专科联盟。", {"澄江市核医学专科联盟"}),
        (f"{WARD}2016年成立澄江市核医学质量控制中心。", set()),
        (f"{WARD}澄江市卫健委建成影像云平台。", set()),
    ],
)
def test_what_a_department_built(tmp_path: Path, text: str, built: set[str]) -> None:
    assert {name for who, name in told(text, "BUILT", tmp_path) if who == OURS} == built


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"{WARD}2021年科室被评为“全国巾帼文明岗”。", {"全国巾帼文明岗"}),
        (f"{WARD}先后获得“省级青年文明号”称号。", {"省级青年文明号"}),
        (f"{WARD}祝云帆被评为“省级劳动标兵”。", set()),
    ],
)
def test_what_a_department_is_honoured_with(tmp_path: Path, text: str, titles: set[str]) -> None:
    assert {name for who, name in told(text, "RECEIVED", tmp_path) if who == OURS} == titles


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("溪山县人民医院心内科完成首例冠状动脉内超声检查。", {"血管内超声"}),
        ("溪山县人民医院超声科开展了首批超声造影检查。", {"超声造影"}),
        ("这一检查的开展，标志着溪山县人民医院心内科在介入治疗领域迈出一步。", set()),
    ],
)
def test_a_first_and_what_it_stands_for(tmp_path: Path, text: str, things: set[str]) -> None:
    assert {thing for _, thing in told(text, "WORKS_ON", tmp_path)} == things


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("岚江省首例TAVR手术近日在澄江市人民医院成功实施。", {"TAVR"}),
        ("全市首例机器人辅助膝关节置换手术由澄江市人民医院骨科完成。", {"机器人辅助膝关节置换手术"}),
        ("我国首例TAVR手术，于昨日在澄江市人民医院顺利完成。", {"TAVR"}),
        ("岚江省首例TAVR手术将在澄江市人民医院开展。", set()),
        ("岚江省首例TAVR手术视频在澄江市人民医院播放。", set()),
    ],
)
def test_a_first_case_by_where_it_was_done(tmp_path: Path, text: str, things: set[str]) -> None:
    assert {thing for _, thing in told(text, "WORKS_ON", tmp_path)} == things
    assert {thing for thing, _ in told(text, "ADOPTED_BY", tmp_path)} == things


def test_who_did_it_first_stands_behind_the_house(tmp_path: Path) -> None:
    text = "1998年，溪山市中心医院裘宁远等率先在国内开展肝脏超声造影检查。"
    assert ("裘宁远", "肝脏超声造影") in told(text, "WORKS_ON", tmp_path)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "目前国内能够生产CT探测器的企业主要有溪山晶锐科技有限公司、松江奕康医疗有限公司等。",
            {"溪山晶锐科技有限公司", "松江奕康医疗有限公司"},
        ),
        ("国内没有能够生产CT探测器的企业，溪山晶锐科技有限公司只做线圈。", set()),
    ],
)
def test_a_row_of_those_who_work_on_something(tmp_path: Path, text: str, things: set[str]) -> None:
    assert {who for who, what in told(text, "WORKS_ON", tmp_path) if what == "CT探测器"} == things


def test_what_somebody_may_build_one_day_is_not_built(tmp_path: Path) -> None:
    assert told("若将来能够由松江大学牵头建设国家影像数据平台，可覆盖300家医院。", "BUILT", tmp_path) == set()


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "岚江医院超声科在肌骨超声、超声造影、介入超声等方面形成特色，处于省内领先地位。",
            {"肌骨超声", "超声造影", "介入超声"},
        ),
        ("岚江医院超声科在超声造影领域处于国内先进水平。", {"超声造影"}),
        ("超声造影在介入超声方面具有优势。", set()),
    ],
)
def test_what_a_house_is_strong_in(tmp_path: Path, text: str, things: set[str]) -> None:
    assert {thing for _, thing in told(text, "WORKS_ON", tmp_path)} == things


@pytest.mark.parametrize(
    "text",
    [
        "岚江医院裘宁、溪山市肿瘤医院祝云等也先后开展了光声成像的研究。",
        "从事光声成像研究的还有岚江医院的裘宁教授和溪山市肿瘤医院的祝云教授。",
        "此后，岚江医院裘宁教授、溪山市肿瘤医院祝云教授分别开展了光声成像。",
        "岚江医院裘宁教授团队与溪山市肿瘤医院祝云教授团队在光声成像方面做了大量工作。",
        "光声成像由岚江医院裘宁教授于1990年引入我国。最早开展光声成像的是溪山市肿瘤医院祝云团队（1992年）。",
    ],
)
def test_who_took_a_technique_up_beside_their_houses(text: str, tmp_path: Path) -> None:
    assert {("裘宁", "光声成像"), ("祝云", "光声成像")} <= told(text, "WORKS_ON", tmp_path)
    assert {("裘宁", "岚江医院"), ("祝云", "溪山市肿瘤医院")} <= told(text, "AFFILIATED_WITH", tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "岚江医院裘宁教授、溪山市肿瘤医院祝云教授拟开展光声成像。",
        "岚江医院裘宁教授、溪山市肿瘤医院祝云教授参观了光声成像实验室。",
        "光声成像的培训班由岚江医院裘宁教授主持。",
    ],
)
def test_who_is_not_said_to_have_taken_it_up(text: str, tmp_path: Path) -> None:
    assert not {one for one in told(text, "WORKS_ON", tmp_path) if one[0] in ("裘宁", "祝云")}


@pytest.mark.parametrize(
    "text",
    [
        "裘宁教授、祝云教授等执笔，松江医学会发布的《光声成像检查技术规范》（2031）对流程作了规定。",
        "《光声成像检查技术规范》由松江医学会制定，裘宁教授、祝云教授执笔，发表于《松江影像杂志》2031年第3期。",
        "《光声成像检查技术规范》，松江医学会，2031年，主编：裘宁、祝云；",
    ],
)
def test_who_wrote_the_one_guideline_of_a_sentence(text: str, tmp_path: Path) -> None:
    name = "光声成像检查技术规范"
    assert told(text, "AUTHORED", tmp_path) == {("裘宁", name), ("祝云", name)}


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("岚江影像科技有限公司是国内光声成像的主要生产企业，2031年市场占有率为3%。", {"光声成像"}),
        ("岚江影像科技有限公司专注光声成像的研发与生产。", {"光声成像"}),
        ("岚江影像科技有限公司：主营光声成像，2031年销售收入5亿元。", {"光声成像"}),
        ("岚江影像科技有限公司是国内光声成像市场的观察者。", set()),
    ],
)
def test_what_firms_are_said_to_make(text: str, things: set[str], tmp_path: Path) -> None:
    assert told(text, "WORKS_ON", tmp_path) == {("岚江影像科技有限公司", thing) for thing in things}
