import type { Job } from '../../jobs/job.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { MatchingText } from '../matchingText.ts';
import { textProfile } from '../scoring/textProfile.ts';
import { type CorpusStatistics, noStatistics } from './corpusStatistics.ts';
import { countCorpus } from './countCorpus.ts';
import type { StatisticsFiles } from './statisticsFiles.ts';

interface WordParts {
  files: StatisticsFiles;
  glossary: Glossary;
  /** Every published text in order of reference; streamed. */
  publishedTexts: () => AsyncIterable<MatchingText>;
  countPublished: () => Promise<number>;
}

/** Counted again when the corpus grew by so much. */
const GROWTH = 1.1;

/** The snapshot of corpus statistics in use, and how a new one is made. Never counts on the request path. */
export function createWordStatistics({ files, glossary, publishedTexts, countPublished }: WordParts) {
  let current: CorpusStatistics = noStatistics;

  /** Takes over what another process has counted. */
  async function reload(): Promise<void> {
    const version = await files.currentVersion();
    if (version === null || version === current.version) return;
    current = (await files.load(version)) ?? current;
  }

  async function* counted() {
    for await (const text of publishedTexts())
      yield { profile: textProfile(text.passages, glossary), codes: text.facts };
  }

  async function count(): Promise<CorpusStatistics> {
    current = await countCorpus(counted());
    await files.save(current);
    return current;
  }

  return {
    /** The snapshot in use; the assumptions while none was made. */
    current: () => current,
    reload,
    count,
    /** A job: counts anew when the corpus grew by a tenth. */
    job: {
      name: 'countWords',
      intervalMs: 10 * 60_000,
      async run() {
        await reload();
        const documents = await countPublished();
        const isDue =
          documents > 0 && documents >= Math.max(current.documents * GROWTH, current.documents + 1);
        return isDue
          ? { version: (await count()).version, documents }
          : { version: current.version, documents };
      },
    } satisfies Job,
  };
}

export type WordStatistics = ReturnType<typeof createWordStatistics>;
