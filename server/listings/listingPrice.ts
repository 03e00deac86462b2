import type { Content, ListingKind } from '../../models/records.ts';
import type { Money } from '../catalogue/inputs/amounts.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { paymentModes } from '../vocabulary/paymentModes.ts';
import { priceForms } from '../vocabulary/priceForms.ts';
import { formatMoney } from '../web/formatMoney.ts';

interface Reader {
  language: Language;
  translate: Translate;
}

/** What a listing costs, or what a demand can pay, in one short phrase; empty when nothing is said. */
export function listingPrice(kind: ListingKind, content: Content, reader: Reader): string {
  const { language, translate } = reader;
  if (kind === 'demand') {
    const budget = content.budget as Money | undefined;
    return budget === undefined
      ? translate('listing:budgetOpen')
      : translate('listing:budgetUpTo', { amount: formatMoney(budget, language, translate) });
  }
  const form = typeof content.priceForm === 'string' ? content.priceForm : null;
  const mode = typeof content.paymentMode === 'string' ? content.paymentMode : null;
  const label = form ? priceForms.label(form, language) : mode ? paymentModes.label(mode, language) : '';
  return [label, ...amounts(content, reader)].filter(Boolean).join(language === 'zh' ? '，' : ', ');
}

function amounts({ price, royaltyRate }: Content, { language, translate }: Reader): string[] {
  return [
    ...(price === undefined ? [] : [formatMoney(price as Money, language, translate)]),
    ...(typeof royaltyRate === 'number' ? [`${royaltyRate / 100}%`] : []),
  ];
}
