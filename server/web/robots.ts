import { type RequestHandler, Router } from 'express';

/** Crawlers may read what is public; lists with many filters, desks and forms are no use to them. */
export function createRobots(): Router {
  const closed = ['/my', '/desk', '/sign-in', '/register', '/api'];
  const rules = closed.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]);
  const text = ['User-agent: *', ...rules, ''].join('\n');
  const answer: RequestHandler = (_request, response) => void response.type('text/plain').send(text);
  return Router().get('/robots.txt', answer);
}
