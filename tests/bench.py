"""Ratios measured in one run, on the examples: ``make bench`` prints them and writes docs/benchmarks.md.

Absolute times depend on the machine; each line sets one thing against another measured in the same process.
"""

from __future__ import annotations

import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ingest.nlp import pipeline
from ingest.pipeline import documents_in, ingest_file, read_assertions, read_document
from kg.model import Document
from kg.ontology import concepts
from kg.resolve import resolve
from kg.shapes import validate
from kg.store import open_store
from kg.workspace import Workspace

ROOT = Path(__file__).parents[1]
RUNS = 5
SCHEMES = ("technologies", "diseases", "places", "programmes")


def median_seconds(work: Callable[[], object], *, runs: int = RUNS) -> float:
    """The median wall time of ``work`` over several runs, after one that is not counted."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def ruler(documents: list[Document]) -> Callable[[], object]:
    """spaCy's blank zh pipeline with an EntityRuler of our lexicon, over the same characters."""
    import spacy

    nlp = spacy.blank("zh")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            {"label": concept.label, "pattern": name}
            for scheme in SCHEMES
            for concept in concepts(scheme)
            for name in {concept.zh, concept.en, *concept.alt}
        ]
    )
    return lambda: [nlp(document.text) for document in documents]


def measured() -> list[tuple[str, str, float]]:
    """What was set against what, and the ratio of their medians."""
    paths = documents_in([ROOT / "examples"])
    documents = [read_document(path) for path in paths]
    nlp = pipeline()
    bare = median_seconds(ruler(documents))
    read = median_seconds(lambda: [read_document(path) for path in paths])
    stated = median_seconds(lambda: [read_assertions(document, nlp) for document in documents])
    rows = [
        ("ingesters over the examples", "blank zh + EntityRuler of the same lexicon", stated / bare),
        ("readers over the examples (PDF, Word, HTML, text)", "the ingesters over them", read / stated),
    ]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with Workspace.open(home) as workspace:
            first = _timed(lambda: [ingest_file(path, workspace, pipeline) for path in paths])
            again = median_seconds(lambda: [ingest_file(path, workspace, pipeline) for path in paths])
            assertions, sources = tuple(workspace.assertions()), tuple(workspace.sources())
        resolution = median_seconds(lambda: resolve(assertions, sources))
        graph = resolve(assertions, sources).graph
        rows.append(("building unchanged documents again", "building them first", again / first))
        rows.append(("resolving the facts", "the ingesters over the examples", resolution / stated))
        rows.append(
            (
                "SHACL over the graph",
                "the ingesters over the examples",
                median_seconds(lambda: validate(graph), runs=1) / stated,
            )
        )
        with open_store(home / "graph") as store:
            store.prepare()
            write = _timed(lambda: store.write(graph))
            rows.append(
                (
                    "writing the same graph again",
                    "writing it first (embedded)",
                    median_seconds(lambda: store.write(graph)) / write,
                )
            )
    return rows


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the ratios and write docs/benchmarks.md."""
    lines = [
        "# Benchmarks",
        "",
        f"Written by `make bench`: ratios of medians of {RUNS} runs in one process on Python {platform.python_version()}.",
        "",
        "| this | set against | ratio |",
        "| --- | --- | --- |",
        *(f"| {this} | {that} | {ratio:.3g} |" for this, that, ratio in measured()),
    ]
    text = "\n".join(lines) + "\n"
    (ROOT / "docs" / "benchmarks.md").write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
