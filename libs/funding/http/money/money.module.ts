import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { FiguresController } from './figures.controller';
import { InvoiceController } from './invoice.controller';
import { InvoiceRequestHandler, PaymentRequestHandler } from './money-requests';
import { MoneyListController } from './money-list.controller';
import { PaymentController } from './payment.controller';

/** Routes of invoices and payments, their lists, and figures side by side. */
@Module({
  imports: [CqrsModule],
  controllers: [MoneyListController, InvoiceController, PaymentController, FiguresController],
  providers: [InvoiceRequestHandler, PaymentRequestHandler],
})
export class MoneyHttpModule {}
