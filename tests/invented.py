"""Invented documents, as many and as long as are asked for: what is said of whom differs from each to the next."""

from __future__ import annotations

__all__ = ["invented", "report"]

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜戚谢邹喻"
_GIVEN = "明华伟强军磊洋艳勇娟涛超秀霞刚芳玲英文辉建新宏志海峰雪梅庆春兰思远宇浩然轩瑾"
_PLACES = [
    "北京",
    "上海",
    "广州",
    "南京",
    "武汉",
    "成都",
    "西安",
    "杭州",
    "重庆",
    "天津",
    "长沙",
    "沈阳",
    "济南",
    "合肥",
    "福州",
    "昆明",
    "兰州",
]
_BODIES = ["医科大学附属第{}医院", "理工大学生物医学影像研究所", "第{}人民医院放射科", "影像科技有限公司"]
_SUBJECTS = ["心脏磁共振定量成像", "超声弹性成像", "正电子发射断层成像", "低剂量CT重建", "脑功能磁共振", "光声成像"]


def invented(number: int) -> str:
    """A short report on a project; the same number gives the same words."""
    leader, member = _person(number), _person(number * 7 + 3)
    place, subject = _PLACES[number % len(_PLACES)], _SUBJECTS[number % len(_SUBJECTS)]
    body = place + _BODIES[number % len(_BODIES)].format("一二三四五六七八九"[number // 4 % 9])
    return (
        f"{subject}研究进展\n"
        f"{body}{leader}教授团队承担国家自然科学基金重点项目“{subject}新方法{number}”，资助经费{number % 290 + 10}万元。\n"
        f"团队成员{member}研究员提出了{subject}的第{number % 12 + 1}种方案，覆盖全国{number % 60 + 2}家医院，"
        f"累计完成检查{number % 9000 + 100}例，诊断准确率达到{number % 30 + 65}.{number % 10}%。\n"
        f"第{number % 80 + 3}次{place}影像论坛由{body}承办，{leader}教授任大会主席。\n"
    )


def report(characters: int, *, first: int = 0) -> str:
    """A long document of about so many characters, made of short reports from number ``first`` on."""
    parts: list[str] = []
    while characters > 0:
        parts.append(invented(first + len(parts)))
        characters -= len(parts[-1])
    return "\n".join(parts)


def _person(number: int) -> str:
    rest, surname = divmod(number, len(_SURNAMES))
    second, first = divmod(rest, len(_GIVEN))
    return _SURNAMES[surname] + _GIVEN[first] + _GIVEN[second % len(_GIVEN)]
