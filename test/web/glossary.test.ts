import assert from 'node:assert/strict';
import { tokenise } from '../../search/analysis/tokenise.ts';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { signedIn } from '../support/signedIn.ts';

describe('the glossary of the office', function () {
  this.timeout(30_000);
  let world: BrowseWorld;
  let english: string;
  beforeEach(async () => {
    world = await openBrowseWorld();
    english = await world.publish('achievement', {
      title: { en: 'Kettle brazing for thin plates' },
      summary: { en: 'Joins plates of 0.5 mm.' },
    });
    await world.publish('achievement', {
      title: { zh: '高炉喷煤' },
      summary: { zh: '每吨少用 20 kg 焦炭。' },
    });
  });
  afterEach(() => world.close());

  const found = async (text: string) =>
    (await world.visitor().open(`/search?q=${text}`)).texts('.card .reference').includes(english);

  it('shows what an entry does, and from then on search and matching go by it', async () => {
    const operator = await signedIn(world, 'city');
    await operator.open('/desk/glossary');
    await operator.follow('新增词条');
    await operator.submit({ zh: '壶钎焊', en: 'kettle brazing' }, { button: '先看效果' });
    assert.match(operator.page.texts('tbody tr').join('\n'), /壶钎焊.*Kettle brazing for thin plates/);
    assert.equal(await found('壶钎焊'), false, 'only tried');
    await operator.submit({}, { button: '保存' });
    assert.ok(operator.page.has('词条已保存') && operator.page.has('kettle brazing'));
    assert.ok(await found('壶钎焊'));
    assert.ok(await found('壶钎焊 plates'));
    const { glossary } = world.services.matching;
    const names = (text: string) => glossary.conceptsIn(tokenise(text)).map(({ concept }) => concept.id);
    assert.ok(names('壶钎焊').includes('#kettle brazing'));

    await operator.follow('查看');
    await operator.submit({ zh: '壶钎焊，壶焊' }, { button: '保存' });
    await operator.follow('查看');
    assert.ok(operator.page.has('壶焊'));
    const page = await world.visitor().open('/search?q=壶焊');
    assert.ok(page.texts('mark').join(' ').includes('Kettle brazing'), 'the other name is marked');

    await operator.submit({}, { form: '.confirm form' });
    assert.equal(await found('壶钎焊'), false);
    assert.ok(!names('壶钎焊').includes('#kettle brazing'));
    await operator.open('/desk/glossary?state=retired');
    await operator.follow('查看');
    await operator.submit({}, { form: '.confirm form' });
    assert.ok(await found('壶钎焊'));
    await world.drain();
    const events = await world.models.eventLog.find({ 'subject.noun': 'glossary' }).lean();
    assert.deepEqual(
      events.map(({ name, detail }) => [name, detail.version]),
      [
        ['glossary.add', 1],
        ['glossary.edit', 2],
        ['glossary.retire', 2],
        ['glossary.restore', 2],
      ],
    );
    assert.ok(!JSON.stringify(events).includes('钎'));
  });

  it('refuses one name alone, a name another entry has, and a change of what changed meanwhile', async () => {
    const [first, second] = [await signedIn(world, 'city'), await signedIn(world, 'supervisor')];
    await first.open('/en/desk/glossary/new');
    await first.submit({ zh: '壶焊' }, { button: 'Save' });
    assert.ok(first.page.status === 422 && first.page.has('at least two different names'));
    await first.submit({ zh: '壶焊，壶钎焊' }, { button: 'Save' });
    await first.open('/en/desk/glossary/new');
    await first.submit({ zh: '壶钎焊', en: 'x-weld' }, { button: 'Save' });
    assert.ok(first.page.has('Another entry has “壶钎焊”'));
    for (const one of [first, second]) {
      await one.open('/en/desk/glossary');
      await one.follow('Open entry');
    }
    await first.submit({ en: 'kettle welding' }, { button: 'Save' });
    await second.submit({ en: 'kettle joining' }, { button: 'Save' });
    assert.equal(second.page.status, 409);
  });

  const people: [name: string, reads: number, writes: number][] = [
    ['city', 200, 200],
    ['supervisor', 200, 200],
    ['auditor', 200, 403],
    ['administrator', 403, 403],
    ['buyer', 403, 403],
  ];
  for (const [name, reads, writes] of people) {
    it(`gives ${name} ${reads} to read and ${writes} to write`, async () => {
      const person = await signedIn(world, name);
      assert.equal((await person.open('/desk/glossary')).status, reads);
      assert.equal((await person.open('/desk/glossary/new')).status, writes);
    });
  }
});
