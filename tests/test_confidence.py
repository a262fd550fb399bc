"""Confidence is measured: the table is as the estimator makes it, holds every rule, and reaches the evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.confidence import COLUMNS, PRIOR, TABLE, confidence, estimate, measured
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document, versions
from tests.confidence import ROOT, Counts, average, rules_on_test_documents, table
from tests.test_cli import NOMINATION

REPAIR = "run python -m tests.confidence, and read what it changed in ingest/confidence.tsv"


def test_every_rule_is_in_the_table() -> None:
    unknown = sorted(rules_on_test_documents() - measured().keys())
    assert not unknown, f"{len(unknown)} rules have the prior {PRIOR} for want of counts: {', '.join(unknown)}; {REPAIR}"


def test_the_table_is_as_the_estimator_makes_it() -> None:
    head, *lines = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
    assert tuple(head) == COLUMNS
    assert [rule for rule, *_ in lines] == sorted({rule for rule, *_ in lines})
    for rule, right, judged, unjudged, told in lines:
        assert int(right) <= int(judged), rule
        assert float(told) == estimate(int(right), int(judged), int(unjudged)), f"{rule}: {REPAIR}"


@pytest.mark.parametrize(("better", "worse"), [((9, 9), (8, 9)), ((90, 90), (9, 9)), ((9, 9), (9, 9, 30))])
def test_more_that_is_right_is_surer(better: tuple[int, ...], worse: tuple[int, ...]) -> None:
    assert estimate(*better) > estimate(*worse)


def test_a_rule_that_was_never_judged_has_the_prior() -> None:
    assert confidence("NO_SUCH_RULE") == PRIOR == estimate(0, 0)


def test_evidence_is_as_sure_as_its_rule(tmp_path: Path) -> None:
    path = tmp_path / "nomination.txt"
    path.write_text(NOMINATION, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    assert kept
    assert {one.evidence.rule: one.evidence.confidence for one in kept} == {
        one.evidence.rule: confidence(one.evidence.rule) for one in kept
    }


def test_facts_are_as_sure_on_average_as_their_rules() -> None:
    counts = Counts(rules={"A", "B"})
    for _ in range(3):
        counts.take(["A"], right=True)
    counts.take(["B"], right=False)
    assert average(counts) == pytest.approx((3 * estimate(3, 3) + estimate(0, 1)) / 4)


def test_what_was_counted_is_written() -> None:
    counts = Counts(rules={"B", "A"})
    counts.take(["A", "A", "B"], right=True)
    counts.take(["A"], right=False)
    counts.take(["A"], right=None)
    assert table(counts).splitlines()[1:] == [f"A\t1\t2\t1\t{estimate(1, 2, 1):.3f}", f"B\t1\t1\t0\t{estimate(1, 1):.3f}"]


def test_a_changed_table_is_a_changed_release(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Documents are read again after the table changed: its bytes are in the fingerprint."""
    before = versions()
    copy = tmp_path / "ingest"
    copy.mkdir()
    for path in (ROOT / "ingest").glob("*.*"):
        (copy / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr("ingest.pipeline.__file__", str(copy / "pipeline.py"))
    versions.cache_clear()
    try:
        same = versions()
        (copy / TABLE.name).write_text("rule\n", "utf-8")
        versions.cache_clear()
        assert versions() != same
    finally:
        monkeypatch.undo()
        versions.cache_clear()
    assert versions() == before
