// SPDX-License-Identifier: Apache-2.0
import { useText } from '../app/use-text.ts';
import { Mark } from './marks.tsx';

/** A credit code with the word for its check character; a wrong one stays visible. */
export function Uscc({ code, valid }: { code: string | null; valid: boolean | null }) {
  const { t } = useText();
  if (code === null) return <span className="soft">{t('registry.usccNone')}</span>;
  return (
    <>
      <span className="code">{code}</span>{' '}
      {valid === null ? null : (
        <Mark tone={valid ? 'good' : 'bad'}>{t(valid ? 'registry.usccValid' : 'registry.usccInvalid')}</Mark>
      )}
    </>
  );
}
