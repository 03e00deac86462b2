import { tokenise } from '../../../search/analysis/tokenise.ts';

/** Words any listing may use whatever it is about; they tell little even where a small corpus has them seldom. */
const CHINESE =
  '技术 系统 方法 研究 提高 设备 产品 生产 工艺 性能 企业 公司 项目 应用 开发 设计 解决 问题 需求 需要 希望 要求 目标 降低 ' +
  '实现 提升 改善 优化 质量 效率 成本 能力 水平 领域 行业 市场 客户 用户 功能 结构 材料 过程 条件 环境 数据 信息 制造 加工 ' +
  '装置 处理 控制 检测 使用 采用 具有 稳定 稳定性 可靠 可靠性 高效 快速 大量 较高 较大 良好 先进 传统 现有 目前 国内 国外 ' +
  '专利 成果 合作 转化 推广 规模 产业 方案 平台 服务 管理 标准 指标 参数 技术指标 关键 核心 综合 相关 研发 团队 单位 实验 试验 ' +
  '自动 智能 新型 改进 满足 达到 保证 保持 增加 减少 影响 效果 明显 显著 有效 容易 困难 严重 无法 不能 一定 整体 部分 ' +
  '工作 运行 操作 安装 维护 安全 节能 环保 绿色 寿命 时间 温度 速度 精度 范围 尺寸 数量 比例 以内 以上 以下 左右';

const ENGLISH =
  'technology system method study improve equipment device product production process performance company project ' +
  'application develop design solve problem need require wish demand target reduce achieve increase enhance optimise ' +
  'quality efficient efficiency cost capacity level field industry market customer user function structure material ' +
  'condition environment data information manufacture apparatus treatment control detect stable reliable high low fast ' +
  'large small good advanced traditional existing current domestic patent result cooperation partner scale solution ' +
  'platform service management standard parameter key core based novel new provide allow enable suitable effective ' +
  'simple easy difficult work operate operation install maintain maintenance safe life time temperature speed range size ' +
  'number ratio plant factory line unit per test laboratory measure value rate different various several can without ' +
  'include including compare approach show find present describe significant analysis';

/** Terms of the analysis that say nearly nothing about a subject. */
export const genericTerms: ReadonlySet<string> = new Set(
  tokenise(`${CHINESE} ${ENGLISH}`).flatMap(({ term, isExtra }) => (isExtra ? [] : [term])),
);
