import assert from 'node:assert/strict';
import type { ListingRecord } from '../../../models/records.ts';
import { fieldsOf } from '../../../server/catalogue/catalogue.ts';
import { canReadField } from '../../../server/listings/listingVisibility.ts';
import { matchingText } from '../../../server/matching/matchingText.ts';
import { sentText } from '../../../server/matching/vectors/sentText.ts';
import { demand, supply } from '../../support/matchWorld.ts';

/** The texts of a listing that are not for everybody. */
function withheldOf(listing: ListingRecord): string[] {
  const hidden = new Set(
    fieldsOf(listing.kind)
      .filter((field) => !canReadField(field, 'visitor', listing))
      .map(({ name }) => name),
  );
  return (matchingText(listing)?.passages ?? []).flatMap(({ field, text }) =>
    hidden.has(field) ? [text] : [],
  );
}

describe('what an embedding service is told', () => {
  it('is the public text of a public listing, its title first', () => {
    assert.ok(sentText(supply())?.startsWith('厚板铝合金激光电弧复合焊工艺'));
  });

  it('holds nothing that visitors may not read', () => {
    for (const listing of [demand(), { ...demand(), visibility: 'public' as const }, supply()]) {
      if (listing.live) listing.live.content.restrictedDetail = { zh: '炉号与配方只给对方看' };
      const withheld = withheldOf(listing);
      assert.deepEqual(withheld, ['炉号与配方只给对方看']);
      assert.ok(!sentText(listing)?.includes('配方'));
      assert.ok(sentText(listing, true)?.includes('配方'));
    }
  });

  it('is nothing of a silent demand, unless the operator said so', () => {
    const silent = demand({ visibility: 'silent' });
    assert.equal(sentText(silent), null);
    assert.ok(sentText(silent, true)?.includes('轻合金焊道里的砂眼'));
  });

  it('is nothing of what is not published, whatever the operator said', () => {
    assert.equal(sentText({ ...supply(), publication: 'withdrawn' }, true), null);
  });

  it('is cut at two thousand characters', () => {
    const long = supply();
    if (long.live) long.live.content.solution = { zh: '𠮷'.repeat(5_000) };
    assert.equal([...(sentText(long) ?? '')].length, 2_000);
  });
});
