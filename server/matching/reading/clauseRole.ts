import { quantities } from '../../../search/analysis/quantities.ts';
import { BACKGROUND, EXCLUDED, FAILED, NEED, PROBLEM, SETTLED } from './clauseCues.ts';

/** What a clause does in a demand. */
export type ClauseRole =
  | 'need'
  | 'figure'
  | 'problem'
  | 'plain'
  | 'opening'
  | 'background'
  | 'failed'
  | 'settled'
  | 'excluded';

/** A need told in the same breath as a failure, in so many words. */
const PLAIN_NEED = /希望|需要|need|require/i;

/**
 * What a clause does, by how it is said. A need outranks a failure told in the same breath, but nothing outranks
 * what is expressly not wanted or no trouble.
 */
export function roleOf(clause: string): ClauseRole {
  if (EXCLUDED.test(clause)) return 'excluded';
  if (SETTLED.test(clause)) return 'settled';
  const isFailed = FAILED.test(clause);
  if (NEED.test(clause) && (!isFailed || PLAIN_NEED.test(clause))) return 'need';
  if (isFailed) return 'failed';
  if (PROBLEM.test(clause)) return 'problem';
  if (BACKGROUND.test(clause)) return 'background';
  return isFigure(clause) ? 'figure' : 'plain';
}

/** A bound on a measured value is asked for rather than told. */
function isFigure(clause: string): boolean {
  return (
    /\d/.test(clause) &&
    quantities(clause).some(
      ({ direction }) => direction === 'atMost' || direction === 'atLeast' || direction === 'within',
    )
  );
}
