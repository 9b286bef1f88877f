import { ViewsNotObtained, ViewsRecorded } from '@accord/panel/contracts';
import type { ViewHolder } from '@accord/panel/contracts';
import type { Voice } from './letter-voice';
import { ERASED_WORDS, asSentence } from './plain-words';
import { inOrder, told } from './told';
import type { ToldEvent } from './told';

/** Whose views the panel had before it, and why it had not the others; not what they were. */
export function viewsHeard(matter: readonly ToldEvent[], decidedAt: number, { thinks, viewsOf }: Voice): string {
  // Decisions of older records have no matter: nothing can be said of them.
  if (matter.length === 0) return '';
  const before = inOrder(matter).filter(({ position }) => position < decidedAt);
  const [child, family] = [heard(before, 'child'), heard(before, 'family')];
  const had = child === 'recorded' ? (family === 'recorded' ? thinks.both : thinks.child) : family === 'recorded' ? thinks.family : undefined;
  const missing = ([['child', child], ['family', family]] as const).flatMap(([holder, how]) => {
    if (how === 'recorded') return [];
    if (how === 'not-on-record') return [`We did not have ${viewsOf[holder]} before we decided, and our record does not say why.`];
    const why = how.because === undefined ? '' : ` This is why: ${how.because === null ? ERASED_WORDS : asSentence(how.because)}`;
    return [`We could not get ${viewsOf[holder]} before we decided.${why}`];
  });
  return [...(had === undefined ? [] : [`We had read what ${had} before we decided.`]), ...missing].map((sentence) => ` ${sentence}`).join('');
}

type Heard = 'recorded' | 'not-on-record' | { readonly because: string | null | undefined };

/** What was recorded last before the decision counts. */
function heard(before: readonly ToldEvent[], holder: ViewHolder): Heard {
  const given = told(before, ViewsRecorded).findLast(({ data }) => data.of === holder);
  const missing = told(before, ViewsNotObtained).findLast(({ data }) => data.of === holder);
  if (given !== undefined && (missing === undefined || missing.position < given.position)) return 'recorded';
  return missing === undefined ? 'not-on-record' : { because: missing.data.because };
}
