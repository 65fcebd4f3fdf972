// SPDX-License-Identifier: Apache-2.0
import { Alert, Button } from 'antd';
import { useText } from '../../app/use-text.ts';

/** The codes for a lost telephone: on screen and on paper, this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept(): void }) {
  const { t } = useText();
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('secondFactor.recovery')}
      description={
        <>
          <p>{t('secondFactor.recoveryText')}</p>
          <ul className="code-list">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <span className="button-row">
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
            <Button type="primary" onClick={onKept}>
              {t('secondFactor.kept')}
            </Button>
          </span>
        </>
      }
    />
  );
}
