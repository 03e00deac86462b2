import type { Content, ListingRecord } from '../../models/records.ts';
import { SCOPE_PATHS } from '../browse/browseAddress.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { isOpen } from '../openLicences/offerWorkflow.ts';
import { trlLevels } from '../vocabulary/trlLevels.ts';
import { type FactRow, factRow } from '../web/factRow.ts';
import { localPath } from '../web/localPath.ts';
import { placeOf } from './listingCard.ts';
import { daysBetween } from './listingFreshness.ts';

export interface FactsReader {
  language: Language;
  translate: Translate;
  today: string;
}

const FACT_INPUTS = ['choice', 'choices', 'ipcSymbols', 'keywords', 'flag'];
const TERM_INPUTS = ['choice', 'choices', 'money', 'rate', 'date', 'text', 'number'];
/** Shown elsewhere on the page. */
const NOT_TERMS = ['visibility', 'minimumMaturity'];

/** What the listing is about, as rows beside the text. */
export function factRows(listing: ListingRecord, content: Content, reader: FactsReader): FactRow[] {
  const isFact = ({ step, input, name }: Field) =>
    (FACT_INPUTS.includes(input) && (step === 'subject' || step === 'detail')) || name === 'minimumMaturity';
  return [
    ...rowsOf(listing, content, reader, isFact),
    factRow(
      reader.translate('listing:facts.region'),
      placeOf(listing, reader.language),
      placeNote(listing, reader),
    ),
  ];
}

/** What is offered or asked for, and on which terms. */
export function termRows(listing: ListingRecord, content: Content, reader: FactsReader): FactRow[] {
  const isTerm = ({ step, input, name }: Field) =>
    step === 'terms' && TERM_INPUTS.includes(input) && !NOT_TERMS.includes(name);
  const rows = rowsOf(listing, content, reader, isTerm);
  const territory = fieldsOf(listing.kind).find((field) => field.name === 'territory');
  if (territory && content.territory === undefined) {
    rows.push(factRow(territory.label[reader.language], reader.translate('listing:territoryDefault')));
  }
  return rows;
}

/**
 * The content whose terms count: once an open licence is announced, the terms frozen at the announcement,
 * whatever the posting said later (Patent Law art. 50).
 */
export function bindingContent({ kind, offer }: ListingRecord, content: Content): Content {
  if (!isOpen(offer) || !offer?.terms) return content;
  const frozen = offer.terms;
  const terms = fieldsOf(kind).filter((field) => field.step === 'terms');
  const others = Object.entries(content).filter(([name]) => !terms.some((field) => field.name === name));
  const bound = terms
    .filter(({ name }) => frozen[name] !== undefined)
    .map(({ name }) => [name, frozen[name]]);
  return Object.fromEntries([...others, ...bound]);
}

function rowsOf(
  listing: ListingRecord,
  content: Content,
  reader: FactsReader,
  isWanted: (field: Field) => boolean,
): FactRow[] {
  return fieldsOf(listing.kind)
    .filter((field) => isWanted(field) && content[field.name] !== undefined)
    .map((field) =>
      factRow(
        labelOf(field, reader),
        linesOf(field, content[field.name], reader),
        more(listing, field, content, reader),
      ),
    );
}

function labelOf(field: Field, { language, translate }: FactsReader): string {
  return field.name === 'needsHelp' ? translate('listing:needsHelpLabel') : field.label[language];
}

function linesOf(field: Field, value: unknown, { language, translate }: FactsReader): string[] {
  if (field.name === 'needsHelp') return [translate('listing:needsHelp')];
  const lines = inputs[field.input].show(value, field, language);
  return field.vocabulary === trlLevels ? lines.map((line) => `TRL ${value} ${line}`) : lines;
}

function more(
  listing: ListingRecord,
  field: Field,
  content: Content,
  { language, translate, today }: FactsReader,
) {
  const value = String(content[field.name]);
  if (field.name === 'field') {
    return { href: localPath(language, `${SCOPE_PATHS[listing.kind]}?field=${encodeURIComponent(value)}`) };
  }
  if (field.name !== 'deadline') return {};
  const days = daysBetween(today, value);
  return {
    note: days < 0 ? translate('listing:deadlinePassed') : translate('listing:daysLeft', { count: days }),
  };
}

function placeNote({ visibility }: ListingRecord, { translate }: FactsReader) {
  return visibility === 'public' ? {} : { note: translate('listing:placeHidden') };
}
