// SPDX-License-Identifier: Apache-2.0
import { Button, Result } from 'antd';
import { Link, useRouteError } from 'react-router';
import { Page } from '../parts/page.tsx';
import { useText } from './use-text.ts';

/** A page that threw: what is safe and what to do, with the cause for whoever mends it. */
export function Broken() {
  const { t } = useText();
  const error = useRouteError();
  return (
    <Result
      status="error"
      title={t('app.brokenTitle')}
      subTitle={t('app.brokenText')}
      extra={<Button onClick={() => location.reload()}>{t('app.reload')}</Button>}
    >
      <pre className="text-block">{error instanceof Error ? error.message : String(error)}</pre>
    </Result>
  );
}

export function NotHere() {
  const { t } = useText();
  return (
    <Page title={t('app.notHere')} line={t('app.notHereText')}>
      <Link to="/">{t('app.toOverview')}</Link>
    </Page>
  );
}
