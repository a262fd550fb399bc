"""What a text says is a kind of what: each rule on sentences of our own, and on sentences where it must keep silent."""

from __future__ import annotations

import pytest

from ingest.base import Ingester
from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document, stated


def kinds(text: str) -> dict[str, str]:
    """Each narrower name of a text, to the broader one."""
    ingester: Ingester = ProseIngester()
    found = (one for one in ingester.ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {one.subject.name: one.object.name for one in found if one.predicate == "BROADER"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "按激发光源，光声成像可分为脉冲光声成像和连续波光声成像。",
            {"脉冲光声成像": "光声成像", "连续波光声成像": "光声成像"},
        ),
        ("眼科OCT依据信号域的不同又分为时域OCT与频域OCT两类。", {"时域OCT": "眼科OCT", "频域OCT": "眼科OCT"}),
        (
            "从探测方式看，荧光成像有宽场荧光成像、共聚焦荧光成像两种。",
            {"宽场荧光成像": "荧光成像", "共聚焦荧光成像": "荧光成像"},
        ),
        (
            "按转换材料，平板探测器可分为碘化铯、硫氧化钆和非晶硒三类。按读出器件，则有硅光电倍增管和光电倍增管两类。",
            {
                **dict.fromkeys(("碘化铯", "硫氧化钆", "非晶硒"), "平板探测器"),
                **dict.fromkeys(("硅光电倍增管", "光电倍增管"), "平板探测器"),
            },
        ),
        ("按照压电材料，超声换能器可分为压电陶瓷和压电晶体两种。", dict.fromkeys(("压电陶瓷", "压电晶体"), "超声换能器")),
        ("伽马探测器主要有碘化钠和碲锌镉两类。", dict.fromkeys(("碘化钠", "碲锌镉"), "伽马探测器")),
        ("CT探测器的外壳分为铝合金和塑料两类，氧化铁和氧化锌可作填料。", {}),
        ("心脏超声分为经胸和经食管两类。", {}),
        ("超声探头按阵列分为线阵探头、凸阵探头。", {}),
        ("受检者按年龄分为青年组和老年组，图像分为训练集与验证集。", {}),
    ],
)
def test_divided(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("采用XGBoost、LightGBM等集成学习算法建模。", {"XGBoost": "集成学习", "LightGBM": "集成学习"}),
        ("比较了SVM、RF和KNN三种机器学习模型。", {"SVM": "机器学习", "RF": "机器学习", "KNN": "机器学习"}),
        ("本组行胸部平扫CT、低剂量CT等影像学检查。", {"胸部平扫CT": "影像学检查", "低剂量CT": "影像学检查"}),
        ("超声与CT、MRI等断层成像相比更便携。", {"CT": "断层成像", "磁共振成像": "断层成像"}),
        ("配备CT、MRI等设备，开展手术、化疗等治疗。", {}),
        ("CT、MRI等多模态影像反映了病灶全貌。", {}),
        ("科室拥有PET/CT、大孔径CT等一批高精尖设备。", {}),
        ("常规开展三维适形放疗和调强放疗等精确放疗技术。", {"三维适形放疗": "精确放疗技术", "调强放疗": "精确放疗技术"}),
        ("张三、李四等技术人员参加了MRI等设备的安装。", {}),
    ],
)
def test_examples(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("弹性成像技术主要包括瞬时弹性成像、剪切波弹性成像等。", {"瞬时弹性成像": "弹性成像", "剪切波弹性成像": "弹性成像"}),
        ("目前常用的扩散成像方法有DTI、DKI和NODDI。", {"DTI": "扩散成像方法", "DKI": "扩散成像方法", "NODDI": "扩散成像方法"}),
        ("神经网络以CNN和RNN为代表。", {"CNN": "神经网络", "RNN": "神经网络"}),
        ("以U-Net、ResNet为代表的深度学习网络发展迅速。", {"U-Net": "深度学习网络", "ResNet": "深度学习网络"}),
        ("磁共振成像系统主要包括超导磁体、梯度线圈、射频线圈。", {}),
        ("PET/CT检查包括CT扫描和PET扫描。", {}),
        ("随访内容包括超声、CT和实验室检查。", {}),
    ],
)
def test_includes(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("核素成像(PET、SPECT)灵敏度高。", {"PET": "核素成像", "SPECT": "核素成像"}),
        ("纳米探针（如量子点、上转换纳米颗粒）亮度高。", {"量子点": "纳米探针", "上转换纳米颗粒": "纳米探针"}),
        ("功能成像，如静息态功能磁共振成像、ASL等，可评价脑活动。", {"静息态功能磁共振成像": "功能成像", "ASL": "功能成像"}),
        ("联邦学习是机器学习的一个分支。", {"联邦学习": "机器学习"}),
        ("18F-PX21是一种新型炎症显像剂。", {"18F-PX21": "炎症显像剂"}),
        ("OCTA属于眼底成像。", {"OCTA": "眼底成像"}),
        ("该团队合成了肿瘤显像剂68Ga-KL07。", {"68Ga-KL07": "肿瘤显像剂"}),
        ("本项目属于医学影像领域，MRI是一种利用磁场的技术。", {}),
        ("心脏MRI(扫描时间、层厚)参数见表。", {}),
        ("DTI是一种可以反映组织结构的可靠方法。", {}),
        ("DTI是一种可靠的成像方法。", {"DTI": "成像方法"}),
        ("如图所示，CT、MRI均由医师阅片。", {}),
    ],
)
def test_named_beside(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


def test_what_is_divided_by() -> None:
    text = "按成像机制，医学影像可分为X射线成像、超声成像和核素成像。核素成像以PET为代表。"
    found = [one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]
    by = {one.subject.name: one.qualifiers.get("by") for one in found if one.predicate == "BROADER"}
    assert by == dict.fromkeys(("X射线成像", "超声成像", "核素成像", "PET"), ("成像机制",))


def test_a_head_that_only_the_last_item_spells_out() -> None:
    assert set(kinds("按部位，功能成像可分为离体、在体和原位成像。")) == {"离体成像", "在体成像", "原位成像"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "按照所采用的物理原理，皮肤成像分为光学类和超声类。光学类有OCT、共聚焦显微镜和皮肤镜成像三种；超声类主要是高频超声。",
            {
                **dict.fromkeys(("光学类皮肤成像", "超声类皮肤成像"), "皮肤成像"),
                **dict.fromkeys(("OCT", "共聚焦显微成像", "皮肤镜"), "光学类皮肤成像"),
                "高频超声": "超声类皮肤成像",
            },
        ),
        (
            "乳腺成像可分为X线类、磁共振类两大类。其中X线类以数字乳腺断层成像和锥束CT为代表。",
            {
                **dict.fromkeys(("X线类乳腺成像", "磁共振类乳腺成像"), "乳腺成像"),
                **dict.fromkeys(("数字乳腺断层成像", "锥形束CT"), "X线类乳腺成像"),
            },
        ),
        (
            "冠状动脉成像分为有创成像和无创成像，前者以血管内超声和OCT为代表。",
            {
                **dict.fromkeys(("有创成像", "无创成像"), "冠状动脉成像"),
                **dict.fromkeys(("血管内超声", "OCT"), "有创成像"),
            },
        ),
        ("甲状腺超声分为良性类和恶性类，良性类主要是囊性结节。", {}),
        ("超声类包括B超和彩超。", {}),
        ("两组受检者分别做低场磁共振成像、锥束CT和造影，后者以青年人为代表。", {}),
    ],
)
def test_sorts_and_the_latter(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("超声内镜和胶囊内镜均为消化内镜技术。", dict.fromkeys(("超声内镜", "胶囊内镜"), "消化内镜技术")),
        ("作为超分辨荧光显微镜的一种，STED通过受激辐射耗尽突破衍射极限。", {"STED": "超分辨荧光显微镜"}),
        ("血管内超声可归入介入影像范畴。", {"血管内超声": "介入影像"}),
        (
            "光声成像有两大类：一类是光声层析成像，另一类是光声显微成像。",
            dict.fromkeys(("光声层析成像", "光声显微成像"), "光声成像"),
        ),
        ("常用核素显像剂：18F-FDG、68Ga-PSMA、11C-胆碱。", dict.fromkeys(("18F-FDG", "68Ga-PSMA", "11C-胆碱"), "核素显像剂")),
        ("常见的分割网络如U-Net、V-Net、Mask R-CNN，各有长短。", dict.fromkeys(("U-Net", "V-Net", "Mask R-CNN"), "分割网络")),
        ("CT、MRI均是临床首选检查。", {}),
        ("超声内镜为消化内镜的常规检查。", {}),
        ("新装机设备有双源CT、SPECT/CT和3.0T磁共振。", {}),
        ("磁共振对比剂：每次10毫升，缓慢注射、注意观察。", {}),
    ],
)
def test_kinds_told_otherwise(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "按发射波长，荧光探针分可见光探针、紫外光探针和近红外光探针。",
            dict.fromkeys(("可见光探针", "紫外光探针", "近红外光探针"), "荧光探针"),
        ),
        (
            "显微内镜大致可归为共聚焦显微内镜和双光子显微内镜两类。",
            dict.fromkeys(("共聚焦激光显微内镜", "双光子显微内镜"), "显微内镜"),
        ),
        ("超声检查分经腹扫描、经阴道扫描两步。", {}),
        ("部分超声探头、探测器和线圈已国产化。", {}),
        ("图像分割网络、配准网络和重建网络均已开源。", {}),
    ],
)
def test_divided_in_other_words(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "按激励方式，超声弹性成像分为应变弹性成像（SE）和剪切波弹性成像（SWE）两大类。后者又包括瞬时弹性成像和二维剪切波弹性成像。",
            {
                "应变弹性成像": "超声弹性成像",
                "剪切波弹性成像": "超声弹性成像",
                "瞬时弹性成像": "剪切波弹性成像",
                "二维剪切波弹性成像": "剪切波弹性成像",
            },
        ),
        (
            "按成像原理，光声成像可分为光声断层成像和光声显微成像两类。前者可分为线阵光声断层成像和环阵光声断层成像。后者分辨率更高。",
            {
                "光声层析成像": "光声成像",
                "光声显微成像": "光声成像",
                "线阵光声断层成像": "光声层析成像",
                "环阵光声断层成像": "光声层析成像",
            },
        ),
        ("两组受检者分别做了检查。后者包括低场磁共振成像和锥束CT。", {}),
    ],
)
def test_kinds_of_the_latter_of_a_sentence_before(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


KINDS = dict.fromkeys(("光声显微成像", "光声层析成像", "光声内窥成像"), "光声成像")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("光声成像包括：①光声显微成像；②光声断层成像；③光声内窥成像。", KINDS),
        ("光声成像可分为以下三种：（1）光声显微成像（PAM）；（2）光声断层成像（PAT）；（3）光声内窥成像。", KINDS),
        ("光声成像大致有三类：一是光声显微成像，二是光声断层成像，三是光声内窥成像。", KINDS),
        (
            "光声成像分为三大类。\n1）光声显微成像：由探头直接测量。\n2）光声断层成像：由计算机重建。\n3）光声内窥成像：由导管完成。\n",
            KINDS,
        ),
        ("本研究包括：①患者20例；②对照10例。", {}),
        ("光声成像包括：①激光激发；②信号采集；③图像后处理。", {}),
        ("光声成像分为三大类。1.光声显微成像；2.光声断层成像。", {}),
    ],
)
def test_kinds_that_are_numbered(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "光声成像家族现有光声显微成像、光声断层成像、光声内窥成像等成员。",
        "光声成像（photoacoustic imaging，PAI）是一类利用光声效应的技术，涵盖光声显微成像、光声断层成像、光声内窥成像等分支。",
        "光声显微成像是光声成像的一种，此外还有光声断层成像、光声内窥成像。",
    ],
)
def test_kinds_told_beside_the_class(text: str) -> None:
    assert kinds(text) == KINDS


