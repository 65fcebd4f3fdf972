// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import {
  type AttachmentView,
  type DocumentView,
  downloadAttachment,
  downloadDocument,
  makeDocumentAgain,
  type RouteContract,
} from '@yiwang/contracts';
import { Button } from 'antd';
import { useEffect } from 'react';
import { addressOf } from '../api/client.ts';
import { keyOf, useAct } from '../api/use-call.ts';
import { useText } from '../app/use-text.ts';
import { Mark } from './marks.tsx';
import { When } from './when.tsx';

/** One paper by its name; opens as PDF where it is made. */
export function PaperLink({ document }: { document: DocumentView }) {
  const { both } = useText();
  const title = both(document.title);
  return document.state === 'ready' ? (
    <a href={addressOf(downloadDocument, { params: { id: document.id } })} download>
      {title} (PDF)
    </a>
  ) : (
    <span>{title}</span>
  );
}

const size = (bytes: number) => (bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`);

interface PapersProps {
  fileId: string;
  documents: readonly DocumentView[];
  attachments: readonly AttachmentView[];
  /** The read that shows the file: asked again while a paper is being made. */
  read: RouteContract;
}

/** Papers made of a file, and what people handed in. */
export function Papers({ fileId, documents, attachments, read }: PapersProps) {
  const { t, word } = useText();
  const client = useQueryClient();
  const again = useAct(makeDocumentAgain, { renews: [read] });
  const making = documents.some((one) => one.state === 'making');
  useEffect(() => {
    if (!making) return;
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: keyOf(read, { params: { id: fileId } }) }),
      2000,
    );
    return () => clearInterval(timer);
  }, [making, client, read, fileId]);
  if (documents.length === 0 && attachments.length === 0) return null;
  return (
    <section className="section">
      <h2>{t('files.papers')}</h2>
      <ul className="task-list">
        {documents.map((document) => (
          <li key={document.id}>
            <p className="hit-line">
              <PaperLink document={document} />
              {document.state === 'ready' ? null : (
                <Mark tone={document.state === 'failed' ? 'bad' : 'due'}>
                  {word('documentState', document.state)}
                </Mark>
              )}
              {document.state === 'failed' ? (
                <Button size="small" onClick={() => again.mutate({ params: { id: document.id } })}>
                  {t('app.again')}
                </Button>
              ) : null}
            </p>
            <p className="soft">
              {document.number} · {document.agency.name} · <When at={document.askedAt} />
            </p>
          </li>
        ))}
        {attachments.map((one) => (
          <li key={one.id}>
            <p className="hit-line">
              <a href={addressOf(downloadAttachment, { params: { id: one.id } })} download>
                {one.name}
              </a>
            </p>
            <p className="soft">
              {t('files.handedIn', { name: one.addedBy })} · {size(one.bytes)} · <When at={one.addedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
