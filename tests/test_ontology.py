"""The landscape: the contract it keeps, what is generated from it, and what it says of facts that do not fit."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import Attribute, EntityRef, Evidence, Fact, Span, Value
from kg.ontology import (
    check,
    check_attribute,
    classes,
    field_terms,
    load,
    predicates,
    render_ends,
    render_properties,
    render_vocab,
)
from kg.paths import ontology_dir
from kg.properties import PROPERTIES
from kg.vocab import LABELS, PREDICATES

ROOT = Path(__file__).resolve().parents[1]
QUOTE = Evidence(document="doc_1", span=Span(start=0, end=2), quote="甲乙", ingester="test", rule="RULE")

ABOUT = "Achievement Innovation Grant Conference ConferenceSeries Publication Facility FundingProgram"
MEASURED = "Achievement Innovation Facility FundingProgram Organization Technology Place Award ConferenceSeries Publication"
PROGRAMME_KINDS = "Organization FundingProgram ConferenceSeries"

CONTRACT = {
    "AFFILIATED_WITH": ("Person", "Organization", "title position"),
    "PARTICIPATED_IN": ("Person", "Achievement", "rank"),
    "COMPLETED": ("Organization", "Achievement", "rank"),
    "NOMINATED": ("Organization", "Achievement", ""),
    "NOMINATED_FOR": ("Achievement", "Award", "year category"),
    "RECEIVED": ("Person Achievement Organization Technology", "Award", "year grade rank"),
    "HAS_INNOVATION": ("Achievement", "Innovation", "number"),
    "CONTRIBUTED_TO": ("Person Organization", "Innovation", ""),
    "CONCERNS": (ABOUT, "Technology", ""),
    "WORKS_ON": ("Person Organization", "Technology", ""),
    "TARGETS": ("Achievement Innovation Publication Grant FundingProgram Technology", "Disease", ""),
    "BROADER": ("Technology", "Technology", ""),
    "ADOPTED_BY": ("Achievement Technology", "Organization Place", ""),
    "FUNDED_BY": ("Grant Achievement Facility", "FundingProgram Organization", "amount_wan year joint"),
    "PART_OF": (PROGRAMME_KINDS, PROGRAMME_KINDS, ""),
    "RUN_BY": ("FundingProgram Award ConferenceSeries Conference", "Organization", "role"),
    "LEADS": ("Person", "Grant", ""),
    "HOSTED_BY": ("Grant Facility", "Organization", ""),
    "IN_SERIES": ("Conference", "ConferenceSeries", "number"),
    "CHAIRED": ("Person", "Conference", "order"),
    "HELD_IN": ("Conference", "Place", ""),
    "AUTHORED": ("Person", "Publication Guideline", "order corresponding role"),
    "PUBLISHED_IN": ("Publication", "Journal", "year"),
    "OUTPUT_OF": ("Publication Guideline", "Achievement", "number"),
    "LOCATED_IN": ("Organization Facility", "Place", ""),
    "BUILT": ("Person Organization", "Facility", ""),
    "HAS_METRIC": (MEASURED, "Metric", "value unit comparator"),
    "MEMBER_OF": ("Person", "Organization", "role"),
    "IN_DOCUMENT": ("Passage", "Document", ""),
}
"""What other people's files and questions rely on; the ontology may add to it, never take away."""
WIDENED = {"HAS_METRIC": {"Conference"}, "RUN_BY": {"Journal"}}
"""What was added to the subjects of predicates of the contract (decision 0011)."""


def ref(label: str) -> EntityRef:
    return EntityRef(label=label, name="甲乙")


def fact(source: str, predicate: str, target: str, qualifiers: Mapping[str, Value] | None = None) -> Fact:
    return Fact(subject=ref(source), predicate=predicate, object=ref(target), qualifiers=qualifiers or {}, evidence=QUOTE)


def attribute(label: str, name: str, value: Value) -> Attribute:
    return Attribute(subject=ref(label), name=name, value=value, evidence=QUOTE)


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contract_is_kept(name: str) -> None:
    source, target, qualifiers = (set(words.split()) for words in CONTRACT[name])
    spec = PREDICATES[name]
    added = {"Policy", "Recommendation", "Assessment"} | WIDENED.get(name, set())
    assert (set(spec.domain) - added, set(spec.range)) == (source, target), (
        f"{name}: mend rdfs:domain or rdfs:range in landscape.ttl"
    )
    assert qualifiers <= set(spec.qualifiers), f"{name} lacks a qualifier; add it to meta:qualifiers in landscape.ttl"


@pytest.mark.parametrize(
    ("path", "render"),
    [("kg/vocab.py", render_vocab), ("kg/properties.py", render_properties), ("ontology/ends.ttl", render_ends)],
)
def test_generated_files_are_current(path: str, render: object) -> None:
    assert callable(render)
    assert (ROOT / path).read_text("utf-8") == render(), f"{path} is older than ontology/landscape.ttl; run `make vocab`"


