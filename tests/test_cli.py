"""The command as a user meets it: from documents to answers, and one clear line where something is wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli

ROOT = Path(__file__).parents[1]
NOMINATION = """推荐奖种 医学科学技术奖

项目名称 超声造影评估移植肾功能的关键技术

推荐单位 江南省医学会

姓名：顾云帆
排名：1
职称：主任医师
行政职务：超声科主任
工作单位：江南大学附属第二医院
对本项目的贡献：提出超声造影定量方案，为创新点 1、2作出贡献。

姓名：沈若楠
排名：2
职称：副主任医师
行政职务：无
工作单位：江南大学附属第二医院
对本项目的贡献：负责病例随访，为创新点 2作出贡献。

单位名称：江南大学附属第二医院
排名：1
对本项目的贡献：全面负责。
"""
CHAIRED = """MATCH (p:Person)-[:CHAIRED]->(c:Conference)
RETURN p.name AS name, count(c) AS sessions ORDER BY sessions DESC, name LIMIT 3"""
HOLD_GRAPH = """import sys
from kg.store import open_store
with open_store(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""
HOLD = """import pathlib, sys
from kg.workspace import Workspace
workspace = Workspace.open(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def kg(*arguments: object, home: Path | None = None) -> Result:
    where = [] if home is None else ["--home", str(home)]
    return CliRunner().invoke(cli, [str(argument) for argument in arguments] + where, env={"NEO4J_URI": "", "COLUMNS": "200"})


def records(*arguments: object, home: Path) -> list[dict[str, object]]:
    done = kg(*arguments, "-f", "json", home=home)
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def refused(done: Result, code: int, *words: str) -> None:
    """The command left with this code after one line on stderr that holds these words."""
    assert done.exit_code == code, done.output
    lines = [line for line in done.stderr.splitlines() if line.startswith("kg: ")]
    assert len(lines) == 1, done.output
    assert all(word in lines[0] for word in words), lines[0]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("examples") / "home"
    built = kg("build", ROOT / "examples", home=place)
    assert built.exit_code == 0, built.output
    return place


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "nomination.txt"
    path.write_text(NOMINATION, "utf-8")
    return path


def test_building_again_changes_nothing(home: Path, tmp_path: Path) -> None:
    assert kg("export", tmp_path / "before", home=home).exit_code == 0
    again = kg("build", ROOT / "examples", "-f", "json", home=home)
    told = json.loads(again.stdout)
    assert {document["state"] for document in told["documents"]} == {"unchanged"}
    assert all(document["assertions"] > 100 for document in told["documents"])
    assert (told["written"]["nodes"], told["written"]["edges"], told["written"]["removed_edges"]) == (0, 0, 0)
    assert kg("export", tmp_path / "after", home=home).exit_code == 0
    for name in ("nodes.jsonl", "edges.jsonl"):
        assert (tmp_path / "before" / name).read_bytes() == (tmp_path / "after" / name).read_bytes()


def test_ask_show_explain_lead_to_the_words(home: Path) -> None:
    rows = records("ask", "people_technology", "-p", "technology=CMR", home=home)
    assert rows, "nobody in the examples works on CMR"
    edge = rows[0]["edges"]
    assert isinstance(edge, list)
    told = json.loads(kg("explain", edge[0], "-f", "json", home=home).stdout)
    assert told["evidence"]
    assert all(words["quote"].strip() and words["source"] for words in told["evidence"])
    shown = kg("show", rows[0]["person"], home=home)
    assert shown.exit_code == 0
    assert "WORKS_ON" in shown.stdout


def test_an_id_may_be_begun_and_a_name_stands_for_one(home: Path) -> None:
    (row,) = records("find", "骆清铭", "-l", "Person", home=home)
    ident = str(row["id"])
    whole = kg("show", ident, home=home).stdout
    assert "骆清铭" in whole
    for begun in (ident[:10], f"{ident[:10]}…", "骆清铭"):
        assert kg("show", begun, home=home).stdout == whole
        assert kg("explain", begun, home=home).stdout == kg("explain", ident, home=home).stdout
        assert kg("identity", begun, home=home).stdout == kg("identity", ident, home=home).stdout
    edge = records("cypher", "MATCH ()-[r:CHAIRED]->() RETURN r.id AS id ORDER BY id LIMIT 1", home=home)[0]["id"]
    assert kg("explain", str(edge)[:12], home=home).stdout == kg("explain", edge, home=home).stdout


def test_what_an_id_could_mean_is_told(home: Path) -> None:
    everyone = str(records("cypher", "MATCH (p:Person) RETURN p.id AS id ORDER BY id", home=home)[0]["id"])[:5]
    refused(kg("show", everyone, home=home), 1, f'"{everyone}" can be several: ', everyone, "write more of the id")
    refused(kg("explain", everyone, home=home), 1, "can be several")
    refused(kg("show", "per_ffffffffff", home=home), 1, 'no id begins with "per_ffffffffff"')
    refused(kg("explain", "骆青明", home=home), 1, 'nothing is called "骆青明"; near it: 骆清铭')


def test_a_document_is_shown_by_its_file_name(home: Path) -> None:
    shown = kg("show", "3-ecmo.txt", home=home).stdout
    assert shown.startswith("体外膜氧合生命支持技术体系创新及临床推广应用  (Document doc_")
    assert "  source: 3-ecmo.txt" in shown
    assert kg("show", "3-ECMO.TXT", home=home).stdout == shown


def test_show_as_of_a_year_leaves_out_what_is_later(home: Path) -> None:
    dated = "MATCH (p:Person)-[r]->() WHERE r.from_year > 2000 RETURN p.id AS person, r.id AS edge, r.from_year AS year"
    found = records("cypher", f"{dated} ORDER BY edge LIMIT 1", home=home)[0]
    person, edge, year = str(found["person"]), str(found["edge"]), int(str(found["year"]))
    assert edge in kg("show", person, "--as-of", str(year), home=home).stdout
    assert edge not in kg("show", person, "--as-of", str(year - 1), home=home).stdout


def test_table_hides_edges_and_csv_has_them(home: Path) -> None:
    asked = ("ask", "people_technology", "--technology", "CMR")
    assert "edges" not in kg(*asked, home=home).stdout.splitlines()[0]
    assert "edges" in kg(*asked, "-f", "csv", home=home).stdout.splitlines()[0]


def test_a_value_may_stand_alone(home: Path) -> None:
    asked = records("ask", "people_technology", "-p", "technology=CMR", home=home)
    assert asked
    for technology in (["CMR"], ["technology=CMR"], ["--technology", "CMR"], ["--technology=CMR"]):
        assert records("ask", "people_technology", *technology, home=home) == asked
    for series in (["香山科学会议", "--limit", "2"], ["--limit", "2", "香山科学会议"], ["limit=2", "series=香山科学会议"]):
        assert len(records("ask", "conferences_chairs", *series, home=home)) == 2
    assert records("ask", "awards_list", "河北省科学技术进步奖", "2024", home=home) == records(
        "ask", "awards_list", "-p", "award=河北省科学技术进步奖", "-p", "year=2024", home=home
    )


def test_questions_that_speak_of_something() -> None:
    names = [line.split()[0] for line in kg("questions", "session").stdout.splitlines()[2:-1]]
    assert "conferences_chairs" in names
    assert not any(name.startswith("awards") for name in names)
    refused(kg("questions", "红烧茄子"), 1, 'no query "红烧茄子"; kg questions lists all')
    refused(kg("questions", "people_tecnology"), 1, 'did you mean "people_technology"?')


def test_nodes_edges_and_paths_are_told_by_name(home: Path) -> None:
    done = kg(
        "cypher", "MATCH p = (n:Person {name: '骆清铭'})-[r:CHAIRED]->(c) RETURN n, r, p ORDER BY r.id LIMIT 1", home=home
    )
    assert re.match(r"骆清铭 \(Person\)  CHAIRED  骆清铭 \(Person\) — CHAIRED — 香山科学会议", done.stdout.splitlines()[2])


def test_an_empty_answer_tells_names_that_nothing_goes_by(home: Path) -> None:
    unknown = kg("ask", "people_technology", "-p", "technology=心脏磁", home=home)
    assert unknown.exit_code == 0
    assert 'no Technology is called "心脏磁"; near it: ' in unknown.stderr
    assert "CMR" in unknown.stderr
    known = kg("ask", "technologies_narrower", "-p", "technology=心脏磁共振", home=home)
    assert "is called" not in known.stderr
    sounding = kg("ask", "awards_person", "-p", "person=骆青明", home=home).stderr
    assert 'no Person is called "骆青明"; near it: 骆清铭; kg find 骆青明' in sounding
    unsure = kg("ask", "people_technology", "-p", "technology=CMR", "--min-confidence", "1", home=home)
    assert "only facts at least 1 sure were asked" in unsure.stderr


def test_a_map_is_one_line_in_csv(home: Path) -> None:
    done = kg("cypher", "RETURN {a: 1, b: 'x'} AS m", "-f", "csv", home=home)
    assert done.stdout.splitlines() == ["m", '"{""a"": 1, ""b"": ""x""}"']


def test_cypher_reads_and_only_reads(home: Path) -> None:
    assert len(records("cypher", CHAIRED, home=home)) == 3
    refused(kg("cypher", "MATCH (n) DETACH DELETE n", home=home), 1, "read")
    refused(kg("cypher", "MATCH (n RETURN n", home=home), 1)


def test_retract_takes_back_one_document(document: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(NOMINATION.replace("江南", "塞北").replace("顾云帆", "白晓川").replace("移植肾", "移植肝"), "utf-8")
    one, both = tmp_path / "one", tmp_path / "both"
    assert kg("build", document, home=one).exit_code == 0
    assert kg("build", document, other, home=both).exit_code == 0
    assert kg("show", "白晓川", home=both).exit_code == 0
    assert kg("retract", "other.txt", home=both).exit_code == 0
    refused(kg("show", "白晓川", home=both), 1, "白晓川")
    for place in (one, both):
        assert kg("export", place / "out", home=place).exit_code == 0
    for name in ("nodes.jsonl", "edges.jsonl"):
        assert (one / "out" / name).read_bytes() == (both / "out" / name).read_bytes()


def test_what_cannot_be_finished_is_not_begun(document: Path, tmp_path: Path) -> None:
    """Neither facts nor decisions change where the graph is held by another process, or a decision cannot be read."""
    home = tmp_path / "home"
    assert kg("build", document, home=home).exit_code == 0
    command = [sys.executable, "-c", HOLD_GRAPH, str(home / "graph")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        refused(kg("retract", document.name, home=home), 1, "another process")
        refused(kg("merge", "顾云帆", "沈若楠", "--why", "x", home=home), 1, "another process")
        holder.communicate()
    assert not (home / "identity.jsonl").exists()
    (home / "identity.jsonl").write_text("no line\n", "utf-8")
    refused(kg("retract", document.name, home=home), 1, "identity.jsonl:1")
    refused(kg("build", tmp_path, home=home), 1, "identity.jsonl:1")
    (home / "identity.jsonl").unlink()
    assert kg("retract", document.name, home=home).exit_code == 0
    refused(kg("show", "顾云帆", home=home), 1, "顾云帆")


def test_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for year, person in (("2019", "顾云帆"), ("2021", "白晓川")):
        (tmp_path / year).mkdir()
        (tmp_path / year / "form.txt").write_text(NOMINATION.replace("顾云帆", person), "utf-8")
    built = kg("build", tmp_path / "2019", tmp_path / "2021", home=home)
    assert ("2019/form.txt" in built.stdout, "2021/form.txt" in built.stdout) == (True, True)
    assert "2021/form.txt" in kg("identity", "白晓川", home=home).stdout
    assert "2021/form.txt" in kg("explain", "白晓川", home=home).stdout
    assert "2021/form.txt" in kg("coverage", home=home).stdout
    refused(kg("retract", "form.txt", home=home), 1, "2019/form.txt", "2021/form.txt")
    assert "retracted 2021/form.txt" in kg("retract", "2021/form.txt", home=home).stderr
    assert "「" in kg("explain", "顾云帆", home=home).stdout


def test_a_changed_document_replaces_what_it_said(document: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert kg("build", document, home=home).exit_code == 0
    document.write_text(NOMINATION.replace("沈若楠", "沈亦舟"), "utf-8")
    assert kg("build", document, home=home).exit_code == 0
    assert kg("show", "沈亦舟", home=home).exit_code == 0
    refused(kg("show", "沈若楠", home=home), 1, "沈若楠")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2048),
        ("sheet.xyz", b"a,b\n1,2\n"),
        ("broken.docx", b"PK\x03\x04 no more"),
    ],
)
def test_a_bad_file_is_told_and_harms_no_other(name: str, content: bytes, document: Path, tmp_path: Path) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    done = kg("build", bad, document, home=tmp_path / "home")
    refused(done, 1, name)
    assert kg("show", "顾云帆", home=tmp_path / "home").exit_code == 0


def test_a_document_without_a_fact_is_told(tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.txt"
    recipe.write_text("红烧茄子的做法\n茄子切块，下锅翻炒，加糖和酱油，小火炖十分钟即可。\n", "utf-8")
    refused(kg("build", recipe, home=tmp_path / "home"), 0, "recipe.txt", "nothing in it was recognised")


def test_what_is_not_there_is_told(home: Path, tmp_path: Path) -> None:
    refused(kg("ask", "people_tecnology", "-p", "technology=CMR", home=home), 1, "people_tecnology", "people_technology")
    refused(kg("ask", "people_technology", home=home), 1, "technology")
    refused(kg("ask", "people_technology", "-p", "technology=CMR", "-p", "colour=red", home=home), 1, "colour")
    refused(kg("show", "无此人名", home=home), 1, "无此人名")
    refused(kg("explain", "edg_0000", home=home), 1, "edg_0000")
    refused(kg("ask", "people_technology", "-p", "technology=CMR", home=tmp_path / "none"), 1, "kg build")
    refused(kg("export", tmp_path / "out", home=tmp_path / "none"), 1, "kg build")
    refused(kg("retract", "nothing.pdf", home=home), 1, "nothing.pdf")
    refused(kg("build", tmp_path / "missing", home=tmp_path / "home"), 1, "missing")
    assert kg("ask", "people_technology", "CMR", "2015", "stray", home=home).exit_code == 2


def test_a_server_that_does_not_answer(home: Path) -> None:
    refused(
        kg("ask", "people_technology", "-p", "technology=CMR", "--store", "bolt://127.0.0.1:9", home=home), 1, "127.0.0.1:9"
    )


def test_a_locked_workspace(document: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert kg("build", document, home=home).exit_code == 0
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        refused(kg("build", document, home=home), 1, "facts.duckdb")
        holder.communicate()


READER = """
import pathlib, sys
from kg.store import open_store
from kg.workspace import Workspace
home = pathlib.Path(sys.argv[1])
with Workspace.open(home, reading=True), open_store(home / "graph", reading=True):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_two_may_read_at_once(document: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert kg("build", document, home=home).exit_code == 0
    command = [sys.executable, "-c", READER, str(home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "held\n"
        assert kg("show", "顾云帆", home=home).exit_code == 0
        assert kg("identity", "顾云帆", home=home).exit_code == 0
        assert kg("export", tmp_path / "out", home=home).exit_code == 0
        refused(kg("retract", document.name, home=home), 1, "another process holds it")
        reader.communicate("")
    assert kg("retract", document.name, home=home).exit_code == 0


def test_check_and_view(home: Path, tmp_path: Path) -> None:
    checked = kg("check", "-f", "json", home=home)
    assert checked.exit_code in (0, 3)
    assert (checked.exit_code == 3) == bool(json.loads(checked.stdout))
    page = tmp_path / "page.html"
    assert kg("view", page, "-q", "people_technology", "-p", "technology=CMR", home=home).exit_code == 0
    assert "CMR" in page.read_text("utf-8")


def test_the_installed_command_runs() -> None:
    command = Path(sys.executable).with_name("kg")
    done = subprocess.run([command, "--help"], capture_output=True, text=True, env={**os.environ, "LANG": "C.UTF-8"})
    assert done.returncode == 0
    assert re.search(r"^  build +Read documents", done.stdout, re.MULTILINE)
    assert "_KG_COMPLETE" in kg("completion", "bash").stdout


def test_a_year_is_for_the_questions_that_take_one(tmp_path: Path) -> None:
    (tmp_path / "form.txt").write_text(NOMINATION, "utf-8")
    home = tmp_path / "home"
    assert kg("build", tmp_path / "form.txt", home=home).exit_code == 0
    told = kg("ask", "people_dossier", "-p", "person=顾云帆", "--as-of", "1990", "-f", "json", home=home)
    assert {row["relation"] for row in json.loads(told.stdout)} >= {"AFFILIATED_WITH", "PARTICIPATED_IN"}
    refused = kg("ask", "evidence_rules", "--as-of", "1990", home=home)
    assert (refused.exit_code, 'no parameter "as_of"' in refused.stderr) == (1, True)
    assert kg("view", tmp_path / "page.html", "--as-of", "1990", home=home).exit_code == 2
