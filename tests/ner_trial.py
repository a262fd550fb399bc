"""The trial that decided against a trained NER component: it is trained on sentences made here and held against the grammar.

``python -m tests.ner_trial [FOLDER...]`` trains (two minutes on one core) and prints, for people and organisations, precision
and recall of the grammar (ingest.names, ingest.people), of the model, of what
the lexica let pass of it, and of that beside the grammar, over the documents of the folders
(by default tests/data/unseen/prose), each name of the golden facts that stands in the text counting at every place.
A name that no golden fact holds counts as wrong for all alike, so precision tells who is better, not how good one is.
docs/decisions/0074 has the figures.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.lexicon import COMPOUND_SURNAMES, PLACES, SURNAMES, is_person, organization_kind
from ingest.names import organizations
from ingest.people import people
from ingest.pipeline import read_document
from kg.ontology import concepts

if TYPE_CHECKING:
    from spacy.language import Language

SENTENCES, EPOCHS, BATCH, SEED = 6000, 8, 64, 7
_GIVEN = (
    "明华伟建国志强晓东海云飞文辉军丽敏静秀兰芳英雪梅玉洁婷欣怡子涵宇轩浩然俊杰思远博"
    "雅诗琪若曦梓萱一凡嘉宁瑞霖泽楷铭川岚澄屿衡之书瑶逸清源"
)
_TABLE = """
schools 医科大学 大学 理工大学 医学院 中医药大学 师范大学 科技大学 工业大学
hospitals 附属第一医院 附属第二医院 附属医院 附属肿瘤医院 附属儿童医院 第三临床医院
local 人民医院 中心医院 第一人民医院 第二医院 中医医院 肿瘤医院 胸科医院 儿童医院 妇幼保健院
institutes 物理研究所 医学影像研究院 脑科学研究中心 先进技术研究院 生物医学工程研究所
companies 医疗科技有限公司 影像技术股份有限公司 生物医药有限公司 医疗器械有限责任公司
societies 医学会放射学分会 医学会核医学分会 医师协会超声医师分会 医学会 生物医学工程学会 抗癌协会肿瘤影像专业委员会
words 云湖 江岳 海陵 瑞康 仁济 博影 望湖 临川 明德 清源 华宁 天衡 东屿 南澄 启明 恒安 普惠 中衡
departments 核医学科 放射科 超声医学科 心内科 影像科 介入科 心脏外科 医学影像中心 肿瘤科
titles 教授 主任医师 副教授 研究员 副主任医师 主任 院长 院士 博士 主任技师 副研究员 书记
roles 主任委员 副主任委员 常务委员 候任主任委员 委员 会长 理事长 秘书长 组长
"""
_SLOTS = {line.split()[0]: line.split()[1:] for line in _TABLE.strip().splitlines()}
TEMPLATES = """
{O}{D}{P}{T}团队提出了基于{X}的新方法
{P}{T}团队与{O}合作，在{X}方面取得进展
会议由{S}主办，{O}承办，{O}协办
{O}的{P}{T}当选{S}{R}
{P}，{T}，博士生导师，现任{O}{D}主任，兼任{S}{R}
{P}、{P}、{P}任副{R}，{P}兼任秘书长
{O} {P}
{O}{D} {P}
{P}（{O}）、{P}（{O}）、{P}（{O}）
项目负责人：{P}，依托单位：{O}
由{O}{P}牵头的国家重点研发计划项目启动
大会主席{P}{T}致开幕词，{P}{T}主持开幕式
{O}副院长{P}介绍了{X}的临床应用
该设施由{O}建设，{O}和{O}参与共建
{O}引进首台{X}设备，年检查五千余人次
{P}毕业于{O}，获医学博士学位
科室现有医师二十人，其中{P}为学科带头人
近年来，{X}在临床上得到广泛应用
本研究采用{X}对患者进行随访，结果具有统计学意义
{X}可以无创评估病变的性质和范围
专家组由{P}、{P}和{P}组成，{P}任组长
{O}与{O}签署合作协议
执行主席为{P}{T}、{P}{T}和{P}{T}
成果由{P}完成，{O}参加
{P}在{O}任教三十年，培养了一批青年医师
通讯作者为{O}{P}，第一作者为{P}
在院长{P}的带领下，医院的{X}水平不断提高
感谢{O}的大力支持
{S}第十届委员会在会上成立，{P}当选{R}
各级医院应当加强{X}的质量控制
主要完成人：{P}、{P}、{P}；主要完成单位：{O}、{O}
我国学者{P}等首次报道了{X}
""".strip().splitlines()


def sentences(count: int, seed: int) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Sentences with the places of their people and organisations, made from templates and invented names."""
    draw = random.Random(seed)
    technologies = [one.zh for one in concepts("technologies") if one.zh]
    makers: dict[str, Callable[[], str]] = {
        "P": lambda: _person(draw),
        "O": lambda: _organization(draw),
        "S": lambda: _place(draw) + draw.choice(_SLOTS["societies"]),
        "D": lambda: draw.choice(_SLOTS["departments"]),
        "T": lambda: draw.choice(_SLOTS["titles"]),
        "R": lambda: draw.choice(_SLOTS["roles"]),
        "X": lambda: draw.choice(technologies),
    }
    for _ in range(count):
        text, spans = "", []
        for number, piece in enumerate(re.split(r"\{(\w)\}", draw.choice(TEMPLATES))):
            made = makers[piece]() if number % 2 else piece
            if number % 2 and piece in "POS":
                spans.append((len(text), len(text) + len(made), "PERSON" if piece == "P" else "ORGANIZATION"))
            text += made
        yield text + "。", spans


