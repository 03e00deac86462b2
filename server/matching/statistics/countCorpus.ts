import { createHash } from 'node:crypto';
import { isStopWord } from '../../../search/analysis/stopWords.ts';
import type { TextProfile } from '../scoring/textProfile.ts';
import { createAssociationCounter } from './associations.ts';
import { createCodeCounter, type StatedCodes } from './codeCounter.ts';
import { type CorpusStatistics, rarity } from './corpusStatistics.ts';

/** Above so many texts a term that only one of them holds is not kept: it counts as unknown, which is as rare. */
export const KEEP_SINGLE_BELOW = 20_000;
/** How many of the most telling terms of a text are looked at for what goes together. */
const TELLING_TERMS = 24;

/** A text of the corpus and what it states of its field. */
export interface CountedText {
  profile: TextProfile;
  codes: StatedCodes;
}

/**
 * Counts a corpus in one stream of texts, holding none of them. Which terms of a text tell something is
 * judged by what was counted before it, so the same stream in the same order gives the same snapshot.
 */
export async function countCorpus(
  texts: AsyncIterable<CountedText> | Iterable<CountedText>,
): Promise<CorpusStatistics> {
  const frequencies = new Map<string, number>();
  const pairs = createAssociationCounter();
  const fields = createCodeCounter();
  const running = {
    version: 'counting',
    documents: 0,
    headLength: 0,
    bodyLength: 0,
    frequencies,
    associations: new Map(),
    codes: new Map(),
  };
  for await (const { profile, codes } of texts) {
    running.documents += 1;
    running.headLength += profile.headLength;
    running.bodyLength += profile.length - profile.headLength;
    for (const term of [...profile.places.keys(), ...profile.concepts.keys()])
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    const telling = tellingTerms(profile, running);
    pairs.add(telling);
    fields.add(telling, codes);
  }
  return finish(running, {
    associations: pairs.associations(frequencies, running.documents),
    codes: fields.codes(),
  });
}

function finish(
  running: CorpusStatistics,
  learnt: Pick<CorpusStatistics, 'associations' | 'codes'>,
): CorpusStatistics {
  const { documents, headLength, bodyLength, frequencies } = running;
  const isKept =
    documents < KEEP_SINGLE_BELOW ? () => true : ([, count]: readonly [string, number]) => count > 1;
  const kept = new Map([...frequencies].filter(isKept).sort(([left], [right]) => (left < right ? -1 : 1)));
  const counted = {
    documents,
    headLength: documents === 0 ? 0 : headLength / documents,
    bodyLength: documents === 0 ? 0 : bodyLength / documents,
    frequencies: kept,
    ...learnt,
  };
  return { version: versionOf(counted), ...counted };
}

/** The most telling terms of a text by how often it says them and how rare they are so far. */
function tellingTerms({ places, headLength }: TextProfile, statistics: CorpusStatistics): string[] {
  const weighted: [term: string, weight: number][] = [];
  for (const [term, at] of places) {
    if (term.length < 2 || isStopWord(term) || /^[\d.]+$/.test(term)) continue;
    const said = at.length + at.filter((place) => place <= headLength).length;
    weighted.push([term, (said / (said + 1)) * rarity(term, statistics)]);
  }
  return weighted
    .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
    .slice(0, TELLING_TERMS)
    .map(([term]) => term);
}

/** The same counts have the same version, whoever made them and when. */
function versionOf({
  documents,
  frequencies,
  associations,
  codes,
}: Omit<CorpusStatistics, 'version'>): string {
  const hash = createHash('sha256').update(String(documents));
  for (const [term, count] of frequencies) hash.update(`${term}\t${count}\n`);
  for (const [term, list] of associations) hash.update(`${term}\t${list.length}\n`);
  for (const [term, list] of codes) hash.update(`${term}\t${list.join(' ')}\n`);
  return `s${documents}-${hash.digest('hex').slice(0, 12)}`;
}
