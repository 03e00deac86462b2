import type { ListingKind } from '../../models/records.ts';

const COMMON = ['identity', 'secrecy', 'truthful', 'contact', 'duplicates'] as const;
const RIGHTS = ['right-holder', 'legal-status', 'encumbrances', 'numbers', 'price'] as const;

/** What an operator has looked at before approving, by kind (domain rules 5.1); texts in the locale area `review`. */
export const CHECKLIST: Record<ListingKind, readonly string[]> = {
  achievement: [...COMMON, 'price'],
  patent: [...COMMON, ...RIGHTS],
  'open-licence': [...COMMON, ...RIGHTS, 'declaration'],
  demand: [...COMMON, 'anonymity'],
};
