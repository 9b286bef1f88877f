import { ERASED, type PersonalData } from '@accord/shared/commands';
import { sealedData, openedForTests } from './sealed-for-tests';

/** Personal data without keys, for unit specifications; a child may be erased to see what remains. */
export class FakePersonalData implements PersonalData {
  private readonly erased = new Set<unknown>();

  erase(childId: string): void {
    this.erased.add(childId);
  }

  seal: PersonalData['seal'] = async ({ definition, data }) => {
    await Promise.resolve();
    return sealedData(definition, data);
  };

  open: PersonalData['open'] = async ({ definition, data }) => {
    await Promise.resolve();
    const opened: Record<string, unknown> = { ...data };
    const gone = definition.subject !== undefined && this.erased.has(data[definition.subject]);
    for (const field of Object.keys(definition.personal)) {
      if (opened[field] !== undefined) opened[field] = gone ? ERASED : openedForTests(opened[field]);
    }
    return opened;
  };
}
