import { createPasswords } from '../../server/accounts/passwords.ts';

/** For people of a story, where signing in is not what is tested; a kept password says by itself what it cost. */
export const cheapPasswords = createPasswords({ memoryKiB: 64, passes: 1 });
