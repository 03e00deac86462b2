import type { Issue } from '../errors.ts';
import type { Translate } from '../i18n/translate.ts';
import { type BrowseRanges, RANGE_NAMES, type RangeName } from './browseRanges.ts';

/** What a range says, such as “Price: 10 to 50 (10,000 yuan)”. */
export function rangeLabel(
  name: RangeName,
  { from, to }: { from?: string; to?: string },
  translate: Translate,
): string {
  const key =
    from === undefined ? 'upTo' : to === undefined ? 'atLeast' : from === to ? 'exactly' : 'between';
  const span = translate(`browse:ranges.${key}`, { from: from ?? '', to: to ?? '' });
  return translate(`browse:ranges.${name}.chip`, { span });
}

/** All of them, for a line that says what was asked for. */
export function rangeLabels(ranges: BrowseRanges, translate: Translate): string[] {
  return RANGE_NAMES.flatMap((name) => {
    const range = ranges[name];
    return range === undefined ? [] : [rangeLabel(name, range, translate)];
  });
}

/** The boxes beside the results; `typed` is what stands in them, also where it says nothing. */
export function rangeFields(typed: Readonly<Record<string, unknown>>, issues: Issue[], translate: Translate) {
  return RANGE_NAMES.map((name) => {
    const ends = (['from', 'to'] as const).map((end) => {
      const field = `${name}-${end}`;
      const value = typed[field];
      const issue = issues.find((one) => one.field === field);
      return {
        id: `range-${field}`,
        name: field,
        label: translate(`browse:ranges.${end}`),
        value: typeof value === 'string' ? value.slice(0, 60) : '',
        error: issue === undefined ? '' : translate(issue.message),
        // A box for dates shows no date that is none; what was typed is to stay.
        type: name === 'published' && issue === undefined ? 'date' : 'text',
        isWide: name === 'published' || issue !== undefined,
        inputmode: name === 'trl' ? 'numeric' : 'decimal',
      };
    });
    return {
      name,
      label: translate(`browse:ranges.${name}.label`),
      isOpen: ends.some(({ value }) => value !== ''),
      ends,
    };
  });
}
