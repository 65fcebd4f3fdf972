// SPDX-License-Identifier: Apache-2.0
import { actOnInquiry, getInquiry, listInquiries } from '@yiwang/contracts';
import { FilingFile } from './filing-file.tsx';

export default function Inquiry() {
  return <FilingFile read={getInquiry} act={actOnInquiry} list={listInquiries} />;
}
