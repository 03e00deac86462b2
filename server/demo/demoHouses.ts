import type { LocalizedText } from '../localized.ts';
import type { HouseKey } from './demoTypes.ts';

/** What happened to the verification of a house, so many days before the demo is loaded. */
export interface VerificationStory {
  created: number;
  requested?: number;
  verified?: number;
  refused?: { daysAgo: number; reason: string; text: string };
  revoked?: { daysAgo: number; reason: string; text: string };
}

export interface DemoHouse {
  key: HouseKey;
  name: LocalizedText;
  kind: string;
  region: string;
  /** Invented: the organisation codes begin with DH, which no register gives. */
  creditCode: string;
  description: LocalizedText;
  website: string | null;
  fields: string[];
  size: string | null;
  isStateFounded: boolean;
  requiresApproval?: true;
  units?: { id: string; name: LocalizedText }[];
  story: VerificationStory;
}

const verifiedBetween = (created: number): VerificationStory => ({
  created,
  requested: created - 1,
  verified: created - 3,
});

/** All names are invented. */
export const demoHouses: DemoHouse[] = [
  {
    key: 'hunhe',
    name: { zh: '浑原理工大学', en: 'Hunyuan Plain University of Technology' },
    kind: 'university',
    region: '210112',
    creditCode: '12210112DH0100016Q',
    description: {
      zh: '以冶金、机械和控制见长的工科大学，技术转移办公室统一办理成果许可与转让。',
      en: 'A technical university strong in metallurgy, machinery and control; its transfer office handles licences and assignments.',
    },
    website: 'https://hunyuan.demo.dual-helix.invalid',
    fields: ['advanced-manufacturing', 'new-materials', 'electronics-information', 'new-energy'],
    size: null,
    isStateFounded: true,
    units: [
      { id: 'metallurgy', name: { zh: '材料与冶金学院', en: 'School of Materials and Metallurgy' } },
      { id: 'machinery', name: { zh: '机械与自动化学院', en: 'School of Machinery and Automation' } },
      { id: 'thermal', name: { zh: '热能与环境学院', en: 'School of Thermal Engineering and Environment' } },
    ],
    story: verifiedBetween(395),
  },
  {
    key: 'xingjia',
    name: { zh: '星岬先进材料研究所', en: 'Xingjia Institute of Advanced Materials' },
    kind: 'research-institute',
    region: '210211',
    creditCode: '12210211DH0100024A',
    description: {
      zh: '从事轻合金、涂层、能源材料和医用材料的应用研究，对外发布须经所内技术转移部审核。',
      en: 'Applied research on light alloys, coatings, energy and medical materials. Its transfer office approves every posting.',
    },
    website: 'https://xingjia.demo.dual-helix.invalid',
    fields: ['new-materials', 'new-energy', 'biomedicine', 'nuclear'],
    size: null,
    isStateFounded: true,
    requiresApproval: true,
    story: verifiedBetween(390),
  },
  {
    key: 'boan',
    name: { zh: '泊岸海洋装备研究院', en: 'Boan Institute of Marine Equipment' },
    kind: 'research-institute',
    region: '370212',
    creditCode: '12370212DH01000323',
    description: {
      zh: '海洋工程防护、船舶动力减排、水下检测与海水资源利用。',
      en: 'Protection of marine structures, ship emissions, underwater inspection and use of seawater.',
    },
    website: null,
    fields: ['transport', 'environment', 'agriculture'],
    size: null,
    isStateFounded: true,
    story: verifiedBetween(388),
  },
  {
    key: 'quanling',
    name: { zh: '泉岭大学', en: 'Quanling University' },
    kind: 'university',
    region: '370102',
    creditCode: '12370102DH01000409',
    description: {
      zh: '综合性大学，环境、精密制造和智能感知方向有长期校企合作。',
      en: 'A comprehensive university with long partnerships in environment, precision machining and sensing.',
    },
    website: 'https://quanling.demo.dual-helix.invalid',
    fields: ['environment', 'advanced-manufacturing', 'urban-social', 'aerospace'],
    size: null,
    isStateFounded: true,
    units: [
      { id: 'environment', name: { zh: '环境学院', en: 'School of Environment' } },
      { id: 'precision', name: { zh: '精密制造研究中心', en: 'Centre for Precision Manufacturing' } },
    ],
    story: verifiedBetween(380),
  },
  {
    key: 'dailu',
    name: { zh: '岱野农林大学', en: 'Daiye University of Agriculture and Forestry' },
    kind: 'university',
    region: '3709',
    creditCode: '12370900DH0100059J',
    description: {
      zh: '作物育种、农机装备、水产与农产品加工。',
      en: 'Breeding, farm machinery, aquaculture and food processing.',
    },
    website: null,
    fields: ['agriculture', 'new-energy', 'new-materials'],
    size: null,
    isStateFounded: true,
    story: verifiedBetween(376),
  },
  {
    key: 'qinyu',
    name: { zh: '琴澜医院', en: 'Qinlan Hospital' },
    kind: 'medical',
    region: '370202',
    creditCode: '12370202DH01000676',
    description: {
      zh: '三级综合医院，设有临床转化中心和医疗器械临床试验机构。',
      en: 'A tertiary hospital with a translational centre and a trial unit for medical devices.',
    },
    website: null,
    fields: ['biomedicine'],
    size: null,
    isStateFounded: true,
    story: verifiedBetween(372),
  },
  {
    key: 'lishan',
    name: { zh: '砺岗重工股份有限公司', en: 'Ligang Heavy Industries Co., Ltd.' },
    kind: 'enterprise',
    region: '210303',
    creditCode: '91210303DH01000750',
    description: {
      zh: '冶金装备、轧制产品和大型焊接结构件制造商，员工 6200 人。',
      en: 'Metallurgical equipment, rolled products and large welded structures; 6,200 staff.',
    },
    website: null,
    fields: ['advanced-manufacturing', 'new-materials'],
    size: 'large',
    isStateFounded: false,
    story: verifiedBetween(369),
  },
  {
    key: 'chenbu',
    name: { zh: '辰埠精密铸造有限公司', en: 'Chenbu Precision Casting Co., Ltd.' },
    kind: 'enterprise',
    region: '3706',
    creditCode: '91370600DH0100083E',
    description: {
      zh: '汽车底盘铝铸件，年产 82 万件，专精特新企业。',
      en: 'Aluminium chassis castings, 820,000 parts a year.',
    },
    website: null,
    fields: ['advanced-manufacturing'],
    size: 'medium',
    isStateFounded: false,
    story: verifiedBetween(366),
  },
  {
    key: 'helong',
    name: { zh: '禾垄智能农机有限公司', en: 'Helong Smart Farm Machinery Co., Ltd.' },
    kind: 'enterprise',
    region: '3707',
    creditCode: '91370700DH0100091E',
    description: {
      zh: '免耕播种机、自走式喷药机和秸秆打捆机，员工 180 人。',
      en: 'No-till seeders, self-propelled sprayers and balers; 180 staff.',
    },
    website: null,
    fields: ['agriculture'],
    size: 'small',
    isStateFounded: false,
    story: verifiedBetween(360),
  },
  {
    key: 'biqu',
    name: { zh: '碧洼水务科技有限公司', en: 'Biwa Water Technology Co., Ltd.' },
    kind: 'enterprise',
    region: '3713',
    creditCode: '91371300DH0100104U',
    description: {
      zh: '县域污水处理厂运营和人工湿地设计。',
      en: 'Operation of county sewage works and design of wetlands.',
    },
    website: null,
    fields: ['environment'],
    size: 'small',
    isStateFounded: false,
    story: { created: 20, requested: 4 },
  },
  {
    key: 'weileng',
    name: { zh: '微棱光电科技有限公司', en: 'Weileng Optoelectronics Co., Ltd.' },
    kind: 'enterprise',
    region: '210113',
    creditCode: '91210113DH0100112B',
    description: {
      zh: '光学薄膜和机器视觉模组，员工 9 人。',
      en: 'Optical films and machine-vision modules; 9 staff.',
    },
    website: null,
    fields: ['electronics-information', 'new-materials'],
    size: 'micro',
    isStateFounded: false,
    story: {
      created: 26,
      requested: 24,
      refused: {
        daysAgo: 19,
        reason: 'evidence-missing',
        text: '授权委托书没有加盖公章。补盖后重新上传，再提交核验。',
      },
    },
  },
  {
    key: 'lingbo',
    name: { zh: '凌浦化工新材料有限公司', en: 'Lingpu Chemical New Materials Co., Ltd.' },
    kind: 'enterprise',
    region: '2111',
    creditCode: '91211100DH0100120P',
    description: {
      zh: '环氧树脂、聚酰胺薄膜和特种橡胶，员工 640 人。',
      en: 'Epoxy resins, polyamide film and special rubber; 640 staff.',
    },
    website: null,
    fields: ['new-materials', 'environment'],
    size: 'medium',
    isStateFounded: false,
    story: verifiedBetween(364),
  },
  {
    key: 'huanwan',
    name: { zh: '环湾产业技术促进会', en: 'Huanwan Association for Industrial Technology' },
    kind: 'association',
    region: '210202',
    creditCode: '51210202DH0100139E',
    description: {
      zh: '收集会员企业的共性技术需求，组织对接和联合采购。',
      en: 'Collects common needs of member firms and organises meetings and joint purchases.',
    },
    website: null,
    fields: ['urban-social', 'agriculture'],
    size: null,
    isStateFounded: false,
    story: verifiedBetween(300),
  },
  {
    key: 'qiqiao',
    name: { zh: '启栈技术转移有限公司', en: 'Qizhan Technology Transfer Co., Ltd.' },
    kind: 'intermediary',
    region: '370112',
    creditCode: '91370112DH0100147Y',
    description: {
      zh: '再制造工艺推广与技术经纪。',
      en: 'Remanufacturing processes and technology brokerage.',
    },
    website: null,
    fields: ['advanced-manufacturing'],
    size: 'micro',
    isStateFounded: false,
    story: {
      created: 262,
      requested: 260,
      verified: 257,
      revoked: {
        daysAgo: 32,
        reason: 'name-differs',
        text: '登记信息显示单位已更名，平台上仍是旧名称。更正并补交材料后可重新申请核验。',
      },
    },
  },
];
