import open from 'open';

/** Whether a browser was asked to show the page, or the address should be printed instead. */
export type Opened = { state: 'opened' } | { state: 'not-opened'; because: string };

/**
 * Shows an address in the user's browser. Where there is no display (a remote shell, a container, CI), nothing is tried:
 * the caller prints the address. Never throws.
 */
export async function openPage(url: string, environment: NodeJS.ProcessEnv = process.env): Promise<Opened> {
  const headless =
    process.platform === 'linux' &&
    !environment.DISPLAY &&
    !environment.WAYLAND_DISPLAY &&
    !environment.WSL_DISTRO_NAME;
  if (headless) return { state: 'not-opened', because: 'there is no display' };
  if (environment.CI || environment.SSH_CONNECTION) return { state: 'not-opened', because: 'the display is elsewhere' };
  try {
    const child = await open(url);
    child.on('error', () => undefined);
    return { state: 'opened' };
  } catch (error) {
    return { state: 'not-opened', because: error instanceof Error ? error.message : String(error) };
  }
}
