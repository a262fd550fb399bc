"""What must not matter to the facts: who the people and institutions are, where lines break, what else is in the workspace."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.codec import dumps
from kg.model import Fact
from tests.golden_facts import Exported
from tests.metamorphic import cut, new_names, renamed, wrapped

DATA = Path(__file__).parent / "data"
GOLDEN = sorted((DATA / "unseen").glob("*/*.facts.jsonl"))
PLAIN = {".txt", ".html", ".md"}
RUNNING = [
    path
    for folder in ("prose", "unseen/prose")
    for path in sorted((DATA / folder).glob("*.txt"))
    if "\t" not in path.read_text("utf-8") and "|" not in path.read_text("utf-8")
]
ROLLS = {"a03_award_decision", "a05_society_roll", "a06_hospital_awards", "a08_two_rounds", "p06_guide_lines"}
"""Lists of winners and of topics, a row a line, no mark at its end: broken short of 60 characters none is put together."""
ROLL_WIDTH = 60
LEAST_KEPT = 0.99
"""Of all facts, at any width; a list of grants whose rows are broken at another place than its columns loses some."""
LEAST_KEPT_CUT = 0.96
"""Of all facts, where lines are cut by characters: a heading as long as a line takes the line below it."""

Said = set[tuple[str, ...]]


@cache
def said(path: Path) -> Said:
    """What a document states, with qualifiers, places left out."""
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {
        (one.subject.label, one.subject.name, one.predicate, one.object.label, one.object.name, dumps(one.qualifiers))
        for one in kept
        if isinstance(one, Fact)
    }


def said_of_text(text: str, path: Path) -> Said:
    path.write_text(text, "utf-8")
    return said(path)


def source_of(golden: Path) -> Path:
    return next(one for one in golden.parent.glob(golden.name.split(".")[0] + ".*") if one != golden)


WRITTEN = [golden for golden in GOLDEN if source_of(golden).suffix in PLAIN and new_names(golden)]
CUT = "markdown_cells"
"""Here a name goes on in the line below, after the other cells: it is one of the facts, and no word of the text."""


@pytest.mark.parametrize(
    "golden", [one for one in WRITTEN if not one.name.startswith(CUT)], ids=lambda path: path.name.split(".")[0]
)
def test_other_names_give_the_same_facts_renamed(golden: Path, tmp_path: Path) -> None:
    source, names = source_of(golden), new_names(golden)
    got = said_of_text(renamed(source.read_text("utf-8"), names), tmp_path / source.name)
    assert got == {tuple(renamed(part, names) for part in fact) for fact in said(source)}


def test_enough_documents_are_renamed() -> None:
    assert len(WRITTEN) > 70
    assert sum(len(new_names(golden)) for golden in WRITTEN) > 400


@pytest.mark.parametrize("width", [24, 30, 40, 60])
def test_line_breaks_change_next_to_nothing(width: int, tmp_path: Path) -> None:
    whole, lost, added = 0, [], []
    for path in [path for path in RUNNING if width >= ROLL_WIDTH or path.stem not in ROLLS]:
        before = said(path)
        after = said_of_text(wrapped(path.read_text("utf-8"), width), tmp_path / path.name)
        whole += len(before)
        lost += [(path.stem, *fact) for fact in sorted(before - after)]
        added += [(path.stem, *fact) for fact in sorted(after - before)]
    told = "\n".join(["", *(f"- {' '.join(one)}" for one in lost), *(f"+ {' '.join(one)}" for one in added)])
    print(f"width {width}: {whole} facts, {len(lost)} lost, {len(added)} added")
    assert whole > 700
    assert len(lost) <= (1 - LEAST_KEPT) * whole, told
    assert len(added) <= (1 - LEAST_KEPT) * whole, told


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        (r"([，。；：、])", r" \1 "),
        (r"“([^“”\n]*)”", r"「\1」"),
        (r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])", " "),
    ],
    ids=["blanks around marks", "other quotation marks", "blanks beside Latin words and figures"],
)
def test_how_marks_and_blanks_are_typed_changes_next_to_nothing(pattern: str, written: str, tmp_path: Path) -> None:
    """The third changes names as they are written, so that names are compared without blanks."""
    kept = lost = 0
    for path in RUNNING[::5]:
        text = path.read_text("utf-8")
        before, after = (
            {tuple("".join(part.split()) for part in one) for one in facts}
            for facts in (said(path), said_of_text(re.sub(pattern, written, text), tmp_path / path.name))
        )
        kept, lost = kept + len(before & after), lost + len(before - after)
    assert kept >= LEAST_KEPT * (kept + lost)


@pytest.mark.parametrize("length", [26, 38, 45])
def test_lines_cut_inside_words_and_numbers_change_next_to_nothing(length: int, tmp_path: Path) -> None:
    whole, lost, added = 0, set[tuple[str, ...]](), set[tuple[str, ...]]()
    for path in [path for path in RUNNING if path.stem not in ROLLS][::3]:
        before, after = said(path), said_of_text(cut(path.read_text("utf-8"), length), tmp_path / path.name)
        whole += len(before)
        lost |= {(path.stem, *fact) for fact in before - after}
        added |= {(path.stem, *fact) for fact in after - before}
    print(f"length {length}: {whole} facts, {len(lost)} lost, {len(added)} added")
    assert whole > 500
    assert len(lost | added) <= (1 - LEAST_KEPT_CUT) * whole, sorted(lost | added)


@pytest.mark.parametrize("folder", ["prose", "award"])
def test_an_unrelated_document_changes_nothing(folder: str, tmp_path: Path, fresh: Callable[[str], Path]) -> None:
    """Each document alone says what it says among all the others."""
    together = Exported.built(DATA / "unseen" / folder, fresh("together"))
    for golden in [one for one in GOLDEN if one.parent.name == folder][::6]:
        source = source_of(golden)
        alone = Exported.built(source, fresh(source.stem))
        assert same(alone, together, source.stem), source.stem


def same(alone: Exported, together: Exported, document: str) -> bool:
    """Whether a document's edges are the same; a node may have its name from another document, and its own for an alias."""
    mine, theirs = alone.edges.get(document, ()), list(together.edges.get(document, ()))
    for edge in mine:
        found = next((one for one in theirs if _alike(edge, one, alone, together)), None)
        if found is None:
            return False
        theirs.remove(found)
    return not theirs


