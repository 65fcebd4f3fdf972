// SPDX-License-Identifier: Apache-2.0
export { type Cell, column, type ExportColumn, inBeijing } from './column.ts';
export { exportRoute, type ListExport } from './export-route.ts';
