"""Who built a facility, on whose premises and where it stands, who paid: in the wording of news, and traps."""

from __future__ import annotations

import pytest

from tests.test_prose import stated

B, H, L, F = "BUILT", "HOSTED_BY", "LOCATED_IN", "FUNDED_BY"


def told(text: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in (B, H, L, F)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by whom, in the passive: one leads, others join
        (
            "云岭心脏影像数据库由岚江大学牵头，联合西陵医院、云岭医院共同建设。",
            {(one, B, "云岭心脏影像数据库") for one in ("岚江大学", "西陵医院", "云岭医院")},
        ),
        (
            "分子成像设施由岚江大学牵头建设，西陵研究所、云岭大学参与共建，依托岚江大学运行。",
            {(one, B, "分子成像设施") for one in ("岚江大学", "西陵研究所", "云岭大学")} | {("分子成像设施", H, "岚江大学")},
        ),
        (
            "岚江生物影像平台（以下简称“影像平台”）通过验收。影像平台由西陵大学等6家单位共建。",
            {("西陵大学", B, "岚江生物影像平台")},
        ),
        (
            "岚江活体影像平台（Lanjiang In vivo Multimodal Imaging Core，LIMIC，简称影像平台）2027年筹建，"
            "由岚江大学牵头建设，西陵医院参与建设，现依托岚江大学动物中心运行，位于溪山市东湖校区。",
            {
                ("岚江大学", B, "岚江活体影像平台"),
                ("西陵医院", B, "岚江活体影像平台"),
                ("岚江活体影像平台", H, "岚江大学动物中心"),
                ("岚江活体影像平台", L, "溪山市东湖校区"),
            },
        ),
        (
            "岚江活体影像平台由岚江大学建设。一期经费来自松江省学科建设专项（2018年，1850万元）。",
            {("岚江大学", B, "岚江活体影像平台"), ("岚江活体影像平台", F, "松江省学科建设专项")},
        ),
        # in a relative clause, in the active
        ("岚江大学与西陵公司共建的磁共振联合实验室揭牌。", {(one, B, "磁共振联合实验室") for one in ("岚江大学", "西陵公司")}),
        ("由云岭研究所承建的活体成像平台日前启用。", {("云岭研究所", B, "活体成像平台")}),
        (
            "2020年，岚江大学联合西陵公司成立了智能超声联合实验室。",
            {(one, B, "智能超声联合实验室") for one in ("岚江大学", "西陵公司")},
        ),
        ("岚江医院建立了全国多中心胃癌影像数据库。", {("岚江医院", B, "多中心胃癌影像数据库")}),
        # on whose premises
        ("岚江脑影像数据中心挂靠西陵大学。", {("岚江脑影像数据中心", H, "西陵大学")}),
        ("岚江卒中影像数据库设在西陵医院。", {("岚江卒中影像数据库", H, "西陵医院")}),
        ("岚江眼底影像质控平台在西陵医院揭牌。", {("岚江眼底影像质控平台", H, "西陵医院")}),
        # where
        ("岚江同步辐射成像装置落户合肥，", {("岚江同步辐射成像装置", L, "合肥")}),
        ("“岚江脑图谱设施”日前在深圳正式开工。", {("岚江脑图谱设施", L, "深圳")}),
        ("岚江质子成像平台坐落于武汉东湖高新区。", {("岚江质子成像平台", L, "武汉东湖高新区")}),
        # with whose money
        (
            "岚江质子成像装置项目由西陵集团投资3.5亿元建设。",
            {("岚江质子成像装置", F, "西陵集团"), ("西陵集团", B, "岚江质子成像装置")},
        ),
        (
            "2021年，云岭省卫生健康委员会启动建设。省财政安排专项资金6000万元，支持建设岚江乳腺影像云平台。",
            {("岚江乳腺影像云平台", F, "云岭省财政")},
        ),
        (
            "岚江活体成像设施总投资2亿元，其中科学技术部安排资金8000万元，其余由岚江大学自筹。",
            {("岚江活体成像设施", F, "科学技术部"), ("岚江活体成像设施", F, "岚江大学")},
        ),
    ],
)
def test_what_is_said_of_a_facility(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= told(text)
    assert {fact for fact in told(text) if fact[1] != L} <= expected | {fact for fact in told(text) if fact[1] == L}


@pytest.mark.parametrize(
    "text",
    [
        "岚江大学拟建设分子影像平台，目前尚未获批。",
        "岚江大学呼吁建设国家级脑影像数据库。",
        "建设医学影像平台是岚江大学的重点任务。",
        "论坛在岚江大学国际交流中心举行，岚江影像平台代表到会。",
        "患者数据由岚江医院提供，平台由医师操作。",
        "代表团考察了岚江分子影像平台，并与西陵大学签约。",
        "岚江影像数据库由西陵医院的医师使用。",
    ],
)
def test_what_says_nothing_of_a_facility(text: str) -> None:
    assert told(text) == set()


def test_a_sum_goes_with_who_gave_it() -> None:
    from ingest.nlp import pipeline
    from ingest.prose import ProseIngester
    from kg.model import Fact
    from tests.test_prose import document

    text = "岚江活体成像设施总投资2亿元，其中科学技术部安排资金8000万元，其余由岚江大学自筹。"
    found = [one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]
    paid = {one.object.name: one.qualifiers.get("amount_wan") for one in found if one.predicate == F}
    assert paid == {"科学技术部": 8000.0, "岚江大学": None}


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("岚江省医学影像大数据中心以岚江大学和溪山市人民医院为依托单位。", {"岚江大学", "溪山市人民医院"}),
        ("岚江医学影像数据库，依托单位为岚江大学，总投资3000万元。", {"岚江大学"}),
        ("有“岚江之眼”之称的岚江同步辐射光源，法人单位是岚江大学，占地20亩。", {"岚江大学"}),
        ("他们利用同步辐射光源开展了研究，依托单位为岚江大学。", set()),
    ],
)
def test_on_whose_premises_several_and_behind_a_comma(text: str, hosts: set[str]) -> None:
    found = {other for _, predicate, other in stated(text) if predicate == "HOSTED_BY"}
    assert found == hosts


