import { refuseNamingPrinciple } from './principle';

describe('A principle that could guide a later decision', () => {
  it.each([
    'Where rescue medicine is likely at night, waking cover comes before training of parents.',
    'A package above £1,847.35 a week, or 12 hours a day, is reviewed after 3 months and again in 2026.',
    'Two carers for every hoist: 2025/26 rates, section 117, 1:1 support, 24/7.',
    'In May 2 of 3 agencies paid; the 65/35 split of October 2025 is no rule.',
  ])('guides by what it says: %s', (principle) => expect(refuseNamingPrinciple(principle)).toBeUndefined());

  it.each([
    ['an NHS number', 'As for 943 476 5919, nights are awake.'],
    ['an NHS number written together', 'Case9434765919: nights are awake.'],
    ['an NHS number with hyphens', 'As for 943-476-5919.'],
    ['an NHS number in other digits', 'As for ９４３ ４７６ ５９１９.'],
    ['a day of birth in words', 'A child born on 1 June 2015 needs nights.'],
    ['a day of birth in many words', 'A child born on the 1st of June, 2015.'],
    ['a day of birth, its month first', 'Born June 1st, 2015.'],
    ['a day of birth, its month short', 'Born 01 Jun 15.'],
    ['a day of birth in figures', 'Born 01/06/2015.'],
    ['a day of birth in few figures', 'Born 1/6/15.'],
    ['a day of birth with points', 'Born 01.06.2015.'],
    ['a day of birth as a computer writes it', 'Born 2015-06-01.'],
  ])('is refused with %s', (_what, principle) => {
    expect(refuseNamingPrinciple(principle)).toMatchObject({ refusal: 'principle-names-somebody', because: expect.stringContaining('nobody') as string });
    expect(refuseNamingPrinciple(principle)?.because).not.toMatch(/\d/);
  });
});
