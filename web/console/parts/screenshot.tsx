// SPDX-License-Identifier: Apache-2.0
import { getScreenshot, type HitDetail } from '@yiwang/contracts';
import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { addressOf } from '../api/client.ts';
import { useText } from '../app/use-text.ts';

interface ScreenshotProps {
  evidenceId: string;
  /** Pixels of the picture; null where the sizes are not known: then nothing is framed. */
  size: HitDetail['screenshot'];
  /** null where nothing is looked for: the picture as it is. */
  boxes: HitDetail['boxes'] | null;
}

/** The recorded picture with the findings framed; it comes up with the first frame in sight. */
export function Screenshot({ evidenceId, size, boxes: given }: ScreenshotProps) {
  const { t } = useText();
  const boxes = given ?? [];
  const [broken, setBroken] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const first = boxes[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture starts anew
  useEffect(() => setBroken(false), [evidenceId]);
  const show = () => {
    const view = frame.current;
    if (!view || !first || !size) return;
    view.scrollTop = Math.max(0, (first.y / size.height) * view.scrollHeight - view.clientHeight / 3);
  };
  if (broken) return <Alert type="warning" showIcon title={t('triage.screenshotBroken')} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="screenshot" ref={frame} tabIndex={0} aria-label={t('triage.screenshot')}>
      {given?.length === 0 ? <p className="help">{t('triage.boxesNone')}</p> : null}
      <div className="screenshot-sheet">
        <img
          src={addressOf(getScreenshot, { params: { id: evidenceId } })}
          alt={
            boxes.length > 0
              ? t('triage.screenshotAlt', { words: boxes.map((box) => box.text).join('、') })
              : t('triage.screenshot')
          }
          {...(size ? { width: size.width, height: size.height } : {})}
          onLoad={show}
          onError={() => setBroken(true)}
        />
        {size
          ? boxes.map((box) => (
              <span
                key={`${box.x} ${box.y} ${box.text}`}
                className="box"
                aria-hidden
                style={{
                  left: `${(box.x / size.width) * 100}%`,
                  top: `${(box.y / size.height) * 100}%`,
                  width: `${(box.width / size.width) * 100}%`,
                  height: `${(box.height / size.height) * 100}%`,
                }}
              />
            ))
          : null}
      </div>
    </section>
  );
}
