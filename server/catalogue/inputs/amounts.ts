import { z } from 'zod';
import { groupedNumber } from '../../groupedNumber.ts';
import { currencies } from '../../vocabulary/currencies.ts';
import type { Field, Input } from '../field.ts';
import { typedText } from './formText.ts';

export interface Money {
  fen: number;
  currency: string;
}

/** 10,000 units of a currency in hundredths; people type and read amounts in 万元. */
export const FEN_PER_WAN = 1_000_000;
const MOST_FEN = 1_000_000 * FEN_PER_WAN;
const DECIMAL = /^\d{1,9}(?:\.(\d{1,6}))?$/;

/**
 * A number typed with a decimal point, scaled to an integer. What is not a number, or finer than can be stored,
 * stays as typed and fails the schema: nothing is rounded behind the back of who typed it.
 */
function scaled(typed: string, factor: number): number | string {
  const match = DECIMAL.exec(typed.normalize('NFKC').replaceAll(/[,\s]/g, ''));
  if (match === null || 10 ** (match[1]?.replace(/0+$/, '').length ?? 0) > factor) return typed;
  return Math.round(Number(match[0]) * factor);
}

const unscaled = (value: unknown, factor: number) =>
  typeof value === 'number' ? String(value / factor) : '';

const money: Input = {
  schema: () =>
    z.strictObject({
      fen: z
        .number({ error: 'forms:amount' })
        .int()
        .min(0, { error: 'forms:amount' })
        .max(MOST_FEN, { error: 'forms:amount' }),
      currency: z.string().refine((code) => currencies.has(code), { error: 'forms:unknownCode' }),
    }),
  read(body, field) {
    const amount = typedText(body, `${field.name}.amount`);
    if (amount === undefined) return undefined;
    return { fen: scaled(amount, FEN_PER_WAN), currency: typedText(body, `${field.name}.currency`) ?? 'CNY' };
  },
  write(value, field) {
    const stored = value as Money | undefined;
    return {
      [`${field.name}.amount`]: unscaled(stored?.fen, FEN_PER_WAN),
      [`${field.name}.currency`]: stored?.currency ?? 'CNY',
    };
  },
  show(value, _field, language) {
    const { fen, currency } = value as Money;
    const amount = groupedNumber(fen / (language === 'zh' ? FEN_PER_WAN : 100), 6);
    if (language === 'en') return [`${currency} ${amount}`];
    return [currency === 'CNY' ? `${amount} 万元` : `${amount} 万${currencies.label(currency, 'zh')}`];
  },
};

/** A share in basis points, typed in per cent. */
const rate: Input = {
  schema: () =>
    z
      .number({ error: 'forms:rate' })
      .int()
      .min(0, { error: 'forms:rate' })
      .max(10_000, { error: 'forms:rate' }),
  read(body, field) {
    const typed = typedText(body, field.name);
    return typed === undefined ? undefined : scaled(typed.replace(/[%％]$/, ''), 100);
  },
  write: (value, field) => ({ [field.name]: unscaled(value, 100) }),
  show: (value) => [`${Number(value) / 100} %`],
};

const number: Input = {
  schema: (field: Field) =>
    z
      .number({ error: 'forms:number' })
      .int({ error: 'forms:number' })
      .min(0, { error: 'forms:number' })
      .max(field.maximum ?? 1_000_000, { error: 'forms:number' }),
  read(body, field) {
    const typed = typedText(body, field.name);
    return typed === undefined ? undefined : scaled(typed, 1);
  },
  write: (value, field) => ({ [field.name]: unscaled(value, 1) }),
  show: (value) => [String(value)],
};

export const amounts = { money, rate, number };
