import { probes } from '../catalogue/probes';
import { remediations } from '../catalogue/remediations';
import { symptoms } from '../catalogue/symptoms';
import type { Catalogue } from './catalogue';

/** All that Winnow knows. */
export const winnow: Catalogue = { probes, symptoms, remediations };
