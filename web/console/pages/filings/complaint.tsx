// SPDX-License-Identifier: Apache-2.0
import { actOnComplaint, getComplaint, listComplaints } from '@yiwang/contracts';
import { FilingFile } from './filing-file.tsx';

export default function Complaint() {
  return <FilingFile read={getComplaint} act={actOnComplaint} list={listComplaints} />;
}
