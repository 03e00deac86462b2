/** The only source of the present; injected, so that tests decide what time it is. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const TIME_ZONE = 'Asia/Shanghai';

const HOUR_MS = 3_600_000;
const MOST_HOURS = 10_000;
/** Days by hour: pages ask for the same few again and again, and since 1991 a day there begins on the full hour. */
const dayByHour = new Map<number, string>();

/** The calendar day in Asia/Shanghai on which an instant falls, as `YYYY-MM-DD`. */
export function shanghaiDate(instant: Date): string {
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  const known = dayByHour.get(hour);
  if (known !== undefined) return known;
  const day = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDate()
    .toString();
  if (dayByHour.size >= MOST_HOURS) dayByHour.clear();
  dayByHour.set(hour, day);
  return day;
}

/** Today in Asia/Shanghai, as `YYYY-MM-DD`. */
export function today(clock: Clock): string {
  return shanghaiDate(clock.now());
}

/** The instant at which a day begins in Asia/Shanghai. */
export function startOfDay(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(TIME_ZONE).epochMilliseconds);
}

/** The last instant of a day in Asia/Shanghai; until then a promise for that day is kept. */
export function endOfDay(day: string): Date {
  return new Date(startOfDay(addDays(day, 1)).getTime() - 1);
}

/** A day so many days later (or earlier, when negative), as `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
