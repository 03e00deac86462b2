import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z.url().optional(),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: z.string().optional(),
  MEILI_HOST: z.url().optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  MEILI_WRITE_KEY: z.string().optional(),
  EMBEDDING_URL: z.url({ protocol: /^https?$/ }).optional(),
  EMBEDDING_MODEL: z.string().optional(),
  EMBEDDING_KEY: z.string().optional(),
  EMBEDDING_PRIVATE: flag.default(false),
  SESSION_SECRET: z.string().min(16).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Dual Helix <no-reply@dual-helix.invalid>'),
  TRUST_PROXY: z.string().optional(),
  DEMO: flag.optional(),
  REVIEW_LEVELS: z.enum(['city,province', 'city', 'province']).default('city,province'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NODE_ENV: z.string().default('development'),
});

const environment = settings.refine((read) => read.EMBEDDING_URL === undefined || read.EMBEDDING_MODEL, {
  path: ['EMBEDDING_MODEL'],
  message: 'is needed with EMBEDDING_URL',
});

export type Config = ReturnType<typeof readConfig>;

/**
 * The settings of one run, checked and frozen. This is the only reader of the environment.
 * @throws Error naming each variable that is wrong.
 */
export function readConfig(variables: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is not usable: ${problems.join('; ')}`);
  }
  const read = parsed.data;
  return Object.freeze({
    port: read.PORT,
    host: read.HOST,
    baseUrl: (read.BASE_URL ?? `http://${read.HOST}:${read.PORT}`).replace(/\/$/, ''),
    dataDirectory: read.DATA_DIR,
    mongodbUri: read.MONGODB_URI,
    meilisearch: meilisearchOf(read),
    embedding: embeddingOf(read),
    sessionSecret: read.SESSION_SECRET,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    trustProxy: read.TRUST_PROXY,
    demo: read.DEMO,
    reviewLevels: read.REVIEW_LEVELS.split(',') as ReviewLevel[],
    logLevel: read.LOG_LEVEL,
    isProduction: read.NODE_ENV === 'production',
  });
}

function meilisearchOf(read: z.output<typeof environment>) {
  if (read.MEILI_HOST === undefined) return undefined;
  return {
    host: read.MEILI_HOST,
    ...(read.MEILI_SEARCH_KEY ? { searchKey: read.MEILI_SEARCH_KEY } : {}),
    ...(read.MEILI_WRITE_KEY ? { writeKey: read.MEILI_WRITE_KEY } : {}),
  };
}

/** Undefined unless a service is named: nothing leaves the house then. */
function embeddingOf(read: z.output<typeof environment>) {
  if (read.EMBEDDING_URL === undefined) return undefined;
  return {
    url: read.EMBEDDING_URL,
    model: read.EMBEDDING_MODEL ?? '',
    ...(read.EMBEDDING_KEY ? { key: read.EMBEDDING_KEY } : {}),
    isPrivateAllowed: read.EMBEDDING_PRIVATE,
  };
}

export type ReviewLevel = 'city' | 'province';
