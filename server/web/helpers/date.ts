import Handlebars from 'handlebars';
import { shanghaiDate } from '../../clock.ts';
import { frameOf, type HelperOptions } from '../frame.ts';

/**
 * `{{date day}}`, `{{date instant time=true}}`, `{{date day weekday=true}}`: a day or an instant as a
 * `<time>` element, in Asia/Shanghai. With `plain=true` only the text, for attributes.
 */
export function date(value: unknown, options: HelperOptions): Handlebars.SafeString | string {
  if (value === null || value === undefined || value === '') return '';
  const { time, weekday, plain } = options.hash as { time?: boolean; weekday?: boolean; plain?: boolean };
  const day = value instanceof Date ? shanghaiDate(value) : String(value);
  const parts = [day];
  if (weekday)
    parts.push(frameOf(options).translate(`common:weekday.${Temporal.PlainDate.from(day).dayOfWeek}`));
  if (time && value instanceof Date) parts.push(clockTime(value));
  const text = Handlebars.escapeExpression(parts.join(' '));
  if (plain) return text;
  const machine = value instanceof Date ? value.toISOString() : day;
  return new Handlebars.SafeString(`<time datetime="${Handlebars.escapeExpression(machine)}">${text}</time>`);
}

function clockTime(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}
