"""Papers that news tells of, in sentences of our own: titles, journals, authors, and what is no paper."""

from __future__ import annotations

import dataclasses

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document, stated

TITLE = "Photon-counting CT of small vessels"
Said = tuple[str, str, str, object, object]


def told(text: str) -> set[Said]:
    """Who wrote what in which place and whether corresponding, and where it appeared in which year."""
    found = set[Said]()
    for one in ProseIngester().ingest(document(text), pipeline()):
        if isinstance(one, Fact) and one.predicate in ("AUTHORED", "PUBLISHED_IN"):
            said = one.qualifiers
            key = "order" if one.predicate == "AUTHORED" else "year"
            found.add((one.subject.name, one.predicate, one.object.name, said.get(key), said.get("corresponding")))
    return found


def by(name: str, order: int | None = None, corresponding: bool | None = None) -> Said:
    return name, "AUTHORED", TITLE, order, corresponding


def within(journal: str, year: int | None = None) -> Said:
    return TITLE, "PUBLISHED_IN", journal, year, None


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            f"近日，国际期刊European Radiology（影响因子7.0）在线刊发了岚江医院柏若涵主任团队题为《{TITLE}》的论著。"
            "该论文第一作者为岚江医院影像科主治医师池小满，共同通讯作者为柏若涵主任医师、西陵大学周静副教授。",
            {within("European Radiology"), by("柏若涵"), by("池小满", 1), by("柏若涵", None, True), by("周静", None, True)},
        ),
        (
            f"2023年5月8日，西陵大学苗若兰课题组在Science子刊《Science Signalling》上以长文形式发表题为“{TITLE}”的研究成果。"
            "博士研究生许静仪、博士后邱启航为论文的共同第一作者。",
            {within("Science Signalling", 2023), by("苗若兰"), by("许静仪", 1), by("邱启航", 1)},
        ),
        (
            f"相关研究以“{TITLE}”为题发表于Radiology: Cardiothoracic Imaging，该文于2024年 6月2日在线刊出。"
            "第一作者、岚江医院副主任医师姚远山表示将继续研究。",
            {within("Radiology: Cardiothoracic Imaging", 2024), by("姚远山", 1)},
        ),
        (
            f"岚江大学郭立言以第一作者兼通讯作者在《IEEE Transactions on Imaging》发表论文“{TITLE}”。",
            {within("IEEE Transactions on Imaging"), by("郭立言", 1, True)},
        ),
        (
            f"常若津主任医师为本文通讯作者，其研究生邹立本、葛若海分别为第一、第二作者，"
            f"论文“{TITLE}”刊发于《Medical Physics》。",
            {within("Medical Physics"), by("常若津", None, True), by("邹立本", 1), by("葛若海", 2)},
        ),
        (
            f"邹立本、葛若海、张静新（通讯作者）共同完成的论文“{TITLE}”被《Medical Physics》接收。",
            {within("Medical Physics"), by("张静新", None, True)},
        ),
    ],
)
def test_papers(text: str, facts: set[Said]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        f"张若海教授在会上作了题为“{TITLE}”的大会报告，《Radiology》编辑到会。",
        "团队在《Radiology》《European Radiology》等期刊发表论文20余篇，张若海教授为通讯作者。",
        "“十四五”国家重点研发计划“光子计数能谱CT关键技术研究”项目在《岚江日报》报道。",
        "会议发布了《小血管光子计数CT检查专家共识》，刊登于《岚江影像杂志》。",
    ],
)
def test_what_is_no_paper(text: str) -> None:
    assert told(text) == set()


def test_a_title_that_is_wrapped() -> None:
    text = (
        "近日，柏若涵团队在光声断层成像研究中取得重要进展，相关成果以“Single-breath-hold\n"
        "photoacoustic computed tomography of the whole breast with deep learning\n"
        "reconstruction”为题发表在国际期刊Medical Physics上。论文第一作者为许静仪\n"
        "医师，柏若涵主任医师为通讯作者，第二作者是张静新。"
    )
    title = "Single-breath-hold photoacoustic computed tomography of the whole breast with deep learning reconstruction"
    assert told(text) == {
        (title, "PUBLISHED_IN", "Medical Physics", None, None),
        ("柏若涵", "AUTHORED", title, None, None),
        ("许静仪", "AUTHORED", title, 1, None),
        ("柏若涵", "AUTHORED", title, None, True),
        ("张静新", "AUTHORED", title, 2, None),
    }


def test_a_translation_inside_the_marks() -> None:
    text = (
        "7月21日，Radiology（《放射学》）杂志在线发表了岚江医院柏若涵团队的“超声造影到达时间差鉴别肺部病灶"
        "（Arrival Time Difference on Contrast Ultrasound）”一文。文章第一作者西陵大学2018级硕士研究生毕若珂参与了课题。"
    )
    title = "超声造影到达时间差鉴别肺部病灶"
    assert {fact[:4] for fact in told(text)} == {
        (title, "PUBLISHED_IN", "Radiology", None),
        ("柏若涵", "AUTHORED", title, None),
        ("毕若珂", "AUTHORED", title, 1),
    }


