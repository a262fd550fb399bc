"""The installed package: everything that a user's machine needs is in the wheel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROBE = """
import sys
sys.path.insert(0, sys.argv[1])
import kg.paths
assert kg.paths.ontology_dir().is_relative_to(sys.argv[1]), kg.paths.ontology_dir()
from ingest.nlp import pipeline
from kg.queries import catalogue
print(len(catalogue()), len(pipeline()("心脏磁共振").ents))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_data_files_are_in_the_wheel(unpacked: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "kg", "ingest", "ontology", "queries"], cwd=ROOT, capture_output=True, text=True
    )
    wanted = {
        name if name.startswith(("kg/", "ingest/")) else f"kg/_data/{name}" for name in listed.stdout.splitlines() if name
    }
    assert wanted, "git lists no files"
    missing = sorted(name for name in wanted if not (unpacked / name).is_file())
    assert not missing, f"not in the wheel: {missing}"


def test_it_works_from_there(unpacked: Path, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", PROBE, str(unpacked)], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    questions, entities = map(int, done.stdout.split())
    assert questions == len(list((ROOT / "queries").glob("*.cypher")))
    assert entities == 1
