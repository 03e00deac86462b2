import type { Translate } from '../../i18n/translate.ts';
import type { Language } from '../../localized.ts';
import type { Change } from '../evidence/whatWouldOpen.ts';
import { spokenValues } from './gateRow.ts';

/** What one change would do, as a sentence. */
export function changeLine(
  { kind, values, score, opens }: Change,
  language: Language,
  translate: Translate,
): string {
  const what = translate(`matching:change.${kind}`, spokenValues(values, language, translate));
  return `${what} ${translate(opens ? 'matching:changeOpens' : 'matching:changeGives', { score })}`;
}
