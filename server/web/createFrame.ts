import { LOCALES, type Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { paths } from '../paths.ts';
import type { Frame } from './frame.ts';
import { localPath } from './localPath.ts';

interface PageAddress {
  language: Language;
  /** Without the language, with the query. */
  path: string;
  baseUrl: string;
  /** In Asia/Shanghai. */
  today: string;
}

/** The frame of a page as far as its address tells it; viewer, footer and token are added to it. */
export function createFrame({ language, path, baseUrl, today }: PageAddress, translate: Translate): Frame {
  const other = language === 'zh' ? 'en' : 'zh';
  const isSignIn = path.startsWith(paths.signIn) || path.startsWith(paths.register) || path === paths.home;
  return {
    language,
    locale: LOCALES[language],
    translate,
    path,
    today,
    formPath: path,
    csrfToken: () => '',
    sections: sections(path, translate),
    footerLinks: [
      { href: paths.statistics, label: translate('common:statistics') },
      { href: paths.api, label: translate('common:apiDocument') },
      { href: paths.style, label: translate('common:styleGuide') },
    ],
    addresses: { zh: baseUrl + path, en: baseUrl + localPath('en', path) },
    otherLanguage: { href: localPath(other, path), locale: LOCALES[other] },
    returnTo: isSignIn ? '' : path,
    viewer: null,
    auditHead: null,
    isDemo: false,
    isDegraded: false,
  };
}

function sections(path: string, translate: Translate) {
  const page = path.replace(/\?.*$/, '');
  return [
    { href: paths.achievements, label: translate('common:achievements') },
    { href: paths.patents, label: translate('common:patents') },
    { href: paths.openLicences, label: translate('common:openLicences') },
    { href: paths.demands, label: translate('common:demands') },
  ].map((section) => ({ ...section, isCurrent: page === section.href }));
}
