// SPDX-License-Identifier: Apache-2.0
import type { ClockView, OpenAction } from '@yiwang/contracts';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../app/use-text.ts';
import { ClockBar } from './clock-bar.tsx';
import { NextSteps } from './next-steps.tsx';
import type { useSteps } from './use-steps.ts';

interface FileStepsProps {
  fileId: string;
  detail: { clocks: readonly ClockView[]; actions: readonly OpenAction[] };
  steps: ReturnType<typeof useSteps>;
  /** What stands beside and below the steps. */
  children: ReactNode;
}

/** The head of every file: its clocks, whether it moved meanwhile, and the steps that its procedure allows now. */
export function FileSteps({ fileId, detail, steps, children }: FileStepsProps) {
  const { t } = useText();
  return (
    <>
      {detail.clocks.length > 0 ? (
        <section className="clocks" aria-label={t('leads.clocks')}>
          {detail.clocks.map((clock) => (
            <ClockBar key={clock.id} clock={clock} />
          ))}
        </section>
      ) : null}
      {steps.fresh.size > 0 ? (
        <Alert className="problem" type="warning" showIcon title={t('leads.moved')} />
      ) : null}
      <div className="file">
        <section className="section file-steps">
          <h2>{t('leads.actions')}</h2>
          <NextSteps
            fileId={fileId}
            actions={detail.actions}
            busy={steps.busy}
            error={steps.error}
            onAct={steps.act}
            onReset={steps.reset}
          />
        </section>
        {children}
      </div>
    </>
  );
}
