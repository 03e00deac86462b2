import { join } from 'node:path';
import type { AccountRecord } from '../../models/records.ts';
import { createAccountServices } from '../../server/accounts/accountServices.ts';
import { actorOf } from '../../server/accounts/actorOf.ts';
import { emptyAccount } from '../../server/accounts/registrationService.ts';
import { readConfig } from '../../server/config.ts';
import { createDiskFileStore } from '../../server/files/diskFileStore.ts';
import { createFileRecordStore } from '../../server/files/fileRecordStore.ts';
import { createNoticeServices } from '../../server/notices/noticeServices.ts';
import type { OrganisationProfile } from '../../server/organisations/organisationService.ts';
import { createBackground } from '../../server/relay/background.ts';
import { createChangeRecorder } from '../../server/relay/change.ts';
import { createConsumerRunner } from '../../server/relay/consumerRunner.ts';
import { createOccurrenceStore } from '../../server/relay/occurrenceStore.ts';
import { createRelay } from '../../server/relay/relay.ts';
import { createPendingStores, createStores } from '../../server/stores.ts';
import { cheapPasswords } from './cheapPasswords.ts';
import { lettersTo } from './letters.ts';
import { openTemporaryStore } from './temporaryStore.ts';

/** A Monday morning in Shenyang. */
const MONDAY = new Date('2026-03-02T02:00:00Z');

/** Cheap enough for many sign-ins in a test; the product never uses it. */
export const CHEAP_PASSWORDS = { memoryKiB: 64, passes: 1 };
export const PASSWORD = 'quiet harbour 42';

/** People, organisations, notices and letters on a real store, with a clock the test turns. */
export async function openAccountWorld() {
  const { directory, models, close } = await openTemporaryStore();
  const time = { now: MONDAY };
  const clock = { now: () => time.now };
  const failures: unknown[] = [];
  const config = readConfig({ DATA_DIR: directory, BASE_URL: 'https://market.example' });
  const stores = createStores(models, clock, 'test');
  const recorder = createChangeRecorder({ clock, auditKey: 'test key' });
  const occurrences = createOccurrenceStore(models, recorder);
  const files = createDiskFileStore({
    directory: join(directory, 'files'),
    records: createFileRecordStore(models, clock),
  });
  const shared = { models, stores, recorder, occurrences, files, clock };
  const services = createAccountServices({ ...shared, linkKey: 'link key', passwordCost: CHEAP_PASSWORDS });
  const { accounts, organisations, founderConsumer } = services;
  const notices = createNoticeServices({
    stores,
    accounts,
    config,
    clock,
    onMailFailure: (error) => failures.push(error),
  });
  const runner = createConsumerRunner({
    consumers: [founderConsumer, notices.noticeConsumer],
    eventLog: stores.eventLog,
    cursors: stores.cursors,
    clock,
    onFailure: (_, error) => failures.push(error),
  });
  const relay = createRelay({ sources: createPendingStores(models), eventLog: stores.eventLog });
  const background = createBackground({
    relay,
    runner,
    leases: stores.leases,
    onFailure: (error) => failures.push(error),
  });

  return {
    directory,
    models,
    stores,
    time,
    clock,
    failures,
    files,
    recorder,
    accounts,
    organisations,
    notices,
    runner,
    drain: background.drain,
    close,
    pass(milliseconds: number): void {
      time.now = new Date(time.now.getTime() + milliseconds);
    },
    /** Puts somebody into the store who can act at once. */
    async person(name: string, change: Partial<AccountRecord> = {}) {
      const { event, entry, at } = recorder.record('account', { actor: null, role: 'test', event: 'test' });
      const mail = `${name}@market.example`;
      const account: AccountRecord = {
        ...emptyAccount(name, mail),
        identifiers: [{ kind: 'mail', value: mail, verifiedAt: at }],
        name,
        language: 'zh',
        passwordHash: await cheapPasswords.hash(PASSWORD),
        createdAt: at,
        updatedAt: at,
        revision: 1,
        history: [entry],
        pending: [event],
        state: 'active',
        ...change,
      };
      await stores.accounts.add(account);
      return actorOf(account);
    },
    actor: async (accountId: string) => actorOf(await stores.accounts.get(accountId)),
    /** The letters to an address, the oldest first, as they can be read. */
    letters: (address: string): Promise<string[]> => lettersTo(directory, address),
  };
}

export type AccountWorld = Awaited<ReturnType<typeof openAccountWorld>>;

export function profile(change: Partial<OrganisationProfile> = {}): OrganisationProfile {
  return {
    name: { zh: '沈州材料研究所', en: 'Shenzhou Institute of Materials' },
    kind: 'research-institute',
    region: '2101',
    creditCode: null,
    description: null,
    website: null,
    fields: [],
    size: null,
    isStateFounded: true,
    requiresApproval: false,
    units: [],
    ...change,
  };
}
