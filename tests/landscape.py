"""A small invented landscape that gives every canned question something to answer; nobody and nothing in it exists."""

from __future__ import annotations

import hashlib

from kg.codec import content_id, dumps, plain
from kg.model import Edge, Evidence, Graph, Node, Span, Value
from kg.vocab import PREDICATES

__all__ = ["EXAMPLES", "HOSTILE", "LEAD", "RULE", "landscape"]

RULE = "LANDSCAPE_LINE"
LEAD = "文中写道："
HOSTILE = "</script><script>window.struck = true</script><img src=x onerror='window.struck = true'> \" & 'quoted' \u2028"
"""Words that a page must show and never obey."""

EXAMPLES: dict[str, Value | None] = {
    "achievement": "心肌病定量磁共振评估体系",
    "as_of": 2023,
    "award": "云岭省科学技术进步奖",
    "disease": "心肌病",
    "document": "领域综述.txt",
    "facility": "心肌影像数据库",
    "facilities_funders.facility": "沧浪跨尺度成像中心",
    "grade": "一等奖",
    "institution": "云大一院",
    "name": "心脏磁共振",
    "other": "MRI",
    "person": "闻人朗",
    "people_namesakes.person": "祝清岚",
    "rule": RULE,
    "society": "华原影像学会",
    "technology": "CMR",
    "year": 2023,
}
"""What the questions' parameters can be given here, by name, or by question and name where that differs."""

_Fact = tuple[str, str, str, dict[str, Value]]

_NAMES = {
    "wen": ("Person", "闻人朗", ()),
    "zhu": ("Person", "祝清岚", ("Zhu Qinglan",)),
    "zhu2": ("Person", "祝清岚", ()),
    "qi": ("Person", "戚远舟", ()),
    "miao": ("Person", "缪知夏", ()),
    "brandt": ("Person", "Elena Brandt", ()),
    "hospital": ("Organization", "云岭大学附属第一医院", ("云大一院",)),
    "radiology": ("Organization", "云岭大学附属第一医院放射科", ()),
    "yunling": ("Organization", "云岭大学", ()),
    "canglang": ("Organization", "沧浪大学", ()),
    "photonics": ("Organization", "沧浪大学生物光子学实验室", ()),
    "company": ("Organization", "东屿医疗科技有限公司", ()),
    "society": ("Organization", "华原影像学会", ()),
    "branch": ("Organization", "华原影像学会心血管影像分会", ("心血管影像分会",)),
    "group": ("Organization", "华原影像学会心血管影像分会青年学组", ()),
    "office": ("Organization", "云岭省科学技术厅", ()),
    "foundation": ("Organization", "沧浪市产业基金会", ()),
    "imaging": ("Technology", "医学影像", ()),
    "mri": ("Technology", "磁共振成像", ("MRI",)),
    "cmr": ("Technology", "心脏磁共振", ("CMR", "ＣＭＲ成像")),
    "mapping": ("Technology", "T1 mapping", ("T1图谱",)),
    "pa": ("Technology", "光声成像", ()),
    "heart": ("Disease", "心肌病", ()),
    "lung": ("Disease", "肺癌", ()),
    "nsfc": ("FundingProgram", "国家自然科学基金", ("NSFC",)),
    "major": ("FundingProgram", "国家自然科学基金重大项目", ()),
    "instrument": ("FundingProgram", "国家自然科学基金仪器专项", ()),
    "province": ("FundingProgram", "云岭省重点研发计划", ()),
    "g1": ("Grant", "心肌组织定量磁共振新方法", ()),
    "g2": ("Grant", "跨尺度光声显微仪器", ()),
    "g3": ("Grant", "心脏快速成像序列研究", ()),
    "g4": ("Grant", "省域影像云平台示范", ()),
    "award": ("Award", "云岭省科学技术进步奖", ()),
    "medal": ("Award", "影像青年奖章", ()),
    "work": ("Achievement", "心肌病定量磁共振评估体系", ()),
    "i1": ("Innovation", "心肌病定量磁共振评估体系#1", ()),
    "i2": ("Innovation", "心肌病定量磁共振评估体系#2", ()),
    "series": ("ConferenceSeries", "香山科学会议", ("Xiangshan Science Conferences",)),
    "c901": ("Conference", "香山科学会议第901次", ()),
    "c905": ("Conference", "香山科学会议第905次", ()),
    "c906": ("Conference", "香山科学会议第906次", ()),
    "p1": ("Publication", "Quantitative mapping of diffuse fibrosis", ()),
    "p2": ("Publication", "心脏磁共振多中心参考值", ()),
    "journal": ("Journal", "Imaging Letters", ()),
    "guide": ("Guideline", "心脏磁共振检查专家共识", ()),
    "bank": ("Facility", "心肌影像数据库", ()),
    "centre": ("Facility", "沧浪跨尺度成像中心", ()),
    "beijing": ("Place", "北京", ()),
    "yl": ("Place", "云岭省", ()),
    "cases": ("Metric", "覆盖病例数", ()),
    "granted": ("Metric", "资助项目数", ()),
}

