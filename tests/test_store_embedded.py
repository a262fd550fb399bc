"""The embedded store keeps the contract, and its folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError, StoreUnavailable
from kg.properties import PROPERTIES
from kg.store import Store, open_store, sync
from kg.store.flatten import RESERVED
from kg.vocab import PREDICATES
from tests.store_contract import StoreContract, graph_of, sample


class TestEmbedded(StoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        with open_store(tmp_path / "graph") as store:
            yield store


OPEN = "import sys; from kg.store import open_store; open_store(sys.argv[1]).close()"


def test_what_was_written_outlives_the_process(tmp_path: Path) -> None:
    with open_store(f"embedded://{tmp_path / 'deep' / 'graph'}") as store:
        store.write(sample())
    with open_store(str(tmp_path / "deep" / "graph")) as store:
        assert store.run("MATCH (n) RETURN count(n) AS n").rows == ((8,),)
        assert not store.write(sample()).changed


def test_what_was_written_outlives_a_process_that_is_killed(tmp_path: Path) -> None:
    code = (
        "import os, sys; from kg.store import open_store; from tests.store_contract import sample\n"
        "open_store(sys.argv[1]).write(sample()); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "graph")], capture_output=True, text=True, check=False)
    assert done.returncode == -9, done.stderr
    with open_store(tmp_path / "graph") as store:
        assert not store.write(sample()).changed


STOPPED = """
import os, sys
from kg.store import open_store, sync
from tests.store_contract import graph_of, sample
store = open_store(sys.argv[1])
store.write(graph_of(sample().nodes[0]))
sync.AT_ONCE = 3
store.write(sample(), lambda count: os.kill(os.getpid(), 9) if count else None)
"""


def test_a_big_write_that_is_killed_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    done = subprocess.run([sys.executable, "-c", STOPPED, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == -9, done.stderr
    with open_store(folder) as store:
        assert store.run("MATCH (n) RETURN count(n) AS n").rows == ((1,),)
    assert not [path for path in folder.iterdir() if path.name.startswith("v")]


def test_big_writes_take_turns_in_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync, "AT_ONCE", 3)
    folder = tmp_path / "graph"
    for number, graph in enumerate((sample(), graph_of(), sample()), 1):
        with open_store(folder) as store:
            assert store.write(graph).changed
            assert not store.write(graph).changed
        with open_store(folder) as store:
            assert store.run("MATCH (n) RETURN count(n) AS n").rows == ((len(graph.nodes),),)
        assert sorted(path.name for path in folder.iterdir() if path.name != "log") == ["current", f"v{number}"]


def test_a_folder_is_held_once_in_a_process(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph"), pytest.raises(StoreUnavailable, match="has this store open"):
        open_store(tmp_path / "graph")


def test_a_folder_is_held_by_one_process(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph"):
        done = subprocess.run(
            [sys.executable, "-c", OPEN, str(tmp_path / "graph")], capture_output=True, text=True, check=False
        )
    assert "StoreUnavailable" in done.stderr
    assert "another process has this store open" in done.stderr
    again = subprocess.run([sys.executable, "-c", OPEN, str(tmp_path / "graph")], capture_output=True, text=True, check=True)
    assert again.stdout + again.stderr == ""


READ = """
import sys
from kg.store import open_store
with open_store(sys.argv[1], reading=True) as store:
    print(store.run("MATCH (n) RETURN count(n) AS n").rows[0][0], flush=True)
    sys.stdin.read()
"""


def test_many_read_a_folder_that_nobody_writes_to(tmp_path: Path) -> None:
    folder = str(tmp_path / "graph")
    with open_store(folder) as store:
        store.write(sample())
        done = subprocess.run([sys.executable, "-c", READ, folder], capture_output=True, text=True, input="", check=False)
        assert "another process is writing to this store" in done.stderr
    with subprocess.Popen(
        [sys.executable, "-c", READ, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as one:
        assert one.stdout is not None
        assert one.stdout.readline() == "8\n"
        with open_store(folder, reading=True) as other:
            assert other.run("MATCH (n) RETURN count(n) AS n").rows == ((8,),)
            with pytest.raises(StoreError):
                other.write(graph_of())
        with pytest.raises(StoreUnavailable, match="has this store open"):
            open_store(folder)
        one.communicate("")
    with open_store(folder) as store:
        assert not store.write(sample()).changed


def test_who_reads_after_a_process_was_killed_sees_what_was_written(tmp_path: Path) -> None:
    folder = str(tmp_path / "graph")
    code = (
        "import os, sys; from kg.store import open_store; from tests.store_contract import sample\n"
        "open_store(sys.argv[1]).write(sample()); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, folder], check=False).returncode == -9
    for _ in range(2):
        with open_store(folder, reading=True) as store:
            assert store.run("MATCH (n) RETURN count(n) AS n").rows == ((8,),)


def test_a_folder_without_a_store_is_not_made_by_who_reads(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="No such file"):
        open_store(tmp_path / "graph", reading=True)
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreUnavailable, match="no store there yet"):
        open_store(tmp_path / "empty", reading=True)
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_the_engine_says_nothing_and_stays_in_its_folder(tmp_path: Path) -> None:
    code = (
        "import sys; from kg.store import open_store; from tests.store_contract import sample\n"
        "with open_store(sys.argv[1]) as store: store.write(sample())"
    )
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": "", "XDG_STATE_HOME": str(home)}
    command = [sys.executable, "-c", code, str(tmp_path / "graph")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=home, env=environment)
    assert done.stdout + done.stderr == ""
    assert list(home.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph", "home"]


def test_places_that_are_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words", encoding="utf-8")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text("words", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="a file, not a folder"):
        open_store(tmp_path / "file")
    with pytest.raises(StoreUnavailable, match="cannot be"):
        open_store(tmp_path / "file" / "graph")
    with pytest.raises(StoreUnavailable, match="other files in it"):
        open_store(tmp_path / "papers")
    assert [path.name for path in (tmp_path / "papers").iterdir()] == ["a.txt"]


def test_a_kind_of_store_that_there_is_not() -> None:
    with pytest.raises(StoreError, match="no store of the kind http://; a store is a folder or one of neo4j://"):
        open_store("http://localhost:7474")


def test_no_qualifier_or_property_is_called_what_every_node_or_edge_has() -> None:
    stated = {name for spec in PREDICATES.values() for name in spec.qualifiers}
    stated |= {name for specs in PROPERTIES.values() for name in specs}
    assert not stated & RESERVED
