import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Log } from '../log.ts';
import { newId } from '../newId.ts';
import { localsOf } from './locals.ts';

/** Gives each request an id, which error pages show, and writes one line about its answer. */
export function createRequestLog(log: Log): RequestHandler {
  const write = pinoHttp({
    logger: log,
    genReqId: () => newId().slice(0, 16),
    customLogLevel: (_request, response, error) => {
      if (error !== undefined || response.statusCode >= 500) return 'error';
      return response.statusCode >= 400 ? 'info' : 'debug';
    },
    // The query may hold what people search for; the path is enough to find a fault.
    serializers: {
      req: ({ id, method, url }) => ({ id, method, url: String(url).replace(/\?.*$/, '') }),
      res: ({ statusCode }) => ({ statusCode }),
    },
  });
  return (request, response, next) => {
    write(request, response);
    const requestId = String(request.id);
    localsOf(response).requestId = requestId;
    response.set('X-Request-Id', requestId);
    next();
  };
}
