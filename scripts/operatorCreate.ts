import { parseArgs } from 'node:util';
import { z } from 'zod';
import { OFFICE_ROLES } from '../server/accounts/accountForms.ts';
import { readRegionList } from '../server/accounts/regionList.ts';
import { LANGUAGES } from '../server/localized.ts';
import { paths } from '../server/paths.ts';
import { openForScript } from './openForScript.ts';

const USAGE =
  'operator:create -- --mail M --level city|province --region CODE [--region CODE …] [--role operator|supervisor|administrator|auditor] [--name N] [--language zh|en]';

const given = z.strictObject({
  mail: z.email().transform((mail) => mail.toLowerCase()),
  level: z.enum(['city', 'province']).default('province'),
  region: z.array(z.string()).default([]),
  role: z.enum(OFFICE_ROLES).default('operator'),
  name: z.string().trim().min(1).max(60).optional(),
  language: z.enum(LANGUAGES).default('zh'),
});

/** Reads the command line. @throws Error naming what is wrong. */
function readArguments() {
  const { values } = parseArgs({
    options: {
      mail: { type: 'string' },
      level: { type: 'string' },
      region: { type: 'string', multiple: true },
      role: { type: 'string' },
      name: { type: 'string' },
      language: { type: 'string' },
    },
  });
  const parsed = given.safeParse(values);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    throw new Error(`${problems.join('; ')}\n${USAGE}`);
  }
  const regions = parsed.data.region.flatMap(readRegionList).filter((code) => code !== null);
  if (regions.length < parsed.data.region.length)
    throw new Error(`--region: a region is not known\n${USAGE}`);
  if (parsed.data.role === 'operator' && regions.length === 0)
    throw new Error(`--region is needed\n${USAGE}`);
  return { ...parsed.data, regions };
}

async function createOperator(): Promise<void> {
  const { mail, level, role, language, name, regions } = readArguments();
  const { services, close } = await openForScript();
  try {
    const person = {
      mail,
      name: name ?? mail.split('@')[0] ?? mail,
      language,
      post: { role, level, regions },
    };
    const { secret } = await services.accounts.console.appoint(person);
    console.log(`${mail} is now ${role} (${level}${regions.length > 0 ? `, ${regions.join(' ')}` : ''}).`);
    if (secret === null) console.log('The account has a password already and keeps it.');
    else console.log(`Set the password within a day: ${services.config.baseUrl}${paths.setPassword(secret)}`);
    await services.background.drain();
  } finally {
    await close();
  }
}

try {
  await createOperator();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
