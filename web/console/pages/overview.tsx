// SPDX-License-Identifier: Apache-2.0
import { getOverview } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { useCall } from '../api/use-call.ts';
import { useText } from '../app/use-text.ts';
import { Bars } from '../parts/bars.tsx';
import { inside } from '../parts/inside.ts';
import { count } from '../parts/money.ts';
import { Page } from '../parts/page.tsx';
import { ProblemView } from '../parts/problem-view.tsx';
import { minuteOf } from '../parts/when.tsx';

export default function Overview() {
  const { t, both, word, locale } = useText();
  const read = useCall(getOverview, {}, { every: 30_000 });
  if (read.error && !read.data) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  const data = read.data;
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />;
  // One scale for all, so that the eye compares; logarithmic, or pages would press leads flat.
  const max = Math.max(1, ...data.indicators.flatMap((indicator) => indicator.days));
  const most = Math.max(1, ...data.byLabel.map((row) => row.open + row.confirmed));
  return (
    <Page
      title={t('overview.title')}
      line={`${t('overview.line')} ${t('overview.asOf', { time: minuteOf(data.asOf) })}`}
    >
      {data.indicators.every((indicator) => indicator.value === 0) ? (
        <div className="empty">
          <p>{t('overview.empty')}</p>
          <p>
            <Link to="/patrols">{t('overview.toPatrols')}</Link>
          </p>
        </div>
      ) : null}
      <ul className="multiples">
        {data.indicators.map((indicator) => (
          <li key={indicator.id} className="card">
            <h2>{both(indicator.title)}</h2>
            <p className="big-number">
              <Link to={inside(indicator.href)}>{count(indicator.value, locale)}</Link>
            </p>
            <Bars
              values={indicator.days}
              max={max}
              log
              label={t('overview.indicator', {
                title: both(indicator.title),
                value: indicator.value,
                days: indicator.days.join(', '),
              })}
            />
          </li>
        ))}
      </ul>
      <p className="help">{t('overview.scale', { max: count(max, locale) })}</p>
      {data.byLabel.length > 0 ? (
        <section className="section by-label">
          <h2>{t('overview.byLabel')}</h2>
          <table className="listing plain">
            <caption className="hidden">{t('overview.byLabel')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('overview.label')}</th>
                <th scope="col" className="number">
                  {t('overview.open')}
                </th>
                <th scope="col" className="number">
                  {t('overview.confirmed')}
                </th>
                <td className="label-bar" />
              </tr>
            </thead>
            <tbody>
              {data.byLabel.map((row) => (
                <tr key={row.label}>
                  <th scope="row">{word('label', row.label)}</th>
                  <td className="number" data-name={t('overview.open')}>
                    <Link to={`/triage?label=${encodeURIComponent(row.label)}`}>
                      {count(row.open, locale)}
                    </Link>
                  </td>
                  <td className="number" data-name={t('overview.confirmed')}>
                    <Link to={`/triage?state=confirmed&label=${encodeURIComponent(row.label)}`}>
                      {count(row.confirmed, locale)}
                    </Link>
                  </td>
                  <td className="label-bar" aria-hidden>
                    <div>
                      <span className="open" style={{ width: `${(row.open / most) * 100}%` }} />
                      <span className="confirmed" style={{ width: `${(row.confirmed / most) * 100}%` }} />
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Page>
  );
}
