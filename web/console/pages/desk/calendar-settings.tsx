// SPDX-License-Identifier: Apache-2.0
import { getDeskSettings, makeCalendar, revokeCalendar } from '@yiwang/contracts';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { ProblemView } from '../../parts/problem-view.tsx';
import { minuteOf } from '../../parts/when.tsx';

/** The private calendar address: made, shown once, revoked. */
export function CalendarSettings() {
  const { t } = useText();
  const { message } = App.useApp();
  const [address, setAddress] = useState<string | null>(null);
  const settings = useCall(getDeskSettings, {});
  const make = useAct(makeCalendar, {
    renews: [getDeskSettings],
    onDone: (answer) => setAddress(answer.address),
  });
  const revoke = useAct(revokeCalendar, { renews: [getDeskSettings], onDone: () => setAddress(null) });
  const since = settings.data?.calendarSince ?? null;
  return (
    <section className="section">
      <h2>{t('desk.calendar')}</h2>
      <p className="help">{t('desk.calendarLine')}</p>
      <ProblemView error={settings.error ?? make.error ?? revoke.error} />
      {since ? <p>{t('desk.calendarSince', { time: minuteOf(since) })}</p> : null}
      {address ? (
        <>
          <p>
            <strong>{t('desk.calendarOnce')}</strong>
          </p>
          <Input
            readOnly
            aria-label={t('desk.calendar')}
            value={address}
            onFocus={(event) => event.target.select()}
            addonAfter={
              <Button
                type="link"
                size="small"
                onClick={() =>
                  void navigator.clipboard
                    ?.writeText(address)
                    .then(() => message.success(t('desk.copied')))
                    .catch(() => undefined)
                }
              >
                {t('desk.copy')}
              </Button>
            }
          />
        </>
      ) : null}
      <div className="button-row">
        <Button onClick={() => make.mutate({})} loading={make.isPending}>
          {t(since ? 'desk.calendarAgain' : 'desk.calendarMake')}
        </Button>
        {since ? (
          <Button danger onClick={() => revoke.mutate({})} loading={revoke.isPending}>
            {t('desk.calendarRevoke')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
