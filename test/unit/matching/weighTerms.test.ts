import assert from 'node:assert/strict';
import { emptyGlossary } from '../../../server/matching/glossary/glossary.ts';
import { readText } from '../../../server/matching/reading/readText.ts';
import { compareSubjects, rawSubject } from '../../../server/matching/scoring/subjectPart.ts';
import { type TextProfile, textProfile } from '../../../server/matching/scoring/textProfile.ts';
import { countCorpus } from '../../../server/matching/statistics/countCorpus.ts';
import { WEIGHTS } from '../../../server/matching/weights.ts';

const profileOf = (text: string) => textProfile([{ text, weight: 1 }], emptyGlossary);
const counted = (...profiles: TextProfile[]) =>
  countCorpus(profiles.map((profile) => ({ profile, codes: { ipc: [], industry: [] } })));
const readingOf = (text: string, statistics: Awaited<ReturnType<typeof countCorpus>>) =>
  readText({ passages: [{ field: 'text', text, weight: 1 }] }, statistics, emptyGlossary);

describe('the terms of a demand', () => {
  const supply = profileOf('Vacuum die casting of housings without porosity');

  it('leave the places to words a listing holds, however much else is said', async () => {
    const statistics = await counted(supply, profileOf('Kiln for roof tiles'));
    const chatter = Array.from({ length: 300 }, (_, at) => `zqx${String.fromCharCode(97 + (at % 26))}${at}y`);
    const { terms } = readingOf(`${chatter.join(' ')} porosity`, statistics);
    assert.deepEqual(
      terms.map(({ term }) => term),
      ['poros'],
    );
    assert.ok(terms.length <= WEIGHTS.reading.mostTerms);
  });

  it('count what no listing holds as asked for and not said', async () => {
    const statistics = await counted(supply, profileOf('Kiln for roof tiles'));
    const clear = compareSubjects(readingOf('porosity', statistics), supply, statistics);
    const chatty = compareSubjects(readingOf('porosity wuthering zephyr', statistics), supply, statistics);
    assert.equal(clear.unheard, 0);
    assert.ok(chatty.unheard > 0);
    assert.ok(rawSubject(chatty) < rawSubject(clear));
  });

  it('keep every word while no statistics were made', async () => {
    const { terms, unheard } = readingOf('porosity wuthering', await counted());
    assert.equal(terms.length, 2);
    assert.deepEqual(unheard, { han: 0, latin: 0 });
  });
});
