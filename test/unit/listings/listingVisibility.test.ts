import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  Content,
  ListingKind,
  ListingRecord,
  Publication,
  Visibility,
} from '../../../models/records.ts';
import { searchDocument } from '../../../search/documents.ts';
import type { Viewer } from '../../../server/accounts/actor.ts';
import { fieldsOf, LISTING_KINDS } from '../../../server/catalogue/catalogue.ts';
import type { Field, FieldVisibility } from '../../../server/catalogue/field.ts';
import {
  canReadListing,
  canReadOwner,
  isPublic,
  readableContent,
  readerOf,
} from '../../../server/listings/listingVisibility.ts';
import { listingRecord, organisation, version } from '../../support/listingRecords.ts';
import { people } from '../../support/listingWorld.ts';

const PUBLICATIONS: Publication[] = ['never', 'published', 'suspended', 'withdrawn', 'expired', 'concluded'];
const VISIBILITIES: Visibility[] = ['public', 'anonymous', 'silent'];
const FILE_VISIBILITIES: FieldVisibility[] = ['public', 'signed-in', 'parties', 'office'];

/** The rule in its plainest words, written without looking at the code it is compared with. */
const plain = {
  isInside: (viewer: Viewer) =>
    viewer?.membership?.organisationId === 'institute' ||
    ['operator', 'supervisor', 'auditor'].includes(viewer?.office?.role ?? ''),
  opens: (viewer: Viewer, { visibility, publication }: ListingRecord) =>
    plain.isInside(viewer) ||
    (visibility !== 'silent' && ['published', 'expired', 'concluded'].includes(publication)),
  names: (viewer: Viewer, { visibility }: ListingRecord, isParty: boolean) =>
    visibility === 'public' || plain.isInside(viewer) || (viewer !== null && isParty),
  reads(viewer: Viewer, visibility: FieldVisibility, isParty: boolean): boolean {
    if (visibility === 'public' || plain.isInside(viewer)) return true;
    if (viewer === null || visibility === 'office') return false;
    return visibility === 'signed-in' || isParty;
  },
};

function everyField(kind: ListingKind): Content {
  const value = (field: Field) =>
    field.input === 'files'
      ? FILE_VISIBILITIES.map((visibility) => ({
          fileId: visibility,
          name: `file ${visibility}`,
          visibility,
        }))
      : { zh: `text of ${field.name}` };
  return Object.fromEntries(fieldsOf(kind).map((field) => [field.name, value(field)]));
}

const listings = fc
  .record({
    kind: fc.constantFrom(...LISTING_KINDS),
    visibility: fc.constantFrom(...VISIBILITIES),
    publication: fc.constantFrom(...PUBLICATIONS),
  })
  .map(({ kind, ...states }) =>
    listingRecord({ kind, ...states, live: version(everyField(kind)), draft: null }),
  );
const viewers = fc.constantFrom<Viewer>(null, ...Object.values(people));
const cases = fc.record({ listing: listings, viewer: viewers, isParty: fc.boolean() });

describe('who reads what of a listing', () => {
  it('follows the plain rule for pages, owners, fields and files', () => {
    fc.assert(
      fc.property(cases, ({ listing, viewer, isParty }) => {
        const reader = readerOf(viewer, listing, isParty);
        assert.equal(canReadListing(reader, listing), plain.opens(viewer, listing));
        const knowsOwner = plain.names(viewer, listing, isParty);
        assert.equal(canReadOwner(reader, listing), knowsOwner);
        const { content, withheld } = readableContent(version(everyField(listing.kind)), listing, reader);
        for (const field of fieldsOf(listing.kind)) {
          const isHidden = field.isRedactedWhenAnonymous === true && !knowsOwner;
          const reads = !isHidden && plain.reads(viewer, field.visibility, isParty);
          if (field.input === 'files') {
            const expected = reads
              ? FILE_VISIBILITIES.filter((visibility) => plain.reads(viewer, visibility, isParty))
              : [];
            const shown = (content.files as { fileId: string }[]).map(({ fileId }) => fileId);
            assert.deepEqual(shown, expected);
          } else {
            assert.equal(content[field.name] !== undefined, reads, field.name);
            assert.equal(withheld.includes(field), !reads && field.visibility !== 'office', field.name);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('lets into public lists only what a visitor may open, and never a silent one', () => {
    fc.assert(
      fc.property(listings, (listing) => {
        assert.equal(
          isPublic(listing),
          listing.publication === 'published' && listing.visibility !== 'silent',
        );
        if (isPublic(listing)) assert.ok(canReadListing('visitor', listing));
      }),
    );
  });

  it('keeps out of the public index what a visitor may not read', () => {
    const owner = organisation({ name: { zh: '隐山精密铸造' }, kind: 'enterprise' });
    fc.assert(
      fc.property(listings, (listing) => {
        const document = searchDocument('public', listing, owner);
        assert.equal(document !== null, isPublic(listing));
        const said = JSON.stringify(document ?? {});
        for (const field of fieldsOf(listing.kind)) {
          const mayFind = plain.reads(null, field.visibility, false);
          if (!mayFind) assert.ok(!said.includes(`text of ${field.name}`), field.name);
        }
        if (listing.visibility === 'anonymous') {
          for (const secret of ['隐山', '"institute"', '2101', 'enterprise', 'file '])
            assert.ok(!said.includes(secret), secret);
        }
      }),
    );
  });
});
