import { tokenise } from '../../../search/analysis/tokenise.ts';

/** Words any listing may use whatever it is about; they tell little even where a small corpus has them seldom. */
const CHINESE =
  '技术 系统 方法 研究 提高 设备 产品 生产 工艺 性能 企业 公司 项目 应用 开发 设计 解决 问题 需求 需要 希望 要求 目标 降低 ' +
  '实现 提升 改善 优化 质量 效率 成本 能力 水平 领域 行业 市场 客户 用户 功能 结构 材料 过程 条件 环境 数据 信息 制造 加工 ' +
  '装置 处理 控制 检测 使用 采用 具有 稳定 稳定性 可靠 可靠性 高效 快速 大量 较高 较大 良好 先进 传统 现有 目前 国内 国外 ' +
  '专利 成果 合作 转化 推广 规模 产业 方案 平台 服务 管理 标准 指标 参数 技术指标 关键 核心 综合 相关 研发 团队 单位 实验 试验 ' +
  '自动 智能 新型 改进 满足 达到 保证 保持 增加 减少 影响 效果 明显 显著 有效 容易 困难 严重 无法 不能 一定 整体 部分 ' +
  '现在 已经 告诉 情况 发现 完成 本地 来料 办法 直接 自己 自用 常年 想把 希望有 需要一 一种 一个 这样 这些 那些 什么 怎么 哪里 位置 ' +
  '及时 马上 突然 经常 每天 每年 去年 今年 全年 全国 各地 附近 旁边 中间 上面 下面 里面 外面 前后 左右 分类 种类 多种 各种 其他 ' +
  '可以 能够 不用 不要 不能 不足 不到 不了 得到 取得 带来 造成 导致 产生 出现 发生 形成 存在 属于 包括 以及 根据 按照 通过 利用 ' +
  '用于 适用 适合 适应 用在 用来 进行 开展 推进 加快 加强 建设 发展 创新 研制 制备 生产线 车间 工厂 厂家 公司 我们 我司 本厂 ' +
  '价格 便宜 太贵 昂贵 费用 投资 经济 收益 损失 客户 投诉 索赔 停产 停机 返修 返工 报废 维修 更换 采购 购买 国产 进口 替代 ' +
  '工作 运行 操作 安装 维护 安全 节能 环保 绿色 寿命 时间 温度 速度 精度 范围 尺寸 数量 比例 以内 以上 以下 左右';

const ENGLISH =
  'technology system method study improve equipment device product production process performance company project ' +
  'application develop design solve problem need require wish demand target reduce achieve increase enhance optimise ' +
  'quality efficient efficiency cost capacity level field industry market customer user function structure material ' +
  'condition environment data information manufacture apparatus treatment control detect stable reliable high low fast ' +
  'large small good advanced traditional existing current domestic patent result cooperation partner scale solution ' +
  'platform service management standard parameter key core based novel new provide allow enable suitable effective ' +
  'now today already tell know find happen cause make made take get give keep put want like look way thing place often ' +
  'every year month day week hour last next before after always never once soon people man men worker buyer customer ' +
  'expensive cheap dear price money loss claim stop repair rework replace buy import local nearby own company firm works ' +
  'simple easy difficult work operate operation install maintain maintenance safe life time temperature speed range size ' +
  'number ratio plant factory line unit per test laboratory measure value rate different various several can without ' +
  'include including compare approach show find present describe significant analysis';

/** Terms of the analysis that say nearly nothing about a subject. */
export const genericTerms: ReadonlySet<string> = new Set(
  tokenise(`${CHINESE} ${ENGLISH}`).flatMap(({ term, isExtra }) => (isExtra ? [] : [term])),
);
