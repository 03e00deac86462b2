import { fillStore } from './fillStore.ts';

/** Fills the store of its first parameter, says what came of it, and dies without closing anything. */
const [dataDirectory = '', most = ''] = process.argv.slice(2);
const { filled } = await fillStore(dataDirectory, Number(most));
process.stdout.write(JSON.stringify(filled), () => process.kill(process.pid, 'SIGKILL'));
