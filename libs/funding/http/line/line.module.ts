import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LineLifeController } from './line-life.controller';
import { LineRequestHandler, ProviderRequestHandler } from './line-requests';
import { LineController } from './line.controller';
import { ProviderController } from './provider.controller';
import { RateVariationController } from './rate-variation.controller';

/** Routes of package lines after their decision, and of providers. What answers them comes from the composition. */
@Module({
  imports: [CqrsModule],
  controllers: [LineController, RateVariationController, LineLifeController, ProviderController],
  providers: [LineRequestHandler, ProviderRequestHandler],
})
export class LineHttpModule {}
