import type { Request } from 'express';

/** Whether a request only asks and changes nothing. */
export function isSafeMethod(request: Request): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
}
