import type { InterestAnswers } from '../deals/deal.ts';
import type { HouseKey } from './demoTypes.ts';

/** Terms in the amounts people speak in: 万元 and per cent, days from loading. */
export interface DemoTerms {
  licenceKind: 'ordinary' | 'exclusive';
  use: string;
  from: number;
  to: number;
  paymentMode: string;
  fee: number;
  royaltyBase?: string;
  rate?: number;
  total: number;
  technology: number;
  other: string;
}

/** One act in a deal; `owner` is the side whose listing it is about. */
export type DealStep = { daysAgo: number } & (
  | {
      event: 'accept' | 'sign-nda' | 'negotiate' | 'disclose' | 'deliver' | 'agree';
      by: 'owner' | 'requester';
    }
  | { event: 'decline' | 'fail'; by: 'owner' | 'requester'; reason: string; text: string }
  | { event: 'message'; by: 'owner' | 'requester'; text: string }
  | { event: 'propose'; by: 'owner' | 'requester'; terms: DemoTerms; note: string }
);

export interface DemoDeal {
  key: string;
  listing: string;
  requester: HouseKey;
  requestKind: string;
  /** The demand it is about, where there is one. */
  counterpart?: string;
  isAnonymous?: true;
  /** Written notice under an announced open licence instead of mere interest. */
  noticeOfUse?: string;
  answers: InterestAnswers;
  daysAgo: number;
  steps: DealStep[];
}

/** Days before loading on which the clock reminded of answers and let interest lapse. */
export const DEAL_CLOCK_DAYS = [37, 14, 4];

