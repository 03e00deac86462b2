import assert from 'node:assert/strict';
import quality from '../../server/matching/quality.json' with { type: 'json' };
import { BUNDLED_WEIGHTS, PARTS } from '../../server/matching/weights.ts';
import { startApp } from '../support/app.ts';

describe('the page that explains matching', () => {
  let app: Awaited<ReturnType<typeof startApp>>;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  for (const [path, subject, zh] of [
    ['/matching', '主题', '中文需求找中文供给'],
    ['/en/matching', 'Subject', 'Chinese demands, Chinese supplies'],
  ] as const)
    it(`shows at ${path} the weights that are live and how good matching was measured to be`, async () => {
      const visitor = app.visitor();
      await visitor.open(path);
      const { page } = visitor;
      assert.ok(page.has(BUNDLED_WEIGHTS.version) && page.has(subject) && page.has(zh));
      for (const name of PARTS) assert.ok(page.has(String(BUNDLED_WEIGHTS.parts[name])), name);
      for (const { recall10, bm25 } of Object.values(quality))
        for (const share of [recall10, bm25.recall10])
          assert.ok(page.has(`${Math.round(share * 100)} %`), String(share));
    });
});
