import { createHash } from 'node:crypto';
import type { Content } from '../../models/records.ts';
import type { BrowseQuery } from '../browse/browseQuery.ts';
import { checkContent } from '../catalogue/catalogue.ts';
import type { Language } from '../localized.ts';

const LONGEST_TITLE = { zh: 80, en: 240 } as const;

/** What a search says of the demand behind it: its words, and the facets a demand has as well. */
export function demandFromSearch({ text, facets }: Pick<BrowseQuery, 'text' | 'facets'>): {
  content: Content;
  originalLanguage: Language;
} {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const words = text.replaceAll(/\s+/g, ' ').trim();
  const title = [...words].slice(0, LONGEST_TITLE[language]).join('');
  const wished: Content = {
    ...(title === '' ? {} : { title: { [language]: title } }),
    ...(title === words ? {} : { background: { [language]: text.trim() } }),
    ...(facets.field ? { field: facets.field[0] } : {}),
    ...(facets.industry ? { industry: facets.industry } : {}),
    ...(facets.cooperation ? { cooperation: facets.cooperation } : {}),
  };
  const refused = new Set(checkContent('demand', wished).map(({ field }) => field.split('.')[0]));
  const content = Object.fromEntries(Object.entries(wished).filter(([name]) => !refused.has(name)));
  return { content, originalLanguage: language };
}

/** The same person's same search begins one draft a day, however often the button is pressed. */
export function draftKey(
  accountId: string,
  query: Pick<BrowseQuery, 'text' | 'facets' | 'ranges'>,
  day: string,
): string {
  return createHash('sha256')
    .update(JSON.stringify([accountId, query.text, query.facets, query.ranges, day]))
    .digest('base64url')
    .slice(0, 32);
}
