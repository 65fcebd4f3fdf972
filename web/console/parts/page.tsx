// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect } from 'react';
import { useText } from '../app/use-text.ts';

interface PageProps {
  title: ReactNode;
  /** Plain words for the browser's tab when the title is more than text. */
  name?: string;
  /** One line: what the page is for. */
  line?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Every page: title, one line what it is for, its actions, then the list or the file. */
export function Page({ title, name, line, actions, children }: PageProps) {
  const { t } = useText();
  const words = name ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    document.title = words ? `${words} · ${t('app.name')}` : t('app.name');
  }, [words, t]);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {line ? <p className="line">{line}</p> : null}
        </div>
        {actions ? <div className="page-actions no-print">{actions}</div> : null}
      </div>
      {children}
    </>
  );
}
