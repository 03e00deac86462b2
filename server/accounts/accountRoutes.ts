import { Router } from 'express';
import type { Services } from '../services.ts';
import type { Web } from '../web/web.ts';
import { createDeskAccountRoutes } from './deskAccountRoutes.ts';
import { createInvitationRoutes } from './invitationRoutes.ts';
import { createMyAccountRoutes } from './myAccountRoutes.ts';
import { createPasswordRoutes } from './passwordRoutes.ts';
import { createRegistrationRoutes } from './registrationRoutes.ts';
import { createSignInRoutes } from './signInRoutes.ts';

type Parts = Pick<Services, 'accounts' | 'organisations' | 'notices' | 'config' | 'stores'>;

/** Everything about people: registration, sign-in, passwords, the own account, the accounts desk. */
export function createAccountRoutes(services: Parts, web: Web): Router {
  return Router()
    .use(createRegistrationRoutes(services, web))
    .use(createSignInRoutes(services, web))
    .use(createPasswordRoutes(services, web))
    .use(createInvitationRoutes(services))
    .use(createMyAccountRoutes(services, web))
    .use(createDeskAccountRoutes(services));
}
