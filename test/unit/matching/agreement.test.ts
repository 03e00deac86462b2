import assert from 'node:assert/strict';
import type { MatchParts } from '../../../server/matching/scoring/scoreInputs.ts';
import { agreementOf, type Decision } from '../../../server/matching/weighing/agreement.ts';
import { BUNDLED_WEIGHTS } from '../../../server/matching/weights.ts';

const parts = (subject: number, metrics: number | null): MatchParts => ({
  subject,
  metrics,
  field: null,
  maturity: null,
  cooperation: null,
  price: null,
  region: null,
});
const decision = (isApproved: boolean, score: number, change: Partial<Decision> = {}): Decision => ({
  isApproved,
  score,
  parts: parts(0.5, null),
  field: 'materials',
  reason: isApproved ? null : 'wrong-subject',
  ...change,
});
const bandOf = (agreement: ReturnType<typeof agreementOf>, from: number) =>
  agreement.bands.find((band) => band.from === from);

describe('how decisions and scores agree', () => {
  it('counts the approved of each band of scores, ends included', () => {
    const agreement = agreementOf([
      decision(true, 699),
      decision(false, 600),
      decision(true, 700),
      decision(true, 1000),
      decision(false, 299),
    ]);
    assert.deepEqual(bandOf(agreement, 600), { from: 600, to: 699, approved: 1, decided: 2 });
    assert.deepEqual(bandOf(agreement, 700), { from: 700, to: 799, approved: 1, decided: 1 });
    assert.deepEqual(bandOf(agreement, 800), { from: 800, to: 1000, approved: 1, decided: 1 });
    assert.deepEqual(bandOf(agreement, 0), { from: 0, to: 299, approved: 0, decided: 1 });
    assert.equal(agreement.decided, 5);
  });

  it('tells fields and reasons, the most frequent first, with the middle score of a reason', () => {
    const agreement = agreementOf([
      decision(true, 500, { field: null }),
      decision(false, 400, { reason: 'terms' }),
      decision(false, 420),
      decision(false, 640),
      decision(false, 500),
    ]);
    assert.deepEqual(agreement.fields, [
      { field: 'materials', approved: 0, decided: 4 },
      { field: null, approved: 1, decided: 1 },
    ]);
    assert.deepEqual(agreement.reasons, [
      { reason: 'wrong-subject', count: 3, median: 500 },
      { reason: 'terms', count: 1, median: 400 },
    ]);
  });

  it('measures the order as the share of pairs put right, a tie as half', () => {
    assert.equal(agreementOf([decision(true, 500), decision(false, 400)]).order, 1);
    assert.equal(agreementOf([decision(true, 300), decision(false, 400)]).order, 0);
    assert.equal(agreementOf([decision(true, 400), decision(false, 400)]).order, 0.5);
    const mixed = [decision(true, 500), decision(true, 350), decision(false, 400), decision(false, 350)];
    assert.equal(agreementOf(mixed).order, (1 + 1 + 0 + 0.5) / 4);
    assert.equal(agreementOf([decision(true, 500)]).order, null);
    assert.equal(agreementOf([]).order, null);
  });

  it('scores stored parts with other weights and leaves the decisions as they are', () => {
    const decisions = [
      decision(true, 999, { parts: parts(0.4, 1) }),
      decision(false, 1, { parts: parts(0.8, 0) }),
    ];
    const frozen = JSON.stringify(decisions);
    const weights = { ...BUNDLED_WEIGHTS.parts, subject: 20, metrics: 54 };
    assert.equal(agreementOf(decisions, BUNDLED_WEIGHTS.parts).order, 0, 'by subject the dismissed has more');
    assert.equal(agreementOf(decisions, weights).order, 1, 'by figures the approved has more');
    assert.equal(bandOf(agreementOf(decisions, weights), 800)?.approved, 1, '(20 × 0.4 + 54) / 74 = 838');
    assert.equal(JSON.stringify(decisions), frozen);
  });
});
