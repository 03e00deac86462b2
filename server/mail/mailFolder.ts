import { access, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type Letter, type MailTransport, mailOptions } from './letter.ts';

interface FolderParts {
  directory: string;
  from: string;
}

/**
 * Puts letters into a folder while there is no mail server: `<id>.eml` as it would be sent, and
 * `<id>.txt` to read. A letter that is there is not written again.
 */
export function createMailFolder({ directory, from }: FolderParts): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(letter) {
      const path = join(directory, letter.id);
      if (await exists(`${path}.eml`)) return;
      await mkdir(directory, { recursive: true });
      const { message } = await composer.sendMail(mailOptions(letter, from));
      await writeSafely(`${path}.txt`, readable(letter));
      await writeSafely(`${path}.eml`, message as Buffer);
    },
  };
}

function readable({ to, subject, text }: Letter): string {
  return `To: ${to}\nSubject: ${subject}\n\n${text}\n`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The file appears under its name only when it is complete and on disk. */
async function writeSafely(path: string, content: string | Buffer): Promise<void> {
  const file = await open(`${path}.part`, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
