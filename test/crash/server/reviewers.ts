import type { Scene } from './owners.ts';
import type { Person } from './person.ts';

const EVENTS: Record<string, string> = { 初审通过: 'recommend', 批准发布: 'approve' };

/** Decides about one demand after the other, the oldest first, by the button with these words. */
export async function review(
  reviewer: Person,
  words: string,
  { ledger, isOver, idle }: Scene,
): Promise<void> {
  while (!isOver()) {
    const queue = await reviewer.open('/desk/review?kind=demand');
    const [, reference] = /\/desk\/review\/(D-\w+-\w+)/.exec(queue.html) ?? [];
    if (reference === undefined) await idle();
    else await decide(reviewer, reference, words, ledger);
  }
}

async function decide(
  reviewer: Person,
  reference: string,
  words: string,
  ledger: Scene['ledger'],
): Promise<void> {
  const page = await reviewer.open(`/desk/review/${reference}`);
  const checklist = page
    .$('input[name="checklist"]')
    .toArray()
    .map((box) => page.$(box).attr('value') ?? '');
  if (checklist.length === 0) return;
  await reviewer.send({ checklist }, { form: '.decision form', button: words }, () =>
    ledger.note({ kind: 'move', reference, event: EVENTS[words] ?? '' }),
  );
}
