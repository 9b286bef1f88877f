import type { Id, Shares } from '@accord/shared/kernel';
import { IsIdOf, IsWeight, OneOf } from './fields';
import { ArrayOf } from './nested-fields';

/** One agency's part of a split. */
export class SharePartBody {
  @IsIdOf('agency')
  readonly agencyId!: Id<'agency'>;
  @IsWeight()
  readonly weight!: number;
}

/** A split between agencies; that it makes the whole is the kernel's rule, refused as `shares-not-whole`. */
export class SplitBody implements Shares {
  @OneOf(['basis-points', 'ratio'], 'Basis points that make 10,000, or the weights of a ratio.')
  readonly kind!: 'basis-points' | 'ratio';
  @ArrayOf(() => SharePartBody, { min: 1, max: 20 }, 'In the agreed order, which settles odd pennies.')
  readonly parts!: SharePartBody[];
}
