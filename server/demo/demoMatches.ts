/** What the office decided on suggestions, and what a party said of it. Pairs that were not suggested are left out. */
export interface DemoMatch {
  demand: string;
  supply: string;
  decision: 'approve' | 'dismiss';
  reason?: string;
  text?: string;
  answer?: {
    side: 'supply' | 'demand';
    answer: 'relevant' | 'not-relevant' | 'later';
    reason: string | null;
    text: string | null;
  };
}

export const demoMatches: DemoMatch[] = [
  {
    demand: 'roll-life',
    supply: 'roll-cladding',
    decision: 'approve',
    answer: { side: 'demand', answer: 'relevant', reason: null, text: null },
  },
  { demand: 'waste-heat', supply: 'orc-power', decision: 'approve' },
  { demand: 'cryogenic-tank', supply: 'cryogenic-aluminium', decision: 'approve' },
  {
    demand: 'sand-core',
    supply: 'inorganic-binder',
    decision: 'approve',
    answer: { side: 'demand', answer: 'later', reason: null, text: null },
  },
  {
    demand: 'inspect-castings',
    supply: 'casting-xray',
    decision: 'approve',
    answer: { side: 'demand', answer: 'relevant', reason: null, text: null },
  },
  { demand: 'mother-liquor', supply: 'wet-oxidation', decision: 'approve' },
  {
    demand: 'second-operation',
    supply: 'magnesium-implant',
    decision: 'approve',
    answer: { side: 'supply', answer: 'relevant', reason: null, text: null },
  },
  { demand: 'broken-drills', supply: 'tool-wear', decision: 'approve' },
  { demand: 'tank-settlement', supply: 'insar-settlement', decision: 'approve' },
  { demand: 'shrimp-water', supply: 'pond-effluent', decision: 'approve' },
  { demand: 'sudden-stops', supply: 'vibration-edge', decision: 'approve' },
  {
    demand: 'compressor-studs',
    supply: 'hydrogen-bolt-steel',
    decision: 'approve',
    answer: {
      side: 'demand',
      answer: 'not-relevant',
      reason: 'metrics-not-met',
      text: '首批试件入厂检验未通过，见对接记录。',
    },
  },
  { demand: 'sewer-survey', supply: 'pipe-crawler', decision: 'approve' },
  {
    demand: 'broken-drills',
    supply: 'thermal-error',
    decision: 'dismiss',
    reason: 'wrong-subject',
    text: '热误差补偿与断刀无关。',
  },
  {
    demand: 'broken-drills',
    supply: 'ol-roller',
    decision: 'dismiss',
    reason: 'wrong-subject',
    text: '只有“磨”字相近。',
  },
  {
    demand: 'compressor-studs',
    supply: 'tool-wear',
    decision: 'dismiss',
    reason: 'wrong-subject',
    text: '对方做刀具监测，不做材料。',
  },
];
