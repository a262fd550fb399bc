"""Products that the authority of the United States cleared, and those that the national one is said to have let in."""

from __future__ import annotations

import pytest

from tests.test_prose import stated

FDA = "美国食品药品监督管理局"


@pytest.mark.parametrize(
    ("text", "product", "authority"),
    [
        ("美国食品药品监督管理局（FDA）日前批准岚影公司的LungSight软件上市。", "LungSight", FDA),
        ("LungSight 系统于近日获FDA 510(k)许可。", "LungSight", FDA),
        ("美国食品和药物管理局为 Aura.CT Flow 系统授予营销许可。", "Aura.CT Flow", "美国食品和药物管理局"),
        ("冠状动脉影像分析软件近日获FDA批准。", "冠状动脉影像分析软件", FDA),
        ("冠状动脉影像分析软件又于2031年3月拿到美国FDA 510(k)许可。", "冠状动脉影像分析软件", FDA),
        ("FDA批准了首个无需医生解读即可出具结论的眼底病变筛查系统LungSight。", "LungSight", FDA),
        (
            "国家药监局经审查，批准了岚影科技有限公司开发的“肺结节CT影像辅助检测软件”创新产品注册申请。",
            "肺结节CT影像辅助检测软件",
            "国家药品监督管理局",
        ),
        (
            "国家药品监督管理局宣布，岚影公司的糖网眼底图像辅助诊断软件于8月7日获批上市。",
            "糖网眼底图像辅助诊断软件",
            "国家药品监督管理局",
        ),
    ],
)
def test_what_was_approved_by_whom(text: str, product: str, authority: str) -> None:
    assert (product, "APPROVED_BY", authority) in stated(text)


@pytest.mark.parametrize(
    "text",
    ["FDA批准开展临床试验。", "岚影公司的影像分析软件尚未获FDA批准。", "LungSight 有望于明年获FDA许可。"],
)
def test_what_is_not_yet_approved(text: str) -> None:
    assert not any(fact[1] == "APPROVED_BY" for fact in stated(text))


@pytest.mark.parametrize(
    ("text", "disease"),
    [
        ("岚影公司研发了肺结节CT影像辅助检测软件。", "肺结节"),
        ("岚影公司推出前列腺癌磁共振智能筛查系统，该系统已在西陵医院投入使用。", "前列腺癌"),
    ],
)
def test_a_product_s_name_tells_what_it_is_against(text: str, disease: str) -> None:
    assert disease in {fact[2] for fact in stated(text) if fact[1] == "TARGETS"}


def test_a_journal_is_run_by_those_who_publish_it() -> None:
    text = "《云岭影像医学杂志》由云岭省卫生健康委员会主管、云岭省医学会主办，为双月刊。"
    assert {fact for fact in stated(text) if fact[1] == "RUN_BY"} == {
        ("云岭影像医学杂志", "RUN_BY", "云岭省卫生健康委员会"),
        ("云岭影像医学杂志", "RUN_BY", "云岭省医学会"),
    }


def test_a_book_is_run_by_nobody() -> None:
    text = "《肺部影像诊断学》由岚江医院张士诚主编，云岭省医学会主办了首发仪式。"
    assert not any(fact[1] == "RUN_BY" for fact in stated(text))


def test_users_before_the_verb_try_what_the_sentence_speaks_of() -> None:
    text = "脑瞳系统完成升级，岚江医院、西陵医院等5家医院已开始使用。"
    assert {fact[2] for fact in stated(text) if fact[1] == "ADOPTED_BY"} == {"岚江医院", "西陵医院"}
    assert not any(fact[1] == "ADOPTED_BY" for fact in stated("岚江医院、西陵医院等5家医院已开始试用。"))