export const demoDeals: DemoDeal[] = [
  {
    key: 'heat-to-power',
    listing: 'orc-power',
    requester: 'lishan',
    requestKind: 'co-development',
    counterpart: 'waste-heat',
    answers: {
      cooperation: '希望以合作实施方式先上一台 200 kW 机组，按实际净发电量结算。',
      unclear: '烟气含水 11%，蒸发器露点腐蚀如何处理；年修 9 天内能否完成安装。',
      about: '砺岗重工热轧厂，两座加热炉，现场具备安装条件。',
    },
    daysAgo: 62,
    steps: [
      { daysAgo: 59, event: 'accept', by: 'owner' },
      { daysAgo: 58, event: 'disclose', by: 'owner' },
      { daysAgo: 58, event: 'disclose', by: 'requester' },
      {
        daysAgo: 56,
        event: 'message',
        by: 'owner',
        text: '末级管束改用 ND 钢并控制壁温在 95 ℃ 以上，露点腐蚀可控。请提供一周的烟气温度曲线，我们核算净功率。',
      },
      {
        daysAgo: 51,
        event: 'message',
        by: 'requester',
        text: '曲线已整理，平均 186 ℃，波动 ±12 ℃。负荷低于六成时流量只有三成，请按此校核。',
      },
      { daysAgo: 40, event: 'negotiate', by: 'requester' },
      {
        daysAgo: 17,
        event: 'propose',
        by: 'owner',
        note: '按净发电量 180 kW 保证值计算，不足部分按比例退还。',
        terms: {
          licenceKind: 'ordinary',
          use: '砺岗重工热轧厂 1 号、2 号加热炉尾部烟气发电',
          from: 60,
          to: 1880,
          paymentMode: 'entry-fee-royalty',
          fee: 60,
          royaltyBase: 'added-output-value',
          rate: 6,
          total: 386,
          technology: 96,
          other: '设备由双方认可的厂家制造，安装安排在年修期内。',
        },
      },
    ],
  },
  {
    key: 'mother-liquor-talks',
    listing: 'wet-oxidation',
    requester: 'lingbo',
    requestKind: 'licence',
    counterpart: 'mother-liquor',
    isAnonymous: true,
    answers: {
      cooperation: '希望先做 200 L 样水的连续试验，达标后引进 40 t/d 装置。',
      unclear: '催化剂在氯化钠 13% 条件下三年寿命的依据；结晶盐能否达到离子膜烧碱进料要求。',
      about: '一家树脂生产企业，有危险化学品安全生产许可。',
    },
    daysAgo: 52,
    steps: [
      { daysAgo: 50, event: 'accept', by: 'owner' },
      {
        daysAgo: 44,
        event: 'message',
        by: 'owner',
        text: '可以安排连续试验 15 天。请先告知水样中有机氯的大致含量和是否含氟。',
      },
      { daysAgo: 41, event: 'disclose', by: 'requester' },
      { daysAgo: 41, event: 'disclose', by: 'owner' },
      { daysAgo: 33, event: 'sign-nda', by: 'requester' },
      {
        daysAgo: 30,
        event: 'message',
        by: 'requester',
        text: '保密协议已签。水样 200 L 本周三发出，不含氟，可吸附有机卤素约 40 mg/L。',
      },
    ],
  },
  {
    key: 'xray-licence',
    listing: 'casting-xray',
    requester: 'chenbu',
    requestKind: 'licence',
    answers: {
      cooperation: '普通许可，一条线，服务器放在我方机房，模型用我方图片训练。',
      unclear: '换图号后需要多少张新图才能达到同样的漏检率。',
      about: '铝底盘件铸造企业，两台透视机，现有历史底片约 60 万张。',
    },
    daysAgo: 48,
    steps: [
      { daysAgo: 46, event: 'accept', by: 'owner' },
      { daysAgo: 45, event: 'disclose', by: 'owner' },
      { daysAgo: 45, event: 'disclose', by: 'requester' },
      {
        daysAgo: 38,
        event: 'message',
        by: 'owner',
        text: '用贵方 5000 张历史图试评的结果：漏检 0.28%，误检 2.7%。新图号一般需要 300 张。',
      },
      { daysAgo: 29, event: 'negotiate', by: 'owner' },
      {
        daysAgo: 20,
        event: 'propose',
        by: 'owner',
        note: '第一版，含两年升级。',
        terms: {
          licenceKind: 'ordinary',
          use: '烟台工厂一条铝转向节检测线',
          from: 20,
          to: 1845,
          paymentMode: 'instalments',
          fee: 66,
          total: 92,
          technology: 66,
          other: '分三期支付：签约 30%，验收 50%，运行一年 20%。',
        },
      },
      {
        daysAgo: 13,
        event: 'propose',
        by: 'requester',
        note: '希望图片训练得到的模型归我方使用，许可费调整为 60 万元。',
        terms: {
          licenceKind: 'ordinary',
          use: '烟台工厂一条铝转向节检测线',
          from: 20,
          to: 1845,
          paymentMode: 'instalments',
          fee: 60,
          total: 86,
          technology: 60,
          other: '分三期支付：签约 30%，验收 50%，运行一年 20%。用被许可方图片训练的模型归被许可方使用。',
        },
      },
      { daysAgo: 8, event: 'agree', by: 'owner' },
    ],
  },
  {
    key: 'bushing-exclusive',
    listing: 'textured-bearing',
    requester: 'helong',
    requestKind: 'licence',
    answers: {
      cooperation: '农机领域独占许可，自有生产线。',
      unclear: '激光加工节拍能否做到每分钟 6 件。',
      about: '农机制造企业，年用轴套 40 万件。',
    },
    daysAgo: 118,
    steps: [
      { daysAgo: 115, event: 'accept', by: 'owner' },
      { daysAgo: 114, event: 'disclose', by: 'owner' },
      { daysAgo: 114, event: 'disclose', by: 'requester' },
      { daysAgo: 90, event: 'negotiate', by: 'requester' },
      {
        daysAgo: 44,
        event: 'propose',
        by: 'owner',
        note: '含一年技术服务。',
        terms: {
          licenceKind: 'exclusive',
          use: '农业机械用滑动轴承',
          from: -20,
          to: 2400,
          paymentMode: 'lump-sum',
          fee: 55,
          total: 58,
          technology: 55,
          other: '差额 3 万元为工装费用。',
        },
      },
      { daysAgo: 26, event: 'agree', by: 'requester' },
    ],
  },
  {
    key: 'motor-notice',
    listing: 'ol-motor',
    requester: 'lishan',
    requestKind: 'licence',
    noticeOfUse: '自制风机、水泵配套永磁电机，首年约 120 台。',
    answers: {
      cooperation: '按公告条件实施。',
      unclear: '无。',
      about: '电机由本公司电气分厂自制自用并少量外售。',
    },
    daysAgo: 35,
    steps: [{ daysAgo: 33, event: 'deliver', by: 'owner' }],
  },
  {
    key: 'implant-trial',
    listing: 'magnesium-implant',
    requester: 'qinyu',
    requestKind: 'co-development',
    counterpart: 'second-operation',
    answers: {
      cooperation: '共同设计踝关节和前臂的临床试验方案，共享病例随访资料。',
      unclear: '儿童骺板附近产氢是否影响生长，动物试验是否含幼龄组。',
      about: '小儿骨科年手术 620 台，有器械临床试验机构资格。',
    },
    daysAgo: 24,
    steps: [
      { daysAgo: 21, event: 'accept', by: 'owner' },
      {
        daysAgo: 16,
        event: 'message',
        by: 'owner',
        text: '幼龄组做过 12 只羊，骺板旁 10 mm 外未见影响；10 mm 内还没有数据，正好可以一起补。',
      },
    ],
  },
  {
    key: 'grease-declined',
    listing: 'thermal-grease',
    requester: 'weileng',
    requestKind: 'information',
    answers: {
      cooperation: '希望得到 50 g 样品做 1000 次通断试验。',
      unclear: '是否含可挥发组分。',
      about: '9 人的光电企业。',
    },
    daysAgo: 22,
    steps: [
      {
        daysAgo: 18,
        event: 'decline',
        by: 'owner',
        reason: 'no-capacity',
        text: '中试线检修到下个月，暂时没有样品。下月恢复后欢迎再来询问。',
      },
    ],
  },
  {
    key: 'bolt-failed',
    listing: 'hydrogen-bolt-steel',
    requester: 'lingbo',
    requestKind: 'licence',
    counterpart: 'compressor-studs',
    answers: {
      cooperation: '试制 M36 螺柱 20 根装机。',
      unclear: '表面机械镀锌的耐蚀年限。',
      about: '两台 22 MPa 氢气压缩机。',
    },
    daysAgo: 58,
    steps: [
      { daysAgo: 55, event: 'accept', by: 'owner' },
      { daysAgo: 54, event: 'disclose', by: 'owner' },
      { daysAgo: 54, event: 'disclose', by: 'requester' },
      {
        daysAgo: 6,
        event: 'fail',
        by: 'requester',
        reason: 'technical-check',
        text: '首批 20 根中 3 根硬度偏高，螺纹根部有微裂纹，未通过入厂检验。热处理改进后愿意再试。',
      },
    ],
  },
  {
    key: 'settlement-unanswered',
    listing: 'insar-settlement',
    requester: 'boan',
    requestKind: 'information',
    answers: {
      cooperation: '了解码头后方堆场的监测费用。',
      unclear: '水面附近相干性是否足够。',
      about: '海洋装备研究院，代港口客户询问。',
    },
    daysAgo: 46,
    steps: [],
  },
  {
    key: 'facade-overdue',
    listing: 'facade-hollow',
    requester: 'huanwan',
    requestKind: 'meeting',
    answers: {
      cooperation: '会员物业企业 3 个小区外墙普查。',
      unclear: '冬季能否作业。',
      about: '产业促进会，组织联合采购。',
    },
    daysAgo: 13,
    steps: [],
  },
  {
    key: 'seeding-new',
    listing: 'precision-seeding',
    requester: 'helong',
    requestKind: 'licence',
    counterpart: 'missed-seeds',
    answers: {
      cooperation: '普通或排他许可，在现有 60 cm 机架上试装 6 行。',
      unclear: '花生大粒种的适应性，光幕在扬尘条件下的误判。',
      about: '免耕播种机年产 2600 台。',
    },
    daysAgo: 2,
    steps: [],
  },
  {
    key: 'roll-proposal',
    listing: 'roll-life',
    requester: 'xingjia',
    requestKind: 'proposal',
    answers: {
      cooperation: '提供激光熔覆修复方案，先修 2 支 F2 工作辊上机对比。',
      unclear: '辊身现有裂纹深度和可接受的直径下限。',
      about: '材料研究所，已有熔覆层在型钢轧辊上的使用数据。',
    },
    daysAgo: 11,
    steps: [{ daysAgo: 7, event: 'accept', by: 'owner' }],
  },
];
