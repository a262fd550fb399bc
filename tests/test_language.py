"""The command in Chinese: everything that it says is in the catalogue, and what is said of the moment is put in its place."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.cli.language import catalogue, choose, told, use
from kg.store import Written
from tests.spoken import ROOT, help_texts, messages, shape

HAN = re.compile(r"[一-鿿]")
ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b")
FORM = """姓名：顾云帆
排名：1
职称：主任医师
工作单位：江南大学附属第二医院
"""


def kg(*arguments: object, home: Path | None = None, lang: str = "zh") -> Result:
    where = [] if home is None else ["--home", str(home)]
    given = [str(argument) for argument in arguments]
    return CliRunner().invoke(cli, given + where, env={"NEO4J_URI": "", "COLUMNS": "100", "YINGTU_LANG": lang})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spoken")
    (folder / "form.txt").write_text(f"推荐奖种 医学科学技术奖\n\n项目名称 超声造影的关键技术\n\n{FORM}", "utf-8")
    assert kg("build", folder / "form.txt", home=folder / "home").exit_code == 0
    return folder / "home"


@pytest.fixture
def chinese() -> Iterator[None]:
    use("zh")
    yield
    use("en")


def test_all_that_the_command_says_is_in_the_catalogue() -> None:
    lacking = {text: where for text, where in (help_texts() | messages()).items() if text not in catalogue()}
    told = "\n".join(f"{where}: msgid {json.dumps(text, ensure_ascii=False)}" for text, where in lacking.items())
    assert not lacking, f"kg/cli/zh.po has no Chinese for:\n{told}"


def test_the_catalogue_holds_nothing_that_nobody_says() -> None:
    folders = (ROOT / "kg", ROOT / "ingest", Path(click.__file__).parent)
    code = {text for folder in folders for path in folder.rglob("*.py") for text in _texts(path)}
    code |= {field.name for field in fields(Written)} | set(map(os.strerror, errno.errorcode))
    said = {text.replace("_", " ") for text in code} | code | set(help_texts())
    pieces = {text: max(re.split(r"\{\d*\}|'|\. ", text), key=len).strip("(): ?") for text in catalogue()}
    idle = [text for text, piece in pieces.items() if text not in said and not any(piece in one for one in said)]
    assert not idle, f"take out of kg/cli/zh.po: {idle}"


def test_what_is_put_in_has_a_place() -> None:
    for text, chinese in catalogue().items():
        assert HAN.search(chinese) or not re.search(r"[a-z]{3}", text), f"kg/cli/zh.po: {chinese} is no Chinese"
        places = [int(place) for place in re.findall(r"\{(\d+)\}", chinese)]
        assert max(places, default=0) < max(text.count("{}"), 1), f"kg/cli/zh.po: {chinese} has more places than {text}"
        assert places or chinese.count("{}") <= text.count("{}"), f"kg/cli/zh.po: {chinese} has more places than {text}"


@pytest.mark.parametrize("name", ["", *cli.commands])
def test_help_is_chinese(name: str) -> None:
    done = kg(*filter(None, [name]), "--help")
    assert done.exit_code == 0
    lines = [line for line in done.stdout.splitlines() if not re.match(r"\s*(kg |\(cd |\{\")", line)]
    assert HAN.search(done.stdout)
    assert not [line for line in lines if ENGLISH.search(line)]
    assert max(len(line) + len(HAN.findall(line)) for line in lines if "|" not in line) <= 100


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ([], {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "YINGTU_LANG": "en"}, "en"),
        (["--lang", "zh", "find", "x"], {"LANG": "de_DE"}, "zh"),
        (["find", "x", "--lang=en"], {"LANG": "zh_CN"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert choose(arguments, environment) == language


def test_headings_and_what_is_told_are_chinese(home: Path) -> None:
    for asked in (
        ("find", "顾云帆"),
        ("coverage",),
        ("check",),
        ("questions",),
        ("decisions",),
        ("ask", "people_dossier", "-p", "person=顾云帆"),
    ):
        heading = kg(*asked, home=None if asked == ("questions",) else home).stdout.splitlines()[0]
        assert all(HAN.search(title) for title in re.split(r"\s{2,}", heading)), f"{asked}: {heading}"
    shown = kg("show", "顾云帆", home=home).stdout
    assert "人物 Person" in shown
    assert "职称 主任医师" in shown
    assert "规则：" in kg("explain", "顾云帆", home=home).stdout
    again = kg("build", home.parent / "form.txt", home=home).stdout
    assert "未变" in again
    assert not ENGLISH.search(again)


def test_english_is_english(home: Path) -> None:
    for asked in (("find", "顾云帆"), ("coverage",), ("check",), ("ask", "people_dossier", "-p", "person=顾云帆")):
        assert not HAN.search(kg(*asked, home=home, lang="en").stdout.splitlines()[0])


def test_json_is_the_same_in_both(home: Path) -> None:
    for asked in (("find", "顾云帆"), ("coverage",), ("identity", "顾云帆"), ("check",)):
        assert kg(*asked, "-f", "json", home=home).stdout == kg(*asked, "-f", "json", home=home, lang="en").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "影图：把中文生物医学影像文献读成知识图谱"),
        (("build", "nothing"), "nothing：没有这个文件或文件夹；请给出要读的文献"),
        (("fnd",), "没有命令“fnd”。是不是“find”？"),
        (("find",), "缺少参数“TEXT”。"),
        (("find", "x", "--nope"), "没有选项“--nope”。"),
        (("find", "x", "-l", "Nope"), "“Nope”不在可选之列"),
        (("find", "x", "-n", "0"), "0 不在范围 x>=1 内。"),
        (("find", "x", "y"), "多出来的参数：y"),
        (("score", "nowhere.jsonl"), "文件“nowhere.jsonl”不存在。"),
        (("ask", "people_tecnology"), "没有问题“people_tecnology”；是不是“people_technology”？"),
    ],
)
def test_misuse_is_told_in_chinese(arguments: tuple[str, ...], said: str, home: Path) -> None:
    done = kg(*arguments, home=home if arguments else None)
    assert done.exit_code in (1, 2)
    assert said in done.stderr


def test_errors_of_the_library_are_told_in_chinese(home: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
    broken = kg("build", tmp_path, home=tmp_path / "h").stderr
    assert f"kg: {tmp_path / 'cut.pdf'}：文件不完整；请重新复制或下载完整的文件" in broken
    assert "这条语句要写入" in kg("cypher", "MATCH (n) DETACH DELETE n", home=home).stderr
    assert "没有文献“nothing.pdf”；目前有 form.txt" in kg("retract", "nothing.pdf", home=home).stderr
    assert "没有叫“无此人名”的" in kg("show", "无此人名", home=home).stderr


@pytest.mark.usefixtures("chinese")
def test_names_stay_as_they_are() -> None:
    assert told('no database "name" there') == 'no database "name" there'
    assert told('x: no database "edges" there; check NEO4J_DATABASE') == "x：那里没有数据库“edges”；请检查 NEO4J_DATABASE"
    assert told("a.pdf: it is damaged; something new") == "a.pdf：文件已损坏；something new"


def _texts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant | ast.JoinedStr):
            text = shape(node)
            if text:
                yield text
