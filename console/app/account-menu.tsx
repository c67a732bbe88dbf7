import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components/Menu';
import { send } from '../api/client.ts';
import { Icon } from '../parts/icon.tsx';
import { useAnnouncer } from '../parts/status-line.tsx';
import { useText } from '../text/text-context.tsx';
import { useSession } from './session.ts';

export function AccountMenu(): ReactNode {
  const { t, language, switchLanguage } = useText();
  const { person } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { announce } = useAnnouncer();
  const role = person.roles[0];
  const signOut = async (): Promise<void> => {
    const result = await send<{ elsewhere: string | null }>('DELETE', '/session');
    if (!result.ok && result.error.code !== 'not-signed-in') {
      announce(result.error.title === '' ? t('console.problem.offline.title') : result.error.title);
      return;
    }
    client.clear();
    // Left open, the provider's own session would let the next person at this desk in.
    window.location.assign((result.ok ? result.value.elsewhere : null) ?? '/konsol/');
  };
  const act = (key: string): void => {
    if (key === 'account') void navigate({ to: '/akun' });
    if (key === 'language') {
      void switchLanguage(language === 'id' ? 'en' : 'id').then(() => client.invalidateQueries());
    }
    if (key === 'sign-out') void signOut();
  };
  return (
    <MenuTrigger>
      <Button className="who btn bare">
        <Icon name="person" />
        <span className="vh">{t('console.account.menu')} </span>
        <span className="wide-only">
          <b>{person.name}</b>
          {role === undefined ? null : `, ${role.name}`}
        </span>
        <Icon name="down" />
      </Button>
      <Popover className="menu" placement="bottom end">
        <Menu onAction={(key) => act(String(key))}>
          <MenuItem id="account" className="menu-item">
            {t('console.account.title')}
          </MenuItem>
          <MenuItem id="language" className="menu-item">
            {language === 'id' ? 'English' : 'Bahasa Indonesia'}
          </MenuItem>
          <Separator />
          <MenuItem id="sign-out" className="menu-item">
            {t('console.sign-out')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
