"""The workspace: one transaction a document, nothing lost when killed, one line when it cannot be opened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import WorkspaceError
from kg.model import Cell, Document, Fact, Span, Table
from kg.resolve import Resolution, resolve
from kg.workspace import Rejection, Workspace
from tests.stories import Story, resolved
from tests.worlds import worlds

ROOT = Path(__file__).parents[1]


def record(workspace: Workspace, story: Story, *, path: str = "", versions: str = "1") -> None:
    place = path or f"/papers/{story.name}.txt"
    document = replace(story.document, source=Path(place).name)
    workspace.record(document, story.assertions, path=place, versions=versions, rejected=())


def graph_of(workspace: Workspace) -> Resolution:
    return resolve(workspace.assertions(), workspace.sources())


def story(name: str = "一", *people: str) -> Story:
    made = Story(name)
    for one in people or ("顾云帆", "沈望舒"):
        made.works_at(one, "望湖医院", title="教授", years=(2012, 2016))
    return made


def test_a_document_and_what_it_states_come_back_whole(tmp_path: Path) -> None:
    one = story().attribute(story().assertions[0].subject, "papers", 3)  # type: ignore[union-attr]
    one.alias(one.assertions[0].subject, "Gu Yunfan")  # type: ignore[union-attr]
    cell = Cell(span=Span(start=0, end=2), row=1, column=2, rowspan=2)
    table = Table(index=0, span=Span(start=0, end=9), cells=(cell,), page=2, caption=Span(start=0, end=1))
    document = replace(one.document, tables=(table,))
    with Workspace.open(tmp_path) as workspace:
        workspace.record(document, one.assertions, path="/papers/一.txt", versions="1", rejected=())
    with Workspace.open(tmp_path) as workspace:
        assert workspace.document(one.id) == document
        assert list(workspace.sources()) == [document]
        assert list(workspace.assertions()) == one.assertions
        found = workspace.documents()[0]
        assert (found.id, found.title, found.paths, found.assertions) == (one.id, "一号文", ("/papers/一.txt",), 4)


def test_known_is_same_place_same_bytes_same_versions(tmp_path: Path) -> None:
    one = story()
    with Workspace.open(tmp_path) as workspace:
        record(workspace, one)
        assert workspace.known("/papers/一.txt", one.sha256, "1")
        assert not workspace.known("/papers/一.txt", one.sha256, "2")
        assert not workspace.known("/papers/一.txt", "0" * 64, "1")
        assert not workspace.known("/papers/二.txt", one.sha256, "1")


def test_fingerprint_is_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    assert Workspace.fingerprint(tmp_path / "a.txt") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_changed_file_replaces_what_it_said(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as workspace:
        record(workspace, story("一", "顾云帆"), path="/papers/a.txt")
        record(workspace, story("二", "沈望舒"), path="/papers/a.txt")
        assert [one.title for one in workspace.documents()] == ["二号文"]
        assert list(workspace.assertions()) == story("二", "沈望舒").assertions
        assert [one.id for one in workspace.sources()] == [story("二", "沈望舒").id]


def test_a_new_version_replaces_what_an_old_one_read(tmp_path: Path) -> None:
    rejection = Rejection(document=story().id, assertion="甲 -X-> 乙", reason="no predicate X", rule="R")
    with Workspace.open(tmp_path) as workspace:
        workspace.record(story().document, [], path="/papers/一.txt", versions="1", rejected=[rejection, rejection])
        assert workspace.rejected() == (rejection,)
        assert workspace.documents()[0].rejected == 1
        record(workspace, story(), versions="2")
        assert workspace.rejected() == ()
        assert len(list(workspace.assertions())) == 2


def test_one_document_at_two_places_is_one(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as workspace:
        record(workspace, story(), path="/papers/b.txt")
        record(workspace, story(), path="/papers/a.txt")
        found = workspace.documents()
        assert [(one.source, one.paths) for one in found] == [("a.txt", ("/papers/a.txt", "/papers/b.txt"))]
        assert len(list(workspace.assertions())) == 2
        record(workspace, story("二"), path="/papers/a.txt")
        assert [one.source for one in workspace.documents()] == ["a.txt", "b.txt"]
        record(workspace, story("二"), path="/papers/b.txt")
        assert [one.paths for one in workspace.documents()] == [("/papers/a.txt", "/papers/b.txt")]


def test_find_by_id_prefix_path_name_and_title(tmp_path: Path) -> None:
    one, other = story("一"), story("二")
    with Workspace.open(tmp_path) as workspace:
        with pytest.raises(WorkspaceError, match="there is none yet"):
            workspace.find("一.txt")
        record(workspace, one)
        record(workspace, other)
        for text in (one.id, one.id[:12], "/papers/一.txt", "一.txt", "一号文"):
            assert workspace.find(text).id == one.id
        with pytest.raises(WorkspaceError, match=r'no document "三.txt"; there are 一\.txt .*二\.txt'):
            workspace.find("三.txt")
        record(workspace, story("三"), path="/other/一.txt")
        with pytest.raises(WorkspaceError, match=r"is 2 documents: .*/一.txt .*by its path or id"):
            workspace.find("一.txt")


def test_what_is_not_there_cannot_be_shown_or_retracted(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as workspace:
        for use in (workspace.document, workspace.retract):
            with pytest.raises(WorkspaceError, match='no document "doc_0"'):
                use("doc_0")


def test_a_failed_record_leaves_what_was_there(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as workspace:
        record(workspace, story())
        broken = replace(story("二").document, text=None)  # type: ignore[arg-type]
        with pytest.raises(duckdb.ConstraintException):
            workspace.record(broken, story("二").assertions, path="/papers/一.txt", versions="1", rejected=())
        assert graph_of(workspace) == resolved(story())
        record(workspace, story("二"))
        assert len(workspace.documents()) == 2


@settings(deadline=None, max_examples=20)
@given(worlds, st.data())
def test_steps_orders_and_repeats_are_no_matter(stories: list[Story], data: st.DataObject) -> None:
    order = data.draw(st.permutations(stories + data.draw(st.lists(st.sampled_from(stories), max_size=2))))
    with TemporaryDirectory() as home:
        for one in order:
            with Workspace.open(Path(home)) as workspace:
                record(workspace, one)
        with Workspace.open(Path(home)) as workspace:
            assert graph_of(workspace) == resolved(*stories)


@settings(deadline=None, max_examples=20)
@given(worlds, st.data())
def test_retracting_is_never_having_read(stories: list[Story], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(stories))
    with TemporaryDirectory() as home, Workspace.open(Path(home)) as workspace:
        for one in stories:
            record(workspace, one)
        workspace.retract(gone.id)
        assert graph_of(workspace) == resolved(*(one for one in stories if one is not gone))
        assert gone.id not in {one.id for one in workspace.documents()}


def test_another_process_is_told_in_one_line(tmp_path: Path) -> None:
    code = f"from kg.workspace import Workspace\nfrom pathlib import Path\nWorkspace.open(Path({str(tmp_path)!r}))"
    with Workspace.open(tmp_path):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    last = done.stderr.strip().splitlines()[-1]
    assert "WorkspaceError" in last
    assert "another process holds it; wait" in last


def test_what_is_no_workspace_is_told(tmp_path: Path) -> None:
    (tmp_path / "facts.duckdb").write_bytes(b"not a database at all" * 999)
    with pytest.raises(WorkspaceError, match="not a workspace; move the file away"):
        Workspace.open(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkspaceError, match="cannot be a home folder"):
        Workspace.open(tmp_path / "file")


def test_other_tables_are_no_workspace(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "facts.duckdb")) as connection:
        connection.execute("CREATE TABLE birds (name VARCHAR)")
    with pytest.raises(WorkspaceError, match="not a workspace"):
        Workspace.open(tmp_path)


def test_a_newer_schema_is_told(tmp_path: Path) -> None:
    Workspace.open(tmp_path).close()
    with duckdb.connect(str(tmp_path / "facts.duckdb")) as connection:
        connection.execute("UPDATE yingtu SET version = 99")
    with pytest.raises(WorkspaceError, match="version 99"):
        Workspace.open(tmp_path)


def test_killed_while_building_it_opens_with_whole_documents(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom kg.workspace import Workspace\n"
        "from tests.test_workspace import record, story\n"
        "with Workspace.open(Path(sys.argv[1])) as workspace:\n"
        "    for number in range(10_000):\n"
        "        record(workspace, story(str(number), *(f'顾云{i}' for i in range(40))))\n"
        "        print(number, flush=True)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    ) as process:
        assert process.stdout
        told = [process.stdout.readline().strip() for _ in range(5)]
        process.send_signal(signal.SIGKILL)
    assert told == ["0", "1", "2", "3", "4"]
    with Workspace.open(tmp_path) as workspace:
        found = workspace.documents()
        assert len(found) >= 5
        assert {one.assertions for one in found} == {40}
        assert len(list(workspace.assertions())) == 40 * len(found)
        record(workspace, story("后"))


def test_twenty_thousand_assertions_are_taken_in_quickly(tmp_path: Path) -> None:
    many = Story("多")
    words = many.works_at("顾云帆", "望湖医院").assertions[0]
    assert isinstance(words, Fact)
    assertions = [replace(words, qualifiers={"year": number}) for number in range(20_000)]
    with Workspace.open(tmp_path) as workspace:
        start = time.perf_counter()
        workspace.record(many.document, assertions, path="/papers/多.txt", versions="1", rejected=())
        taken = time.perf_counter() - start
        assert workspace.documents()[0].assertions == 20_000
    assert taken < 5, f"{taken:.1f} s for 20,000 assertions; a list a column takes 0.4 s"


def test_documents_come_back_by_id(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as workspace:
        for name in "丙甲乙":
            record(workspace, story(name))
        documents: list[Document] = list(workspace.sources())
    assert [one.id for one in documents] == sorted(story(name).id for name in "丙甲乙")
