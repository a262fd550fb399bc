"""Products that the national authority approved, told in running text, and whose they are."""

from __future__ import annotations

import pytest

from tests.test_prose import stated

AUTHORITY = "国家药品监督管理局"
FIRM = "岚江医疗科技有限公司"


def told(text: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in ("APPROVED_BY", "WORKS_ON")}


@pytest.mark.parametrize(
    ("text", "product"),
    [
        (
            "近日，国家药品监督管理局批准了岚江医疗科技有限公司生产的“肠镜辅助软件”创新产品注册申请。",
            "肠镜辅助软件",
        ),
        (
            "岚江医疗科技有限公司宣布，其一次性冠脉成像导管取得国家药监局颁发的三类医疗器械注册证。",
            "一次性冠脉成像导管",
        ),
        ("岚江医疗科技有限公司自主研发的电子胆道镜系统获得国家药监局批准上市。", "电子胆道镜系统"),
        ("岚江医疗科技有限公司旗下骨折影像检测软件拿下国家药监局三类证。", "骨折影像检测软件"),
        ("岚江医疗科技有限公司的“眼底图像辅助诊断软件”获NMPA第三类医疗器械注册证。", "眼底图像辅助诊断软件"),
    ],
)
def test_a_product_approved(text: str, product: str) -> None:
    assert told(text) == {(product, "APPROVED_BY", AUTHORITY), (FIRM, "WORKS_ON", product)}


def test_a_model_without_the_words_around_it() -> None:
    text = "岚江医疗科技有限公司自主研发的中国首款光子计数能谱CT uCT Norma正式获得国家药监局批准上市。"
    assert ("uCT Norma", "APPROVED_BY", AUTHORITY) in told(text)
    assert (FIRM, "WORKS_ON", "uCT Norma") in told(text)
    assert not any(name.startswith("中国首款") or name.endswith("正式") for fact in told(text) for name in (fact[0], fact[2]))


def test_each_with_its_firm() -> None:
    text = (
        "国家药监局先后批准了岚江医疗科技有限公司生产的“胃肠道手术导航系统”和云岭仪器有限公司生产的“超声切割止血设备”注册申请。"
    )
    assert told(text) == {
        ("胃肠道手术导航系统", "APPROVED_BY", AUTHORITY),
        (FIRM, "WORKS_ON", "胃肠道手术导航系统"),
        ("超声切割止血设备", "APPROVED_BY", AUTHORITY),
        ("云岭仪器有限公司", "WORKS_ON", "超声切割止血设备"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "岚江医疗科技有限公司的“血管内超声同步成像系统”已进入国家药监局创新医疗器械特别审查程序。",
        "岚江医疗科技有限公司的电子胆道镜系统有望获国家药监局批准上市。",
        "岚江医疗科技有限公司已获得国家药监局三类医疗器械注册证5张。",
        "岚江医疗科技有限公司的电子胆道镜系统获得省药监局二类医疗器械注册证。",
    ],
)
def test_what_is_not_approved(text: str) -> None:
    assert not {fact for fact in told(text) if fact[1] == "APPROVED_BY"}


def test_a_laboratory_approved_is_no_product() -> None:
    laboratory = "医疗器械监管科学重点实验室"
    assert told(f"国家药监局批准建设{laboratory}。") == {(laboratory, "APPROVED_BY", "国家药监局")}


def test_a_certificate_with_labels() -> None:
    given = "岚江医疗科技有限公司收到松江省药品监督管理局颁发的《医疗器械注册证》"
    text = given + "，产品名称：数字化X射线摄影系统，注册证编号：松械注准20332060512。"
    product = "数字化X射线摄影系统"
    assert told(text) == {(product, "APPROVED_BY", "松江省药品监督管理局"), (FIRM, "WORKS_ON", product)}


def test_a_drug_behind_its_class() -> None:
    text = "用于前列腺癌显像的放射性药物氟[18F]思睿肽注射液近日获国家药监局批准上市。"
    assert told(text) == {("氟[18F]思睿肽注射液", "APPROVED_BY", AUTHORITY)}


def test_a_certificate_of_a_subsidiary_is_not_its_mother_s() -> None:
    text = "岚江医疗科技有限公司的子公司收到国家药监局颁发的注册证，产品名称：骨折识别软件。"
    assert told(text) == {("骨折识别软件", "APPROVED_BY", AUTHORITY)}
