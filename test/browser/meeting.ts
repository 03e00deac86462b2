import type { Site } from './openSite.ts';
import type { Visit } from './openVisit.ts';
import type { Variant } from './variant.ts';

/** The site and a way for people to come to it, each with a browser of their own. */
export interface Meeting {
  site: Site;
  variant: Variant;
  enter(): Promise<Visit>;
}
