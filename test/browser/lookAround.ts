import { LOOKED_AT, type Look } from './lookedAt.ts';
import type { Meeting } from './meeting.ts';
import { mailOf } from './openSite.ts';
import type { Visit } from './openVisit.ts';

async function come(visit: Visit, { way }: Look): Promise<void> {
  if (typeof way === 'string') await visit.open(way);
  else await way(visit);
}

/** Everybody looks at their pages, each of which has to be without fault. */
export async function lookAround({ enter }: Meeting): Promise<void> {
  const faults: string[] = [];
  for (const { who, looks } of LOOKED_AT) {
    const visit = await enter();
    if (who !== null) await visit.signIn(mailOf(who));
    for (const look of looks) {
      await come(visit, look);
      await visit.look(look.name).catch((error: Error) => faults.push(error.message));
    }
    await visit.close();
  }
  if (faults.length > 0) throw new Error(faults.join('\n\n'));
}

/** Three pages of three kinds in the dark. */
export async function lookInTheDark({ enter }: Meeting): Promise<void> {
  const visit = await enter();
  await visit.open('/');
  await visit.look('home');
  await openListing(visit);
  await visit.look('listing');
  await visit.signIn(mailOf('province.liaoning'));
  await openMatch(visit);
  await visit.look('desk-match');
}

/** A listing and the evidence of a match on paper. */
export async function printTwo({ enter }: Meeting): Promise<void> {
  const visit = await enter();
  await openListing(visit);
  await visit.print('listing');
  await visit.signIn(mailOf('province.liaoning'));
  await openMatch(visit);
  await visit.print('desk-match');
}

async function openListing({ open, go, page }: Visit): Promise<void> {
  await open(`/achievements?q=${encodeURIComponent('深冷')}`);
  await go(page.locator('.card-title a').first());
}

async function openMatch({ open, go, page }: Visit): Promise<void> {
  await open('/desk/matches');
  await go(page.locator('main tbody a').first());
}
