import type { Content, ListingRecord } from '../../models/records.ts';
import { CHECKLIST } from '../../server/review/checklist.ts';
import type { Site } from './openSite.ts';

const PUBLISHED: Content = {
  title: { zh: '铸造铝液旋转除气装置', en: 'Rotary degassing of casting aluminium' },
  summary: {
    zh: '氢含量降到 0.10 mL/100 g 以下，泵壳压铸件气孔废品率由 8% 降到 2%。',
    en: 'Hydrogen below 0.10 mL/100 g; porosity scrap of pump housings falls from 8 % to 2 %.',
  },
  field: 'new-materials',
  industry: ['32'],
  problem: {
    zh: '回收铝熔体含氢高，铸件出现针孔。',
    en: 'Recycled melts hold much hydrogen; castings show pinholes.',
  },
  solution: {
    zh: '石墨转子把氩气打成细泡，带走熔体里的氢。',
    en: 'A graphite rotor breaks argon into fine bubbles.',
  },
  benefit: {
    zh: '废品率由 8% 降到 2%，每吨节约 260 元。',
    en: 'Scrap falls from 8 % to 2 %, saving 260 yuan a tonne.',
  },
  metrics: [{ indicator: '氢含量', operator: 'le', value: 0.1, unit: 'mL/100g' }],
  maturity: '7',
  category: 'applied',
  form: ['new-process'],
  cooperation: ['licence-ordinary'],
  priceForm: 'negotiable',
  isNotSecret: true,
  isTruthful: true,
};

const CHANGES: Content = {
  benefit: {
    zh: '废品率由 8% 降到 1.5%，每吨节约 310 元，氩气用量减少三成。',
    en: 'Scrap falls from 8 % to 1.5 %, saving 310 yuan a tonne and 30 % of the argon.',
  },
  cooperation: ['licence-ordinary', 'service'],
};

/** Two cases before the province: a change to a published listing, and a new one. @returns their references. */
export async function submitCases({
  services,
  cast,
  drain,
}: Site): Promise<{ changed: string; fresh: string }> {
  const { drafts, moves } = services.listings;
  const author = await cast.author('hunhe');
  const move = (actor: typeof author, { _id: reference, revision, kind }: ListingRecord, event: string) =>
    moves.move({ actor, reference, revision, event, checklist: event === 'approve' ? CHECKLIST[kind] : [] });

  async function submit(draft: ListingRecord): Promise<ListingRecord> {
    const submitted = await move(author, draft, 'submit');
    return move(await cast.reviewer(submitted), submitted, 'recommend');
  }
  const start = (content: Content) =>
    drafts.start({ actor: author, kind: 'achievement', content, originalLanguage: 'zh' });

  const checked = await submit(await start(PUBLISHED));
  const { _id: reference, revision } = await move(await cast.reviewer(checked), checked, 'approve');
  const changed = await submit(await drafts.save({ actor: author, reference, revision, changes: CHANGES }));
  const title = { zh: '薄壁泵壳真空压铸工艺', en: 'Vacuum die casting of thin pump housings' };
  const fresh = await submit(await start({ ...PUBLISHED, title }));
  await drain();
  return { changed: changed._id, fresh: fresh._id };
}
