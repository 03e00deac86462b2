import type { ListingRecord, OrganisationRecord } from '../../../models/records.ts';
import type { Viewer } from '../../accounts/actor.ts';
import { fieldsOf } from '../../catalogue/catalogue.ts';
import type { Translate } from '../../i18n/translate.ts';
import { canReadField, canReadOwner, type Reader, readerOf } from '../../listings/listingVisibility.ts';
import { inLanguage, type Language, type LocalizedText } from '../../localized.ts';
import { listingKinds } from '../../vocabulary/listingKinds.ts';
import { regionLabel } from '../../vocabulary/regionPath.ts';
import type { Range } from '../../web/markedHtml.ts';
import type { Place } from '../evidence/agreeingWords.ts';
import type { MatchRecord, MatchSide } from '../match.ts';
import { PARTS } from '../weights.ts';
import { changeLine } from './changeLine.ts';
import { gateRow } from './gateRow.ts';
import { outdatedNote } from './outdatedNote.ts';
import { partWords } from './partWords.ts';

export interface CardReader {
  viewer: Viewer;
  language: Language;
  translate: Translate;
}

export interface CardParts {
  match: MatchRecord;
  /** The version of the weights that are live. */
  weights: string;
  listings: Record<MatchSide, ListingRecord>;
  owners: Record<MatchSide, OrganisationRecord>;
}

/** Everything an evidence card shows to one reader: only words of passages that reader may read. */
export function evidenceCard(parts: CardParts, reader: CardReader) {
  const { match } = parts;
  const { evidence } = match;
  const { language, translate } = reader;
  const readable = evidence.words.filter(
    ({ demand, supply }) =>
      isReadable(parts, 'demand', demand, reader) && isReadable(parts, 'supply', supply, reader),
  );
  return {
    reference: match._id,
    score: evidence.score,
    sides: (['demand', 'supply'] as const).map((side) =>
      sideOf(
        parts,
        side,
        readable.flatMap((words) => words[side]),
        reader,
      ),
    ),
    bars: PARTS.map((name) => ({
      label: translate(`matching:part.${name}`),
      value: Math.round((evidence.parts[name] ?? 0) * 100),
      words: [
        partWords(name, evidence, translate),
        ...(name === 'subject' ? alikeWords(parts, reader) : []),
      ].join(language === 'zh' ? '；' : '; '),
    })),
    gates: evidence.gates.map((gate) => gateRow(gate, language, translate)),
    isBlocked: evidence.isBlocked,
    isFoundByVectors: evidence.isFoundByVectors === true,
    words: readable.map((words) => ({
      kind: translate(`matching:wordKind.${words.kind}`),
      demand: distinct(words.demand),
      supply: distinct(words.supply),
      share: Math.round(words.share * 100),
    })),
    hasRestricted: readable.length < evidence.words.length,
    inferred: evidence.inferred.map(({ side, code }) =>
      translate('matching:inferred', { side: translate(`matching:side.${side}`), code }),
    ),
    changes: evidence.changes.map((change) => changeLine(change, language, translate)),
    versions: { ...evidence.versions },
    outdated: outdatedNote(parts, translate),
  };
}

export type EvidenceCard = ReturnType<typeof evidenceCard>;

function readerFor({ listings }: CardParts, side: MatchSide, viewer: Viewer): Reader {
  return readerOf(viewer, listings[side]);
}

function isReadable(
  parts: CardParts,
  side: MatchSide,
  places: readonly Place[],
  { viewer }: CardReader,
): boolean {
  const listing = parts.listings[side];
  const reader = readerFor(parts, side, viewer);
  const fields = new Map(fieldsOf(listing.kind).map((field) => [field.name, field]));
  return places.every(({ field: name }) => {
    const field = fields.get(name);
    return field === undefined || canReadField(field, reader, listing);
  });
}

/** Things both texts come near, for readers from whom nothing of either text is withheld: they may stem from any of it. */
function alikeWords(parts: CardParts, { viewer, language, translate }: CardReader): string[] {
  const { alike = [] } = parts.match.evidence;
  const canReadAll = (['demand', 'supply'] as const).every((side) => {
    const listing = parts.listings[side];
    const reader = readerFor(parts, side, viewer);
    const content = listing.live?.content ?? {};
    return fieldsOf(listing.kind).every(
      (field) => content[field.name] === undefined || canReadField(field, reader, listing),
    );
  });
  if (alike.length === 0 || !canReadAll) return [];
  const things = alike.map((names) => names[language]).join(language === 'zh' ? '、' : ', ');
  return [translate('matching:alike', { things })];
}

function distinct(places: readonly Place[]): string[] {
  return [...new Set(places.map(({ text }) => text))];
}

/** One side of the card: who and what, and its texts with the agreeing words marked. */
function sideOf(
  parts: CardParts,
  side: MatchSide,
  places: readonly Place[],
  { viewer, language, translate }: CardReader,
) {
  const listing = parts.listings[side];
  const reader = readerFor(parts, side, viewer);
  const content = listing.live?.content ?? {};
  const isNamed = canReadOwner(reader, listing);
  const marked = new Set(places.map(({ field }) => field));
  const shown = fieldsOf(listing.kind).filter(
    (field) =>
      (field.input === 'text' || field.input === 'longText') &&
      (marked.has(field.name) || field.name === 'title' || field.name === 'summary') &&
      canReadField(field, reader, listing),
  );
  return {
    side,
    role: translate(`matching:side.${side}`),
    reference: listing._id,
    kind: listingKinds.label(listing.kind, language),
    owner: isNamed
      ? inLanguage(parts.owners[side].name, language)
      : { text: translate('matching:anonymous'), language },
    region: (isNamed ? listing.regionPath : listing.regionPath.slice(0, 1))
      .map((code) => regionLabel(code, language))
      .join(' '),
    title: inLanguage(content.title as LocalizedText | undefined, language),
    texts: shown.flatMap((field) =>
      textsOf(
        field.name,
        field.label[language],
        content[field.name] as LocalizedText | undefined,
        places,
        language,
      ),
    ),
  };
}

/** A field in the language of its marks, else in the reader's. */
function textsOf(
  name: string,
  label: string,
  text: LocalizedText | undefined,
  places: readonly Place[],
  language: Language,
) {
  const inField = places.filter(({ field }) => field === name);
  const languages = new Set(inField.map((place) => place.language));
  if (languages.size === 0 && text) languages.add(inLanguage(text, language).language);
  return [...languages].flatMap((each) => {
    const written = text?.[each];
    if (!written) return [];
    const ranges = inField
      .filter((place) => place.language === each)
      .map(({ start, end }): Range => [start, end]);
    return [{ label, lang: each, text: written, ranges }];
  });
}
