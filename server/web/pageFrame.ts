import type { RequestHandler } from 'express';
import type { Actor } from '../accounts/actor.ts';
import { type Clock, today } from '../clock.ts';
import type { Translate, TranslatorOf } from '../i18n/translate.ts';
import { createFrame } from './createFrame.ts';
import { csrfTokenOf } from './csrf.ts';
import type { Frame, ViewerMenu } from './frame.ts';
import { isSafeMethod } from './isSafeMethod.ts';
import { safeLocalPath, splitLanguage } from './localPath.ts';
import { localsOf } from './locals.ts';
import type { Templates } from './templates.ts';

interface BeginParts {
  templates: Templates;
  translator: TranslatorOf;
  baseUrl: string;
  clock: Clock;
}

/** Takes the language off the address and makes ready what any answer needs, also that of an early error. */
export function beginPage({ templates, translator, baseUrl, clock }: BeginParts): RequestHandler {
  return (request, response, next) => {
    const { language, path } = splitLanguage(request.url);
    request.url = path;
    const locals = localsOf(response);
    locals.templates = templates;
    locals.frame = createFrame({ language, path, baseUrl, today: today(clock) }, translator(language));
    response.set('Content-Language', locals.frame.locale);
    next();
  };
}

/** Where a page gets from what stands around its subject. */
export interface FrameSources {
  menuOf(actor: Actor, translate: Translate): Promise<ViewerMenu>;
  auditHead(): Promise<Frame['auditHead']>;
  isSearchHealthy(): Promise<boolean>;
  isDemo: boolean;
}

/** Adds to the frame what session and store tell: the reader's menu, the token, the foot. */
export function fillFrame(sources: FrameSources): RequestHandler {
  return async (request, response, next) => {
    const { frame } = localsOf(response);
    const [viewer, auditHead, isHealthy] = await Promise.all([
      request.user ? sources.menuOf(request.user, frame.translate) : null,
      sources.auditHead(),
      sources.isSearchHealthy(),
    ]);
    const formPath = isSafeMethod(request)
      ? frame.path
      : (safeLocalPath(request.body?.formPath) ?? frame.path);
    const csrfToken = () => csrfTokenOf(request);
    Object.assign(frame, {
      viewer,
      auditHead,
      isDegraded: !isHealthy,
      isDemo: sources.isDemo,
      formPath,
      csrfToken,
    });
    response.set('Cache-Control', request.user ? 'private, no-store' : 'private, no-cache');
    next();
  };
}
