import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

export interface PasswordCost {
  memoryKiB: number;
  passes: number;
}

/** The cost OWASP's cheat sheet names first for argon2id; tests take a cheaper one. */
export const PASSWORD_COST: PasswordCost = { memoryKiB: 19_456, passes: 2 };
const TAG_BYTES = 32;
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]+)\$([\w+/]+)$/;

/** Keeps passwords as argon2id with their own salt, in the usual `$argon2id$v=19$…` form. */
export function createPasswords(cost: PasswordCost = PASSWORD_COST) {
  let dummy: Promise<string> | null = null;

  async function hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const tag = await derive('argon2id', parametersOf(password, salt, cost));
    return `$argon2id$v=19$m=${cost.memoryKiB},t=${cost.passes},p=1$${plain(salt)}$${plain(tag)}`;
  }

  async function matches(password: string, kept: string): Promise<boolean> {
    const [, memory, passes, salt, tag] = FORM.exec(kept) ?? [];
    if (memory === undefined || passes === undefined || salt === undefined || tag === undefined) return false;
    const keptTag = Buffer.from(tag, 'base64');
    const keptCost = { memoryKiB: Number(memory), passes: Number(passes) };
    const found = await derive('argon2id', parametersOf(password, Buffer.from(salt, 'base64'), keptCost));
    return found.length === keptTag.length && timingSafeEqual(found, keptTag);
  }

  return {
    hash,
    /** Whether the password is the kept one. Without a kept one it takes as long and is never right. */
    async verify(password: string, kept: string | null): Promise<boolean> {
      dummy ??= hash(randomBytes(16).toString('hex'));
      const isRight = await matches(password, kept ?? (await dummy));
      return isRight && kept !== null;
    },
  };
}

export type Passwords = ReturnType<typeof createPasswords>;

/** The same characters typed on another keyboard make the same password. */
function parametersOf(password: string, nonce: Buffer, cost: PasswordCost): Argon2Parameters {
  return {
    message: Buffer.from(password.normalize('NFKC')),
    nonce,
    parallelism: 1,
    tagLength: TAG_BYTES,
    memory: cost.memoryKiB,
    passes: cost.passes,
  };
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