@pytest.mark.parametrize("path", ["kg/vocab.py", "kg/properties.py"])
def test_generated_python_is_laid_out_as_ruff_does(path: str) -> None:
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or shutil.which("ruff")
    if ruff is None:
        pytest.skip("ruff is not installed; `pip install -e .[dev]` brings it")
    text = (ROOT / path).read_text("utf-8")
    done = subprocess.run(
        [ruff, "format", "--stdin-filename", path, "-"], input=text, capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout == text, f"{path}: ruff would lay it out otherwise; mend kg/ontology/source.py"


def test_colours_and_orders_tell_labels_apart() -> None:
    colours = [spec.color for spec in LABELS.values()]
    twice = sorted({colour for colour in colours if colours.count(colour) > 1})
    assert not twice, f"meta:color {twice} is borne by several labels in landscape.ttl; give each its own"
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours), "a meta:color is written as #rrggbb, lower case"
    assert [spec.order for spec in LABELS.values()] == list(range(1, len(LABELS) + 1))


def test_names_tell_labels_and_predicates_apart() -> None:
    for table in (LABELS, PREDICATES):
        for names in ([spec.zh for spec in table.values()], [spec.en.casefold() for spec in table.values()]):
            assert len(names) == len(set(names)), f"a name is borne twice in landscape.ttl: {sorted(names)}"


def test_keys_are_fields_that_the_label_has() -> None:
    for label, spec in LABELS.items():
        unknown = set(spec.key) - {"name"} - set(PROPERTIES[label])
        assert not unknown, f"{label}: meta:key names {unknown}, which is none of its meta:properties"


def test_every_field_has_a_term() -> None:
    stated = {(label, name) for label, specs in PROPERTIES.items() for name in specs}
    stated |= {(name, field) for name, spec in PREDICATES.items() for field in spec.qualifiers}
    assert set(field_terms()) == stated
    assert {label: spec.key for label, spec in LABELS.items() if spec.key != ("name",)} == {
        "Document": ("sha256",),
        "Passage": ("document", "start", "end"),
    }


def test_same_label_stands_where_both_ends_are_alike() -> None:
    alike = {name for name, spec in PREDICATES.items() if spec.same_label}
    assert alike == {"PART_OF", "SUCCEEDS"}
    assert not PREDICATES["PART_OF"].joins("Organization", "FundingProgram")


def test_the_field_s_vocabularies() -> None:
    assert classes()["Person"].parents == ("http://www.w3.org/ns/prov#Person", "http://xmlns.com/foaf/0.1/Person")
    assert predicates()["AFFILIATED_WITH"].parents == ("https://schema.org/affiliation",)
    assert predicates()["AUTHORED"].inverse == ("http://purl.org/dc/terms/creator",)
    form = predicates()["MEMBER_OF"].statement
    assert form is not None
    assert form.type == "http://www.w3.org/ns/org#Membership"


def test_a_fact_fits_exactly_where_its_predicate_joins() -> None:
    for (name, spec), source, target in itertools.product(PREDICATES.items(), LABELS, LABELS):
        problem = check(fact(source, name, target))
        assert (problem is None) == spec.joins(source, target), f"{source} -{name}-> {target}: {problem}"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (fact("Persn", "LEADS", "Grant"), 'no label "Persn"; did you mean "Person"?'),
        (fact("Person", "LEAD", "Grant"), 'no predicate "LEAD"; did you mean "LEADS"?'),
        (fact("Grant", "LEADS", "Person"), "LEADS goes from Person to Grant, not from Grant to Person"),
        (fact("Organization", "PART_OF", "FundingProgram"), "Organization to Organization or FundingProgram to FundingProgram"),
        (fact("Person", "CHAIRED", "Conference", {"ordr": 1}), 'no qualifier of CHAIRED "ordr"; did you mean "order"?'),
        (fact("Conference", "HELD_IN", "Place", {"year": 2019}), "allowed: none"),
        (fact("Person", "CHAIRED", "Conference", {"order": "1"}), "CHAIRED.order is an integer, not '1'"),
        (fact("Person", "CHAIRED", "Conference", {"order": True}), "CHAIRED.order is an integer, not True"),
        (fact("Person", "CHAIRED", "Conference", {"order": (1, 2)}), "CHAIRED.order holds one integer, not a list"),
        (fact("Person", "AUTHORED", "Guideline", {"corresponding": 1}), "AUTHORED.corresponding is a boolean, not 1"),
        (fact("Person", "AFFILIATED_WITH", "Organization", {"title": " "}), "AFFILIATED_WITH.title is blank"),
        (fact("Person", "AFFILIATED_WITH", "Organization", {"years": ("2019", "2020")}), "years is an integer, not '2019'"),
    ],
)
def test_what_does_not_fit_is_told_with_what_is_allowed(wrong: Fact, said: str) -> None:
    assert said in (check(wrong) or "")


