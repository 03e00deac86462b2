import { isStopWord } from '../../../search/analysis/stopWords.ts';
import { type Token, tokenise } from '../../../search/analysis/tokenise.ts';
import type { Language } from '../../localized.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { Passage } from '../matchingText.ts';
import type { TermAgreement } from '../scoring/subjectPart.ts';

/** Words in a text; offsets as in the field's text in that language. */
export interface Place {
  field: string;
  language: Language;
  start: number;
  end: number;
  text: string;
}

/** Words of both texts that say the same, and how much of the subject they make out. */
export interface AgreeingWords {
  /** The same words, or other names of one thing from the glossary. */
  kind: 'word' | 'concept';
  share: number;
  demand: Place[];
  supply: Place[];
}

const MOST_TERMS = 40;
const MOST_WORDS = 16;
const MOST_PLACES = 6;

/** Which words of both texts made the subject agree, the most telling first. Neighbouring terms are shown as one run. */
export function agreeingWords(
  terms: readonly TermAgreement[],
  demand: readonly Passage[],
  supply: readonly Passage[],
  glossary: Glossary,
): AgreeingWords[] {
  const gained = terms.filter(
    ({ strength, kind, term }) => strength > 0 && kind !== 'associated' && !isStopWord(term),
  );
  const total = gained.reduce((sum, { weight, strength }) => sum + weight * strength, 0);
  const best = gained
    .toSorted((left, right) => right.weight * right.strength - left.weight * left.strength)
    .slice(0, MOST_TERMS);
  const words = new Set(gained.filter(({ via }) => via === null).map(({ term }) => term));
  const concepts = new Set(gained.flatMap(({ via }) => via ?? []));
  const [asked, offered] = [demand, supply].map((passages) =>
    placesByTerm(passages, words, concepts, glossary),
  );
  const shown = new Map<string, AgreeingWords>();
  for (const { term, via, weight, strength } of best) {
    const [demandPlaces, supplyPlaces] = [asked?.get(via ?? term) ?? [], offered?.get(via ?? term) ?? []];
    if (demandPlaces.length === 0 || supplyPlaces.length === 0) continue;
    const key = `${longest(demandPlaces)}\n${longest(supplyPlaces)}`;
    const share = Number(((weight * strength) / total).toFixed(4));
    const known = shown.get(key);
    if (known) known.share = Number((known.share + share).toFixed(4));
    else
      shown.set(key, {
        kind: via === null ? 'word' : 'concept',
        share,
        demand: demandPlaces,
        supply: supplyPlaces,
      });
  }
  return [...shown.values()].sort((left, right) => right.share - left.share).slice(0, MOST_WORDS);
}

/** Where a text says each term: as the run of agreeing words around it, or the name of the concept. */
function placesByTerm(
  passages: readonly Passage[],
  words: ReadonlySet<string>,
  concepts: ReadonlySet<string>,
  glossary: Glossary,
): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const note = (term: string, place: Place) => {
    const known = places.get(term) ?? [];
    if (
      known.length < MOST_PLACES &&
      !known.some(
        ({ field, language, start }) =>
          field === place.field && language === place.language && start === place.start,
      )
    )
      known.push(place);
    places.set(term, known);
  };
  for (const { field, language, text } of passages) {
    const tokens = tokenise(text);
    const place = (start: number, end: number): Place => ({
      field,
      language,
      start,
      end,
      text: text.slice(start, end),
    });
    for (const run of runsOf(text, tokens, words))
      for (const { term } of run.tokens) note(term, place(run.start, run.end));
    for (const { concept, start, end } of glossary.conceptsIn(tokens))
      if (concepts.has(concept.id)) note(concept.id, place(start, end));
  }
  return places;
}

/** What may stand between words shown as one run; a bracket or a comma ends it. */
const WITHIN_A_RUN = /^[\s\-–·/.]?$/;

/** Agreeing tokens that touch each other. */
function runsOf(text: string, tokens: readonly Token[], words: ReadonlySet<string>) {
  const runs: { tokens: Token[]; start: number; end: number }[] = [];
  for (const token of tokens) {
    if (!words.has(token.term)) continue;
    const last = runs.at(-1);
    if (last && WITHIN_A_RUN.test(text.slice(last.end, token.start))) {
      last.tokens.push(token);
      last.end = Math.max(last.end, token.end);
    } else runs.push({ tokens: [token], start: token.start, end: token.end });
  }
  return runs;
}

function longest(places: readonly Place[]): string {
  return places
    .map(({ text }) => text.toLowerCase())
    .reduce((best, text) => (text.length > best.length ? text : best), '');
}
