import { Module } from '@nestjs/common';
import { AgencySeriesController } from '../agency-series/agency-series.controller';
import { WhatIfController } from './what-if.controller';

/** Questions that may be about a whole area: what if, and what an agency pays over time. */
@Module({ controllers: [WhatIfController, AgencySeriesController] })
export class WhatIfHttpModule {}
