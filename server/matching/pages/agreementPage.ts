import { dismissReasons } from '../../vocabulary/dismissReasons.ts';
import { technologyFields } from '../../vocabulary/technologyFields.ts';
import type { Frame } from '../../web/frame.ts';
import type { Agreement, Band, Share } from '../weighing/agreement.ts';

type Reader = Pick<Frame, 'language' | 'translate'>;

/** With fewer decisions a share says little. */
const FEW = 5;

/** How decisions and scores agree, as rows with bars; bands without decisions are left out. */
export function agreementPage(agreement: Agreement, reader: Reader) {
  const { language, translate } = reader;
  const dismissed = agreement.decided - agreement.approved;
  return {
    approved: agreement.approved,
    dismissed,
    order: orderWords(agreement, reader),
    bands: agreement.bands
      .filter(({ decided }) => decided > 0)
      .map((band) => bar(bandLabel(band), band, reader)),
    fields: agreement.fields.map(({ field, ...share }) => {
      const label =
        field === null ? translate('matching:weights.noField') : technologyFields.label(field, language);
      return bar(label, share, reader);
    }),
    reasons: agreement.reasons.map(({ reason, count, median }) => ({
      label: dismissReasons.label(reason, language),
      value: percent(count, dismissed),
      words: translate('matching:weights.reasonWords', { count, dismissed, median }),
    })),
  };
}

/** What other weights would have made of the same decisions, beside what the live ones make of them. */
export function trialPage({ before, after }: Record<'before' | 'after', Agreement>, reader: Reader) {
  return {
    order: { before: orderWords(before, reader), after: orderWords(after, reader) },
    bands: before.bands.flatMap((band, index) => {
      const then = after.bands[index] ?? band;
      if (band.decided + then.decided === 0) return [];
      return [{ label: bandLabel(band), cells: [cell(band, reader), cell(then, reader)] }];
    }),
  };
}

function cell(share: Share, reader: Reader) {
  const value = percent(share.approved, share.decided);
  return { value, words: share.decided === 0 ? '' : `${value} % · ${shareWords(share, reader)}` };
}

function bar(label: string, share: Share, reader: Reader) {
  return { label, value: percent(share.approved, share.decided), words: shareWords(share, reader) };
}

function shareWords({ approved, decided }: Share, { translate }: Reader): string {
  return translate(`matching:weights.${decided < FEW ? 'shareFew' : 'share'}`, { approved, decided });
}

function orderWords({ order, approved, decided }: Agreement, { translate }: Reader): string {
  if (order === null) return translate('matching:weights.orderNone');
  const pairs = approved * (decided - approved);
  return translate('matching:weights.order', { percent: (order * 100).toFixed(1), pairs });
}

function bandLabel({ from, to }: Band): string {
  return `${from}–${to}`;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
