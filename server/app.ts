import express, { type Express } from 'express';
import type { Config } from './config.ts';
import { createRoutes } from './routes.ts';
import type { Services } from './services.ts';
import { protectForms } from './web/csrf.ts';
import { answerError, answerNotFound } from './web/errorPages.ts';
import { createFrameSources } from './web/frameSources.ts';
import { createHealthRoutes } from './web/health.ts';
import { limitForms } from './web/limits.ts';
import { beginPage, fillFrame } from './web/pageFrame.ts';
import { createRememberedPages } from './web/rememberedPages.ts';
import { createRequestLog } from './web/requestLog.ts';
import { createRobots } from './web/robots.ts';
import { createSameOrigin } from './web/sameOrigin.ts';
import { createSecurityHeaders } from './web/securityHeaders.ts';
import { createSessions } from './web/session.ts';
import { findSessionSecret } from './web/sessionSecret.ts';
import { createStyleRoutes } from './web/style/styleRoutes.ts';
import { trustedProxies } from './web/trustedProxies.ts';
import { createWeb, type WebOptions } from './web/web.ts';
import { refuseMalformedAddress, refuseMalformedBody } from './web/wellFormed.ts';

/** The marketplace as one Express application: what every request passes, then the routes, then the errors. */
export async function createApp(
  services: Services,
  config: Config,
  options: WebOptions = {},
): Promise<Express> {
  const web = createWeb(services, config, options);
  const { isHttps } = web;
  const store = services.stores.sessions;
  const secret = await findSessionSecret(config, services.stores.settings);

  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustedProxies(config.trustProxy));

  app.use(createRequestLog(services.log));
  app.use(beginPage(web));
  app.use(createSecurityHeaders({ isHttps }));
  app.use(web.assets.serve);
  app.use(
    createHealthRoutes({
      store: () => services.stores.settings.find('ready'),
      search: () => services.search.state(),
    }),
  );
  app.use(createRobots());
  app.use(refuseMalformedAddress);
  app.use(createSameOrigin(config.baseUrl));

  app.use(createRememberedPages(services));
  app.use(createSessions({ store, secret, isHttps }));
  app.use(web.signIn.middlewares);
  app.use(limitForms(web.limits));
  app.use(express.urlencoded({ extended: false, limit: '512kb', parameterLimit: 2_000 }));
  app.use(refuseMalformedBody);
  app.use(fillFrame(createFrameSources(services)));
  app.use(protectForms);

  app.use(createStyleRoutes(web.assets));
  app.use(createRoutes(services, web));

  app.use(answerNotFound);
  app.use(answerError);
  return app;
}
