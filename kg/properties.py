"""What a node of each label may carry. Generated from ontology/landscape.ttl by `make vocab`; do not edit."""

from types import MappingProxyType

from kg.specs import PropertySpec, property_specs

__all__ = ["PROPERTIES", "PropertySpec"]

PROPERTIES: MappingProxyType[str, MappingProxyType[str, PropertySpec]] = MappingProxyType(
    {
        "Person": property_specs(
            PropertySpec("name_en", "string", "英文名", "English name"),
            PropertySpec("title", "string", "称号", "title"),
            PropertySpec("project_role", "string", "项目角色", "project role"),
        ),
        "Organization": property_specs(
            PropertySpec("name_en", "string", "英文名", "English name"),
            PropertySpec("abbreviation", "string", "缩写", "abbreviation"),
            PropertySpec(
                "kind",
                "string",
                "机构类型",
                "kind of organization",
                (
                    "hospital",
                    "university",
                    "institute",
                    "company",
                    "society",
                    "society_branch",
                    "government",
                    "funder",
                    "laboratory",
                    "department",
                ),
            ),
            PropertySpec("category", "string", "类别", "category"),
            PropertySpec("founded", "date", "成立时间", "founded"),
            PropertySpec("former_name", "string", "曾用名", "former name"),
            PropertySpec("designation", "string", "认定", "designation"),
            PropertySpec("licence", "string", "许可", "licence"),
            PropertySpec("licence_year", "integer", "许可年份", "year of the licence"),
        ),
        "Technology": property_specs(
            PropertySpec("name_en", "string", "英文名", "English name"),
            PropertySpec("abbreviation", "string", "缩写", "abbreviation"),
            PropertySpec("registration", "string", "注册", "registration"),
            PropertySpec("certification", "string", "认证", "certification"),
            PropertySpec("clinical_phase", "string", "临床试验期", "clinical phase"),
            PropertySpec("drug_class", "string", "药物类别", "drug class"),
        ),
        "Disease": property_specs(
            PropertySpec("name_en", "string", "英文名", "English name"),
            PropertySpec("abbreviation", "string", "缩写", "abbreviation"),
        ),
        "FundingProgram": property_specs(
            PropertySpec("code", "string", "代码", "code"),
            PropertySpec("kind", "string", "计划类型", "kind of programme"),
            PropertySpec("start_year", "integer", "起始年", "first year"),
            PropertySpec("end_year", "integer", "结束年", "last year"),
            PropertySpec("period", "string", "时期", "period"),
        ),
        "Grant": property_specs(
            PropertySpec("number", "string", "项目编号", "grant number"),
            PropertySpec("year", "integer", "年份", "year"),
            PropertySpec("years", "integer", "历年", "years"),
            PropertySpec("start", "date", "开始", "start"),
            PropertySpec("end", "date", "结束", "end"),
            PropertySpec("discipline", "string", "学科", "discipline"),
            PropertySpec("department", "string", "学部", "department"),
            PropertySpec("amount_basis", "string", "经费口径", "basis of the amount"),
        ),
        "Award": property_specs(),
        "Achievement": property_specs(PropertySpec("field", "string", "领域", "field")),
        "Innovation": property_specs(
            PropertySpec("number", "integer", "序号", "number"),
            PropertySpec("title", "string", "标题", "title"),
        ),
        "ConferenceSeries": property_specs(
            PropertySpec("name_en", "string", "英文名", "English name"),
            PropertySpec("abbreviation", "string", "缩写", "abbreviation"),
            PropertySpec("since", "integer", "起始年", "since"),
            PropertySpec("frequency", "string", "频次", "frequency"),
            PropertySpec("participants", "integer", "参加人数", "participants"),
        ),
        "Conference": property_specs(
            PropertySpec("number", "string", "会次", "session number"),
            PropertySpec("theme", "string", "主题", "theme"),
            PropertySpec("start", "date", "开始", "start"),
            PropertySpec("end", "date", "结束", "end"),
        ),
        "Publication": property_specs(
            PropertySpec("number", "integer", "序号", "number"),
            PropertySpec("year", "integer", "年份", "year"),
            PropertySpec("date", "string", "日期", "date"),
            PropertySpec("volume", "string", "卷", "volume"),
            PropertySpec("issue", "string", "期", "issue"),
            PropertySpec("pages", "string", "页码", "pages"),
            PropertySpec("article_number", "string", "文章编号", "article number"),
            PropertySpec("impact_factor", "decimal", "影响因子", "impact factor"),
            PropertySpec("cited_by", "integer", "他引次数", "citations"),
            PropertySpec("index", "string", "收录", "index"),
            PropertySpec("doi", "string", "DOI", "DOI"),
        ),
        "Journal": property_specs(
            PropertySpec("issn", "string", "ISSN", "ISSN"),
            PropertySpec("kind", "string", "期刊类型", "kind of journal"),
        ),
        "Guideline": property_specs(
            PropertySpec("year", "integer", "年份", "year"),
            PropertySpec("kind", "string", "文献类型", "kind of document", ("consensus", "guideline", "textbook", "monograph")),
            PropertySpec("issuer", "string", "发布者", "issuer"),
            PropertySpec("publisher", "string", "出版社", "publisher"),
        ),
        "Facility": property_specs(
            PropertySpec("kind", "string", "设施类型", "kind of facility"),
            PropertySpec("approved", "date", "批准时间", "approved"),
            PropertySpec("approved_by", "string", "批准单位", "approved by"),
            PropertySpec("founded", "date", "成立时间", "founded"),
            PropertySpec("plan", "string", "规划", "plan"),
        ),
        "Place": property_specs(
            PropertySpec("kind", "string", "地点类型", "kind of place", ("country", "province", "city", "district", "other")),
        ),
        "Metric": property_specs(),
        "Document": property_specs(
            PropertySpec("source", "string", "文件名", "source"),
            PropertySpec("sha256", "string", "SHA-256", "SHA-256"),
            PropertySpec("media_type", "string", "媒体类型", "media type"),
            PropertySpec("title", "string", "标题", "title"),
            PropertySpec("reader", "string", "读取器", "reader"),
        ),
        "Passage": property_specs(
            PropertySpec("document", "string", "所属文献", "document"),
            PropertySpec("start", "integer", "起点", "start"),
            PropertySpec("end", "integer", "终点", "end"),
            PropertySpec("page", "integer", "页", "page"),
            PropertySpec("text", "string", "文字", "text"),
        ),
        "Policy": property_specs(
            PropertySpec("number", "string", "文号", "number"),
            PropertySpec("year", "integer", "年份", "year"),
            PropertySpec("period", "string", "时期", "period"),
        ),
        "Recommendation": property_specs(
            PropertySpec("number", "integer", "序号", "number"),
            PropertySpec("text", "string", "文字", "text"),
        ),
        "Assessment": property_specs(
            PropertySpec("kind", "string", "研判类型", "kind of assessment", ("strength", "weakness", "opportunity", "threat")),
            PropertySpec("text", "string", "文字", "text"),
        ),
    }
)