def _alike(edge: dict[str, str], other: dict[str, str], alone: Exported, together: Exported) -> bool:
    ends = ("subject", "object")
    return edge["predicate"] == other["predicate"] and all(
        str(alone.nodes[edge[end]]["name"]) in _names(together.nodes[other[end]]) for end in ends
    )


def _names(node: dict[str, object]) -> set[str]:
    aliases = node.get("aliases") or ()
    return {str(node["name"]), *(map(str, aliases) if isinstance(aliases, list | tuple) else ())}


@pytest.fixture
def fresh(tmp_path: Path) -> Callable[[str], Path]:
    """A folder of this test's own by name."""

    def make(name: str) -> Path:
        (tmp_path / name).mkdir()
        return tmp_path / name

    return make


ABOVE = (
    "网站首页\nEnglish | 无障碍阅读 | 长者版\n首页  |  医院概况  |  新闻中心  |  科室导航  |  专家介绍  |  联系我们\n搜索\n"
    "今天是2031年5月9日 星期五\n当前位置：首页 > 新闻中心 > 通知公告 > 正文\n字体：【大 中 小】  打印本页\n登录  注册\n"
    "新闻动态\n"
)
BELOW = (
    "上一篇：关于做好夏季防汛工作的通知\n下一篇：关于调整门诊作息时间的通知\n"
    "相关新闻\n· 我院举办急救技能培训班 [09-27]\n· “质量月”活动启动\n"
    "【打印本页】 【关闭窗口】\n版权所有  备案号：松ICP备12345678号  技术支持：信息科\n扫一扫 关注我们\n"
)


@pytest.mark.parametrize(
    "path", [one for one in map(source_of, GOLDEN) if one.suffix == ".txt"], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_what_a_site_puts_around_a_text_is_none_of_it(path: Path, tmp_path: Path) -> None:
    page = tmp_path / path.name
    assert said_of_text(ABOVE + path.read_text("utf-8").rstrip("\n") + "\n" + BELOW, page) == said(path)