RUN = "溪山质子治疗中心由溪山城投集团有限公司投资建设"


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (f"{RUN}、溪山市肿瘤医院运营管理。", {"溪山市肿瘤医院"}),
        (f"{RUN}，由松江大学附属肿瘤医院负责运营。", {"松江大学附属肿瘤医院"}),
        (f"{RUN}，委托溪山市肿瘤医院运营管理。", {"溪山市肿瘤医院"}),
        # a firm runs what stands elsewhere; what a hospital runs that builds is no host's
        (f"{RUN}、丙水医疗管理有限公司运营。", set()),
        ("溪山质子治疗中心由溪山市肿瘤医院管理的松江工程有限公司建设。", set()),
        # a campus is the hospital's
        ("溪山质子治疗中心启用仪式在溪山市肿瘤医院东院区举行。", {"溪山市肿瘤医院"}),
    ],
)
def test_who_runs_it(text: str, hosts: set[str]) -> None:
    found = stated(text)
    assert {other for _, predicate, other in found if predicate == "HOSTED_BY"} == hosts
    assert ("溪山城投集团有限公司" not in text) or ("溪山城投集团有限公司", "BUILT", "溪山质子治疗中心") in found


def test_several_in_a_row() -> None:
    found = stated("溪山市人民医院核医学科建有松江省分子探针制备平台、松江省核素治疗基地和松江省核医学数据库。")
    built = {other for who, predicate, other in found if predicate == "BUILT" and who == "溪山市人民医院核医学科"}
    assert built == {"松江省分子探针制备平台", "松江省核素治疗基地", "松江省核医学数据库"}
    assert "松江省肝脏与胰腺影像数据库" in {other for *_, other in stated("溪山医院建成松江省肝脏与胰腺影像数据库。")}


