import { CannotInterpret, type Outcome } from '../../../node/outcome';

/** Throws where none of several reads was answered; the first tells why. */
export function mustSome(outcomes: ReadonlyArray<Outcome<unknown>>): void {
  const [first] = outcomes;
  if (first?.kind === 'could-not-check' && outcomes.every(({ kind }) => kind === 'could-not-check'))
    throw new CannotInterpret(first);
}
