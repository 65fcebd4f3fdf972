// SPDX-License-Identifier: Apache-2.0
import { NavLink } from 'react-router';
import { ROOMS } from './rooms.tsx';
import { useSession } from './session.tsx';
import { useText } from './use-text.ts';

export function Rail({ onGo }: { onGo?: () => void }) {
  const { t } = useText();
  const { may } = useSession();
  return (
    <nav aria-label={t('app.rooms')}>
      <ul>
        {ROOMS.filter((room) => may(room.needs)).map(({ path, title, icon: Icon }) => (
          <li key={path}>
            <NavLink to={path} end={path === '/'} className="room" {...(onGo ? { onClick: onGo } : {})}>
              <Icon aria-hidden />
              {t(title)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
