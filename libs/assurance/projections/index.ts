export * from './child-timeline';
export * from './audit-trail';
export * from './names';
