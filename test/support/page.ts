import { type CheerioAPI, load } from 'cheerio';

/** A page as a reader sees it. `address` is where it was found, with its query. */
export function readPage(html: string, status: number, address: string) {
  const $ = load(html);
  const texts = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => plain($(element).text()));
  return {
    $,
    html,
    status,
    address,
    title: plain($('title').text()),
    heading: plain($('h1').first().text()),
    language: $('html').attr('lang') ?? '',
    /** What the page says, without its header and footer. */
    text: plain($('main').text()),
    texts,
    /** Messages beside fields and in the summary of a form. */
    errors: texts('.field-error'),
    summary: texts('.error-summary li'),
    notices: texts('.notice'),
    has: (text: string) => plain($('main').text()).includes(text),
    /** The address a link leads to, by its words. */
    link(words: string): string {
      const found = $('a')
        .toArray()
        .find((element) => plain($(element).text()).includes(words));
      const href = found && $(found).attr('href');
      if (!href)
        throw new Error(
          `${address} has no link "${words}"; it says: ${plain($('main').text()).slice(0, 400)}`,
        );
      return href;
    },
    form: (selector = 'main form[method="post"]') => readForm($, selector, address),
  };
}

export type Page = ReturnType<typeof readPage>;

export interface PageForm {
  action: string;
  isMultipart: boolean;
  /** Every name the form can send, also of boxes that are not ticked. */
  names: Set<string>;
  /** What a browser would send untouched. */
  values: [name: string, value: string][];
  buttons: { words: string; name: string; value: string }[];
  value(name: string): string | undefined;
}

function readForm($: CheerioAPI, selector: string, address: string): PageForm {
  const form = $(selector).first();
  if (form.length === 0)
    throw new Error(`${address} has no form ${selector}: ${plain($('main').text()).slice(0, 400)}`);
  const boxes = form
    .find('input, select, textarea')
    .toArray()
    .map((element) => $(element));
  const values = boxes.flatMap((box) => sentBy($, box));
  return {
    action: form.attr('action') || address,
    isMultipart: form.attr('enctype') === 'multipart/form-data',
    names: new Set(boxes.map((box) => box.attr('name') ?? '')),
    values,
    value: (name) => values.find(([own]) => own === name)?.[1],
    buttons: form
      .find('button')
      .toArray()
      .map((element) => ({
        words: plain($(element).text()),
        name: $(element).attr('name') ?? '',
        value: $(element).attr('value') ?? '',
      })),
  };
}

function sentBy($: CheerioAPI, box: Box): [string, string][] {
  const name = box.attr('name');
  const type = box.attr('type');
  if (name === undefined || type === 'file' || type === 'submit') return [];
  if (type === 'checkbox' || type === 'radio')
    return box.is('[checked]') ? [[name, box.attr('value') ?? 'on']] : [];
  if (box.is('select')) {
    const chosen = box.find('option[selected]').toArray();
    const options = chosen.length > 0 ? chosen : box.find('option').toArray().slice(0, 1);
    return options.map((option) => [name, $(option).attr('value') ?? '']);
  }
  if (box.is('textarea')) return [[name, box.text().replace(/^\n/, '')]];
  return [[name, box.attr('value') ?? '']];
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

type Box = ReturnType<CheerioAPI>;
