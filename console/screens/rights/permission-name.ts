import { useText } from '../../text/text-context.tsx';

/** What a permission allows, in words; its id where it has none yet. */
export function usePermissionName(): (permission: string) => string {
  const { t, knows } = useText();
  return (permission) => {
    const key = `rights.may.${permission}`;
    return knows(key) ? t(key) : permission;
  };
}
