import { createTransport } from 'nodemailer';
import { type MailTransport, MailUnavailable, mailOptions } from './letter.ts';

interface SmtpParts {
  /** As nodemailer reads it, such as `smtps://user:password@host:465`. */
  url: string;
  from: string;
}

/** Codes of nodemailer for a server that does not answer at all or does not let us in. */
const UNAVAILABLE = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EAUTH', 'ECONNREFUSED']);

/** Sends letters through a mail server. */
export function createSmtpTransport({ url, from }: SmtpParts): MailTransport {
  const smtp = createTransport(url);
  return {
    async send(letter) {
      try {
        await smtp.sendMail(mailOptions(letter, from));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        throw UNAVAILABLE.has(code) ? new MailUnavailable(error) : error;
      }
    },
  };
}
