import { describe, expect, it } from 'vitest';
import { furnishedFiles } from './furnished-files.js';
import type { Service } from './world.js';

const furniture = {
  hostName: 'lab-pc',
  hostAddress: '192.168.77.5',
  resolverAddress: '127.0.0.53',
  home: '/tmp',
  hosts: [],
};
const servicesWith = (services: Service[]) => furnishedFiles({ ...furniture, services }).services ?? '';

describe('the furnished files', () => {
  it('know the usual services', () => {
    expect(servicesWith([])).toMatch(/^http\t80\/tcp$/m);
    expect(servicesWith([])).toMatch(/^domain\t53\/udp$/m);
  });

  it('let an assignment’s service win against a usual one of its name or its port, for that protocol only', () => {
    const text = servicesWith([
      { name: 'http', port: 4711, protocol: 'tcp' },
      { name: 'clock', port: 37, protocol: 'udp' },
    ]);
    expect(text.match(/^http\t.*$/gm)).toEqual(['http\t4711/tcp']);
    expect(text).toMatch(/^clock\t37\/udp$/m);
    expect(text).not.toMatch(/^time\t37\/udp$/m);
    expect(text).toMatch(/^time\t37\/tcp$/m);
  });

  it('put localhost and the host before an assignment’s hosts, so that their first names stand', () => {
    const hosts = furnishedFiles({
      ...furniture,
      services: [],
      hosts: [{ address: '10.0.0.1', names: ['www.lab', 'www'] }],
    }).hosts;
    expect(hosts?.split('\n').slice(0, 4)).toEqual([
      '127.0.0.1\tlocalhost',
      '::1\tlocalhost ip6-localhost ip6-loopback',
      '192.168.77.5\tlab-pc',
      '10.0.0.1\twww.lab www',
    ]);
  });

  it('tell another name of the loopback address first', () => {
    const hosts = furnishedFiles({
      ...furniture,
      services: [],
      hosts: [{ address: '127.0.0.1', names: ['gofer'] }],
    }).hosts;
    expect(hosts?.split('\n').filter((line) => line.startsWith('127.'))).toEqual([
      '127.0.0.1\tgofer',
      '127.0.0.1\tlocalhost',
    ]);
  });
});
