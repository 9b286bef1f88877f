export * from './panel-room';
