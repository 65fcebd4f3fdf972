// SPDX-License-Identifier: Apache-2.0
import { actOnReport, getReport, listReports } from '@yiwang/contracts';
import { FilingFile } from './filing-file.tsx';

export default function Report() {
  return <FilingFile read={getReport} act={actOnReport} list={listReports} />;
}
