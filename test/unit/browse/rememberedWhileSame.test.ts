import assert from 'node:assert/strict';
import { rememberedWhileSame } from '../../../server/browse/rememberedWhileSame.ts';
import { manualClock } from '../../support/manualClock.ts';

function world(mark: string | null = 'm1') {
  const clock = manualClock('2026-03-02T02:00:00Z');
  const state = { mark, asked: 0 };
  const remembered = rememberedWhileSame<number>({ changeMark: () => state.mark, clock });
  const ask = (question = 'q') => remembered(question, async () => ++state.asked);
  return { clock, state, remembered, ask };
}

describe('answers kept while nothing is written', () => {
  it('are asked for once a question', async () => {
    const { ask } = world();
    assert.deepEqual([await ask(), await ask(), await ask('other'), await ask()], [1, 1, 2, 1]);
  });

  it('are asked for again after a write, also one that came while an answer was under way', async () => {
    const { state, remembered, ask } = world();
    await ask();
    state.mark = 'm2';
    assert.equal(await ask(), 2);
    await remembered('slow', async () => {
      state.mark = 'm3';
      return 0;
    });
    assert.equal(await ask('slow'), 3);
  });

  it('are asked for again after some seconds, and when the clock was set back', async () => {
    const { clock, ask } = world();
    await ask();
    clock.pass(4_900);
    assert.equal(await ask(), 1);
    clock.pass(200);
    assert.equal(await ask(), 2);
    clock.pass(-3_600_000);
    assert.equal(await ask(), 3);
  });

  it('are never kept where the store cannot tell, nor when asking failed', async () => {
    const blind = world(null);
    assert.deepEqual([await blind.ask(), await blind.ask()], [1, 2]);
    const { remembered, ask } = world();
    await assert.rejects(
      remembered('q', () => Promise.reject(new Error('down'))),
      /down/,
    );
    assert.equal(await ask(), 1);
  });

  it('are not kept without end', async () => {
    const { ask } = world();
    for (let n = 0; n < 200; n++) await ask(`q${n}`);
    assert.equal(await ask('q0'), 1);
    await ask('one more');
    assert.equal(await ask('q0'), 202);
  });
});
