import { AUDIT_HEAD, type AuditHead } from '../jobs/publishAuditHead.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { withinTime } from '../withinTime.ts';
import type { FrameSources } from './pageFrame.ts';
import { remembered } from './remembered.ts';
import { viewerMenu } from './viewerMenu.ts';

const AUDIT_HEAD_GOOD_MS = 60_000;
const HEALTH_GOOD_MS = 5_000;
/** Every page waits for this once in a while. */
const HEALTH_PATIENCE_MS = 500;

/** What stands around every page, from the services; what is the same for everybody is asked for once in a while. */
export function createFrameSources({ stores, search, clock, config }: Services): FrameSources {
  const auditHead = remembered(() => stores.settings.find<AuditHead>(AUDIT_HEAD), AUDIT_HEAD_GOOD_MS, clock);
  const health = remembered(() => isHealthy(search), HEALTH_GOOD_MS, clock);
  return {
    async menuOf(actor, translate) {
      const unread = await stores.notices.countUnread(actor.accountId);
      return viewerMenu(actor, translate, { [paths.myNotices]: unread });
    },
    async auditHead() {
      const head = await auditHead();
      return head === null ? null : { on: head.day, hash: head.hash };
    },
    isSearchHealthy: health,
    isDemo: config.demo ?? false,
  };
}

/** An engine that cannot answer, or not soon, is not healthy; its pages fall back to the store. */
async function isHealthy(search: Services['search']): Promise<boolean> {
  try {
    return (await withinTime(search.state(), HEALTH_PATIENCE_MS, Error)).isHealthy;
  } catch {
    return false;
  }
}
