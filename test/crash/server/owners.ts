import type { Ledger } from './ledger.ts';
import type { Person } from './person.ts';

/** What everybody needs to know who goes on until the last round is over. */
export interface Scene {
  ledger: Ledger;
  isOver: () => boolean;
  /** Until something happens that may give somebody without work some; at once when all is over. */
  idle: () => Promise<void>;
}

const NEXT_YEAR = new Date().getFullYear() + 1;

/** Posts one demand after the other by the guided form, and never the same twice. */
export async function postDemands(buyer: Person, { ledger, isOver }: Scene): Promise<void> {
  for (let number = 1; !isOver(); number++) await postDemand(buyer, ledger, number);
}

async function postDemand(buyer: Person, ledger: Ledger, number: number): Promise<void> {
  const title = `降低第 ${number} 种泵壳的漏气`;
  let reference = '';
  await buyer.open('/my/listings/new/demand');
  await buyer.send(
    {
      'title.zh': title,
      'summary.zh': `第 ${number} 种泵壳压铸后打压漏气，希望把废品降下来。`,
      demandType: 'problem-solving',
      field: 'advanced-manufacturing',
      industry: ['34'],
    },
    { button: '保存并继续' },
    (location) => {
      reference = location.split('/')[3] ?? '';
      ledger.note({ kind: 'listing', reference, title });
    },
  );
  const background = `第 ${number} 种泵壳换了回收铝以后经常漏气，切开能看到小孔，希望把铝水里的气去掉。`;
  const figure = { indicator: '打压漏气率', operator: 'le', value: '2', unit: '%' };
  const metrics = Object.entries(figure).map(([name, value]) => [`metrics.0.${name}`, value]);
  await buyer.open(`/my/listings/${reference}/detail`);
  await buyer.send(
    { 'background.zh': background, ...Object.fromEntries(metrics) },
    { button: '保存草稿' },
    () => ledger.note({ kind: 'saved', reference, field: 'background', text: background }),
  );
  await buyer.open(`/my/listings/${reference}/terms`);
  await buyer.send(
    { cooperation: ['licence-ordinary', 'service'], deadline: `${NEXT_YEAR}-12-31`, visibility: 'anonymous' },
    { button: '保存草稿' },
  );
  await buyer.open(`/my/listings/${reference}/statement`);
  await buyer.send({ isNotSecret: 'yes', isTruthful: 'yes' }, { button: '提交审核' }, () =>
    ledger.note({ kind: 'move', reference, event: 'submit' }),
  );
}

/** Asks about a listing again and again, and writes to its owner. */
export async function askAndWrite(rival: Person, listing: string, { ledger, isOver }: Scene): Promise<void> {
  for (let number = 1; !isOver(); number++) {
    const about = `第 ${number} 次询问：连湾泵业，年产泵壳 12 万件`;
    let deal = '';
    await rival.open(`/my/deals/new?listing=${listing}`);
    await rival.send(
      { requestKind: 'information', cooperation: '普通许可', unclear: '能否先做样件', about },
      {},
      (location) => {
        deal = location.split('/')[3] ?? '';
        ledger.note({ kind: 'deal', deal, about });
      },
    );
    for (let message = 1; message <= 4 && !isOver(); message++)
      await write(rival, deal, `${about}，第 ${message} 封`, ledger);
  }
}

/** Takes up what was asked and writes back, in the deal that came last. */
export async function answerAndWrite(owner: Person, { ledger, isOver, idle }: Scene): Promise<void> {
  for (let number = 1; !isOver(); number++) {
    const deal = ledger.latest('deal')?.deal;
    if (deal === undefined) await idle();
    else {
      await accept(owner, deal, ledger);
      await write(owner, deal, `第 ${number} 封回信`, ledger);
    }
  }
}

async function accept(owner: Person, deal: string, ledger: Ledger): Promise<void> {
  const form = 'form[action$="/accept"]';
  const page = await owner.open(`/my/deals/${deal}`);
  if (page.$(form).length === 0) return;
  await owner.send({}, { form }, () =>
    ledger.note({ kind: 'dealMove', deal, event: 'accept', by: owner.house }),
  );
}

/** Writes until the message is seen in the deal: others may write at the same moment and be first. */
async function write(person: Person, deal: string, text: string, ledger: Ledger): Promise<void> {
  const note = () => ledger.note({ kind: 'message', deal, text });
  for (;;) {
    const page = await person.open(`/my/deals/${deal}`);
    if (page.texts('.message').some((shown) => shown.includes(text))) return note();
    if (await person.send({ text }, { form: 'form[action$="/message"]' }, note)) return;
  }
}
