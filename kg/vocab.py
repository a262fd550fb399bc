"""Labels, predicates and their rules as Python tables. Generated from ontology/landscape.ttl by ``make vocab``; do not edit."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["LABELS", "PREDICATES", "Label", "LabelSpec", "Predicate", "PredicateSpec", "QualifierSpec"]

QualifierRole = Literal["identifying", "single", "earliest", "collected"]


@dataclass(frozen=True, slots=True)
class LabelSpec:
    """A label: its names, its colour in pictures, its place in legends and the fields that make its id."""

    name: str
    zh: str
    en: str
    color: str
    order: int
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualifierSpec:
    """A qualifier of an edge.

    Identifying ones are part of the edge's id; two values of a single one make two edges, side by side; of an earliest one
    the least is kept; a collected one is a sorted list.
    """

    name: str
    type: Literal["string", "integer", "decimal", "boolean"]
    role: QualifierRole
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class PredicateSpec:
    """A predicate: its names, what it may join (same_label: both ends alike) and its qualifiers by name."""

    name: str
    zh: str
    en: str
    domain: frozenset[str]
    range: frozenset[str]
    same_label: bool
    qualifiers: MappingProxyType[str, QualifierSpec]

    def joins(self, source: str, target: str) -> bool:
        """Whether an edge of this type may go from a node of the one label to a node of the other."""
        return source in self.domain and target in self.range and (not self.same_label or source == target)


def _predicate(
    name: str, zh: str, en: str, domain: tuple[str, ...], range_: tuple[str, ...], same_label: bool, *qualifiers: QualifierSpec
) -> PredicateSpec:
    by_name = MappingProxyType({qualifier.name: qualifier for qualifier in qualifiers})
    return PredicateSpec(name, zh, en, frozenset(domain), frozenset(range_), same_label, by_name)


Label = Literal[
    "Person",
    "Organization",
    "Technology",
    "Disease",
    "FundingProgram",
    "Grant",
    "Award",
    "Achievement",
    "Innovation",
    "ConferenceSeries",
    "Conference",
    "Publication",
    "Journal",
    "Guideline",
    "Facility",
    "Place",
    "Metric",
    "Document",
    "Passage",
]

Predicate = Literal[
    "AFFILIATED_WITH",
    "PARTICIPATED_IN",
    "COMPLETED",
    "NOMINATED",
    "NOMINATED_FOR",
    "RECEIVED",
    "HAS_INNOVATION",
    "CONTRIBUTED_TO",
    "CONCERNS",
    "WORKS_ON",
    "TARGETS",
    "BROADER",
    "ADOPTED_BY",
    "FUNDED_BY",
    "PART_OF",
    "RUN_BY",
    "LEADS",
    "HOSTED_BY",
    "IN_SERIES",
    "CHAIRED",
    "HELD_IN",
    "AUTHORED",
    "PUBLISHED_IN",
    "OUTPUT_OF",
    "LOCATED_IN",
    "BUILT",
    "HAS_METRIC",
    "MEMBER_OF",
    "IN_DOCUMENT",
]

LABELS: MappingProxyType[str, LabelSpec] = MappingProxyType(
    {
        "Person": LabelSpec("Person", "人物", "Person", "#4e79a7", 1, ("name",)),
        "Organization": LabelSpec("Organization", "机构", "Organization", "#f28e2b", 2, ("name",)),
        "Technology": LabelSpec("Technology", "技术", "Technology", "#59a14f", 3, ("name",)),
        "Disease": LabelSpec("Disease", "疾病", "Disease", "#e15759", 4, ("name",)),
        "FundingProgram": LabelSpec("FundingProgram", "资助计划", "Funding programme", "#b07aa1", 5, ("name",)),
        "Grant": LabelSpec("Grant", "项目", "Grant", "#9c755f", 6, ("name",)),
        "Award": LabelSpec("Award", "奖项", "Award", "#edc948", 7, ("name",)),
        "Achievement": LabelSpec("Achievement", "成果", "Achievement", "#ff9da7", 8, ("name",)),
        "Innovation": LabelSpec("Innovation", "创新点", "Innovation", "#d37295", 9, ("name",)),
        "ConferenceSeries": LabelSpec("ConferenceSeries", "会议系列", "Conference series", "#499894", 10, ("name",)),
        "Conference": LabelSpec("Conference", "会议", "Conference", "#76b7b2", 11, ("name",)),
        "Publication": LabelSpec("Publication", "论文", "Publication", "#86bcb6", 12, ("name",)),
        "Journal": LabelSpec("Journal", "期刊", "Journal", "#8cd17d", 13, ("name",)),
        "Guideline": LabelSpec("Guideline", "指南", "Guideline", "#b6992d", 14, ("name",)),
        "Facility": LabelSpec("Facility", "设施", "Facility", "#fabfd2", 15, ("name",)),
        "Place": LabelSpec("Place", "地点", "Place", "#79706e", 16, ("name",)),
        "Metric": LabelSpec("Metric", "指标", "Metric", "#bab0ac", 17, ("name",)),
        "Document": LabelSpec("Document", "文献", "Document", "#333333", 18, ("sha256",)),
        "Passage": LabelSpec("Passage", "段落", "Passage", "#999999", 19, ("document", "start", "end")),
    }
)

PREDICATES: MappingProxyType[str, PredicateSpec] = MappingProxyType(
    {
        "AFFILIATED_WITH": _predicate(
            "AFFILIATED_WITH",
            "任职于",
            "affiliated with",
            ("Person",),
            ("Organization",),
            False,
            QualifierSpec("title", "string", "single", "职称", "title"),
            QualifierSpec("position", "string", "single", "行政职务", "position"),
            QualifierSpec("basis", "string", "collected", "依据", "basis"),
            QualifierSpec("year", "integer", "earliest", "年份", "year"),
            QualifierSpec("years", "integer", "collected", "历年", "years"),
        ),
        "PARTICIPATED_IN": _predicate(
            "PARTICIPATED_IN",
            "完成人",
            "participated in",
            ("Person",),
            ("Achievement",),
            False,
            QualifierSpec("rank", "integer", "single", "排名", "rank"),
        ),
        "COMPLETED": _predicate(
            "COMPLETED",
            "完成单位",
            "completed",
            ("Organization",),
            ("Achievement",),
            False,
            QualifierSpec("rank", "integer", "single", "排名", "rank"),
        ),
        "NOMINATED": _predicate(
            "NOMINATED",
            "提名",
            "nominated",
            ("Organization",),
            ("Achievement",),
            False,
        ),
        "NOMINATED_FOR": _predicate(
            "NOMINATED_FOR",
            "申报奖项",
            "nominated for",
            ("Achievement",),
            ("Award",),
            False,
            QualifierSpec("year", "integer", "identifying", "年份", "year"),
            QualifierSpec("category", "string", "single", "类别", "category"),
        ),
        "RECEIVED": _predicate(
            "RECEIVED",
            "获奖",
            "received",
            ("Person", "Achievement", "Organization", "Technology"),
            ("Award",),
            False,
            QualifierSpec("year", "integer", "identifying", "年份", "year"),
            QualifierSpec("grade", "string", "identifying", "等级", "grade"),
            QualifierSpec("rank", "integer", "single", "完成人排名", "rank"),
        ),
        "HAS_INNOVATION": _predicate(
            "HAS_INNOVATION",
            "创新点",
            "has innovation",
            ("Achievement",),
            ("Innovation",),
            False,
            QualifierSpec("number", "integer", "single", "序号", "number"),
            QualifierSpec("numbering", "string", "collected", "编号体系", "numbering"),
        ),
        "CONTRIBUTED_TO": _predicate(
            "CONTRIBUTED_TO",
            "贡献于",
            "contributed to",
            ("Person", "Organization"),
            ("Innovation",),
            False,
        ),
        "CONCERNS": _predicate(
            "CONCERNS",
            "涉及",
            "concerns",
            (
                "Achievement",
                "Innovation",
                "Grant",
                "Conference",
                "ConferenceSeries",
                "Publication",
                "Facility",
                "FundingProgram",
            ),
            ("Technology",),
            False,
            QualifierSpec("plan", "string", "collected", "规划", "plan"),
            QualifierSpec("numbering", "string", "collected", "编号体系", "numbering"),
        ),
        "WORKS_ON": _predicate(
            "WORKS_ON",
            "从事",
            "works on",
            ("Person", "Organization"),
            ("Technology",),
            False,
            QualifierSpec("role", "string", "collected", "角色", "role"),
        ),
        "TARGETS": _predicate(
            "TARGETS",
            "针对",
            "targets",
            ("Achievement", "Innovation", "Publication", "Grant", "FundingProgram", "Technology"),
            ("Disease",),
            False,
            QualifierSpec("numbering", "string", "collected", "编号体系", "numbering"),
        ),
        "BROADER": _predicate(
            "BROADER",
            "上位概念",
            "broader",
            ("Technology",),
            ("Technology",),
            False,
            QualifierSpec("by", "string", "collected", "分类依据", "by"),
        ),
        "ADOPTED_BY": _predicate(
            "ADOPTED_BY",
            "应用于",
            "adopted by",
            ("Achievement", "Technology"),
            ("Organization", "Place"),
            False,
            QualifierSpec("year", "integer", "single", "年份", "year"),
        ),
        "FUNDED_BY": _predicate(
            "FUNDED_BY",
            "受资助于",
            "funded by",
            ("Grant", "Achievement", "Facility"),
            ("FundingProgram", "Organization"),
            False,
            QualifierSpec("amount_wan", "decimal", "single", "金额（万元）", "amount (10,000 yuan)"),
            QualifierSpec("year", "integer", "single", "年份", "year"),
            QualifierSpec("years", "integer", "collected", "历年", "years"),
            QualifierSpec("number", "string", "single", "编号", "number"),
            QualifierSpec("joint", "boolean", "single", "共同出资", "joint"),
        ),
        "PART_OF": _predicate(
            "PART_OF",
            "隶属",
            "part of",
            ("Organization", "FundingProgram", "ConferenceSeries"),
            ("Organization", "FundingProgram", "ConferenceSeries"),
            True,
            QualifierSpec("basis", "string", "collected", "依据", "basis"),
            QualifierSpec("year", "integer", "single", "年份", "year"),
            QualifierSpec("kind", "string", "collected", "类别", "kind"),
        ),
        "RUN_BY": _predicate(
            "RUN_BY",
            "主办",
            "run by",
            ("FundingProgram", "Award", "ConferenceSeries", "Conference"),
            ("Organization",),
            False,
            QualifierSpec("role", "string", "collected", "角色", "role"),
            QualifierSpec("year", "integer", "single", "年份", "year"),
            QualifierSpec("since", "string", "single", "起始", "since"),
        ),
        "LEADS": _predicate(
            "LEADS",
            "负责",
            "leads",
            ("Person",),
            ("Grant",),
            False,
        ),
        "HOSTED_BY": _predicate(
            "HOSTED_BY",
            "依托单位",
            "hosted by",
            ("Grant", "Facility"),
            ("Organization",),
            False,
        ),
        "IN_SERIES": _predicate(
            "IN_SERIES",
            "属于会议系列",
            "in series",
            ("Conference",),
            ("ConferenceSeries",),
            False,
            QualifierSpec("number", "string", "single", "会次", "number"),
        ),
        "CHAIRED": _predicate(
            "CHAIRED",
            "执行主席",
            "chaired",
            ("Person",),
            ("Conference",),
            False,
            QualifierSpec("order", "integer", "single", "顺序", "order"),
        ),
        "HELD_IN": _predicate(
            "HELD_IN",
            "举办地",
            "held in",
            ("Conference",),
            ("Place",),
            False,
        ),
        "AUTHORED": _predicate(
            "AUTHORED",
            "作者",
            "authored",
            ("Person",),
            ("Publication", "Guideline"),
            False,
            QualifierSpec("order", "integer", "single", "作者顺序", "order"),
            QualifierSpec("corresponding", "boolean", "single", "通讯作者", "corresponding"),
            QualifierSpec("role", "string", "collected", "角色", "role"),
            QualifierSpec("basis", "string", "collected", "依据", "basis"),
        ),
        "PUBLISHED_IN": _predicate(
            "PUBLISHED_IN",
            "发表于",
            "published in",
            ("Publication",),
            ("Journal",),
            False,
            QualifierSpec("year", "integer", "single", "年份", "year"),
        ),
        "OUTPUT_OF": _predicate(
            "OUTPUT_OF",
            "产出于",
            "output of",
            ("Publication", "Guideline"),
            ("Achievement",),
            False,
            QualifierSpec("number", "integer", "single", "序号", "number"),
        ),
        "LOCATED_IN": _predicate(
            "LOCATED_IN",
            "位于",
            "located in",
            ("Organization", "Facility"),
            ("Place",),
            False,
            QualifierSpec("basis", "string", "collected", "依据", "basis"),
        ),
        "BUILT": _predicate(
            "BUILT",
            "建设",
            "built",
            ("Person", "Organization"),
            ("Facility",),
            False,
            QualifierSpec("role", "string", "collected", "角色", "role"),
        ),
        "HAS_METRIC": _predicate(
            "HAS_METRIC",
            "指标",
            "has metric",
            (
                "Achievement",
                "Innovation",
                "Facility",
                "FundingProgram",
                "Organization",
                "Technology",
                "Place",
                "Award",
                "ConferenceSeries",
                "Publication",
            ),
            ("Metric",),
            False,
            QualifierSpec("value", "decimal", "identifying", "数值", "value"),
            QualifierSpec("unit", "string", "identifying", "单位", "unit"),
            QualifierSpec("bound", "string", "identifying", "界限", "bound"),
            QualifierSpec("comparator", "string", "single", "比较对象", "comparator"),
            QualifierSpec("year", "integer", "identifying", "年份", "year"),
            QualifierSpec("population", "string", "identifying", "人群", "population"),
            QualifierSpec("value_text", "string", "single", "数值原文", "value as written"),
        ),
        "MEMBER_OF": _predicate(
            "MEMBER_OF",
            "成员",
            "member of",
            ("Person",),
            ("Organization",),
            False,
            QualifierSpec("role", "string", "collected", "角色", "role"),
        ),
        "IN_DOCUMENT": _predicate(
            "IN_DOCUMENT",
            "出自",
            "in document",
            ("Passage",),
            ("Document",),
            False,
        ),
    }
)
