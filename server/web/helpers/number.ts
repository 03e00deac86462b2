import { groupedNumber } from '../../groupedNumber.ts';

/** `{{number 12400}}`: a number with its thousands apart, `12,400`. */
export function number(value: number): string {
  return groupedNumber(value);
}
