import assert from 'node:assert/strict';
import { addDays } from '../../../server/clock.ts';
import {
  addMonths,
  deadlineInDays,
  deadlineInMonths,
  recordalDeadline,
} from '../../../server/deadlines/deadline.ts';
import { HOLIDAYS } from '../../../server/deadlines/holidays.ts';
import {
  isWorkingDay,
  workingDayOnOrAfter,
  workingDaysAfter,
  workingDaysBetween,
} from '../../../server/deadlines/workingDays.ts';

describe('three months later (Implementing Regulations r. 5)', () => {
  const cases = [
    ['2024-01-20', '2024-04-20', '2024-04-22'],
    ['2024-11-30', '2025-02-28', '2025-02-28'],
    ['2024-11-29', '2025-02-28', '2025-02-28'],
    // A Saturday on which offices worked: weekends alone would give 2026-03-02.
    ['2025-11-30', '2026-02-28', '2026-02-28'],
    ['2024-08-31', '2024-11-30', '2024-12-02'],
    ['2024-12-31', '2025-03-31', '2025-03-31'],
    ['2025-07-02', '2025-10-02', '2025-10-09'],
    ['2025-11-15', '2026-02-15', '2026-02-24'],
  ] as const;
  for (const [from, counted, due] of cases) {
    it(`${from} gives ${counted}, in time until ${due}`, () => {
      assert.equal(addMonths(from, 3), counted);
      assert.deepEqual(recordalDeadline(from), { countedOn: counted, dueOn: due, isProvisional: false });
    });
  }

  it('is provisional while the holidays of the year are not announced', () => {
    assert.equal(deadlineInMonths('2026-12-01', 3).isProvisional, true);
    assert.equal(deadlineInMonths('2035-01-01', 3).isProvisional, true);
    assert.equal(deadlineInDays('2026-03-01', 30).isProvisional, false);
  });

  it('moves a period in days off a holiday too', () => {
    assert.deepEqual(deadlineInDays('2026-09-16', 15), {
      countedOn: '2026-10-01',
      dueOn: '2026-10-08',
      isProvisional: false,
    });
  });
});

describe('working days', () => {
  const cases: [string, boolean][] = [
    ['2026-11-24', true],
    ['2026-11-28', false],
    ['2024-02-04', true],
    ['2024-02-12', false],
    ['2025-01-26', true],
    ['2025-10-08', false],
    ['2026-01-04', true],
    ['2026-02-23', false],
    ['2027-02-08', false],
    ['2031-01-02', true],
  ];
  for (const [day, isWorking] of cases) {
    it(`${day} is ${isWorking ? 'one' : 'none'}`, () => assert.equal(isWorkingDay(day), isWorking));
  }

  it('are counted without the first day', () => {
    assert.equal(workingDaysAfter('2026-11-24', 5), '2026-12-01');
    assert.equal(workingDaysAfter('2026-09-28', 5), '2026-10-10');
    assert.equal(workingDaysAfter('2026-11-28', 0), '2026-11-28');
    assert.equal(workingDayOnOrAfter('2026-02-15'), '2026-02-24');
  });

  it('are counted back the same way', () => {
    for (const [from, count] of [
      ['2026-09-28', 5],
      ['2026-02-13', 1],
      ['2026-11-27', 20],
    ] as const) {
      assert.equal(workingDaysBetween(from, workingDaysAfter(from, count)), count);
    }
    assert.equal(workingDaysBetween('2026-11-24', '2026-11-24'), 0);
  });

  it('are made up only on weekends, and holidays are well written', () => {
    for (const [year, { off, working }] of Object.entries(HOLIDAYS)) {
      for (const day of working) {
        assert.ok(Temporal.PlainDate.from(`${year}-${day}`).dayOfWeek >= 6, `${year}-${day}`);
        assert.ok(isWorkingDay(`${year}-${day}`));
      }
      for (const range of off) {
        const [from = '', to = from] = range.split('..');
        for (let day = `${year}-${from}`; day <= `${year}-${to}`; day = addDays(day, 1)) {
          assert.equal(isWorkingDay(day), false, day);
        }
      }
    }
  });
});
