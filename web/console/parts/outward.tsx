// SPDX-License-Identifier: Apache-2.0
import { useText } from '../app/use-text.ts';

/** An address as data: shown, and opened only on purpose, outside, without telling it where we come from. */
export function Outward({ url, short = false }: { url: string; short?: boolean }) {
  const { t } = useText();
  const shown = short ? url.replace(/^https?:\/\//, '').replace(/\/$/, '') : url;
  if (!/^https?:\/\//i.test(url)) return <span className="breakable">{url}</span>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      className="breakable outward"
      title={t('app.outward')}
    >
      {shown}
      <span aria-hidden> ↗</span>
    </a>
  );
}
