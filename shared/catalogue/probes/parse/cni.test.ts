import { describe, expect, it } from 'vitest';
import { cniFacts, cniProblem } from './cni';

const V2 = {
  cniVersion: '1.0.0',
  name: 'cbr0',
  plugins: [
    {
      type: 'flannel',
      delegate: {
        type: 'sdnbridge',
        apiVersion: 2,
        ipam: { type: 'host-local' },
        dns: { Nameservers: ['10.96.0.10'] },
        AdditionalArgs: [
          { Name: 'EndpointPolicy', Value: { Type: 'OutBoundNAT', Settings: { Exceptions: ['10.0.0.0/8'] } } },
        ],
        loopbackDSR: true,
      },
    },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
};

describe('a CNI configuration', () => {
  it('tells its plugins, delegates and exceptions in the second version of the policies', () => {
    expect(cniFacts(JSON.stringify(V2))).toEqual({
      name: 'cbr0',
      cniVersion: '1.0.0',
      plugins: [
        {
          type: 'flannel',
          delegate: 'sdnbridge',
          portMappings: false,
          loopbackDsr: true,
          apiVersion: 2,
          ipam: 'host-local',
        },
        { type: 'portmap', delegate: null, portMappings: true, loopbackDsr: false, apiVersion: null, ipam: null },
      ],
      texts: {
        portMappings: null,
        capabilities: '"capabilities":{',
        type: '"type":"flannel"',
        exceptions: '"Exceptions":["10.0.0.0/8"]',
      },
      exceptions: ['10.0.0.0/8'],
      nameservers: ['10.96.0.10'],
    });
  });

  it.each([
    [
      '{ "type": "a", "capabilities": { "portMappings":  false } }',
      '"portMappings":  false',
      '"capabilities": {',
      '"type": "a"',
      null,
    ],
    ['{ "type": "a", "capabilities": { } }', null, '"capabilities": { }', '"type": "a"', null],
    ['{ "type": "a", "delegate": { "type": "a" } }', null, null, null, null],
    ['{ "type": "a", "delegate": { "type": "b", "ipam": { "type": "b" } } }', null, null, '"type": "a"', null],
    [
      '{ "type": "a", "Value": { "ExceptionList" : [ "10.0.0.0/8" ] } }',
      null,
      null,
      '"type": "a"',
      '"ExceptionList" : [ "10.0.0.0/8" ]',
    ],
    ['{ "type": "a", "b": { "exceptions": [] }, "c": { "Exceptions": [] } }', null, null, '"type": "a"', null],
  ])('tells where %s can be edited', (text, portMappings, capabilities, type, exceptions) => {
    expect(cniFacts(text)?.texts).toEqual({ portMappings, capabilities, type, exceptions });
  });

  it('tells the same in the first version, in any indentation', () => {
    const policies = [{ Name: 'EndpointPolicy', Value: { Type: 'OutBoundNAT', ExceptionList: ['10.0.0.0/8'] } }];
    const text = JSON.stringify({ name: 'x', type: 'win-bridge', policies }, null, 22).replaceAll('\n', '\r\n');
    expect(cniFacts(text)).toMatchObject({
      plugins: [{ type: 'win-bridge', delegate: null }],
      exceptions: ['10.0.0.0/8'],
    });
  });

  it.each([
    ['a byte order mark', '\ufeff{"type":"x"}', false, 'bom'],
    ['a byte order mark that was read off', '{"type":"x"}', true, 'bom'],
    ['a comment', '{\n  "type": "x", // comment\n  "name": "y"\n}', false, 'comments'],
    ['a line of comment', '{\n# comment\n  "type": "x"\n}', false, 'comments'],
    ['a trailing comma', '{"type":"x",}', false, 'not-json'],
    ['nothing', '', false, 'not-json'],
    ['no plugin', '{"name":"x"}', false, 'no-plugin'],
    ['an empty list of plugins', '{"name":"x","plugins":[]}', false, 'no-plugin'],
    ['a list', '[]', false, 'no-plugin'],
  ])('does not count with %s', (_case, text, bom, problem) => {
    expect(cniProblem(text, bom)).toBe(problem);
    if (!bom) expect(cniFacts(text)).toBeNull();
  });

  it('has no problem with an address that holds slashes', () => {
    const text = '{"type":"x","url":"https://a.test//b#c"}';
    expect(cniProblem(text, false)).toBeNull();
  });
});
