import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from './app.ts';
import type { Visitor } from './visitor.ts';

/** The letters to an account, the latest last, as plain text. */
export async function lettersTo(app: TestApp, mail: string): Promise<string[]> {
  await app.drain();
  await app.services.jobs.runDue();
  const folder = join(app.directory, 'mail');
  const account = await app.services.stores.accounts.findByMail(mail);
  const names = (await readdir(folder)).filter((name) => name.endsWith(`-${account?._id}.txt`));
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

/** The address of the one link in a letter, without the host. */
export function linkIn(letter: string): string {
  const [, path] = /https?:\/\/market\.test(\/\S+)/.exec(letter) ?? [];
  if (path === undefined) throw new Error(`There is no link in: ${letter}`);
  return path;
}

/** Fills the guided form of a patent listing page by page, with its facts and a file. @returns the reference. */
export async function writePatentListing(author: Visitor, patentNumber: string): Promise<string> {
  await author.open('/my/listings/new/patent');
  await author.submit(
    {
      'title.zh': '铝合金熔体旋转除气',
      'title.en': 'Rotary degassing of aluminium melts',
      'summary.zh': '氢含量降到 0.10 mL/100g 以下，废品率由 8% 降到 1.5%。',
      'summary.en': 'Hydrogen below 0.10 mL/100 g; scrap from 8 % to 1.5 %.',
      field: 'new-materials',
      industry: ['32'],
      ipc: 'C22B 9/05',
    },
    { button: '保存并继续' },
  );
  const reference = author.page.address.split('/')[3] ?? '';
  await author.submit(
    {
      'problem.zh': '铝液含氢，铸件出现针孔。',
      'solution.zh': '石墨转子把惰性气体打成细泡，带走氢。',
      'benefit.zh': '废品率由 8% 降到 1.5%。',
      maturity: '7',
      'metrics.0.indicator': '氢含量',
      'metrics.0.operator': 'le',
      'metrics.0.value': '0.1',
      'metrics.0.unit': 'mL/100g',
    },
    { button: '保存并继续' },
  );
  await author.submit(
    { kind: 'test-report', visibility: 'public' },
    { files: { file: [{ name: '检测.csv', content: '批次,氢含量\n1,0.09\n' }] } },
  );
  await author.open(`/my/listings/${reference}/patents`);
  await author.submit({ patents: patentNumber }, { button: '保存草稿' });
  await author.open(`/my/listings/${reference}/terms`);
  await author.submit(
    { cooperation: ['licence-ordinary', 'licence-exclusive'], priceForm: 'fixed', 'price.amount': '30' },
    { button: '保存草稿' },
  );
  return reference;
}

/** Says what is known of a patent: in force, granted, looked up in the register. */
export async function describePatent(author: Visitor, id: string): Promise<void> {
  await author.open(`/my/patents/${id}`);
  await author.submit({
    'title.zh': '一种铝合金熔体除气装置',
    isOwn: 'true',
    filedOn: '2017-07-21',
    grantedOn: '2019-04-02',
    legalStatus: 'valid',
    registerCheckedOn: '2026-02-20',
  });
}

export async function submitForReview(author: Visitor, reference: string): Promise<void> {
  await author.open(`/my/listings/${reference}/statement`);
  await author.submit({ isNotSecret: 'yes', isTruthful: 'yes' }, { button: '提交审核' });
}

/** Ticks everything and decides. */
export async function decide(
  reviewer: Visitor,
  reference: string,
  button: string,
  values: Record<string, string | string[]> = {},
): Promise<void> {
  const page = await reviewer.open(`/desk/review/${reference}`);
  const checklist = page
    .$('input[name="checklist"]')
    .toArray()
    .map((box) => page.$(box).attr('value') ?? '');
  await reviewer.submit({ checklist, ...values }, { form: '.decision form', button });
}
