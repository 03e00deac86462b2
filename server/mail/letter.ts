/** A letter that is ready to be sent. */
export interface Letter {
  /** Names the letter for ever: the id of the event and of who gets it. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Where letters go. Sending the same letter again must do no harm. */
export interface MailTransport {
  send(letter: Letter): Promise<void>;
}

/** Thrown when no letter at all can be sent at present, whoever it is for. */
export class MailUnavailable extends Error {
  constructor(cause: unknown) {
    super('The mail server cannot be reached', { cause });
    this.name = 'MailUnavailable';
  }
}

/** The letter as nodemailer takes it. The same event and recipient always give the same Message-ID. */
export function mailOptions(letter: Letter, from: string) {
  const host = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.id}@${host}>`,
    // Tells other programs that no person wrote this, so that none answers it (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
