import assert from 'node:assert/strict';
import { z } from 'zod';
import { ApplicationError } from '../../../server/errors.ts';
import { createTranslator } from '../../../server/i18n/translate.ts';
import {
  day,
  mailAddress,
  manyOf,
  maybeOneOf,
  oneOf,
  optionalText,
  pageNumber,
  requiredText,
  ticked,
  wholeNumber,
} from '../../../server/web/formInputs.ts';
import { formView } from '../../../server/web/formView.ts';
import { localPath, safeLocalPath, splitLanguage } from '../../../server/web/localPath.ts';
import { pagination } from '../../../server/web/pagination.ts';
import { readForm } from '../../../server/web/readForm.ts';
import { readQuery } from '../../../server/web/readQuery.ts';

const translate = createTranslator({ strict: true })('en');

function issuesOf(act: () => unknown): Record<string, string> {
  try {
    act();
  } catch (error) {
    if (!(error instanceof ApplicationError)) throw error;
    return Object.fromEntries(error.issues.map(({ field, message }) => [field, message]));
  }
  return {};
}

describe('what is typed into a form', () => {
  const schema = z.strictObject({
    title: requiredText(10),
    note: optionalText(5),
    kind: oneOf(['a', 'b']),
    other: maybeOneOf(['a']),
    many: manyOf(['a', 'b']),
    agree: ticked(),
    count: wholeNumber(1, 9),
    on: day(),
    mail: mailAddress(),
  });
  const right = {
    title: ' 题目\r\n二 ',
    note: '',
    kind: 'a',
    other: '',
    many: 'b',
    agree: 'true',
    count: '3',
    on: '2026-02-28',
    mail: 'A@B.cn',
  };

  it('is read, trimmed and folded', () => {
    const { values } = readForm(schema, { ...right, csrfToken: 'x', formPath: '/y' });
    assert.deepEqual(values, {
      title: '题目\n二',
      note: null,
      kind: 'a',
      other: null,
      many: ['b'],
      agree: true,
      count: 3,
      on: '2026-02-28',
      mail: 'a@b.cn',
    });
  });

  it('is told apart by what is wrong with it', () => {
    const wrong = {
      title: ' ',
      note: '123456',
      kind: 'c',
      other: 'c',
      many: ['a', 'z'],
      count: '10',
      on: '2026-02-30',
      mail: 'no',
    };
    assert.deepEqual(
      issuesOf(() => readForm(schema, wrong)),
      {
        title: 'forms:required',
        note: 'forms:tooLong',
        kind: 'forms:unknownCode',
        other: 'forms:unknownCode',
        'many.1': 'forms:unknownCode',
        count: 'forms:tooHigh',
        on: 'forms:date',
        mail: 'forms:mail',
      },
    );
  });

  it('is missing where nothing was sent, or too much', () => {
    assert.deepEqual(
      issuesOf(() => readForm(schema, {})),
      {
        title: 'forms:required',
        note: 'forms:required',
        kind: 'forms:choose',
        count: 'forms:required',
        on: 'forms:required',
        mail: 'forms:required',
      },
    );
    assert.equal(issuesOf(() => readForm(schema, { ...right, title: ['a', 'b'] })).title, 'forms:required');
  });

  it('is refused when the form has no such field or there was no form', () => {
    for (const body of [{ ...right, isAdmin: '1' }, undefined, 'text']) {
      assert.throws(
        () => readForm(schema, body),
        (error: ApplicationError) => error.kind === 'badRequest',
      );
    }
  });

  it('is refused with control characters and broken characters', () => {
    assert.equal(
      issuesOf(() => readForm(schema, { ...right, title: 'a\u0007' })).title,
      'forms:controlCharacter',
    );
    assert.equal(
      issuesOf(() => readForm(schema, { ...right, title: 'a\uFFFD' })).title,
      'forms:controlCharacter',
    );
  });
});

