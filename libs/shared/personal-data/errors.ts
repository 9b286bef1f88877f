/**
 * A sealed field or a wrapped key does not open though its key is there: it was changed, moved, or is
 * none of ours. Never shown as erased. The message holds no data.
 */
export class PersonalDataDamaged extends Error {
  override readonly name = 'PersonalDataDamaged';
}