def _person(draw: random.Random) -> str:
    surname = draw.choice(sorted(COMPOUND_SURNAMES if draw.random() < 0.03 else SURNAMES))
    return surname + "".join(draw.choices(_GIVEN, k=1 if draw.random() < 0.25 else 2))


def _place(draw: random.Random) -> str:
    return draw.choice(sorted(name for name, kind in PLACES.items() if kind in ("province", "city")))


def _organization(draw: random.Random) -> str:
    school = draw.choice((draw.choice(_SLOTS["words"]), _place(draw))) + draw.choice(_SLOTS["schools"])
    return draw.choice(
        (
            school,
            school + draw.choice(_SLOTS["hospitals"]),
            _place(draw) + draw.choice(_SLOTS["local"]),
            draw.choice(("中国科学院", "")) + draw.choice(_SLOTS["words"]) + draw.choice(_SLOTS["institutes"]),
            _place(draw) + draw.choice(_SLOTS["words"]) + draw.choice(_SLOTS["companies"]),
        )
    )


def trained() -> Language:
    """A small model (hash embeddings, four convolutions of width 96) trained on the sentences, a token a character."""
    import spacy
    from spacy.training import Example
    from thinc.api import fix_random_seed

    fix_random_seed(SEED)
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "char"}}})
    nlp.add_pipe("ner")
    made = [Example.from_dict(nlp.make_doc(text), {"entities": spans}) for text, spans in sentences(SENTENCES, SEED)]
    optimizer = nlp.initialize(lambda: made)
    draw = random.Random(SEED)
    for _ in range(EPOCHS):
        draw.shuffle(made)
        for start in range(0, len(made), BATCH):
            nlp.update(made[start : start + BATCH], sgd=optimizer, drop=0.3)
    return nlp


Spans = set[tuple[int, int, str]]
WAYS = ("grammar", "model", "model + lexica", "all three")


def by_grammar(line: str) -> Spans:
    """What the project's grammar finds in a line."""
    bodies = list(organizations(line))
    found = {(one.start, one.end, "ORGANIZATION") for one in bodies}
    return found | {(one.start, one.end, "PERSON") for one in people(line, bodies)}


def by_model(nlp: Language, line: str) -> Spans:
    """What the model finds in a line."""
    return {(one.start_char, one.end_char, one.label_) for one in nlp(line).ents}


def lawful(line: str, found: Spans) -> Spans:
    """Those that the lexica let pass: a surname and a given name, an organisation's ending."""
    return {one for one in found if (is_person if one[2] == "PERSON" else organization_kind)(line[one[0] : one[1]])}


def joined(first: Spans, second: Spans) -> Spans:
    """The first, with those of the second that touch none of them."""
    return first | {one for one in second if not any(one[0] < other[1] and other[0] < one[1] for other in first)}


def wanted(line: str, names: dict[str, str]) -> Spans:
    """Where the golden names stand in a line, the longest first."""
    found: Spans = set()
    for name in sorted(names, key=len, reverse=True):
        places = {(match.start(), match.end(), names[name]) for match in re.finditer(re.escape(name), line)}
        found = joined(found, places)
    return found


def golden_names(path: Path) -> dict[str, str]:
    """The people and organisations of a golden file, with the other names it gives them."""
    labels = {"Person": "PERSON", "Organization": "ORGANIZATION"}
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    ends = [end for row in rows for key in ("s", "o", "n", "alias") if isinstance(end := row.get(key), list)]
    allowed = [end for row in rows for fact in row.get("not_scored_facts", ()) for end in (fact["s"], fact["o"])]
    return {name: labels[label] for label, name in (*ends, *allowed) if label in labels}


@dataclass
class Count:
    """Names found that are wanted, found, wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: Spans, wanted: Spans) -> None:
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        return f"precision {precision:.3f} recall {recall:.3f} ({self.wanted} names)"


def lines(folders: list[Path]) -> Iterator[tuple[str, Spans]]:
    """The lines of the documents beside golden files, with the golden names that stand in them."""
    for golden in sorted(path for folder in folders for path in folder.glob("*.jsonl")):
        names = golden_names(golden)
        source = next(one for one in golden.parent.glob(golden.name.split(".")[0] + ".*") if one.suffix != ".jsonl")
        for line in filter(str.strip, read_document(source).text.splitlines()):
            yield line, wanted(line, names)


def main(folders: list[Path]) -> None:
    """Train, measure, print."""
    nlp = trained()
    counts = {(way, label): Count() for way in WAYS for label in ("PERSON", "ORGANIZATION")}
    for line, gold in lines(folders):
        grammar, model = by_grammar(line), by_model(nlp, line)
        passed = lawful(line, model)
        for way, spans in zip(WAYS, (grammar, model, passed, joined(grammar, passed)), strict=True):
            for label in ("PERSON", "ORGANIZATION"):
                counts[way, label].add(_of(label, spans), _of(label, gold))
    for (way, label), count in counts.items():
        print(f"{way:15} {label:13} {count}")


def _of(label: str, spans: Spans) -> Spans:
    return {one for one in spans if one[2] == label}


if __name__ == "__main__":
    main([Path(place) for place in sys.argv[1:]] or [Path(__file__).parent / "data" / "unseen" / "prose"])
