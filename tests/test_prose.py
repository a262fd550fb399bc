"""Running text becomes facts: whole texts against golden facts, single rules on sentences of our own."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from ingest.base import Ingester
from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.prose.blocks import sentences
from ingest.readers.text import TextReader
from kg.codec import plain
from kg.model import Alias, Assertion, Attribute, Document, Fact, Passage, Span
from kg.ontology import check, check_attribute

WIDTH = 25
TEXTS = sorted((Path(__file__).parent / "data" / "prose").glob("*.txt"))


@cache
def read(path: Path) -> tuple[Document, tuple[Assertion, ...]]:
    document = TextReader().read(path)
    return document, tuple(ProseIngester().ingest(document, pipeline()))


def document(text: str, *, kind: str = "paragraph") -> Document:
    """A document of one passage a line."""
    passages, start = [], 0
    for index, line in enumerate(text.split("\n")):
        passages.append(Passage(index=index, kind=kind, span=Span(start=start, end=start + len(line))))
        start += len(line) + 1
    return Document(
        id="doc_1", source="a.txt", sha256="0", media_type="text/plain", title="", text=text, passages=tuple(passages)
    )


def stated(text: str) -> set[tuple[str, str, str]]:
    """Subject, predicate and object of each fact of the text, figures left out."""
    assertions = ProseIngester().ingest(document(text), pipeline())
    return {
        (one.subject.name, one.predicate, one.object.name)
        for one in assertions
        if isinstance(one, Fact) and one.predicate != "HAS_METRIC"
    }


def golden(assertions: tuple[Assertion, ...]) -> list[str]:
    """The assertions as sorted JSON lines, without their places."""
    return sorted({json.dumps(_line(one), ensure_ascii=False, sort_keys=True) for one in assertions})


def _line(one: Assertion) -> dict[str, object]:
    rule = one.evidence.rule
    if isinstance(one, Fact):
        ends = {"s": [one.subject.label, one.subject.name], "p": one.predicate, "o": [one.object.label, one.object.name]}
        return {**ends, "q": plain(one.qualifiers), "rule": rule}
    if isinstance(one, Attribute):
        return {"n": [one.subject.label, one.subject.name], "a": {one.name: one.value}, "rule": rule}
    return {"alias": one.name, "of": [one.of.label, one.of.name], "rule": rule}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_gives_its_golden_facts(path: Path) -> None:
    """Run ``python -m tests.test_prose`` to write the golden files anew, and look at what changed."""
    assert golden(read(path)[1]) == path.with_suffix(".jsonl").read_text("utf-8").splitlines()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_assertion_fits_the_ontology_and_quotes_its_document(path: Path) -> None:
    text, assertions = read(path)
    for one in assertions:
        span = one.evidence.span
        assert text.text[span.start : span.end] == one.evidence.quote
        if isinstance(one, Fact):
            assert check(one) is None
            assert one.predicate in ProseIngester.emits
        elif isinstance(one, Attribute):
            assert check_attribute(one) is None
        else:
            assert isinstance(one, Alias)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_line_breaks_change_nothing(path: Path, tmp_path: Path) -> None:
    """The same text, wrapped as a PDF's text layer wraps it, gives the same facts."""
    wrapped = tmp_path / path.name
    wrapped.write_text("\n".join(map(_wrapped, path.read_text("utf-8").splitlines())), "utf-8")
    assert _facts(read(wrapped)[1]) == _facts(read(path)[1])


def _wrapped(line: str) -> str:
    """The line in pieces of about 25 characters, no Latin word or number broken."""
    pieces, start = [], 0
    for unit in re.finditer(r"[A-Za-z0-9.,/%\-]+|.", line):
        if unit.end() - start > WIDTH:
            pieces.append(line[start : unit.start()])
            start = unit.start()
    return "\n".join([*pieces, line[start:]])


def _facts(assertions: tuple[Assertion, ...]) -> set[tuple[str, str, str]]:
    return {(one.subject.name, one.predicate, one.object.name) for one in assertions if isinstance(one, Fact)}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("岚江大学的苏映雪教授课题组发明了超快成像方法。", ("苏映雪", "AFFILIATED_WITH", "岚江大学")),
        ("以程默涵院士为首的岚江大学团队提出了新的思路。", ("程默涵", "AFFILIATED_WITH", "岚江大学")),
        ("由岚江理工大学卓越然领衔的研究团队建立了评价标准。", ("卓越然", "AFFILIATED_WITH", "岚江理工大学")),
        ("岚江大学马千里、孔令舟团队研制了微型显微镜。", ("马千里", "AFFILIATED_WITH", "岚江大学")),
        ("岚江大学教授叶问渠率先开展了研究。", ("叶问渠", "AFFILIATED_WITH", "岚江大学")),
        ("中科院岚江光机所田小禾团队开发了荧光成像系统。", ("田小禾", "AFFILIATED_WITH", "中国科学院岚江光机所")),
        ("活体影像基础设施由岚江大学和云浦理工大学共同建设。", ("云浦理工大学", "BUILT", "活体影像基础设施")),
        ("由岚江医院牵头，联合全国21家医院建立了罕见病影像数据库。", ("岚江医院", "BUILT", "罕见病影像数据库")),
        ("依托岚江大学建设的岚江生物影像中心通过验收。", ("岚江生物影像中心", "HOSTED_BY", "岚江大学")),
        ("岚江省超声医学论坛由岚江医科大学主办。", ("岚江省超声医学论坛", "RUN_BY", "岚江医科大学")),
        ("“肝癌早诊关键技术研究”获岚江省科学技术进步二等奖。", ("肝癌早诊关键技术研究", "RECEIVED", "岚江省科学技术进步奖")),
    ],
)
def test_a_sentence_states_a_fact(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "该方法由王晨等[13]提出，张苗等[8]作了验证。",
        "多家医院和研究所参与了高血压患者的管理。",
        "美国医院有医学物理师的职业通道。",
        "建议成立国家级的专家咨询委员会。",
        "段青崖毕业于青岚大学，和平时一样工作。",
        "我国目前没有以影像为主要任务的国家实验室和国家重点实验室。",
        "建立了完善的管理平台，发挥了重要作用。",
        "各级医院应当依托学科建设影像平台。",
    ],
)
def test_a_sentence_states_nothing(text: str) -> None:
    assert stated(text) == set()


