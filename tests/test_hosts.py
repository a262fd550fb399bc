"""Meetings whose sentence tells the role before the body, and who leads the whole of one."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


def told(text: str) -> set[tuple[str, str, str, str]]:
    """Who runs and chairs what."""
    return {
        (one.subject.name, one.predicate, one.object.name, "".join(map(str, one.qualifiers.get("role", ()))))  # type: ignore[arg-type]
        for one in ProseIngester().ingest(document(text), pipeline())
        if isinstance(one, Fact) and one.predicate in ("RUN_BY", "CHAIRED")
    }


MEETING = "东岭影像新技术论坛"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            f"{MEETING}于5月8日在青山市召开，主办方为云岭省医学会，承办方为岚江医院、东岭医院。",
            {
                (MEETING, "RUN_BY", "云岭省医学会", "主办"),
                (MEETING, "RUN_BY", "岚江医院", "承办"),
                (MEETING, "RUN_BY", "东岭医院", "承办"),
            },
        ),
        (
            f"{MEETING}于5月8日在青山市召开。本次论坛的主办单位是云岭省医学会，协办单位有岚江医院和东岭医院。",
            {
                (MEETING, "RUN_BY", "云岭省医学会", "主办"),
                (MEETING, "RUN_BY", "岚江医院", "协办"),
                (MEETING, "RUN_BY", "东岭医院", "协办"),
            },
        ),
        (
            f"{MEETING}于5月8日在青山市召开，主办单位共有两家，分别是云岭省医学会和岚江医院，承办方为东岭医院。",
            {
                (MEETING, "RUN_BY", "云岭省医学会", "主办"),
                (MEETING, "RUN_BY", "岚江医院", "主办"),
                (MEETING, "RUN_BY", "东岭医院", "承办"),
            },
        ),
        (
            f"{MEETING}于5月8日在青山市召开，承办方为岚江医院，东岭医院、云岭省医学会等单位给予协办。",
            {(MEETING, "RUN_BY", "岚江医院", "承办")},
        ),
        (
            "云岭省心脏影像年会落幕\n\n5月8日迎来了第九届云岭省心脏影像学术年会。年会的主办方是云岭省医学会。",
            {("云岭省心脏影像学术年会第9次", "RUN_BY", "云岭省医学会", "主办")},
        ),
        (f"{MEETING}于5月8日在青山市召开，协办单位有十二家，云岭省医学会派人到会。", set()),
        (
            f"{MEETING}于5月8日在青山市召开，论坛由岚江医院介入科主任霍启明教授主持，柏若涵教授作报告。",
            {("霍启明", "CHAIRED", MEETING, "")},
        ),
        (f"{MEETING}于5月8日在青山市召开。上一届论坛的主办单位是云岭省医学会。", set()),
        ("云岭省影像学会介入分会成立大会于5月8日在青山市召开。会议由霍启明教授主持，柏若涵教授作报告。", set()),
        (f"云岭省影像学会介入分会成立大会暨首届{MEETING}于5月8日在青山市召开。大会由霍启明教授主持。", set()),
        (f"{MEETING}于5月8日在青山市召开。颁奖仪式在下午举行，会议由霍启明教授主持。", set()),
        (f"{MEETING}于5月8日在青山市召开，开幕式由霍启明主持，上半场由柏若涵主持。", set()),
        (
            f"{MEETING}于5月8日在青山市召开。岚江医院霍启明教授、东岭医院柏若涵主任共同主持了会议。",
            {("霍启明", "CHAIRED", MEETING, ""), ("柏若涵", "CHAIRED", MEETING, "")},
        ),
        (f"{MEETING}于5月8日在青山市召开。霍启明教授主持会议的筹备，柏若涵教授主持了常委会会议。", set()),
        (f"{MEETING}于5月8日在青山市召开。揭牌仪式随后举行，霍启明教授主持会议。", set()),
        # a numbered meeting whose chairs the text does not call by that office
        (
            f"第三届{MEETING}于5月8日在青山市召开。会议由岚江医院霍启明教授主持。",
            {("霍启明", "CHAIRED", f"{MEETING}第3次", "")},
        ),
        (f"第三届{MEETING}于5月8日在青山市召开，执行主席出席。会议由岚江医院霍启明教授主持。", set()),
        (
            f"{MEETING}于5月8日在青山市召开。会议的大会共主席为岚江大学霍启明院士、西陵医院柏若涵教授。",
            {("霍启明", "CHAIRED", MEETING, ""), ("柏若涵", "CHAIRED", MEETING, "")},
        ),
        (
            f"{MEETING}于5月8日在青山市召开。本次大会由云岭省医学会主办，联办单位包括岚江医院、东岭医院，并由西陵大学、澄江大学等诸多机构共同协办。",
            {
                (MEETING, "RUN_BY", "云岭省医学会", "主办"),
                (MEETING, "RUN_BY", "岚江医院", "联办"),
                (MEETING, "RUN_BY", "东岭医院", "联办"),
                (MEETING, "RUN_BY", "西陵大学", "协办"),
                (MEETING, "RUN_BY", "澄江大学", "协办"),
            },
        ),
        # whom a sentence says to have held a meeting
        (
            "6月25日，岚江影像研究所召开了脑影像与视觉研讨会。研讨会由霍启明研究员主持。",
            {
                ("脑影像与视觉研讨会", "RUN_BY", "岚江影像研究所", "主办"),
                ("霍启明", "CHAIRED", "脑影像与视觉研讨会", ""),
            },
        ),
        ("6月25日，岚江影像研究所召开了影像质控工作会议。7月2日，岚江医院召开了影像专科联盟换届会议。", set()),
        # quotation marks within what is held as one
        (
            f"由岚江医院主办的岚江市核素“扬帆”计划研讨会暨2031{MEETING}于5月8日在苏州召开。",
            {(f"2031{MEETING}", "RUN_BY", "岚江医院", "主办")},
        ),
    ],
)
def test_roles_first_and_who_leads(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert told(text) == facts
