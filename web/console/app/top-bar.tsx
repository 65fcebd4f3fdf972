// SPDX-License-Identifier: Apache-2.0
import { BellOutlined, LogoutOutlined, MenuOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { listReminders, signOut } from '@yiwang/contracts';
import { Badge, Button, Drawer, Input, type InputRef, Tooltip } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useAct, useCall } from '../api/use-call.ts';
import { useKeys } from '../parts/use-keys.ts';
import { Rail } from './rail.tsx';
import { useForget, useSession } from './session.tsx';
import { Switches } from './switches.tsx';
import { useText } from './use-text.ts';

/** The search that takes anything; the results page finds out what it is. */
function TopSearch() {
  const { t } = useText();
  const go = useNavigate();
  const [search] = useSearchParams();
  const here = useLocation().pathname === '/search' ? (search.get('q') ?? '') : '';
  const [typed, setTyped] = useState(here);
  const box = useRef<InputRef>(null);
  useEffect(() => setTyped(here), [here]);
  // From anywhere, as people know it from elsewhere.
  useKeys({ '/': () => box.current?.focus({ cursor: 'all' }) });
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) go(`/search?q=${encodeURIComponent(typed.trim())}`);
        }}
      >
        <Input
          ref={box}
          type="search"
          aria-label={t('app.search')}
          placeholder={t('app.search')}
          prefix={<SearchOutlined aria-hidden />}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </search>
  );
}

/** How many reminders nobody looked at yet; asked for once a minute while the page is in view. */
function Bell() {
  const { t } = useText();
  const read = useCall(listReminders, { query: { limit: 1 } }, { every: 60_000 });
  const count = read.data?.unseen ?? 0;
  return (
    <Link to="/?whose=reminders" className="bell" aria-label={t('desk.unseen', { count })}>
      <Badge count={count} size="small" overflowCount={99}>
        <BellOutlined aria-hidden />
      </Badge>
    </Link>
  );
}

export function TopBar() {
  const { t } = useText();
  const { person, agency } = useSession();
  const [open, setOpen] = useState(false);
  const forget = useForget();
  const leave = useAct(signOut, {
    onDone: () => {
      forget();
      location.assign('/console/sign-in');
    },
  });
  const out = (
    <Button
      icon={<LogoutOutlined aria-hidden />}
      onClick={() => leave.mutate({})}
      aria-label={t('app.signOut')}
    />
  );
  return (
    <header className="top">
      <Button
        className="menu"
        icon={<MenuOutlined aria-hidden />}
        onClick={() => setOpen(true)}
        aria-label={t('app.menu')}
        aria-expanded={open}
      />
      <TopSearch />
      <span className="gap" />
      <span className="wide-switches">
        <Switches hideLabels />
      </span>
      <Bell />
      <Link to="/account" className="who" title={t('app.account')}>
        <span>
          <span className="name">{person.name}</span>
          <small>{agency.name}</small>
        </span>
        <UserOutlined aria-hidden />
        <span className="hidden">{t('app.account')}</span>
      </Link>
      <Tooltip title={t('app.signOut')}>{out}</Tooltip>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={280}
        title={t('app.product')}
        closable={{ 'aria-label': t('app.close') }}
      >
        <div className="rail open-rail">
          <Rail onGo={() => setOpen(false)} />
        </div>
        <div className="drawer-switches">
          <Switches />
        </div>
      </Drawer>
    </header>
  );
}
