import type { Plain } from './bson.ts';
import { refused } from './errors.ts';

/** What Mongoose passes on or MongoDB takes as advice; none of it changes the result on this store. */
const WITHOUT_EFFECT = new Set([
  'allowDiskUse',
  'arrayFiltersCasting',
  'batchSize',
  'bypassDocumentValidation',
  'comment',
  'context',
  'forceServerObjectId',
  'ignoreUndefined',
  'lean',
  'maxTimeMS',
  'multi',
  'noCursorTimeout',
  'populate',
  'promoteLongs',
  'promoteValues',
  'readConcern',
  'readPreference',
  'runValidators',
  'serializeFunctions',
  'setDefaultsOnInsert',
  'skipValidation',
  'strict',
  'strictQuery',
  'throwOnValidationError',
  'timestamps',
  'translateAliases',
  'validateBeforeSave',
  'validateModifiedOnly',
  'w',
  'writeConcern',
  'j',
  'journal',
  'wtimeout',
  'checkKeys',
  'overwriteDiscriminatorKey',
  'overwriteImmutable',
  'cloneUpdate',
  'sanitizeFilter',
  'sanitizeProjection',
  'omitUndefined',
  'schemaLevelProjections',
  'pathsToSave',
  'safe',
  'retryWrites',
  'useBigInt64',
  'raw',
  'middleware',
  'autoIndex',
  'autoCreate',
  '_skipCastError',
  '_populateBatchSize',
  'overwrite',
  'upsertCasting',
]);

const WITH_EFFECT: Record<string, readonly string[]> = {
  find: ['projection', 'fields', 'sort', 'limit', 'skip'],
  update: ['upsert'],
  findAndModify: [
    'projection',
    'fields',
    'sort',
    'upsert',
    'returnDocument',
    'returnOriginal',
    'new',
    'includeResultMetadata',
    'rawResult',
  ],
  count: ['limit', 'skip'],
  insert: ['ordered'],
  bulk: ['ordered'],
  none: [],
};

/** @throws refused for an option that asks for something this store does not do, such as a session or a collation. */
export function checkOptions(kind: keyof typeof WITH_EFFECT, options: Plain): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (!WITHOUT_EFFECT.has(name) && !WITH_EFFECT[kind]?.includes(name))
      throw refused(`the option '${name}'`);
  }
}
