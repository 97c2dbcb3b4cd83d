import { shell } from 'electron';
import { linkUrl } from './link-urls';

/** Opens a link of the closed list in the person's browser: the one place from which anything leads outside. */
export async function openLink(id: string): Promise<boolean> {
  const url = linkUrl(id);
  if (url === null) return false;
  try {
    await shell.openExternal(url);
    return true;
  } catch {
    return false; // no browser, as on Server Core
  }
}
