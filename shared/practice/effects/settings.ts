import type { Write } from '../../node/write';
import { registryPath } from '../answers/registry';
import { inOrder, inRouteOrder, keyOf, withRegistry, without } from '../edit';
import type { FirewallRule, NodeState, RouteState } from '../state';
import { done, missing, unfit, type Effect } from './common';

/** Sets or removes one value; a key that is not there is made. */
export function applyRegistry(state: NodeState, write: Extract<Write, { kind: 'registry' }>): Effect {
  const path = registryPath(write.path);
  const key = keyOf(state.registry, path) ?? path;
  const values = state.registry[key] ?? {};
  const name = keyOf(values, write.name) ?? write.name;
  const rest = without(values, name);
  return done(withRegistry(state, key, write.value === null ? rest : { ...rest, [name]: write.value }));
}

/** Adds or removes an inbound rule of one port. */
export function applyFirewallRule(state: NodeState, write: Extract<Write, { kind: 'firewall-rule' }>): Effect {
  const rule: FirewallRule = {
    name: write.name,
    action: 1,
    protocol: write.protocol === 'TCP' ? 6 : 17,
    ports: String(write.port),
    profiles: 2147483647,
  };
  const same = (other: FirewallRule): boolean =>
    other.name === rule.name && other.protocol === rule.protocol && other.ports === rule.ports;
  const { rules } = state.firewall;
  if (write.action === 'remove') {
    return rules.some(same)
      ? done(
          withRules(
            state,
            rules.filter((other) => !same(other)),
          ),
        )
      : missing(write.name);
  }
  return rules.some(({ name }) => name === rule.name)
    ? unfit(`${write.name} exists`)
    : done(withRules(state, [...rules, rule]));
}

function withRules(state: NodeState, rules: readonly FirewallRule[]): NodeState {
  return {
    ...state,
    firewall: {
      ...state.firewall,
      rules: Object.values(
        inOrder(Object.fromEntries(rules.map((rule) => [`${rule.name} ${rule.protocol} ${rule.ports}`, rule]))),
      ),
    },
  };
}

/** Adds or removes a route. */
export function applyRoute(state: NodeState, write: Extract<Write, { kind: 'route' }>): Effect {
  const { prefix, nextHop, interfaceIndex } = write;
  const same = (other: RouteState): boolean =>
    other.prefix === prefix && other.nextHop === nextHop && other.interfaceIndex === interfaceIndex;
  const has = state.routes.some(same);
  if (write.action === 'remove')
    return has
      ? done(
          withRoutes(
            state,
            state.routes.filter((route) => !same(route)),
          ),
        )
      : missing(prefix);
  if (has) return unfit(`${prefix} exists`);
  if (!state.adapters.some(({ index }) => index === interfaceIndex)) return missing(`interface ${interfaceIndex}`);
  return done(withRoutes(state, [...state.routes, { prefix, nextHop, interfaceIndex }]));
}

function withRoutes(state: NodeState, routes: readonly RouteState[]): NodeState {
  return { ...state, routes: inRouteOrder(routes) };
}
