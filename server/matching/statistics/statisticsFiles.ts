import { mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeShare } from './codeCounter.ts';
import type { Association, CorpusStatistics } from './corpusStatistics.ts';

interface Stored {
  version: string;
  documents: number;
  headLength: number;
  bodyLength: number;
  frequencies: [string, number][];
  associations: [string, Association[]][];
  /** Snapshots of earlier versions have none. */
  codes?: [string, CodeShare[]][];
}

const CURRENT = 'current';
/** Older snapshots are kept for a while, so that a run under way can finish on its own. */
const KEPT = 3;

/** Snapshots of corpus statistics, one file a version; `current` names the one in use. */
export function createStatisticsFiles(directory: string) {
  const fileOf = (version: string) => join(directory, `${version}.json`);

  async function currentVersion(): Promise<string | null> {
    return readFile(join(directory, CURRENT), 'utf8').then(
      (text) => text.trim(),
      () => null,
    );
  }

  /** Complete or not at all: a reader never sees half a file. */
  async function writeWhole(path: string, text: string): Promise<void> {
    await writeFile(`${path}.part`, text);
    await rename(`${path}.part`, path);
  }

  async function removeOld(): Promise<void> {
    const names = (await readdir(directory)).filter((name) => name.endsWith('.json'));
    const current = `${await currentVersion()}.json`;
    const old = names
      .filter((name) => name !== current)
      .sort()
      .slice(0, -KEPT);
    for (const name of old) await unlink(join(directory, name)).catch(() => undefined);
  }

  return {
    currentVersion,
    /** A snapshot by its version; null when there is none or it cannot be read. */
    async load(version: string): Promise<CorpusStatistics | null> {
      try {
        const stored = JSON.parse(await readFile(fileOf(version), 'utf8')) as Stored;
        return {
          ...stored,
          frequencies: new Map(stored.frequencies),
          associations: new Map(stored.associations),
          codes: new Map(stored.codes),
        };
      } catch {
        return null;
      }
    },
    /** Keeps a snapshot and puts it in use. */
    async save(statistics: CorpusStatistics): Promise<void> {
      await mkdir(directory, { recursive: true });
      const stored = {
        ...statistics,
        frequencies: [...statistics.frequencies],
        associations: [...statistics.associations],
        codes: [...statistics.codes],
      };
      await writeWhole(fileOf(statistics.version), JSON.stringify(stored));
      await writeWhole(join(directory, CURRENT), statistics.version);
      await removeOld();
    },
  };
}

export type StatisticsFiles = ReturnType<typeof createStatisticsFiles>;
