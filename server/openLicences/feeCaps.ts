import type { RuleFinding } from '../patents/ruleFinding.ts';

/** CNY 20 million in fen. */
const FIXED_FEE_CAP_FEN = 2_000_000_000;
const NET_SALES_CAP_BASIS_POINTS = 2000;
const PROFIT_CAP_BASIS_POINTS = 4000;

export interface FeeTerms {
  /** Lump sum, or all instalments together, in fen; null when there is none. */
  fixedFen?: number | null;
  entryFeeFen?: number | null;
  royaltyBase?: string | null;
  /** The highest rate of the period, in basis points (20% = 2000). */
  rateBasisPoints?: number | null;
}

/**
 * Fees "generally not above" CNY 20 million fixed, 20% of net sales or 40% of profit (CNIPA notice of 2024-07-16).
 * The wording leaves room for exceptions, so a finding is a warning. Other royalty bases have no stated cap.
 */
export function feeCapFindings({
  fixedFen,
  entryFeeFen,
  royaltyBase,
  rateBasisPoints,
}: FeeTerms): RuleFinding[] {
  const findings: RuleFinding[] = [];
  if ((fixedFen ?? 0) > FIXED_FEE_CAP_FEN) findings.push(above('fixed-fee-cap', 'fixedFee'));
  if ((entryFeeFen ?? 0) > FIXED_FEE_CAP_FEN) findings.push(above('fixed-fee-cap', 'entryFee'));
  const rate = rateBasisPoints ?? 0;
  if (royaltyBase === 'net-sales' && rate > NET_SALES_CAP_BASIS_POINTS) {
    findings.push(above('net-sales-cap', 'royaltyRate'));
  }
  if (royaltyBase === 'profit' && rate > PROFIT_CAP_BASIS_POINTS) {
    findings.push(above('profit-cap', 'royaltyRate'));
  }
  return findings;
}

function above(message: RuleFinding['message'], field: string): RuleFinding {
  return { outcome: 'warn', source: 'office-notice-2024-19', message, field };
}
