"""Writes what is generated from the ontology: ``python -m kg.ontology`` in a checkout."""

from pathlib import Path

from kg.ontology.ends import render_ends
from kg.ontology.render import render_properties, render_vocab
from kg.paths import ontology_dir

if __name__ == "__main__":
    package = Path(__file__).resolve().parents[1]
    written = {
        package / "vocab.py": render_vocab(),
        package / "properties.py": render_properties(),
        ontology_dir() / "ends.ttl": render_ends(),
    }
    for path, text in written.items():
        path.write_text(text, "utf-8")
