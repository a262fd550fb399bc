"""Which figures each kind of thing has: what a clause must speak of for a subject to be understood where none is named."""

from __future__ import annotations

import re

__all__ = ["fits"]

_BODY = (
    r"职工|员工|人员|总人数|学位|学历|医师|医生|护士|技师|教授|职称|博士|硕士|研究生|导师|学生|院士|人才|编制|床|病区|面积|设备|装备|仪器|CT|MR|PET|SPECT|DSA|DR(?![A-Z])|加速器|资产|产值|收入|营收|利润|销售|资本"
    r"|投入|经费|投资|项目|课题|论文|SCI|专利|著作|专著|教材|指南|共识|标准|奖|门诊|住院|手术|检查|诊疗|治疗|诊断|会诊|报告|患者|病例|病人|人次|学组|委员|会员|分会|分支|活动|会议|讲座|培训|义诊|学员|基地"
    r"|平台|实验室|中心|院区|科室|专业|占比|率|客户|用户|公司|产品|份额|装机|显像|样本|志愿者|群众|学科|委员会|医院|单位|参会|医疗机构|价值|总值|价格|同比|筛查|检出|活检|造影|超声|内镜|胃镜|肠镜|肠检|消融|介入|胃肠镜|接诊|收治|诊室|诊间|牙椅|接待|服务量|等候|候诊|候检|预约|住院日|门球|报告时间|周转"
)
_FITS = {
    "Organization": re.compile(_BODY),
    "Facility": re.compile(
        r"投资|造价|概算|用地|规模|面积|周期|历时|样本|数据|病例|容量|存储|机时|单位|用户|设备|服务|床|通量|论文|算力|课题|检查|图像|影像|仪器|PET|CT|MR|团队|机构|医院|经费|成果|库容|卫生院|治疗|群众|患者|中心|接入|调阅|省份|诊断|会诊|报告|阅片|筛查|手术|下载|费用|能量|亮度|发射度|流强|波长|周长|线站|束线"
    ),
    "FundingProgram": re.compile(
        r"项目|课题|任务|方向|层次|经费|资金|单位|立项|申请|资助|群体|指南|产品|领域|计划|强度|费用|研究|仪器|国拨|占|率|预算|财政|投入|验收|专题|样机|专利|论文|合同|成果|人员"
    ),
    "Technology": re.compile(
        r"例|率|性(?!别|质)|时间|耗时|分辨|深度|视场|视野|重量|精度|速度|体积|直径|信噪|场强|误差|能耗|成本|用量|通量|装机|安装|销往|出口|国家|应用于|使用|单价|售价|价格|医院|准确|灵敏|敏感|特异|AUC|帧|剂量|提速|信号|增强|能量|亮度|发射度|[管电]压|电流|功率|温度|波长|周长"
        r"|论文|指南|奖|台|市场|孔径|探测|重约|重达|重仅|外径|内径|频率|度(?:达|为|约|超|优|\d)|功耗|梯度|层厚|厚度|长度|时长|用时|检出|识别|读片|阅片|卫生室|卫生院|筛查|应用到|医疗机构"
    ),
    "Achievement": re.compile(
        r"率|性|例|人次|患者|群众|医院|单位|机构|省|国家|培训|效益|产值|销售|论文|专利|指南|时间|精度|误差|成本|剂量|分辨|灵敏|特异|准确"
    ),
    "Publication": re.compile(r"率|度|性|例|患者|受试|志愿者|中心|医院|AUC|时间|耗时|用时|病灶|样本|影像|图像|数据"),
    "ConferenceSeries": re.compile(
        r"投稿|论文|代表|参会|与会|学者|参加|参展|嘉宾|会场|届|报告|征文|摘要|国家|录用|讲座|壁报|专题|会议"
    ),
    "Award": re.compile(r"授奖|获奖|等奖|项目|提名|届|申报|奖金|成果|评选"),
    "Place": re.compile(
        r"企业|产值|规模|医院|设备|人口|医师|论文|发文|专利|市场|项目|投入|经费|占|率|台|成果|机构|高校|保有量|配置|产业|专业|检查|例|实验室|中心|技术|产品|人均|比例|诊疗|医疗"
    ),
}

_OF_FIRMS = re.compile("毛利|净利|营收|营业收入|市盈率|市值|股价|股东")
"""What a firm earns with its 超声业务 is no figure of the technology."""


def fits(label: str, words: str) -> bool:
    """Whether a clause with a figure speaks of what things of this label have."""
    if label == "Technology" and _OF_FIRMS.search(words):
        return False
    pattern = _FITS.get(label)
    return pattern is not None and bool(pattern.search(words))