def test_what_it_uses() -> None:
    runs = f"{RUN}，由溪山市肿瘤医院运营管理。"
    found = stated(f"{runs}中心采用兰轩科技有限公司研制的两台HX-12质子治疗系统。")
    assert ("溪山质子治疗中心", "CONCERNS", "HX-12") in found
    assert ("HX-12", "ADOPTED_BY", "溪山市肿瘤医院") in found
    assert ("兰轩科技有限公司", "WORKS_ON", "HX-12") in found
    for text in ("中心计划引进HX-12质子治疗系统。", "该公司采用HX-12质子治疗系统。", "中心采用深度学习技术。"):
        assert not {fact for fact in stated(runs + text) if fact[1] == "ADOPTED_BY"}, text


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("版权所有 溪山市人民医院 地址：松江省溪山市北山路1号", {("溪山市人民医院", "松江省溪山市")}),
        ("溪山市人民医院放射科 联系电话：0000 地址：溪山市云湖区杏林大道66号3号楼", {("溪山市人民医院", "溪山市云湖区")}),
        # of a campus, a meeting or nobody; without a town
        ("溪山市人民医院东院区地址：溪山市云湖区杏林路6号", set()),
        ("溪山市人民医院承办。地址：溪山市云湖区杏林路6号溪山酒店", set()),
        ("溪山市人民医院、松江大学 地址：溪山市云湖区杏林路6号", set()),
        ("地址：溪山市云湖区杏林路6号", set()),
        ("溪山市人民医院 地址：北山路1号", set()),
    ],
)
def test_addresses(text: str, where: set[tuple[str, str]]) -> None:
    found = {(who, place) for who, predicate, place in stated(text) if predicate == L and place not in ("溪山市", "松江省")}
    assert found == where


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # joint builders in a clause of their own, and a role with the facility's short name
        (
            "松江生物影像设施（下称“影像设施”）动工。影像设施由松江大学牵头建设，溪山医院共同建设，法人单位为溪山研究院。",
            {
                ("松江大学", B, "松江生物影像设施"),
                ("溪山医院", B, "松江生物影像设施"),
                ("松江生物影像设施", H, "溪山研究院"),
            },
        ),
        (
            "松江生物影像设施（以下简称“大设施”）动工。大设施由松江大学建设，依托单位为溪山研究院。",
            {("松江大学", B, "松江生物影像设施"), ("松江生物影像设施", H, "溪山研究院")},
        ),
        # 项目 in a paragraph of its own
        (
            "松江生物影像设施日前动工。\n\n据悉，项目计划总投资8亿元，其中松江大学出资3亿元，溪山医院自筹5000万元。",
            {("松江生物影像设施", F, "松江大学"), ("松江生物影像设施", F, "溪山医院")},
        ),
        (
            "松江生物影像设施日前动工。裘宁主持的国家重点研发计划“脑影像新型方法研究”项目启动。"
            "\n\n项目总投资8亿元，其中松江大学出资3亿元。",
            {("脑影像新型方法研究", F, "国家重点研发计划")},
        ),
        # one of several that are told one after the other, and what it was given
        (
            "当地有两个平台。一个是溪山脑影像数据库。该数据库由溪山医院建设。",
            {("溪山医院", B, "溪山脑影像数据库")},
        ),
        (
            "另一个是溪山分子影像平台，平台2031年获松江省卫生健康专项300万元资助。",
            {("溪山分子影像平台", F, "松江省卫生健康专项")},
        ),
        ("另一个是裘宁提出的影像研究平台，平台由溪山医院建设。", set()),
        ("溪山分子影像平台启用，平台获一批仪器300万元支持。", set()),
    ],
)
def test_told_on_and_paid_for(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {fact for fact in told(text) if fact[1] != L} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "由岚江大学牵头建设、松波医院参与共建的“溪山生物成像平台”日前投入运行。",
            {(one, B, "溪山生物成像平台") for one in ("岚江大学", "松波医院")},
        ),
        (
            "溪山影像大数据平台由松江省卫生健康委员会指导、松波医院承建。",
            {("松波医院", B, "溪山影像大数据平台")},
        ),
        (
            "岚江大学联合松波医院、溪山医院，共同搭建了肝脏超声公共数据平台。",
            {(one, B, "肝脏超声公共数据平台") for one in ("岚江大学", "松波医院", "溪山医院")},
        ),
        (
            "溪山肺结节影像库日前通过验收。该影像库由松波医院和岚江大学合作建立。",
            {(one, B, "溪山肺结节影像库") for one in ("松波医院", "岚江大学")},
        ),
        ("溪山成像装置由松波研究所负责建设和运行。", {("松波研究所", B, "溪山成像装置")}),
        (
            "溪山生物样本库挂靠在松波医院，由裘宁教授领衔筹建。",
            {("溪山生物样本库", H, "松波医院"), ("裘宁", B, "溪山生物样本库")},
        ),
        (
            "5月6日，松江省人民政府与岚江大学签订协议，共建溪山脑成像装置。",
            {(one, B, "溪山脑成像装置") for one in ("松江省人民政府", "岚江大学")},
        ),
        ("松江省科学技术厅为溪山影像计算平台投入专项经费800万元。", {("溪山影像计算平台", F, "松江省科学技术厅")}),
        (
            "在松江省科学技术厅1200万元经费的支持下，岚江大学建成动物成像平台。",
            {("岚江大学", B, "动物成像平台"), ("动物成像平台", F, "松江省科学技术厅")},
        ),
        ("松波医院为溪山影像计算平台提供800万元设备。", set()),
        ("有代表建议由岚江大学牵头建设溪山影像数据库。", set()),
    ],
)
def test_built_and_paid_for_in_other_words(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {fact for fact in told(text) if fact[1] != L} == expected


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("溪山成像装置获国家发展和改革委员会批复立项。", "国家发展和改革委员会"),
        ("溪山成像装置项目由岚江大学承担，2030年6月经松江省科学技术厅批准建设。", "松江省科学技术厅"),
        ("松江省科学技术厅批准成立溪山分子影像重点实验室。", "松江省科学技术厅"),
        ("溪山成像装置正在申请国家发展和改革委员会批复立项。", ""),
        ("溪山成像装置获岚江大学批准建设。", ""),
        ("教育部批准松波医院影像中心为示范基地。", ""),
    ],
)
def test_which_authority_approved_it(text: str, by: str) -> None:
    assert {authority for _, kind, authority in stated(text) if kind == "APPROVED_BY"} == ({by} if by else set())


