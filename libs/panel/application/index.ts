export * from './panel-room';
export * from './decision-facts';
export * from './people';
export * from './panels';