_PROPERTIES: dict[str, dict[str, Value]] = {
    "hospital": {"kind": "hospital"},
    "radiology": {"kind": "department"},
    "yunling": {"kind": "university"},
    "canglang": {"kind": "university"},
    "photonics": {"kind": "laboratory"},
    "company": {"kind": "company"},
    "society": {"kind": "society"},
    "branch": {"kind": "society_branch"},
    "group": {"kind": "society_branch"},
    "office": {"kind": "government"},
    "foundation": {"kind": "funder"},
    "g1": {"year": 2014, "year_stated": (2013, 2014), "discipline": "影像医学"},
    "g2": {"year": 2016},
    "i1": {"number": 1, "title": "无创定量新方法"},
    "i2": {"number": 2, "title": "多中心参考值"},
    "c901": {"number": "901", "theme": "心脏影像前沿", "start": "2012-05-08", "end": "2012-05-10"},
    "instrument": {"start_year": 2015},
    "c905": {"number": "905", "theme": "光声与跨尺度成像", "start": "2014-09-02", "end": "2014-09-03"},
    "c906": {"number": "906", "theme": "定量影像", "start": "2014-11-11"},
    "p1": {"year": 2019, "impact_factor": 5.5, "cited_by": 31},
    "p2": {"year": 2021},
    "guide": {"year": 2022, "kind": "consensus"},
    "bank": {"kind": "database"},
}

