import { ApplicationError, type Issue } from '../errors.ts';

/**
 * Does what a form asks for; when something is wrong with what was typed, shows the form again with the
 * issues. Every other error goes on to the error pages.
 */
export async function orShowAgain(
  act: () => Promise<void>,
  showAgain: (issues: Issue[]) => unknown,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ApplicationError) || error.kind !== 'invalid') throw error;
    await showAgain(error.issues);
  }
}
