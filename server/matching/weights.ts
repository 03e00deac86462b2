/** The seven criteria of a match, in the order a card shows them. */
export const PARTS = ['subject', 'metrics', 'field', 'maturity', 'cooperation', 'price', 'region'] as const;

export type PartName = (typeof PARTS)[number];

/** Named on every card; a change of what the code does with the same inputs needs a new one. */
export const ALGORITHM_VERSION = 'm3';

/**
 * Every number of the scorer and of the reader. One version is one set of numbers: change a number,
 * change `version`, so that a card says by what it was made.
 */
export const WEIGHTS = {
  version: 'w3',
  /** What each part counts in the total. `subject` is the backbone, the others share the rest. */
  parts: { subject: 62, metrics: 12, field: 12, maturity: 5, cooperation: 4, price: 3, region: 2 },
  /** Below this subject the other parts fade out: conditions that fit make no match of strangers. */
  subjectNeeded: 0.35,
  /** What a criterion counts when the supply says nothing about it. */
  unknown: 0.5,
  subject: {
    /** Saturation and length normalisation of a term in a text (BM25F). */
    saturation: 1,
    lengthShare: 0.75,
    /** What a word counts in titles and keywords, against once elsewhere. */
    headWeight: 2,
    /** More for words that stand together as they do in the demand. */
    together: 0.25,
    /** What is said under another name, against the word itself; parts of a longer name count less. */
    concept: 0.8,
    nestedConcept: 0.5,
    /** Terms that go together with a term of the demand in other listings. */
    associated: 0.12,
    /** Share of the subject that comes from the topics both texts belong to. */
    topics: 0.09,
    /** The same in addition, as far as the two texts are in different languages. */
    topicsForeign: 0.45,
    /** Share that comes from how near both texts are to the same concepts, as far as they are in one language. */
    likeness: 0.3,
    stopWord: 0.15,
    /** The raw agreement at which the subject part reaches 63 %. */
    scale: 0.22,
  },
  /** Concepts a text comes near: so many, what is taken off as ground of the last, and what many names count against. */
  near: { most: 60, ground: 0.5, lengthShare: 0.5 },
  reading: {
    /** Clauses by what they do, see `clauseRole.ts`. */
    need: 2,
    figure: 1.4,
    plain: 1,
    opening: 0.3,
    background: 0.25,
    failed: 0.35,
    problem: 1.5,
    settled: 0.2,
    excluded: 0.15,
    /** A pair of characters that crosses the bounds of words. */
    acrossWords: 0.7,
    /** Repeating a word adds less each time. */
    repetition: 0.6,
    mostRepetitions: 4,
    mostTerms: 64,
  },
  metrics: { met: 1, near: 0.7, unknown: 0.4, missed: 0, nearShare: 0.2 },
  /** Smoothing of frequencies: so many imagined listings, and the share of them that hold a generic or any other word. */
  statistics: { imagined: 100, genericShare: 0.3, otherShare: 0.004 },
} as const;

export type Weights = typeof WEIGHTS;

/** What each part counts in the total. */
export type PartWeights = Record<PartName, number>;

/** The weights a score is made with, under the name a card gives them. */
export interface UsedWeights {
  version: string;
  parts: PartWeights;
}

/** Those of this file, in use until a supervisor puts others live. */
export const BUNDLED_WEIGHTS: UsedWeights = { version: WEIGHTS.version, parts: WEIGHTS.parts };
