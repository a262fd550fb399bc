"""The grammar of award nomination forms as data: which words label which field, and what kind of thing a column holds.

A new form is a new word in these tables. Words come from the public nomination forms of the national, ministerial,
provincial and society awards (国家、教育部、各省市、中华医学、华夏医学 …).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["KEYS", "LABELS", "SECTION_TAIL", "Group", "Kind", "Label", "record_kind"]


class Group(Enum):
    """What a label opens: a single field of the form, a section, or a field of a record (a person, unit, paper …)."""

    TOP = "top"
    SECTION = "section"
    RECORD = "record"


class Kind(Enum):
    """What a field's value looks like."""

    PERSON = "person"
    RANK = "rank"
    ORGANIZATION = "organization"
    TITLE = "title"
    POSITION = "position"
    SEX = "sex"
    DATE = "date"
    NUMBER = "number"
    NAMES = "names"
    ISSUE = "issue"
    INDEX = "index"
    YES_NO = "yes_no"
    WORK = "work"
    JOURNAL = "journal"
    HONOURS = "honours"
    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A field and the words that label it. ``bare``: may stand before its value with only a space between."""

    field: str
    group: Group
    kind: Kind
    words: tuple[str, ...]
    bare: bool = True


_COUNTING = (*"一二三四五六七八九十", *(str(number) for number in range(1, 21)))

SECTION_TAIL = (
    "情况汇总表",
    "情况说明",
    "情况简介",
    "情况表",
    "情况",
    "汇总表",
    "一览表",
    "简表",
    "名单",
    "目录",
    "列表",
    "说明",
    "信息",
    "表",
)
"""What may follow a section's words."""


def _top(field: str, kind: Kind, words: str, *, bare: bool = True) -> Label:
    return Label(field=field, group=Group.TOP, kind=kind, words=tuple(words.split()), bare=bare)


def _section(field: str, words: str) -> Label:
    return Label(field=field, group=Group.SECTION, kind=Kind.LONG, words=tuple(words.split()))


def _record(field: str, kind: Kind, words: str, *, bare: bool = True) -> Label:
    return Label(field=field, group=Group.RECORD, kind=kind, words=tuple(words.split()), bare=bare)


