// SPDX-License-Identifier: Apache-2.0
import { listInquiries } from '@yiwang/contracts';
import { FilingList } from './filing-list.tsx';

export default function Inquiries() {
  return <FilingList kind="inquiry" contract={listInquiries} />;
}
