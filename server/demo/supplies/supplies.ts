import type { DemoOpenLicence, DemoSupply } from '../demoTypes.ts';
import { aerospaceAndNuclear } from './aerospaceAndNuclear.ts';
import { agriculture } from './agriculture.ts';
import { biomedicine } from './biomedicine.ts';
import { electronics } from './electronics.ts';
import { energy } from './energy.ts';
import { environment } from './environment.ts';
import { manufacturing } from './manufacturing.ts';
import { newMaterials } from './newMaterials.ts';
import { openLicences } from './openLicences.ts';
import { transportAndCities } from './transportAndCities.ts';

/** Everything the demo's houses offer. */
export const supplies: (DemoSupply | DemoOpenLicence)[] = [
  ...newMaterials,
  ...manufacturing,
  ...electronics,
  ...energy,
  ...environment,
  ...biomedicine,
  ...agriculture,
  ...aerospaceAndNuclear,
  ...transportAndCities,
  ...openLicences,
];
