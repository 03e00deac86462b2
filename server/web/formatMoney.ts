import { groupedNumber } from '../groupedNumber.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { currencies } from '../vocabulary/currencies.ts';

export interface MoneyValue {
  /** Hundredths of the unit of the currency. */
  fen: number;
  currency: string;
}

const FEN_PER_UNIT = 100;
const FEN_PER_WAN = 1_000_000;
const FEN_PER_YI = 10_000_000_000;

/** An amount as people of the language write it: `1.2 亿元`, `30 万元`, `800 元`; `CNY 300,000`. */
export function formatMoney({ fen, currency }: MoneyValue, language: Language, translate: Translate): string {
  const kind = currency === 'CNY' ? 'money' : 'moneyOther';
  const values = { currency: language === 'zh' ? currencies.label(currency, 'zh') : currency };
  const say = (unit: string, per: number) =>
    translate(`common:${kind}.${unit}`, { ...values, amount: groupedNumber(fen / per, 6) });
  if (language === 'en') return say('unit', FEN_PER_UNIT);
  if (fen >= FEN_PER_YI) return say('yi', FEN_PER_YI);
  return fen >= FEN_PER_WAN ? say('wan', FEN_PER_WAN) : say('unit', FEN_PER_UNIT);
}
