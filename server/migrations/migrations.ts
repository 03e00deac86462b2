import type { Migration } from './migration.ts';
import { migration0001StoreIdentity } from './migration0001StoreIdentity.ts';

/** All steps in their order; a new one is added at the end, and none is ever taken out or changed. */
export const migrations: readonly Migration[] = [migration0001StoreIdentity];
