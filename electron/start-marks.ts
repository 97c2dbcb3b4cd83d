import type { Log } from './log';

/** The stations of a start, in their order: the last two may come in either. */
const STATIONS = ['ready', 'window', 'painted', 'answering'] as const;
type Station = (typeof STATIONS)[number];

/** Marks how far the start is, for whoever measures it; once all is there, the times since the process began are logged. */
export function startMarks(log: Log): (station: Station) => void {
  const reached = new Map<Station, number>();
  return (station) => {
    if (reached.has(station)) return; // the page may be loaded again
    reached.set(station, performance.mark(`winnow.${station}`).startTime);
    if (reached.size < STATIONS.length) return;
    log('start', STATIONS.map((name) => `${name} ${Math.round(reached.get(name) ?? 0)} ms`).join(', '));
  };
}