def test_authors_are_of_the_paper_of_their_paragraph() -> None:
    text = (
        "论文《小血管光子计数成像的噪声抑制》发表于《岚江影像杂志》，第一作者为邹立本。\n"
        "论文《深部脑区定量磁化率成像的校正》发表于《西陵波谱杂志》，第一作者为葛若海。\n"
        "张静新为通讯作者。"
    )
    assert {fact[:3] for fact in told(text) if fact[1] == "AUTHORED"} == {
        ("邹立本", "AUTHORED", "小血管光子计数成像的噪声抑制"),
        ("葛若海", "AUTHORED", "深部脑区定量磁化率成像的校正"),
    }


def test_authors_are_at_the_house_told_with_them() -> None:
    text = f"论文“{TITLE}”发表于《Medical Physics》，通讯作者为岚江医院焦立群教授和西陵大学物理系周静研究员。"
    assert {("焦立群", "AFFILIATED_WITH", "岚江医院"), ("周静", "AFFILIATED_WITH", "西陵大学")} <= stated(text)


def test_our_school_is_of_the_university_whose_page_it_is() -> None:
    text = "近日，我校光电学院苗若兰教授课题组与岚江医院超声科霍启明主任团队合作。\n来源：光电学院 发布时间：2031-03-05"
    page = dataclasses.replace(document(text), title="西陵大学光电学院新闻网")
    facts = [one for one in ProseIngester().ingest(page, pipeline()) if isinstance(one, Fact)]
    assert {(one.subject.name, one.object.name) for one in facts if one.predicate == "AFFILIATED_WITH"} == {
        ("苗若兰", "西陵大学光电学院"),
        ("霍启明", "岚江医院"),
    }


def test_a_paper_in_labelled_lines() -> None:
    title = "光声成像在关节炎早期评估中的应用"
    text = f"论文题目：{title}\n发表期刊：岚江激光学报\n第一作者：褚航\n通讯作者：苗若兰"
    assert told(text) == {
        (title, "PUBLISHED_IN", "岚江激光学报", None, None),
        ("褚航", "AUTHORED", title, 1, None),
        ("苗若兰", "AUTHORED", title, None, True),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"《Medical Physics》刊发了岚江大学焦立群教授的最新研究成果：“{TITLE}”。", {by("焦立群")}),
        (f"焦立群，博士，曾以第一作者身份在《Medical Physics》上撰文“{TITLE}”。", {by("焦立群", 1)}),
        (f"论文投稿《Radiology》未获录用，最终发表在《Medical Physics》上，题为“{TITLE}”。", set()),
    ],
)
def test_whose_paper_it_is(text: str, found: set[Said]) -> None:
    assert told(text) == found | {(TITLE, "PUBLISHED_IN", "Medical Physics", None, None)}


def test_the_year_in_a_note() -> None:
    text = f"论文“{TITLE}”发表于《Medical Physics》（2033, IF=4.2）。"
    assert told(text) == {(TITLE, "PUBLISHED_IN", "Medical Physics", 2033, None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "《岚江放射学杂志》刊发了霍启明教授的《深度学习重建在低剂量CT中的应用》。",
            {("霍启明", "AUTHORED"), ("岚江放射学杂志", "PUBLISHED_IN")},
        ),
        (
            "霍启明等发表于《岚江放射学杂志》的《深度学习重建在低剂量CT中的应用》是较早的报道。",
            {("霍启明", "AUTHORED"), ("岚江放射学杂志", "PUBLISHED_IN")},
        ),
        (
            "文章题为“深度学习重建在低剂量CT中的应用”，第一作者为霍启明博士，刊于《岚江放射学杂志》。",
            {("霍启明", "AUTHORED"), ("岚江放射学杂志", "PUBLISHED_IN")},
        ),
        (
            "霍启明教授为论文“深度学习重建在低剂量CT中的应用”的通信作者，该文发表于《岚江放射学杂志》。",
            {("霍启明", "AUTHORED"), ("岚江放射学杂志", "PUBLISHED_IN")},
        ),
        ("《岚江日报》刊发了霍启明教授的《谈谈磁共振成像的安全问题》。", {("霍启明", "AUTHORED")}),
        ("《岚江放射学杂志》未刊发霍启明教授的《深度学习重建在低剂量CT中的应用》。", set()),
    ],
)
def test_papers_cited_in_a_sentence_of_a_review(text: str, expected: set[tuple[str, str]]) -> None:
    told = {(one[0] if one[1] == "AUTHORED" else one[2], one[1]) for one in stated(text)}
    assert {one for one in told if one[1] in ("AUTHORED", "PUBLISHED_IN")} == expected
