import { createHash, createHmac } from 'node:crypto';

export type LinkPurpose = 'confirm' | 'password' | 'invitation';

/**
 * The secrets in links that are mailed. A secret follows from the event it was made for and a key
 * that is not in the store: so the mail can be written later, by any process, and again after a
 * crash with the same link, while the store keeps nothing but the digest.
 */
export function createLinkSecrets(key: string) {
  return {
    secretFor: (purpose: LinkPurpose, eventId: string): string =>
      createHmac('sha256', key).update(`${purpose}:${eventId}`).digest('base64url'),
    digestOf: (secret: string): string => createHash('sha256').update(secret).digest('hex'),
  };
}

export type LinkSecrets = ReturnType<typeof createLinkSecrets>;
