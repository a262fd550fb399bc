"""The curated lexica hold together: labels in both languages, no name twice, broader concepts that exist, no circles."""

from __future__ import annotations

from collections import defaultdict

import pytest

from kg.errors import OntologyError
from kg.ontology import SCHEMES, Concept, concepts, load
from kg.text import fold
from kg.vocab import LABELS

AT_LEAST = {"technologies": 180, "diseases": 150, "places": 420, "programmes": 60}

TWICE_ON_PURPOSE: dict[str, set[str]] = {}
"""Names that two concepts of a scheme bear deliberately, by scheme; nothing reads a name that is not told apart."""


def names(concept: Concept) -> set[str]:
    return {concept.zh, concept.en, *concept.alt}


def by_name(scheme: str) -> dict[str, Concept]:
    return {fold(name): concept for concept in concepts(scheme) for name in names(concept)}


def ancestors(scheme: str, concept: Concept) -> set[str]:
    known = {one.id: one for one in concepts(scheme)}
    found: set[str] = set()
    waiting = list(concept.broader)
    while waiting:
        above = waiting.pop()
        if above not in found:
            found.add(above)
            waiting += known[above].broader
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_there_are_enough(scheme: str) -> None:
    assert len(concepts(scheme)) >= AT_LEAST[scheme]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_concept_has_one_preferred_label_a_language(scheme: str) -> None:
    from rdflib import Literal
    from rdflib.namespace import RDF, SKOS

    graph = load(scheme)
    for subject in graph.subjects(RDF.type, SKOS.Concept):
        labels = [label for label in graph.objects(subject, SKOS.prefLabel) if isinstance(label, Literal)]
        languages = sorted(str(label.language) for label in labels)
        assert languages == ["en", "zh"], (
            f"{scheme}.ttl: {subject} has prefLabels in {languages}; give it one in zh and one in en"
        )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_names_are_clean(scheme: str) -> None:
    for concept in concepts(scheme):
        for name in names(concept):
            assert name == name.strip(), f"{scheme}.ttl: {concept.id}: {name!r} is blank or has space around it; trim it"
            assert name, f"{scheme}.ttl: {concept.id} has a blank name; take it out"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_name_is_borne_twice(scheme: str) -> None:
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for concept in concepts(scheme):
        for name in names(concept):
            bearers[fold(name)].add(concept.id)
    twice = {
        name: sorted(ids) for name, ids in bearers.items() if len(ids) > 1 and name not in TWICE_ON_PURPOSE.get(scheme, set())
    }
    assert not twice, (
        f"{scheme}.ttl: several concepts bear one name, so a text cannot tell them apart: {twice}; take it from all but one"
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_broader_concepts_exist(scheme: str) -> None:
    known = {concept.id for concept in concepts(scheme)}
    lost = {concept.id: sorted(set(concept.broader) - known) for concept in concepts(scheme) if set(concept.broader) - known}
    assert not lost, f"{scheme}.ttl: skos:broader points at what is not there: {lost}; add the concept or mend its id"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_concept_is_broader_than_itself(scheme: str) -> None:
    circles = sorted(concept.id for concept in concepts(scheme) if concept.id in ancestors(scheme, concept))
    assert not circles, f"{scheme}.ttl: skos:broader runs in a circle through {circles}; take one of the links out"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_labels_are_those_of_the_graph(scheme: str) -> None:
    found = {concept.label for concept in concepts(scheme)}
    assert found <= set(LABELS)
    assert scheme == "programmes" or len(found) == 1


@pytest.mark.parametrize(
    ("scheme", "said", "expected"),
    [
        ("technologies", "心脏磁共振", "CMR"),
        ("technologies", "钆延迟强化", "LGE"),
        ("technologies", "细胞外容积分数", "ECV"),
        ("technologies", "体外膜肺氧合", "ECMO"),
        ("technologies", "正电子发射断层成像", "PET"),
        ("technologies", "PET-CT", "PET/CT"),
        ("technologies", "支持向量机", "SVM"),
        ("technologies", "support vector machine", "SVM"),
        ("technologies", "放射组学", "影像组学"),
        ("technologies", "MRI", "磁共振成像"),
        ("technologies", "合成少数类过采样", "SMOTE"),
        ("technologies", "植入型心律转复除颤器", "ICD"),
        ("diseases", "心衰", "心力衰竭"),
        ("diseases", "HFpEF", "射血分数保留型心力衰竭"),
        ("diseases", "DCM", "扩张型心肌病"),
        ("diseases", "STEMI", "急性ST段抬高型心肌梗死"),
        ("diseases", "AF", "心房颤动"),
        ("places", "石家庄", "石家庄市"),
        ("places", "江西九江", "九江市"),
        ("places", "United States of America", "美国"),
        ("programmes", "973计划", "国家重点基础研究发展计划"),
        ("programmes", "国家科技进步奖", "国家科学技术进步奖"),
        ("programmes", "杰青", "国家杰出青年科学基金"),
    ],
)
def test_what_the_field_says_is_found(scheme: str, said: str, expected: str) -> None:
    assert by_name(scheme)[fold(said)].zh == expected


@pytest.mark.parametrize(
    ("scheme", "narrow", "broad"),
    [
        ("technologies", "T1 mapping", "磁共振成像"),
        ("technologies", "PET/CT", "多模态成像"),
        ("technologies", "SPECT", "核素成像"),
        ("technologies", "脑磁图", "生物电/磁成像"),
        ("technologies", "冷冻电镜", "电子显微成像"),
        ("technologies", "超声微泡", "成像标记物"),
        ("technologies", "离体成像", "生物医学影像"),
        ("diseases", "肺腺癌", "肿瘤"),
        ("diseases", "HFrEF", "心血管疾病"),
        ("places", "延边", "吉林省"),
        ("places", "海淀区", "中国"),
        ("programmes", "面上项目", "国家自然科学基金"),
    ],
)
def test_what_lies_within_what(scheme: str, narrow: str, broad: str) -> None:
    known = by_name(scheme)
    assert known[fold(broad)].id in ancestors(scheme, known[fold(narrow)])


def test_every_province_has_its_cities() -> None:
    within: defaultdict[str, int] = defaultdict(int)
    for concept in concepts("places"):
        for above in concept.broader:
            within[above] += 1
    provinces = [concept for concept in concepts("places") if concept.broader == ("china",)]
    bare = sorted(one.zh for one in provinces if not within[one.id])
    assert len(provinces) == 34
    assert bare == ["澳门", "香港"]


def test_an_unknown_scheme_says_which_there_are() -> None:
    with pytest.raises(OntologyError, match='no scheme "planets"; there are technologies, diseases, places, programmes'):
        concepts("planets")
