import { Invoices, Payments } from '@accord/funding/application';
import type { InvoiceCommand, PaymentCommand } from '@accord/funding/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One command on an invoice. */
export class InvoiceRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: InvoiceCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

/** One command on a payment. */
export class PaymentRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: PaymentCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(InvoiceRequest)
export class InvoiceRequestHandler implements ICommandHandler<InvoiceRequest> {
  constructor(private readonly invoices: Invoices) {}
  execute({ id, command, context }: InvoiceRequest): Promise<CommandOutcome> {
    return this.invoices.invoice(id, command, context);
  }
}

@CommandHandler(PaymentRequest)
export class PaymentRequestHandler implements ICommandHandler<PaymentRequest> {
  constructor(private readonly payments: Payments) {}
  execute({ id, command, context }: PaymentRequest): Promise<CommandOutcome> {
    return this.payments.payment(id, command, context);
  }
}
