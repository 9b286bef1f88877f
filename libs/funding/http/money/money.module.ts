import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { FiguresController } from './figures.controller';
import { InvoiceController } from './invoice.controller';
import { InvoiceRequestHandler, PaymentRequestHandler } from './money-requests';
import { PaymentController } from './payment.controller';

/** Routes of invoices, payments, and figures side by side. */
@Module({
  imports: [CqrsModule],
  controllers: [InvoiceController, PaymentController, FiguresController],
  providers: [InvoiceRequestHandler, PaymentRequestHandler],
})
export class MoneyHttpModule {}
