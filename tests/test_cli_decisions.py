"""kg identity, merge, split, decisions and conflicts as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.cli.names import complete_name
from kg.cli.show import show as show_command

NOMINATION = """推荐奖种 医学科学技术奖

项目名称 {work}

推荐单位 江南省医学会

姓名：顾云帆
排名：1
职称：主任医师
工作单位：{home}
对本项目的贡献：提出{work}方案，为创新点 1、2作出贡献。

姓名：{second}
排名：2
职称：副主任医师
工作单位：{home}
对本项目的贡献：负责病例随访，为创新点 2作出贡献。

单位名称：{home}
排名：1
对本项目的贡献：全面负责。
"""
ONE, OTHER = "江南大学附属第二医院", "塞北大学附属第一医院"


def kg(*arguments: object, home: Path) -> Result:
    environment = {"NEO4J_URI": "", "COLUMNS": "200"}
    return CliRunner().invoke(cli, [*map(str, arguments), "--home", str(home)], env=environment)


def refused(done: Result, code: int, *words: str) -> None:
    assert done.exit_code == code, done.output
    lines = [line for line in done.stderr.splitlines() if line.startswith("kg: ")]
    assert len(lines) == 1, done.output
    assert all(word in lines[0] for word in words), lines[0]


def told(*arguments: object, home: Path) -> Any:
    done = kg(*arguments, "-f", "json", home=home)
    assert done.exit_code in (0, 3), done.output
    return json.loads(done.stdout)


def exported(home: Path, out: Path) -> list[bytes]:
    assert kg("export", out, home=home).exit_code == 0
    return [(out / name).read_bytes() for name in ("nodes.jsonl", "edges.jsonl")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("two")
    (place / "a.txt").write_text(NOMINATION.format(work="超声造影评估移植肾功能的关键技术", home=ONE, second="沈若楠"), "utf-8")
    (place / "b.txt").write_text(NOMINATION.format(work="肝脏弹性成像定量体系", home=OTHER, second="白晓川"), "utf-8")
    done = kg("build", place / "a.txt", place / "b.txt", home=place / "home")
    assert done.exit_code == 0, done.output
    return place


@pytest.fixture
def home(built: Path) -> Path:
    """The home without decisions; each test leaves its own file, which the next one takes away."""
    (built / "home" / "identity.jsonl").unlink(missing_ok=True)
    return built / "home"


def test_identity_tells_mentions_joins_and_what_kept_apart(home: Path) -> None:
    found = told("identity", "顾云帆", home=home)["identities"]
    assert {tuple(one["institutions"]) for one in found} == {(ONE,), (OTHER,)}
    for one in found:
        assert all(said["quote"] and said["document"] in ("a.txt", "b.txt") for said in one["mentions"])
        assert [apart["reason"] for apart in one["apart"]] == ["DIFFERENT_INSTITUTIONS"]
    table = kg("identity", "顾云帆", home=home)
    assert table.exit_code == 0
    assert all(word in table.stdout for word in ("mention", "apart", "DIFFERENT_INSTITUTIONS", ONE, "a.txt"))
    by_id = told("identity", found[0]["id"], home=home)["identities"]
    assert [one["id"] for one in by_id] == [one["id"] for one in found]
    assert told("identity", ONE, home=home)["identities"][0]["label"] == "Organization"
    refused(kg("identity", "无此人名", home=home), 1, "无此人名", "kg find")


def test_a_merge_holds_through_rebuilds_and_is_undone(home: Path, tmp_path: Path) -> None:
    before = exported(home, tmp_path / "before")
    done = kg("merge", f"顾云帆@{ONE}", "顾云帆@b.txt", "--why", "同一份简历", "--by", "沈", "--date", "2024-05", home=home)
    assert done.exit_code == 0, done.output
    assert "now 1: 顾云帆" in done.stderr
    assert kg("build", home.parent / "a.txt", home.parent / "b.txt", home=home).exit_code == 0
    (found,) = told("identity", "顾云帆", home=home)["identities"]
    (joined,) = [one for one in found["joined"] if one["rule"] == "DECIDED_MERGE"]
    assert joined["why"] == "同一份简历"
    assert {words["document"] for words in joined["evidence"]} == {"a.txt", "b.txt"}
    exported(home, tmp_path / "merged")
    line = (tmp_path / "merged" / "identity.jsonl").read_text("utf-8")
    assert line == (home / "identity.jsonl").read_text("utf-8")
    assert json.loads(line) == {
        "decide": "merge",
        "label": "Person",
        "one": {"name": "顾云帆", "institution": ONE},
        "other": {"name": "顾云帆", "institution": OTHER},
        "why": "同一份简历",
        "by": "沈",
        "date": "2024-05",
    }
    refused(kg("merge", found["id"], f"顾云帆@{OTHER}", "--why", "x", home=home), 1, "one already", "kg identity")
    assert kg("split", f"顾云帆@{ONE}", f"顾云帆@{OTHER}", "--why", "两人", home=home).exit_code == 0
    assert [one["state"] for one in told("decisions", home=home)] == ["overridden", "applied"]
    assert [one["apart"][0]["detail"] for one in told("identity", "顾云帆", home=home)["identities"]] == ["两人", "两人"]
    for line_ in (2, 1):
        assert kg("decisions", "--drop", line_, home=home).exit_code == 0
    assert exported(home, tmp_path / "merged") == before
    assert not (tmp_path / "merged" / "identity.jsonl").exists()


def test_a_split_by_document_and_by_institution(home: Path) -> None:
    assert kg("merge", f"顾云帆@{ONE}", f"顾云帆@{OTHER}", "--why", "一人", home=home).exit_code == 0
    assert kg("split", "顾云帆", "--document", "b.txt", "--why", "两人", home=home).exit_code == 0
    assert len(told("identity", "顾云帆", home=home)["identities"]) == 2
    assert kg("decisions", "--drop", 2, home=home).exit_code == 0
    assert len(told("identity", "顾云帆", home=home)["identities"]) == 1
    assert kg("split", "顾云帆", "--institution", OTHER, "--why", "两人", home=home).exit_code == 0
    assert len(told("identity", "顾云帆", home=home)["identities"]) == 2
    refused(kg("split", "顾云帆", "--institution", "无此医院", "--why", "x", home=home), 1, "无此医院", ONE)
    refused(kg("split", "沈若楠", "--document", "b.txt", "--why", "x", home=home), 1, "b.txt", "沈若楠")
    refused(kg("split", "沈若楠", "--document", "c.txt", "--why", "x", home=home), 1, "c.txt")


def test_people_of_two_names_and_institutions_can_be_joined(home: Path) -> None:
    assert kg("merge", "沈若楠", "白晓川", "--why", "改名", home=home).exit_code == 0
    (person,) = told("identity", "白晓川", home=home)["identities"]
    assert (person["name"], {said["name"] for said in person["mentions"]}) == ("沈若楠", {"沈若楠", "白晓川"})
    assert kg("merge", ONE, OTHER, "--why", "合并办院", home=home).exit_code == 0
    assert told("identity", ONE, home=home)["identities"][0]["id"] == told("identity", OTHER, home=home)["identities"][0]["id"]
    assert [one["state"] for one in told("decisions", home=home)] == ["applied", "applied"]


def test_what_a_decision_cannot_mean_is_told(home: Path) -> None:
    refused(kg("merge", "顾云帆", "沈若楠", "--why", "x", home=home), 1, "2 things", ONE, OTHER, "NAME@INSTITUTION")
    refused(kg("merge", "无此人名", "沈若楠", "--why", "x", home=home), 1, "无此人名")
    refused(kg("merge", "沈若楠", ONE, "--why", "x", home=home), 1, "Person", "Organization")
    refused(kg("merge", "沈若楠", "白晓川", "--why", "x", "--date", "yesterday", home=home), 1, "yesterday", "2024-05-31")
    refused(kg("split", "沈若楠", "沈若楠", "--why", "x", home=home), 1, "--document")
    refused(kg("decisions", "--drop", 1, home=home), 1, "no decision 1")
    assert kg("split", "沈若楠", "--why", "x", home=home).exit_code == 2
    assert kg("split", "沈若楠", "白晓川", "--document", "a.txt", "--why", "x", home=home).exit_code == 2
    assert kg("merge", "沈若楠", "白晓川", home=home).exit_code == 2
    assert not (home / "identity.jsonl").exists()
    (home / "identity.jsonl").write_text('{"decide": "merge"\n', "utf-8")
    for command in (("identity", "顾云帆"), ("decisions",), ("check",), ("merge", "沈若楠", "白晓川", "--why", "x")):
        refused(kg(*command, home=home), 1, "identity.jsonl:1", "not JSON")


def test_a_decision_whose_side_is_gone_is_listed_as_idle(home: Path, tmp_path: Path) -> None:
    place = tmp_path / "home"
    assert kg("build", home.parent / "a.txt", home.parent / "b.txt", home=place).exit_code == 0
    assert kg("merge", "沈若楠", "白晓川", "--why", "改名", home=place).exit_code == 0
    assert kg("retract", "b.txt", home=place).exit_code == 0
    (row,) = told("decisions", home=place)
    assert row["state"] == "idle"
    assert "白晓川" in row["note"]
    assert kg("build", home.parent / "b.txt", home=place).exit_code == 0
    assert told("decisions", home=place)[0]["state"] == "applied"


def test_a_split_of_what_one_mention_says_is_told_as_such(home: Path) -> None:
    """顾云帆@… names the only mention there; a split of it from itself parts nothing, and no document is gone."""
    assert kg("split", f"顾云帆@{ONE}", "顾云帆@a.txt", "--why", "两人", home=home).exit_code == 0
    (row,) = told("decisions", home=home)
    assert row["state"] == "idle"
    assert "is one of the other side, too" in row["note"]


def test_conflicts_are_listed_with_their_words(home: Path, tmp_path: Path) -> None:
    done = kg("conflicts", home=home)
    assert (done.exit_code, told("conflicts", home=home)) == (0, [])
    changed = tmp_path / "a2.txt"
    text = (home.parent / "a.txt").read_text("utf-8").replace("排名：1\n职称：主任医师", "排名：3\n职称：主任医师", 1)
    changed.write_text(text, "utf-8")
    place = tmp_path / "home"
    assert kg("build", home.parent / "a.txt", changed, home=place).exit_code == 0
    done = kg("conflicts", home=place)
    assert done.exit_code == 3
    assert all(word in done.stdout for word in ("rank", "a.txt", "a2.txt"))
    (row,) = [row for row in told("conflicts", "-k", "edge", home=place) if row["name"] == "rank"]
    assert sorted(said["value"] for said in row["values"]) == [1, 3]
    assert all(said["ids"] and said["evidence"][0]["quote"] for said in row["values"])
    assert told("conflicts", "-k", "sum", home=place) == []


def test_the_shell_completes_names(home: Path) -> None:
    assert kg("load", home=home).exit_code == 0
    context = show_command.make_context("show", ["顾", "--home", str(home)])
    assert complete_name(context, show_command.params[0], "顾云") == ["顾云帆"]
    assert complete_name(context, show_command.params[0], "") == []
    context.params["home"] = home / "none"
    assert complete_name(context, show_command.params[0], "顾云") == []
