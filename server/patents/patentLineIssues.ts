import type { Issue } from '../errors.ts';
import { patentIdOf } from './patentId.ts';
import { readPatentNumber } from './patentNumber.ts';

/** What is wrong with each line of typed patent numbers: its form, its type, its year or its check digit. */
export function patentLineIssues(field: string, typed: unknown): Issue[] {
  const lines = String(typed ?? '').split(/[;；,，、\n]+/);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && patentIdOf(line) === null)
    .map((line) => {
      const { problem, expectedCheck } = { expectedCheck: null, ...readPatentNumber(line) };
      const values = { number: line.slice(0, 40), expected: expectedCheck ?? '' };
      return { field, message: `patents:number.${problem ?? 'form'}`, values };
    });
}
