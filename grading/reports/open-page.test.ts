import { expect, test } from 'vitest';
import { openPage } from './open-page.js';

test.runIf(process.platform === 'linux')('without a display nothing is opened, and the reason is said', async () => {
  expect(await openPage('http://127.0.0.1:1/', {})).toEqual({ state: 'not-opened', because: 'there is no display' });
});

test('a display at the other end of a remote shell is not ours', async () => {
  expect(await openPage('http://127.0.0.1:1/', { DISPLAY: ':0', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' })).toEqual({
    state: 'not-opened',
    because: 'the display is elsewhere',
  });
});