def qualifiers(text: str, predicate: str) -> list[dict[str, object]]:
    """The qualifiers of each fact of a predicate, in the order of the text."""
    assertions = ProseIngester().ingest(document(text), pipeline())
    return [dict(plain(one.qualifiers)) for one in assertions if isinstance(one, Fact) and one.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "predicate", "told"),
    [
        ("2021年，当地在成都多家医院安装了超声弹性成像设备。", "ADOPTED_BY", {"year": 2021}),
        ("岚江影像科技有限公司研制了光声成像系统，已销往欧洲12个国家。", "ADOPTED_BY", {"countries": 12}),
        ("岚江影像科技有限公司研制了光声成像系统，已安装在德国、法国的科研机构。", "ADOPTED_BY", {"user": ["科研机构"]}),
        (
            "2019年3月，岚江市政府和云浦大学共同出资2亿元创建岚江光学影像研究院。",
            "BUILT",
            {"role": ["共同出资创建"], "year": 2019, "date": "2019-03"},
        ),
        ("岚江影像科技有限公司实现了CT、PET/CT等高端影像设备整机系统的国产化。", "WORKS_ON", {"role": ["国产化"]}),
    ],
)
def test_how_far_when_and_as_what(text: str, predicate: str, told: dict[str, object]) -> None:
    assert told in qualifiers(text, predicate)


@pytest.mark.parametrize(
    ("text", "predicate", "name"),
    [
        ("该技术于2018年获批，当地在成都多家医院安装了超声弹性成像设备。", "ADOPTED_BY", "year"),
        ("岚江影像科技有限公司研制了光声成像系统，已销往欧洲，公司有12个国家的代理商。", "ADOPTED_BY", "countries"),
        ("岚江大学和云浦大学共同出资2亿元创建岚江光学影像研究院，2023年验收。", "BUILT", "year"),
    ],
)
def test_what_is_said_of_another_thing_is_no_qualifier(text: str, predicate: str, name: str) -> None:
    found = qualifiers(text, predicate)
    assert found
    assert not any(name in one for one in found)


def test_a_host_is_that_of_the_facility_named_before_it() -> None:
    text = (
        "2019年，临江大学牵头建设跨尺度声学成像设施。2021年，云岭省发展和改革委员会批准建设声学成像设施，依托单位是云岭大学。"
    )
    hosts = {(one, other) for one, predicate, other in stated(text) if predicate == "HOSTED_BY"}
    assert hosts == {("声学成像设施", "云岭大学")}


def test_an_award_form_is_left_to_others() -> None:
    form = document("推荐奖种\t医学科学技术奖\n项目名称\t某某研究\n主要完成人\t陈若楠")
    assert not ProseIngester().accepts(form)
    assert ProseIngester().accepts(document("岚江大学举办了一次会议。"))


def test_tables_captions_and_references_are_not_read() -> None:
    text = "\n".join(
        [
            "影像学科发展很快，岚江大学设有多个研究中心，投入逐年增加，",
            "表 1 岚江大学团队一览",
            "编号 姓名 单位",
            "1 陈若楠 岚江大学",
            "2 田小禾 岚江医院",
            "并且在未来五年内还会继续增加投入，扩大队伍规模，建设新的平台。",
            "这些工作需要多个学科的共同努力，也需要长期稳定的支持，目标明确。",
            "参考文献",
            "[1] 陈若楠, 田小禾. 影像学进展.",
        ]
    )
    words = " ".join(sentence.text for sentence in sentences(document(text)))
    assert "投入逐年增加，并且在未来" in words
    assert not any(name in words for name in ("陈若楠", "编号", "参考文献"))


def test_the_ingester_keeps_the_protocol() -> None:
    ingester: Ingester = ProseIngester()
    assert ingester.name == "prose"
    assert ingester.version


if __name__ == "__main__":
    for one in TEXTS:
        one.with_suffix(".jsonl").write_text("\n".join(golden(read(one)[1])) + "\n", "utf-8")
