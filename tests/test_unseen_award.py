"""Nomination forms and award notices against what a careful reader finds in each.

The documents were written in eleven rounds, each before the ingesters had been run on it; what a round showed was then put
right by general rules. Precision and recall of a round when it was first read, oldest first: 0.917 and 0.746 (ten
documents), 0.890 and 0.761, 0.995 and 0.989 (the layouts that were known), 0.971 and 0.863, 0.783 and 0.657, 1.000 and
0.814, 0.952 and 0.626 (twelve documents), 0.957 and 0.701, 0.909 and 0.541 (odd layouts looked for on purpose), 0.982 and
0.726 (one of whose documents, with labels of one word, is not kept here), 0.977 and 0.844 (twelve documents; two of the six
wrong edges were books that the golden facts had forgotten and now hold; recall over the open predicates 0.671).
The six documents of the twelfth round that are kept (closed facts alone) read 0.850 and 0.592 when first read, with a seventh.
Four documents more, written after that round was put right and neither kept nor learnt from, read 0.985 and 0.674. A
document of a new layout is to be expected in that range, not where the table that this test prints now stands.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden_facts import Exported, Golden, Held, held, table

FORMS = Path(__file__).parent / "data" / "unseen" / "award"
GOLDEN = sorted(FORMS.glob("*.facts.jsonl"))
PRECISION, RECALL, QUALIFIERS = 0.99, 0.98, 0.98
"""The least over all documents; what is reached stands in the table that the test prints."""
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.93
"""The least for any one document."""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> list[Held]:
    exported = Exported.built(FORMS, tmp_path_factory.mktemp("unseen"))
    return [held(Golden.read(path), exported) for path in GOLDEN]


def test_over_all_documents(results: list[Held]) -> None:
    print("\n" + table(results))
    total = sum(results[1:], results[0])
    assert total.asked > 1000
    assert total.precision >= PRECISION, table(results)
    assert total.recall >= RECALL, table(results)
    assert total.qualifiers_right >= QUALIFIERS * total.qualifiers, table(results)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name.split(".")[0])
def test_each_document(path: Path, results: list[Held]) -> None:
    (one,) = [result for result in results if result.document == path.name.split(".")[0]]
    assert one.precision >= LEAST_PRECISION, table([one])
    assert one.recall >= LEAST_RECALL, table([one])
