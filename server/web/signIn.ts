import type { Request, RequestHandler } from 'express';
import { Passport } from 'passport';
import { Strategy } from 'passport-local';
import type { Actor } from '../accounts/actor.ts';
import { forbidden } from '../errors.ts';

/** The answer of the check of an address and a password; `refusal` says why nobody was let in. */
export type SignInAnswer =
  | { account: { _id: string }; refusal: null }
  | { account: null; refusal: 'unknown' | 'unconfirmed' | 'suspended' };

/** Who was let in, or why not: `missing`, `unknown`, `unconfirmed` or `suspended`. */
export type SignInResult = { actor: Actor; refusal: null } | { actor: null; refusal: string };

interface SignInParts {
  verify(mail: string, password: string): Promise<SignInAnswer>;
  findActor(accountId: string): Promise<Actor | null>;
}

/**
 * Passport with one strategy: address and password, from the fields `mail` and `password`. The actor is
 * read from the account at every request, so that what the office takes away is gone at once.
 */
export function createSignIn({ verify, findActor }: SignInParts) {
  const passport = new Passport();
  passport.serializeUser((user: Express.User, done) => done(null, user.accountId));
  passport.deserializeUser((accountId: string, done) => {
    findActor(accountId).then((actor) => done(null, actor ?? false), done);
  });
  passport.use(
    new Strategy({ usernameField: 'mail' }, async (mail, password, done) => {
      try {
        const { account, refusal } = await verify(mail, password);
        const actor = account === null ? null : await findActor(account._id);
        done(null, actor ?? false, { message: refusal ?? 'unknown' });
      } catch (error) {
        done(error);
      }
    }),
  );

  return {
    middlewares: [passport.initialize(), passport.session()] as RequestHandler[],
    /** Signs in whoever proved to be the owner of an account in another way, as by a mailed link. */
    async signInAs(request: Request, accountId: string): Promise<Actor> {
      const actor = await findActor(accountId);
      if (actor === null) throw forbidden();
      await beginSession(request, actor);
      return actor;
    },

    /** Checks `mail` and `password` of the body; signs in, or tells why not (`missing` when one is empty). */
    async signIn(request: Request): Promise<SignInResult> {
      const answer = await authenticate(passport, request);
      if (answer.actor !== null) await beginSession(request, answer.actor);
      return answer;
    },

    /** Ends the session, whoever it belongs to. */
    async signOut(request: Request): Promise<void> {
      // The only act of a visitor that reads no form and no actor, where a multipart body would pass unchecked.
      if (request.isUnchecked) throw forbidden('errors:formExpired');
      await new Promise<void>((resolve, reject) =>
        request.session.destroy((error: unknown) => (error ? reject(error) : resolve())),
      );
    },
  };
}

export type SignIn = ReturnType<typeof createSignIn>;

/** Begins a new session for somebody signed in; a form that waits for the sign-in comes along. */
async function beginSession(request: Request, actor: Actor): Promise<void> {
  const { keptForm } = request.session;
  await new Promise<void>((resolve, reject) =>
    request.logIn(actor, (error: unknown) => (error ? reject(error) : resolve())),
  );
  if (keptForm !== undefined) request.session.keptForm = keptForm;
}

/** What passport says when a field is empty, in its own words. */
const PASSPORT_SAYS_MISSING = 'Missing credentials';

function authenticate(passport: InstanceType<typeof Passport>, request: Request): Promise<SignInResult> {
  return new Promise((resolve, reject) => {
    const answer = (error: unknown, actor: Actor | false, refused?: { message: string }) => {
      const reason = refused?.message ?? 'unknown';
      if (error) reject(error);
      else if (actor) resolve({ actor, refusal: null });
      else resolve({ actor: null, refusal: reason === PASSPORT_SAYS_MISSING ? 'missing' : reason });
    };
    passport.authenticate('local', answer)(request, request.res, reject);
  });
}

declare global {
  namespace Express {
    interface User extends Actor {}
  }
}
