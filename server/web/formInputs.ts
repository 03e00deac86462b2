import { z } from 'zod';

/** Building blocks of form and query schemas: what a browser sends is text, or a list of texts. */

/** A text that is needed, without surrounding space, of at most so many characters. */
export function requiredText(maximum: number) {
  return cleaned().pipe(z.string().min(1, 'forms:required').max(maximum, 'forms:tooLong'));
}

/** A text that may be left empty, which gives null. */
export function optionalText(maximum: number) {
  return cleaned()
    .pipe(z.string().max(maximum, 'forms:tooLong'))
    .transform((text) => (text === '' ? null : text));
}

/** One of these codes. */
export function oneOf<const Code extends string>(codes: readonly Code[]) {
  return z.enum(codes as [Code, ...Code[]], {
    error: (issue) => (issue.input ? 'forms:unknownCode' : 'forms:choose'),
  });
}

/** One of these codes, or null when nothing was chosen. */
export function maybeOneOf<const Code extends string>(codes: readonly Code[]) {
  return z.preprocess((sent) => (sent === undefined || sent === '' ? null : sent), oneOf(codes).nullable());
}

/** Any number of these codes; a browser sends one as a text and several as a list. */
export function manyOf<const Code extends string>(codes: readonly Code[]) {
  return z.preprocess(
    (sent) => (sent === undefined || sent === '' ? [] : [sent].flat()),
    z.array(oneOf(codes)).max(codes.length, 'forms:unknownCode'),
  );
}

/** A box that is ticked or not. */
export function ticked() {
  return z.preprocess((sent) => sent !== undefined && sent !== '' && sent !== 'false', z.boolean());
}

/** A whole number within bounds. */
export function wholeNumber(minimum: number, maximum: number) {
  return cleaned()
    .pipe(
      z
        .string()
        .min(1, 'forms:required')
        .regex(/^-?\d{1,15}$/, 'forms:wholeNumber'),
    )
    .transform(Number)
    .pipe(z.number().min(minimum, 'forms:tooLow').max(maximum, 'forms:tooHigh'));
}

/** A real day as `YYYY-MM-DD`. */
export function day() {
  return cleaned().pipe(z.string().min(1, 'forms:required').pipe(z.iso.date('forms:date')));
}

/** A mail address, folded to lower case. */
export function mailAddress() {
  return requiredText(254)
    .pipe(z.email('forms:mail'))
    .transform((mail) => mail.toLowerCase());
}

/** The number of a page of a list, from 1. */
export function pageNumber() {
  return z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .default(1);
}

function cleaned() {
  return z
    .string({ error: 'forms:required' })
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => !hasControlCharacter(text), 'forms:controlCharacter');
}

function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\uFFFD]/u.test(text.replace(/[\n\t]/g, ''));
}
