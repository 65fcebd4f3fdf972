// SPDX-License-Identifier: Apache-2.0

import { useQueryClient } from '@tanstack/react-query';
import { getImportErrors, type Import, importFile, listImports, listSubjects } from '@yiwang/contracts';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { addressOf, upload } from '../../api/client.ts';
import { keyOf, usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { When } from '../../parts/when.tsx';

const TONE = { waiting: 'plain', running: 'accent', done: 'good', failed: 'bad' } as const;

/** Tables of subjects: upload one, see how far each is, get its bad rows. */
export default function Imports() {
  const { t, word, locale } = useText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const list = usePages(listImports, {}, { every: 3000 });
  const send = async () => {
    if (!file) return;
    setBusy(true);
    setError(null);
    try {
      await upload(importFile, { params: {} }, file);
      setFile(null);
      if (input.current) input.current.value = '';
      void message.success(t('subjects.uploaded'));
      void client.invalidateQueries({ queryKey: keyOf(listImports) });
      void client.invalidateQueries({ queryKey: keyOf(listSubjects) });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const number = (value: number) => count(value, locale);
  const columns: Column<Import>[] = [
    {
      key: 'file',
      title: t('subjects.file'),
      head: true,
      cell: (one) => (
        <>
          <span className="breakable">{one.name}</span>
          {one.problem ? <small>{one.problem}</small> : null}
        </>
      ),
    },
    {
      key: 'state',
      title: t('subjects.state'),
      cell: (one) => <Mark tone={TONE[one.state]}>{word('importState', one.state)}</Mark>,
    },
    { key: 'rows', title: t('subjects.rows'), number: true, cell: (one) => number(one.rowsDone) },
    { key: 'made', title: t('subjects.made'), number: true, cell: (one) => number(one.made) },
    { key: 'changed', title: t('subjects.changed'), number: true, cell: (one) => number(one.changed) },
    { key: 'same', title: t('subjects.same'), number: true, cell: (one) => number(one.same), wideOnly: true },
    {
      key: 'bad',
      title: t('subjects.bad'),
      number: true,
      cell: (one) =>
        one.bad > 0 && one.endedAt ? (
          <a href={addressOf(getImportErrors, { params: { id: one.id } })} download>
            {number(one.bad)} {t('subjects.badRows')}
          </a>
        ) : (
          number(one.bad)
        ),
    },
    { key: 'by', title: t('subjects.by'), cell: (one) => one.by, wideOnly: true },
    { key: 'at', title: t('audit.time'), cell: (one) => <When at={one.askedAt} /> },
  ];
  return (
    <Page
      title={t('subjects.importsTitle')}
      line={t('subjects.importsLine')}
      actions={<Link to="/registry">{t('subjects.toRegistry')}</Link>}
    >
      <form
        className="stack form-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ProblemView error={error} />
        <p className="help">{t('subjects.importsColumns')}</p>
        <div className="button-row">
          <input
            ref={input}
            type="file"
            aria-label={t('subjects.choose')}
            accept=".csv,.txt,.ndjson,.jsonl,.xlsx,.gz"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
          <Button type="primary" htmlType="submit" disabled={file === null} loading={busy}>
            {t('subjects.upload')}
          </Button>
        </div>
      </form>
      <Listing
        caption={t('subjects.imports')}
        columns={columns}
        list={list}
        rowKey={(one) => one.id}
        empty={t('subjects.importsNone')}
      />
    </Page>
  );
}
