/** Days off and make-up working days of one year; a range is `from..to` within the year, both included, `MM-DD`. */
export interface HolidayYear {
  /** `announced` by the State Council, or only the `statutory` days of the holiday regulation, without weekends moved. */
  standing: 'announced' | 'statutory';
  off: readonly string[];
  working: readonly string[];
}

/**
 * Public holidays of China. 2024–2026 as the General Office of the State Council announced them; for 2027 only
 * the days the holiday regulation itself fixes, from the lunar calendar: bridging and make-up days are unknown
 * until the announcement, so dates computed for that year are marked as provisional.
 */
export const HOLIDAYS: Readonly<Record<string, HolidayYear>> = {
  '2024': {
    standing: 'announced',
    off: ['01-01', '02-10..02-17', '04-04..04-06', '05-01..05-05', '06-10', '09-15..09-17', '10-01..10-07'],
    working: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  '2025': {
    standing: 'announced',
    off: ['01-01', '01-28..02-04', '04-04..04-06', '05-01..05-05', '05-31..06-02', '10-01..10-08'],
    working: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  '2026': {
    standing: 'announced',
    off: [
      '01-01..01-03',
      '02-15..02-23',
      '04-04..04-06',
      '05-01..05-05',
      '06-19..06-21',
      '09-25..09-27',
      '10-01..10-07',
    ],
    working: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
  '2027': {
    standing: 'statutory',
    off: ['01-01', '02-05..02-08', '04-05', '05-01..05-02', '06-09', '09-15', '10-01..10-03'],
    working: [],
  },
};