describe('a form that is shown again', () => {
  it('has one message a field, the first, and leads to a box for each', () => {
    const issues = [
      { field: 'title.zh', message: 'forms:required' },
      { field: 'title.zh', message: 'forms:text' },
      { field: 'many.1', message: 'forms:unknownCode' },
      { field: 'budget.fen', message: 'forms:amount' },
    ];
    const view = formView({ 'title.zh': '', many: ['a'], count: 3, nothing: null }, issues, translate, null, {
      title: 'Title',
    });
    assert.equal(view.errors['title.zh'], 'Please fill this in.');
    assert.equal(view.errors.many, translate('forms:unknownCode'));
    assert.deepEqual(
      view.summary.map(({ href }) => href),
      ['#field-title', '#field-title', '#field-many', '#field-budget'],
    );
    assert.equal(view.summary[0]?.message, 'Title: Please fill this in.');
    assert.deepEqual(view.values, { 'title.zh': '', many: ['a'], count: '3' });
  });
});

describe('the query of an address', () => {
  const schema = z.strictObject({ q: optionalText(5).default(null), page: pageNumber() });
  const refusal = (query: Record<string, unknown>) => {
    try {
      readQuery(schema, query);
    } catch (error) {
      if (error instanceof ApplicationError) return [error.kind, error.explanation, error.values.name];
    }
    return null;
  };

  it('is read with its defaults, empty boxes left out', () => {
    assert.deepEqual(readQuery(schema, {}), { q: null, page: 1 });
    assert.deepEqual(readQuery(schema, { q: '', page: '7' }), { q: null, page: 7 });
  });

  it('is refused by the name of what is wrong', () => {
    assert.deepEqual(refusal({ colour: 'red' }), ['badRequest', 'errors:unknownParameter', 'colour']);
    for (const page of ['0', '-1', '1e3', '1.5', '1000000000', ['1', '2'], 'x']) {
      assert.deepEqual(refusal({ page }), ['badRequest', 'errors:unknownValue', 'page'], String(page));
    }
    assert.deepEqual(refusal({ q: 'toolong' }), ['badRequest', 'errors:unknownValue', 'q']);
  });
});

describe('the pages of a list', () => {
  const at = (page: number, total: number) =>
    pagination({ page, pageSize: 20, total }, '/demands', { q: '焊', page }, { language: 'en' });

  it('keep the query and leave the first page without a number', () => {
    assert.equal(at(2, 45).previous, '/en/demands?q=%E7%84%8A');
    assert.equal(at(2, 45).next, '/en/demands?q=%E7%84%8A&page=3');
  });

  it('show the ends and the neighbours', () => {
    assert.deepEqual(
      at(6, 431).items.map(({ number }) => number),
      [1, 0, 4, 5, 6, 7, 8, 0, 22],
    );
    assert.deepEqual(
      at(1, 45).items.map(({ number }) => number),
      [1, 2, 3],
    );
    assert.equal(at(1, 20).isNeeded, false);
  });

  it('end: beyond there is nothing, but the first is always there', () => {
    assert.throws(
      () => at(4, 45),
      (error: ApplicationError) => error.kind === 'notFound',
    );
    assert.equal(at(1, 0).pages, 1);
  });
});

describe('an address', () => {
  it('is split into language and path and put together again', () => {
    for (const path of ['/', '/demands?q=1', '/?q=1', '/english', '/entry']) {
      assert.deepEqual(splitLanguage(localPath('zh', path)), { language: 'zh', path });
      assert.deepEqual(splitLanguage(localPath('en', path)), { language: 'en', path });
    }
  });

  it('is only led to on this site', () => {
    assert.equal(safeLocalPath('/my/listings?tab=a%20b'), '/my/listings?tab=a%20b');
    for (const path of [
      '//x.example',
      '/\\x.example',
      'https://x.example',
      '',
      '/a\r\nb',
      'my',
      null,
      ['/a'],
      `/${'a'.repeat(3_000)}`,
    ]) {
      assert.equal(safeLocalPath(path), null, String(path));
    }
  });
});
