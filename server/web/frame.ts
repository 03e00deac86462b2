import type Handlebars from 'handlebars';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';

/** One entry of the menu of somebody signed in; `href` without the language, `count` when something waits. */
export interface MenuItem {
  href: string;
  label: string;
  count: number | null;
}

export interface ViewerMenu {
  name: string;
  items: MenuItem[];
}

/** What every page shows or needs besides its own subject; templates reach it as `@root.frame`. */
export interface Frame {
  language: Language;
  locale: string;
  translate: Translate;
  /** The address of this page without the language, with its query. */
  path: string;
  /** The day in Asia/Shanghai on which the page was asked for. */
  today: string;
  /** The page whose form is being answered: where kept text is shown again. */
  formPath: string;
  /** Begins a session when called, so only a page with a form calls it. */
  csrfToken: () => string;
  /** The main navigation and the links at the foot, each with a `href` without the language. */
  sections: { href: string; label: string; isCurrent: boolean }[];
  footerLinks: { href: string; label: string }[];
  /** The whole address of this page in each language. */
  addresses: Record<Language, string>;
  otherLanguage: { href: string; locale: string };
  /** Where to come back to after signing in. */
  returnTo: string;
  viewer: ViewerMenu | null;
  auditHead: { on: string; hash: string } | null;
  isDemo: boolean;
  isDegraded: boolean;
}

export type HelperOptions = Handlebars.HelperOptions;

export function frameOf(options: HelperOptions): Frame {
  return options.data.root.frame as Frame;
}
