// SPDX-License-Identifier: Apache-2.0
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { getSession } from '@yiwang/contracts';
import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { ApiProblem } from './api/problem.ts';
import { keyOf } from './api/use-call.ts';
import { startTexts } from './app/i18n.ts';
import { router } from './app/router.tsx';
import { nonceEveryStyle, styleNonce } from './app/style-nonce.ts';
import { ThemeProvider } from './app/theme.tsx';
import { useText } from './app/use-text.ts';
import './style/tokens.css';
import './style/parts.css';
import './style/file.css';
import './style/desk.css';
import './style/numbers.css';
import './style/shell.css';
import './style/triage.css';

/** A refused session anywhere sends the person to the door; what was asked for waits in the address. */
const onError = (error: unknown) => {
  if (error instanceof ApiProblem && error.code === 'not_signed_in')
    client.setQueryData(keyOf(getSession), null);
};

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal does not change by asking again; a lost connection may.
      retry: (count, error) =>
        count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
      refetchOnWindowFocus: true,
    },
  },
});

function Console() {
  const { locale } = useText();
  return (
    <ThemeProvider>
      {(theme) => (
        <ConfigProvider
          theme={theme}
          locale={locale === 'en' ? en : zhCN}
          button={{ autoInsertSpace: false }}
          {...(styleNonce ? { csp: { nonce: styleNonce } } : {})}
        >
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ConfigProvider>
      )}
    </ThemeProvider>
  );
}

nonceEveryStyle();
await startTexts();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Console />
    </StrictMode>,
  );