LABELS: tuple[Label, ...] = (
    _top(
        "award",
        Kind.SHORT,
        "推荐奖种 提名奖种 申报奖种 奖种 推荐奖项 提名奖项 申报奖项 推荐奖励种类 提名奖励种类 奖励种类 奖励类别 推荐奖励类别 "
        "提名奖励类别 申报奖励类别 奖项名称 奖项类别 拟提名奖种 拟提名奖项 拟申报奖项 申报奖励类型 推荐类别 提名类别 申报类别 "
        "拟申报奖种 拟推荐奖种 奖种类别 奖励类型 提名奖励类型",
    ),
    _top("category", Kind.SHORT, "项目类别 成果类别 评审组别 申报组别 项目类型"),
    _top("grade", Kind.SHORT, "提名等级 推荐等级 申报等级 拟提名等级 建议等级"),
    _top(
        "achievement",
        Kind.LONG,
        "项目名称 成果名称 项目中文名称 成果中文名称 推荐项目名称 提名项目名称 申报项目名称 拟提名项目名称 拟推荐项目名称 "
        "公示项目名称 项目名称(中文) 项目名称（中文） 中文名称 提名成果名称 申报成果名称 候选项目名称 项目（成果）名称 成果（项目）名称",
    ),
    _top("achievement_en", Kind.LONG, "项目英文名称 成果英文名称 英文名称 项目名称(英文) 项目名称（英文）"),
    _top(
        "nominator",
        Kind.LONG,
        "推荐单位/科学家 推荐单位 提名单位 提名者 推荐者 提名单位/提名专家 提名单位（专家） 提名单位(专家) 提名单位/专家 推荐部门 "
        "推荐单位（专家） 推荐单位或专家 提名机构 提名单位或专家 推荐单位名称 提名单位名称 提名人 提名者名称 提名单位（提名者） 归口单位",
    ),
    _top(
        "opinion",
        Kind.LONG,
        "推荐意见 提名意见 推荐单位意见 提名单位意见 提名者意见 推荐理由 提名理由 推荐单位推荐意见 提名单位提名意见",
    ),
    _top(
        "field", Kind.LONG, "所属学科 学科分类 学科领域 所属领域 学科专业 所属科学技术领域 专业领域 学科（专业）评审组 学科名称"
    ),
    _top("funding", Kind.LONG, "任务来源 项目来源 课题来源 计划来源 具体计划、基金的名称和编号 基金项目 资助项目 立项来源"),
    _top("duration", Kind.SHORT, "项目起止时间 起止时间 研究起止时间 完成时间"),
    _section(
        "summary",
        "项目简介 成果简介 项目简要介绍 项目概况 项目基本情况 项目主要内容 成果主要内容 项目内容简介 内容简介 项目摘要 成果摘要 "
        "主要内容 主要研究内容 项目介绍 成果介绍 项目简介及主要创新点 主要内容及特点 主要技术内容 主要科技内容 主要研究成果 主要内容及成果",
    ),
    _section(
        "features", "项目特点 主要特点 技术特点 成果特点 特点 与国内外同类技术比较 主要技术经济指标 研究背景 项目背景 立项背景"
    ),
    _section(
        "innovations",
        "主要科技创新 主要技术创新 主要创新点 科技创新点 技术创新点 创新点 主要科学发现 重要科学发现 科学发现 主要发明点 发明点 "
        "主要技术发明 技术发明 发现点 创新内容 主要创新内容 科技创新内容 主要创新成果 创新成果 创新性成果 创新点与主要成果 "
        "主要科技创新点 主要科技创新内容 创新点及主要成果 主要创新 项目创新点 成果创新点",
    ),
    _section(
        "people",
        "主要完成人 完成人 项目完成人 主要完成人员 成果完成人 候选人 主要完成者 项目主要完成人 成果主要完成人 全部完成人 完成人员",
    ),
    _section(
        "units",
        "主要完成单位 完成单位 项目完成单位 成果完成单位 候选单位 项目主要完成单位 成果主要完成单位 完成单位及排名 全部完成单位 "
        "主要完成单位及创新推广贡献 完成单位及创新推广贡献 主要完成单位创新推广贡献 主要完成单位及贡献 完成单位及贡献",
    ),
    _section(
        "papers",
        "代表性论文专著 代表性论文 代表性论著 代表论文 代表性论文论著 论文专著 论文论著 主要论文专著 主要论文 代表作 代表性著作 "
        "发表论文 论文 代表性学术论文 主要代表性论文 主要论文论著 发表论文专著 代表性论文（专著） 代表性论文(专著) 支撑论文 "
        "代表性论文著作 主要论著 公开发表论文 相关论文",
    ),
    _section(
        "property",
        "知识产权证明 主要知识产权证明 主要知识产权 主要知识产权和标准规范等 主要知识产权和标准规范 知识产权 授权知识产权 "
        "主要知识产权及标准规范 授权发明专利 专利 主要知识产权支撑材料 知识产权和标准规范 论文专著及知识产权 主要知识产权和代表性论文专著 "
        "主要知识产权证明及标准规范",
    ),
    _section(
        "uptake",
        "推广应用 应用推广 推广应用及经济社会效益 应用 应用及推广 推广应用及社会效益 应用情况及社会效益 客观评价 第三方评价 "
        "社会效益 经济效益 经济效益和社会效益 经济社会效益 应用单位 主要应用单位 推广应用效果 推广及应用 临床转化与社会影响 "
        "推广应用价值 应用推广及效益 应用推广效果 应用效果",
    ),
    _section("cooperation", "完成人合作关系 主要完成人合作关系 合作关系 完成人合作"),
    _section("honours", "曾获科技奖励 曾获奖励 曾获科技奖 获奖 项目曾获奖励 项目获奖 曾获得奖励"),
    _section("divider", " ".join(f"{word}{number}" for word in ("项目", "成果") for number in _COUNTING)),
    _section(
        "end",
        "公示时间 公示期 公示期限 公示日期 公示单位 公示联系人 联系方式 联系人 注 备注说明 特此公示 异议受理 监督电话 联系电话",
    ),
    # People
    _record("name", Kind.PERSON, "姓名 完成人姓名 主要完成人姓名 候选人姓名 完成人"),
    _record("rank", Kind.RANK, "排名 排序 名次 完成人排名 完成人排序 本人排名 贡献排名 位次 单位排名 排名顺序"),
    _record("number", Kind.RANK, "序号 编号", bare=False),
    _record(
        "unit",
        Kind.ORGANIZATION,
        "完成单位 完成人单位 所属完成单位 完成时所在单位 参与项目时单位 成果完成单位",
    ),
    _record(
        "employer",
        Kind.ORGANIZATION,
        "工作单位 所在单位 现工作单位 工作单位名称 任职单位 现工作单位及部门 现任职单位 供职单位 人事关系所在单位",
    ),
    _record("employer", Kind.ORGANIZATION, "单位", bare=False),
    _record(
        "title",
        Kind.TITLE,
        "职称 技术职称 专业技术职称 专业技术职务 技术职务 专业职称 学术职称 职称/学位 职称/职务 专业技术职务（职称）",
    ),
    _record("position", Kind.POSITION, "行政职务 职务 党政职务 行政职务/职称 现任职务 担任职务"),
    _record(
        "contribution",
        Kind.LONG,
        "对本项目的贡献 对本项目贡献 对项目的贡献 对本项目主要贡献 对本项目的主要贡献 对本项目技术创造性贡献 对本项目的技术创造性贡献 "
        "对本项目主要学术贡献 对本项目主要科技创新的贡献 对本项目科技创新的贡献 对本项目主要技术创造性贡献 对成果的贡献 对本成果的贡献 "
        "对该项目的贡献 主要贡献 创造性贡献 技术创造性贡献 学术贡献 主要学术贡献 对本项目科技创新和推广应用情况的贡献 "
        "对本项目科技创新和推广应用支撑作用情况 对本项目科技创新和应用推广情况的贡献 对本项目创新推广贡献 创新推广贡献 本人贡献 "
        "对本成果主要贡献 对本成果的主要贡献 对项目主要贡献 项目贡献 对本项目创造性贡献 对本项目的创造性贡献 贡献情况 "
        "对本项目主要科学发现的贡献 对本项目技术发明的贡献 具体贡献 完成人贡献 对项目贡献",
    ),
    _record("contribution", Kind.LONG, "贡献", bare=False),
    _record(
        "honours",
        Kind.HONOURS,
        "曾获奖情况 曾获奖励情况 曾获科技奖励情况 曾获国家科技奖励情况 获奖情况 曾获奖励 曾获得科技奖励情况 曾获科技奖励 "
        "曾获科技奖励的情况 所获奖励 曾获科学技术奖励情况 曾获省部级以上科技奖励情况 曾获奖项",
    ),
    # Columns that are known and say nothing for the graph
    _record("sex", Kind.SEX, "性别", bare=False),
    _record(
        "ignored",
        Kind.SHORT,
        "民族 国籍 籍贯 学历 学位 最高学历 最高学位 文化程度 毕业学校 毕业院校 政治面貌 党派 出生地 所学专业 从事专业 现从事专业 "
        "专业 专业、专长 专长 身份证号 身份证号码 手机 手机号码 移动电话 办公电话 电话 电子邮箱 邮箱 电子信箱 通讯地址 地址 邮政编码 "
        "邮编 传真 所在地 单位性质 法定代表人 备注 证件号码 二级单位 所在部门 科室 部门 归国人员 参加本项目的起止时间 参加项目时间 "
        "参与时间 签名 本人签名 统一社会信用代码 单位所在地",
        bare=False,
    ),
    _record("birth", Kind.DATE, "出生年月 出生日期 出生年月日 毕业时间 归国时间", bare=False),
    # Units
    _record("unit_name", Kind.ORGANIZATION, "单位名称 完成单位名称 主要完成单位名称 机构名称"),
    # Papers
    _record(
        "work",
        Kind.WORK,
        "论文名称 论文题目 论文专著名称 论文标题 题目 题名 论文（专著）名称 论文(专著)名称 论文/专著名称 论文、专著名称 论著名称 "
        "代表性论文名称 论文或专著名称 文章题目 文章名称 论文论著名称 名称/题目 论文专著名称/刊名/作者 著作名称",
    ),
    _record(
        "journal",
        Kind.JOURNAL,
        "刊名 期刊名称 发表期刊 期刊 发表刊物 刊物名称 杂志名称 期刊名 刊名/出版社 发表杂志 发表刊物名称 期刊（出版社）",
        bare=False,
    ),
    _record(
        "issue",
        Kind.ISSUE,
        "年,卷(期)及页码 年卷期及页码 年卷(期)页码 年、卷、期、页码 年卷页码 年卷期页码 年卷(期)及页码 年,卷,期及页码 卷期页码 "
        "年卷页码（xx年xx卷xx页） 年,卷(期),页码 发表年份,卷(期)及页码 年份卷期页码 年、卷、页码 年卷期 卷(期)页码",
        bare=False,
    ),
    _record("published", Kind.DATE, "发表时间 发表年份 发表年月 发表时间（年月日） 发表日期 出版时间 年份 发表年", bare=False),
    _record("impact", Kind.NUMBER, "影响因子 IF 期刊影响因子 IF值", bare=False),
    _record(
        "authors", Kind.NAMES, "全部作者 作者 论文作者 所有作者 作者姓名 作者（按刊物发表顺序） 完整作者 全体作者", bare=False
    ),
    _record("first", Kind.NAMES, "第一作者 第一作者（含共同） 第一作者（中文名）", bare=False),
    _record("corresponding", Kind.NAMES, "通讯作者 通信作者 通讯作者（中文名）", bare=False),
    _record("domestic", Kind.NAMES, "国内作者", bare=False),
    _record("index", Kind.INDEX, "检索数据库 检索数据 收录情况 收录数据库 检索情况 收录 检索机构", bare=False),
    _record(
        "citations", Kind.NUMBER, "他引总次数 他引次数 总他引次数 SCI他引次数 引用次数 被引次数 他引 总被引次数", bare=False
    ),
    _record(
        "foreign",
        Kind.YES_NO,
        "通讯作者单位是否含国外单位 通讯作者单位是否 是否国外单位 知识产权是否归国内所有 论文署名单位是否包含国外单位 "
        "第一署名单位是否为国内 通讯作者单位是否国内单位",
        bare=False,
    ),
    # Cooperation
    _record("mode", Kind.SHORT, "合作方式", bare=False),
    _record("partners", Kind.SHORT, "合作者/项目排名 合作者（项目排名） 合作者 合作者及项目排名 合作者/排名", bare=False),
    _record("period", Kind.SHORT, "合作时间 合作起止时间 合作时间(年)", bare=False),
    _record("outcome", Kind.LONG, "合作成果 合作成果名称 合作产出", bare=False),
    _record("proof", Kind.SHORT, "证明材料 附件 附件编号 证明材料（附件） 旁证材料", bare=False),
    # Patents
    _record("property_kind", Kind.SHORT, "类别 知识产权类别 知识产权（标准）类别 知识产权(标准)类别 类型", bare=False),
    _record("country", Kind.SHORT, "国别 国家（地区） 国家(地区) 授权国家 国（区）别", bare=False),
    _record("grant_number", Kind.SHORT, "授权号 授权号（标准编号） 专利号 授权号(标准编号) 专利授权号", bare=False),
    _record("granted", Kind.DATE, "授权时间 授权日期 授权（标准发布）日期 授权公告日 授权日期（标准发布日期）", bare=False),
    _record(
        "property_name",
        Kind.WORK,
        "知识产权具体名称 知识产权名称 知识产权（标准）具体名称 知识产权(标准)具体名称 专利名称 名称 标准名称",
        bare=False,
    ),
    _record(
        "inventors",
        Kind.NAMES,
        "全部发明人 发明人 发明人（标准起草人） 发明人(标准起草人) 权利人 权利人（标准起草单位） 发明人（标准规范起草人）",
        bare=False,
    ),
)

KEYS: dict[str, str] = {
    "name": "person",
    "unit_name": "unit",
    "work": "paper",
    "partners": "cooperation",
    "property_name": "property",
}
"""The field that makes a record, to the kind of record; in this order where a record has several."""


def record_kind(fields: frozenset[str] | set[str]) -> str | None:
    """The kind of a record that has these fields; None where none of them is a key.

    >>> record_kind({"rank", "name", "unit"}), record_kind({"rank"})
    ('person', None)
    """
    return next((kind for key, kind in KEYS.items() if key in fields), None)
