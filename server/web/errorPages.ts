import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { notFound } from '../errors.ts';
import { paths } from '../paths.ts';
import { errorOf, type ToldError } from './errorOf.ts';
import { localsOf } from './locals.ts';
import { show } from './show.ts';

/** Nothing answered: there is no such page. */
export const answerNotFound: RequestHandler = (_request, _response, next) => next(notFound());

/**
 * Tells the reader what went wrong and what to do, as a page or, under `/api`, as JSON. Only for what
 * nobody foresaw the log gets the error itself, under the id that is shown.
 */
export const answerError: ErrorRequestHandler = (error, request, response, next) => {
  const problem = errorOf(error);
  // pino-http writes `err` with the line of the request, which would hide the cause otherwise.
  if (problem.kind === 'unexpected') response.err = error;
  if (response.headersSent) return next(error);
  response.set('Cache-Control', 'no-store');
  if (request.originalUrl.startsWith('/api')) return answerJson(response, problem);
  answerPage(response, problem);
};

function answerJson(response: Response, { status, kind, explanation, values }: ToldError): void {
  const { frame, requestId } = localsOf(response);
  const message = frame.translate(explanation, values);
  response.status(status).json({ error: { status, kind, message, requestId } });
}

function answerPage(response: Response, { status, kind, explanation, values, issues }: ToldError): void {
  const { frame, requestId } = localsOf(response);
  const locals = {
    heading: frame.translate(`errors:title.${kind}`),
    explanation: frame.translate(explanation, values),
    issues: issues.map((issue) => frame.translate(issue.message, issue.values)),
    offersSignIn: kind === 'unauthenticated',
    offersSearch: kind === 'notFound' || kind === 'badRequest',
    searchPath: paths.achievements,
    requestId,
  };
  show(response, 'errors/error', locals, status);
}
