import type { Translate } from '../../i18n/translate.ts';
import type { Language } from '../../localized.ts';
import { ruleSources } from '../../patents/ruleSources.ts';
import { cooperationForms } from '../../vocabulary/cooperationForms.ts';
import { formatMoney } from '../../web/formatMoney.ts';
import type { Gate } from '../gates/gate.ts';

const FORMS = new Set(['forms', 'wanted', 'offered', 'form']);
const AMOUNTS = new Set(['budget', 'price']);

/** Codes and amounts of a rule as people read them. */
export function spokenValues(
  values: Gate['values'],
  language: Language,
  translate: Translate,
): Gate['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (AMOUNTS.has(name))
        return [name, formatMoney({ fen: Number(value), currency: 'CNY' }, language, translate)];
      if (!FORMS.has(name) || typeof value === 'number') return [name, value];
      const labels = value.split(' ').map((code) => cooperationForms.label(code, language));
      return [name, labels.join(language === 'zh' ? '、' : ', ')];
    }),
  );
}

/** A gate as an open or closed lock with its rule and the rule's source. */
export function gateRow(gate: Gate, language: Language, translate: Translate) {
  const rule = translate(gate.message, spokenValues(gate.values, language, translate));
  const findings = gate.findings.map(({ message }) => translate(`rules:${message}`));
  const source =
    gate.source === null
      ? []
      : [`${translate('matching:source')} ${ruleSources.label(gate.source, language)}`];
  return {
    name: gate.name,
    isOpen: gate.state !== 'closed',
    label: translate(`matching:gate.${gate.name}`),
    rule: [rule, ...findings, ...source].join(' '),
  };
}
