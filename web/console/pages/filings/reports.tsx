// SPDX-License-Identifier: Apache-2.0
import { listReports } from '@yiwang/contracts';
import { FilingList } from './filing-list.tsx';

export default function Reports() {
  return <FilingList kind="report" contract={listReports} />;
}
