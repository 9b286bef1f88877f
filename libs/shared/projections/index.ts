export * from './projection';
export * from './event-rows';
