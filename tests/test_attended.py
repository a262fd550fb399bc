"""What reports of meetings count, in sentences of our own; traps tell of others."""

from __future__ import annotations

import pytest

from tests.test_measures import figures

SESSION = "9月3日，第六届心脏影像论坛在云和市召开。"
NAME = "心脏影像论坛第6次"


def counted(text: str) -> set[tuple[str, str, object]]:
    """Subject, name and value of each figure of a meeting."""
    return {
        (one.subject.name, one.object.name, one.qualifiers["value"])
        for one in figures(text)
        if one.subject.label == "Conference"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SESSION + "来自全省各地的260余名代表参加了会议。", {(NAME, "参会代表人数", 260)}),
        (
            SESSION + "本次论坛吸引了近500位同道参会，线上观看1.2万人次。",
            {(NAME, "参会同道人数", 500), (NAME, "线上观看人次", 1.2)},
        ),
        (
            SESSION + "大会共收到论文摘要318篇，设4个分论坛、26场专题讲座。",
            {(NAME, "收到论文摘要数", 318), (NAME, "分论坛数", 4), (NAME, "专题讲座数", 26)},
        ),
        (
            SESSION + "大会注册代表1260名，另有列席人员45位，设12个分会场。",
            {(NAME, "参会代表人数", 1260), (NAME, "列席人数", 45), (NAME, "分会场数", 12)},
        ),
        (SESSION + "来自26个单位的48位专家学者与会。", {(NAME, "参会单位数", 26), (NAME, "参会专家学者人数", 48)}),
        (
            "百余位专家齐聚云和市，共赴第六届心脏影像论坛。会期两天，共安排学术报告42场。",
            {(NAME, "参会专家人数", 100), (NAME, "学术报告数", 42)},
        ),
        (
            "第六届心脏影像论坛共邀请讲者68位，线上观看人数突破3万。",
            {(NAME, "特邀讲者人数", 68), (NAME, "线上观看人数", 3)},
        ),
        (
            "9月3日，第六届心脏影像论坛在云和市召开，120名医师和技师到会。",
            {(NAME, "参会人数", 120)},
        ),
    ],
)
def test_who_came_and_what_was_told_is_the_sessions(text: str, expected: set[tuple[str, str, object]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        SESSION + "我院12名医师参加了会议。",
        SESSION + "岚江大学附属医院选派30名医师参会。",
        SESSION + "上届论坛有180人参会。",
        SESSION + "自创办以来，论坛已累计吸引3万人参加。",
        SESSION + "岚江医院全年举办专题讲座40场。",
        SESSION + "岚江医院现有医师60名。",
        "岚江医院放射科现有医师60名，其中12名医师参加了援外医疗。",
    ],
)
def test_who_came_from_one_house_or_to_another_session_is_no_figure_of_it(text: str) -> None:
    assert counted(text) == set()
