import { explainedCast } from './explained-cast.mjs';
import { fewParameters } from './few-parameters.mjs';
import { namedLogFields } from './named-log-fields.mjs';
import { publicEntry } from './public-entry.mjs';
import { samplesForSpecs } from './samples-for-specs.mjs';
import { tellingNames } from './telling-names.mjs';

/** The house rules that no published plugin has. Each has a bad example in `test/boundaries`. */
export const accord = {
  meta: { name: 'accord' },
  rules: {
    'explained-cast': explainedCast,
    'few-parameters': fewParameters,
    'named-log-fields': namedLogFields,
    'public-entry': publicEntry,
    'samples-for-specs': samplesForSpecs,
    'telling-names': tellingNames,
  },
};
