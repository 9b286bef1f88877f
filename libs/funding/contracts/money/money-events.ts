import { invoiceEvents } from './invoice-events';
import { paymentEvents } from './payment-events';

/** Every event of invoices and payments; none of them decides who pays. */
export const moneyEvents = [...invoiceEvents, ...paymentEvents] as const;
