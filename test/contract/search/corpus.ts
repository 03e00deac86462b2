import type { SearchDocument } from '../../../search/searchIndex.ts';

/** The parts of a listing that a case needs; everything else is the same for all. */
export interface Entry {
  id: string;
  kind?: string;
  zh?: string;
  en?: string;
  summaryZh?: string;
  summaryEn?: string;
  bodyZh?: string;
  bodyEn?: string;
  identifiers?: string[];
  facets?: Record<string, string[]>;
  numbers?: Record<string, number>;
}

/** A search document as the application makes it: title 8, summary 4, description 1. */
export function documentOf(entry: Entry, revision = 1): SearchDocument {
  const text = (field: string, weight: number, zh?: string, en?: string) => ({
    field,
    weight,
    ...(zh !== undefined && { zh }),
    ...(en !== undefined && { en }),
  });
  return {
    id: entry.id,
    kind: entry.kind ?? 'achievement',
    revision,
    texts: [
      text('title', 8, entry.zh, entry.en),
      text('summary', 4, entry.summaryZh, entry.summaryEn),
      text('description', 1, entry.bodyZh, entry.bodyEn),
    ],
    identifiers: [entry.id, ...(entry.identifiers ?? [])],
    facets: entry.facets ?? {},
    numbers: entry.numbers ?? {},
  };
}

