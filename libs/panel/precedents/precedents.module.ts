import { Module } from '@nestjs/common';
import { PrecedentController } from './precedent.controller';

/** The route of precedents. `PrecedentSearch` comes from the composition. */
@Module({ controllers: [PrecedentController] })
export class PrecedentsHttpModule {}