def test_whom_an_authority_lets_build_is_no_part_of_the_name() -> None:
    found = stated("松江省科学技术厅批准松波医院建设溪山分子影像重点实验室。")
    assert ("溪山分子影像重点实验室", "APPROVED_BY", "松江省科学技术厅") in found


def test_the_devices_of_a_row_counted_together() -> None:
    runs = "松江生物影像设施动工。设施占地90亩，计划2035年建成，"
    held = {("松江生物影像设施", "CONCERNS", name) for name in ("9.4T动物磁共振", "X射线相衬CT")}
    assert held <= stated(f"{runs}届时将拥有9.4T动物磁共振和X射线相衬CT两套核心装置。")
    assert held <= stated(f"{runs}将配备9.4T动物磁共振、X射线相衬CT等大型设备。")
    assert not held & stated(f"{runs}松江医院拥有9.4T动物磁共振和X射线相衬CT两套装置。")


def test_a_ceremony_in_a_hall_is_where_they_met() -> None:
    assert not [fact for fact in told("西陵影像重点实验室揭牌仪式在东校区二号教学楼208会议室举行。") if fact[1] == L]
    assert ("西陵影像基地", L, "溪山市高新区") in told("西陵影像基地开工仪式在溪山市高新区举行。")


@pytest.mark.parametrize(
    "text",
    [
        "今年4月，由溪山市人民政府出资8000万元、岚江大学附属医院牵头建设的松江影像转化平台投入使用。",
        "由溪山市人民政府投资8000万元，由岚江大学附属医院承建的松江影像转化平台投入使用。",
    ],
)
def test_who_only_pays_does_not_build(text: str) -> None:
    found = stated(text)
    assert ("溪山市人民政府", "BUILT", "松江影像转化平台") not in found
    assert ("岚江大学附属医院", "BUILT", "松江影像转化平台") in found
