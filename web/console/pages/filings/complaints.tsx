// SPDX-License-Identifier: Apache-2.0
import { listComplaints } from '@yiwang/contracts';
import { FilingList } from './filing-list.tsx';

export default function Complaints() {
  return <FilingList kind="complaint" contract={listComplaints} />;
}
