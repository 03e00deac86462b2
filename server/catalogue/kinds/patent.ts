import type { Field, Kind } from '../field.ts';
import { statement, supplyTerms, supplyTexts } from './achievement.ts';
import * as common from './commonFields.ts';

/** The one patent a patent or open-licence listing is about. */
export const onePatent: Field = {
  name: 'patents',
  input: 'patentNumbers',
  label: { zh: '专利号', en: 'Patent number' },
  hint: {
    zh: '申请号或专利号，例如 ZL 2017 1 0601862.3。',
    en: 'Application or patent number, such as ZL 2017 1 0601862.3.',
  },
  required: true,
  maximum: 1,
  visibility: 'public',
  isMaterial: true,
  step: 'patents',
  weight: 4,
};

/** A patent offered for licence or assignment: exactly one patent. */
export const patent: Kind = {
  kind: 'patent',
  letter: 'P',
  fields: [
    common.title,
    common.summary,
    common.field,
    common.industry,
    common.ipc,
    common.keywordList,
    onePatent,
    ...supplyTexts,
    ...supplyTerms,
    ...statement,
  ],
};
