import { paths } from '../paths.ts';
import type { Frame } from '../web/frame.ts';
import { localPath } from '../web/localPath.ts';
import type { Absence } from './listingPageService.ts';

/** What somebody reads who follows a link to a listing that was taken down; nothing of the listing itself. */
export function absentPage(absence: Absence, { language, translate }: Frame) {
  return {
    heading: translate(`listing:absent.${absence}.heading`),
    text: translate(`listing:absent.${absence}.text`),
    links: [
      { href: localPath(language, paths.achievements), label: translate('common:achievements') },
      { href: localPath(language, paths.patents), label: translate('common:patents') },
      { href: localPath(language, paths.openLicences), label: translate('common:openLicences') },
      { href: localPath(language, paths.demands), label: translate('common:demands') },
    ],
  };
}
