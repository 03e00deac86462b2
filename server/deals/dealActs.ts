import type { Request } from 'express';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { readForm } from '../web/readForm.ts';
import { filesOf } from '../web/upload.ts';
import type { DealFile } from './deal.ts';
import { agreeForm, contactForm, declineForm, failForm, messageForm, seenForm } from './dealForms.ts';

/** Acts that need nothing but the button. */
export const PLAIN_EVENTS = ['accept', 'negotiate', 'sign-nda', 'deliver'] as const;

type Needs = Pick<Services, 'deals' | 'files'>;

/** What each button of a deal does, by the last part of its address. */
export function dealActs({ deals, files }: Needs) {
  const { service } = deals;
  const seen = (request: Request, reference: string, revision: number) => ({
    actor: actorOf(request),
    reference,
    revision,
  });

  async function keepFiles(request: Request): Promise<DealFile[]> {
    const sent = filesOf(request).file ?? [];
    return Promise.all(
      sent.map(async ({ path, name, size, mediaType }) => ({
        ...(await files.put(path, mediaType)),
        name,
        size,
        mediaType,
      })),
    );
  }

  const plain =
    (act: 'accept' | 'negotiate' | 'signNda' | 'deliver') => async (request: Request, reference: string) => {
      const { values } = readForm(seenForm, request.body);
      await service[act](seen(request, reference, values.revision));
    };

  return {
    accept: plain('accept'),
    negotiate: plain('negotiate'),
    'sign-nda': plain('signNda'),
    deliver: plain('deliver'),
    async decline(request: Request, reference: string) {
      const { revision, ...reason } = readForm(declineForm, request.body).values;
      await service.decline(seen(request, reference, revision), reason);
    },
    async fail(request: Request, reference: string) {
      const { revision, ...reason } = readForm(failForm, request.body).values;
      await service.fail(seen(request, reference, revision), reason);
    },
    async message(request: Request, reference: string) {
      const { revision, text } = readForm(messageForm, request.body).values;
      await service.message(seen(request, reference, revision), { text, files: await keepFiles(request) });
    },
    async disclose(request: Request, reference: string) {
      const { revision, name, mail, phone } = readForm(contactForm, request.body).values;
      await service.disclose(seen(request, reference, revision), {
        name,
        mail: mail ?? '',
        phone: phone ?? '',
      });
    },
    async agree(request: Request, reference: string) {
      const { revision, version } = readForm(agreeForm, request.body).values;
      await service.agree(seen(request, reference, revision), version);
    },
  };
}

export type DealActs = ReturnType<typeof dealActs>;
