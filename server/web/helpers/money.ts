import { formatMoney, type MoneyValue } from '../formatMoney.ts';
import { frameOf, type HelperOptions } from '../frame.ts';

/** `{{money fen}}`, `{{money price}}`: hundredths, or `{ fen, currency }`, as `30 万元` or `CNY 300,000`. */
export function money(value: number | MoneyValue, options: HelperOptions): string {
  const { language, translate } = frameOf(options);
  return formatMoney(
    typeof value === 'number' ? { fen: value, currency: 'CNY' } : value,
    language,
    translate,
  );
}
