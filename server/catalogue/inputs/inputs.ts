import type { Input, InputName } from '../field.ts';
import { amounts } from './amounts.ts';
import { choice, choices } from './choice.ts';
import { ipcSymbols, keywords } from './codeLists.ts';
import { date } from './date.ts';
import { files } from './files.ts';
import { flag } from './flag.ts';
import { metrics } from './metrics.ts';
import { patentNumbers } from './patentNumbers.ts';
import { text } from './text.ts';

/** Every way a field can be entered. */
export const inputs: Record<InputName, Input> = {
  text,
  longText: text,
  choice,
  choices,
  ipcSymbols,
  keywords,
  ...amounts,
  date,
  flag,
  metrics,
  patentNumbers,
  files,
};
