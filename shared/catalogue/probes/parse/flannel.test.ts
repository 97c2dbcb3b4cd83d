import { describe, expect, it } from 'vitest';
import { flannelFacts, netConfFacts, sourceVipOf } from './flannel';

const PREFIX = 'flannel.alpha.coreos.com/';

describe('annotations of flannel', () => {
  it('tell the backend and its router', () => {
    expect(
      flannelFacts({
        [`${PREFIX}backend-type`]: 'vxlan',
        [`${PREFIX}public-ip`]: '10.0.0.4',
        [`${PREFIX}backend-data`]: '{"VNI":4096,"VtepMAC":"00:15:5D:6B:0E:97","Port":4789}',
      }),
    ).toEqual({ type: 'vxlan', publicIp: '10.0.0.4', vni: 4096, vtepMac: '00-15-5d-6b-0e-97', port: 4789 });
  });

  it.each(['null', '', '{', '[]', '{"VNI":"x"}'])('tell no router in %j', (data) => {
    const facts = flannelFacts({ [`${PREFIX}backend-type`]: 'host-gw', [`${PREFIX}backend-data`]: data });
    expect(facts).toMatchObject({ type: 'host-gw', vni: null, vtepMac: null });
  });

  it('are not there where flannel is not', () => {
    expect(flannelFacts({ 'node.kubernetes.io/x': 'y' })).toBeNull();
  });
});

describe("flannel's net-conf.json", () => {
  it('tells network and backend', () => {
    const text =
      '\ufeff{"Network":"10.244.0.0/16","Backend":{"Type":"vxlan","VNI":1,"Port":8472,"DirectRouting":true}}';
    expect(netConfFacts(text)).toEqual({
      network: '10.244.0.0/16',
      type: 'vxlan',
      name: null,
      vni: 1,
      port: 8472,
      directRouting: true,
    });
  });

  it.each(['', '[]', '{"Backend":{}}', '{"Backend":{"Type":7}}'])('is not made up from %j', (text) => {
    expect(netConfFacts(text)).toBeNull();
  });
});

describe('the source VIP', () => {
  it.each([
    ['{"ip4":{"ip":"10.244.4.2/24"}}', '10.244.4.2'],
    ['{"cniVersion":"1.0.0","ips":[{"address":"10.244.4.3/24"}]}', '10.244.4.3'],
    ['{}', null],
    ['', null],
    ['{"ips":[]}', null],
  ])('in %j', (text, address) => {
    expect(sourceVipOf(text)).toBe(address);
  });
});
