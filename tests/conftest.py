"""What tests share: a Neo4j server, started once, and the folder of real documents beside the project."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kg.model import Graph
from kg.store import Store, open_store
from tests.landscape import landscape
from tests.neo4j_server import Server, ServerError, missing, serve

pytest.register_assert_rewrite("tests.store_contract")
os.environ["YINGTU_LANG"] = "en"  # whoever runs them, wherever


def unavailable(what: str, why: str) -> None:
    """Skip the test, or fail it where YINGTU_REQUIRE (words between spaces) says that this machine has what it needs."""
    if what in os.environ.get("YINGTU_REQUIRE", "").split():
        pytest.fail(f"{what} is required here: {why}", pytrace=False)
    pytest.skip(why)


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """The server at NEO4J_URI, or one started for this run. It holds no graph of ours when a test begins."""
    with ExitStack() as stack:
        server = _given() or _started(stack)
        with open_store(server.url, username=server.username, password=server.password, database=server.database) as store:
            ours = store.run("MATCH (n) WHERE n.yingtu IS NOT NULL RETURN count(n) AS n").records()[0]["n"]
        if ours:
            pytest.fail(f"{server.url} holds a graph of {ours} nodes that the tests would remove: name another", pytrace=False)
        yield server


@pytest.fixture(scope="session")
def neo4j_url(neo4j_server: Server) -> str:
    """The address of that server."""
    return neo4j_server.url


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the project that holds the corpus, the gold and the scorer."""
    folder = Path(__file__).parents[2] / "shared"
    if not (folder / "corpus").is_dir():
        unavailable("shared", "no folder shared/ beside the project, so nothing is held against the real documents")
    return folder


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small invented landscape in the engine of this process."""
    with open_store(tmp_path_factory.mktemp("questions") / "graph") as store:
        store.write(landscape())
        yield store


@pytest.fixture(scope="module")
def neo4j(neo4j_server: Server) -> Iterator[Store]:
    """The small invented landscape in Neo4j."""
    server = neo4j_server
    with open_store(server.url, username=server.username, password=server.password, database=server.database) as store:
        store.write(landscape())
        yield store
        store.write(Graph())


def _given() -> Server | None:
    if "NEO4J_URI" not in os.environ:
        return None
    return Server(
        url=os.environ["NEO4J_URI"],
        username=os.environ.get("NEO4J_USERNAME", "neo4j"),
        password=os.environ.get("NEO4J_PASSWORD", ""),
        database=os.environ.get("NEO4J_DATABASE"),
    )


def _started(stack: ExitStack) -> Server:
    if lacking := missing():
        unavailable("neo4j", f"no NEO4J_URI, and to start a Neo4j this machine lacks {' and '.join(lacking)}")
    try:
        return stack.enter_context(serve())
    except ServerError as error:
        unavailable("neo4j", f"no NEO4J_URI, and none could be started: {error}")
        raise