/** Made-up listings, named after what they are about. */
// biome-ignore format: one listing a line
export const CORPUS = {
  alloy: { id: 'A-2026-000001A', zh: '高强度铝合金板材轻量化成形技术', en: 'Lightweight forming of high-strength aluminium alloy sheets', summaryZh: '针对6061-T6板材，厚度0.05 mm至3 mm，抗拉强度不低于310MPa', summaryEn: 'For 6061-T6 sheets used in car bodies', identifiers: ['C22F 1/04', 'C22C 21/02'] },
  magnesium: { id: 'A-2026-000002B', zh: '高强度镁合金挤压工艺', en: 'Extrusion of high-strength magnesium alloys', identifiers: ['C22C 23/02'] },
  weld: { id: 'P-2026-000003C', kind: 'patent', zh: '一种搅拌摩擦焊接装置', en: 'A friction stir welding device', summaryZh: '用于电池托盘的焊接', identifiers: ['ZL201710601862.3', 'CN101234567B', 'B23K 20/12'] },
  weldBody: { id: 'A-2026-000004D', zh: '电池托盘自动化产线', en: 'Automated line for battery trays', bodyZh: '产线采用搅拌摩擦焊工艺，配有视觉检测。', bodyEn: 'The line uses friction stir welding and visual inspection.' },
  construction: { id: 'D-2026-000005E', kind: 'demand', zh: '在建工程安全监测系统', en: 'Safety monitoring for buildings under construction' },
  pending: { id: 'D-2026-000006F', kind: 'demand', zh: '待处理污泥减量化', en: 'Reducing sludge awaiting treatment' },
  bank: { id: 'D-2026-000007G', kind: 'demand', zh: '中国农业发展银行信贷风险预警', en: 'Credit risk warning for an agricultural development bank' },
  install: { id: 'A-2026-000008H', zh: '安装简单的模块化支架', en: 'Modular brackets that are simple to install' },
  water: { id: 'A-2026-000009J', zh: '印染废水深度处理与回用', en: 'Advanced treatment and reuse of dyeing wastewater', summaryZh: '处理能力5000吨/天，COD去除率95%以上' },
  waterDemand: { id: 'D-2026-000010K', kind: 'demand', zh: '寻求电镀废水零排放方案', en: 'Seeking zero discharge of electroplating wastewater', summaryZh: '预算50万元，需要处理含镍废水' },
  pm: { id: 'A-2026-000011L', zh: '大气PM2.5源解析与治理', en: 'Source apportionment of PM2.5 in urban air', identifiers: ['G01N 15/06'] },
  network: { id: 'P-2026-000012M', kind: 'patent', zh: '一种5G通信网络切片的调度方法', en: 'A scheduling method for 5G network slices', identifiers: ['H04L 29/06', '202310123456.6'] },
  wifi: { id: 'P-2026-000013N', kind: 'patent', zh: '基于Wi-Fi的室内定位', en: 'Indoor positioning with Wi-Fi', identifiers: ['H04W 4/02', '95115608.X'] },
  steel: { id: 'A-2026-000014P', zh: 'Q345低合金钢耐候涂层', en: 'Weather-resistant coatings for Q345 low-alloy steels' },
  gear: { id: 'A-2026-000015Q', zh: '42CrMo齿轮感应淬火', en: 'Induction hardening of 42CrMo gears', summaryZh: '表面硬度55HRC，淬火温度850℃' },
  magnet: { id: 'A-2026-000016R', zh: '烧结NdFeB永磁体晶界扩散', en: 'Grain boundary diffusion of sintered NdFeB magnets' },
  titanium: { id: 'A-2026-000017S', zh: 'Ti-6Al-4V增材制造骨科植入物', en: 'Additively manufactured Ti-6Al-4V orthopaedic implants' },
  ceramic: { id: 'D-2026-000018T', kind: 'demand', zh: '耐1200℃高温陶瓷涂层需求', en: 'Wanted: ceramic coatings for 1,200 °C', summaryZh: '涂层厚度不超过0.2mm' },
  membrane: { id: 'A-2026-000019U', zh: '质子交换膜燃料电池', en: 'Proton exchange membrane fuel cells', summaryEn: 'Membranes with a thickness of 15 μm' },
  battery: { id: 'A-2026-000020V', zh: '锂离子电池正极材料回收', en: 'Recycling of lithium-ion battery cathodes', summaryZh: '从退役动力电池中回收镍钴锰' },
  solid: { id: 'A-2026-000021W', zh: '全固态电池硫化物电解质', en: 'Sulfide electrolytes for all-solid-state batteries' },
  seeds: { id: 'A-2026-000022X', zh: '耐盐碱水稻新品种选育', en: 'Breeding of salt-tolerant rice varieties' },
  drone: { id: 'A-2026-000023Y', zh: '植保无人机变量喷洒控制', en: 'Variable-rate spraying control for crop protection drones' },
  vision: { id: 'A-2026-000024Z', zh: '基于机器视觉的表面缺陷检测', en: 'Surface defect inspection by machine vision', bodyZh: '可检出0.05毫米以上的划痕。' },
  visionDemand: { id: 'D-2026-0000251', kind: 'demand', zh: '轴承表面缺陷在线检测', en: 'Online inspection of bearing surface defects' },
  traditional: { id: 'A-2026-0000262', zh: '資訊安全與隱私計算平臺', en: 'A platform for information security and private computation' },
  vaccine: { id: 'P-2026-0000273', kind: 'patent', zh: '一种mRNA疫苗递送载体', en: 'A delivery carrier for mRNA vaccines', identifiers: ['A61K 39/00', 'CN302345678S'] },
  herbal: { id: 'O-2026-0000284', kind: 'open-licence', zh: '中药提取物制备方法', en: 'Preparation of an extract from Chinese herbs', identifiers: ['201220572874.0', 'A61K 36/00'] },
  robot: { id: 'A-2026-0000295', zh: '六轴工业机器人伺服控制', en: 'Servo control of six-axis industrial robots', bodyEn: 'Repeatability of ±0.02 mm.' },
  grid: { id: 'A-2026-0000306', zh: '微电网储能调度', en: 'Dispatch of storage in microgrids', summaryEn: 'Rated at 10 MW' },
  laser: { id: 'A-2026-0000317', zh: '光纤激光器', en: 'A fibre laser', summaryEn: 'Output of 10 mW' },
  cafe: { id: 'A-2026-0000328', zh: '咖啡渣资源化', en: 'Recovering café waste with naïve Bayes sorting', summaryZh: '咖啡油得率5 mL/100 g，电耗0.8 kWh/kg', summaryEn: 'Throughput 30 lm/W equivalent' },
  standard: { id: 'A-2026-0000339', zh: '符合GB/T 4754-2017的行业分类工具', en: 'A tool for industry codes', identifiers: ['91110000600037341L'] },
  copper: { id: 'A-2026-000034A', zh: '高纯铜靶材', en: 'High-purity copper targets', bodyZh: '与铝靶材相比。' },
  pureAluminium: { id: 'A-2026-000035B', zh: '电子级高纯铝', en: 'Electronic grade pure aluminium' },
} satisfies Record<string, Entry>;
