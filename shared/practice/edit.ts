import type { FileState, NodeState, RouteState, ServiceState } from './state';

/** The same record with its names in order: equal contents are equal texts. */
export function inOrder<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Windows compares paths and names without regard to case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The name under which a record keeps an entry, whatever the case of the question. */
export function keyOf(record: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return name in record ? name : Object.keys(record).find((key) => sameName(key, name));
}

/** The record without one of its entries. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

export function textFile(text: string, modified: string): FileState {
  return { text, length: null, encoding: 'utf-8', bom: false, modified, certificates: [] };
}

export function binaryFile(length: number, modified: string): FileState {
  return { ...textFile('', modified), length };
}

export function withFile(state: NodeState, path: string, file: FileState): NodeState {
  return { ...state, files: inOrder({ ...state.files, [keyOf(state.files, path) ?? path]: file }) };
}

export function withoutFile(state: NodeState, path: string): NodeState {
  return { ...state, files: without(state.files, keyOf(state.files, path) ?? path) };
}

/** Changes a file's text; the file must be there. */
export function editFile(state: NodeState, path: string, change: (text: string) => string): NodeState {
  const file = state.files[keyOf(state.files, path) ?? path];
  if (file === undefined) throw new Error(`no such file on this practice node: ${path}`);
  return withFile(state, path, { ...file, text: change(file.text) });
}

export function withService(state: NodeState, name: string, change: Partial<ServiceState>): NodeState {
  const key = keyOf(state.services, name);
  const before = key === undefined ? undefined : state.services[key];
  if (key === undefined || before === undefined) throw new Error(`no such service on this practice node: ${name}`);
  return { ...state, services: { ...state.services, [key]: { ...before, ...change } } };
}

export function withoutService(state: NodeState, name: string): NodeState {
  return { ...state, services: without(state.services, name) };
}

export function withRegistry(state: NodeState, path: string, values: NodeState['registry'][string]): NodeState {
  return { ...state, registry: inOrder({ ...state.registry, [path]: inOrder(values) }) };
}

export function withoutProcess(state: NodeState, name: string): NodeState {
  return { ...state, processes: state.processes.filter((process) => !sameName(process.name, name)) };
}

/** Routes in the order of their prefixes. */
export function inRouteOrder(routes: readonly RouteState[]): readonly RouteState[] {
  const key = ({ prefix, nextHop, interfaceIndex }: RouteState): string => `${prefix} ${nextHop} ${interfaceIndex}`;
  return Object.values(inOrder(Object.fromEntries(routes.map((route) => [key(route), route]))));
}