_FACTS: tuple[_Fact, ...] = (
    ("wen", "AFFILIATED_WITH", "hospital", {"title": "教授,主任医师", "position": "放射科主任"}),
    ("wen", "AFFILIATED_WITH", "canglang", {"year": 2009, "basis": ("依托单位",)}),
    ("zhu", "AFFILIATED_WITH", "radiology", {"title": "副主任医师"}),
    ("zhu2", "AFFILIATED_WITH", "company", {"title": "高级工程师"}),
    ("qi", "AFFILIATED_WITH", "canglang", {"title": "教授", "basis": ("依托单位",), "year": 2016}),
    ("miao", "AFFILIATED_WITH", "hospital", {"title": "技师"}),
    ("wen", "MEMBER_OF", "branch", {"role": ("主任委员",)}),
    ("qi", "MEMBER_OF", "society", {"role": ("理事",)}),
    ("wen", "PARTICIPATED_IN", "work", {"rank": 1}),
    ("zhu", "PARTICIPATED_IN", "work", {"rank": 2}),
    ("miao", "PARTICIPATED_IN", "work", {"rank": 3}),
    ("miao", "PARTICIPATED_IN", "work", {"rank": 4}),
    ("hospital", "COMPLETED", "work", {"rank": 1}),
    ("canglang", "COMPLETED", "work", {"rank": 2}),
    ("office", "NOMINATED", "work", {}),
    ("work", "NOMINATED_FOR", "award", {"year": 2023, "category": "技术开发类"}),
    ("work", "RECEIVED", "award", {"year": 2023, "grade": "一等奖"}),
    ("wen", "RECEIVED", "award", {"year": 2023, "grade": "一等奖", "rank": 1}),
    ("zhu", "RECEIVED", "medal", {"year": 2020}),
    ("work", "HAS_INNOVATION", "i1", {"number": 1}),
    ("work", "HAS_INNOVATION", "i2", {"number": 2}),
    ("wen", "CONTRIBUTED_TO", "i1", {}),
    ("zhu", "CONTRIBUTED_TO", "i2", {}),
    ("canglang", "CONTRIBUTED_TO", "i2", {}),
    ("i1", "CONCERNS", "mapping", {}),
    ("work", "CONCERNS", "cmr", {}),
    ("g1", "CONCERNS", "cmr", {}),
    ("g2", "CONCERNS", "pa", {}),
    ("g3", "CONCERNS", "cmr", {}),
    ("c901", "CONCERNS", "cmr", {}),
    ("c905", "CONCERNS", "pa", {}),
    ("c906", "CONCERNS", "mri", {}),
    ("p1", "CONCERNS", "mapping", {}),
    ("bank", "CONCERNS", "cmr", {}),
    ("wen", "WORKS_ON", "cmr", {"role": ("研发",)}),
    ("miao", "WORKS_ON", "mapping", {}),
    ("qi", "WORKS_ON", "pa", {}),
    ("company", "WORKS_ON", "mri", {}),
    ("work", "TARGETS", "heart", {}),
    ("cmr", "TARGETS", "heart", {}),
    ("p2", "TARGETS", "lung", {}),
    ("mri", "BROADER", "imaging", {"by": ("成像原理",)}),
    ("pa", "BROADER", "imaging", {"by": ("成像原理",)}),
    ("cmr", "BROADER", "mri", {}),
    ("mapping", "BROADER", "cmr", {}),
    ("cmr", "ADOPTED_BY", "hospital", {"year": 2011}),
    ("work", "ADOPTED_BY", "yl", {"hospitals": 36}),
    ("major", "PART_OF", "nsfc", {}),
    ("instrument", "PART_OF", "nsfc", {}),
    ("radiology", "PART_OF", "hospital", {}),
    ("hospital", "PART_OF", "yunling", {"basis": ("名称",)}),
    ("photonics", "PART_OF", "canglang", {}),
    ("branch", "PART_OF", "society", {}),
    ("group", "PART_OF", "branch", {}),
    ("g1", "FUNDED_BY", "major", {"amount_wan": 1850.5, "year": 2014}),
    ("g1", "FUNDED_BY", "nsfc", {"amount_wan": 1850.5, "year": 2014}),
    ("g2", "FUNDED_BY", "instrument", {"amount_wan": 7000, "year": 2016}),
    ("g3", "FUNDED_BY", "major", {"years": (2013, 2016)}),
    ("g4", "FUNDED_BY", "province", {"amount_wan": 300, "year": 2018}),
    ("g4", "FUNDED_BY", "province", {"amount_wan": 320, "year": 2018}),
    ("centre", "FUNDED_BY", "foundation", {"amount_wan": 45000, "year": 2017, "joint": True}),
    ("centre", "FUNDED_BY", "canglang", {"amount_wan": 45000, "year": 2017, "joint": True}),
    ("wen", "LEADS", "g1", {}),
    ("qi", "LEADS", "g2", {}),
    ("wen", "LEADS", "g3", {}),
    ("zhu", "LEADS", "g4", {}),
    ("g1", "HOSTED_BY", "hospital", {}),
    ("g2", "HOSTED_BY", "canglang", {}),
    ("g3", "HOSTED_BY", "hospital", {}),
    ("g4", "HOSTED_BY", "hospital", {}),
    ("centre", "HOSTED_BY", "canglang", {}),
    ("c901", "IN_SERIES", "series", {"number": "901"}),
    ("c905", "IN_SERIES", "series", {"number": "905"}),
    ("c906", "IN_SERIES", "series", {"number": "906"}),
    ("wen", "CHAIRED", "c901", {"order": 1}),
    ("qi", "CHAIRED", "c901", {"order": 2}),
    ("qi", "CHAIRED", "c905", {"order": 1}),
    ("brandt", "CHAIRED", "c906", {"order": 1}),
    ("c901", "HELD_IN", "beijing", {}),
    ("c905", "HELD_IN", "beijing", {}),
    ("nsfc", "RUN_BY", "office", {}),
    ("wen", "AUTHORED", "p1", {"order": 2, "corresponding": True}),
    ("miao", "AUTHORED", "p1", {"order": 1, "corresponding": False}),
    ("zhu", "AUTHORED", "p2", {"order": 1, "corresponding": True}),
    ("wen", "AUTHORED", "guide", {"role": ("主编",)}),
    ("p1", "PUBLISHED_IN", "journal", {"year": 2019}),
    ("p1", "OUTPUT_OF", "work", {"number": 1}),
    ("p2", "OUTPUT_OF", "work", {"number": 2}),
    ("guide", "OUTPUT_OF", "work", {}),
    ("hospital", "LOCATED_IN", "yl", {}),
    ("hospital", "BUILT", "bank", {"role": ("牵头",)}),
    ("miao", "BUILT", "bank", {"role": ("参与",)}),
    ("work", "HAS_METRIC", "cases", {"value": 12800, "unit": "例", "year": 2022}),
    ("instrument", "CONCERNS", "pa", {}),
    ("qi", "RECEIVED", "medal", {"year": 2019}),
)

