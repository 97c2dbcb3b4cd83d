import { expect, it } from 'vitest';
import { citedLabel, citedLabels, mapPointer } from './cited';

it('says in words what a value is', () => {
  expect(citedLabel('en', 'os-build', '/build')).toBe('Windows build');
  expect(citedLabel('ja', 'os-build', '/build')).toBe('Windows のビルド');
});

it('names the thing that the value belongs to', () => {
  expect(citedLabel('en', 'services', '/containerd/state')).toBe('State of containerd');
  expect(citedLabel('ja', 'services', '/W32Time/state')).toBe('W32Time の状態');
  expect(citedLabel('en', 'services', '/hns')).toBe('Service hns');
});

it('does not care which item of a list it is', () => {
  expect(citedLabel('en', 'adapters', '/list/12/name')).toBe(citedLabel('en', 'adapters', '/list/0/name'));
});

it('shows the place where there are no words for it', () => {
  expect(citedLabel('en', 'adapters', '/list/0/speed')).toBe('list.0.speed');
});

it('tells places with the same words apart where they stand together', () => {
  const places = ['/results/0/connection', '/results/2/connection'].map((pointer) => ({
    probe: 'peer-reach',
    pointer,
  }));
  expect(citedLabels('en', places)).toEqual([
    'Connection to a NodePort or Pod (results.0.connection)',
    'Connection to a NodePort or Pod (results.2.connection)',
  ]);
  expect(citedLabels('en', places.slice(1))).toEqual(['Connection to a NodePort or Pod']);
});

it('takes of a pointer with words only a name for what came from the node', () => {
  const hide = () => '<hidden>';
  expect(mapPointer('os-build', '/build', hide)).toBe('/build');
  expect(mapPointer('services', '/containerd/state', hide)).toBe('/<hidden>/state');
  expect(mapPointer('adapters', '/list/0/speed', hide)).toBe('<hidden>');
});
