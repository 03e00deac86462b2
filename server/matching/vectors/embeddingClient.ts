import { z } from 'zod';

/** Where texts are made into vectors, in the shape most embedding services answer in. */
export interface EmbeddingSettings {
  url: string;
  model: string;
  key?: string;
}

const ANSWER_WITHIN_MS = 20_000;
const MOST_NUMBERS = 4_096;

const answerShape = z.object({
  data: z.array(
    z.object({
      index: z.number().int().min(0).optional(),
      embedding: z.array(z.number()).min(1).max(MOST_NUMBERS),
    }),
  ),
});

/**
 * Asks an embedding service: POST { model, input: [texts] }, answered by { data: [{ index, embedding }] }.
 * It sends whatever it is given; what may leave the house is decided before.
 */
export function createEmbeddingClient(
  { url, model, key }: EmbeddingSettings,
  answerWithinMs = ANSWER_WITHIN_MS,
) {
  return {
    /**
     * One vector of length 1 a text, in the order of the texts, all of one dimension.
     * @throws Error when the service is down, late, or answers anything else, and when the caller gives up.
     */
    async vectorsOf(texts: readonly string[], givenUp?: AbortSignal): Promise<Float32Array[]> {
      if (texts.length === 0) return [];
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({ model, input: texts }),
        signal: AbortSignal.any([AbortSignal.timeout(answerWithinMs), ...(givenUp ? [givenUp] : [])]),
        // An address that sends elsewhere would carry texts and key there.
        redirect: 'error',
      });
      if (!response.ok) throw new Error(`The embedding service answered ${response.status}`);
      return readVectors(await response.json(), texts.length);
    },
  };
}

export type EmbeddingClient = ReturnType<typeof createEmbeddingClient>;

function readVectors(answer: unknown, count: number): Float32Array[] {
  const read = answerShape.safeParse(answer);
  if (!read.success) throw new Error('The embedding service did not answer with vectors');
  const placed = read.data.data.map(({ index, embedding }, place) => ({ place: index ?? place, embedding }));
  placed.sort((left, right) => left.place - right.place);
  if (placed.length !== count || placed.some(({ place }, at) => place !== at))
    throw new Error(`The embedding service answered ${placed.length} vectors for ${count} texts`);
  const dimension = placed[0]?.embedding.length;
  if (placed.some(({ embedding }) => embedding.length !== dimension))
    throw new Error('The embedding service answered vectors of several dimensions');
  return placed.map(({ embedding }) => ofLengthOne(embedding));
}

/** Then the cosine of two is their product. */
function ofLengthOne(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  if (length === 0 || !Number.isFinite(length))
    throw new Error('The embedding service answered no direction');
  return Float32Array.from(numbers, (number) => number / length);
}
