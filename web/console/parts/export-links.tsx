// SPDX-License-Identifier: Apache-2.0
import { DownloadOutlined } from '@ant-design/icons';
import { type RouteContract, TABLE_FORMATS } from '@yiwang/contracts';
import { addressOf } from '../api/client.ts';
import { useSession } from '../app/session.tsx';
import { useText } from '../app/use-text.ts';

/** The list as it is filtered now, all of it, as a table; the browser keeps it as a download. */
export function ExportLinks({
  contract,
  query = {},
}: {
  contract: RouteContract;
  query?: Readonly<Record<string, unknown>>;
}) {
  const { t, locale } = useText();
  const { may } = useSession();
  if (!may(contract)) return null;
  const lang = locale === 'en' ? 'en' : 'zh';
  return (
    <span className="export-links no-print" title={t('app.exportHelp')}>
      <DownloadOutlined aria-hidden />
      <span>{t('app.export')}</span>
      {TABLE_FORMATS.map((format) => (
        <a key={format} href={addressOf(contract, { query: { ...query, format, lang } })} download>
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
