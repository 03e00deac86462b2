import { regionPath } from '../vocabulary/regionPath.ts';
import { type Act, act, type Cast, houseIdOf } from './cast.ts';
import { keepDemoFile } from './demoFiles.ts';
import type { DemoHouse } from './demoHouses.ts';
import type { Stage } from './stage.ts';

/** A house is founded by its admin and verified, refused or revoked by the office. */
export function houseActs(stage: Stage, cast: Cast, house: DemoHouse): Act[] {
  const { service, verification } = stage.organisations;
  const { created, requested, verified, refused, revoked } = house.story;
  const { byHouse, byOffice } = seenBy(stage, cast, house);
  const acts: Act[] = [];
  const add = (daysAgo: number | undefined, event: string, play: () => Promise<unknown>) => {
    if (daysAgo !== undefined) acts.push(act(daysAgo, `${house.key}: ${event}`, play));
  };
  add(created, 'create', async () =>
    service.create(await cast.admin(house.key), houseIdOf(house.key), profileOf(house)),
  );
  add(requested, 'show evidence', () => showEvidence(stage, byHouse, house));
  add(requested, 'request', async () => verification.request(await byHouse()));
  const checks = ['register-check', evidenceKindOf(house)];
  add(verified, 'verify', async () => verification.verify(await byOffice(), checks, null));
  if (refused)
    add(refused.daysAgo, 'refuse', async () =>
      verification.refuse(await byOffice(), refused.reason, refused.text),
    );
  if (revoked)
    add(revoked.daysAgo, 'revoke', async () =>
      verification.revoke(await byOffice(), revoked.reason, revoked.text),
    );
  return acts;
}

/** A house as it stands, in the eyes of its admin or of the operator of its place. */
function seenBy({ stores }: Stage, cast: Cast, house: DemoHouse) {
  const organisationId = houseIdOf(house.key);
  const revision = async () => (await stores.organisations.get(organisationId)).revision;
  const place = regionPath(house.region);
  return {
    byHouse: async () => ({ actor: await cast.admin(house.key), organisationId, revision: await revision() }),
    byOffice: async () => ({
      actor: await cast.placeOperator(place),
      organisationId,
      revision: await revision(),
    }),
  };
}

type SeeHouse = ReturnType<typeof seenBy>['byHouse'];

async function showEvidence(
  { organisations, files }: Stage,
  seen: SeeHouse,
  house: DemoHouse,
): Promise<void> {
  for (const kind of [evidenceKindOf(house), 'authorisation-letter']) {
    const title = kind === 'authorisation-letter' ? '授权委托书' : '登记证明';
    const lines = [
      `${title}（演示文件）`,
      `单位：${house.name.zh}`,
      `统一社会信用代码：${house.creditCode}`,
      '本文件由演示数据生成，不具有任何效力。',
    ];
    const kept = await keepDemoFile(files, {
      name: `${title}.pdf`,
      kind: 'certificate',
      visibility: 'office',
      lines,
    });
    const { fileId, name, mediaType, size } = kept;
    await organisations.verification.addEvidence(await seen(), kind, { fileId, name, mediaType, size });
  }
}

function evidenceKindOf({ creditCode }: DemoHouse): string {
  if (creditCode.startsWith('12')) return 'institution-certificate';
  return creditCode.startsWith('51') ? 'association-certificate' : 'business-licence';
}

function profileOf({ key: _key, story: _story, requiresApproval, units, ...profile }: DemoHouse) {
  return { ...profile, requiresApproval: requiresApproval === true, units: units ?? [] };
}
