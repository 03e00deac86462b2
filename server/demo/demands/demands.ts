import type { DemoDemand } from '../demoTypes.ts';
import { chemistry } from './chemistry.ts';
import { fieldsAndCities } from './fieldsAndCities.ts';
import { foundry } from './foundry.ts';
import { steel } from './steel.ts';

/** Everything the demo's houses need. */
export const demands: DemoDemand[] = [...foundry, ...steel, ...chemistry, ...fieldsAndCities];