@pytest.mark.parametrize(
    "right",
    [
        fact("Person", "AFFILIATED_WITH", "Organization", {"title": "主任技师", "years": (2019, 2021), "basis": ("工作单位",)}),
        fact("Grant", "FUNDED_BY", "FundingProgram", {"amount_wan": 320, "year": 2021, "joint": False}),
        fact("Facility", "HAS_METRIC", "Metric", {"value": 2.5, "unit": "万例", "bound": ">="}),
        fact("Recommendation", "ADDRESSED_TO", "Organization"),
        fact("FundingProgram", "SUCCEEDS", "FundingProgram", {"year": 2016}),
    ],
)
def test_what_fits_is_let_through(right: Fact) -> None:
    assert check(right) is None


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        (attribute("Organization", "kind", "clinic"), "Organization.kind is one of hospital, university"),
        (attribute("Organization", "knd", "hospital"), 'no property of Organization "knd"; did you mean "kind"?'),
        (attribute("Conference", "start", "2019年3月"), "Conference.start is an ISO date"),
        (attribute("Conference", "start", "2019-13"), "Conference.start is an ISO date"),
        (attribute("Publication", "year", "2019"), "Publication.year is an integer, not '2019'"),
        (attribute("Planet", "year", 2019), 'no label "Planet"'),
    ],
)
def test_an_attribute_that_does_not_fit(stated: Attribute, said: str) -> None:
    assert said in (check_attribute(stated) or "")


@pytest.mark.parametrize(
    "stated",
    [
        attribute("Organization", "kind", "society_branch"),
        attribute("Conference", "start", "2019-03-18"),
        attribute("Conference", "number", "S7"),
        attribute("Publication", "impact_factor", 4),
        attribute("Grant", "years", (2019, 2020)),
    ],
)
def test_an_attribute_that_fits(stated: Attribute) -> None:
    assert check_attribute(stated) is None


def broken_copy(folder: Path, was: str, becomes: str) -> tuple[Path, int]:
    """A landscape in ``folder`` with one change, and the line where it was made."""
    text = (ontology_dir() / "landscape.ttl").read_text("utf-8")
    assert text.count(was) == 1, f"{was!r} stands {text.count(was)} times in landscape.ttl; the test needs one"
    (folder / "landscape.ttl").write_text(text.replace(was, becomes), "utf-8")
    return folder, text[: text.index(was)].count("\n") + 1


def test_broken_turtle_is_told_with_its_line(tmp_path: Path) -> None:
    folder, line = broken_copy(tmp_path, ":CHAIRED a owl:ObjectProperty ;", ":CHAIRED a a owl:ObjectProperty ;")
    with pytest.raises(OntologyError, match=rf"landscape\.ttl:{line}: not Turtle"):
        load("landscape", folder)


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('rdfs:label "执行主席"@zh, "chaired"@en', 'rdfs:label "chaired"@en', "CHAIRED: lacks rdfs:label in zh or en"),
        ("某人担任某次会议的执行主席。", '"@zh, "x"@fr, "', ""),
        ("meta:order 20 ;", "", "CHAIRED: has no meta:order"),
        ('meta:color "#76b7b2" ;', "", "Conference: lacks meta:color"),
        (':chairOrder ; meta:merge "single"', ':chairOrder ; meta:merge "newest"', "CHAIRED: has a qualifier without"),
        ('"The place in the list, from 1."@en ;\n    rdfs:range xsd:integer', '"x"@en', "chairOrder: has no rdfs:range"),
    ],
)
def test_a_landscape_with_a_hole_is_told_with_file_and_line(tmp_path: Path, was: str, becomes: str, said: str) -> None:
    text = (ontology_dir() / "landscape.ttl").read_text("utf-8")
    subject = said.partition(":")[0]
    start = text.index(f"\n:{subject} a ") if subject else 0
    place = text.index(was, start)
    (tmp_path / "landscape.ttl").write_text(text[:place] + becomes + text[place + len(was) :], "utf-8")
    if not said:
        assert render_vocab(tmp_path)
        return
    line = text[: start + 1].count("\n") + 1
    with pytest.raises(OntologyError, match=rf"landscape\.ttl:{line}: {re.escape(said)}"):
        render_vocab(tmp_path)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"landscape\.ttl: cannot be read .* restore it"):
        load("landscape", tmp_path)


def test_importing_the_ontology_leaves_rdflib_alone() -> None:
    code = "import sys, kg.shapes, kg.export.rdf; sys.exit(bool({'rdflib', 'pyshacl'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_qualifier_is_called_like_what_every_edge_has() -> None:
    from kg.store.flatten import RESERVED

    taken = {(name, one) for name, spec in PREDICATES.items() for one in spec.qualifiers if one in RESERVED}
    assert not taken, "a store keeps these names for itself; call the property of kg/store/flatten.py otherwise"
