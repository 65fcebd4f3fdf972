// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox';
import { defineJob } from '../../platform/jobs/job.ts';

export const makeDocumentJob = defineJob('documents.make', Type.Object({ documentId: Type.String() }));