_COUNTED = next(fact for fact in _FACTS if fact[:3] == ("g3", "FUNDED_BY", "major"))
"""All that a table of the landscape lists, where the prose says that it is two."""

_TITLES = ("成果申报书", "领域综述")


def landscape() -> Graph:
    """The graph: facts alternate between two documents, one line each; the first line of the first document is hostile."""
    texts = ([HOSTILE], [""])
    ids = {key: _node_id(key) for key in _NAMES}
    edges: list[Edge] = []
    passages: list[Node] = []
    documents = [content_id("Document", _sha(title)) for title in _TITLES]
    for index, (subject, predicate, object_, qualifiers) in enumerate((*_FACTS, _belied())):
        which = index % 2
        quote = _line(subject, predicate, object_, qualifiers) + (HOSTILE if index == 0 else "")
        start = sum(len(line) + 1 for line in texts[which])
        line = LEAD + quote
        texts[which].append(line)
        span = Span(start=start + len(LEAD), end=start + len(line))
        passages.append(_passage(documents[which], Span(start=start, end=span.end), line, page=index // 20 + 1))
        said = Evidence(
            document=documents[which], span=span, quote=quote, ingester="landscape", rule=RULE, confidence=0.9 - 0.3 * which
        )
        edges.append(_edge(ids[subject], predicate, ids[object_], qualifiers, said))
    edges += [
        _edge(node.id, "IN_DOCUMENT", str(node.properties["document"]), {}, None)
        for node in sorted(passages, key=lambda n: n.id)
    ]
    nodes = (
        [_node(key, ids[key]) for key in _NAMES]
        + passages
        + [_document(*pair) for pair in zip(documents, _TITLES, strict=True)]
    )
    return Graph(nodes=tuple(sorted(nodes, key=lambda n: n.id)), edges=tuple(sorted(edges, key=lambda e: e.id)))


def _belied() -> _Fact:
    """A count that the rows of a table do not bear out."""
    subject, predicate, object_, qualifiers = _COUNTED
    row = _edge(_node_id(subject), predicate, _node_id(object_), qualifiers, None).id
    return object_, "HAS_METRIC", "granted", {"value": 2, "unit": "项", "table_value": ("1项",), "table_rows": (row,)}


def _node_id(key: str) -> str:
    label, name, _ = _NAMES[key]
    return content_id(label, name, *(["2"] if key.endswith("zhu2") else []))


def _node(key: str, ident: str) -> Node:
    label, name, aliases = _NAMES[key]
    return Node(id=ident, label=label, name=name, aliases=tuple(sorted(aliases)), properties=_PROPERTIES.get(key, {}))


def _edge(source: str, predicate: str, target: str, qualifiers: dict[str, Value], said: Evidence | None) -> Edge:
    return Edge(
        id=content_id(predicate, source, target, dumps(plain(qualifiers))),
        type=predicate,
        source=source,
        target=target,
        qualifiers=qualifiers,
        evidence=(said,) if said else (),
    )


def _line(subject: str, predicate: str, object_: str, qualifiers: dict[str, Value]) -> str:
    told = "".join(f"，{PREDICATES[predicate].qualifiers[name].zh}：{_told(value)}" for name, value in qualifiers.items())
    return f"{_NAMES[subject][1]}{PREDICATES[predicate].zh}{_NAMES[object_][1]}{told}。"


def _told(value: Value) -> str:
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _passage(document: str, span: Span, quote: str, *, page: int) -> Node:
    properties: dict[str, Value] = {"document": document, "start": span.start, "end": span.end, "page": page, "text": quote}
    ident = content_id("Passage", document, str(span.start), str(span.end))
    return Node(id=ident, label="Passage", name=quote[:24], properties=properties)


def _document(ident: str, title: str) -> Node:
    properties: dict[str, Value] = {"source": f"{title}.txt", "sha256": _sha(title), "title": title, "media_type": "text/plain"}
    return Node(id=ident, label="Document", name=title, properties=properties)


def _sha(title: str) -> str:
    return hashlib.sha256(title.encode()).hexdigest()
