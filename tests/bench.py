"""Ratios measured in one run: ``make bench`` prints them and writes docs/benchmarks.md.

Absolute times depend on the machine; each line sets one thing against another measured in the same process.
How resolution grows, up to a million mentions, takes many minutes: ``python -m tests.bench --scale`` measures that alone.
"""

from __future__ import annotations

import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ingest.lexicon import COMPANIES, PLACES
from ingest.nlp import pipeline
from ingest.pipeline import documents_in, ingest_file, read_assertions, read_document
from kg.model import Document
from kg.ontology import concepts
from kg.resolve import resolve
from kg.shapes import validate
from kg.store import open_store
from kg.workspace import Workspace
from tests.invented import invented, report
from tests.scale import table

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
GROWTH = "\n## How resolution grows\n"
SIZES = (100_000, 200_000, 1_000_000)
RUNS = 5
SCHEMES = ("technologies", "diseases", "places", "programmes")


def median_seconds(work: Callable[[], object], *, runs: int = RUNS) -> float:
    """The median time on the processor of ``work`` over several runs, after one that is not counted."""
    work()
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def ruler(documents: list[Document]) -> Callable[[], object]:
    """spaCy's blank zh pipeline with an EntityRuler of every name that our lexica hold, streamed over the same characters.

    It looks up names; people, organisations that are in no list, figures, tables and forms it does not see.
    """
    import spacy

    nlp = spacy.blank("zh")
    names = {
        (concept.label, name)
        for scheme in SCHEMES
        for concept in concepts(scheme)
        for name in (concept.zh, concept.en, *concept.alt)
    }
    names |= {("Place", name) for name in PLACES} | {("Organization", name) for name in COMPANIES}
    patterns = [{"label": label, "pattern": name} for label, name in sorted(names) if name]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    return lambda: list(nlp.pipe(document.text for document in documents))


def forgetful(documents: list[Document]) -> Callable[[], object]:
    """The ingesters over documents as they are met for the first time: what the run before kept of words is forgotten."""
    nlp = pipeline()

    def work() -> None:
        for module in [one for name, one in sys.modules.items() if name.startswith("ingest.")]:
            for kept in vars(module).values():
                if hasattr(kept, "cache_parameters") and kept.cache_parameters()["maxsize"] is not None:
                    kept.cache_clear()
        for document in documents:
            read_assertions(document, nlp)

    return work


def growth(*, least: int = 1_000, most: int = 10_000) -> float:
    """How much more memory the process has held, in MB, after ``most`` documents than after ``least``, read one by one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        held = 0
        for number in range(most):
            if number == least:
                held = _peak()
            path.write_text(invented(number), "utf-8")
            read_assertions(read_document(path), pipeline())
    return (_peak() - held) / 1024


def per_character(size: int) -> float:
    """Seconds a character that the ingesters take over one document of about ``size`` characters."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(report(size), "utf-8")
        document = read_document(path)
    return _timed(lambda: read_assertions(document, pipeline())) / len(document.text)


def _peak() -> int:
    """The most memory that the process has held, in kB."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used // 1024 if sys.platform == "darwin" else used


def measured() -> list[tuple[str, str, float]]:
    """What was set against what, and the ratio of their medians."""
    paths = documents_in([ROOT / "examples"])
    documents = [read_document(path) for path in paths]
    others = [read_document(path) for path in documents_in([ROOT / "tests" / "data"])]
    bare = median_seconds(ruler(documents))
    read = median_seconds(lambda: [read_document(path) for path in paths])
    stated = median_seconds(forgetful(documents))
    per_character(1_000)
    rows = [
        ("ingesters over the examples", "blank zh + EntityRuler of the same lexicon", stated / bare),
        (
            "ingesters over the documents of the tests",
            "blank zh + EntityRuler of the same lexicon",
            median_seconds(forgetful(others)) / median_seconds(ruler(others)),
        ),
        (
            "ingesters, a character of a document of 400,000",
            "a character of one of 40,000",
            per_character(400_000) / per_character(40_000),
        ),
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
    start = time.process_time()
    work()
    return time.process_time() - start


def ratios() -> str:
    """The first part of the page."""
    grown = growth()
    lines = [
        "# Benchmarks",
        "",
        f"Written by `make bench`: ratios of medians of {RUNS} runs (time on the processor) in one process on Python "
        f"{platform.python_version()}.",
        "",
        "| this | set against | ratio |",
        "| --- | --- | --- |",
        *(f"| {this} | {that} | {ratio:.3g} |" for this, that, ratio in measured()),
        "",
        f"Memory: {grown:.1f} MB more were held after 10,000 documents, read one by one, than after 1,000.",
    ]
    return "\n".join(lines) + "\n"


def scale() -> str:
    """The second part of the page."""
    lines = [
        "Written by `python -m tests.bench --scale`: invented documents (`tests/scale.py`), names and institutions spread as "
        "unevenly as real ones; each line is a process that makes the assertions, resolves them and holds the graph.",
        "",
        *table(*SIZES),
    ]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> None:
    """Measure the one part or the other, and write docs/benchmarks.md with what is known of both."""
    first, _, second = PAGE.read_text("utf-8").partition(GROWTH)
    if "--scale" in arguments:
        second = f"\n{scale()}"
    else:
        first = ratios()
    text = first + (GROWTH + second if second else "")
    PAGE.write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main(sys.argv[1:])
