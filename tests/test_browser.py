"""Pages as people see them: a real Chromium draws them, clicks, searches and switches, and asks the network for nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.queries import ask
from kg.store import Store, open_store
from kg.view import write_page
from tests.conftest import unavailable
from tests.landscape import HOSTILE, LEAD, RULE, landscape

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LAID_OUT = 60_000
"""Milliseconds until a layout is given up."""

ROOM = """
() => {
  const pane = document.getElementById("mynetwork");
  const at = nodes.getIds().map((id) => network.canvasToDOM(network.getPosition(id)));
  return Math.min(...at.flatMap(({ x, y }) => [x, pane.clientWidth - x, y, pane.clientHeight - y]));
}
"""
"""How many pixels the outermost node stands inside its pane."""
INK = """
() => {
  const canvas = document.querySelector("#mynetwork canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let ink = 0;
  for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] > 0 && pixels[i] + pixels[i + 1] + pixels[i + 2] < 700) ink += 1;
  return ink;
}
"""
WHERE = "(id) => network.canvasToDOM(network.getPosition(id))"
MIDDLE = """
(id) => {
  const middle = network.body.edges[id].edgeType.getPoint(0.5);
  network.moveTo({ position: middle, scale: 1.5 });
  const at = network.canvasToDOM(middle);
  const box = document.getElementById("mynetwork").getBoundingClientRect();
  return { x: at.x + box.x, y: at.y + box.y };
}
"""


@dataclass
class Seen:
    """A page in the browser, with what it complained about and asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = os.environ.get("YINGTU_CHROMIUM") or shutil.which("chromium")
    if not found:
        unavailable("chromium", "no chromium on this machine (apt install chromium fonts-noto-cjk, or set YINGTU_CHROMIUM)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    with open_store(folder / "graph") as store:
        store.write(landscape())
        write_page(store, None, folder / "whole.html")
        _write(store, folder, "people_technology", {"technology": "CMR"})
        _write(store, folder, "funding_years", {})
        _write(store, folder, "conferences_timeline", {"technology": "MRI"})
        _write(store, folder, "conferences_grants", {})
        _write(store, folder, "people_dossier", {"person": "查无此人"})
        write_page(store, None, folder / "capped.html", limit=5, lang="en")
    return folder


def _write(store: Store, folder: Path, name: str, given: dict[str, Any]) -> None:
    write_page(store, ask(store, name, given), folder / f"{name}.html")


@pytest.fixture
def seen(browser: Browser, pages: Path, request: pytest.FixtureRequest) -> Iterator[Seen]:
    """The page that the test names, laid out; afterwards nothing may have gone wrong, and only the file been asked for."""
    shown = Seen(browser.new_page(viewport={"width": 1400, "height": 860}))
    shown.page.on("console", lambda message: shown.complaints.append(message.text) if message.type == "error" else None)
    shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))
    shown.page.on("request", lambda asked: shown.requests.append(asked.url))
    address = (pages / f"{request.param}.html").as_uri()
    shown.page.goto(address)
    shown.page.locator("#wait").wait_for(state="hidden", timeout=LAID_OUT)
    yield shown
    struck = shown.page.evaluate("window.struck === undefined")
    shown.page.close()
    assert shown.complaints == []
    assert shown.requests == [address], "the page asked for something beside itself"
    assert struck, "words of a document ran as a script"


def edge_id(kind: str, **qualifiers: Any) -> str:
    (found,) = [one.id for one in landscape().edges if one.type == kind and dict(one.qualifiers) == qualifiers]
    return found


def node_id(name: str) -> str:
    (found,) = [one.id for one in landscape().nodes if one.name == name]
    return found


@pytest.mark.parametrize("seen", ["whole"], indirect=True)
def test_nodes_are_drawn(seen: Seen) -> None:
    drawn = sum(1 for node in landscape().nodes if node.label not in {"Document", "Passage"})
    assert seen.page.evaluate("network.body.nodeIndices.length") == drawn
    assert seen.page.evaluate(INK) > 5000
    assert seen.page.evaluate("network.physics.physicsEnabled") is False, "the layout has come to rest"


