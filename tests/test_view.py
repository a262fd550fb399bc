"""Pages as files: complete, offline, escaped, the same bytes each time, the same from both engines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ExportError
from kg.model import Graph
from kg.queries import ask, catalogue
from kg.store import Store, open_store
from kg.view import page, subgraph, whole, write_page
from tests.landscape import HOSTILE, LEAD, RULE, landscape
from tests.neo4j_server import Server


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("pages") / "graph") as opened:
        opened.write(landscape())
        yield opened


def data(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="page">(.*?)</script>', html, re.DOTALL)
    assert found, "the page carries no data"
    return dict(json.loads(found[1]))


def test_whole_graph_is_drawn_without_documents(store: Store) -> None:
    told = data(page(store))
    drawn = {node.id for node in landscape().nodes if node.label not in {"Document", "Passage"}}
    assert set(told["things"]) == drawn
    assert set(told["facts"]) == {edge.id for edge in landscape().edges if edge.type != "IN_DOCUMENT"}
    assert told["total"] == len(drawn)


@pytest.mark.parametrize("name", ["people_technology", "funding_years", "evidence_contradictions"])
def test_answer_is_drawn_with_its_rows(name: str, store: Store) -> None:
    given = {"technology": "CMR"} if name == "people_technology" else {}
    answer = ask(store, name, given)
    told = data(page(store, answer))
    assert set(told["facts"]) == {ident for record in answer.rows.records() for ident in record["edges"]}
    assert [row["edges"] for row in told["answer"]["rows"]] == [record["edges"] for record in answer.rows.records()]
    assert [column["name"] for column in told["answer"]["columns"]] == list(answer.rows.columns[:-1])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_fetches_nothing(lang: str, store: Store) -> None:
    html = page(store, lang=lang)
    assert not re.findall(r"<(?:link|iframe|img|object|base)\b", html.replace(json.dumps(HOSTILE)[1:-1], ""))
    assert not re.search(r"<script[^>]+src|@import|url\(", html)
    assert "default-src 'none'" in html
    assert f'<html lang="{"zh-Hans" if lang == "zh" else "en"}">' in html


def test_words_of_documents_are_data_and_nothing_else(store: Store) -> None:
    html = page(store)
    assert HOSTILE not in html
    assert "window.struck = true</script>" not in html
    assert html.count("</script>") == page(store, ask(store, "people_dossier", {"person": "缪知夏"})).count("</script>") == 3
    quotes = [words["quote"] for fact in data(html)["facts"].values() for words in fact["words"]]
    assert any(quote.endswith(HOSTILE) for quote in quotes), "the words arrive as they stand in the document"


def test_title_is_escaped(store: Store) -> None:
    html = page(store, title="<b>影</b> & </title>")
    assert f"<title>{escape('<b>影</b> & </title>')}</title>" in html
    assert data(html)["title"] == {"zh": "<b>影</b> & </title>", "en": "<b>影</b> & </title>"}


def test_same_graph_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "again") as again:
        again.write(landscape())
        assert page(again) == page(store)


def test_limit_keeps_the_best_connected_and_says_so(store: Store) -> None:
    told = data(page(store, limit=7))
    assert len(told["things"]) <= 7 < told["total"]
    assert {"闻人朗", "心肌病定量磁共振评估体系"} <= {thing["name"] for thing in told["things"].values()}
    ends = {end for fact in told["facts"].values() for end in (fact["source"], fact["target"])}
    assert ends == set(told["things"])


def test_subgraph_has_words_with_document_page_and_rule(store: Store) -> None:
    (edge,) = [one for one in landscape().edges if one.type == "BUILT" and one.qualifiers == {"role": ("牵头",)}]
    picture = subgraph(store, [edge.id, "no-such-edge"])
    assert [thing.name for thing in sorted(picture.things, key=lambda one: one.name)] == [
        "云岭大学附属第一医院",
        "心肌影像数据库",
    ]
    (relation,) = picture.relations
    (words,) = relation.words
    assert (relation.id, relation.type, relation.qualifiers) == (edge.id, "BUILT", {"role": ["牵头"]})
    assert (words.before, words.quote, words.after, words.rule) == (LEAD, edge.evidence[0].quote, "", RULE)
    assert words.document in {"成果申报书", "领域综述"}
    assert words.page is not None


def test_both_engines_give_the_same_picture(store: Store, neo4j_server: Server) -> None:
    server = neo4j_server
    with open_store(server.url, username=server.username, password=server.password, database=server.database) as other:
        other.write(landscape())
        try:
            assert whole(other, 30) == whole(store, 30)
            assert page(other, ask(other, "funding_programmes")) == page(store, ask(store, "funding_programmes"))
        finally:
            other.write(Graph())


def test_empty_answer_is_a_page_too(store: Store) -> None:
    told = data(page(store, ask(store, "people_dossier", {"person": "查无此人"})))
    assert told["answer"]["rows"] == []
    assert told["things"] == {}


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_each_view_is_one_that_pages_know(name: str) -> None:
    assert f"main.answer.{catalogue()[name].view}" in styles() or catalogue()[name].view == "network"


def styles() -> str:
    return (Path(__file__).parents[1] / "kg" / "view" / "assets" / "page.css").read_text("utf-8")


def test_page_is_written_where_it_can_be(store: Store, tmp_path: Path) -> None:
    write_page(store, None, tmp_path / "new" / "page.html")
    assert (tmp_path / "new" / "page.html").read_text("utf-8") == page(store)
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ExportError, match=r"page\.html: the page cannot be written"):
        write_page(store, None, tmp_path / "file" / "page.html")
