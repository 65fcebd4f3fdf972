// SPDX-License-Identifier: Apache-2.0
import { type FileDetail, getFile, issueLink, revokeLink } from '@yiwang/contracts';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Mark } from '../../parts/marks.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { When } from '../../parts/when.tsx';

/** The link by which a party outside answers: made here, shown once, ended here. */
export function LinkPanel({ detail }: { detail: FileDetail }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [address, setAddress] = useState<string | null>(null);
  const issue = useAct(issueLink, {
    renews: [getFile],
    onDone: (answer) => setAddress(new URL(answer.address, location.origin).href),
  });
  const revoke = useAct(revokeLink, { renews: [getFile], onDone: () => setAddress(null) });
  const { link, linkable, file } = detail;
  if (!linkable && !link) return null;
  const live = link && !link.revokedAt && new Date(link.expiresAt) > new Date();
  const copy = async () => {
    if (!address) return;
    try {
      await navigator.clipboard.writeText(address);
      void message.success(t('files.linkCopied'));
    } catch {
      void message.info(t('files.linkSelect'));
    }
  };
  return (
    <section className="section">
      <h2>{t('files.link')}</h2>
      <ProblemView error={issue.error ?? revoke.error} />
      {link ? (
        <p className="hit-line">
          <Mark tone={live ? 'good' : 'plain'}>{t(live ? 'files.linkLive' : 'files.linkEnded')}</Mark>
          <span>
            {t('files.linkUntil')} <When at={link.expiresAt} />
          </span>
          <span>
            {link.openedAt ? (
              <>
                {t('files.linkOpened')} <When at={link.openedAt} />
              </>
            ) : (
              t('files.linkUnopened')
            )}
          </span>
        </p>
      ) : (
        <p className="soft">{t('files.linkNone', { name: file.recipient ?? '' })}</p>
      )}
      {address ? (
        <>
          <Input.TextArea
            className="code"
            readOnly
            autoSize
            value={address}
            aria-label={t('files.link')}
            onFocus={(event) => event.target.select()}
          />
          <p className="help">{t('files.linkOnce')}</p>
        </>
      ) : null}
      <div className="button-row">
        {address ? <Button onClick={() => void copy()}>{t('files.linkCopy')}</Button> : null}
        {linkable ? (
          <Button
            type={link ? 'default' : 'primary'}
            loading={issue.isPending}
            onClick={() => issue.mutate({ params: { id: file.id }, body: {} })}
          >
            {t(link ? 'files.linkAgain' : 'files.linkMake')}
          </Button>
        ) : null}
        {live ? (
          <Button
            danger
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ params: { id: file.id } })}
          >
            {t('files.linkRevoke')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
