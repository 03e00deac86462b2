import type { DealTerms } from '../../server/deals/deal.ts';

/** What two houses agree on when a firm takes an exclusive licence. */
export const EXCLUSIVE_TERMS: DealTerms = {
  contractType: 'LIC',
  licenceKind: 'exclusive',
  use: '泵壳压铸',
  territory: '中国境内',
  periodFrom: null,
  periodTo: null,
  paymentMode: 'lump-sum',
  fee: { fen: 30_000_000, currency: 'CNY' },
  royaltyBase: null,
  royaltyRate: null,
  total: { fen: 30_000_000, currency: 'CNY' },
  technology: { fen: 28_000_000, currency: 'CNY' },
  other: '',
};
