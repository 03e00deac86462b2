import { PASSWORD } from '../../support/market.ts';
import type { Page } from '../../support/page.ts';
import { createVisitor, type SubmitOptions } from '../../support/visitor.ts';
import type { Ledger } from './ledger.ts';
import type { Site } from './site.ts';

interface Answer {
  status: number;
  location: string;
}

/** Whom everybody of the market works for who is not of the office. */
export const HOUSES: Record<string, string> = { researcher: 'institute', buyer: 'firm', competitor: 'rival' };

/** What a client sees of a server that dies, or that is not back yet. */
const BROKEN_OFF = new Set(['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE']);

/**
 * Somebody with a browser who is not put off: when the server does not answer, the same page is opened
 * or the same form sent once more as soon as it is back.
 */
export async function createPerson(site: Site, ledger: Ledger, name: string) {
  let answer: Answer | null = null;
  const lastAnswer = () => answer;
  const visitor = createVisitor(site.address, ({ status, headers }) => {
    answer = { status, location: String(headers.location ?? '') };
  });

  async function untilAnswered<Result>(work: () => Promise<Result>): Promise<Result> {
    for (;;) {
      await site.whenUp();
      ledger.noteRequest();
      try {
        return await work();
      } catch (error) {
        if (!isBrokenOff(error)) throw error;
      }
    }
  }

  async function open(address: string): Promise<Page> {
    const page = await untilAnswered(() => visitor.open(address));
    if (page.address.startsWith('/sign-in')) throw new Error(`${name} had to sign in again at ${address}`);
    if (page.status !== 200) throw new Error(`${address} gives ${name} ${page.status}: ${page.text}`);
    return page;
  }

  const person = {
    /** The organisation they work for. */
    house: HOUSES[name] ?? '',
    open,
    /**
     * Sends the form of the open page. `onDone` hears where we are sent as soon as the act is acknowledged.
     * @returns false when somebody else was first, or we ourselves before the server died.
     */
    async send(
      values: Record<string, string | string[]>,
      options: SubmitOptions,
      onDone: (location: string) => void = () => {},
    ): Promise<boolean> {
      answer = null;
      const arrived = await untilAnswered(() =>
        visitor.submit(values, options).catch((error: unknown) => {
          if (lastAnswer() === null) throw error;
          return null;
        }),
      );
      const { status, location } = lastAnswer() ?? { status: 0, location: '' };
      if (status === 409) return false;
      if (status !== 303) throw new Error(`A form of ${name} got ${status}: ${visitor.page.text}`);
      onDone(location);
      if (arrived === null) await open(location);
      return true;
    },
  };

  await visitor.signIn(`${name}@market.test`, PASSWORD);
  if (visitor.page.address.startsWith('/sign-in')) throw new Error(`${name} was not let in`);
  return person;
}

export type Person = Awaited<ReturnType<typeof createPerson>>;

function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ('code' in error && BROKEN_OFF.has(String(error.code))) || /socket hang up|aborted/.test(error.message)
  );
}
