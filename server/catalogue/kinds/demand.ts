import { demandTypes } from '../../vocabulary/demandTypes.ts';
import { demandVisibilities } from '../../vocabulary/demandVisibilities.ts';
import { trlLevels } from '../../vocabulary/trlLevels.ts';
import type { Field, Kind } from '../field.ts';
import { statement } from './achievement.ts';
import * as common from './commonFields.ts';

const targets: readonly Field[] = [
  {
    ...common.statedMetrics,
    label: { zh: '目标指标', en: 'Targets' },
    hint: {
      zh: '至少写一条可以检验的指标；说不清时勾选下面的“请帮我梳理”。',
      en: 'At least one target that can be tested, or tick “help me define this” below.',
    },
    required: ({ needsHelp }) => needsHelp !== true,
  },
  {
    name: 'needsHelp',
    input: 'flag',
    label: {
      zh: '请帮我梳理：我说不清指标，希望办公室或技术经理人帮忙',
      en: 'Help me define this: I cannot state a target yet',
    },
    visibility: 'public',
    isMaterial: true,
    step: 'detail',
  },
];

const conditions: readonly Field[] = [
  {
    ...common.maturity,
    name: 'minimumMaturity',
    label: { zh: '最低可接受成熟度（TRL）', en: 'Lowest maturity accepted (TRL)' },
    vocabulary: trlLevels,
    required: false,
    step: 'terms',
  },
  { ...common.cooperation, label: { zh: '可接受的合作方式', en: 'Forms of cooperation accepted' } },
  {
    ...common.price,
    name: 'budget',
    label: { zh: '预算上限', en: 'Budget, at most' },
    hint: { zh: '单位万元。可以不填，表示面议。', en: 'In units of 10,000. Left empty, it is open.' },
    required: false,
  },
  {
    name: 'deadline',
    input: 'date',
    label: { zh: '希望解决的日期', en: 'Wanted by' },
    required: true,
    visibility: 'public',
    isMaterial: true,
    step: 'terms',
  },
  common.detailText(
    'constraints',
    '约束条件',
    'Constraints',
    '设备、场地、环保、标准等必须满足的条件。',
    'Equipment, site, environment, standards that have to be met.',
    { step: 'terms' },
  ),
  common.detailText(
    'rightsPreference',
    '知识产权归属意向',
    'Preference on rights',
    '希望归谁、是否要独占。',
    'Who should own the result; whether exclusivity is needed.',
    {
      step: 'terms',
      weight: 0,
      matching: 'cooperation',
    },
  ),
  {
    name: 'visibility',
    input: 'choice',
    label: { zh: '谁可以看到', en: 'Who can see it' },
    hint: {
      zh: '匿名：隐去单位名称，通过平台联系。静默：只参与匹配，只有您和办公室能看到。',
      en: 'Anonymous hides your name; contact goes through the platform. Silent is matched but only you and the office see it.',
    },
    vocabulary: demandVisibilities,
    required: true,
    visibility: 'public',
    isMaterial: true,
    step: 'terms',
  },
  { ...common.restrictedDetail, isRedactedWhenAnonymous: true },
];

/** A technology demand of an enterprise (F17); anonymous unless its owner says otherwise. */
export const demand: Kind = {
  kind: 'demand',
  letter: 'D',
  fields: [
    common.title,
    common.summary,
    {
      name: 'demandType',
      input: 'choice',
      label: { zh: '需求类型', en: 'Type of demand' },
      vocabulary: demandTypes,
      required: true,
      visibility: 'public',
      isMaterial: true,
      step: 'subject',
    },
    common.field,
    common.industry,
    common.ipc,
    common.keywordList,
    common.detailText(
      'background',
      '要解决的问题',
      'The problem',
      '在什么产品或工序上、出现什么问题、影响多大。',
      'Which product or process step, what goes wrong, how much it matters.',
      {
        required: true,
        weight: 2,
      },
    ),
    common.detailText(
      'currentState',
      '现状',
      'Current state',
      '现在的做法、设备和指标。',
      'Today’s procedure, equipment and figures.',
    ),
    common.detailText(
      'attempts',
      '试过什么',
      'What was tried',
      '失败的尝试同样有用。',
      'Failed attempts are useful too.',
      { weight: 0.5 },
    ),
    ...targets,
    { ...common.files, isRedactedWhenAnonymous: true },
    ...conditions,
    ...statement,
  ],
};