@pytest.mark.parametrize("seen", ["whole"], indirect=True)
def test_legend_names_kinds_and_hides_them(seen: Seen) -> None:
    legend = seen.page.locator("#legend button")
    assert legend.first.inner_text().split() == ["人物", "6"]
    before = seen.page.evaluate(INK)
    legend.first.click()
    assert legend.first.get_attribute("aria-pressed") == "false"
    assert seen.page.evaluate("nodes.get().filter((node) => node.hidden).every((node) => node.kind === 'Person')")
    assert seen.page.evaluate("edges.get().filter((edge) => edge.hidden).length") > 10
    seen.page.wait_for_timeout(200)
    assert seen.page.evaluate(INK) < before
    legend.first.click()
    assert seen.page.evaluate("nodes.get().some((node) => node.hidden)") is False


@pytest.mark.parametrize("seen", ["whole"], indirect=True)
def test_click_on_a_line_shows_the_words(seen: Seen) -> None:
    wanted = edge_id("AFFILIATED_WITH", title="教授,主任医师", position="放射科主任")
    at = seen.page.evaluate(MIDDLE, wanted)
    seen.page.wait_for_timeout(200)
    seen.page.mouse.click(at["x"], at["y"])
    panel = seen.page.locator("#panel")
    assert panel.locator(".fact").get_attribute("data-fact") == wanted
    assert panel.locator("blockquote").text_content() == LEAD + str(panel.locator("mark").text_content())
    assert panel.locator("mark").text_content() == (
        "闻人朗任职于云岭大学附属第一医院，职称：教授,主任医师，行政职务：放射科主任。" + HOSTILE
    )
    told = panel.inner_text()
    assert "成果申报书，第 1 页" in told
    assert RULE in told
    assert "置信度 0.9" in told
    assert panel.locator("img, script").count() == 0


@pytest.mark.parametrize("seen", ["whole"], indirect=True)
def test_click_on_a_node_shows_its_facts(seen: Seen) -> None:
    at = seen.page.evaluate(WHERE, node_id("心脏磁共振"))
    box = seen.page.locator("#mynetwork").bounding_box()
    assert box is not None
    seen.page.mouse.click(at["x"] + box["x"], at["y"] + box["y"])
    assert seen.page.locator("#panel h2").inner_text() == "心脏磁共振"
    assert "CMR、ＣＭＲ成像" in seen.page.locator("#panel dl").first.inner_text()
    assert seen.page.locator("#panel .fact").count() == 10
    seen.page.locator("#panel .fact .link", has_text="T1 mapping").first.click()
    assert seen.page.locator("#panel h2").inner_text() == "T1 mapping"


@pytest.mark.parametrize("seen", ["whole"], indirect=True)
@pytest.mark.parametrize("typed", ["ｃｍｒ", "心脏磁共振"])
def test_search_finds_names_and_aliases(seen: Seen, typed: str) -> None:
    seen.page.fill("#search", typed)
    assert seen.page.locator("#found li").first.inner_text().strip() == "心脏磁共振"
    seen.page.press("#search", "Enter")
    assert seen.page.locator("#panel h2").inner_text() == "心脏磁共振"
    assert seen.page.evaluate("network.getSelectedNodes()") == [node_id("心脏磁共振")]


@pytest.mark.parametrize("seen", ["people_technology"], indirect=True)
def test_language_can_be_switched(seen: Seen) -> None:
    assert seen.page.locator("h1").inner_text() == "谁在做这项技术"
    assert "技术：CMR" in seen.page.locator("#question").inner_text()
    seen.page.click("#lang-en")
    assert seen.page.locator("h1").inner_text() == "Who works on a technology"
    assert seen.page.locator("html").get_attribute("lang") == "en"
    assert seen.page.locator("#legend button").first.inner_text().split() == ["Person", "4"]
    assert seen.page.locator("#table th").first.inner_text() == "person"
    assert set(seen.page.evaluate("edges.get().map((edge) => edge.label)")) >= {"works on", "affiliated with"}
    seen.page.click("#lang-zh")
    assert seen.page.locator("#table th").first.inner_text() == "人物"