def test_what_a_clause_without_a_subject_lists_may_be_of_another_thing() -> None:
    assert kinds("光声成像发展迅速，涵盖激光激发、信号采集。") == {}


@pytest.mark.parametrize(
    ("text", "narrower", "broader"),
    [
        ("业内将体外放疗设备划成三支：直线加速器、磁波刀、质子治疗系统。", 3, "体外放疗设备"),
        ("超快超声成像按发射方式一般归为平面波成像、发散波成像和合成孔径成像三支。", 3, "超快超声成像"),
        ("超分辨超声又有微泡成像与无标记成像之别。", 2, "超分辨超声成像"),
        ("按采集方式，弹性成像又分应变弹性成像与剪切波弹性成像。", 2, "弹性成像"),
        ("弹性成像主要有两种：一种是应变弹性成像，一种是剪切波弹性成像。", 2, "弹性成像"),
        ("弹性成像大体可以分成两大类，即应变弹性成像和剪切波弹性成像。", 2, "弹性成像"),
        ("应变弹性成像和剪切波弹性成像是弹性成像的两种主要形式。", 2, "弹性成像"),
        ("应变弹性成像、剪切波弹性成像统称弹性成像。", 2, "弹性成像"),
        ("弹性成像的类型有应变弹性成像和剪切波弹性成像。", 2, "弹性成像"),
        ("磁共振成像仪包括永磁型磁共振、常导型磁共振和超导型磁共振。", 3, "磁共振成像仪"),
        # no kinds
        ("除弹性成像外，还有超声造影和光声成像。", 0, ""),
        ("弹性成像与超声造影有速度与精度之分。", 0, ""),
        ("弹性成像由超声造影和光声成像三部分组成。", 0, ""),
    ],
)
def test_kinds_in_other_words(text: str, narrower: int, broader: str) -> None:
    told = {(subject, object_) for subject, said, object_ in stated(text) if said == "BROADER"}
    assert len(told) == narrower
    assert {object_ for _, object_ in told} <= {broader}
