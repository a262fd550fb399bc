"""The Neo4j store keeps the contract, beside the data of others."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import neo4j
import pytest

from kg.errors import StoreError, StoreUnavailable
from kg.model import Graph
from kg.store import Store, Written, open_store, sync
from kg.store.bolt import BoltStore
from kg.store.sync import Engine, OutOfRoom
from tests.neo4j_server import Server
from tests.store_contract import HOSPITAL, PERSON, StoreContract, sample, without


def opened(server: Server) -> Store:
    return open_store(server.url, username=server.username, password=server.password, database=server.database)


class TestBolt(StoreContract):
    @pytest.fixture
    def store(self, neo4j_server: Server) -> Iterator[Store]:
        with opened(neo4j_server) as store:
            yield store
        with opened(neo4j_server) as store:
            store.write(Graph())

    @pytest.fixture
    def others(self, neo4j_server: Server, store: Store) -> Iterator[neo4j.Driver]:
        """A driver of somebody else, whose nodes are marked ``foreign``."""
        with neo4j.GraphDatabase.driver(neo4j_server.url, auth=(neo4j_server.username, neo4j_server.password)) as driver:
            yield driver
            driver.execute_query("MATCH (n) WHERE n.foreign DETACH DELETE n", database_=neo4j_server.database)

    @pytest.mark.parametrize("too_much", [True, False], ids=["by the estimate", "as the server says"])
    def test_what_no_transaction_holds_is_told_until_it_is_whole(
        self, too_much: bool, store: Store, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        @contextmanager
        def refused(self: BoltStore) -> Iterator[Engine]:
            raise OutOfRoom("no memory")
            yield

        monkeypatch.setattr(sync, "AT_ONCE", 3)
        monkeypatch.setattr(BoltStore, "_room", lambda _: 0 if too_much else 1e12)
        monkeypatch.setattr(BoltStore, "_together", refused)

        def look(count: int) -> None:
            if count:
                with opened(neo4j_server) as other, pytest.raises(StoreUnavailable, match="under way, or was stopped half-way"):
                    other.run("MATCH (n) RETURN n")

        assert store.write(sample(), look) == Written(nodes=8, edges=5)
        assert store.run("MATCH (n) WHERE n.yingtu IS NOT NULL RETURN count(n) AS n").rows == ((8,),)

    def test_what_was_stopped_half_way_is_told_until_a_write_completes_it(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stop(count: int) -> None:
            if count:
                raise KeyboardInterrupt

        monkeypatch.setattr(BoltStore, "_room", lambda _: 0)
        with monkeypatch.context() as little:
            little.setattr(sync, "AT_ONCE", 3)
            with pytest.raises(KeyboardInterrupt):
                store.write(sample(), stop)
        with pytest.raises(StoreUnavailable, match="complete it with kg load"):
            store.run("MATCH (n) RETURN n")
        assert store.write(sample()).changed
        assert store.run("MATCH (n:Person) RETURN count(n) AS n").rows[0][0]
        assert not store.run("MATCH (n:YingtuLoad) RETURN n").rows

    def test_what_others_keep_there_is_not_touched(self, store: Store, others: neo4j.Driver) -> None:
        others.execute_query(
            "CREATE (:Person {id: 'theirs', name: '戚明远', foreign: true})-[:AFFILIATED_WITH {id: 'their', since: 1999}]->"
            "(b:Organization {name: '别处', foreign: true}), (:Person {foreign: true}), (:Robot {id: $id, foreign: true})",
            id=PERSON.id,
        )
        theirs = "MATCH (n) WHERE n.foreign OPTIONAL MATCH (n)-[e]->(m) RETURN n, e, m ORDER BY labels(n)[0], n.id"
        before = store.run(theirs)
        assert store.write(sample()) == Written(nodes=8, edges=5)
        assert store.write(without(sample(), PERSON)).removed_nodes == 1
        assert store.write(Graph()) == Written(removed_nodes=7, removed_edges=3)
        assert store.run(theirs) == before
        assert store.run("MATCH (n) RETURN count(n) AS n").rows == ((4,),)

    def test_our_node_may_be_tied_and_labelled_by_others(self, store: Store, others: neo4j.Driver) -> None:
        store.write(sample())
        others.execute_query(
            "MATCH (n:Organization {id: $id}) SET n:Aaa CREATE (:Robot {foreign: true})-[:LIKES]->(n)", id=HOSPITAL.id
        )
        assert not store.write(sample()).changed
        assert store.run("MATCH (n:Organization) RETURN n").records()[0]["n"]["label"] == "Organization"
        assert store.write(without(sample(), HOSPITAL)).removed_nodes == 1
        assert store.run("MATCH (n:Robot) RETURN count(n) AS n").rows == ((1,),)

    def test_others_with_one_id_twice_are_told_of_before_anything_is_written(self, store: Store, others: neo4j.Driver) -> None:
        store.prepare()
        others.execute_query("DROP CONSTRAINT yingtu_person_id")
        others.execute_query("UNWIND [1, 2] AS i CREATE (:Person {id: 'one', foreign: true})")
        with pytest.raises(StoreError, match=r"Unable to create .*Person.*'one'") as caught:
            store.write(sample())
        assert "\n" not in str(caught.value)
        assert store.run("MATCH (n) RETURN count(n) AS n").rows == ((2,),)


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_a_server_that_is_not_there(scheme: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"{scheme}://127.0.0.1:{probe.getsockname()[1]}"
    began = time.monotonic()
    with pytest.raises(StoreUnavailable, match=rf"^{url}: no Neo4j answers there; start it .* NEO4J_URI$"):
        open_store(url, username="neo4j", password="x")
    assert time.monotonic() - began < 10


def test_the_driver_prints_nothing_of_its_own() -> None:
    code = (
        "from kg.errors import StoreError, StoreUnavailable; from kg.store import open_store\n"
        "try: open_store('neo4j://127.0.0.1:1', username='neo4j', password='x')\n"
        "except StoreUnavailable: print('told')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("told\n", "")


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_a_server_that_says_nothing(scheme: str) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        began = time.monotonic()
        with pytest.raises(StoreUnavailable, match="no Neo4j answers there"):
            open_store(f"{scheme}://127.0.0.1:{silent.getsockname()[1]}", username="neo4j", password="x")
        assert time.monotonic() - began < 10


def test_a_wrong_password(neo4j_server: Server) -> None:
    with pytest.raises(StoreUnavailable, match="the login is refused"):
        open_store(neo4j_server.url, username=neo4j_server.username, password="not the password")


def test_a_database_that_is_not_there(neo4j_server: Server) -> None:
    with pytest.raises(StoreUnavailable, match='no database "elsewhere" there'):
        open_store(neo4j_server.url, username=neo4j_server.username, password=neo4j_server.password, database="elsewhere")
