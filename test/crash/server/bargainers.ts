import type { Scene } from './owners.ts';
import type { Person } from './person.ts';

const TERMS = {
  contractType: 'LIC',
  licenceKind: 'exclusive',
  use: '泵壳压铸',
  territory: '中国境内',
  paymentMode: 'lump-sum',
  'fee.amount': '30',
  'total.amount': '30',
  'technology.amount': '28',
};

interface Step {
  event: string;
  who: Person;
  values: Record<string, string>;
}

/**
 * Two sides agree on an exclusive licence, break it off and begin again: a right on the patent and the
 * deal that holds it are two documents.
 */
export async function bargain(buyer: Person, owner: Person, listing: string, scene: Scene): Promise<void> {
  const { ledger, isOver } = scene;
  const steps: Step[] = [
    { event: 'accept', who: owner, values: {} },
    { event: 'disclose', who: buyer, values: { name: '王' } },
    { event: 'disclose', who: owner, values: { name: '李' } },
    { event: 'propose', who: owner, values: TERMS },
    { event: 'agree', who: buyer, values: {} },
    { event: 'fail', who: buyer, values: { reason: 'price' } },
  ];
  for (let number = 1; !isOver(); number++) {
    let deal = '';
    await buyer.open(`/my/deals/new?listing=${listing}`);
    await buyer.send(
      { requestKind: 'licence', cooperation: '独占许可', unclear: '期限', about: `第 ${number} 次谈判` },
      {},
      (location) => {
        deal = location.split('/')[3] ?? '';
        ledger.note({ kind: 'dealMove', deal, event: 'request', by: 'firm' });
      },
    );
    for (const step of steps) if (!isOver()) await take(step, deal, scene);
  }
}

/** Does a step of a deal until it is acknowledged, or seen to be done when the server died before it could say so. */
async function take({ event, who, values }: Step, deal: string, { ledger }: Scene): Promise<void> {
  const note = () => ledger.note({ kind: 'dealMove', deal, event, by: who.house });
  const form = event === 'propose' ? 'main form[method="post"]' : `form[action$="/${event}"]`;
  for (;;) {
    const page = await who.open(`/my/deals/${deal}`);
    const isDone = event === 'propose' ? page.has('第 1 版') : page.$(form).length === 0;
    if (isDone) return note();
    if (event === 'propose') await who.open(`/my/deals/${deal}/terms`);
    if (await who.send(values, { form }, note)) return;
  }
}
