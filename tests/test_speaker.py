"""Who 我院 is: told by the page's site, its source, a welcome, a signature or its title; where nothing tells, nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.prose.houses.speaker import selves
from kg.model import Document, Fact

ARTICLE = "<h1>{title}</h1><p>近日，我院院长周砚秋、我院放射科郑国栋教授出席了会议。</p>"


def facts_of(path: Path) -> set[tuple[str, str]]:
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {(one.subject.name, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"}


def page(tmp_path: Path, *, title: str, head: str = "", foot: str = "", heading: str = "影像质控会议召开") -> Path:
    path = tmp_path / "page.html"
    words = f"<html><head><title>{title}</title>{head}</head><body>{ARTICLE.format(title=heading)}{foot}</body></html>"
    path.write_text(words, "utf-8")
    return path


HEADS = {("周砚秋", "云岭市中心医院"), ("郑国栋", "云岭市中心医院")}


@pytest.mark.parametrize(
    ("title", "head", "foot"),
    [
        ("影像质控会议召开-医院新闻-云岭市中心医院", "", ""),
        ("影像质控会议召开_云岭市中心医院官网", "", ""),
        ("影像质控会议召开-云岭市中心医院新闻网", "", ""),
        ("影像质控会议召开", "", "<p>版权所有：云岭市中心医院党委宣传部</p>"),
        ("影像质控会议召开", '<meta property="og:site_name" content="云岭市中心医院">', ""),
        ("影像质控会议召开", "", '<div class="footer">版权所有 © 2019 云岭市中心医院 某ICP备0000号</div>'),
        ("影像质控会议召开", "", "<p>信息来源：云岭市中心医院</p>"),
        ("影像质控会议召开", "", "<p>云岭市中心医院</p><p>2021年3月4日</p>"),
    ],
)
def test_the_page_tells_whose_house_it_is(tmp_path: Path, title: str, head: str, foot: str) -> None:
    assert facts_of(page(tmp_path, title=title, head=head, foot=foot)) == HEADS


@pytest.mark.parametrize(
    ("title", "foot"),
    [
        ("影像质控会议召开-云岭新闻网", ""),
        ("影像质控会议召开", "<p>版权所有：云岭市医学影像质控中心</p>"),
        ("影像质控会议召开-健康日报", ""),  # a newspaper is no hospital
        ("影像质控会议召开-云岭大学", ""),  # nor is a university the hospital of which 我院 speaks
        ("我院与云岭市中心医院签约", ""),  # the title names the other house
        ("影像质控会议召开", "<p>来源：健康报</p>"),
        ("影像质控会议召开", "<p>主办单位：云岭市中心医院</p>"),  # of the meeting, not of the page
    ],
)
def test_nobody_where_nothing_tells(tmp_path: Path, title: str, foot: str) -> None:
    assert facts_of(page(tmp_path, title=title, foot=foot, heading=title.split("-")[0])) == set()


def test_the_source_goes_before_the_site(tmp_path: Path) -> None:
    path = page(tmp_path, title="影像质控会议召开-江州市第一医院", foot="<p>来源：云岭市中心医院</p>")
    assert facts_of(path) == HEADS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我院核医学科开展显像", {("我院核医学科", "云岭市中心医院核医学科")}),
        ("由本院牵头", {("本院", "云岭市中心医院")}),
        ("本院士工作站、我院士团队", set()),
        ("我所知道的本科学生，我会努力，资本院线", set()),
    ],
)
def test_words_that_only_look_like_it(text: str, found: set[tuple[str, str]]) -> None:
    document = Document(
        id="d", source="d.txt", sha256="", media_type="text/plain", title="", text=text, passages=(), publisher="云岭市中心医院"
    )
    assert {(text[start:end], name) for start, end, name in selves(text, document)} == found


def test_parts_of_the_university_that_speaks(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(
        "云岭医科大学新闻网 >> 校园要闻\n\n影像学科再添佳绩\n\n近日，"
        "附属第二医院放射科主任周砚秋教授、基础医学院郑国栋教授"
        "与江州协和医院院长卫知夏出席会议。\n",
        "utf-8",
    )
    assert facts_of(path) == {
        ("周砚秋", "云岭医科大学附属第二医院"),
        ("郑国栋", "云岭医科大学基础医学院"),
        ("卫知夏", "江州协和医院"),
    }


def test_parts_of_nobody_known_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("影像学科再添佳绩\n\n近日，云岭医科大学附属第二医院放射科主任周砚秋教授到访湘水大学。\n", "utf-8")
    assert facts_of(path) == {("周砚秋", "云岭医科大学附属第二医院")}


@pytest.mark.parametrize(
    ("imprint", "house"),
    [
        ("云岭市中心医院科教处编", "云岭市中心医院"),
        ("编印：云岭市中心医院", None),
        ("云岭市中心医院　主办", "云岭市中心医院"),
        ("云岭市中心医院院长任主编", None),
    ],
)
def test_who_edits_a_newsletter_speaks_in_it(tmp_path: Path, imprint: str, house: str | None) -> None:
    path = tmp_path / "news.txt"
    path.write_text(f"科研工作简报\n2030年第3期\n{imprint}\n\n近日，我院放射科主任周砚秋教授主持会议。\n", "utf-8")
    assert facts_of(path) == ({("周砚秋", house)} if house else set())


@pytest.mark.parametrize(
    "opening",
    [
        "3月12日下午，在云岭市中心医院磁共振手术间里，一位老人坐了起来。",
        "近日，记者走进云岭市中心医院影像科，听到了这样一个故事。",
        "在云岭市中心医院，一位老人握住了笔。",
    ],
)
def test_the_report_opens_in_the_house_of_its_heading(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        f"院内要闻\n我院完成全省首例聚焦超声手术\n来源：宣传部\n{opening}我院放射科郑国栋教授参加了手术。\n", "utf-8"
    )
    assert ("郑国栋", "云岭市中心医院") in facts_of(path)


@pytest.mark.parametrize(
    "opening",
    [
        "近日，在云岭市中心医院举行的技能比武中，我院派出三人参赛。",
        "近日，在云岭市中心医院和松波医院的支持下，义诊活动举行。",
        "3月12日，云岭市中心医院一行来访。",
    ],
)
def test_a_house_that_a_report_visits_is_not_who_speaks(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"院内要闻\n我院获全省技能比武一等奖\n来源：宣传部\n{opening}我院放射科郑国栋教授作了介绍。\n", "utf-8")
    assert ("郑国栋", "云岭市中心医院") not in facts_of(path)


def test_a_bulletin_bears_its_date_beside_who_edits_it(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    head = "科研简报\n岚江大学科学技术处编            2034年7月15日\n"
    path.write_text(f"{head}近日，生物医学工程学院裘宁远教授团队取得新进展。\n", "utf-8")
    assert ("裘宁远", "岚江大学生物医学工程学院") in facts_of(path)
