import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createTranslator } from '../i18n/translate.ts';
import type { Services } from '../services.ts';
import { createViews } from './createViews.ts';
import { createLimits, LIMITS, type Limit, type LimitName } from './limits.ts';
import { createSharedCounts } from './sharedCounts.ts';
import { createSignIn } from './signIn.ts';
import { createUpload } from './upload.ts';

export interface WebOptions {
  limits?: Record<LimitName, Limit>;
}

/** What routes are given besides the services: views, languages, limits, uploads and the sign-in. */
export function createWeb(services: Services, config: Config, { limits = LIMITS }: WebOptions = {}) {
  const { signIn, findActor } = services.accounts;
  return {
    ...createViews(),
    translator: createTranslator({ strict: !config.isProduction }),
    limits: createLimits(limits, sharedCountsOf(services, config)),
    upload: createUpload({ directory: join(config.dataDirectory, 'temporary') }),
    signIn: createSignIn({ verify: signIn.verify, findActor }),
    isHttps: config.baseUrl.startsWith('https:'),
    baseUrl: config.baseUrl,
    clock: services.clock,
  };
}

/** On the embedded store one server works, whose memory is enough. */
function sharedCountsOf({ stores, linkKey, log }: Services, { mongodbUri }: Config) {
  return mongodbUri ? createSharedCounts({ counts: stores.limitCounts, key: linkKey, log }) : null;
}

export type Web = ReturnType<typeof createWeb>;
