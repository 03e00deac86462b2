import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Nothing but the site under test is reached. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/**
 * Chromium without a window, from CHROMIUM_PATH or where Debian puts it.
 * @throws Error when it is not there: pages nobody looked at are not tested.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath))
    throw new Error(
      `There is no Chromium at ${executablePath}: install it (Debian: apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM_PATH.`,
    );
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