@pytest.mark.parametrize("seen", ["people_technology"], indirect=True)
def test_row_highlights_the_edges_that_support_it(seen: Seen) -> None:
    row = seen.page.locator("#table tbody tr", has_text="戚远舟")
    row.click()
    assert "at" in str(row.get_attribute("class")).split()
    selected = set(seen.page.evaluate("network.getSelectedEdges()"))
    assert selected == {
        edge_id("AFFILIATED_WITH", title="教授", basis=("依托单位",), year=2016),
        *seen.page.evaluate("page.answer.rows[2].edges"),
    }
    assert seen.page.locator("#panel .fact").count() == len(selected) == 3


@pytest.mark.parametrize("seen", ["whole", "people_technology"], indirect=True)
def test_the_outermost_things_stand_inside_their_pane(seen: Seen) -> None:
    for width in (1400, 900):
        seen.page.set_viewport_size({"width": width, "height": 900})
        seen.page.evaluate("network.moveTo({ scale: 4 })")
        assert seen.page.evaluate(ROOM) < 0
        seen.page.click("#fit")
        assert seen.page.evaluate(ROOM) > 50, "half a label"


@pytest.mark.parametrize("seen", ["people_technology"], indirect=True)
def test_on_a_telephone_the_words_come_into_view(seen: Seen) -> None:
    seen.page.set_viewport_size({"width": 390, "height": 860})
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 390, "nothing stands beside the screen"
    seen.page.locator("#table tbody tr").first.click()
    box = seen.page.locator("#panel .fact").first.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 760


@pytest.mark.parametrize("seen", ["funding_years"], indirect=True)
def test_years_are_bars(seen: Seen) -> None:
    assert seen.page.locator("#chart rect").count() == seen.page.locator("#table tbody tr").count() == 3
    seen.page.locator("#chart rect").last.click()
    assert seen.page.locator("#table tbody tr.at td").first.inner_text() == "2016"


@pytest.mark.parametrize("seen", ["conferences_timeline", "conferences_grants"], indirect=True)
def test_what_followed_sessions_is_drawn_over_years(seen: Seen) -> None:
    """A mark a row, later things further right; a mark leads to its row, and what it marks is written beside it."""
    rows = seen.page.evaluate("page.answer.rows.map((row) => row.cells)")
    year, what = seen.page.evaluate("[columnOf('year', 'grant_year'), columnOf('what', 'grant')]")
    marks = seen.page.locator("#chart circle")
    assert marks.count() == len(rows) > 2
    placed = {int(mark.get_attribute("data-row") or -1): float(mark.get_attribute("cx") or 0) for mark in marks.all()}
    in_time = sorted(range(len(rows)), key=lambda index: (rows[index][year], placed[index]))
    assert [placed[index] for index in in_time] == sorted(placed.values())
    assert len(set(placed.values())) == len({row[year] for row in rows})
    opened = [int(text.split("\u3000")[0]) for text in seen.page.locator("#chart text.session").all_text_contents()]
    assert opened == sorted(opened), "the sessions stand in their order"
    words = seen.page.locator("#chart text").all_text_contents()
    assert all(any(text.startswith(row[what]) for text in words) for row in rows)
    marks.last.click()
    assert rows[int(marks.last.get_attribute("data-row") or -1)][what] in seen.page.locator("#table tbody tr.at").inner_text()


@pytest.mark.parametrize("seen", ["people_dossier"], indirect=True)
def test_empty_answer_says_so(seen: Seen) -> None:
    assert seen.page.locator("#table").inner_text() == "没有找到符合的事实。"


@pytest.mark.parametrize("seen", ["capped"], indirect=True)
def test_capped_page_says_so(seen: Seen) -> None:
    total = sum(1 for node in landscape().nodes if node.label not in {"Document", "Passage"})
    drawn = seen.page.evaluate("nodes.length")
    assert seen.page.locator("#note").inner_text() == f"Of {total} nodes, the {drawn} with most relations are drawn."
