// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router';

/** A link that looks like a button: opens in a new tab with the usual keys, goes without reload otherwise. */
export function ButtonLink({
  to,
  children,
  primary = true,
}: {
  to: string;
  children: ReactNode;
  primary?: boolean;
}) {
  const href = useHref(to);
  const go = useNavigate();
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </Button>
  );
}
