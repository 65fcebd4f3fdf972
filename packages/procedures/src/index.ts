// SPDX-License-Identifier: Apache-2.0
export * from './apply.ts';
export * from './check-machine.ts';
export * from './clocks.ts';
export * from './documents/template.ts';
export * from './documents/templates.ts';
export * from './form.ts';
export * from './house-periods.ts';
export * from './machine.ts';
export * from './machines/index.ts';
export * from './open-actions.ts';
export * from './regime.ts';
export * from './replay.ts';
